"""What an officer types or pastes into a field, read as the field's value; and a value shown as text."""

from collections.abc import Mapping
from types import MappingProxyType

from model.fields import FIELD, OTHER, Access, Field, Kind
from model.money import parse_amount, show_amount, show_percent
from model.rag import RATINGS
from model.refusals import ChoiceRefused, NotEditable
from model.saving import Direction, Saving, Value

YES, NO = "Yes", "No"
DIRECTIONS: Mapping[str, Direction] = MappingProxyType(
    {
        **{word: direction for direction in Direction for word in (direction.value, direction.arrow)},
        "up": Direction.IMPROVING,
        "improved": Direction.IMPROVING,
        "better": Direction.IMPROVING,
        "⬆": Direction.IMPROVING,
        "▲": Direction.IMPROVING,
        "⇧": Direction.IMPROVING,
        "↗": Direction.IMPROVING,
        "down": Direction.WORSENING,
        "worse": Direction.WORSENING,
        "worsened": Direction.WORSENING,
        "deteriorating": Direction.WORSENING,
        "deteriorated": Direction.WORSENING,
        "declining": Direction.WORSENING,
        "⬇": Direction.WORSENING,
        "▼": Direction.WORSENING,
        "⇩": Direction.WORSENING,
        "↘": Direction.WORSENING,
        "same": Direction.NO_CHANGE,
        "unchanged": Direction.NO_CHANGE,
        "stable": Direction.NO_CHANGE,
        "static": Direction.NO_CHANGE,
        "steady": Direction.NO_CHANGE,
        "level": Direction.NO_CHANGE,
        "no movement": Direction.NO_CHANGE,
        "→": Direction.NO_CHANGE,
        "⬌": Direction.NO_CHANGE,
        "⇔": Direction.NO_CHANGE,
        "►": Direction.NO_CHANGE,
        "◄►": Direction.NO_CHANGE,
        "←→": Direction.NO_CHANGE,
        "<->": Direction.NO_CHANGE,
        "<>": Direction.NO_CHANGE,
        "=": Direction.NO_CHANGE,
    }
)
COMPLETE: Mapping[str, bool | None] = MappingProxyType(
    {
        "": None,
        **dict.fromkeys(("yes", "y", "true", "complete", "completed", "delivered", "done", "✓", "✔", "☑"), True),
        **dict.fromkeys(
            ("no", "n", "false", "not complete", "incomplete", "in progress", "ongoing", "✗", "✘", "☐"), False
        ),
    }
)
CHOICES: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.RATING: RATINGS,
        Kind.DIRECTION: tuple(direction.value for direction in Direction if direction),
        Kind.COMPLETE: (YES, NO),
    }
)


def read_entry(field: Field, text: str) -> Value:
    """Read what was typed into a field; blank clears it.

    Returns:
        An amount in £000, a `Direction`, a flag, or the text exactly as typed.

    Raises:
        AmountRefused: not an amount.
        ChoiceRefused: none of the field's words.
        NotEditable: nobody types this field.
    """
    if field.access in (Access.DERIVED, Access.FIXED):
        raise NotEditable(field.heading)
    if field.kind is Kind.AMOUNT:
        return parse_amount(text)
    return _read_choice(field, text) if field.kind in CHOICES else text


def _read_choice(field: Field, text: str) -> Value:
    word = text.strip().casefold()
    words: Mapping[str, Value] = {
        Kind.RATING: {"": "", **{rating.casefold(): rating for rating in RATINGS}},
        Kind.DIRECTION: DIRECTIONS,
        Kind.COMPLETE: COMPLETE,
    }[field.kind]
    if word not in words:
        raise ChoiceRefused(text, field.heading, CHOICES[field.kind])
    return words[word]


def show(key: str, value: Value) -> str:
    """Show a field's value as the council prints it: `−1,400`, `19.07`, `↔`, `Yes`; blank stays blank."""
    kind = Kind.TEXT if key.startswith(OTHER) else FIELD[key].kind
    if isinstance(value, Direction):
        return value.arrow
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, str):
        return value
    return show_percent(value) if kind is Kind.PERCENT else show_amount(value)


def shown(saving: Saving, key: str) -> str:
    """Give the text that a line shows in a field: what could not be read as it was read, and nothing for a text of `0`.

    (The published trackers print 0 in text columns that are empty.)
    """
    text = saving.unread.get(key) or show(key, saving.value(key))
    is_words = key.startswith(OTHER) or FIELD[key].is_words
    return "" if is_words and text.strip() == "0" else text
