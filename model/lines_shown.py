"""Which lines are shown, in which order: the filter and the sorting of a tracker, by value."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.entries import shown
from model.fields import FIELDS, OTHER
from model.money import MINUS
from model.rag import RATINGS
from model.rating import rating_of
from model.saving import Direction, Saving, Value
from model.year import Year, committees_of

ALL_COMMITTEES = ""
UNRATED = "No rating"
_WORDS = tuple(field.key for field in FIELDS if field.is_words)
_SHOWN = tuple(field.key for field in FIELDS if not field.is_words)
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
    shown = [saving for saving in year if _passes(saving, year, wanted, marks)]
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
    if wanted.ratings and rating_label(rating_of(saving, year.scheme).name) not in wanted.ratings:
        return False
    return not wanted.text or _mentions(saving, wanted.text, year)


def _mentions(saving: Saving, text: str, year: Year) -> bool:
    phrase = " ".join(text.casefold().replace(MINUS, "-").split())
    keys = _WORDS + _SHOWN if any(character.isdigit() for character in text) else _WORDS
    texts = [shown(saving, key) for key in (*keys, *(OTHER + heading for heading in saving.other))]
    texts.append(rating_of(saving, year.scheme).name)
    return any(phrase in " ".join(held.casefold().replace(MINUS, "-").split()) for held in texts if held)


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
