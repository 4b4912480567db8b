"""The cells selected in the table, as lines and fields: for the clipboard, for filling, for the status line."""

from collections.abc import Iterator
from decimal import Decimal

from PySide6.QtCore import QItemSelectionRange

from gui.table import TrackerTable
from gui.tracker_model import TrackerModel
from model.blocks import Area


class SelectedCells:
    """What is selected; columns that are hidden are never part of it."""

    def __init__(self, table: TrackerTable, model: TrackerModel) -> None:
        """Look at a table and its model."""
        self._table, self._model = table, model

    def amounts(self) -> list[Decimal]:
        """Give the amounts of the selected cells, in £000; a percentage is no amount."""
        savings, lines = self._model.tracker.year.savings, self._model.lines
        cells = ((lines[row], key) for rows, keys in self._ranges() for row in rows for key in keys if key != "percent")
        values = (savings[line].value(key) for line, key in cells)
        return [value for value in values if isinstance(value, Decimal)]

    def block(self) -> tuple[list[int], list[str]] | None:
        """Give the lines and the fields of the one block that is selected; None where cells lie apart."""
        ranges = list(self._ranges())
        rows = sorted({row for rows, _keys in ranges for row in rows})
        keys = {key for _rows, keys in ranges for key in keys}
        if len(rows) * len(keys) != sum(len(rows) * len(keys) for rows, keys in ranges):
            return None
        ordered = [column.key for column in self._model.columns if column.key in keys]
        return [self._model.line_at(row) for row in rows], ordered

    def area(self) -> Area | None:
        """Give where a paste would be laid: from the block's first cell on, as far as lines and columns are shown."""
        block = self.block()
        if block is None or not all(block):
            return None
        lines, keys = block
        row, column = self._model.row_of(lines[0]) or 0, self._model.column_of(keys[0]) or 0
        reach = self._shown(range(column, len(self._model.columns)))
        return Area(self._model.lines[row:], reach, len(lines), len(keys))

    def _ranges(self) -> Iterator[tuple[range, list[str]]]:
        """Give each selected range as rows and fields."""
        selection = self._table.selectionModel().selection()
        ranges = (selection.at(place) for place in range(selection.count()))
        for part in ranges:
            yield range(part.top(), part.bottom() + 1), self._shown(_columns(part))

    def _shown(self, columns: range) -> list[str]:
        return [self._model.columns[column].key for column in columns if not self._table.isColumnHidden(column)]


def _columns(part: QItemSelectionRange) -> range:
    return range(part.left(), part.right() + 1)
