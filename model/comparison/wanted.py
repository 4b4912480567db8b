"""Which rows of a comparison are shown: the filter."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from model.comparison.columns import BOTH, ComparedColumn
from model.comparison.rows import Row, RowKind, Word
from model.fields import FIELD, OTHER
from model.money import MINUS, ZERO


class Show(StrEnum):
    """What can be asked for, in the order in which it is offered."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    WORSE = "rating worse"
    BETTER = "rating better"
    ASKED = "to decide"


_KINDS = {
    RowKind.CHANGED: Show.CHANGED,
    RowKind.SPLIT: Show.CHANGED,
    RowKind.JOINED: Show.CHANGED,
    RowKind.NEW: Show.NEW,
    RowKind.GONE: Show.GONE,
}
_RATINGS = {Word.WORSE: Show.WORSE, Word.BETTER: Show.BETTER}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the officer asks to see; the default shows every row.

    Attributes:
        shows: any of these; empty shows all.
        moved_more_than: rows whose forecast moved by more than this, either way, £000; None asks nothing.
        text: found as it stands in any field of either side, whatever its case and its spaces.
    """

    shows: frozenset[Show] = frozenset()
    moved_more_than: Decimal | None = None
    text: str = ""

    @property
    def is_on(self) -> bool:
        """Whether the filter leaves any row out."""
        return self != Wanted()

    def lets(self, row: Row, columns: Iterable[ComparedColumn]) -> bool:
        """Tell whether a row is wanted."""
        if self.shows and self.shows.isdisjoint(shows_of(row)):
            return False
        if self.moved_more_than is not None and abs(row.forecast_moved or ZERO) <= self.moved_more_than:
            return False
        return not self.text.strip() or _mentions(row, self.text, columns)


def shows_of(row: Row) -> frozenset[Show]:
    """Give everything by which a row can be asked for."""
    rated = _RATINGS.get(row.rating_moved) if row.rating_moved else None
    found = (_KINDS.get(row.kind), rated, Show.ASKED if row.asked else None)
    return frozenset(show for show in found if show is not None)


def _mentions(row: Row, text: str, columns: Iterable[ComparedColumn]) -> bool:
    phrase = _plain(text)
    figures = any(character.isdigit() for character in phrase)
    keys = [column.key for column in columns if figures or _is_words(column.key)]
    return any(phrase in _plain(row.text(side, key)) for key in keys for side in BOTH)


def _is_words(key: str) -> bool:
    return key.startswith(OTHER) or FIELD[key].is_words or key == "rating"


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace(MINUS, "-").split())
