"""What if a year were rated by another year's RAG scheme: to look at and to copy, never the tracker's ratings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from model.clipboard import Cell
from model.explain import rating_reason
from model.lines_shown import rating_order
from model.money import round_percent
from model.rag import Scheme, calculate
from model.rating import rating_of
from model.saving import Figure, Saving
from model.year import Year


@dataclass(frozen=True, slots=True)
class Supposed:
    """One line under another scheme.

    Attributes:
        stands: the rating as it stands in the tracker; blank for none.
        supposed: the rating that the other scheme would give; blank for none.
        scheme: the other scheme.
    """

    saving: Saving
    stands: str
    supposed: str
    scheme: Scheme

    @property
    def why(self) -> str:
        """How the other scheme comes to its rating; of what is printed or overridden it is not told."""
        bare = self.saving.but(rating_printed=None, override="", override_reason="")
        return rating_reason(bare, self.scheme).why

    @property
    def changed(self) -> bool:
        """Whether the other scheme would rate the line otherwise."""
        return self.stands != self.supposed

    @property
    def has_variance(self) -> bool:
        """Whether forecast and plan differ, as printed or as they follow."""
        return bool(self.saving.variance)

    @property
    def figures(self) -> tuple[Figure, Figure, Figure]:
        """Plan, forecast and variance in £000."""
        return self.saving.plan_total, self.saving.forecast_total, self.saving.variance

    @property
    def percent(self) -> Figure:
        """The percentage variance to two places."""
        percent = self.saving.percent
        return None if percent is None else round_percent(percent)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines of a what-if are shown; the default shows all.

    Attributes:
        only_changed: those that the other scheme rates otherwise.
        text: words in reference, title or either rating, in any order.
    """

    only_changed: bool = False
    text: str = ""

    def lets(self, row: Supposed) -> bool:
        """Tell whether a line is wanted."""
        held = f"{row.saving.reference}\n{row.saving.title}\n{row.stands}\n{row.supposed}".casefold()
        return (row.changed or not self.only_changed) and all(word in held for word in self.text.casefold().split())


@dataclass(frozen=True, slots=True)
class Count:
    """How many lines have a rating: as they stand, and under the other scheme."""

    rating: str
    stand: int
    supposed: int


@dataclass(frozen=True)
class WhatIf:
    """A year beside what another scheme would make of it; nothing here ever becomes part of the tracker.

    Attributes:
        year_name: what the year is called, such as `2017-18`.
        scheme_name: whose key it is, such as `2020-21`.
    """

    year_name: str
    scheme_name: str
    rows: tuple[Supposed, ...]

    @property
    def title(self) -> str:
        """What stands over the view, and over every copy of it."""
        return f"What if: {self.year_name} under the key of {self.scheme_name} – not the council's ratings"

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands over each column."""
        figures = ("Plan £000", "Forecast £000", "Variance £000", "Variance %")
        ratings = ("Rating as it stands", f"Under the key of {self.scheme_name}", "Changed", "Why")
        return ("Reference", "Title", *figures, *ratings)

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """How many lines have each rating both ways, in the order of the key."""
        stand, supposed = Counter(row.stands for row in self.rows), Counter(row.supposed for row in self.rows)
        return tuple(Count(name, stand[name], supposed[name]) for name in rating_order({**stand, **supposed}))

    @property
    def sentence(self) -> str:
        """Say how many lines would be rated otherwise: `25 of the 30 lines with a variance`."""
        varying = [row for row in self.rows if row.has_variance]
        others = [row for row in self.rows if not row.has_variance]
        told = f"{_share(varying, 'with a variance')} would be rated otherwise"
        whole = f"{told}; {_share(others, 'without one')}." if others else f"{told}."
        return f"{whole[0].upper()}{whole[1:]}"

    def shown(self, wanted: Wanted) -> tuple[Supposed, ...]:
        """Give the lines that are wanted, in the tracker's order."""
        return tuple(row for row in self.rows if wanted.lets(row))

    def block(self, rows: Sequence[Supposed]) -> list[tuple[Cell, ...]]:
        """Give lines as cells for the clipboard, under the words that say what they are not; amounts in £000."""
        blanks = ("",) * (len(self.headings) - 1)
        return [(self.title, *blanks), self.headings, *map(_cells, rows)]


def what_if(year: Year, scheme: Scheme) -> WhatIf:
    """Rate a year by another scheme, beside the ratings that stand."""
    name = year.year or year.name or year.source or "This tracker"
    return WhatIf(name, scheme.name, tuple(_supposed(year, scheme)))


def _supposed(year: Year, scheme: Scheme) -> Iterator[Supposed]:
    for saving in year:
        due = calculate(saving.plan_total, saving.forecast_total, scheme)
        yield Supposed(saving, rating_of(saving, year.scheme).name, due, scheme)


def _share(rows: Sequence[Supposed], words: str) -> str:
    changed = sum(row.changed for row in rows)
    if len(rows) > 1:
        return f"{changed or 'none'} of the {len(rows):,} lines {words}"
    return f"{'the only' if changed else 'no'} line {words}"


def _cells(row: Supposed) -> tuple[Cell, ...]:
    saving = row.saving
    changed = "Changed" if row.changed else ""
    return (saving.reference, saving.title, *row.figures, row.percent, row.stands, row.supposed, changed, row.why)
