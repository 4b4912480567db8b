"""A tracker with its heading, as it stands beside others; alone it has none."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.beside.heading import Heading
from gui.beside.room import has_bar, has_panes
from gui.tracker_tab import TrackerTab

LEAST_WIDTH, LEAST_HEIGHT = 160, 72


class Panel(QWidget):
    """Holds a tracker's tab under a heading, and has its pane and filter give way where there is little room."""

    pressed = Signal(object)
    close_asked = Signal(object)
    """The tab."""
    reshaped = Signal()
    """The filter takes more or less of the height."""

    def __init__(self, tab: TrackerTab) -> None:
        """Take a tab."""
        super().__init__()
        self.tab = tab
        self._bar_before = 0
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
        for happened in (tab.filter_bar.asked, tab.filter_bar.left, tab.filter_bar.begun):
            happened.connect(self._share)

    @property
    def bar_height(self) -> int:
        """How much of the height the filter takes."""
        bar = self.tab.filter_bar
        return 0 if bar.isHidden() else bar.sizeHint().height()

    def show_alone(self, *, alone: bool) -> None:
        """Show the tracker alone, without a heading, or as one of several."""
        self.heading.setVisible(not alone)
        if alone:
            self.tab.asked.clear()
        self._share()

    def _share(self) -> None:
        alone, width, height = self.heading.isHidden(), self.width(), self.height()
        self.tab.share_room(panes=alone or has_panes(width, height), bar=alone or has_bar(width, height))
        if self.bar_height != self._bar_before:
            self._bar_before = self.bar_height
            self.reshaped.emit()

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room that there is now."""
        super().resizeEvent(event)
        self._share()
