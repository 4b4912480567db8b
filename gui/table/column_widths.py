"""Keeps the columns wide enough: found once, grown when a figure needs more, the officer's otherwise."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from gui.table.frozen import FrozenColumnsView
from gui.table.widths import MEASURED, column_width, figures_width, texts_between

MANY_LINES = 200
_AnyIndex = QModelIndex | QPersistentModelIndex


class ColumnWidths:
    """The widths of a table's columns; a column of figures never becomes narrower than its widest, totals included."""

    def __init__(self, table: FrozenColumnsView, totals: FrozenColumnsView) -> None:
        self._table = table
        self._totals = totals
        self._needed: dict[int, int] = {}
        table.horizontalHeader().sectionResized.connect(self._keep_figures_whole)

    def needed(self, column: int) -> int:
        """The least width that shows all figures of a column; 0 for a column of texts."""
        return self._needed.get(column, 0)

    def fit(self) -> None:
        """Gives every column the width that it begins with."""
        self._needed.clear()
        for column in self._table.columns:
            width = column_width(self._table.model(), column, self._table.ink)
            self._needed[column.place] = width if column.kind in MEASURED else 0
            if not self._table.isColumnHidden(column.place):
                self._table.setColumnWidth(column.place, width)
        self.grow_for_totals()

    def grow_for(self, first: _AnyIndex, last: _AnyIndex) -> None:
        """Widens columns of figures for what changed; of many lines the model knows the widest."""
        model, ink = self._table.model(), self._table.ink
        many = last.row() - first.row() > MANY_LINES
        for column in self._table.columns[first.column() : last.column() + 1]:
            if column.kind in MEASURED and many:
                self._grow(column.place, column_width(model, column, ink))
            elif column.kind in MEASURED:
                texts = texts_between(model, column.place, first.row(), last.row())
                self._grow(column.place, figures_width(texts, column, ink))

    def grow_for_totals(self) -> None:
        """Widens columns of figures for the totals."""
        model = self._totals.lines
        if model is None:
            return
        for column in self._table.columns:
            if column.figures:
                texts: Iterable[str] = texts_between(model, column.place, 0, model.rowCount() - 1)
                self._grow(column.place, figures_width(texts, column, self._table.ink))
        self._totals.viewport().update()

    def _grow(self, column: int, width: int) -> None:
        """Widens a column whose figures need more."""
        if width <= self.needed(column):
            return
        self._needed[column] = width
        if not self._table.isColumnHidden(column) and self._table.columnWidth(column) < width:
            self._table.setColumnWidth(column, width)

    def _keep_figures_whole(self, column: int, _before: int, width: int) -> None:
        """A column of figures does not become narrower than its widest figure; 0 is a hidden one."""
        if 0 < width < self.needed(column):
            self._table.setColumnWidth(column, self.needed(column))
