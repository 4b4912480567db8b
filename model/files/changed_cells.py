"""Which cells of a tracker's own workbook a save has to change, and what to write into each."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from model.fields import OTHER
from model.files.grid import Cell, Grid
from model.files.rating_looks import RatingLooks
from model.files.sheet_ways import Ways, cell_of, number_of
from model.files.workbook_patch import Cached, Change
from model.money import ZERO, exact, round_percent
from model.rag import Scheme
from model.rating import Origin, Rating, rating_of
from model.saving import Figure, Place, Saving
from model.totals import Totals
from model.year import Year

FOLLOWING = frozenset({"plan_total", "forecast_total", "variance", "percent", "rating"})
LEAST_TOTALS = 3


def changed_cells(
    base: Year, now: Year, places: Sequence[Place], grid: Grid, path: Path
) -> dict[tuple[str, str], Change]:
    """Give what has to be written so that a workbook shows a year as it is now.

    What follows from a changed figure and came out the same is given too, as it stands, so that a formula keeps it.

    Args:
        base: the year as the workbook holds it.
        places: where each line stands in the workbook.
        grid: the sheet's cells as they are, for the way in which it writes directions, flags and percentages.
        path: the workbook, for the colours of its ratings.
    """
    lines = _Lines(base, now, Ways(base, places, grid), RatingLooks(path, base, places))
    changes: dict[tuple[str, str], Change] = {}
    for before, after, place in zip(base, now, places, strict=True):
        if before is not after or base.scheme is not now.scheme:
            for key, change in lines.changes(before, after, place).items():
                changes[place.sheet, place.cell(key)] = change
    return changes | dict(_totals(base, now, places, grid, lines.ways)) if changes else changes


class _Lines:
    """Compares lines."""

    def __init__(self, base: Year, now: Year, ways: Ways, looks: RatingLooks) -> None:
        self.ways = ways
        self._then: Scheme | None = base.scheme
        self._now: Scheme | None = now.scheme
        self._looks = looks

    def changes(self, before: Saving, after: Saving, place: Place) -> dict[str, Change]:
        """Give the changes of one line by field; a rating alone moves nothing else in its line."""
        changes = dict(self._changed(before, after, place))
        return dict(self._standing(after, place)) | changes if changes.keys() - {"rating"} else changes

    def _changed(self, before: Saving, after: Saving, place: Place) -> Iterator[tuple[str, Change]]:
        for key in place.columns:
            if key == "rating":
                yield from self._rating(before, after, place)
            elif not key.startswith(OTHER) and _differs(before, after, key):
                value = self.ways.written(key, after.value(key))
                yield key, Cached(value) if key in FOLLOWING else value

    def _rating(self, before: Saving, after: Saving, place: Place) -> Iterator[tuple[str, Change]]:
        was, rating = rating_of(before, self._then), rating_of(after, self._now)
        change = self._rated(rating)
        if was.name != rating.name:
            yield "rating", self._looks.coloured(change, rating.name, place)
        elif was.origin is not rating.origin is Origin.OVERRIDDEN:
            yield "rating", change

    def _rated(self, rating: Rating) -> str | Cached:
        written = self.ways.rating(rating.name)
        return Cached(written) if rating.origin is Origin.CALCULATED else written

    def _standing(self, after: Saving, place: Place) -> Iterator[tuple[str, Change]]:
        """Give what follows from other cells where the sheet holds just that."""
        rating = rating_of(after, self._now)
        for key in place.columns.keys() & FOLLOWING:
            cell = cell_of(self.ways.grid, place, key)
            value = rating.name if key == "rating" else after.value(key)
            calculated = key != "rating" or rating.origin is Origin.CALCULATED
            if calculated and self.ways.holds(key, value, cell):
                yield key, _as_it_stands(cell)


def _differs(before: Saving, after: Saving, key: str) -> bool:
    return before.value(key) != after.value(key) or before.unread.get(key) != after.unread.get(key)


def _as_it_stands(cell: Cell) -> Cached:
    return Cached(cell if isinstance(cell, str | int | float) else None)


def _totals(
    base: Year, now: Year, places: Sequence[Place], grid: Grid, ways: Ways
) -> Iterator[tuple[tuple[str, str], Change]]:
    """Find the rows that hold the totals of all lines, and refresh them."""
    before, after = _summed(base), _summed(now)
    place, taken = places[0], {place.row for place in places}
    figures = {key: number_of(place.columns[key]) - 1 for key in before if key in place.columns}
    for number, row in enumerate(grid.rows, start=1):
        if number in taken or not _holds_totals(row, figures, before):
            continue
        for key, column in figures.items():
            cell = row[column] if column < len(row) else None
            change = _total(ways, key, before[key], after[key], cell)
            if change is not None:
                yield (place.sheet, f"{place.columns[key]}{number}"), change


def _summed(year: Year) -> dict[str, Figure]:
    """Give the total of each figure, and the variance of all lines in percent of their plan."""
    totals = Totals(year, year.scheme)
    plan, variance = totals.plan_total, totals.variance
    percent = round_percent(100 * variance / abs(plan)) if plan and variance is not None else None
    return {**totals.as_figures(), "percent": percent}


def _holds_totals(row: Sequence[Cell], figures: Mapping[str, int], totals: Mapping[str, Figure]) -> bool:
    held = [(totals[key], row[at]) for key, at in figures.items() if at < len(row) and key != "percent"]
    numbers = [(total, exact(cell)) for total, cell in held if isinstance(cell, int | float)]
    return len(numbers) >= LEAST_TOTALS and all((total or 0) == number for total, number in numbers)


def _total(ways: Ways, key: str, was: Figure, now: Figure, cell: Cell) -> Cached | None:
    """Give a total as it is now; None where the cell holds something else, which is left alone."""
    if cell not in (None, ""):
        was, now = _or_zero(was), _or_zero(now)
    if not ways.holds(key, was, cell):
        return None
    return _as_it_stands(cell) if was == now else Cached(ways.written(key, now))


def _or_zero(figure: Figure) -> Decimal:
    return ZERO if figure is None else figure
