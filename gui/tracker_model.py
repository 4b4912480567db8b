"""The table's model: an interpreter between Qt and a tracker, with nothing of its own but which lines are shown."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.roles import Kind, Marks, Role
from gui.words import direction_words
from model.entries import CHOICES, show, shown
from model.explain import explain_figure, explain_rating
from model.fields import FIELD, Access, Band, Field
from model.fields import Kind as FieldKind
from model.lines_shown import Sorting
from model.rating import rating_of
from model.saving import Direction, Saving
from model.tracker import Tracker
from model.year import Column, Severity

Index = QModelIndex | QPersistentModelIndex
Edit = Callable[[int, str, str], bool]
FROZEN = ("rating", "reference", "title")
BANDS = {
    Band.INVESTMENT: "Investment",
    Band.PLAN: "Plan",
    Band.FORECAST: "Forecast",
    Band.PRIOR: "Prior years",
}
"""Words over the columns of a tracker that prints none."""
_NOWHERE = QModelIndex()
_DISPLAY, _EDIT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole


def columns_in_view(layout: Sequence[Column]) -> tuple[Column, ...]:
    """Put rating, reference and title first, where they stay in view; the rest keeps the tracker's order."""
    first = [column for key in FROZEN for column in layout if column.key == key]
    return (*first, *(column for column in layout if column.key not in FROZEN))


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the first and the last of rows that follow each other: one call for a block, whatever its height."""
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        following = [row for _, row in run]
        yield following[0], following[-1]


class TrackerModel(QAbstractTableModel):
    """Shows the lines of a tracker that pass the filter; an edit is a request to the session."""

    sort_asked = Signal(Sorting)

    def __init__(self, tracker: Tracker, edit: Edit, parent: QObject | None = None) -> None:
        """Show a tracker; `edit(line, key, text)` carries out a typed value and tells whether it was taken."""
        super().__init__(parent)
        self.tracker = tracker
        self.columns = columns_in_view(tracker.year.layout)
        self._prints_bands = any(column.band for column in self.columns)
        self.lines: list[int] = list(range(len(tracker.year.savings)))
        self._rows = {line: line for line in self.lines}
        self._edit = edit
        self._answers: dict[int, Callable[[Saving, Column], Any]] = {
            _DISPLAY: self._text,
            _EDIT: self._text_to_edit,
            Role.MARKS: self._marks,
            Role.RATING: self._rating,
            Role.SORT: lambda saving, column: saving.value(column.key),
            Role.CHOICES: lambda _saving, column: list(CHOICES.get(FIELD[column.key].kind, ())),
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }
        tracker.watch(self._follow)

    def line_at(self, row: int) -> int:
        """Give the line shown in a row."""
        return self.lines[row]

    def row_of(self, line: int) -> int | None:
        """Give the row in which a line is shown, if it is."""
        return self._rows.get(line)

    def column_of(self, key: str) -> int | None:
        """Give the column of a field, if the tracker has it."""
        return next((place for place, column in enumerate(self.columns) if column.key == key), None)

    def show_lines(self, lines: list[int]) -> None:
        """Show these lines in this order."""
        if lines == self.lines:
            return
        if len(lines) == len(self.lines) and set(lines) == set(self.lines):
            self._reorder(lines)
            return
        self.beginResetModel()
        self._take(lines)
        self.endResetModel()

    def refresh(self) -> None:
        """Show every cell anew."""
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.columns) - 1))

    def _take(self, lines: list[int]) -> None:
        self.lines = lines
        self._rows = {line: row for row, line in enumerate(lines)}

    def _reorder(self, lines: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        kept = [(self.lines[index.row()], index.column()) for index in held]
        self._take(lines)
        self.changePersistentIndexList(held, [self.index(self._rows[line], column) for line, column in kept])
        self.layoutChanged.emit()

    def _follow(self, lines: frozenset[int]) -> None:
        if not lines:
            self.refresh()
        for first, last in _runs(sorted(row for line in lines if (row := self._rows.get(line)) is not None)):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _text(self, saving: Saving, column: Column) -> str:
        key = column.key
        if key == "rating":
            return self._rating(saving, column)
        computed = self._computed(saving) if key == "direction" else None
        return f"{shown(saving, key)} ({computed.arrow})".strip() if computed else shown(saving, key)

    def _computed(self, saving: Saving) -> Direction | None:
        """Give the direction computed since the previous period where it is another than the one that is given."""
        computed = self.tracker.computed_direction(saving.line)
        return computed if computed is not None and computed != saving.direction else None

    def _direction_words(self, saving: Saving) -> str:
        computed, travel = self._computed(saving), self.tracker.standing.travel
        words = direction_words(saving.direction)
        return f"{words}; {computed.value} by the figures since {travel.since}" if computed and travel else words

    def _text_to_edit(self, saving: Saving, column: Column) -> str:
        if column.key == "direction":
            return str(saving.direction.value)
        return self._text(saving, column).replace("−", "-")

    def _rating(self, saving: Saving, _column: Column) -> str:
        return rating_of(saving, self.tracker.year.scheme).name

    def _marks(self, saving: Saving, column: Column) -> Marks:
        key = column.key
        field = FIELD.get(key)
        marks = Marks.CHANGED if self.tracker.changed(saving.line, key) else Marks.NONE
        if key != "rating" and self._can_edit(field):
            marks |= Marks.EDITABLE
        if key == "reference":
            marks |= self._finding_marks(saving)
        if field and field.access is Access.PLAN:
            marks |= Marks.MUTED
        if key in ("reference", "forecast_total", "plan_total"):
            marks |= Marks.BOLD
        return marks

    def _finding_marks(self, saving: Saving) -> Marks:
        found = self.tracker.standing.findings_of(saving.line)
        error = any(finding.severity is Severity.ERROR for finding in found)
        return (Marks.FINDING if found else Marks.NONE) | (Marks.ERROR if error else Marks.NONE)

    def _can_edit(self, field: Field | None) -> bool:
        if field is None or self.tracker.viewing or field.access in (Access.DERIVED, Access.FIXED):
            return False
        return field.access is not Access.PLAN or bool(self.tracker.plan_reason)

    def _tip(self, saving: Saving, column: Column) -> str:
        key = column.key
        if key == "rating":
            return explain_rating(saving, self.tracker.year.scheme)
        if key in ("plan_total", "forecast_total", "variance", "percent"):
            return explain_figure(saving, key)
        if key == "reference":
            found = self.tracker.standing.findings_of(saving.line)
            return "\n".join(finding.message for finding in found)
        return self._direction_words(saving) if key == "direction" else self._text(saving, column)

    def _spoken(self, saving: Saving, column: Column) -> str:
        key, text = column.key, self._text(saving, column)
        if key == "direction":
            return self._direction_words(saving)
        if key == "reference" and self.tracker.standing.findings_of(saving.line):
            text = f"{text}, has findings"
        return f"{text}, changed" if self.tracker.changed(saving.line, key) else text

    def _band(self, column: Column) -> str:
        """Give the band as the tracker prints it, or where it prints none at all, the field's own."""
        band = FIELD[column.key].band if column.known and not self._prints_bands else None
        return BANDS[band] if band else column.band

    def _widest(self, column: Column) -> str | None:
        if not column.known or FIELD[column.key].kind not in (FieldKind.AMOUNT, FieldKind.PERCENT):
            return None
        key, year = column.key, self.tracker.year
        texts = [show(key, amount) for amount in set(map(attrgetter(key), year))]
        texts += [saving.unread[key] for saving in year.partly_unread if key in saving.unread]
        return max(texts, key=len, default="")

    # Qt's own names from here on.

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; no column asks for the tracker's own."""
        key = self.columns[column].key if 0 <= column < len(self.columns) else ""
        self.sort_asked.emit(Sorting(key, order is Qt.SortOrder.DescendingOrder))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of lines shown."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of columns of the layout."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's signature
        """Answer from the saving."""
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self.tracker.year.savings[self.lines[index.row()]], self.columns[index.column()])

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:  # noqa: ANN401 - Qt's signature
        """Ask the session for the edit; the watcher shows what came of it."""
        if role != _EDIT or not index.isValid():
            return False
        return self._edit(self.lines[index.row()], self.columns[index.column()].key, str(value))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be chosen, and those edited that the tracker lets be."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        editable = self._can_edit(FIELD.get(self.columns[index.column()].key))
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401
        """Answer for a column's heading; rows have none."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _DISPLAY:
            return column.short
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            band = self._band(column)
            return f"{band}: {column.heading}" if band else column.heading
        if role == Role.BAND:
            return self._band(column)
        if role == Role.KIND:
            return Kind(FIELD[column.key].kind.value) if column.known else Kind.TEXT
        return self._widest(column) if role == Role.WIDEST else None
