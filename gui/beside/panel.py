"""A tracker with its heading, as it stands beside others; alone it has none."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.beside.heading import Heading
from gui.beside.room import has_bar, has_pane
from gui.tracker_tab import TrackerTab

LEAST_WIDTH, LEAST_HEIGHT = 240, 100


class Panel(QWidget):
    """Holds a tracker's tab under a heading, and has its pane and filter give way where there is little room."""

    pressed = Signal(object)
    close_asked = Signal(object)
    """The tab."""

    def __init__(self, tab: TrackerTab) -> None:
        """Take a tab."""
        super().__init__()
        self.tab = tab
        self.heading = Heading()
        self.heading.hide()
        self.heading.pressed.connect(lambda: self.pressed.emit(tab))
        self.heading.close_asked.connect(lambda: self.close_asked.emit(tab))
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(tab, 1)
        tab.show()

    def show_alone(self, *, alone: bool) -> None:
        """Show the tracker alone, without a heading, or as one of several."""
        self.heading.setVisible(not alone)
        self.tab.pane_asked = None if alone else self.tab.pane_asked
        self._share()

    def _share(self) -> None:
        alone, width, height = self.heading.isHidden(), self.width(), self.height()
        bar = alone or has_bar(height, self.tab.filter_bar.sizeHint().height())
        self.tab.share_room(pane=alone or has_pane(width, height), bar=bar)

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room that there is now."""
        super().resizeEvent(event)
        self._share()
