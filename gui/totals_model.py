"""The totals that stay in view: of all lines, and of the lines shown while a filter is on."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.roles import Marks, Role
from gui.tracker_model import TrackerModel
from model.explain import explain_total
from model.fields import FIELD
from model.money import show_amount
from model.saving import Saving
from model.totals import Totals

_NOWHERE = QModelIndex()
LABEL_COLUMN = 0


class TotalsModel(QAbstractTableModel):
    """One row for all lines, and one for the lines shown where those are fewer."""

    def __init__(self, lines: TrackerModel, parent: QObject | None = None) -> None:
        """Add up the lines of a table's model."""
        super().__init__(parent)
        self._lines = lines
        self._shown: Totals | None = None
        self._counted: dict[int, Saving] = {}
        lines.tracker.watch(self._follow)
        lines.modelReset.connect(self._count_anew)

    @property
    def rows(self) -> Sequence[Totals]:
        """The totals of each row."""
        whole = self._lines.tracker.totals()
        return (whole,) if self._shown is None else (whole, self._shown)

    def _follow(self, lines: frozenset[int]) -> None:
        if not lines:
            self._count_anew()
            return
        if self._shown is not None:
            for line in lines & self._counted.keys():
                self._shown.remove(self._counted[line])
                self._counted[line] = self._lines.tracker.year.savings[line]
                self._shown.add(self._counted[line])
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _count_anew(self) -> None:
        year = self._lines.tracker.year
        self.beginResetModel()
        self._counted, self._shown = {}, None
        if len(self._lines.lines) < len(year.savings):
            self._counted = {line: year.savings[line] for line in self._lines.lines}
            self._shown = Totals(self._counted.values(), year.scheme)
        self.endResetModel()

    def _label(self, row: int) -> str:
        lines = self.rows[row].lines
        return f"All {lines:,} savings" if row == 0 else f"{lines:,} shown"

    def _text(self, row: int, column: int) -> str:
        if column == LABEL_COLUMN:
            return self._label(row)
        field = FIELD.get(self._lines.columns[column].key)
        return show_amount(self.rows[row][field.key]) if field and field.is_figure else ""

    def _tip(self, row: int, column: int) -> str:
        key = self._lines.columns[column].key
        if not self._text(row, column) or column == LABEL_COLUMN:
            return ""
        totals = self.rows[row]
        return explain_total(key, totals[key], totals.lines)

    # Qt's own names from here on.

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Give the number of totals rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Give the number of columns, those of the lines."""
        return self._lines.columnCount(parent)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Answer with the totals."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        return Marks.BOLD if role == Role.MARKS else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Answer as the lines do."""
        return self._lines.headerData(section, orientation, role)
