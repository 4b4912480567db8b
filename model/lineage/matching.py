"""The search for the same savings in two trackers."""

from collections.abc import Iterator

from model.lineage.decisions import NO_DECISIONS, Decision, Decisions, Pair, Verdict, name_of, tracker_of
from model.lineage.found import Evidence, Lineage, Match, State
from model.lineage.likeness import likeness, plain_words
from model.saving import Saving
from model.year import Year, committees_of

LIKE = 0.5


def lineage(earlier: Year, later: Year, decisions: Decisions = NO_DECISIONS) -> Lineage:
    """Tell which line of an earlier tracker is which saving of a later one; nothing is assumed."""
    same_year = tracker_of(earlier) == tracker_of(later) != ""
    decided = {decision.pair: decision for decision in decisions.between(tracker_of(earlier), tracker_of(later))}
    matches = tuple(
        match
        for match in _by_reference(earlier, later, same_year=same_year)
        if not _rejected(decided.get(_pair(earlier, later, match)))
    )
    matched_earlier, matched_later = {match.earlier for match in matches}, {match.later for match in matches}
    return Lineage(
        matches,
        only_earlier=tuple(saving.line for saving in earlier if saving.line not in matched_earlier),
        only_later=tuple(saving.line for saving in later if saving.line not in matched_later),
    )


def _by_reference(earlier: Year, later: Year, *, same_year: bool) -> Iterator[Match]:
    by_reference = {saving.reference: saving for saving in reversed(later.savings) if saving.reference}
    for saving in earlier:
        other = by_reference.pop(saving.reference, None)
        if other is not None:
            evidence = _evidence(saving, other)
            yield Match(saving.line, other.line, evidence, _state(evidence, same_year=same_year))


def _pair(earlier: Year, later: Year, match: Match) -> Pair:
    return frozenset((name_of(earlier, earlier.savings[match.earlier]), name_of(later, later.savings[match.later])))


def _rejected(decision: Decision | None) -> bool:
    return decision is not None and decision.verdict is Verdict.NOT_SAME


def _evidence(one: Saving, other: Saving) -> Evidence:
    committees, others = set(committees_of(one.committee)), set(committees_of(other.committee))
    return Evidence(
        same_reference=one.reference == other.reference,
        title=likeness(plain_words(one.title), plain_words(other.title)),
        committee=bool(committees & others) if committees and others else None,
        sizes=(one.plan_total, other.plan_total),
        descriptions=(one.description, other.description),
    )


def _state(evidence: Evidence, *, same_year: bool) -> State:
    if evidence.title < LIKE:
        return State.FLAGGED
    return State.CERTAIN if same_year and evidence.title == 1 else State.PROPOSED
