"""Text as a reader of paper gets it: no tags, no 0 for empty, paragraphs kept, nothing cut."""

import re

from model.entries import shown
from model.fields import FIELD, OTHER
from model.rating import rating_of
from model.saving import Direction, Saving
from model.settle import without_tags
from model.year import Year

NOT_RATED = "Not rated"
MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_AS_AT = re.compile(r"^as at\s+", re.IGNORECASE)
_BREAKS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_DIRECTIONS = {Direction.IMPROVING: "Improving", Direction.NO_CHANGE: "No change", Direction.WORSENING: "Worsening"}

Paragraphs = tuple[str, ...]


def paragraphs(text: str) -> Paragraphs:
    """Give a text's paragraphs without tags; none where nothing is left."""
    plain = without_tags(text) if "<" in text or "&" in text else text
    parts = (part.replace("\t", " ").strip() for part in _BREAKS.split(plain))
    return tuple(part for part in parts if part)


def one_line(text: str) -> str:
    """Give a text without tags on a single line."""
    return " ".join(paragraphs(text))


def cell_words(saving: Saving, key: str, year: Year) -> Paragraphs:
    """Give what a line shows in a column: amounts as the council prints them, choices as words."""
    if key == "rating":
        return (rating_words(saving, year),)
    if key == "direction" and key not in saving.unread:
        return tuple(filter(None, [_DIRECTIONS.get(saving.direction, "")]))
    text = shown(saving, key)
    return paragraphs(text) if key.startswith(OTHER) or FIELD[key].is_words else tuple(filter(None, [text]))


def rating_words(saving: Saving, year: Year) -> str:
    """Give a line's rating; one without a rating says so."""
    return one_line(rating_of(saving, year.scheme).name) or NOT_RATED


def counted(number: int, word: str = "saving") -> str:
    """Count things: `1 saving`, `34 savings`."""
    return f"{number:,} {word}{'s' * (number != 1)}"


def bare_period(period: str) -> str:
    """Give a period as it stands within other words: `October 2017` of `as at October 2017`."""
    return _AS_AT.sub("", one_line(period))


def sentence_case(text: str) -> str:
    """Give text with a capital first letter: `As at October 2017`."""
    return text[:1].upper() + text[1:]
