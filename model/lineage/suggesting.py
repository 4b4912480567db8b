"""Lines that may be the same saving although nothing puts them on one row: suggested, with a limit, never assumed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from model.lineage.likeness import Words, likeness, plain_words, telling_words
from model.lineage.lines import MOST_WEIGHED, Line, Numbers, Pair, Rank, rank
from model.lineage.same_words import Rarity, alike

# Measured on the two published trackers (docs/decisions/lineage.md).
LEAST_BY_TITLE = 0.42
LEAST_BY_DESCRIPTION = 0.6
FEWEST_WORDS = 8
BEGINNING = 300
MOST_EACH = 5


def suggested(
    everything: tuple[Sequence[Line], Sequence[Line]],
    waiting: tuple[Sequence[Line], Sequence[Line]],
    left: Iterable[tuple[Sequence[Line], Sequence[Line]]],
    settled: Collection[Numbers],
) -> list[Pair]:
    """Suggest pairs: at most five for a line, the most alike.

    Args:
        everything: all lines of both trackers, among which a word is rare or not.
        waiting: the lines for which another reference is looked for.
        left: lines that are over under a reference that the other tracker has too, with all that it has of it.
        settled: pairs that stand on one row already, or were decided not to be the same.
    """
    found: dict[Numbers, float] = {}
    if all(waiting):
        found |= _by_description(*waiting)
        found |= _by_title(everything, waiting)
    found |= {pair: 1 + likeness for pair, likeness in _same_reference(left).items()}
    lines, other_lines = ({line.number: line for line in side} for side in everything)
    ranked = sorted(
        (rank(lines[one], other_lines[other], likeness), one, other)
        for (one, other), likeness in found.items()
        if (one, other) not in settled
    )
    return [(lines[one], other_lines[other]) for one, other in _best(ranked)]


def _by_title(
    everything: tuple[Sequence[Line], Sequence[Line]], waiting: tuple[Sequence[Line], Sequence[Line]]
) -> dict[Numbers, float]:
    words = tuple([telling_words(line.title) for line in side] for side in everything)
    ones, others = (
        {line.number: said[line.number] for line in side} for said, side in zip(words, waiting, strict=True)
    )
    return alike(ones, others, Rarity(*words), LEAST_BY_TITLE)


def _by_description(ones: Sequence[Line], others: Sequence[Line]) -> dict[Numbers, float]:
    described, others_described = _described(ones), _described(others)
    rarity = Rarity(described.values(), others_described.values())
    return alike(described, others_described, rarity, LEAST_BY_DESCRIPTION)


def _described(lines: Sequence[Line]) -> Mapping[int, Words]:
    """Give the words of the descriptions that say enough to tell a saving by."""
    words = {line.number: telling_words(plain_words(line.saving.description, BEGINNING)) for line in lines}
    return {line: said for line, said in words.items() if len(said) >= FEWEST_WORDS}


def _same_reference(left: Iterable[tuple[Sequence[Line], Sequence[Line]]]) -> dict[Numbers, float]:
    return {
        (one.number, other.number): likeness(one.title, other.title)
        for ones, others in left
        if len(ones) * len(others) <= MOST_WEIGHED
        for one in ones
        for other in others
    }


def _best(ranked: Iterable[tuple[Rank, int, int]]) -> list[Numbers]:
    """Keep those that are among the best of both their lines."""
    seen: tuple[dict[int, int], dict[int, int]] = (defaultdict(int), defaultdict(int))
    best = []
    for _, one, other in ranked:
        seen[0][one] += 1
        seen[1][other] += 1
        if max(seen[0][one], seen[1][other]) <= MOST_EACH:
            best.append((one, other))
    return best
