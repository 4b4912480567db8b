"""Findings about the tracker as a whole, as it is now: worked out anew after each edit, so each is one quick pass."""

from collections.abc import Iterator
from operator import attrgetter

from model.fields import FIELD
from model.findings.saying import cell_of
from model.rag import NO_RATING, RATINGS
from model.rating import clean_rating
from model.saving import Saving
from model.year import Finding, Settlement, Severity, Year

_ATTRIBUTES = {
    "rating": "rating_printed",
    "description": "description",
    "committee": "committee",
    "commentary": "commentary",
    "links": "links",
}
_LONGEST_ZERO = 3


def notes_that_stand(year: Year) -> Iterator[Finding]:
    """What the reader noted, save of values that have been put right since."""
    for note in year.notes:
        if note.line is None or not note.key or _is_unread(year.savings[note.line], note.key):
            yield note


def _is_unread(saving: Saving, key: str) -> bool:
    if key == "rating":
        return not saving.override and clean_rating(saving.rating_printed) not in {NO_RATING, *RATINGS}
    return key in saving.unread or FIELD[key].is_words


def zeros_as_text(year: Year) -> Iterator[Finding]:
    """Columns of words in which "0" stands for empty: one finding for each column."""
    for key, attribute in _ATTRIBUTES.items():
        text_of = attrgetter(attribute)
        lines = [
            saving
            for saving in year.savings
            if (text := text_of(saving)) and len(text) <= _LONGEST_ZERO and text.strip() == "0"
        ]
        if lines := [saving for saving in lines if not (key == "rating" and saving.override)]:
            yield _zeros(lines, year, key)


def _zeros(lines: list[Saving], year: Year, key: str) -> Finding:
    heading = next((column.heading for column in year.layout if column.key == key), FIELD[key].heading)
    first = lines[0]
    one = len(lines) == 1
    where = f"on {first.reference or f'line {first.line + 1}'}" if one else f"on {len(lines)} lines"
    message = f"{heading}: “0” is printed for empty {where}."
    act = Settlement("clear", "Clear it" if one else f"Clear all {len(lines)}")
    return Finding(
        "zero-text",
        Severity.NOTE,
        message,
        line=first.line if one else None,
        reference=first.reference if one else "",
        key=key,
        cell=cell_of(first, year, key),
        settlements=(act,),
    )


RULES = (notes_that_stand, zeros_as_text)
