"""Two trackers compared: one table, line by line and column by column."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from model.comparison.columns import BOTH, ComparedColumn, Side, columns_of
from model.comparison.differing import Differing, part_of
from model.comparison.rows import Row
from model.comparison.saying import names_of, remarks_on
from model.comparison.wanted import Show, Wanted, shows_of
from model.fields import FIGURES
from model.lineage import Lineage, Match
from model.money import ZERO
from model.saving import Figure, Saving
from model.totals import Totals
from model.year import Year


@dataclass(frozen=True)
class Comparison:
    """One table of two trackers, which is not changed any more.

    Attributes:
        lineage: which line is which saving, as it was compared by.
        columns: by meaning, then what both print, then each side's own.
        rows: in the later tracker's order; a saving that is gone after the one that it stood behind.
    """

    earlier: Year
    later: Year
    lineage: Lineage
    columns: tuple[ComparedColumn, ...]
    rows: tuple[Row, ...]

    @property
    def same_year(self) -> bool:
        """Whether both trackers say that they are of one year."""
        return is_same_year(self.earlier, self.later)

    @property
    def names(self) -> tuple[str, str]:
        """What the two sides are called: their years, else their periods, else their files; never alike."""
        return names_of(self.earlier, self.later)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What has to be said of the comparison as a whole: other years, other ways of rating, one period twice."""
        return remarks_on(self.earlier, self.later)

    @cached_property
    def counts(self) -> Mapping[Show, int]:
        """How many rows each thing that can be asked for has."""
        counted = Counter(show for row in self.rows for show in shows_of(row))
        return MappingProxyType({show: counted[show] for show in Show})

    @cached_property
    def totals(self) -> Mapping[Side, Totals]:
        """The totals of each side's own lines, £000; never of both."""
        sides = {Side.EARLIER: self.earlier, Side.LATER: self.later}
        return MappingProxyType({side: Totals(year, year.scheme) for side, year in sides.items()})

    def totals_of(self, rows: Iterable[Row], side: Side) -> Totals:
        """Add up one side of some rows, £000; a line that stands on several rows counts once."""
        lines = {}
        for row in rows:
            saving = row.earlier if side is Side.EARLIER else row.later
            if saving is not None:
                lines[saving.line] = saving
        year = self.earlier if side is Side.EARLIER else self.later
        return Totals(lines.values(), year.scheme)

    @cached_property
    def totals_moved(self) -> Mapping[str, Figure] | None:
        """By how much each total moved, £000, by field; None for two years, whose totals are never mixed."""
        if not self.same_year:
            return None
        before, after = (self.totals[side].as_figures() for side in BOTH)
        moved = {key: _moved(before[key], after[key]) for key in FIGURES}
        return MappingProxyType(moved)

    def rows_shown(self, wanted: Wanted, what: Callable[[Row], str] | None = None) -> tuple[Row, ...]:
        """Give the rows that a filter lets through, in their order; `what` says in words what became of a row."""
        return tuple(filter(wanted.filter(what), self.rows)) if wanted.is_on else self.rows

    def suggested_for(self, row: Row) -> tuple[Match, ...]:
        """Give what may be the same saving as that of a row with one side; it is never assumed."""
        by_earlier, by_later = self._suggested
        if row.later is None and row.earlier is not None:
            return by_earlier.get(row.earlier.line, ())
        if row.earlier is None and row.later is not None:
            return by_later.get(row.later.line, ())
        return ()

    def may_be(self, row: Row) -> str:
        """Name the other lines that may be the same saving: `A/R.6.169 or A/R.6.170`; blank where none may."""
        matches = self.suggested_for(row) if row.suggested else ()
        if row.later is None:
            others = [self.later.savings[match.later] for match in matches]
        else:
            others = [self.earlier.savings[match.earlier] for match in matches]
        return " or ".join(dict.fromkeys(other.reference or other.title for other in others))

    @cached_property
    def _suggested(self) -> tuple[Mapping[int, tuple[Match, ...]], Mapping[int, tuple[Match, ...]]]:
        """The suggestions by earlier and by later line."""
        by_earlier: dict[int, tuple[Match, ...]] = {}
        by_later: dict[int, tuple[Match, ...]] = {}
        for match in self.lineage.suggestions:
            by_earlier[match.earlier] = (*by_earlier.get(match.earlier, ()), match)
            by_later[match.later] = (*by_later.get(match.later, ()), match)
        return by_earlier, by_later


def compare(earlier: Year, later: Year, lineage: Lineage) -> Comparison:
    """Compare two trackers.

    Args:
        lineage: which line of one is which saving of the other, from `model.lineage.lineage` of the same two.
    """
    columns = columns_of(earlier, later)
    keys = tuple(column.key for column in columns if not column.own)
    differing = Differing(keys, (earlier.scheme, later.scheme))
    same_year = is_same_year(earlier, later)
    suggested = ({match.earlier for match in lineage.suggestions}, {match.later for match in lineage.suggestions})
    rows: list[Row] = []
    for before, after, match in _lined_up(earlier, later, lineage):
        part = part_of(match, lineage)
        ratings, found = differing.ratings_and_keys(before, after, part)
        may_be = match is None and any(
            line is not None and line.line in lines for line, lines in zip((before, after), suggested, strict=True)
        )
        rows.append(Row(len(rows), before, after, ratings, match, part, found, same_year, may_be))
    return Comparison(earlier, later, lineage, columns, tuple(rows))


def is_same_year(earlier: Year, later: Year) -> bool:
    """Tell whether two trackers say that they are of one year."""
    return earlier.year == later.year != ""


Pair = tuple[Saving | None, Saving | None, Match | None]


def _lined_up(earlier: Year, later: Year, lineage: Lineage) -> Iterator[Pair]:
    """Put lines beside each other in the later order; what is gone follows the line that it stood behind."""
    by_later: dict[int, list[Match]] = {}
    for match in lineage.matches:
        by_later.setdefault(match.later, []).append(match)
    gone = _gone_after(earlier, lineage)
    told: set[int] = set()
    yield from ((saving, None, None) for saving in gone.pop(None, ()))
    for saving in later:
        matches = by_later.get(saving.line, [])
        if not matches:
            yield None, saving, None
        for match in matches:
            yield earlier.savings[match.earlier], saving, match
        for match in matches:
            if match.earlier not in told:
                told.add(match.earlier)
                yield from ((left, None, None) for left in gone.get(match.earlier, ()))


def _gone_after(earlier: Year, lineage: Lineage) -> dict[int | None, list[Saving]]:
    """Give the lines that are gone, by the last line before them that is not; None for those before all others."""
    only = set(lineage.only_earlier)
    gone: dict[int | None, list[Saving]] = {}
    before: int | None = None
    for saving in earlier:
        if saving.line in only:
            gone.setdefault(before, []).append(saving)
        else:
            before = saving.line
    return gone


def _moved(before: Figure, after: Figure) -> Figure:
    return None if before is None and after is None else (after or ZERO) - (before or ZERO)
