"""Lines whose titles or descriptions share rare words: what may be the same saving under another reference."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Mapping
from itertools import chain

from model.lineage.likeness import Words
from model.lineage.lines import Numbers

# Looking at pairs stops here: words that stand in very many texts say little, and 10,000 lines have to be quick.
MOST_LOOKED_AT = 200_000


class Rarity:
    """How much a word says: the more, the fewer texts it stands in, in the tracker that has it more often."""

    def __init__(self, ones: Collection[Words], others: Collection[Words]) -> None:
        """Weigh the words of all texts of both trackers."""
        counts = _counted(ones) | _counted(others)
        texts = max(len(ones), len(others)) + 1
        self._weights = {word: math.log(texts / count) for word, count in counts.items()}

    def __call__(self, word: str) -> float:
        """Tell how much a word says."""
        return self._weights[word]

    def of(self, words: Words) -> float:
        """Tell how much several words say, the same in any order."""
        return math.fsum(map(self._weights.__getitem__, words))


def alike(ones: Mapping[int, Words], others: Mapping[int, Words], rarity: Rarity, least: float) -> dict[Numbers, float]:
    """Find pairs of lines whose words are alike: twice what they share, by weight, against all that they say.

    Args:
        ones: the words of each line, by its number.
        least: how alike they have to be, 0 to 1.
    """
    places = _rarest_first(ones.values(), others.values())
    holders = _lines_by_word(others, places)
    weights = {line: rarity.of(words) for line, words in others.items()}
    found = {}
    for line, words in ones.items():
        said = sorted((word for word in words if word in places), key=places.__getitem__)
        weight = rarity.of(words) if said else 0
        for other, shared in _shared(said, holders, rarity).items():
            likeness = 2 * shared / (weight + weights[other])
            if likeness >= least:
                found[line, other] = likeness
    return found


def _rarest_first(ones: Collection[Words], others: Collection[Words]) -> Mapping[str, int]:
    """Give the words that both sides have, each with its place, until very many pairs of lines share one."""
    counts, other_counts = _counted(ones), _counted(others)
    places: dict[str, int] = {}
    looked_at = 0
    for pairs, word in sorted((counts[word] * other_counts[word], word) for word in counts.keys() & other_counts):
        looked_at += pairs
        if looked_at > MOST_LOOKED_AT:
            break
        places[word] = len(places)
    return places


def _shared(said: Iterable[str], holders: Mapping[str, list[int]], rarity: Rarity) -> Mapping[int, float]:
    """Weigh what a line shares with each line of the other side, by its words in an order that is always the same."""
    shared: dict[int, float] = defaultdict(float)
    for word in said:
        weight = rarity(word)
        for other in holders[word]:
            shared[other] += weight
    return shared


def _lines_by_word(words_of: Mapping[int, Words], wanted: Container[str]) -> Mapping[str, list[int]]:
    lines: dict[str, list[int]] = defaultdict(list)
    for line, words in words_of.items():
        for word in words:
            if word in wanted:
                lines[word].append(line)
    return lines


def _counted(texts: Iterable[Words]) -> Counter[str]:
    return Counter(chain.from_iterable(texts))
