"""The heading row of a sheet: found anywhere, joined with the row over it, and made into a layout."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from model.fields import FORECAST_QUARTERS, PLAN_QUARTERS, other_key
from model.files.grid import Cell
from model.files.recognise.above import year_in
from model.files.recognise.bands import bands_over
from model.files.recognise.cells import Row, amount_in, filled, is_blank, line_of, texts
from model.files.recognise.columns import Heading, assign
from model.files.recognise.headings import LONGEST, band_of, is_heading_word, quarter_of, words_of
from model.year import Column

_BAND_ROWS = 4
_TITLE_ROWS = 12
_SAMPLE_ROWS = 60
_FEWEST_TEXTS = 3
_TELLING = re.compile(
    r"q\s?[1-4]|quarter|qtr|apr|plan|forecast|f'?cast|budget|target|\bref|title|saving", re.IGNORECASE
)
_TOTALS = ("plan_total", "forecast_total")
_CORE = ("reference", "title", *PLAN_QUARTERS, *FORECAST_QUARTERS)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a sheet's headings stand and what its columns hold.

    Attributes:
        row: the heading row, from 0; the lower one where there are two.
        band_row: the row of the bands over it; None where there is none.
        columns: the layout's columns by their place in the sheet, in order.
    """

    row: int
    band_row: int | None
    columns: Mapping[int, Column]

    @property
    def places(self) -> dict[str, int]:
        """Each column's place by its field."""
        return {column.key: place for place, column in self.columns.items()}

    @property
    def known_end(self) -> int:
        """The place after the last column that the program knows."""
        return max((place for place, column in self.columns.items() if column.known), default=-1) + 1

    def without(self, places: Iterable[int]) -> "Layout":
        """Give the layout without the columns at some places."""
        left_out = set(places)
        return replace(self, columns={place: col for place, col in self.columns.items() if place not in left_out})

    @property
    def core(self) -> int:
        """How many of the fields that make a tracker are there, totals aside: those follow."""
        return sum(key in self.places for key in _CORE)

    @property
    def is_whole(self) -> bool:
        """Whether nothing that makes a tracker is missing."""
        return self.core == len(_CORE)

    @property
    def is_tracker(self) -> bool:
        """Whether this is enough to be a tracker."""
        quarters = sum(key in self.places for key in PLAN_QUARTERS + FORECAST_QUARTERS)
        figures = quarters + sum(key in self.places for key in _TOTALS)
        least = 2 if "reference" in self.places else 4
        return ("reference" in self.places or "title" in self.places) and (figures if least == 2 else quarters) >= least  # noqa: PLR2004


def find_layout(rows: Sequence[Row]) -> Layout | None:
    """Find the heading row that makes the most of a sheet; None where the sheet has no tracker."""
    best: Layout | None = None
    for place, row in enumerate(rows):
        if best and best.is_whole and place > best.row + 1:
            break
        if not _promising(row):
            continue
        found = _layout_at(rows, place)
        if found.is_tracker and (best is None or found.core > best.core):
            best = found
    return best


def _promising(row: Row) -> bool:
    short = [cell for cell in row if isinstance(cell, str) and cell and len(cell) <= LONGEST]
    if len(short) < _FEWEST_TEXTS or not _TELLING.search("\n".join(short)):
        return False
    return len(list(islice(filter(is_heading_word, short), _FEWEST_TEXTS))) == _FEWEST_TEXTS


def _layout_at(rows: Sequence[Row], row: int) -> Layout:
    band_row = next(_band_rows(rows, row), None)
    year = next(
        filter(
            None,
            (year_in(line_of(cell)) for above in rows[max(row - _TITLE_ROWS, 0) : row] for _, cell in filled(above)),
        ),
        "",
    )
    headings = _headings(rows, row, band_row, year)
    printed = {heading.place: heading.text for heading in headings}

    def sample(place: int) -> list[Cell]:
        cells = (below[place] for below in rows[row + 1 : row + 1 + _SAMPLE_ROWS] if place < len(below))
        return [cell for cell in cells if line_of(cell) != printed[place]]

    taken = assign(headings, sample)
    bands = bands_over(headings, taken, texts(rows[band_row]) if band_row is not None else ())
    return Layout(row, band_row, _columns(headings, taken, bands))


def _band_rows(rows: Sequence[Row], row: int) -> Iterator[int]:
    for above in range(row - 1, max(row - 1 - _BAND_ROWS, -1), -1):
        named = [text for text in texts(rows[above]) if is_heading_word(text)]
        quarters = [text for text in named if quarter_of(words_of(text))]
        # One quarter alone is the tracker's period.
        if len(quarters) > 1 or any(band_of(text) for text in named if text not in quarters):
            yield above


def _headings(rows: Sequence[Row], row: int, band_row: int | None, year: str) -> list[Heading]:
    over = rows[band_row] if band_row is not None else ()
    joined = band_row == row - 1 and len(filled(over)) >= _FEWEST_TEXTS
    headings: list[Heading] = []
    band, start = "", -1
    for place in range(max(len(rows[row]), len(over))):
        text, above = _text_at(rows[row], place), _text_at(over, place)
        if joined and above and not text:
            text, band, start = above, "", place
        elif above:
            band, start = above, place
        if text:
            headings.append(Heading(place, text, band, start, _is_other_year(text, year)))
    return headings


def _text_at(row: Row, place: int) -> str:
    return "" if place >= len(row) or is_blank(row[place]) else line_of(row[place])


def _is_other_year(text: str, year: str) -> bool:
    spoken = year_in(text)
    return bool(year and spoken and spoken != year)


def _columns(headings: Sequence[Heading], taken: Mapping[int, str], bands: Mapping[int, str]) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    names: set[str] = set()
    for heading in headings:
        band = bands.get(heading.place, "")
        if heading.place in taken:
            columns[heading.place] = Column(taken[heading.place], heading.text, band)
        else:
            name = _distinct(heading, names | {known.text for known in headings if known.place in taken})
            columns[heading.place] = Column(other_key(name), name, band)
            names.add(name)
    return columns


def _distinct(heading: Heading, names: set[str]) -> str:
    if heading.text in names and heading.band and amount_in(heading.band) is None:
        heading = Heading(heading.place, f"{heading.band} {heading.text}")
    name, number = heading.text, 1
    while name in names:
        number += 1
        name = f"{heading.text} ({number})"
    return name
