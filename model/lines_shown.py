"""Which lines are shown, in which order: the filter and the sorting of a tracker, by value."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter

from model.entries import shown
from model.fields import FIELDS, OTHER
from model.money import MINUS, show_amount
from model.rag import RATINGS
from model.rating import rating_of
from model.saving import Direction, Saving, Value
from model.year import Year, committees_of

ALL_COMMITTEES = ""
UNRATED = "No rating"
_WORDS = attrgetter(*(field.key for field in FIELDS if field.is_words))
_FIGURES = attrgetter(*(field.key for field in FIELDS if field.is_figure))
_SHORT = tuple(field.key for field in FIELDS if not field.is_words and not field.is_figure)
_BETWEEN = "\0"
"""Between two texts, so that nothing is found across them."""
_BY_SEVERITY = {name: place for place, name in enumerate(("Black", "Red", "Amber", "Green", "Blue"))}
_BY_DIRECTION = {Direction.WORSENING: 0, Direction.NO_CHANGE: 1, Direction.IMPROVING: 2}

SortKey = tuple[int, Decimal, str]


@dataclass(frozen=True, slots=True)
class Filter:
    """What the officer asks to see; the default shows every line.

    Attributes:
        text: found as it stands in any field, whatever its case and its spaces.
        committee: one of the tracker's committees; a line of two belongs to both.
        ratings: the ratings shown, `UNRATED` among them; empty shows all.
    """

    text: str = ""
    committee: str = ALL_COMMITTEES
    ratings: frozenset[str] = frozenset()
    only_findings: bool = False
    only_changed: bool = False

    @property
    def is_on(self) -> bool:
        """Whether the filter leaves any line out."""
        return self != Filter()


@dataclass(frozen=True, slots=True)
class Marks:
    """The lines that have findings and the lines that have changed."""

    findings: frozenset[int] = frozenset()
    changed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Sorting:
    """The field by which lines are sorted; blank keeps the tracker's own order."""

    key: str = ""
    descending: bool = False


def lines_shown(year: Year, wanted: Filter, sorting: Sorting, marks: Marks) -> list[int]:
    """Give the lines that a filter lets through, sorted by value; blanks come last either way."""
    mentions = _finder(wanted.text, year) if wanted.text else _any_line
    shown = [saving for saving in year if _passes(saving, year, wanted, marks) and mentions(saving)]
    if sorting.key:
        shown = _sorted(shown, sorting, year)
    return [saving.line for saving in shown]


def rating_label(name: str) -> str:
    """Give the word by which the filter knows a rating; a blank one has a word too."""
    return name or UNRATED


def rating_order(names: Iterable[str]) -> list[str]:
    """Put ratings in the order in which they are offered: the key's, then others, then none."""
    known = [name for name in RATINGS if name in names]
    others = sorted(name for name in names if name not in RATINGS and name)
    return [*known, *others, *([""] if "" in names else [])]


def _passes(saving: Saving, year: Year, wanted: Filter, marks: Marks) -> bool:
    if wanted.only_findings and saving.line not in marks.findings:
        return False
    if wanted.only_changed and saving.line not in marks.changed:
        return False
    if wanted.committee and wanted.committee not in committees_of(saving.committee):
        return False
    return not wanted.ratings or rating_label(rating_of(saving, year.scheme).name) in wanted.ratings


def _any_line(_saving: Saving) -> bool:
    return True


def _finder(text: str, year: Year) -> Callable[[Saving], bool]:
    """Give what tells whether a line mentions a text; figures are looked through only for a text with a digit."""
    phrase, show_figure = _folded(text), lru_cache(maxsize=None)(show_amount)
    has_digit = any(character.isdigit() for character in text)
    keys = _SHORT if has_digit else ()

    def mentions(saving: Saving) -> bool:
        texts = [shown(saving, key) for key in (*keys, *saving.unread, *(OTHER + heading for heading in saving.other))]
        texts += [held for held in _WORDS(saving) if held.strip() != "0"]
        if has_digit:
            texts += [show_figure(amount) for amount in _FIGURES(saving) if amount is not None]
        texts.append(rating_of(saving, year.scheme).name)
        return phrase in _folded(_BETWEEN.join(texts))

    return mentions


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace(MINUS, "-").split())


def _sorted(savings: list[Saving], sorting: Sorting, year: Year) -> list[Saving]:
    key = _key_of(sorting.key, year)
    filled = [(order, saving) for saving in savings if (order := key(saving)) is not None]
    blank = [saving for saving in savings if key(saving) is None]
    filled.sort(key=lambda pair: pair[0], reverse=sorting.descending)
    return [saving for _, saving in filled] + blank


def _key_of(key: str, year: Year) -> Callable[[Saving], SortKey | None]:
    if key == "rating":
        return lambda saving: _rating_key(rating_of(saving, year.scheme).name)
    return lambda saving: _value_key(saving.value(key))


def _rating_key(name: str) -> SortKey | None:
    return (_BY_SEVERITY.get(name, len(_BY_SEVERITY)), Decimal(0), name) if name else None


def _value_key(value: Value) -> SortKey | None:
    if value is None or value == "":
        return None
    if isinstance(value, Direction):
        return (_BY_DIRECTION[value], Decimal(0), "")
    if isinstance(value, Decimal | bool):
        return (0, Decimal(value), "")
    return (1, Decimal(0), value.casefold())


def next_line(lines: Sequence[int], line: int | None, marked: frozenset[int]) -> int | None:
    """Give the next of some lines, in the order shown, that is marked; from the top again after the last."""
    place = lines.index(line) + 1 if line in lines else 0
    around = [*lines[place:], *lines[:place]]
    return next((other for other in around if other in marked), None)
