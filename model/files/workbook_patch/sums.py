"""Sums that follow from changed cells: the one kind of formula whose fresh result is told, all others are left open.

A formula counts as a sum if it adds and subtracts cells and nothing else, as `SUM(P7:P12)`, `SUBTOTAL(9,P7:P12)` and
`P13+P20` do, and if the result in the workbook is what its cells added up to before. Nothing else is worked out.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple
from xml.etree.ElementTree import Element

from model.files.workbook_patch.changes import LARGEST, Shows
from model.files.workbook_patch.formula_words import moved, words
from model.files.workbook_patch.formulas import Formula, formulas
from model.files.workbook_patch.named_areas import Area, NamedAreas
from model.files.workbook_patch.places import Place
from model.files.workbook_patch.reading import Shown, shown
from model.files.workbook_patch.sheet import Sheet
from model.files.workbook_patch.touched import Spot

# So many rows are read for it at most; longer sums are left to the program that opens the workbook.
MOST_ROWS, DEEPEST = 2_000, 20
_ONE = r"(?:(?:'[^'\[\]:]+'|[\w.]+)!)?\$?[A-Z]{1,3}\$?[1-9]\d{0,6}"
_TERM = re.compile(
    rf"\s*(?P<sign>[+-]?)\s*(?:(?P<call>SUM|SUBTOTAL)\s*\(\s*(?P<nine>(?:9|109)\s*,)?"
    rf"(?P<cells>\s*{_ONE}(?::\$?[A-Z]{{1,3}}\$?\d+)?(?:\s*,\s*{_ONE}(?::\$?[A-Z]{{1,3}}\$?\d+)?)*)\s*\)|(?P<one>{_ONE}))\s*",
    re.IGNORECASE,
)


_BLANK = Shown(None, None)
# What a cell of an error, and of a text that stands elsewhere, counts as.
_OTHERS = {"e": Shown(Decimal("NaN"), None), "s": Shown("text", None)}


class _Term(NamedTuple):
    """Areas that a sum adds, or takes away; in a subtotal other subtotals don't count."""

    areas: tuple[Area, ...]
    factor: int
    single: bool
    subtotal: bool


class _NotKnownError(Exception):
    """A result that can't be told."""


@dataclass
class Sums:
    """The sums of a workbook.

    Attributes:
        sheets: the sheets by their parts.
        changed: what changed cells hold now.
        stale: the formulas that follow from them.
    """

    sheets: Mapping[str, Sheet]
    areas: NamedAreas
    changed: Mapping[Spot, Shows]
    stale: frozenset[Spot]
    _rows: dict[tuple[str, int], dict[int, Element]] = field(default_factory=dict)
    _results: dict[Spot, Decimal | None] = field(default_factory=dict)

    def results(self) -> Iterator[tuple[Spot, Decimal]]:
        """Give the fresh results of those that are known."""
        for spot in sorted(self.stale):
            try:
                yield spot, self._result(spot, 0)
            except _NotKnownError:
                continue

    def _result(self, spot: Spot, depth: int) -> Decimal:
        if spot not in self._results:
            self._results[spot] = None
            held = self._held(spot)
            terms = self._terms(spot, held)
            before = sum((self._added(term, depth, now=False) for term in terms), Decimal(0))
            if isinstance(held.value, Decimal) and math.isclose(before, held.value, rel_tol=1e-9, abs_tol=1e-9):
                self._results[spot] = sum((self._added(term, depth, now=True) for term in terms), Decimal(0))
        result = self._results[spot]
        if result is None or abs(result) > LARGEST:
            raise _NotKnownError
        return result

    def _terms(self, spot: Spot, held: Shown) -> list[_Term]:
        """Take a formula apart."""
        key, at = spot
        terms: list[_Term] = []
        text, end = self._text(spot, held), 0
        while end < len(text):
            found = _TERM.match(text, end)
            if found is None or (terms and not found["sign"]) or (found["call"] or "").upper() != _called(found):
                raise _NotKnownError
            named = words(found["cells"] or found["one"])
            areas = self.areas.of(key, named, at, Place(0, 0))
            if areas is None or len(areas) != len(named.references):
                raise _NotKnownError
            terms.append(_Term(areas, -1 if found["sign"] == "-" else 1, bool(found["one"]), bool(found["nine"])))
            end = found.end()
        return terms

    def _text(self, spot: Spot, held: Shown) -> str:
        formula, (key, at) = held.formula, spot
        if formula is None or formula.get("t", "normal") not in {"normal", "shared"}:
            raise _NotKnownError
        if formula.get("t") != "shared" or formula.text:
            return formula.text or ""
        first = self._shared[key].get(formula.get("si", ""))
        text = moved(first.words, at.row - first.place.row, at.column - first.place.column) if first else None
        if text is None:
            raise _NotKnownError
        return text

    @cached_property
    def _shared(self) -> Mapping[str, Mapping[str, Formula]]:
        """The formulas that cells share, where they are written, by sheet and number."""
        return {
            key: {
                each.about.get(b"si", b"").decode(): each
                for each in formulas(sheet)
                if b"shared" in each.rest and each.text
            }
            for key, sheet in self.sheets.items()
            if any(key == stale for stale, _ in self.stale)
        }

    def _added(self, term: _Term, depth: int, *, now: bool) -> Decimal:
        total = Decimal(0)
        for key, block in term.areas:
            for number in self._numbers(key, block.top, block.bottom, term):
                for column in {*self._row(key, number), *self._new.get((key, number), ())}:
                    if block.left <= column <= block.right:
                        total += self._figure((key, Place(number, column)), term, depth, now=now)
        return total * term.factor

    def _numbers(self, key: str, top: int, bottom: int, term: _Term) -> Iterable[int]:
        """Give the rows of an area, those with new cells too; a subtotal may leave out hidden ones."""
        sheet = self.sheets[key]
        numbers = {
            *sheet.numbers(top, bottom),
            *(row for each, row in self._new if each == key and top <= row <= bottom),
        }
        if len(numbers) + len(self._rows) > MOST_ROWS or (term.subtotal and any(map(sheet.is_hidden, numbers))):
            raise _NotKnownError
        return numbers

    @cached_property
    def _new(self) -> Mapping[tuple[str, int], set[int]]:
        """The columns of changed cells, by sheet and row."""
        columns: dict[tuple[str, int], set[int]] = {}
        for key, at in self.changed:
            columns.setdefault((key, at.row), set()).add(at.column)
        return columns

    def _figure(self, spot: Spot, term: _Term, depth: int, *, now: bool) -> Decimal:
        """Give what a cell adds, before or now."""
        held = self._held(spot)
        if term.subtotal and held.formula is not None and "SUBTOTAL(" in (held.formula.text or "").upper():
            return Decimal(0)
        value = held.value
        if now and spot in self.changed:
            value = self.changed[spot]
        elif now and spot in self.stale:
            if depth >= DEEPEST:
                raise _NotKnownError
            return self._result(spot, depth + 1)
        elif held.formula is not None and value is None:
            raise _NotKnownError
        return _counted(value, single=term.single)

    def _held(self, spot: Spot) -> Shown:
        """Read a cell; which text it shows is not looked up."""
        key, at = spot
        cell = self._row(key, at.row).get(at.column)
        if cell is None:
            return _BLANK
        return _OTHERS.get(cell.get("t", "n")) or shown(cell, None)

    def _row(self, key: str, number: int) -> dict[int, Element]:
        """Read a row, once."""
        if (key, number) not in self._rows:
            sheet = self.sheets[key]
            row = sheet.row(number)
            self._rows[key, number] = sheet.elements(row) if row else {}
        return self._rows[key, number]


def _called(found: re.Match[str]) -> str:
    """Give the function that a term has to name: a subtotal says that it is a sum, a sum says nothing."""
    return "" if found["one"] else "SUBTOTAL" if found["nine"] else "SUM"


def _counted(value: Shows, *, single: bool) -> Decimal:
    """Give what a value counts in a sum: text counts nothing in an area, and can't be added by itself."""
    if isinstance(value, Decimal) and value.is_finite() and value.copy_abs() <= LARGEST:
        return value
    if isinstance(value, Decimal) or (single and value is not None):
        raise _NotKnownError
    return Decimal(0)
