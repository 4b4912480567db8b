"""A table view whose leading columns stay in view while the others scroll beneath them.

One view does it, not two laid over each other: a leading column is placed at its own position whatever the scroll
bar says, and every question of where a cell is (`visualRect`, `indexAt`, `scrollTo`, selection, painting, editors,
assistive tools) goes through that one rule. So there is one selection, one focus and nothing is painted twice.
"""

from collections.abc import Iterator
from contextlib import nullcontext

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QRegion, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from shiboken6 import isValid

from gui.table.cells import CellPainter
from gui.table.columns import Column
from gui.table.ink import Ink
from gui.table.whole_columns import WholeColumns

MOST_OF_VIEW = 0.6
_AnyIndex = QModelIndex | QPersistentModelIndex


class FrozenColumnsView(QTableView):
    """Places, finds and scrolls cells so that the leading columns never leave the view.

    Attributes:
        columns: What is known of the model's columns.
        cells: What paints them, with the ink of the theme and font.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.cells = CellPainter(Ink.of(self.palette(), self.font()))
        self._frozen = 0
        self._whole = WholeColumns(self, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_frozen_columns(self, count: int) -> None:
        """Keeps that many leading columns in view, or fewer while the view is too narrow for them all."""
        self._frozen = count
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    @property
    def ink(self) -> Ink:
        """Fonts and colours in use."""
        return self.cells.ink

    @property
    def lines(self) -> QAbstractItemModel | None:
        """The model, if there is one yet."""
        return self.model()

    def set_row_height(self, height: int) -> None:
        """Gives every row this height; no row is ever measured."""
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def frozen_columns(self) -> int:
        """How many leading columns are kept in view now, hidden ones counted.

        They never take more than most of the view: the rest must stay readable, at 200% too.
        """
        most = MOST_OF_VIEW * self.viewport().width()
        count = min(self._frozen, self.horizontalHeader().count())
        while count and self._edge(count) > most:
            count -= 1
        return count

    def frozen_width(self) -> int:
        """Where the columns that scroll begin, in pixels of the viewport."""
        return self._edge(self.frozen_columns())

    def column_left(self, column: int) -> int:
        """The left edge of a column in the viewport."""
        header = self.horizontalHeader()
        position = header.sectionPosition(column)
        return position if column < self.frozen_columns() else position - header.offset()

    def columns_between(self, left: int, right: int, *, frozen: bool) -> Iterator[tuple[int, int, int]]:
        """Columns that show anything between two edges: their number, left edge and width."""
        header = self.horizontalHeader()
        border = self.frozen_columns()
        first, last = (0, border) if frozen else (border, header.count())
        offset = 0 if frozen else header.offset()
        for column in range(first, last):
            start, width = header.sectionPosition(column) - offset, header.sectionSize(column)
            if start > right:
                return
            if width and start + width > left:
                yield column, start, width

    def update_rows(self, first: int, last: int) -> None:
        """Paints these rows again."""
        top = self.rowViewportPosition(first)
        bottom = self.rowViewportPosition(last) + self.rowHeight(last)
        self.viewport().update(0, top, self.viewport().width(), bottom - top)

    def _edge(self, count: int) -> int:
        """Width of that many leading columns."""
        header = self.horizontalHeader()
        return header.sectionPosition(count) if count < header.count() else header.length()

    # Qt's own questions, answered by the rule above

    def visualRect(self, index: _AnyIndex) -> QRect:
        """Where the cell is seen."""
        rect = super().visualRect(index)
        if index.isValid() and index.column() < self.frozen_columns():
            rect.moveLeft(self.column_left(index.column()))
        return rect

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The cell seen at a point."""
        if not 0 <= point.x() < self.frozen_width():
            return super().indexAt(point)
        return super().indexAt(QPoint(point.x() - self.horizontalHeader().offset(), point.y()))

    def scrollTo(
        self, index: _AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Brings the cell into view, beside the leading columns and never beneath them."""
        across = self.horizontalScrollBar()
        before = across.value()
        super().scrollTo(index, hint)
        if index.column() < self.frozen_columns():
            across.setValue(before)
            return
        hidden = self.frozen_width() - self.column_left(index.column())
        if hidden > 0:
            across.setValue(across.value() - hidden)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Whole rows: the current line is tinted from edge to edge."""
        region, width = QRegion(), self.viewport().width()
        for place in range(selection.count()):
            ranged = selection.at(place)
            top = self.rowViewportPosition(ranged.top())
            bottom = self.rowViewportPosition(ranged.bottom()) + self.rowHeight(ranged.bottom())
            region += QRegion(QRect(0, top, width, bottom - top))
        return region

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Moves what is painted; sideways all is painted anew: a figure that the edge cuts is shown as dots."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
            self.horizontalHeader().viewport().update()
            self.updateEditorGeometries()

    def updateGeometries(self) -> None:
        """Lays out, and lets the last column be scrolled to in full."""
        whole = getattr(self, "_whole", None)
        # Qt asks before all is made, and once more while it is taken apart.
        with whole.layout() if whole and isValid(whole) else nullcontext():
            super().updateGeometries()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways by whole columns."""
        if self._whole.wheel(event):
            event.accept()
        else:
            super().wheelEvent(event)
