"""The parts of a tab beside and below each other, with lines between them that can be moved."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

PANE_WIDTH, PANE_SHARE, FINDINGS_HEIGHT = 322, 0.4, 190
MOST = 10_000


class Beside(QSplitter):
    """The table, which takes the room there is, and the pane beside it."""

    def __init__(self, table: QWidget, pane: QWidget) -> None:
        """Put a pane beside a table."""
        super().__init__(Qt.Orientation.Horizontal)
        self._seen = False
        _put(self, table, pane)

    # Qt's own names from here on.

    def showEvent(self, event: QShowEvent) -> None:
        """Give the pane its width, less in a narrow window; after that it is the officer's."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            pane = min(PANE_WIDTH, int(self.width() * PANE_SHARE))
            self.setSizes([self.width() - pane, pane])


class Below(QSplitter):
    """What takes the room there is, and the findings below it."""

    def __init__(self, above: QWidget, findings: QWidget) -> None:
        """Put findings below the rest."""
        super().__init__(Qt.Orientation.Vertical)
        _put(self, above, findings)
        self.setSizes([MOST, FINDINGS_HEIGHT])


def _put(splitter: QSplitter, first: QWidget, second: QWidget) -> None:
    splitter.addWidget(first)
    splitter.addWidget(second)
    splitter.setStretchFactor(0, 1)
    splitter.setCollapsible(0, False)
    splitter.setHandleWidth(1)
