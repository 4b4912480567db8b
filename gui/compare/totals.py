"""The totals of a comparison: each side's own lines under its own columns, never one from the other."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.compare.columns import EARLIER, LATER, name_of, short_names
from gui.compare.compare_model import CompareModel
from gui.roles import Marks, Role
from model.comparison import BOTH, Side
from model.fields import FIELD
from model.money import show_amount
from model.totals import Totals

_NOWHERE = QModelIndex()


class CompareTotals(QAbstractTableModel):
    """One row for all savings of both sides, and one for those shown while a filter is on."""

    def __init__(self, lines: CompareModel, parent: QObject | None = None) -> None:
        """Add up the sides of a table's model."""
        super().__init__(parent)
        self._lines = lines
        self._rows = self._counted()
        lines.modelReset.connect(self._count_anew)

    def _counted(self) -> list[dict[Side, Totals]]:
        comparison, rows = self._lines.comparison, self._lines.rows
        counted = [dict(comparison.totals)]
        if len(rows) < len(comparison.rows):
            counted.append({side: comparison.totals_of(rows, side) for side in BOTH})
        return counted

    def _count_anew(self) -> None:
        self.beginResetModel()
        self._rows = self._counted()
        self.endResetModel()

    def _label(self, row: int) -> str:
        comparison, totals = self._lines.comparison, self._rows[row]
        names = short_names(comparison)
        named = [
            f"{side}" if names == (EARLIER, LATER) else f"in {name}" for side, name in zip(BOTH, names, strict=True)
        ]
        told = (f"{totals[side].lines:,} {name}" for side, name in zip(BOTH, named, strict=True))
        return f"{'Shown' if row else 'All'}: {', '.join(told)}"

    def _text(self, row: int, place: int) -> str:
        column = self._lines.columns[place]
        if place == 0:
            return self._label(row)
        if column.side is None or column.key not in FIELD or not FIELD[column.key].is_figure:
            return ""
        return show_amount(self._rows[row][column.side][column.key])

    def _tip(self, row: int, place: int) -> str:
        column, text = self._lines.columns[place], self._text(row, place)
        if not text or column.side is None:
            return ""
        lines = self._rows[row][column.side].lines
        return f"{text} is the total of {lines:,} lines of {name_of(self._lines.comparison, column.side)} alone."

    # Qt's own names from here on.

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Give the number of totals rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Give the number of columns, those of the lines."""
        return self._lines.columnCount(parent)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Answer with the totals."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index.row(), index.column())
        return Marks.BOLD if role == Role.MARKS else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Answer as the lines do."""
        return self._lines.headerData(section, orientation, role)
