"""Answers for the comparison's table: two sides of each field, what became of each row, in the order asked for."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from gui.compare.columns import REFERENCE, TITLE, WHAT, ShownColumn, name_of, shown_columns
from gui.compare.words import change_words, reference_words, what_words
from gui.pane.words import capital
from gui.roles import Kind, Marks, Role
from model.comparing import Widest
from model.comparison import BOTH, Comparison, Row, RowKind, Side, Wanted
from model.money import ZERO
from model.saving import Figure, Saving

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_FIGURES = (Kind.AMOUNT, Kind.PERCENT)
# A change stands on a ground of its own, here and in the cells that changed; the words say the same.
_WHAT_MARKS = {RowKind.SAME: Marks.MUTED, RowKind.GONE: Marks.MUTED, RowKind.NEW: Marks.BOLD}


class CompareModel(QAbstractTableModel):
    """The rows of a comparison that pass the filter; nothing in it can be edited."""

    def __init__(self, comparison: Comparison, widest: Widest, parent: QObject | None = None) -> None:
        """Show a comparison whole; `widest` are the longest figures of each side."""
        super().__init__(parent)
        self.comparison = comparison
        self.columns = shown_columns(comparison)
        self.rows: Sequence[Row] = comparison.rows
        self._wanted = Wanted()
        self._sorting = -1, False
        self._widest = widest
        self._answers: dict[int, Callable[[Row, ShownColumn], Any]] = {
            _DISPLAY: self.text,
            int(Role.MARKS): self._marks,
            int(Qt.ItemDataRole.ToolTipRole): self._tip,
            int(Qt.ItemDataRole.AccessibleTextRole): self._spoken,
        }

    @property
    def wanted(self) -> Wanted:
        """What the officer asked to see."""
        return self._wanted

    def show_comparison(self, comparison: Comparison, widest: Widest) -> None:
        """Show another comparison, as made anew, under the same filter."""
        self.beginResetModel()
        self.comparison, self.columns = comparison, shown_columns(comparison)
        self._widest = widest
        self._choose_rows()
        self.endResetModel()

    def show_wanted(self, wanted: Wanted) -> None:
        """Show the rows that are asked for."""
        self.beginResetModel()
        self._wanted = wanted
        self._choose_rows()
        self.endResetModel()

    def row_at(self, place: int) -> Row | None:
        """Give the row shown at a place."""
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def place_of(self, asked: Row | None) -> int | None:
        """Give where a row is shown: as it was in an earlier comparison, or the row that its later line is on now."""
        if asked is None:
            return None
        sides = _lines(asked)
        both = (place for place, row in enumerate(self.rows) if _lines(row) == sides)
        one = (place for place, row in enumerate(self.rows) if _shares_line(_lines(row), sides))
        return next(both, next(one, None))

    def text(self, row: Row, column: ShownColumn) -> str:
        """Give the text of a cell."""
        if column.side is not None:
            return row.text(column.side, column.key)
        if column.key == REFERENCE:
            return reference_words(row)
        if column.key == TITLE:
            return row.title
        return self.what(row)

    def what(self, row: Row) -> str:
        """Say in words what became of a row."""
        return capital("; ".join(what_words(row, self.comparison)))

    def is_open(self, place: int) -> bool:
        """Tell whether the row shown at a place waits for the officer's word."""
        row = self.rows[place]
        return row.asked or row.suggested

    def block(self, places: Sequence[int]) -> list[tuple[str, ...]]:
        """Give rows as texts under their headings, for the clipboard."""
        headings = tuple(column.whole_heading for column in self.columns)
        rows = (self.rows[place] for place in places)
        return [headings, *(tuple(self.text(row, column) for column in self.columns) for row in rows)]

    def _choose_rows(self) -> None:
        rows = self.comparison.rows_shown(self._wanted, self.what)
        place, descending = self._sorting
        if 0 <= place < len(self.columns):
            rows = self._sorted(rows, self.columns[place], descending=descending)
        self.rows = rows

    def _sorted(self, rows: Sequence[Row], column: ShownColumn, *, descending: bool) -> tuple[Row, ...]:
        if column.kind in _FIGURES:
            valued = [(row, _figure(row, column)) for row in rows]
            known = [(figure, row) for row, figure in valued if figure is not None]
            known.sort(key=lambda pair: pair[0], reverse=descending)
            return (*(row for _, row in known), *(row for row, figure in valued if figure is None))
        texts = [(self.text(row, column).casefold(), row) for row in rows]
        filled = sorted((pair for pair in texts if pair[0]), key=lambda pair: pair[0], reverse=descending)
        return (*(row for _, row in filled), *(row for text, row in texts if not text))

    def _marks(self, row: Row, column: ShownColumn) -> Marks:
        if column.key == REFERENCE and column.side is None:
            return Marks.FINDING if row.asked or row.suggested else Marks.NONE
        if column.key == WHAT:
            return _WHAT_MARKS.get(row.kind, Marks.EDITABLE)
        if column.side is Side.EARLIER:
            return Marks.MUTED
        differs = column.side is Side.LATER and column.key in row.differing
        return Marks.EDITABLE | Marks.BOLD if differs else Marks.NONE

    def _tip(self, row: Row, column: ShownColumn) -> str:
        if column.key == REFERENCE:
            return row.question
        if column.key == TITLE:
            earlier, later = (row.text(side, TITLE) for side in BOTH)
            before = f"\n{name_of(self.comparison, Side.EARLIER)}: {earlier}" if earlier and earlier != later else ""
            return f"{later or earlier}{before}" if before else ""
        difference = row.difference(column.key) if column.side is Side.LATER else None
        if difference is None:
            return ""
        return f"{difference.word}: {change_words(row, column.key)}"

    def _spoken(self, row: Row, column: ShownColumn) -> str:
        text = self.text(row, column)
        differs = column.side is Side.LATER and column.key in row.differing
        asked = column.key == REFERENCE and row.asked
        return f"{text or 'blank'}, differs" if differs else f"{text}, to decide" if asked else text

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of rows shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's signature
        """Answer from the row."""
        answer = self._answers.get(int(role))
        return answer(self.rows[index.row()], self.columns[index.column()]) if answer and index.isValid() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401
        """Answer for a column's heading."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        answers: dict[int, object] = {
            _DISPLAY: column.heading,
            int(Qt.ItemDataRole.ToolTipRole): column.whole_heading,
            int(Qt.ItemDataRole.AccessibleTextRole): column.whole_heading,
            int(Role.BAND): column.band,
            int(Role.KIND): column.kind,
        }
        if role == Role.WIDEST and column.side is not None:
            return self._widest.get((column.side, column.key))
        if role == Qt.ItemDataRole.SizeHintRole and column.width:
            return QSize(column.width, 0)
        return answers.get(int(role))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by what a column shows, blanks last; by no column, the comparison's own order."""
        self.beginResetModel()
        self._sorting = column, order is Qt.SortOrder.DescendingOrder
        self._choose_rows()
        self.endResetModel()


def _figure(row: Row, column: ShownColumn) -> Figure:
    saving: Saving | None = row.earlier if column.side is Side.EARLIER else row.later
    value = saving.value(column.key) if saving is not None else None
    return value if not isinstance(value, str | bool) else ZERO


def _lines(row: Row) -> tuple[int | None, int | None]:
    return row.earlier.line if row.earlier else None, row.later.line if row.later else None


def _shares_line(lines: tuple[int | None, int | None], others: tuple[int | None, int | None]) -> bool:
    return any(line is not None and line == other for line, other in zip(lines, others, strict=True))
