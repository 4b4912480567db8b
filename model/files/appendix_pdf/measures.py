"""How large the table's letters are, and how many of them a line of each flowing column holds: a careful guess.

The layout gives a column of figures or choices the room that it needs and shares the rest among the flowing ones. The
guess decides where long texts are divided and whether all columns fit across the page; Typst does the exact part.
Letters are of the usual size, larger where few columns leave room, and smaller where many would not fit otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from model.appendix.choice import Paper
from model.appendix.table import Table

# Millimetres between the margins, and sizes of letters in points.
ROOM = {Paper.A3: 396.0, Paper.A4: 273.0}
USUAL = {Paper.A3: 7.6, Paper.A4: 6.3}
LARGEST = {Paper.A3: 9.0, Paper.A4: 8.0}
READABLE, SMALLEST = 5.9, 4.0
# A letter is about half as wide as its size; the room left and right of a cell's text, in letters.
_LETTER = 0.52 * 0.3528
_BESIDE = 2.6
# What a line of a title and of a text should hold at least, and what is enough for it, in letters.
_LEAST, _LEAST_OF_TITLE = 28, 20
_ENOUGH, _ENOUGH_OF_TITLE = 72, 44
TITLE_SHARE, TEXT_SHARE = 1.0, 1.6


@dataclass(frozen=True, slots=True)
class Measures:
    """The size of letters in points, and the letters in a line of each flowing column."""

    size: float
    letters: tuple[int, ...]


def measures(table: Table, flowing: Sequence[int], paper: Paper) -> Measures:
    """Measure a table for a paper: where its columns would not fit, the letters get smaller."""
    fixed = sum(_width(table, place) for place in range(len(table.headings)) if place not in flowing)
    keys = [table.headings[place].key for place in flowing]
    least = sum((_LEAST_OF_TITLE if key == "title" else _LEAST) + _BESIDE for key in keys)
    enough = sum((_ENOUGH_OF_TITLE if key == "title" else _ENOUGH) + _BESIDE for key in keys)
    sheet = paper if paper in ROOM else Paper.A4
    room = ROOM[sheet] / _LETTER
    fitting = max(SMALLEST, min(USUAL[sheet], room / (fixed + least)))
    size = max(fitting, min(LARGEST[sheet], room / (fixed + enough)))
    free = max(room / size - fixed, 0.0)
    shares = [share_of(key) for key in keys]
    return Measures(size, tuple(max(int(free * share / sum(shares) - _BESIDE), 6) for share in shares))


def share_of(key: str) -> float:
    """Give a flowing column's share of the room."""
    return TITLE_SHARE if key == "title" else TEXT_SHARE


def _width(table: Table, place: int) -> float:
    texts = [table.headings[place].words, table.totals[place]]
    texts += [part for line in table.lines for part in line.cells[place]]
    return max(map(len, texts)) * 1.1 + _BESIDE
