"""A heading's words looked up: which fields a column may hold, whatever its wording (`resources/headings.toml`)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from model.fields import QUARTERS, Band
from model.resources import table

Words = frozenset[str]

LONGEST = 90
_OPENING_RANK = 50
_UNIT = re.compile(r"\(?\s*£\s*'?\s*(?:0?00s?|k|m|s)?\b\s*\)?|\(?\b000'?s?\b\)?")
_YEAR = re.compile(r"\b(?:20)?(\d\d)\s?[-/–]\s?(?:20)?(\d\d)\b|\b20\d\d\b")
_PUNCTUATION = re.compile(r"[^\w%]+|_+")


@dataclass(frozen=True, slots=True, order=True)
class Offer:
    """A field that a column may hold.

    Attributes:
        rank: how good the wording is; 0 is best.
    """

    rank: int
    key: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The tables of `headings.toml`, ready to look up."""

    wordings: re.Pattern[str]
    words: Mapping[str, str]
    ignored: Words
    fields: Mapping[Words, tuple[Offer, ...]]
    openings: Mapping[str, str]

    @property
    def known(self) -> Words:
        """Every word that a heading may have."""
        return self.ignored.union(*self.fields)


@cache
def vocabulary() -> Vocabulary:
    """Read the wordings of headings, once."""
    tables = table("headings.toml")
    words = {wording: word for word, wordings in tables["words"].items() for wording in wordings}
    longest_first = sorted(words, key=len, reverse=True)
    offers: dict[Words, list[Offer]] = {}
    for key, wordings in _fields(tables):
        for rank, wording in enumerate(wordings):
            offers.setdefault(frozenset(wording.split()), []).append(Offer(rank, key))
    return Vocabulary(
        re.compile(r"(?<!\S)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\S)"),
        words,
        frozenset(tables["ignored"]["words"]),
        {wording: tuple(sorted(found)) for wording, found in offers.items()},
        {word: key for key, openings in tables["openings"].items() for word in openings},
    )


def _fields(tables: Mapping[str, Mapping[str, list[str]]]) -> Iterator[tuple[str, list[str]]]:
    yield from tables["fields"].items()
    for side, wordings in tables["quarters"].items():
        for quarter in QUARTERS:
            yield f"{side}_q{quarter}", [f"{wording} q{quarter}" for wording in wordings]


@cache
def _known_words() -> Words:
    return vocabulary().known | {f"q{quarter}" for quarter in QUARTERS}


@cache
def words_in_order(text: str) -> tuple[str, ...]:
    """Give a heading's words in our spelling: `Target phasing - Qtr 1 (£000)` gives plan, phasing, q1."""
    if len(text) > LONGEST:
        return ()
    plain = _YEAR.sub(_without_year, _UNIT.sub(" ", text.casefold().replace("’", "'")))
    plain = " ".join(_PUNCTUATION.sub(" ", plain.replace("'", "").replace("%", " % ")).split())
    found = vocabulary()
    return tuple(found.wordings.sub(lambda match: found.words[match[0]], plain).split())


def _without_year(match: re.Match[str]) -> str:
    first, second = match[1], match[2]
    follows = first is None or (int(first) + 1) % 100 == int(second)
    return " " if follows else match[0]


def words_of(text: str) -> Words:
    """Give a heading's words in our spelling, in no order."""
    return frozenset(words_in_order(text))


def is_heading_word(text: str) -> bool:
    """Tell whether text is made of nothing but words that headings have."""
    words = words_of(text)
    return bool(words) and words <= _known_words()


def offers_of(words: Words) -> tuple[Offer, ...]:
    """List the fields that a heading of some words may name, the best first."""
    found = vocabulary()
    return found.fields.get(words) or found.fields.get(words - found.ignored, ())


def opening_offers(text: str) -> tuple[Offer, ...]:
    """List the fields that a heading names by its first word alone."""
    first = words_in_order(text)[:1]
    return tuple(Offer(_OPENING_RANK, key) for word, key in vocabulary().openings.items() if (word,) == first)


def band_of(text: str) -> Band | None:
    """Tell over which group of figures a band stands, by its words."""
    words = words_of(text)
    by_word = (("investment", Band.INVESTMENT), ("prior", Band.PRIOR), ("plan", Band.PLAN), ("forecast", Band.FORECAST))
    return next((band for word, band in by_word if word in words), None)


def quarter_of(words: Iterable[str]) -> str:
    """Give the quarter that a heading names, `q1` to `q4`; blank for none."""
    return next((word for word in words if word in {f"q{quarter}" for quarter in QUARTERS}), "")
