"""What the window remembers of itself: its place, the look, its panes, hidden columns. Nothing of a tracker's."""

import hashlib
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QSettings

from gui.look import Appearance
from model.year import Column

HIDDEN_AT_FIRST = frozenset(
    {
        "description",
        "investment_planned_prior",
        "investment_actual_prior",
        "investment_planned",
        "investment_actual",
        "plan_prior",
        "achieved_prior",
    }
)


class Settings:
    """The window's own settings, in the user's folder."""

    def __init__(self) -> None:
        """Open the user's settings."""
        self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "savings-tracker", "window")

    @property
    def appearance(self) -> Appearance:
        """The look that the officer chose."""
        name = str(self._store.value("appearance", Appearance.SYSTEM.value))
        return Appearance(name) if name in Appearance.__members__.values() else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, chosen: Appearance) -> None:
        self._store.setValue("appearance", chosen.value)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window was, and how large."""
        place = self._store.value("geometry")
        return place if isinstance(place, QByteArray) else None

    @geometry.setter
    def geometry(self, place: QByteArray) -> None:
        self._store.setValue("geometry", place)

    def shows(self, pane: str) -> bool:
        """Tell whether a pane is shown in a tracker that is opened; at first only that of the current line is."""
        return bool(self._store.value(f"panes/{pane}", pane == "pane", type=bool))

    def show(self, pane: str, *, on: bool) -> None:
        """Remember whether a pane is shown."""
        self._store.setValue(f"panes/{pane}", on)

    def hidden(self, layout: Sequence[Column]) -> frozenset[str]:
        """Give the fields hidden in trackers of a layout."""
        kept = self._store.value(_name(layout))
        if kept is None:
            return HIDDEN_AT_FIRST & {column.key for column in layout}
        return frozenset(str(kept).split("\n")) - {""}

    def hide(self, layout: Sequence[Column], keys: frozenset[str]) -> None:
        """Remember the fields hidden in trackers of a layout."""
        self._store.setValue(_name(layout), "\n".join(sorted(keys)))


def _name(layout: Sequence[Column]) -> str:
    """Name a layout by its fields, whatever their headings."""
    keys = "\n".join(column.key for column in layout)
    return f"columns/{hashlib.sha256(keys.encode()).hexdigest()[:16]}"
