"""A column's cells read as what its field holds; a cell that can't be keeps its text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from model.entries import COMPLETE, DIRECTIONS
from model.fields import Kind
from model.files.grid import Cell
from model.files.recognise.cells import amount_in, is_blank, line_of, show_cell
from model.rag import RATINGS
from model.saving import Direction, Figure, Value

_RATING = {word: rating for rating in RATINGS for word in (rating.casefold(), rating[0].casefold())}
del _RATING["b"]  # Black or Blue: only the officer knows


@dataclass(frozen=True, slots=True)
class Read:
    """A column as read.

    Attributes:
        values: one for each line.
        unread: the text of each line's cell that is not what the column holds.
    """

    values: Sequence[Any]
    unread: Mapping[int, str]


class _Unreadable(Exception):  # noqa: N818 - no error: the text is kept and said to be unread
    """A cell that is not what its column holds."""


class _Known(dict[Cell, Any]):
    """What was made of each cell so far: trackers repeat their amounts, so most cells are read once."""

    def __init__(self, read: Callable[[Cell], Value], otherwise: Value) -> None:
        super().__init__()
        self._read = read
        self._otherwise = otherwise
        self.unreadable: set[Cell] = set()

    def __missing__(self, cell: Cell) -> Value:
        try:
            value = self._read(cell)
        except _Unreadable:
            value = self._otherwise
            self.unreadable.add(cell)
        self[cell] = value
        return value


def read_column(kind: Kind, cells: Sequence[Cell]) -> Read:
    """Read the cells of one column, line by line."""
    if kind in (Kind.TEXT, Kind.TITLE):
        return Read(_texts(cells), {})
    if kind is Kind.REFERENCE:
        return Read([line_of(cell) for cell in cells], {})
    return _read(*_READERS[kind], cells)


def read_other(cells: Sequence[Cell]) -> Sequence[Value]:
    """Read the cells of a column that the program does not know: amounts, or text as a spreadsheet shows it."""
    return [_other(cell) for cell in cells]


def _other(cell: Cell) -> Value:
    if is_blank(cell):
        return None
    return show_cell(cell) if isinstance(cell, str) or amount_in(cell) is None else amount_in(cell)


def _texts(cells: Sequence[Cell]) -> Sequence[str]:
    return [cell if type(cell) is str else show_cell(cell) for cell in cells]


def _read(read: Callable[[Cell], Value], otherwise: Value, cells: Sequence[Cell]) -> Read:
    if bool in set(map(type, cells)):
        # True is 1 to a table of what was read before, and is no amount.
        cells = [show_cell(cell) if isinstance(cell, bool) else cell for cell in cells]
    known = _Known(read, otherwise)
    values = [known[cell] for cell in cells]
    if not known.unreadable:
        return Read(values, {})
    return Read(values, {line: show_cell(cell) for line, cell in enumerate(cells) if cell in known.unreadable})


def _amount(cell: Cell) -> Figure:
    amount = amount_in(cell)
    if amount is None and not is_blank(cell):
        raise _Unreadable
    return amount


def _percent(cell: Cell) -> Figure:
    if isinstance(cell, str) and cell.rstrip().endswith("%"):
        return _amount(cell.rstrip().removesuffix("%"))
    return _amount(cell)


def _direction(cell: Cell) -> Direction:
    return DIRECTIONS[_choice(cell, DIRECTIONS)]


def _complete(cell: Cell) -> bool | None:
    return COMPLETE[_choice(cell, COMPLETE)]


def _choice(cell: Cell, words: Mapping[str, object]) -> str:
    word = line_of(cell).casefold().replace("\N{VARIATION SELECTOR-16}", "")
    if word not in words:
        raise _Unreadable
    return word


def _rating(cell: Cell) -> str:
    text = show_cell(cell)
    rating = _RATING.get(text.strip().casefold())
    if rating is None and text.strip() not in ("", "0"):
        raise _Unreadable
    return rating or text.strip()


_READERS: Mapping[Kind, tuple[Callable[[Cell], Value], Value]] = {
    Kind.AMOUNT: (_amount, None),
    Kind.PERCENT: (_percent, None),
    Kind.DIRECTION: (_direction, Direction.NONE),
    Kind.COMPLETE: (_complete, None),
    Kind.RATING: (_rating, ""),
}


def carries_sign(cell: Cell) -> bool:
    """Tell whether a percentage is written with its sign, so that it means what it says."""
    return isinstance(cell, str) and "%" in cell


def percent_factor(cells: Sequence[Cell], read: Sequence[Decimal], due: Sequence[Figure]) -> Decimal:
    """Tell by what to multiply a column of percentages: a sheet holds 80.66% as the number 80.66 or as 0.8066.

    Args:
        cells: the cells as they stand.
        read: the numbers in them.
        due: what each line's figures come to, in percent.
    """
    votes = [
        abs(100 * abs(number) - abs(percent)) < abs(abs(number) - abs(percent))
        for cell, number, percent in zip(cells, read, due, strict=True)
        if percent and not carries_sign(cell)
    ]
    return Decimal(100) if 2 * sum(votes) > len(votes) else Decimal(1)
