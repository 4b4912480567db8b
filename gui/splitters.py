"""The parts of a tab beside and below each other, with lines between them that can be moved."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

PANE_WIDTH, FINDINGS_HEIGHT, MOST_SHARE = 322, 190, 0.4


class _SharedRoom(QSplitter):
    """Gives its second part so much room, less in a small window; once the line was moved it is the officer's."""

    def __init__(self, way: Qt.Orientation, first: QWidget, second: QWidget, wanted: int) -> None:
        super().__init__(way)
        self._wanted = wanted
        self._moved = False
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(0, 1)
        self.setCollapsible(0, False)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._keep)

    def _keep(self) -> None:
        self._moved = True

    def share(self) -> None:
        """Share the room anew, as when the second part is shown again."""
        if not self._moved:
            room = self.width() if self.orientation() is Qt.Orientation.Horizontal else self.height()
            second = min(self._wanted, int(room * MOST_SHARE))
            self.setSizes([room - second, second])

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room that there is now."""
        super().resizeEvent(event)
        self.share()


class Beside(_SharedRoom):
    """The table, and the pane beside it."""

    def __init__(self, table: QWidget, pane: QWidget) -> None:
        """Put a pane beside a table."""
        super().__init__(Qt.Orientation.Horizontal, table, pane, PANE_WIDTH)


class Below(_SharedRoom):
    """The table with its pane, and the findings below them."""

    def __init__(self, above: QWidget, findings: QWidget) -> None:
        """Put findings below the rest."""
        super().__init__(Qt.Orientation.Vertical, above, findings, FINDINGS_HEIGHT)
