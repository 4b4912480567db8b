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
        for seen in _directions(decision, index, other_index):
            for one, other in _pairs(_named(index, seen.earlier), _named(other_index, seen.later), seen.verdict):
                found[one.number, other.number] = seen
    return found


def _directions(decision: Decision, index: _Index, other_index: _Index) -> tuple[Decision, ...]:
    """Within one year a decision holds whichever period comes first.

    Lines that are both in both periods are each itself there: they became one in neither of them.
    """
    if decision.earlier.tracker != decision.later.tracker or decision.earlier == decision.later:
        return (decision,)
    stays = _exactly(other_index, decision.earlier) and _exactly(index, decision.later)
    goes_on = _exactly(index, decision.earlier) and _exactly(other_index, decision.later)
    if stays and goes_on and decision.verdict is not Verdict.NOT_SAME:
        return ()
    return (decision, decision.backwards)


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
