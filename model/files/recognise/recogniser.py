"""A workbook's grids made into a year's tracker: the best sheet is chosen, then read from its headings down."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePath
from types import MappingProxyType

from model.files.grid import Grid
from model.files.recognise import notes
from model.files.recognise.candidate import Candidate, candidate_on, read_scheme, year_above
from model.files.recognise.lines import make_savings, read_lines
from model.files.recognise.printed_totals import find_totals
from model.files.recognise.said import lines_said, rows_said
from model.files.recognise.units import other_unit
from model.refusals import Refusal
from model.year import NO_TOTALS, Year

Choose = Callable[[Sequence[str]], int | None]


class NoTracker(Refusal):
    """A file in which no heading row of a tracker was found."""

    def __init__(self, source: str) -> None:
        super().__init__(
            f"{source} has no savings tracker in it: no row of headings with a reference and quarters was found. "
            "Open the file that has them, or name its columns Reference, Title, Plan Q1 to Q4 and Forecast Q1 to Q4."
        )


class NoneChosen(Refusal):
    """A workbook with several trackers, of which the officer chose none."""

    def __init__(self, source: str) -> None:
        super().__init__(f"{source} was not opened: it holds several trackers, and none was chosen.")


def recognise(grids: Sequence[Grid], source: str, choose: Choose | None = None) -> Year:
    """Read a file's cells as a year's tracker.

    Args:
        source: the file's name.
        choose: asks which of several equally good sheets to read, by their names; without it the first is read.

    Raises:
        NoTracker: no sheet has a tracker's headings.
        NoneChosen: the officer was asked which sheet, and chose none.
    """
    candidates = [candidate for grid in grids if (candidate := candidate_on(grid))]
    if not candidates:
        raise NoTracker(source)
    best = max(candidate.standing for candidate in candidates)
    equal = [candidate for candidate in candidates if candidate.standing == best]
    chosen = 0 if len(equal) == 1 or choose is None else choose([candidate.grid.name for candidate in equal])
    if chosen is None:
        raise NoneChosen(source)
    others = [candidate.grid.name for place, candidate in enumerate(equal) if place != chosen]
    return _read(equal[chosen], grids, source, others)


def _read(candidate: Candidate, grids: Sequence[Grid], source: str, others: Sequence[str]) -> Year:
    grid, found = candidate.grid, candidate.sorted_rows
    layout = candidate.with_unheaded
    lines = read_lines(grid.rows, found.savings, layout)
    year = year_above(candidate, source)
    scheme, said_of_key = read_scheme(candidate, grids, year.year or PurePath(source).stem)
    if scheme:
        lines.let_blank_ratings_follow()
    savings = make_savings(lines, layout, grid.name, found.savings)
    totals = find_totals(grid.rows, layout, [*found.totals, *found.bare_figures], lines.sums())
    unit = other_unit((text for column in layout.columns.values() for text in (column.band, column.heading)), savings)
    said = (
        *lines_said(savings, lines, layout),
        *rows_said(candidate, totals),
        *said_of_key,
        *([notes.several_trackers(grid.name, others)] if others else []),
        *([notes.other_unit(unit)] if unit else []),
    )
    return replace(
        year,
        layout=tuple(layout.columns.values()),
        scheme=scheme,
        savings=savings,
        notes=said,
        printed_totals=MappingProxyType(totals.amounts) if totals else NO_TOTALS,
    )
