"""Answers for rows that are read: shown by the kind of their column, sorted by value with blanks and totals last."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.roles import Kind, Role
from gui.table.tips import plain_tip
from model.clipboard import Cell
from model.money import ZERO, show_amount, show_percent

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_SEVERITY = {name: place for place, name in enumerate(("Black", "Red", "Amber", "Green", "Blue"))}
FIGURES = (Kind.AMOUNT, Kind.PERCENT)
SHORT_WORDS = Kind.COMPLETE
"""Words that are never cut, such as Yes and No, or a period."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its words, how its cells are shown, and what its tip says."""

    words: str
    kind: Kind = Kind.TEXT
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, and what it leads to; None where it leads nowhere."""

    cells: tuple[Cell, ...]
    target: object = None


class ListingModel(QAbstractTableModel):
    """Shows rows in the order given, or sorted; totals stand below them, whatever the order."""

    def __init__(self, headings: Sequence[Heading], parent: QObject | None = None) -> None:
        """Start without rows."""
        super().__init__(parent)
        self.headings = tuple(headings)
        self.rows: Sequence[Row] = ()
        self._given: Sequence[Row] = ()
        self._totals: Sequence[Row] = ()
        self._sorting = -1, False

    def show_rows(self, rows: Sequence[Row], totals: Sequence[Row] = ()) -> None:
        """Show other rows, in the order that was asked for last."""
        self.beginResetModel()
        self._given, self._totals = rows, totals
        self._put_in_order()
        self.endResetModel()

    def text(self, row: int, column: int) -> str:
        """Give a cell as it is shown."""
        return _shown(self.rows[row].cells[column], self.headings[column].kind)

    def texts(self, column: int) -> set[str]:
        """Give all that a column shows, each once; cells that are alike are written once, as there may be thousands."""
        kind = self.headings[column].kind
        return {_shown(cell, kind) for cell in {row.cells[column] for row in self.rows}}

    def block(self, rows: Sequence[int]) -> list[tuple[Cell, ...]]:
        """Give rows as cells for the clipboard, headings first."""
        words = tuple(heading.words for heading in self.headings)
        return [words, *(self.rows[row].cells for row in rows)]

    def is_total(self, row: int) -> bool:
        """Tell whether a row is one of the totals."""
        return row >= len(self.rows) - len(self._totals)

    def _put_in_order(self) -> None:
        column, descending = self._sorting
        rows = list(self._given)
        if 0 <= column < len(self.headings):
            filled = [row for row in rows if row.cells[column] not in (None, "")]
            blank = [row for row in rows if row.cells[column] in (None, "")]
            filled.sort(key=lambda row: self._order(row.cells[column], column), reverse=descending)
            rows = filled + blank
        self.rows = (*rows, *self._totals)

    def _order(self, cell: Cell, column: int) -> tuple[Decimal, str]:
        if isinstance(cell, Decimal):
            return cell, ""
        text = cell or ""
        rating = self.headings[column].kind is Kind.RATING
        return Decimal(_SEVERITY.get(text, len(_SEVERITY))) if rating else ZERO, text.casefold()

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of rows, totals included."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Answer from the row."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(str(self.rows[index.row()].cells[index.column()] or "")) if self._long(index) else None
        return self.is_total(index.row()) if role == Role.BOLD else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Answer from the heading."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        heading = self.headings[section]
        answers = {
            int(Qt.ItemDataRole.DisplayRole): heading.words,
            int(Qt.ItemDataRole.ToolTipRole): heading.tip or None,
            int(Qt.ItemDataRole.TextAlignmentRole): self._alignment(section),
            int(Role.KIND): heading.kind,
        }
        return answers.get(int(role))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by value; by no column, the rows stand as they were given. What was current moves along."""
        self.layoutAboutToBeChanged.emit()
        held, before = self.persistentIndexList(), self.rows
        self._sorting = column, order == Qt.SortOrder.DescendingOrder
        self._put_in_order()
        places = {id(row): place for place, row in enumerate(self.rows)}
        moved = [self.index(places[id(before[index.row()])], index.column()) for index in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _alignment(self, column: int) -> int:
        return _RIGHT if self.headings[column].kind in FIGURES else _LEFT

    def _long(self, index: Index) -> bool:
        return self.headings[index.column()].kind in (Kind.TEXT, Kind.TITLE)


def _shown(cell: Cell, kind: Kind) -> str:
    if isinstance(cell, Decimal):
        return show_percent(cell) if kind is Kind.PERCENT else show_amount(cell)
    return " ".join(cell.split()) if cell else ""
