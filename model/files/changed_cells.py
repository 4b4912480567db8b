"""Which cells of a tracker's own workbook a save has to change, and what to write into each."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from model.entries import COMPLETE, DIRECTIONS, show
from model.fields import FIELD, OTHER, Kind
from model.files.grid import Cell, Grid
from model.files.workbook_patch import Cached, Change
from model.money import exact
from model.rag import Scheme
from model.rating import Origin, Rating, rating_of
from model.saving import Place, Saving, Value
from model.totals import Totals
from model.year import Year

FOLLOWING = frozenset({"plan_total", "forecast_total", "variance", "percent", "rating"})
LEAST_TOTALS = 3
HUNDRED = Decimal(100)


def changed_cells(base: Year, now: Year, places: Sequence[Place], grid: Grid) -> dict[tuple[str, str], Change]:
    """Give what has to be written so that a workbook shows a year as it is now.

    Args:
        base: the year as the workbook holds it.
        places: where each line stands in the workbook.
        grid: the sheet's cells as they are, for the way in which it writes directions, flags and percentages.
    """
    writing = _Writing(base, places, grid)
    changes: dict[tuple[str, str], Change] = {}
    for before, after, place in zip(base, now, places, strict=True):
        if before is not after or base.scheme is not now.scheme:
            for key, change in _changes_of_line(before, after, base.scheme, now.scheme, writing):
                if cell := place.columns.get(key):
                    changes[place.sheet, f"{cell}{place.row}"] = change
    return changes | _totals(base, now, places, grid) if changes else changes


def _changes_of_line(
    before: Saving, after: Saving, then: Scheme | None, now: Scheme | None, writing: "_Writing"
) -> Iterator[tuple[str, Change]]:
    for key in writing.keys:
        if key == "rating":
            was, rating = rating_of(before, then), rating_of(after, now)
            if was.name != rating.name or was.origin is not rating.origin is Origin.OVERRIDDEN:
                yield key, _rating(rating)
        elif not key.startswith(OTHER) and _differs(before, after, key):
            value = writing.written(key, after.value(key))
            yield key, Cached(value) if key in FOLLOWING else value


def _differs(before: Saving, after: Saving, key: str) -> bool:
    return before.value(key) != after.value(key) or before.unread.get(key) != after.unread.get(key)


def _rating(rating: Rating) -> Change:
    return Cached(rating.name) if rating.origin is Origin.CALCULATED else rating.name


class _Writing:
    """How a sheet writes what can be written in several ways, learnt from its own cells."""

    def __init__(self, base: Year, places: Sequence[Place], grid: Grid) -> None:
        self.keys = tuple(places[0].columns)
        self._cells = {key: list(_column(base, places, grid, key)) for key in ("direction", "complete", "percent")}
        self._fractions = self._writes_fractions()

    def written(self, key: str, value: Value) -> Value:
        """Give a value as the sheet writes it."""
        if key == "percent" and isinstance(value, Decimal):
            return value / HUNDRED if self._fractions else value
        kind = FIELD[key].kind
        if kind is Kind.DIRECTION:
            return self._word(key, DIRECTIONS, value) or show(key, value)
        if kind is Kind.COMPLETE:
            return self._word(key, COMPLETE, value) or show(key, value)
        return value

    def _word(self, key: str, words: Mapping[str, object], value: Value) -> str:
        used = (cell for _, cell in self._cells[key] if isinstance(cell, str))
        return next((cell for cell in used if cell.strip() and words.get(cell.strip().casefold()) == value), "")

    def _writes_fractions(self) -> bool:
        pairs = [(saving.percent, cell) for saving, cell in self._cells["percent"] if isinstance(cell, int | float)]
        telling = [(percent, exact(cell)) for percent, cell in pairs if percent]
        return sum(abs(cell * HUNDRED - percent) < 1 for percent, cell in telling) * 2 > len(telling)


def _column(base: Year, places: Sequence[Place], grid: Grid, key: str) -> Iterator[tuple[Saving, Cell]]:
    for saving, place in zip(base, places, strict=True):
        letters, row = place.columns.get(key), place.row - 1
        if letters and 0 <= row < len(grid.rows):
            column = _place(letters)
            cells = grid.rows[row]
            yield saving, cells[column] if column < len(cells) else None


def _totals(base: Year, now: Year, places: Sequence[Place], grid: Grid) -> dict[tuple[str, str], Change]:
    """Find the rows that hold the totals of all lines, and refresh those that moved."""
    before, after = Totals(base, base.scheme), Totals(now, now.scheme)
    columns, sheet = places[0].columns, places[0].sheet
    figures = {key: _place(columns[key]) for key in before.as_figures() if key in columns}
    taken = {place.row for place in places}
    return {
        (sheet, f"{columns[key]}{number}"): Cached(after[key])
        for number, row in enumerate(grid.rows, start=1)
        if number not in taken and _holds_totals(row, figures, before)
        for key in figures
        if before[key] != after[key]
    }


def _holds_totals(row: Sequence[Cell], figures: Mapping[str, int], totals: Totals) -> bool:
    held = [(totals[key], row[column]) for key, column in figures.items() if column < len(row)]
    numbers = [(total, exact(cell)) for total, cell in held if isinstance(cell, int | float)]
    return len(numbers) >= LEAST_TOTALS and all((total or 0) == number for total, number in numbers)


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
