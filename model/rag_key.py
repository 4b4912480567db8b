"""A RAG key's printed words read as a scheme: which percentage short of plan gives which rating, by size of saving.

How the words are read: a rating begins where the words of the next better one end. Where both leave a percentage
open ("more than 19%" beside "less than 19%"), or both claim it, the worse rating takes it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from model.rag import AMBER, BLACK, BLUE, GREEN, RED, Scheme, SizeBand, Threshold
from model.refusals import Refusal
from model.resources import files, table

_THOUSANDS_IN = {"k": Decimal(1), "m": Decimal(1000), "": Decimal("0.001")}
_WORST_FIRST = (RED, AMBER, GREEN)
_UNUSED = ("", "-", "–", "—", "n/a", "na", "not used", "none")
_NUMBER = r"(\d+(?:\.\d+)?)"
_MORE = r"more than|greater than|over|above|exceeding|exceeds|in excess of|>"
_LESS = r"less than|below|under|lower than|fewer than|<"
_AT_LEAST = r"at least|from|≥|>=|minimum of"
_AT_MOST = r"up to|at most|within|no more than|not more than|maximum of|≤|<="
_OR_MORE = r"or more|or over|or above|or greater|and over|and above|and more|plus|\+"
_OR_LESS = r"or less|or below|or under|and below|and under"
_NOISE = re.compile(
    r"\bunder[ -]?(?:achiev\w*|deliver\w*)(?: by)?|\b(?:adverse )?variance\b|\bshort(?:fall)?\b|"
    r"\bof (?:plan|target|saving)s?\b|\bnot achieved\b|\bby\b|\bbetween\b|\ba\b|\bis\b|\bthan plan\b"
)


class KeyNotRead(Refusal):
    """A RAG key whose words give no rule."""

    def __init__(self, rating: str, words: str) -> None:
        super().__init__(
            f"The RAG key's words for {rating}, “{words}”, could not be read as a rule. The ratings stand as judged; "
            "choose Tracker > Adopt a RAG scheme to rate by another key."
        )


@dataclass(frozen=True, slots=True)
class Span:
    """The percentages short of plan for which a rating's words speak; None where they leave an end open."""

    low: Decimal | None = None
    low_included: bool = False
    high: Decimal | None = None
    high_included: bool = False

    @property
    def flipped(self) -> "Span":
        """The same span, told as what is achieved instead of what is missing."""
        low = None if self.high is None else 100 - self.high
        high = None if self.low is None else 100 - self.low
        return Span(low, self.high_included, high, self.low_included)


def scheme_from_key(name: str, sizes: Sequence[str], ratings: Mapping[str, Sequence[str]]) -> Scheme:
    """Read a RAG key.

    Args:
        name: the year or file whose key it is.
        sizes: the words over its columns, as printed: `Over £500k`, `100-500k`, `Below 100k`; empty for one column.
        ratings: the words of each rating's row, one for each size, in printed order.

    Raises:
        KeyNotRead: words that give no rule, or rules that contradict each other.
    """
    printed = {rating: tuple(words) for rating, words in ratings.items()}
    edges = sorted(
        ((*_size(size, alone=len(sizes) < 2), place) for place, size in enumerate(sizes or [""])),  # noqa: PLR2004
        key=lambda edge: (-edge[0], edge[1]),
    )
    bands = [
        _band(
            sizes[place] if sizes else "",
            (above, included),
            {rating: words[place] for rating, words in printed.items()},
        )
        for above, included, place in edges
    ]
    return Scheme(
        name,
        tuple(bands),
        MappingProxyType(printed),
        tuple(sizes),
        _has(printed, BLACK, _is_nothing_achieved),
        _has(printed, BLUE, _is_over_achieving),
    )


@cache
def built_in_schemes() -> tuple[Scheme, ...]:
    """Give the schemes that come with the program, by name."""
    tables = [table(f"rag/{path.name}") for path in files("rag", ".toml")]
    return tuple(scheme_from_key(known["name"], known["sizes"], known["ratings"]) for known in tables)


def _size(words: str, *, alone: bool) -> tuple[Decimal, bool]:
    """Give the size in £000 from which a column of the key speaks, and whether exactly that size is in it."""
    plain = _plain(words)
    found = re.search(rf"£?\s*{_NUMBER}\s*(k|m)?\s*(?:-|to|and)?\s*(?:£?\s*{_NUMBER}\s*(k|m)?)?", plain)
    if found is None:
        if alone:
            return Decimal(0), True
        raise KeyNotRead("sizes of saving", words)
    unit = found[2] or found[4] or ("" if "£" in plain and Decimal(found[1]) >= 1000 else "k")  # noqa: PLR2004
    low = Decimal(found[1]) * _THOUSANDS_IN[unit]
    if found[3]:
        return low, True
    if re.search(rf"(?:{_LESS}|{_AT_MOST})|{_OR_LESS}", plain):
        return Decimal(0), True
    return low, not re.search(_MORE, plain) or bool(re.search(_OR_MORE, plain))


def _band(size: str, edge: tuple[Decimal, bool], words: Mapping[str, str]) -> SizeBand:
    spans = [
        (rating, _span(rating, words[rating]))
        for rating in _WORST_FIRST
        if rating in words and _plain(words[rating]) not in _UNUSED
    ]
    if not spans:
        raise KeyNotRead(size or "every size", " / ".join(words.values()))
    thresholds = tuple(_threshold(worse, words[worse], span, better) for (worse, span), (_, better) in pairwise(spans))
    if any(first.at < second.at for first, second in pairwise(thresholds)):
        raise KeyNotRead(size or "every size", " / ".join(words.values()))
    return SizeBand(size, *edge, thresholds, spans[-1][0])


def _threshold(rating: str, words: str, span: Span, better: Span) -> Threshold:
    if better.high is None:
        if span.low is None:
            raise KeyNotRead(rating, words)
        return Threshold(rating, span.low, span.low_included)
    if span.low is not None and span.low < better.high:
        raise KeyNotRead(rating, words)
    claimed = span.low == better.high and span.low_included
    return Threshold(rating, better.high, claimed or not better.high_included)


def _span(rating: str, words: str) -> Span:
    plain = _plain(words)
    if re.fullmatch(r"(?:on|to) (?:target|track|plan)|(?:fully )?achiev\w*|no|nil", _NOISE.sub("", plain).strip()):
        return Span(high=Decimal(0), high_included=True)
    told_as_achieved = re.search(r"(?<!under)(?<!under )(?<!under-)(?:achiev|deliver)", plain) is not None
    bare = _NOISE.sub(" ", plain)
    span = _range(bare) or _edge(bare)
    if span is None:
        raise KeyNotRead(rating, words)
    return span.flipped if told_as_achieved else span


def _range(plain: str) -> Span | None:
    found = re.search(rf"{_NUMBER}\s*%?\s*(?:-|–|to|and|up to)\s*{_NUMBER}", plain)
    return Span(Decimal(found[1]), True, Decimal(found[2]), True) if found else None


def _edge(plain: str) -> Span | None:
    found = re.search(_NUMBER, plain)
    if found is None:
        return None
    at = Decimal(found[1])
    if re.search(_OR_MORE, plain) or re.search(rf"(?:{_AT_LEAST})", plain):
        return Span(low=at, low_included=True)
    if re.search(_OR_LESS, plain) or re.search(_AT_MOST, plain):
        return Span(high=at, high_included=True)
    if re.search(_MORE, plain):
        return Span(low=at)
    return Span(high=at) if re.search(_LESS, plain) else None


def _has(ratings: Mapping[str, Sequence[str]], rating: str, means: re.Pattern[str]) -> bool:
    """Tell whether a key uses Black or Blue, and as the program understands it."""
    used = [words for words in ratings.get(rating, ()) if _plain(words) not in _UNUSED]
    for words in used:
        if not means.search(_plain(words)):
            raise KeyNotRead(rating, words)
    return bool(used)


_is_nothing_achieved = re.compile(r"100\s*%|non[ -]?(?:achiev|deliver)|not (?:achiev|deliver)|nothing|no saving")
_is_over_achieving = re.compile(r"over[ -]?(?:achiev|deliver)|exceed|more than (?:plan|target)|above (?:plan|target)")


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("per cent", "%").replace("‑", "-").split())
