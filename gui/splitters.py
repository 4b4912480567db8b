"""The parts of a tab beside and below each other, with lines between them that can be moved."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from gui.commentary_pane import LEAST_WIDTH as LEAST_PANE
from gui.commentary_pane import WIDTH as PANE_WIDTH
from gui.findings_pane import HEIGHT as FINDINGS_HEIGHT
from gui.findings_pane import LEAST_HEIGHT as LEAST_FINDINGS
from gui.table import TrackerTable

MOST_SHARE, LEAST_LINES = 0.4, 4


class _SharedRoom(QSplitter):
    """Gives its second part its room, less in a small window; once the line was moved it is the officer's."""

    def __init__(self, way: Qt.Orientation, first: QWidget, second: QWidget) -> None:
        super().__init__(way)
        self._moved = False
        self.addWidget(first)
        self.addWidget(second)
        self.setStretchFactor(0, 1)
        # Neither is dragged shut: a part is shown or hidden by its command, which says what is so.
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._keep)

    def _keep(self) -> None:
        self._moved = True

    def _for_second(self, room: int) -> int:
        """How much of the room the second part is given, unless that is most of it."""
        raise NotImplementedError

    def share(self) -> None:
        """Share the room anew, as when the second part is shown again."""
        if not self._moved:
            room = self.width() if self.orientation() is Qt.Orientation.Horizontal else self.height()
            second = min(self._for_second(room), int(room * MOST_SHARE))
            self.setSizes([room - second, second])

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room that there is now."""
        super().resizeEvent(event)
        self.share()


class Beside(_SharedRoom):
    """The table, and the pane beside it, which gives way to the table's figures first."""

    def __init__(self, table: TrackerTable, pane: QWidget) -> None:
        """Put a pane beside a table."""
        self.table = table
        super().__init__(Qt.Orientation.Horizontal, table, pane)

    def _for_second(self, room: int) -> int:
        return min(max(room - self.table.room_for_figures() - self.handleWidth(), LEAST_PANE), PANE_WIDTH)


class Below(_SharedRoom):
    """The table with its pane, and the findings below them, which leave a few lines of the table in view."""

    def __init__(self, above: Beside, findings: QWidget) -> None:
        """Put findings below the rest."""
        self._table = above.table
        super().__init__(Qt.Orientation.Vertical, above, findings)

    def _for_second(self, room: int) -> int:
        left = room - self._table.room_for_lines(LEAST_LINES) - self.handleWidth()
        return min(max(left, LEAST_FINDINGS), FINDINGS_HEIGHT)
