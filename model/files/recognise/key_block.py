"""The RAG key that a tracker prints below its lines, beside them or on a sheet of its own: its printed words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from model.files.grid import Cell
from model.files.recognise.cells import Row, filled, is_blank, line_of
from model.files.recognise.headings import LONGEST
from model.rag import RATINGS

Spot = tuple[int, int]

_NAMES = {rating.casefold(): rating for rating in RATINGS}
_NAME = re.compile(r"\s*(red|amber|green|black|blue)\s*(?:[-–:=]\s*(\S.*)?)?", re.IGNORECASE)
_INITIALS = frozenset("RAGBragb ")
_RULE = re.compile(
    r"[-–—]|n/a|.{0,40}\d\s?%.{0,30}|.{0,20}[<>≤≥].{0,20}|"
    r".{0,30}\b(?:non|over|under|fully|not)?[ -]?achiev\w*.{0,12}|(?:on|to) (?:track|target)|complete",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"£\s*\d|\d\s*[km]\b|\d\s*(?:-|–|to)\s*\d|\b(?:over|under|below|above|less|more|up to|at least)\b.*\d",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\bkey\b(?! (?:figure|message|point|date|risk|decision|milestone|performance|indicator|issue))|\blegend\b",
    re.IGNORECASE,
)
_TITLE_ROWS = 6
_HEAD_ROWS = 4
_REACH = 8
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class KeyBlock:
    """A key as printed.

    Attributes:
        sizes: the words over its columns; empty where it has one column without such words.
        ratings: the words of each rating, one for each size, in printed order.
        cells: every place (row, column) that belongs to it.
    """

    sizes: tuple[str, ...]
    ratings: Mapping[str, tuple[str, ...]]
    cells: frozenset[Spot]


@dataclass(slots=True)
class _Run:
    """Names of ratings one under another."""

    column: int
    rows: dict[int, tuple[str, str]] = field(default_factory=dict)


def find_key(rows: Sequence[Row]) -> KeyBlock | None:
    """Find the key in a sheet whose savings are left out; None where there is none."""
    found = [(row, column, *named) for row, column, named in _names(rows)]
    blocks = (_block(rows, run) for run in _runs(found))
    return next((block for block in blocks if block), None) or _across(rows, found)


def _names(rows: Sequence[Row]) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """Find the cells that name a rating, with the words that follow in the same cell."""
    for place, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell[:1] in _INITIALS and len(cell) <= LONGEST:
                named = _NAME.fullmatch(cell)
                if named:
                    yield place, column, (_NAMES[named[1].casefold()], named[2] or "")


def _runs(found: Sequence[tuple[int, int, str, str]]) -> list[_Run]:
    runs: list[_Run] = []
    open_runs: dict[int, _Run] = {}
    for row, column, name, words in found:
        run = open_runs.get(column)
        if run is None or row - max(run.rows) > _FEWEST:
            run = open_runs[column] = _Run(column)
            runs.append(run)
        run.rows[row] = (name, words)
    return [run for run in runs if len(run.rows) >= _FEWEST]


def _block(rows: Sequence[Row], run: _Run) -> KeyBlock | None:
    """Make a key of a run of names; None where what stands beside them is no key."""
    first, last = min(run.rows), max(run.rows)
    title = _title(rows, first, run.column)
    head, sizes = _head(rows, first, run.column)
    places = [place for place, _size in sizes] or _beside(rows, run)[:1]
    words = {row: _words(rows[row], places, inline) for row, (_name, inline) in run.rows.items()}
    if not any(map(any, words.values())):
        return None
    if title is None and not all(_RULE.fullmatch(rule) for rules in words.values() for rule in rules):
        return None
    cells = {(row, place) for row in range(head, last + 1) for place in (run.column, *places)}
    return KeyBlock(
        tuple(size for _place, size in sizes),
        MappingProxyType({name: words[row] for row, (name, _inline) in run.rows.items()}),
        frozenset(cells | ({title} if title else set())),
    )


def _title(rows: Sequence[Row], first: int, column: int) -> Spot | None:
    """Find the words that say that this is a key, in the few rows above it."""
    near = range(column - 1, column + 3)
    spots = ((row, place) for row in range(max(first - _TITLE_ROWS, 0), first) for place in near)
    return next((spot for spot in spots if _TITLE.search(_text(rows[spot[0]], spot[1]))), None)


def _head(rows: Sequence[Row], first: int, column: int) -> tuple[int, list[tuple[int, str]]]:
    """Find the row with the sizes of savings, and each size with its column; without sizes, the first rating's row."""
    for row in range(first - 1, max(first - 1 - _HEAD_ROWS, -1), -1):
        sizes = [(place, line_of(cell)) for place, cell in _near(rows[row], column) if _SIZE.search(line_of(cell))]
        if sizes:
            return row, sizes
    return first, []


def _near(row: Row, column: int) -> list[Spot] | list[tuple[int, Cell]]:
    """List the filled cells beside a column: those to its right, or else to its left."""
    cells = [(place, cell) for place, cell in filled(row) if 0 < abs(place - column) <= _REACH]
    return [spot for spot in cells if spot[0] > column] or cells


def _beside(rows: Sequence[Row], run: _Run) -> list[int]:
    return [
        place for row, (_name, inline) in run.rows.items() if not inline for place, _ in _near(rows[row], run.column)
    ]


def _words(row: Row, places: Sequence[int], inline: str) -> tuple[str, ...]:
    """Give a rating's words by size; a blank cell belongs, merged, to the one on its left."""
    if inline:
        return (inline,) * max(len(places), 1)
    words: list[str] = []
    for place in places:
        words.append(_text(row, place) or (words[-1] if words else ""))
    return tuple(words) or ("",)


def _across(rows: Sequence[Row], found: Sequence[tuple[int, int, str, str]]) -> KeyBlock | None:
    """Make a key of names that stand side by side, with a row for each size under them."""
    for head in sorted({row for row, *_ in found}):
        names = {column: name for row, column, name, inline in found if row == head and not inline}
        lines = [row for row in range(head + 1, min(head + 1 + _TITLE_ROWS, len(rows))) if _sizes_row(rows[row], names)]
        if len(names) >= _FEWEST and lines:
            first = min(names) - 1
            return KeyBlock(
                tuple(_text(rows[row], first) for row in lines),
                MappingProxyType(
                    {name: tuple(_text(rows[row], at) or "-" for row in lines) for at, name in names.items()}
                ),
                frozenset((row, at) for row in (head, *lines) for at in (first, *names)),
            )
    return None


def _sizes_row(row: Row, names: Mapping[int, str]) -> bool:
    words = [_text(row, column) for column in names]
    rules = all(not rule or _RULE.fullmatch(rule) for rule in words)
    return bool(names) and any(words) and rules and bool(_SIZE.search(_text(row, min(names) - 1)))


def _text(row: Row, place: int) -> str:
    return "" if not 0 <= place < len(row) or is_blank(row[place]) else line_of(row[place])
