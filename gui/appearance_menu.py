"""The menu of the window's look: light, dark, or as the system is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from gui.look import Appearance


class AppearanceMenu(QMenu):
    """One of three is chosen."""

    def __init__(self, now: Appearance, choose: Callable[[Appearance], None], parent: QWidget) -> None:
        """Show the look that is on; choosing another puts it on."""
        super().__init__("A&ppearance", parent)
        self.setObjectName("appearanceMenu")
        group = QActionGroup(self)
        for appearance in Appearance:
            action = self.addAction(f"&{appearance.value}")
            action.setCheckable(True)
            action.setChecked(appearance is now)
            action.triggered.connect(partial(_choose, choose, appearance))
            group.addAction(action)


def _choose(choose: Callable[[Appearance], None], appearance: Appearance, _checked: bool = False) -> None:  # noqa: FBT002 - Qt's signal
    choose(appearance)
