"""The button that offers the columns of an appendix; rating, reference and title always stand in it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from gui.columns_menu import StayingMenu
from model.appendix import COLUMNS


class ColumnsButton(QPushButton):
    """Says how many columns are printed, and lets them be ticked in a menu."""

    changed = Signal()

    def __init__(self, columns: Mapping[str, str]) -> None:
        """Offer columns by their keys, with what each is called; the usual ones are ticked."""
        super().__init__()
        self.setObjectName("appendixColumns")
        self.setAutoDefault(False)
        self.setToolTip("Choose which columns are printed")
        menu = StayingMenu(self)
        menu.setAccessibleName("Columns")
        self.setMenu(menu)
        self._actions = {key: menu.addAction(words.replace("&", "&&")) for key, words in columns.items()}
        for key, action in self._actions.items():
            action.setCheckable(True)
            action.setChecked(key in COLUMNS)
            action.toggled.connect(self._tell)
        self._say()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the columns that are printed."""
        return tuple(key for key, action in self._actions.items() if action.isChecked())

    def choose(self, keys: Sequence[str]) -> None:
        """Tick these columns and no others."""
        for key, action in self._actions.items():
            blocked = action.blockSignals(True)
            action.setChecked(key in keys)
            action.blockSignals(blocked)
        self._say()

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self.setText(f"{len(self.chosen)} of {len(self._actions)}")
        self.setAccessibleName(f"Columns: {self.text()}")
