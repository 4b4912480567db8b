"""The acts that settle a finding: each a pure rule from a line to the line settled."""

import html
import re
from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType

from model.editing import QUARTERS_OF, edited, refigured
from model.fields import FIELD
from model.money import add_up
from model.rag import Scheme
from model.saving import Direction, Figure, Saving

# Asked of every line at once when a tracker is opened: each total, its printed figure, its quarters.
_SIDES = tuple(
    (total, attrgetter(f"{total}_printed"), attrgetter(*quarters)) for total, quarters in QUARTERS_OF.items()
)

Act = Callable[[Saving, str, Scheme | None], Saving]

# The tags that text pasted from a page or a mail brings along. Anything else in angle brackets, such as a mail address,
# is text.
_TAG = re.compile(
    r"</?(?P<name>p|br|ul|ol|li|div|span|b|i|u|s|strong|em|a|font|h[1-6]|hr|img|sub|sup|small|blockquote|pre"
    r"|table|thead|tbody|tr|td|th|style|html|body|head|meta|o:p)(?:\s+[\w:-]+\s*=[^<>]*|\s*/?)>",
    re.IGNORECASE,
)
_BREAKING = re.compile(r"\s*(?:<br\s*/?>|</(?:p|li|ul|ol|div|h[1-6])>)\s*", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n{3,}")


def first_tag(text: str) -> str:
    """Name the first tag of a web page in a text, such as `p`; blank where there is none. A lone `<` is no tag."""
    found = _TAG.search(text)
    return found["name"].lower() if found else ""


def without_tags(text: str) -> str:
    """Give text with its tags taken out, paragraphs kept as lines, and `&amp;` and its like read."""
    plain = html.unescape(_TAG.sub("", _BREAKING.sub("\n", text)))
    return _BLANK_LINES.sub("\n\n", plain).strip()


def unsettled_sides(saving: Saving) -> tuple[str, ...]:
    """Name the totals (`plan_total`, `forecast_total`) that are printed and to which the quarters do not add."""
    return tuple(
        total
        for total, printed, quarters in _SIDES
        if printed(saving) is not None and add_up(quarters(saving)) not in (None, printed(saving))
    )


def turning_adds_up(saving: Saving) -> bool:
    """Tell whether the quarters add to every printed total once their sign is turned."""
    sides = unsettled_sides(saving)
    return bool(sides) and all(
        add_up(getattr(saving, quarter) for quarter in QUARTERS_OF[total]) == -getattr(saving, f"{total}_printed")
        for total in sides
    )


def _take_sum(saving: Saving, _key: str, scheme: Scheme | None) -> Saving:
    return refigured(saving, scheme, **{f"{total}_printed": None for total in unsettled_sides(saving)})


def _turn_quarters(saving: Saving, _key: str, scheme: Scheme | None) -> Saving:
    figures: dict[str, Figure] = {}
    for total in unsettled_sides(saving):
        figures[f"{total}_printed"] = None
        figures |= {quarter: _turned(getattr(saving, quarter)) for quarter in QUARTERS_OF[total]}
    return refigured(saving, scheme, **figures)


def _turn_sign(saving: Saving, key: str, _scheme: Scheme | None) -> Saving:
    return saving.but(**{key: _turned(getattr(saving, key))})


def _let_follow(saving: Saving, key: str, _scheme: Scheme | None) -> Saving:
    return saving.but(**{f"{key}_printed": None})


def _clear(saving: Saving, key: str, _scheme: Scheme | None) -> Saving:
    if key == "rating":
        return saving.but(rating_printed="") if saving.rating_printed is not None else saving
    return saving.but(**{key: ""})


def _clean_text(saving: Saving, key: str, _scheme: Scheme | None) -> Saving:
    return saving.but(**{key: without_tags(getattr(saving, key))})


def _take_schemes_rating(saving: Saving, _key: str, _scheme: Scheme | None) -> Saving:
    return saving.but(rating_printed=None, to_review=False)


def _mark_complete(saving: Saving, _key: str, _scheme: Scheme | None) -> Saving:
    return saving.but(complete=True)


def _mark_incomplete(saving: Saving, _key: str, _scheme: Scheme | None) -> Saving:
    return saving.but(complete=False)


def _keep_rating(saving: Saving, _key: str, _scheme: Scheme | None) -> Saving:
    return saving.but(to_review=False)


def _take_direction(direction: Direction) -> Act:
    return lambda saving, key, scheme: edited(saving, key, direction, scheme)


def _turned(amount: Figure) -> Figure:
    return None if amount is None else -amount + 0


# The act by which each computed direction is taken: a pure rule, as the direction is in its name.
TAKE_DIRECTION = {direction: f"take the computed direction ({direction.value})" for direction in Direction if direction}
ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "take the sum": _take_sum,
        "turn the quarters": _turn_quarters,
        "turn the sign": _turn_sign,
        "let it follow": _let_follow,
        "clear": _clear,
        "clean the text": _clean_text,
        "take the scheme's rating": _take_schemes_rating,
        "mark complete": _mark_complete,
        "mark not complete": _mark_incomplete,
        "keep the rating": _keep_rating,
        **{act: _take_direction(direction) for direction, act in TAKE_DIRECTION.items()},
    }
)


def settled(saving: Saving, act: str, key: str, scheme: Scheme | None) -> Saving:
    """Give the line as an act settles it; `key` names the field concerned."""
    return ACTS[act](saving, key, scheme)


def words_of(act: str, reference: str, key: str) -> str:
    """Name a settling act as the Undo command does."""
    field = (
        f" of the {FIELD[key].name}"
        if key in FIELD and act in ("clean the text", "turn the sign", "let it follow")
        else ""
    )
    return f"{act[0].upper()}{act[1:]}{field} in {reference or 'several lines'}"
