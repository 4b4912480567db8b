"""The columns of a comparison: by meaning first, then what both sides print, then what only one of them has."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from model.fields import FIELD, FIELDS, OTHER
from model.year import Column, Year


class Side(StrEnum):
    """One of the two trackers that are compared."""

    EARLIER = "earlier"
    LATER = "later"


BOTH = (Side.EARLIER, Side.LATER)
NAMES = ("reference", "title")
MEANINGS = (
    "plan_total",
    "forecast_total",
    "variance",
    "percent",
    "rating",
    "direction",
    "complete",
    "commentary",
)
# What follows from a line's quarters, whether its tracker has a column for it or not.
FOLLOWING = ("plan_total", "forecast_total", "variance", "percent")


@dataclass(frozen=True, slots=True)
class ComparedColumn:
    """One column of a comparison, lined up by what it means.

    Attributes:
        key: the field's key, or that of a column that the program does not know.
        heading: as the later side prints it where it does, else the earlier; ours where both print the field.
        sides: the sides that have it; a column of one side is its own.
    """

    key: str
    heading: str
    short: str
    sides: tuple[Side, ...] = BOTH

    @property
    def own(self) -> bool:
        """Whether only one of the two trackers has the column."""
        return len(self.sides) == 1


def columns_of(earlier: Year, later: Year) -> tuple[ComparedColumn, ...]:
    """Line the columns of two trackers up by meaning; each side's own ones come last, in its own order."""
    here, there = _keys(earlier), _keys(later)
    shared = [key for key in (*NAMES, *MEANINGS) if key in here and key in there]
    shared += [field.key for field in FIELDS if field.key in here and field.key in there and field.key not in shared]
    shared += [key for key in there if key.startswith(OTHER) and key in here]
    return (
        *(_shared(key) for key in shared),
        *_own(earlier, Side.EARLIER, there),
        *_own(later, Side.LATER, here),
    )


def _keys(year: Year) -> dict[str, Column | None]:
    """Give the keys that a tracker's lines can be compared by, in its order."""
    printed: dict[str, Column | None] = {column.key: column for column in year.layout}
    rated = ("rating",) if year.scheme else ()
    return printed | {key: printed.get(key) for key in (*NAMES, *FOLLOWING, *rated)}


def _shared(key: str) -> ComparedColumn:
    if key.startswith(OTHER):
        heading = key.removeprefix(OTHER)
        return ComparedColumn(key, heading, heading)
    return ComparedColumn(key, FIELD[key].heading, FIELD[key].short or FIELD[key].heading)


def _own(year: Year, side: Side, others: dict[str, Column | None]) -> Iterator[ComparedColumn]:
    for key, column in _keys(year).items():
        if key not in others:
            known = _shared(key)
            heading, short = (column.heading, column.short) if column else (known.heading, known.short)
            yield ComparedColumn(key, heading, short, (side,))
