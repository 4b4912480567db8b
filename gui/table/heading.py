"""The heading in two levels: bands over their columns, then each column's words with sorting and resizing."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from gui.table.frozen import FrozenColumnsView
from gui.table.heading_painter import HeadingPainter
from gui.table.tips import show_tip

LEAST_WIDTH = 28
GRIP = 4
NOTHING_HELD = (-1, 0, 0)


class TwoLevelHeading(QHeaderView):
    """Bands and headings; the leading columns' stay in view with their columns.

    Below the headings it leaves room for the totals, which lie over it there.
    """

    def __init__(self, view: FrozenColumnsView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self._hovered = -1
        self._shift = 0
        self._held = NOTHING_HELD
        self._room_below = 0
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(LEAST_WIDTH)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.viewport().setMouseTracking(True)

    @property
    def own_height(self) -> int:
        """Height of both levels, without the room below them."""
        return 2 * self._view.ink.row_height

    def set_room_below(self, height: int) -> None:
        """Leaves that much room for the totals."""
        self._room_below = height
        self.updateGeometry()

    def _shift_at(self, x: int) -> int:
        """How far Qt's own idea of a position differs: leading columns do not scroll."""
        return self.offset() if x < self._view.frozen_width() else 0

    # the mouse, told to Qt where Qt believes the section is

    def _moved(self, event: QMouseEvent) -> QMouseEvent:
        """The same event, at Qt's own position of the section."""
        position = event.position() - QPointF(self._shift, 0)
        return QMouseEvent(
            event.type(),
            position,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    def _hover(self, section: int) -> None:
        """Marks the heading under the mouse."""
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    # Qt takes no drag at a position left of its own first section, as leading columns have once the rest is
    # scrolled; so their edges are dragged here.

    def _edge_at(self, x: int) -> int:
        """The leading column whose right edge is there while the rest is scrolled, or -1."""
        if not self._shift_at(x):
            return -1
        edges = self._view.columns_between(0, self._view.frozen_width(), frozen=True)
        return next((column for column, left, width in edges if abs(left + width - x) <= GRIP), -1)

    def _resize(self, x: int) -> None:
        """Follows the mouse with the edge that it holds."""
        column, start, width = self._held
        self.resizeSection(column, max(self.minimumSectionSize(), width + x - start))

    def _show_grip(self, x: int) -> None:
        """Shows by the cursor that an edge can be dragged."""
        if self._edge_at(x) >= 0:
            self.setCursor(Qt.CursorShape.SplitHCursor)
        elif self._shift_at(x):
            self.unsetCursor()

    # Qt's own questions

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a band does nothing; on a heading it sorts or resizes."""
        place = event.position().toPoint()
        if place.y() < self._view.ink.row_height:
            return
        self._shift = self._shift_at(place.x())
        edge = self._edge_at(place.x())
        self._held = (edge, place.x(), self.sectionSize(edge) if edge >= 0 else 0)
        if edge < 0:
            super().mousePressEvent(self._moved(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Keeps to the column that was pressed for as long as the button is down."""
        place = event.position().toPoint()
        if event.buttons() and self._held[0] >= 0:
            self._resize(place.x())
            return
        if not event.buttons():
            self._shift = self._shift_at(place.x())
            below_bands = place.y() >= self._view.ink.row_height
            self._hover(self.logicalIndexAt(place.x() - self._shift) if below_bands else -1)
            self._show_grip(place.x())
        super().mouseMoveEvent(self._moved(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends a press where it began."""
        if self._held[0] < 0:
            super().mouseReleaseEvent(self._moved(event))
        self._held = NOTHING_HELD

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On an edge: the column takes the width of what it shows."""
        place = event.position().toPoint()
        edge = self._edge_at(place.x())
        if place.y() < self._view.ink.row_height:
            return
        if edge >= 0:
            self.sectionHandleDoubleClicked.emit(edge)
            return
        self._shift = self._shift_at(place.x())
        super().mouseDoubleClickEvent(self._moved(event))

    def viewportEvent(self, event: QEvent) -> bool:
        """A heading tells itself in full where the mouse rests, and none is marked once it left."""
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            section = self.logicalIndexAt(event.x() - self._shift_at(event.x()))
            show_tip(event.globalPos(), self._tip(section), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, section: int) -> str:
        """What the model says of the column, or its heading."""
        if not 0 <= section < len(self._view.columns):
            return ""
        tip = self.model().headerData(section, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.ToolTipRole))
        return str(tip or self._view.columns[section].heading)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints both levels."""
        HeadingPainter(self, self._view, self._hovered).paint(QPainter(self.viewport()))

    def sizeHint(self) -> QSize:
        """Two levels, and the room for the totals."""
        return QSize(super().sizeHint().width(), self.own_height + self._room_below)
