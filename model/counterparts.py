"""Which line of one tracker stands for which of another, and what is to be said where none does, or none for sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from model.year import Year

if TYPE_CHECKING:
    from model.lineage import Lineage, Match

FLAGGED = "flagged"
TO_DECIDE = "same reference, another title: to be decided"
NO_LINES: Mapping[int, tuple[int, ...]] = MappingProxyType({})


@dataclass(frozen=True)
class Counterparts:
    """The lines of a tracker `there` that stand for those of a tracker `here`.

    Attributes:
        lines: of a line here those there; a saving that was split or joined has several.
        doubtful: the lines here whose counterpart may be another saving under an old reference.
    """

    here: Year
    there: Year
    lines: Mapping[int, tuple[int, ...]] = field(default_factory=lambda: NO_LINES)
    doubtful: frozenset[int] = frozenset()

    def of(self, line: int) -> tuple[int, ...]:
        """Give the lines there that stand for a line here."""
        return self.lines.get(line, ())

    def words(self, line: int) -> str:
        """Say what to know about a line's counterpart; blank where it has one that is sure."""
        reference = self.here.savings[line].reference or "This line"
        others = [self.there.savings[other].reference for other in self.of(line)]
        if not others:
            return f"{reference} is not in {self.there.year or 'this tracker'}"
        if line in self.doubtful:
            return f"{reference}: {TO_DECIDE}"
        return f"{reference} is {' and '.join(others)} here" if others != [reference] else ""


def by_reference(here: Year, there: Year) -> Counterparts:
    """Tie two trackers by their references alone, at once; the first line of a reference stands for it."""
    first = {saving.reference: saving.line for saving in reversed(there.savings) if saving.reference}
    tied = {saving.line: (first[saving.reference],) for saving in here if saving.reference in first}
    return Counterparts(here, there, tied)


def by_lineage(here: Year, there: Year, lineage: Lineage, *, later: bool) -> Counterparts:
    """Tie two trackers by their lineage.

    Args:
        later: whether the tracker here is the later of the two.
    """
    pairs = [(match.later, match.earlier) if later else (match.earlier, match.later) for match in lineage.matches]
    flagged = frozenset(line for (line, _), match in zip(pairs, lineage.matches, strict=True) if _is_doubtful(match))
    return Counterparts(here, there, _gathered(pairs), flagged)


def _is_doubtful(match: Match) -> bool:
    return match.state.value == FLAGGED


def _gathered(pairs: Iterable[tuple[int, int]]) -> Mapping[int, tuple[int, ...]]:
    gathered: dict[int, tuple[int, ...]] = {}
    for line, other in pairs:
        gathered[line] = (*gathered.get(line, ()), other)
    return gathered
