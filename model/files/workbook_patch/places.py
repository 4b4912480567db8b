"""Places on a sheet: `B4` as row 4, column 2, and blocks of them."""

import re
from typing import NamedTuple

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


class Place(NamedTuple):
    """One cell; both count from 1."""

    row: int
    column: int

    def __str__(self) -> str:
        return f"{letters(self.column)}{self.row}"


class Block(NamedTuple):
    """The cells from one corner to the other, both included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, place: Place) -> bool:
        """Whether a cell lies in it."""
        return self.top <= place.row <= self.bottom and self.left <= place.column <= self.right

    @property
    def first(self) -> Place:
        """Its upper left corner."""
        return Place(self.top, self.left)

    @property
    def is_one_cell(self) -> bool:
        """Whether it is a single cell."""
        return self.top == self.bottom and self.left == self.right

    def __str__(self) -> str:
        last = Place(self.bottom, self.right)
        return str(last) if self.is_one_cell else f"{self.first}:{last}"


def number(column: str) -> int:
    """Give the number of a column from its letters: 2 for `B`."""
    total = 0
    for letter in column.upper():
        total = total * 26 + ord(letter) - 64
    return total


def letters(column: int) -> str:
    """Give the letters of a column from its number."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def place(text: str) -> Place | None:
    """Read a place; None where the text is none, or is outside every sheet."""
    found = _PLACE.fullmatch(text)
    if not found:
        return None
    read = Place(int(found[2]), number(found[1]))
    return read if read.row <= LAST_ROW and read.column <= LAST_COLUMN else None


def block(text: str) -> Block | None:
    """Read a block such as `A1:C4`, or one cell; None where the text is none."""
    first, _, last = text.partition(":")
    one, other = place(first), place(last or first)
    if one is None or other is None:
        return None
    return Block(
        min(one.row, other.row), min(one.column, other.column), max(one.row, other.row), max(one.column, other.column)
    )
