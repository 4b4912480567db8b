"""How wide columns are and how high rows, so that figures are whole and wrapped text can be read.

Rows get a height of their own: LibreOffice makes none for wrapped text in a workbook that it did not write.
"""

from collections.abc import Mapping
from decimal import Decimal
from math import ceil
from types import MappingProxyType
from typing import TypeVar

from model.fields import FIELD, Kind
from model.files.workbook_lines import Content
from model.money import show_amount
from model.year import Column

# Points. No spreadsheet program shows a row that is higher than the highest.
# Of a column that is given none.
DEFAULT_WIDTH = 8.43
Key = TypeVar("Key")
LINE_HEIGHT, PADDING, HIGHEST = 13.0, 3.0, 409.0

_WIDTHS: Mapping[Kind, float] = MappingProxyType(
    {Kind.RATING: 10, Kind.REFERENCE: 12, Kind.TITLE: 30, Kind.TEXT: 16, Kind.PERCENT: 10, Kind.COMPLETE: 10}
)
_WIDE: Mapping[str, float] = MappingProxyType({"description": 60, "commentary": 60, "links": 24})
_NARROWEST, _UNKNOWN = 9.0, 20.0
# A column as wide as ten digits of size 11 takes thirteen signs of text at size 10, less what wrapping leaves free.
_SIGNS, _LOST_AT_ENDS = 1.3, 3
_BUTTON = 2


def width_of(column: Column, widest: Decimal) -> float:
    """Give a column's width in digits; `widest` is the amount that takes most room in it."""
    word = max((len(word) for word in column.heading.split()), default=0) + _BUTTON
    if not column.known:
        return max(_UNKNOWN, word)
    kind = FIELD[column.key].kind
    figure = len(show_amount(widest)) + _BUTTON if kind is Kind.AMOUNT else 0
    return max(_NARROWEST, figure, min(word, _UNKNOWN), _WIDE.get(column.key, _WIDTHS.get(kind, 0)))


def height_of(texts: Mapping[Key, Content], widths: Mapping[Key, float]) -> float:
    """Give the height in points that a row's texts need in columns of some widths, both by field."""
    lines = max((lines_in(text, widths[key]) for key, text in texts.items() if isinstance(text, str)), default=1)
    return min(lines * LINE_HEIGHT + PADDING, HIGHEST)


def lines_in(text: str, width: float) -> int:
    """Estimate the lines of a text wrapped in a column: rather one too many than one hidden."""
    signs = max(1, int(width * _SIGNS) - _LOST_AT_ENDS)
    if len(text) <= signs and "\n" not in text:
        return 1
    return sum(max(1, ceil(len(line) / signs)) for line in text.splitlines() or [""])
