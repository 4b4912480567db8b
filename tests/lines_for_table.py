"""A small table model that answers the roles of `gui.roles`, for tests of the view alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.roles import Kind, Marks, Role

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Shown:
    """One column of the test's table."""

    heading: str
    kind: Kind
    band: str = ""
    marks: Marks = Marks.NONE
    choices: tuple[str, ...] = ()


PLAN, FORECAST = "Planned savings 2020-21 £000", "Forecast savings 2020-21 £000"
PLANNED = [Shown(f"Q{quarter}", Kind.AMOUNT, PLAN, Marks.MUTED) for quarter in (1, 2, 3, 4)]
FORECASTS = [Shown(f"Q{quarter}", Kind.AMOUNT, FORECAST, Marks.EDITABLE) for quarter in (1, 2, 3, 4)]
COLUMNS = (
    Shown("RAG", Kind.RATING),
    Shown("Reference", Kind.REFERENCE),
    Shown("Title", Kind.TITLE),
    *PLANNED,
    Shown("Saving", Kind.AMOUNT, PLAN, Marks.MUTED | Marks.BOLD),
    *FORECASTS,
    Shown("Forecast", Kind.AMOUNT, FORECAST, Marks.BOLD),
    Shown("Variance", Kind.AMOUNT, FORECAST),
    Shown("%", Kind.PERCENT, FORECAST),
    Shown("DoT", Kind.DIRECTION, "", Marks.EDITABLE, ("↑", "↔", "↓")),
    Shown("Commentary", Kind.TEXT, "", Marks.EDITABLE),
)
PLAN_Q1, FORECAST_Q1, VARIANCE, DIRECTION, COMMENTARY = 3, 8, 13, 15, 16


@dataclass
class Counted:
    """How often the table asked, by row."""

    rows: list[int] = field(default_factory=list)


class Lines(QAbstractTableModel):
    """Texts in rows and columns; refuses an amount that is not a whole number."""

    def __init__(
        self, texts: Sequence[Sequence[str]], columns: Sequence[Shown] = COLUMNS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.texts = [list(row) for row in texts]
        self.shown = tuple(columns)
        self.extra: dict[tuple[int, int], Marks] = {}
        self.asked = Counted()
        self.sorted_by: list[tuple[int, Qt.SortOrder]] = []

    def mark(self, row: int, column: int, marks: Marks) -> None:
        """Marks a cell beyond what its column says."""
        self.extra[row, column] = marks

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.texts)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        self.asked.rows.append(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.texts[row][column]
        if role == Qt.ItemDataRole.EditRole:
            return self.texts[row][column].replace("−", "-").replace(",", "")
        if role == Role.MARKS:
            return self.shown[column].marks | self.extra.get((row, column), Marks.NONE)
        return list(self.shown[column].choices) if role == Role.CHOICES else None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = str(value)
        if self.shown[index.column()].kind is Kind.AMOUNT:
            if not text.lstrip("-").isdigit():
                return False
            text = f"{int(text):,}".replace("-", "−")
        self.texts[index.row()][index.column()] = text
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(self.shown) - 1))
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = index.isValid() and self.shown[index.column()].marks & Marks.EDITABLE
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        shown = self.shown[section]
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: shown.heading,
            Role.KIND: shown.kind,
            Role.BAND: shown.band,
        }
        return answers.get(role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sorted_by.append((column, order))


def some_lines(count: int = 40, columns: Sequence[Shown] = COLUMNS) -> Lines:
    """A model with that many lines of different figures."""
    words = {
        Kind.RATING: ("Green", "Red", "Amber", "Black", "Blue"),
        Kind.DIRECTION: ("↔", "↑", "↓"),
        Kind.COMPLETE: ("No", "Yes"),
    }

    def text(row: int, place: int, shown: Shown) -> str:
        if shown.kind in words:
            return words[shown.kind][row % len(words[shown.kind])]
        if shown.kind is Kind.AMOUNT:
            return f"{-(row * 37 + place):,}".replace("-", "−")
        if shown.kind is Kind.PERCENT:
            return f"{row * 1.25:.2f}"
        return f"A/R.6.{100 + row}" if shown.kind is Kind.REFERENCE else f"{shown.heading} of line {row} in some words"

    return Lines([[text(row, place, shown) for place, shown in enumerate(columns)] for row in range(count)], columns)


def some_totals(count: int = 40, columns: Sequence[Shown] = COLUMNS) -> Lines:
    """A model of one line of totals."""
    figures = ["−15,929" if shown.kind is Kind.AMOUNT else "" for shown in columns]
    return Lines([[f"All {count} savings", *figures[1:]]], columns)
