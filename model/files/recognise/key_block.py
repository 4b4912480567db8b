"""The RAG key that a tracker prints after its lines, beside them or on a sheet of its own: its printed words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from model.files.grid import Cell
from model.files.recognise.cells import Row, filled, line_of
from model.rag import RATINGS

_NAMES = {spelling: name for name in RATINGS for spelling in (name, name.upper(), name.lower())}
_KEY_WORDS = re.compile(
    r"-|–|—|n/a|.{0,40}\d\s?%.{0,20}|.{0,20}[<>≤≥].{0,20}|"
    r".{0,30}\b(?:non|over|under|fully|not)?[ -]?achiev\w*.{0,12}|(?:on|to) (?:track|target)",
    re.IGNORECASE,
)
_SIZE = re.compile(r"£?\s*\d[\d,.]*\s*[km]?\b", re.IGNORECASE)
_HEAD_ROWS = 4


@dataclass(frozen=True, slots=True)
class KeyBlock:
    """A key as printed.

    Attributes:
        sizes: the words over its columns.
        ratings: the words of each rating, one for each size, in printed order.
        cells: every place (row, column) that belongs to it.
    """

    sizes: tuple[str, ...]
    ratings: dict[str, tuple[str, ...]]
    cells: frozenset[tuple[int, int]]


def find_key(rows: Sequence[Row]) -> KeyBlock | None:
    """Find the key in a sheet; None where there is none."""
    found = list(_rating_rows(rows))
    columns = {place for _row, place in found}
    for column in sorted(columns):
        block = _together([row for row, place in found if place == column])
        if len(block) > 1:
            return _block(rows, block, column)
    return None


def _rating_rows(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    for place, row in enumerate(rows):
        if _NAMES.keys().isdisjoint(row):
            continue
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell in _NAMES and _explains(row, column):
                yield place, column


def _explains(row: Row, column: int) -> bool:
    """Tell whether a rating's name is followed by the words of a key rather than by a saving."""
    beside = list(islice(((place, cell) for place, cell in filled(row[column + 1 : column + 6])), 3))
    return bool(beside) and all(_KEY_WORDS.fullmatch(line_of(cell)) for _place, cell in beside)


def _together(rows: Sequence[int]) -> list[int]:
    """Give the last run of rows with at most one blank row between them."""
    run: list[int] = []
    for row in rows:
        run = [*run, row] if run and row - run[-1] <= 2 else [row]  # noqa: PLR2004
    return run


def _block(rows: Sequence[Row], block: Sequence[int], column: int) -> KeyBlock:
    head = next((row for row in range(block[0] - 1, block[0] - 1 - _HEAD_ROWS, -1) if _sizes(rows, row, column)), None)
    sizes = _sizes(rows, head, column) if head is not None else []
    places = [place for place, _size in sizes] or [_first_words(rows[block[0]], column)]
    ratings = {_NAMES[str(rows[row][column])]: _words(rows[row], places) for row in block}
    first = head if head is not None else block[0]
    cells = {
        (row, place)
        for row in range(max(first - 3, 0), block[-1] + 1)
        for place in (column, *places)
        if row >= first or _is_key_title(rows[row], column)
    }
    return KeyBlock(tuple(size for _place, size in sizes), ratings, frozenset(cells))


def _sizes(rows: Sequence[Row], row: int, column: int) -> list[tuple[int, str]]:
    if row < 0:
        return []
    over = [(place, line_of(cell)) for place, cell in filled(rows[row]) if place > column]
    return over if over and all(_SIZE.search(text) for _place, text in over) else []


def _first_words(row: Row, column: int) -> int:
    return next(place for place, _cell in filled(row) if place > column)


def _words(row: Row, places: Sequence[int]) -> tuple[str, ...]:
    """Give a rating's words by size; a blank cell belongs, merged, to the one on its left."""
    words: list[str] = []
    for place in places:
        text = line_of(_cell(row, place))
        words.append(text or (words[-1] if words else "-"))
    return tuple(words)


def _cell(row: Row, place: int) -> Cell:
    return row[place] if place < len(row) else None


def _is_key_title(row: Row, column: int) -> bool:
    return "key" in line_of(_cell(row, column)).casefold()
