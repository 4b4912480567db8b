"""How alike two texts are: the letters that both hold in the same order, and the words that say something."""

import html
import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import LCSseq

LIKE = 0.5
# What is read of a reference or title, and of a description: enough to tell it by, whatever somebody pasted into it.
TITLE = 300
DESCRIPTION = 2000

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_NO_WORD = re.compile(r"[\W_]+")
# The same for ASCII, in a third of the time: letters and digits stay, all else is a space.
_ASCII_WORDS = "".join(sign if sign.isalnum() else " " for sign in map(chr, range(128)))
_NO_WIDTH = re.compile(r"[\u200b-\u200d\u2060\ufeff]+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_NO_REFERENCE = "0"
_SAY_NOTHING = re.compile(r"[^\d]|an|and|at|by|for|from|in|into|of|on|or|the|to|up|when|with|within")
_HAS_PLURAL = 4

Words = frozenset[str]


def plain_words(text: str, longest: int = TITLE) -> str:
    """Give the words of a text's beginning alone: no tags, case, dashes, signs or spare spaces."""
    words = _plain(text[:longest])
    if words.isascii():
        return " ".join(words.translate(_ASCII_WORDS).split())
    return _NO_WORD.sub(" ", words).strip()


def plain_reference(text: str) -> str:
    """Give a reference without tags, case, spaces and kinds of dashes; blank for 0 and where there is none."""
    reference = "".join(_plain(text[:TITLE]).split())
    if not reference.isascii():
        reference = _DASHES.sub("-", _NO_WIDTH.sub("", reference))
    return reference if reference != _NO_REFERENCE and any(map(str.isalnum, reference)) else ""


def likeness(one: str, other: str) -> float:
    """Tell how alike two texts of plain words are, from 0 to 1; 0 where either is blank."""
    if not one or not other:
        return 0.0
    return 1.0 if one == other else LCSseq.normalized_similarity(one, other)


def telling_words(text: str) -> Words:
    """Give the words of a text of plain words that say something, in the singular."""
    return frozenset(filter(None, map(_telling, text.split())))


def shared_words(one: str, other: str) -> tuple[str, ...]:
    """Give the telling words of a text of plain words that another has too, as they stand in the first."""
    theirs = telling_words(other)
    return tuple(dict.fromkeys(word for word in one.split() if _telling(word) in theirs))


def are_like(one: str, other: str) -> bool:
    """Tell whether two titles of plain words are like each other: half of the letters, or of the telling words."""
    if likeness(one, other) >= LIKE:
        return True
    words, theirs = telling_words(one), telling_words(other)
    return len(words & theirs) >= LIKE * max(1, (len(words) + len(theirs)) / 2)


def _plain(text: str) -> str:
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", text))
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


@lru_cache(maxsize=50_000)
def _telling(word: str) -> str:
    if _SAY_NOTHING.fullmatch(word):
        return ""
    return word[:-1] if len(word) >= _HAS_PLURAL and word.endswith("s") and not word.endswith("ss") else word
