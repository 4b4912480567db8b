"""The columns of the comparison's table: each field with both sides beside each other, then each side's own."""

from collections.abc import Iterator
from dataclasses import dataclass

from gui.pane.words import field_words
from gui.roles import Kind
from model.comparison import BOTH, ComparedColumn, Comparison, Side
from model.fields import FIELD

REFERENCE, TITLE, WHAT = "reference", "title", "what"
EARLIER, LATER = "Earlier", "Later"
LEADING, LONGEST_NAME, AS_AT = 2, 14, "as at "
TITLE_WIDTH, WHAT_WIDTH = 180, 192
_BANDS = {"percent": "% variance", "direction": "Direction", "complete": "Complete?"}


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """One column: a field as one side shows it; without a side, what stands for the row as a whole.

    Attributes:
        own: whether the other tracker does not have it.
        width: that it begins with, in pixels; 0 leaves it to the table.
    """

    key: str
    heading: str
    kind: Kind
    band: str = ""
    side: Side | None = None
    own: bool = False
    width: int = 0

    @property
    def whole_heading(self) -> str:
        """The heading with the words of its band before it."""
        return f"{self.band}: {self.heading}" if self.band else self.heading


def shown_columns(comparison: Comparison) -> tuple[ShownColumn, ...]:
    """Lay a comparison's columns out: reference, title and what became of the saving first."""
    return (
        ShownColumn(REFERENCE, "Reference", Kind.REFERENCE),
        ShownColumn(TITLE, "Title", Kind.TITLE, width=TITLE_WIDTH),
        ShownColumn(WHAT, "What", Kind.TEXT, width=WHAT_WIDTH),
        *_fields(comparison),
    )


def name_of(comparison: Comparison, side: Side) -> str:
    """Give what a side is called."""
    return comparison.names[side is Side.LATER]


def short_names(comparison: Comparison) -> tuple[str, str]:
    """Give what the sides are called where there is little room; `Earlier` and `Later` where either name is long."""
    earlier, later = (name.removeprefix(AS_AT) for name in comparison.names)
    return (earlier, later) if max(len(earlier), len(later)) <= LONGEST_NAME else (EARLIER, LATER)


def short_name(comparison: Comparison, side: Side) -> str:
    """Give what a side is called over a column, where a long name would be cut to what both have."""
    return short_names(comparison)[side is Side.LATER]


def _fields(comparison: Comparison) -> Iterator[ShownColumn]:
    for column in comparison.columns:
        if column.key in (REFERENCE, TITLE):
            continue
        for side in BOTH:
            if side in column.sides:
                yield _shown(column, short_name(comparison, side), side)


def _shown(column: ComparedColumn, name: str, side: Side) -> ShownColumn:
    kind = Kind(FIELD[column.key].kind.value) if column.key in FIELD else Kind.TEXT
    words = _BANDS.get(column.key) or field_words(column.key)
    if column.own:
        return ShownColumn(column.key, column.short, kind, f"{name} only", side, own=True)
    return ShownColumn(column.key, name, kind, words, side)
