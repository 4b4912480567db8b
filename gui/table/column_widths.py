"""Keeps the columns wide enough: found once, as wide as the figures need later, the officer's otherwise."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from gui.table.columns import Column
from gui.table.frozen import FrozenColumnsView
from gui.table.widths import MEASURED, column_width, figures_width, texts_between

MANY_LINES = 200
_AnyIndex = QModelIndex | QPersistentModelIndex


class ColumnWidths:
    """The widths of a table's columns; a column of figures never becomes narrower than its widest, totals included."""

    def __init__(self, table: FrozenColumnsView, totals: FrozenColumnsView) -> None:
        self._table = table
        self._totals = totals
        self._fitted: dict[int, int] = {}
        self._lines: dict[int, int] = {}
        self._sums: dict[int, int] = {}
        self._widest: dict[int, QPersistentModelIndex] = {}
        self._before: dict[int, int] = {}
        table.horizontalHeader().sectionResized.connect(self._keep_figures_whole)

    def needed(self, column: int) -> int:
        """The least width that shows all figures of a column; 0 for a column of texts."""
        return max(self._lines.get(column, 0), self._sums.get(column, 0))

    def fit(self) -> None:
        """Gives every column the width that it begins with."""
        for kept in (self._lines, self._sums, self._widest, self._before):
            kept.clear()
        for column in self._table.columns:
            width = column_width(self._table.model(), column, self._table.ink)
            self._lines[column.place] = width if column.kind in MEASURED else 0
            if not self._table.isColumnHidden(column.place):
                self._table.setColumnWidth(column.place, width)
        self._fitted = dict(self._lines)
        self.grow_for_totals()

    def grow_for(self, first: _AnyIndex, last: _AnyIndex) -> None:
        """Widens columns for what changed, and gives the room back where their widest figure went."""
        model, ink = self._table.model(), self._table.ink
        many = last.row() - first.row() > MANY_LINES
        for column in self._table.columns[first.column() : last.column() + 1]:
            if column.kind in MEASURED and many:
                self._need(self._lines, column.place, max(column_width(model, column, ink), self._fitted[column.place]))
            elif column.kind in MEASURED:
                self._follow(column, first.row(), last.row())

    def grow_for_totals(self) -> None:
        """Widens columns of figures for the totals."""
        model = self._totals.lines
        if model is None:
            return
        for column in self._table.columns:
            if column.figures:
                texts: Iterable[str] = texts_between(model, column.place, 0, model.rowCount() - 1)
                self._need(self._sums, column.place, figures_width(texts, column, self._table.ink))
        self._totals.viewport().update()

    def _follow(self, column: Column, first: int, last: int) -> None:
        """Follows a few lines; all are measured only where the cell that had widened the column is among them."""
        model, ink, place = self._table.model(), self._table.ink, column.place
        width, row = max(
            (figures_width(texts_between(model, place, row, row), column, ink), row) for row in range(first, last + 1)
        )
        widest = self._widest.get(place)
        if width > self._lines.get(place, 0):
            self._widest[place] = QPersistentModelIndex(model.index(row, place))
            self._need(self._lines, place, width)
        elif widest is not None and column.figures and (not widest.isValid() or first <= widest.row() <= last):
            self._widest[place] = QPersistentModelIndex()
            self._need(self._lines, place, max(column_width(model, column, ink), self._fitted[place]))
            if self._lines[place] == self._fitted[place]:
                del self._widest[place]

    def _need(self, parts: dict[int, int], column: int, width: int) -> None:
        """Takes what the lines or the totals need; what was widened for them is given back, never the officer's own."""
        before = self.needed(column)
        parts[column] = width
        now, wide = self.needed(column), self._table.columnWidth(column)
        if self._table.isColumnHidden(column) or now == before:
            return
        if wide < now:
            self._before.setdefault(column, wide)
            self._table.setColumnWidth(column, now)
        elif wide == before and column in self._before:
            self._table.setColumnWidth(column, max(now, self._before[column]))

    def _keep_figures_whole(self, column: int, _before: int, width: int) -> None:
        """A column of figures does not become narrower than its widest figure; 0 is a hidden one."""
        if 0 < width < self.needed(column):
            self._table.setColumnWidth(column, self.needed(column))
