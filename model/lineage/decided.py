"""What was decided by name, as pairs of lines of two trackers."""

from collections.abc import Mapping, Sequence
from itertools import product
from operator import attrgetter

from model.lineage.decisions import Decision, Name, Verdict
from model.lineage.likeness import are_like, plain_reference, plain_words
from model.lineage.lines import MOST_WEIGHED, Line, Numbers, Pair, grouped, nearest_in_size

_Index = Mapping[str, list[Line]]


def decided_pairs(
    ones: Sequence[Line], others: Sequence[Line], decisions: Sequence[Decision]
) -> dict[Numbers, Decision]:
    """Find the lines that decisions name; where two speak of the same lines, the later one stands.

    Args:
        decisions: what was decided of the two trackers, seen in this direction, in order of time.
    """
    found: dict[Numbers, Decision] = {}
    index, other_index = (grouped(side, attrgetter("reference")) if decisions else {} for side in (ones, others))
    for decision in decisions:
        if decision.earlier.tracker == decision.later.tracker:
            found |= _within_a_year(decision, index, other_index)
        else:
            found |= _numbered(decision, _named(index, decision.earlier), _named(other_index, decision.later))
    return found


def _within_a_year(decision: Decision, index: _Index, other_index: _Index) -> dict[Numbers, Decision]:
    """Find the lines whichever period comes first; those that bear the very names before those that are like them.

    Lines that are both in both periods are each itself there: they became one in neither of them.
    """
    views = (decision, decision.backwards)
    exactly = [(view, _exactly(index, view.earlier), _exactly(other_index, view.later)) for view in views]
    if decision.earlier != decision.later and decision.verdict is not Verdict.NOT_SAME and all(map(all, exactly)):
        return {}
    found = [_numbered(*view) for view in exactly]
    if not any(found):
        found = [_numbered(view, _named(index, view.earlier), _named(other_index, view.later)) for view in views]
    forwards, backwards = found
    both_ways = forwards.keys() & backwards.keys() if decision.verdict.seen_backwards is not decision.verdict else ()
    return {pair: said for pair, said in (backwards | forwards).items() if pair not in both_ways}


def _numbered(decision: Decision, ones: list[Line], others: list[Line]) -> dict[Numbers, Decision]:
    return {(one.number, other.number): decision for one, other in _pairs(ones, others, decision.verdict)}


def _pairs(ones: list[Line], others: list[Line], verdict: Verdict) -> Sequence[Pair]:
    """Pair the lines of two names, which nearly always are one each."""
    all_of_them = {
        Verdict.NOT_SAME: len(ones) * len(others) <= MOST_WEIGHED,
        Verdict.SPLIT: len(ones) == 1,
        Verdict.JOINED: len(others) == 1,
    }
    return tuple(product(ones, others)) if all_of_them.get(verdict) else nearest_in_size(ones, others)


def _named(index: _Index, name: Name) -> list[Line]:
    """Give the lines of a name; one whose title has changed since, where it's the only one of its reference like it."""
    exactly = _exactly(index, name)
    if exactly or not plain_reference(name.reference):
        return exactly
    title = plain_words(name.title)
    alike = [line for line in _under(index, name) if are_like(line.title, title)]
    return alike if len(alike) == 1 else []


def _exactly(index: _Index, name: Name) -> list[Line]:
    title = plain_words(name.title)
    return [line for line in _under(index, name) if line.title == title]


def _under(index: _Index, name: Name) -> list[Line]:
    return index.get(plain_reference(name.reference), [])
