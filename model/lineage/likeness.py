"""How alike two texts are: the longest run of letters that both hold in order, against the longer of them."""

import html
import re
import unicodedata

from rapidfuzz.distance import LCSseq

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_NO_WORD = re.compile(r"[\W_]+")


def plain_words(text: str) -> str:
    """Give a text's words alone: no tags, case, dashes, signs or spare spaces."""
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", text))
    return _NO_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def likeness(one: str, other: str) -> float:
    """Tell how alike two texts of plain words are, from 0 to 1; 0 where either is blank."""
    if not one or not other:
        return 0.0
    return 1.0 if one == other else LCSseq.normalized_similarity(one, other)
