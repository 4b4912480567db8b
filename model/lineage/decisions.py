"""What the officer has decided about savings of two trackers: who, when, why; the same in any order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from model.saving import Saving
from model.year import Year


class Verdict(StrEnum):
    """What was decided about two lines.

    SPLIT: the earlier saving became several later ones, of which this is one. JOINED: the later saving
    came of several earlier ones, of which this is one.
    """

    SAME = "same"
    NOT_SAME = "not the same"
    SPLIT = "split"
    JOINED = "joined"

    @property
    def seen_backwards(self) -> "Verdict":
        """What the same decision says when the later tracker is taken for the earlier one."""
        return _BACKWARDS.get(self, self)


_BACKWARDS = {Verdict.SPLIT: Verdict.JOINED, Verdict.JOINED: Verdict.SPLIT}


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A saving of a tracker by name, so that what is decided holds for every period of its year.

    Attributes:
        tracker: the tracker's year, such as `2017-18`; its source's name where it says no year.
    """

    tracker: str
    reference: str
    title: str


Pair = frozenset[Name]


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict about two savings; `when` knows its time zone."""

    earlier: Name
    later: Name
    verdict: Verdict
    who: str
    when: datetime
    why: str = ""

    @property
    def pair(self) -> Pair:
        """The two savings, whichever is the earlier."""
        return frozenset((self.earlier, self.later))

    @property
    def backwards(self) -> "Decision":
        """The decision with the two savings' places changed."""
        return replace(self, earlier=self.later, later=self.earlier, verdict=self.verdict.seen_backwards)


def _last_made_last(decision: Decision) -> tuple[datetime, Name, Name, str, str, str]:
    """Order decisions by time and, where that is the same, by all that they say, so that no order matters."""
    return (decision.when, decision.earlier, decision.later, decision.verdict, decision.who, decision.why)


class Decisions:
    """All that was decided: one decision for any two savings, the last one; immutable and without an order."""

    __slots__ = ("_by_pair",)

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        """Take decisions; of several about the same two savings the last made stands, whatever their order."""
        self._by_pair: dict[Pair, Decision] = {}
        for decision in sorted(decisions, key=_last_made_last):
            # Taken out first, so that the whole stays in the order in which the decisions were made.
            self._by_pair.pop(decision.pair, None)
            self._by_pair[decision.pair] = decision

    def __iter__(self) -> Iterator[Decision]:
        """Walk the decisions in the order in which they were made."""
        return iter(self._by_pair.values())

    def __len__(self) -> int:
        """Count the decisions."""
        return len(self._by_pair)

    def __eq__(self, other: object) -> bool:
        """Tell whether the same was decided."""
        return isinstance(other, Decisions) and self._by_pair == other._by_pair

    def __hash__(self) -> int:
        """Give the same number for the same decisions."""
        return hash(frozenset(self._by_pair.values()))

    def of(self, earlier: Name, later: Name) -> Decision | None:
        """Give what was decided about two savings, seen in this direction; None where nothing was."""
        decision = self._by_pair.get(frozenset((earlier, later)))
        return decision if decision is None or decision.earlier == earlier else decision.backwards

    def between(self, earlier: str, later: str) -> tuple[Decision, ...]:
        """Give what was decided about the savings of two trackers, seen in this direction, in order of time."""
        forwards, backwards = (earlier, later), (later, earlier)
        found = ((decision, (decision.earlier.tracker, decision.later.tracker)) for decision in self)
        return tuple(
            decision if trackers == forwards else decision.backwards
            for decision, trackers in found
            if trackers in (forwards, backwards)
        )

    def merged(self, other: "Decisions") -> "Decisions":
        """Give these decisions and another's; where both decided of the same savings, the last one made."""
        return Decisions([*self, *other])


NO_DECISIONS = Decisions()


def tracker_of(year: Year) -> str:
    """Name a tracker by its year, so that what is decided in one quarter holds in the next; else by its file."""
    return year.year or year.source


def name_of(year: Year, saving: Saving) -> Name:
    """Name a saving of a tracker, for a decision about it."""
    return Name(tracker_of(year), saving.reference, saving.title)
