"""What a search for the same savings in two trackers found: matches with their evidence, and the rest."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from model.lineage.decisions import Decision
from model.lineage.likeness import DESCRIPTION, likeness, plain_words, shared_words
from model.money import show_amount
from model.saving import Figure, Saving
from model.year import committees_of


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
        same_reference: whether both have the same; not where both have none.
        title: how alike the titles are, 0 to 1; 0 where either is blank.
    """

    earlier: Saving = field(repr=False)
    later: Saving = field(repr=False)
    same_reference: bool
    title: float

    @property
    def description(self) -> float:
        """How alike the descriptions are, 0 to 1; 0 where either is blank."""
        one, other = (plain_words(saving.description, DESCRIPTION) for saving in (self.earlier, self.later))
        return likeness(one, other)

    @property
    def committee(self) -> bool | None:
        """Whether a committee is named on both; None where either names none."""
        one, other = (set(committees_of(saving.committee)) for saving in (self.earlier, self.later))
        return bool(one & other) if one and other else None

    @property
    def sizes(self) -> tuple[Figure, Figure]:
        """The two plans of the year, £000."""
        return (self.earlier.plan_total, self.later.plan_total)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that both titles have, those apart that say nothing."""
        return shared_words(plain_words(self.earlier.title), plain_words(self.later.title))

    @property
    def sentence(self) -> str:
        """The evidence in words."""
        earlier, later = (show_amount(size) or "none" for size in self.sizes)
        parts = (
            "Same reference" if self.same_reference else "Another reference",
            _alike("titles", self.earlier.title, self.later.title, self.title),
            f"both say {', '.join(self.words)}" if self.words and self.title < 1 else "",
            _alike("descriptions", self.earlier.description, self.later.description, self.description),
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
        matches: what stands on one row: certain, proposed, flagged and confirmed ones, in order of their lines.
        suggestions: lines that may be the same saving and stand on two rows, the likeliest first.
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


def _alike(what: str, one: str, other: str, likeness: float) -> str:
    """Say how alike two texts are, and where there is nothing to compare."""
    if one and other:
        return f"{what} {likeness:.0%} alike"
    return f"one has no {what.removesuffix('s')}" if one or other else f"no {what}"
