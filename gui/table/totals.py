"""The totals: one or two lines that stay under the headings and scroll sideways with the columns."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView

from gui.roles import Marks
from gui.table.cells import CellPainter, Place
from gui.table.columns import Column
from gui.table.frozen import FrozenColumnsView
from gui.table.ink import PADDING
from gui.table.sheet import BORDER

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class TotalsRow(FrozenColumnsView):
    """A table of its own, so that assistive tools read it; its columns are those of the table it belongs to.

    The label of a line ("All 40 savings") is the first text found under the leading columns and spans them all.
    """

    def __init__(self, table: FrozenColumnsView) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName("totalsRow")
        self.setAccessibleName("Totals")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        table.horizontalScrollBar().rangeChanged.connect(self._scroll)
        table.horizontalScrollBar().valueChanged.connect(self._scroll)
        table.horizontalHeader().sectionResized.connect(self._take_width)

    def paint_with(self, columns: tuple[Column, ...], cells: CellPainter) -> None:
        """Takes the table's columns and painter."""
        self.columns, self.cells = columns, cells
        self.set_row_height(cells.ink.row_height)
        self.viewport().update()

    def wanted_height(self) -> int:
        """Height of all its lines, and of the strong line below them."""
        rows = self.lines.rowCount() if self.lines is not None else 0
        return rows * self.verticalHeader().defaultSectionSize() + (BORDER if rows else 0)

    def take_widths(self) -> None:
        """Takes width and visibility of every column."""
        for column in range(self.horizontalHeader().count()):
            self._take_width(column, 0, self._table.columnWidth(column))

    def _take_width(self, column: int, _before: int, width: int) -> None:
        """Takes the width of one column; a hidden one has none."""
        self.setColumnHidden(column, width == 0)
        if width:
            self.setColumnWidth(column, width)
        self.viewport().update()

    def _scroll(self) -> None:
        """Stands where the table stands."""
        theirs, ours = self._table.horizontalScrollBar(), self.horizontalScrollBar()
        ours.setRange(theirs.minimum(), theirs.maximum())
        ours.setValue(theirs.value())

    def _label(self, model: QAbstractItemModel, row: int) -> str:
        """The line's words."""
        texts = (model.data(model.index(row, column), _DISPLAY) for column in range(max(self.frozen_columns(), 1)))
        return next((str(text) for text in texts if text), "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the lines: figures first, then the labels over the leading columns."""
        model, cells = self.lines, self.cells
        painter = QPainter(self.viewport())
        if model is None or not self.columns:
            return
        colours, border = cells.ink.colours, self.frozen_width()
        width, height = self.viewport().width(), self.verticalHeader().defaultSectionSize()
        painter.fillRect(event.rect(), colours["heading"])
        for row in range(model.rowCount()):
            top = row * height
            painter.setClipRect(border, 0, width - border, self.height())
            self._paint_figures(painter, row, top)
            painter.setClipping(False)
            label = Place(0, top, border or width, height)
            cells.label(painter, label, self._label(model, row))
            painter.fillRect(0, top + height - 1, width, 1, colours["hairline"])
        bottom = self.wanted_height()
        painter.fillRect(border - BORDER, 0, BORDER, bottom, colours["strong_line"])
        painter.fillRect(0, bottom - BORDER, width, BORDER, colours["strong_line"])

    def _paint_figures(self, painter: QPainter, row: int, top: int) -> None:
        """Paints one line's figures."""
        model, cells = self.model(), self.cells
        height = self.verticalHeader().defaultSectionSize()
        for column, left, width in self.columns_between(0, self.viewport().width(), frozen=False):
            text = model.data(model.index(row, column), _DISPLAY)
            place = Place(left, top, width, height, cut=left + width - PADDING > self.viewport().width())
            if text:
                cells.content(painter, place, self.columns[column], str(text), Marks.BOLD)
            painter.fillRect(left + width - 1, top, 1, height, cells.ink.colours["hairline"])

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        """The label's cell reaches over the leading columns."""
        rect = super().visualRect(index)
        if index.isValid() and index.column() == 0 and self.frozen_columns():
            rect.setWidth(self.frozen_width())
        return rect
