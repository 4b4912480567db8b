"""What a page of the window shows, as data: rows, what is behind each row, and the picture beside them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from gui.charts import Series
from gui.listing import Heading, Row
from model.clipboard import Cell
from model.years.overview import Overview

NO_ROWS: tuple[Row, ...] = ()
LINES = "Lines behind"
Tables = Mapping[str, list[tuple[Cell, ...]]]
"""What a page shows, as blocks of cells under their headings, by name."""


def one_block(tables: Tables) -> list[tuple[Cell, ...]]:
    """Give tables below one another, a blank row between two."""
    first, *others = tables.values()
    return [*first, *(row for table in others for row in ((), *table))]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a tracker: one of its lines, or none for the tracker as a whole.

    Attributes:
        tracker: its name among those that were read.
        line: the line's place in it when it was read.
    """

    tracker: str
    line: int | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a chart shows.

    Attributes:
        begins: the places of labels at which another year begins.
    """

    title: str
    labels: Sequence[str]
    series: Sequence[Series]
    begins: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a page, and what is shown while it is the current one.

    Attributes:
        spot: where it leads.
        details: the lines behind it, each leading to a `Spot`.
        totals: of those lines.
        note: what is to be known of its figures.
    """

    cells: Row
    spot: Spot
    picture: Picture
    details: Sequence[Row] = NO_ROWS
    totals: Sequence[Row] = NO_ROWS
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the window.

    Attributes:
        words: its name on the tab.
        sentence: what it shows.
        none: what is said where it has nothing to show.
        details: the columns of the lines behind a row; empty where there are none.
        lines: whether its chart follows lines, and not bars.
        short: its name on the tab where not all have room.
    """

    words: str
    sentence: str
    none: str
    headings: Sequence[Heading]
    entries: Callable[[Overview], list[Entry]]
    details: Sequence[Heading] = ()
    lines: bool = False
    short: str = ""
