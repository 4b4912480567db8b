"""Lines whose titles or descriptions share rare words: what may be the same saving under another reference."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
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
    weights, other_weights = ({line: rarity.of(words) for line, words in side.items()} for side in (ones, others))
    found = {}
    for (line, other), shared in _shared(_lines_by_word(ones), _lines_by_word(others), rarity).items():
        likeness = 2 * shared / (weights[line] + other_weights[other])
        if likeness >= least:
            found[line, other] = likeness
    return found


def _shared(ones: Mapping[str, list[int]], others: Mapping[str, list[int]], rarity: Rarity) -> Mapping[Numbers, float]:
    """Weigh what pairs share, the rarest words first, until very many pairs have been looked at."""
    shared: dict[Numbers, float] = defaultdict(float)
    looked_at = 0
    for pairs, word in sorted((len(ones[word]) * len(others[word]), word) for word in ones.keys() & others.keys()):
        looked_at += pairs
        if looked_at > MOST_LOOKED_AT:
            break
        weight, opposite = rarity(word), others[word]
        for line in ones[word]:
            for other in opposite:
                shared[line, other] += weight
    return shared


def _lines_by_word(words_of: Mapping[int, Words]) -> Mapping[str, list[int]]:
    lines: dict[str, list[int]] = defaultdict(list)
    for line, words in words_of.items():
        for word in words:
            lines[word].append(line)
    return lines


def _counted(texts: Iterable[Words]) -> Counter[str]:
    return Counter(chain.from_iterable(texts))
