"""Which rows of a comparison are shown: the filter."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter

from model.comparison.rows import Row, RowKind, Word
from model.entries import shown
from model.fields import FIELDS, OTHER
from model.money import MINUS, ZERO, show_amount, show_percent
from model.saving import Saving


class Show(StrEnum):
    """What can be asked for, in the order in which it is offered."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    WORSE = "rating worse"
    BETTER = "rating better"
    ASKED = "to decide"
    SUGGESTED = "suggested"


_KINDS = {
    RowKind.CHANGED: Show.CHANGED,
    RowKind.SPLIT: Show.CHANGED,
    RowKind.JOINED: Show.CHANGED,
    RowKind.NEW: Show.NEW,
    RowKind.GONE: Show.GONE,
}
_WORDS = attrgetter(*(field.key for field in FIELDS if field.is_words))
_FIGURES = attrgetter(*(field.key for field in FIELDS if field.is_figure))
# Between two texts, so that nothing is found across them.
_BETWEEN = "\0"
_RATINGS = {Word.WORSE: Show.WORSE, Word.BETTER: Show.BETTER}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the officer asks to see; the default shows every row.

    Attributes:
        shows: any of these; empty shows all.
        moved_more_than: rows whose forecast moved by more than this, whatever both signs, £000; None asks nothing. Of
            two years no row has a forecast that moved.
        text: found as it stands in any field of either side, whatever its case and its spaces.
    """

    shows: frozenset[Show] = frozenset()
    moved_more_than: Decimal | None = None
    text: str = ""

    @property
    def is_on(self) -> bool:
        """Whether the filter leaves any row out."""
        return self != Wanted()

    def filter(self, what: Callable[[Row], str] | None = None) -> Callable[[Row], bool]:
        """Give what tells whether a row is wanted.

        Args:
            what: says in words what became of a row, where the text is looked for in these as well.
        """
        mentions = _finder(self.text, what or _no_words) if self.text.strip() else _any_row
        return lambda row: self._lets(row) and mentions(row)

    def _lets(self, row: Row) -> bool:
        if self.shows and self.shows.isdisjoint(shows_of(row)):
            return False
        return self.moved_more_than is None or abs(row.forecast_moved or ZERO) > abs(self.moved_more_than)


def shows_of(row: Row) -> frozenset[Show]:
    """Give everything by which a row can be asked for."""
    rated = _RATINGS.get(row.rating_moved) if row.rating_moved else None
    to_say = Show.ASKED if row.asked else Show.SUGGESTED if row.suggested else None
    found = (_KINDS.get(row.kind), rated, to_say)
    return frozenset(show for show in found if show is not None)


def _any_row(_row: Row) -> bool:
    return True


def _no_words(_row: Row) -> str:
    return ""


def _finder(text: str, what: Callable[[Row], str]) -> Callable[[Row], bool]:
    """Give what tells whether a row mentions a text; figures are looked through only for a text with a digit."""
    phrase, show_figure = _folded(text), lru_cache(maxsize=None)(show_amount)
    has_digit = any(character.isdigit() for character in phrase)

    def texts_of(saving: Saving) -> Iterator[str]:
        yield from (held for held in _WORDS(saving) if held.strip() != "0")
        yield from saving.unread.values()
        yield from (shown(saving, OTHER + heading) for heading in saving.other)
        if has_digit:
            yield from (show_figure(amount) for amount in _FIGURES(saving) if amount is not None)
            yield show_percent(saving.percent)

    def mentions(row: Row) -> bool:
        sides = (saving for saving in (row.earlier, row.later) if saving is not None)
        texts = {text for saving in sides for text in texts_of(saving)}
        return phrase in _folded(_BETWEEN.join((*texts, *row.ratings, what(row))))

    return mentions


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace(MINUS, "-").split())
