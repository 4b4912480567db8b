"""Paints the heading: bands over columns, each in the middle of what is seen of it, and the columns' words."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPolygon
from PySide6.QtWidgets import QHeaderView

from gui.table.columns import Column, spans
from gui.table.frozen import FrozenColumnsView
from gui.table.ink import PADDING
from gui.table.sheet import BORDER

ARROW = 7
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class HeadingPainter:
    """Paints both levels of a heading over a view whose leading columns stay."""

    def __init__(self, header: QHeaderView, view: FrozenColumnsView, hovered: int) -> None:
        self._header = header
        self._view = view
        self._hovered = hovered
        self._ink = view.ink
        self._colours = view.ink.colours
        self._level = view.ink.row_height

    def paint(self, painter: QPainter) -> None:
        """Paints what scrolls first, then the leading columns over it."""
        width, height = self._header.viewport().width(), self._header.height()
        border = self._view.frozen_width()
        painter.fillRect(0, 0, width, height, self._colours["heading"])
        painter.setClipRect(border, 0, width - border, height)
        self._columns_in(painter, border, width, frozen=False)
        painter.setClipRect(0, 0, border, height)
        self._columns_in(painter, 0, border, frozen=True)
        painter.setClipping(False)
        for level in (self._level, 2 * self._level):
            painter.fillRect(0, level - 1, width, 1, self._colours["hairline"])
        painter.fillRect(border - BORDER, self._level, BORDER, height, self._colours["strong_line"])

    def _columns_in(self, painter: QPainter, left: int, right: int, *, frozen: bool) -> None:
        """Paints the bands and headings that stand between two edges."""
        columns = self._view.columns
        between = self._view.columns_between(left, right, frozen=frozen)
        placed = [(columns[column], start, width) for column, start, width in between]
        for column, start, width in placed:
            self._heading(painter, column, start, width)
        # A band reaches over all its columns, those out of sight too: only its words stay within what is seen.
        for span in spans(placed):
            end = span.left + span.width
            painter.fillRect(end - 1, 0, 1, self._level, self._colours["hairline"])
            seen = QRect(max(span.left, left), 0, min(end, right) - max(span.left, left), self._level)
            painter.setFont(self._ink.bold)
            painter.setPen(self._colours["ink"])
            painter.drawText(seen, _MIDDLE, self._ink.elided(span.band, seen.width() - 2 * PADDING, True))

    def _heading(self, painter: QPainter, column: Column, left: int, width: int) -> None:
        """Paints one column's words, with an arrow where the lines are sorted by it."""
        top = height = self._level
        if column.place == self._hovered:
            painter.fillRect(left, top, width, height, self._colours["selection"])
        painter.fillRect(left + width - 1, top, 1, height, self._colours["hairline"])
        box = QRect(left + PADDING, top, width - 2 * PADDING - 1, height)
        by_this = column.place == self._header.sortIndicatorSection()
        if by_this and column.figures:
            self._arrow(painter, left + 2, box.center().y())
            box.setLeft(left + ARROW + 4)
        elif by_this:
            self._arrow(painter, left + width - ARROW - 4, box.center().y())
            box.setRight(left + width - ARROW - 6)
        painter.setFont(self._ink.bold)
        painter.setPen(self._colours["ink" if by_this else "muted"])
        is_short = column.figures or column.centred
        if is_short and left + width - PADDING > self._header.viewport().width():
            # Nothing is shown in its cells, as a part of a figure would be another one.
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "…")
        else:
            painter.drawText(box, column.alignment, self._ink.elided(column.heading, box.width(), True))

    def _arrow(self, painter: QPainter, left: int, middle: int) -> None:
        """A small triangle, upwards where the lines ascend."""
        up = self._header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        tip, base = (middle - 2, middle + 2) if up else (middle + 2, middle - 2)
        points = [QPoint(left, base), QPoint(left + ARROW, base), QPoint(left + ARROW // 2, tip)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours["accent"])
        painter.drawPolygon(QPolygon(points))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
