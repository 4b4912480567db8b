"""What a search for the same savings in two trackers found: matches with their evidence, and the rest."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from model.lineage.decisions import Decision
from model.lineage.likeness import likeness, plain_words
from model.money import show_amount
from model.saving import Figure


class State(StrEnum):
    """How sure it is that two lines are the same saving.

    CERTAIN: one year, one reference, one title. PROPOSED: the reference is the same and the titles are alike.
    FLAGGED: the reference is the same and the titles are not alike; it may have been given to another saving.
    SUGGESTED: other references, but alike; two rows until the officer decides. CONFIRMED, REJECTED: decided.
    """

    CERTAIN = "certain"
    PROPOSED = "proposed"
    FLAGGED = "flagged"
    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for two lines being the same saving.

    Attributes:
        title: how alike the titles are, 0 to 1; 0 where either is blank.
        committee: whether a committee is named on both; None where either names none.
        sizes: the two plans of the year, £000.
        descriptions: the two descriptions as they stand, compared when they are asked about.
    """

    same_reference: bool
    title: float
    committee: bool | None
    sizes: tuple[Figure, Figure]
    descriptions: tuple[str, str] = field(repr=False)

    @property
    def description(self) -> float:
        """How alike the descriptions are, 0 to 1; 0 where either is blank."""
        one, other = self.descriptions
        return 1.0 if one and one == other else likeness(plain_words(one), plain_words(other))

    @property
    def sentence(self) -> str:
        """The evidence in words."""
        earlier, later = (show_amount(size) or "none" for size in self.sizes)
        parts = (
            "Same reference" if self.same_reference else "Another reference",
            f"titles {self.title:.0%} alike",
            f"descriptions {self.description:.0%} alike",
            {None: "", True: "same committee", False: "another committee"}[self.committee],
            f"plans {earlier} and {later}",
        )
        return "; ".join(part for part in parts if part) + "."


@dataclass(frozen=True, slots=True)
class Match:
    """Two lines, by their numbers, that are or may be the same saving."""

    earlier: int
    later: int
    evidence: Evidence
    state: State
    decision: Decision | None = None


@dataclass(frozen=True)
class Lineage:
    """Which line of an earlier tracker is which saving of a later one.

    Each line is either in `matches`, on as many rows as it has matches there, or in `only_earlier` or `only_later`.

    Attributes:
        matches: what stands on one row: certain, proposed, flagged and confirmed ones.
        suggestions: lines that may be the same saving and stand on two rows.
        rejected: lines that were decided not to be the same saving.
    """

    matches: tuple[Match, ...] = ()
    suggestions: tuple[Match, ...] = ()
    rejected: tuple[Match, ...] = ()
    only_earlier: tuple[int, ...] = ()
    only_later: tuple[int, ...] = ()

    def later_of(self, line: int) -> tuple[int, ...]:
        """Give the later lines that stand beside an earlier one."""
        return self._later.get(line, ())

    def earlier_of(self, line: int) -> tuple[int, ...]:
        """Give the earlier lines that stand beside a later one."""
        return self._earlier.get(line, ())

    @cached_property
    def _later(self) -> dict[int, tuple[int, ...]]:
        return _gathered((match.earlier, match.later) for match in self.matches)

    @cached_property
    def _earlier(self) -> dict[int, tuple[int, ...]]:
        return _gathered((match.later, match.earlier) for match in self.matches)


def _gathered(pairs: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    gathered: dict[int, tuple[int, ...]] = {}
    for line, other in pairs:
        gathered[line] = (*gathered.get(line, ()), other)
    return gathered
