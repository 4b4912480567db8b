"""Which rows of a sheet are savings, which are totals, and which can't be placed."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto

from model.fields import FIELD, Kind
from model.files.grid import Cell
from model.files.recognise.cells import Row, amount_in, filled, is_blank, line_of, texts
from model.files.recognise.headings import is_heading_word
from model.files.recognise.key_block import Spot
from model.files.recognise.layout import Layout
from model.money import ZERO

# Letters and digits in one word, and not a size of saving in a RAG key, such as 100-500k.
_REFERENCE = re.compile(
    r"\s*(?!£?\d[\d.]*[km]?(?:-£?\d[\d.]*[km])?\+?\s*$)(?=\S*[A-Za-z])(?=\S*\d)\S{2,24}\s*", re.IGNORECASE
).fullmatch
_TOTAL = re.compile(
    r"(?:sub|grand|overall|net)?[\s-]*totals?(?:\s*[:(£].*|\s(?:for|of|all|savings?)\b.*)?|total\b.*|.*\btotals?:?",
    re.IGNORECASE,
)
_UNIT = re.compile(r"\(?(?:£?\s*'?0{2,3}'?s?|£\s?[km]?|%)\)?", re.IGNORECASE)
_PAGE = re.compile(r"(?:page\s*)?\d+(?:\s*(?:of|/)\s*\d+)?|page.*", re.IGNORECASE)
_HEADINGS_OF_A_TABLE = 3
_FEWEST_FIGURES = 2


class Sort(Enum):
    """What a row is."""

    SAVING = auto()
    TOTAL = auto()
    NOTHING = auto()
    ALONE = auto()
    UNPLACED = auto()
    OTHER_TABLE = auto()
    BARE_FIGURES = auto()


@dataclass(frozen=True, slots=True)
class SortedRows:
    """The rows under a heading, by what they are; places from 0."""

    savings: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    alone: list[int] = field(default_factory=list)
    unplaced: list[int] = field(default_factory=list)
    other_tables: list[int] = field(default_factory=list)
    bare_figures: list[int] = field(default_factory=list)


class RowSorter:
    """Sorts the rows of one sheet under its layout."""

    def __init__(self, rows: Sequence[Row], layout: Layout) -> None:
        """Take a sheet and its layout."""
        self._rows = rows
        self._layout = layout
        self._key_rows: AbstractSet[int] = frozenset()
        self._key_references: AbstractSet[int] = frozenset()
        self._heading = texts(rows[layout.row])
        self._above = {texts(row) for row in rows[: layout.row + 1]}
        places = layout.places
        self._reference = places.get("reference", -1)
        self._named = [places[key] for key in ("title", "description") if key in places]
        self._figures = [place for key, place in places.items() if key in FIELD and FIELD[key].kind is Kind.AMOUNT]

    def without_savings(self) -> list[Row]:
        """Give the sheet with the cells of its lines, as far as their references tell, and of its headings left out."""
        last = self._layout.known_end
        top = self._layout.row
        return [
            ((None,) * last + tuple(row[last:]) if len(row) > last else ())
            if place == top or (place > top and self._quick(place))
            else row
            for place, row in enumerate(self._rows)
        ]

    def sort(self, key: AbstractSet[Spot] = frozenset()) -> SortedRows:
        """Sort every row under the heading, the cells of a RAG key apart."""
        found = SortedRows()
        self._key_rows = {row for row, place in key if place in self._layout.columns}
        self._key_references = {row for row, place in key if place == self._reference}
        lists = {
            Sort.SAVING: found.savings,
            Sort.TOTAL: found.totals,
            Sort.ALONE: found.alone,
            Sort.UNPLACED: found.unplaced,
            Sort.OTHER_TABLE: found.other_tables,
            Sort.BARE_FIGURES: found.bare_figures,
            Sort.NOTHING: [],
        }
        elsewhere = False
        for place in range(self._layout.row + 1, len(self._rows)):
            sort = self._quick(place) or self._judge(place, found)
            elsewhere = (elsewhere or sort is Sort.OTHER_TABLE) and texts(self._rows[place]) != self._heading
            if not elsewhere or sort is Sort.OTHER_TABLE:
                lists[sort].append(place)
        return found

    def _quick(self, place: int) -> Sort | None:
        """Know a saving by its reference alone, as nearly every row is one."""
        row = self._rows[place]
        cell = row[self._reference] if 0 <= self._reference < len(row) else None
        is_saving = isinstance(cell, str) and _REFERENCE(cell) and place not in self._key_references
        return Sort.SAVING if is_saving else None

    def _judge(self, place: int, found: SortedRows) -> Sort:
        row = self._rows[place]
        cells = [(at, cell) for at, cell in filled(row) if at in self._layout.columns]
        shown = [line_of(cell) for _at, cell in cells]
        if place in self._key_rows or all(map(_UNIT.fullmatch, shown)) or texts(row) in self._above:
            return Sort.NOTHING
        words = [line_of(cell) for _at, cell in cells if amount_in(cell) is None]
        if not words:
            return Sort.TOTAL if self._adds_up(place, found) else Sort.BARE_FIGURES
        if _TOTAL.fullmatch(words[0]):
            return Sort.TOTAL
        if len(cells) == 1:
            return Sort.NOTHING if _PAGE.fullmatch(words[0]) else Sort.ALONE
        return self._judge_words(place, words, found)

    def _judge_words(self, place: int, words: Sequence[str], found: SortedRows) -> Sort:
        if sum(map(is_heading_word, words)) >= _HEADINGS_OF_A_TABLE:
            return Sort.OTHER_TABLE
        reference = line_of(self._cell(place, self._reference)) if self._reference >= 0 else ""
        has_name = any(amount_in(self._cell(place, at)) is None for at in self._named if self._shows(place, at))
        has_figures = any(amount_in(self._cell(place, at)) is not None for at in self._figures)
        if not has_figures:
            return Sort.SAVING if has_name and self._is_like_others(reference, found) else Sort.UNPLACED
        if not (reference and has_name) and self._adds_up(place, found):
            return Sort.TOTAL
        enough = has_name or not self._named or any(letter.isdigit() for letter in reference)
        return Sort.SAVING if enough else Sort.UNPLACED

    def _is_like_others(self, reference: str, found: SortedRows) -> bool:
        """Tell whether a reference has the shape of those around it, as a new line without figures has."""
        shapes = {_shape(line_of(self._cell(line, self._reference))) for line in found.savings[:1] + found.savings[-1:]}
        return bool(reference) and _shape(reference) in shapes

    def _shows(self, place: int, at: int) -> bool:
        return not is_blank(self._cell(place, at))

    def _cell(self, place: int, at: int) -> Cell:
        row = self._rows[place]
        return row[at] if at < len(row) else None

    def _adds_up(self, place: int, found: SortedRows) -> bool:
        """Tell whether a row without a reference or a title is the sum of the lines since the last total."""
        since = found.totals[-1] if found.totals else -1
        lines = [line for line in found.savings if line > since]
        figures = {at: amount for at in self._figures if (amount := amount_in(self._cell(place, at)))}
        return (
            len(lines) > 1
            and len(figures) >= _FEWEST_FIGURES
            and all(sum((self._amount(line, at) for line in lines), ZERO) == due for at, due in figures.items())
        )

    def _amount(self, place: int, at: int) -> Decimal:
        return amount_in(self._cell(place, at)) or ZERO


def _shape(reference: str) -> str:
    """Give the make-up of a reference: `SAV 12` and `CYP 3` are both `a 9`."""
    return re.sub(r"\d+", "9", re.sub(r"[^\W\d_]+", "a", reference))
