"""The search for the same savings in two trackers: what was decided, then references, then what is alike."""

from collections.abc import Iterable, Mapping, Sequence

from model.lineage.decided import decided_pairs
from model.lineage.decisions import NO_DECISIONS, Decision, Decisions, Verdict, tracker_of
from model.lineage.found import Evidence, Lineage, Match, State
from model.lineage.likeness import LIKE, are_like, likeness
from model.lineage.lines import Line, Numbers, Pair, made_plain
from model.lineage.same_reference import SameReference
from model.lineage.suggesting import suggested
from model.year import Year

# A saving that was split may go on under its own reference too, and so may one that others joined.
_TAKES_EARLIER = (Verdict.SAME, Verdict.JOINED)
_TAKES_LATER = (Verdict.SAME, Verdict.SPLIT)


def lineage(earlier: Year, later: Year, decisions: Decisions = NO_DECISIONS) -> Lineage:
    """Tell which line of an earlier tracker is which saving of a later one; nothing is assumed.

    What was decided holds first. Then lines under one reference stand on one row, flagged where their titles are
    not alike. The rest is suggested where it is alike, and stands on rows of its own.
    """
    everything = (made_plain(earlier), made_plain(later))
    trackers = (tracker_of(earlier), tracker_of(later))
    decided = decided_pairs(*everything, decisions.between(*trackers))
    return _Search(everything, decided, same_year=trackers[0] == trackers[1] != "").found


class _Search:
    """One search, step by step."""

    def __init__(
        self,
        everything: tuple[Sequence[Line], Sequence[Line]],
        decided: Mapping[Numbers, Decision],
        *,
        same_year: bool,
    ) -> None:
        self._everything = everything
        self._decided = decided
        self._same_year = same_year

    @property
    def found(self) -> Lineage:
        """What there is to find."""
        ones, others = self._everything
        confirmed = {pair: said for pair, said in self._decided.items() if said.verdict is not Verdict.NOT_SAME}
        rejected = [self._as_decided(pair) for pair in self._decided if pair not in confirmed]
        open_ones = _without(ones, {one for (one, _), said in confirmed.items() if said.verdict in _TAKES_EARLIER})
        open_others = _without(
            others, {other for (_, other), said in confirmed.items() if said.verdict in _TAKES_LATER}
        )
        by_reference = SameReference(open_ones, open_others, self._decided)
        referenced = [self._referenced(pair, by_reference.doubtful) for pair in by_reference.pairs]
        matches = sorted([*map(self._as_decided, confirmed), *referenced], key=_in_order)
        sure = [match for match in referenced if match.state is not State.FLAGGED]
        suggestions = suggested(
            self._everything,
            (_without(open_ones, _earlier(sure)), _without(open_others, _later(sure))),
            by_reference.left,
            {*self._decided, *((match.earlier, match.later) for match in matches)},
        )
        return Lineage(
            matches=tuple(matches),
            suggestions=tuple(_match(pair, State.SUGGESTED) for pair in suggestions),
            rejected=tuple(sorted(rejected, key=_in_order)),
            only_earlier=tuple(line.number for line in _without(ones, _earlier(matches))),
            only_later=tuple(line.number for line in _without(others, _later(matches))),
        )

    def _as_decided(self, numbers: Numbers) -> Match:
        pair = (self._everything[0][numbers[0]], self._everything[1][numbers[1]])
        decision = self._decided[numbers]
        state = State.REJECTED if decision.verdict is Verdict.NOT_SAME else State.CONFIRMED
        return _match(pair, state, decision)

    def _referenced(self, pair: Pair, doubtful: set[Numbers]) -> Match:
        one, other = pair
        match = _match(pair, State.PROPOSED)
        if one.title == other.title and one.reference and self._same_year:
            state = State.PROPOSED if (match.earlier, match.later) in doubtful else State.CERTAIN
        else:
            state = State.PROPOSED if self._like(pair, match.evidence) else State.FLAGGED
        return _match(pair, state)

    def _like(self, pair: Pair, evidence: Evidence) -> bool:
        """Tell whether two lines under one reference are like each other, by their titles where both have one."""
        one, other = pair
        if one.title and other.title:
            return are_like(one.title, other.title)
        return self._same_year or evidence.description >= LIKE


def _match(pair: Pair, state: State, decision: Decision | None = None) -> Match:
    one, other = pair
    same_reference = one.reference == other.reference != ""
    evidence = Evidence(one.saving, other.saving, same_reference, likeness(one.title, other.title))
    return Match(one.number, other.number, evidence, state, decision)


def _without(lines: Iterable[Line], numbers: set[int]) -> list[Line]:
    return [line for line in lines if line.number not in numbers]


def _earlier(matches: Iterable[Match]) -> set[int]:
    return {match.earlier for match in matches}


def _later(matches: Iterable[Match]) -> set[int]:
    return {match.later for match in matches}


def _in_order(match: Match) -> Numbers:
    return (match.earlier, match.later)
