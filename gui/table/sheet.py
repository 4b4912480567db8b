"""Paints the part of the table that needs it: cells column by column, hairlines, border and current cell."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from gui.table.cells import Place
from gui.table.frozen import FrozenColumnsView
from gui.table.ink import PADDING

BORDER = 2


@dataclass(frozen=True)
class Rows:
    """The rows to paint: numbers from `first` up to `last`, the first at `top`, all of one height."""

    first: int
    last: int
    top: int
    height: int

    @property
    def bottom(self) -> int:
        """The pixel below the last row."""
        return self.top + (self.last - self.first + 1) * self.height

    def tops(self) -> Iterable[tuple[int, int]]:
        """Each row with its upper edge."""
        return ((row, self.top + (row - self.first) * self.height) for row in range(self.first, self.last + 1))


class SheetPainter:
    """Paints the cells of a view with leading columns that stay."""

    def __init__(self, view: FrozenColumnsView) -> None:
        self._view = view
        self._columns = view.columns
        self._cells = view.cells
        self._colours = view.ink.colours

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Paints what lies in the rectangle."""
        painter.fillRect(rect, self._colours["surface"])
        rows = self._rows(rect)
        if rows is None:
            return
        block = self._block(rows)
        border = self._view.frozen_width()
        beside = rect.intersected(QRect(border, rect.top(), rect.right() - border + 1, rect.height()))
        if not beside.isEmpty():
            painter.setClipRect(beside)
            self._cells_in(painter, rows, beside, block, frozen=False)
            painter.setClipping(False)
        if rect.left() < border:
            self._cells_in(painter, rows, rect, block, frozen=True)
            painter.fillRect(border - BORDER, rows.top, BORDER, rows.bottom - rows.top, self._colours["strong_line"])
        self._outline(painter, rows, border)

    def _rows(self, rect: QRect) -> Rows | None:
        """The rows that the rectangle touches."""
        view = self._view
        model = view.lines
        first, last = view.rowAt(rect.top()), view.rowAt(rect.bottom())
        if model is None or first < 0:
            return None
        if last < 0:
            last = model.rowCount() - 1
        return Rows(first, last, view.rowViewportPosition(first), view.rowHeight(first))

    def _block(self, rows: Rows) -> set[tuple[int, int]]:
        """The cells seen that are selected together; a single selected cell is only the current one."""
        selection = self._view.selectionModel().selection()
        if selection.count() == 1 and selection.at(0).width() * selection.at(0).height() == 1:
            return set()
        return {
            (row, column)
            for ranged in map(selection.at, range(selection.count()))
            for row in range(max(ranged.top(), rows.first), min(ranged.bottom(), rows.last) + 1)
            for column in range(ranged.left(), ranged.right() + 1)
        }

    def _cells_in(
        self, painter: QPainter, rows: Rows, rect: QRect, block: set[tuple[int, int]], *, frozen: bool
    ) -> None:
        """Cells of the leading columns or of the others, a column at a time: pens and fonts change least."""
        model = self._view.model()
        paint = self._cells.paint
        current = self._view.currentIndex()
        line, height = current.row(), rows.height
        hairline = self._colours["hairline"]
        for column, left, width in self._view.columns_between(rect.left(), rect.right(), frozen=frozen):
            facts = self._columns[column]
            at_current = column == current.column()
            cut = left + width - PADDING > self._view.viewport().width()
            for row, top in rows.tops():
                place = Place(
                    left, top, width, height, row == line, (row, column) in block, at_current and row == line, cut
                )
                paint(painter, place, facts, model, row)
                painter.fillRect(left, top + height - 1, width, 1, hairline)
            painter.fillRect(left + width - 1, rows.top, 1, rows.bottom - rows.top, hairline)

    def _outline(self, painter: QPainter, rows: Rows, border: int) -> None:
        """The current cell's outline: in the accent while the keyboard is here, quieter while it is elsewhere."""
        current = self._view.currentIndex()
        if not current.isValid() or not rows.first <= current.row() <= rows.last:
            return
        box = self._view.visualRect(current)
        if current.column() >= self._view.frozen_columns():
            painter.setClipRect(border, 0, self._view.viewport().width(), self._view.viewport().height())
        focused = self._view.hasFocus()
        pen = QPen(self._colours["accent" if focused else "muted"], 2 if focused else 1)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1, 1, -1, -1) if focused else box.adjusted(0, 0, -1, -1))
        painter.setClipping(False)
