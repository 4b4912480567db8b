"""The column chooser: a menu of the tracker's columns, remembered for trackers of the same layout."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from gui.settings import Settings
from gui.tracker_model import FROZEN, TrackerModel


class ColumnChooser(QPushButton):
    """Says how many columns are hidden, and lets them be shown and hidden."""

    def __init__(self, model: TrackerModel, settings: Settings, hide: Callable[[int, bool], None]) -> None:
        """Choose the columns of a table; `hide(column, hidden)` carries the choice out."""
        super().__init__()
        self.setObjectName("columnChooser")
        self.setToolTip("Choose which columns are shown")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._model, self._settings, self._hide = model, settings, hide
        self.hidden = settings.hidden(model.tracker.year.layout)
        self._menu = StayingMenu(self)
        self.setMenu(self._menu)
        self._actions = dict(self._listed(self._menu))
        self._menu.addSeparator()
        self._menu.addAction("Show &all columns").triggered.connect(self._show_all)
        self._carry_out()

    def choose(self, hidden: frozenset[str]) -> None:
        """Hide these fields and show all others."""
        self.hidden = hidden
        self._settings.hide(self._model.tracker.year.layout, hidden)
        self._carry_out()

    def offer(self) -> None:
        """Open the menu below the button."""
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _listed(self, menu: QMenu) -> Iterator[tuple[str, QAction]]:
        """List the columns that can be hidden; rating, reference and title stay."""
        for column in self._model.columns:
            if column.key not in FROZEN:
                words = f"{column.band}: {column.short}" if column.band and column.known else column.heading
                action = menu.addAction(words.replace("&", "&&").replace("\n", " "))
                action.setCheckable(True)
                action.toggled.connect(partial(self._choose, column.key))
                yield column.key, action

    def _choose(self, key: str, shown: bool) -> None:
        self.choose(self.hidden - {key} if shown else self.hidden | {key})

    def _show_all(self) -> None:
        self.choose(frozenset())

    def _carry_out(self) -> None:
        for place, column in enumerate(self._model.columns):
            self._hide(place, column.key in self.hidden)
        for key, action in self._actions.items():
            blocked = QSignalBlocker(action)
            action.setChecked(key not in self.hidden)
            blocked.unblock()
        count = len(self.hidden)
        self.setText(f"Columns ({count} hidden)" if count else "Columns")


class StayingMenu(QMenu):
    """Stays open while columns are ticked, with the mouse or with Space."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("columnMenu")

    def _ticks(self) -> bool:
        """Tick what is under the mouse or the keyboard, if it can be ticked."""
        action: QAction | None = self.activeAction()
        if action is None or not action.isCheckable():
            return False
        action.trigger()
        return True

    # Qt's own names from here on.

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick without closing."""
        if not self._ticks():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space without closing; Enter ticks and closes, Esc closes."""
        if event.key() != Qt.Key.Key_Space or not self._ticks():
            super().keyPressEvent(event)
