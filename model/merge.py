"""Two versions of one tracker brought together: what a colleague saved meanwhile, and what was changed here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from itertools import chain

from model.entries import shown
from model.fields import FIELD, OTHER
from model.rating import rating_of
from model.saving import Saving
from model.year import Year

_SET_ASIDE = frozenset({"line", "place"})
_VALUES = tuple(field.name for field in fields(Saving) if field.name not in _SET_ASIDE)
_FOLLOW = frozenset({"plan_total", "forecast_total", "variance", "percent", "rating"})
_FIELD_OF = {"override": "rating", "override_reason": "rating", "to_review": "rating"}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both changed, to different values, as shown."""

    line: int
    reference: str
    key: str
    original: str
    theirs: str
    mine: str

    @property
    def sentence(self) -> str:
        """The conflict in a line to read."""
        texts = (text or "blank" for text in (self.original, self.theirs, self.mine))
        return "{}, {}: it was {}, theirs is {}, yours is {}".format(self.reference, _name(self.key), *texts)


@dataclass(frozen=True, slots=True)
class Merge:
    """What comes of both versions.

    Attributes:
        base: their version, its lines in the order of this tracker.
        merged: their version with what was changed here.
        conflicts: the fields that both changed; here they hold what was decided.
        taken: how many lines show something of theirs that is new here.
        news: the fields of those lines in which it stands, each in a line to read; what only follows is left out.
    """

    base: Year
    merged: Year
    conflicts: tuple[Conflict, ...]
    taken: int
    news: tuple[str, ...] = ()


def merge(opened: Year, theirs: Year, mine: Year, keep_mine: Callable[[Conflict], bool]) -> Merge | None:
    """Bring two versions together, field by field, from the version that both began with.

    Args:
        opened: the version that was opened, or last saved, here.
        keep_mine: decides each conflict.

    Returns:
        None where their version has other lines or other columns: the two can't be lined up.
    """
    lines = _lined_up(opened, theirs)
    if lines is None:
        return None
    conflicts: list[Conflict] = []
    merged: list[Saving] = []
    for original, their, own in zip(opened, lines, mine, strict=True):
        differing = list(_conflicts(original, their, own))
        conflicts += differing
        given_up = frozenset(conflict.key for conflict in differing if not keep_mine(conflict))
        merged.append(_merged(original, their, own, given_up))
    base = replace(theirs, savings=lines)
    news = [found for line in range(len(lines)) if (found := _news(opened, base, line))]
    both = replace(base, savings=tuple(merged), scheme=mine.scheme)
    return Merge(base, both, tuple(conflicts), len(news), tuple(chain.from_iterable(news)))


def _lined_up(opened: Year, theirs: Year) -> tuple[Saving, ...] | None:
    by_reference: Mapping[str, Saving] = {saving.reference: saving for saving in theirs}
    references = [saving.reference for saving in opened]
    alike = len(set(references)) == len(references) == len(theirs.savings) and set(references) == set(by_reference)
    if not alike or {column.key for column in opened.layout} != {column.key for column in theirs.layout}:
        return None
    return tuple(by_reference[saving.reference].but(line=saving.line) for saving in opened)


def _news(opened: Year, theirs: Year, line: int) -> list[str]:
    """Tell what a line shows otherwise: a result that a file does not keep, and that is the same, is nothing new."""
    before, now = opened.savings[line], theirs.savings[line]
    every = (*FIELD, *(f"{OTHER}{heading}" for heading in now.other))
    keys = [key for key in every if _seen(before, key, opened) != _seen(now, key, theirs)]
    typed = [key for key in keys if key not in _FOLLOW] or keys
    return [f"{now.reference}, {_name(key)}: {_seen(before, key, opened)} → {_seen(now, key, theirs)}" for key in typed]


def _seen(saving: Saving, key: str, year: Year) -> str:
    text = rating_of(saving, year.scheme).name if key == "rating" else shown(saving, key)
    return text or "blank"


def _name(key: str) -> str:
    return FIELD[key].name if key in FIELD else key.removeprefix(OTHER)


def _conflicts(original: Saving, their: Saving, own: Saving) -> "list[Conflict]":
    keys = {_field(name) for name in _VALUES if _changed_by_both(name, original, their, own)}
    return [
        Conflict(original.line, original.reference, key, *(shown(saving, key) for saving in (original, their, own)))
        for key in FIELD
        if key in keys and shown(their, key) != shown(own, key)
    ]


def _changed_by_both(name: str, original: Saving, their: Saving, own: Saving) -> bool:
    if name.endswith("_printed") and name != "rating_printed":
        return False
    before = getattr(original, name)
    return bool(getattr(their, name) != before and getattr(own, name) not in (before, getattr(their, name)))


def _merged(original: Saving, their: Saving, own: Saving, given_up: frozenset[str]) -> Saving:
    kept = {
        name: getattr(own, name)
        for name in _VALUES
        if getattr(own, name) != getattr(original, name) and _field(name) not in given_up
    }
    return their.but(**kept)


def _field(name: str) -> str:
    return _FIELD_OF.get(name, name.removesuffix("_printed"))
