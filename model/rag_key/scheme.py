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
from model.rag_key.words import Span, is_used, percent_span, plain_words, size_span
from model.refusals import Refusal
from model.resources import files, table

_WORST_FIRST = (RED, AMBER, GREEN)
_NOTHING_ACHIEVED = re.compile(r"100\s*%|non[ -]?(?:achiev|deliver)|not (?:achiev|deliver)|nothing|no saving")
_OVER_ACHIEVING = re.compile(r"over[ -]?(?:achiev|deliver)|exceed|(?:more than|above|better than) (?:plan|target)")


class KeyNotRead(Refusal):
    """A RAG key whose words give no rule."""

    def __init__(self, rating: str, words: str) -> None:
        super().__init__(
            f"The RAG key's words for {rating}, “{words}”, give no rule that the program can follow. The ratings stand "
            "as judged; choose Tracker > Adopt a RAG scheme to rate by another key."
        )


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of the key: a size of saving and what each rating says of it."""

    size: str
    span: Span
    rules: Mapping[str, str]


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
    columns = [
        _Column(size, _size(size, alone=len(sizes) < 2), {rating: words[at] for rating, words in printed.items()})  # noqa: PLR2004
        for at, size in enumerate(sizes or [""])
    ]
    return Scheme(
        name,
        _bands(columns),
        MappingProxyType(printed),
        tuple(sizes),
        _has(printed, BLACK, _NOTHING_ACHIEVED),
        _has(printed, BLUE, _OVER_ACHIEVING),
    )


@cache
def built_in_schemes() -> tuple[Scheme, ...]:
    """Give the schemes that come with the program, by name."""
    tables = [table(f"rag/{path.name}") for path in files("rag", ".toml")]
    return tuple(scheme_from_key(known["name"], known["sizes"], known["ratings"]) for known in tables)


def _size(words: str, *, alone: bool) -> Span:
    span = Span() if alone and not re.search(r"\d", words) else size_span(words)
    if span is None:
        raise KeyNotRead("sizes of saving", words)
    return span


def _bands(columns: Sequence[_Column]) -> tuple[SizeBand, ...]:
    """Put the sizes in order, the largest first; each begins at its own words, or where the next smaller ends."""
    ordered = sorted(columns, key=_reach, reverse=True)
    smaller: list[_Column | None] = [*ordered[1:], None]
    return tuple(_band(column, below) for column, below in zip(ordered, smaller, strict=True))


def _reach(column: _Column) -> tuple[Decimal, Decimal]:
    span = column.span
    return (Decimal("Infinity") if span.high is None else span.high), span.low or Decimal(0)


def _band(column: _Column, below: _Column | None) -> SizeBand:
    above, included = column.span.low, column.span.low_included
    if above is None and below is not None:
        above, included = below.span.high, not below.span.high_included
    thresholds, rest = _thresholds(column)
    return SizeBand(column.size, above or Decimal(0), included or not above, thresholds, rest)


def _thresholds(column: _Column) -> tuple[tuple[Threshold, ...], str]:
    """Give where each rating begins, the worst first, and the rating below all that."""
    used = [rating for rating in _WORST_FIRST if is_used(column.rules.get(rating, ""))]
    spans = [(rating, _span(rating, column.rules[rating])) for rating in used]
    thresholds = tuple(_threshold(*worse, better, column) for worse, (_, better) in pairwise(spans))
    if not spans or any(first.at < second.at for first, second in pairwise(thresholds)):
        raise KeyNotRead(column.size or "each rating", " / ".join(column.rules.values()))
    return thresholds, spans[-1][0]


def _span(rating: str, words: str) -> Span:
    span = percent_span(words)
    if span is None:
        raise KeyNotRead(rating, words)
    return Span(high=span.high, high_included=True) if span.low == span.high == 0 else span


def _threshold(rating: str, span: Span, better: Span, column: _Column) -> Threshold:
    if better.high is None:
        if span.low is None:
            raise KeyNotRead(rating, column.rules[rating])
        return Threshold(rating, span.low, span.low_included)
    if span.low is not None and span.low < better.high:
        raise KeyNotRead(rating, column.rules[rating])
    claimed = span.low == better.high and span.low_included
    return Threshold(rating, better.high, claimed or not better.high_included)


def _has(ratings: Mapping[str, Sequence[str]], rating: str, means: re.Pattern[str]) -> bool:
    """Tell whether a key uses Black or Blue; used for anything else than the program understands, it gives no rule."""
    used = [words for words in ratings.get(rating, ()) if is_used(words)]
    for words in used:
        if not means.search(plain_words(words)):
            raise KeyNotRead(rating, words)
    return bool(used)
