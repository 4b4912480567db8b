"""Where the rows and cells of a sheet stand in its bytes."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from xml.etree.ElementTree import Element

from model.files.workbook_patch.markup import MAIN, Markup, attributes, plain, whole
from model.files.workbook_patch.places import LAST_ROW, Place, place
from model.files.workbook_patch.reading import children
from model.files.workbook_patch.refused import DamagedPackage

_NAMING = b"xmlns"
_NAMED = re.compile(rb"""xmlns(:[^\s=]+|)\s*=\s*("[^"]*"|'[^']*')""")


class Row(NamedTuple):
    """One row: `begin` to `end` with its tags, `inner` to `close` between them."""

    number: int
    begin: int
    inner: int
    close: int
    end: int
    rest: bytes


class Cell(NamedTuple):
    """One cell: its tag's name and attributes, and where all of it stands."""

    place: Place
    begin: int
    inner: int
    close: int
    end: int
    tag: bytes
    rest: bytes


class Data(NamedTuple):
    """The element of all rows; where it is a single tag, `inner` and `close` are its end."""

    begin: int
    inner: int
    close: int
    end: int
    tag: bytes
    rest: bytes

    @property
    def prefix(self) -> bytes:
        """What the names of the sheet's elements begin with."""
        return self.tag.rpartition(b":")[0] + b":" * (b":" in self.tag)


@dataclass(frozen=True)
class Sheet:
    """A worksheet's part, looked through for rows; cells are looked for in the rows that are asked for."""

    markup: Markup

    @property
    def text(self) -> bytes:
        """The part's text in UTF-8."""
        return self.markup.text

    @cached_property
    def data(self) -> Data:
        """Where the rows are."""
        found = self._tag(b"sheetData", 0)
        if found is None:
            raise self.damaged("has no rows")
        tag, rest = found["tag"], found["rest"]
        if rest.endswith(b"/"):
            return Data(found.start(), found.end(), found.end(), found.end(), tag, rest)
        close = self.markup.ending(tag, found.end())
        if close >= 0 and self.text.find(b"<" + tag, found.end(), close) < 0:
            return Data(found.start(), found.end(), close, close + len(tag) + 3, tag, rest)
        ending = self._tag(b"sheetData", found.end())
        if ending is None or not ending["end"]:
            raise self.damaged("has rows within rows")
        return Data(found.start(), found.end(), ending.start(), ending.end(), tag, rest)

    def row(self, number: int) -> Row | None:
        """Give one row, or None where the sheet has none of that number."""
        numbers, begins = self._rows
        at = bisect_left(numbers, number)
        return self._row_at(at) if at < len(begins) and numbers[at] == number else None

    def numbers(self, first: int, last: int) -> Sequence[int]:
        """Give the numbers of the rows from one to another, both included."""
        numbers = self._rows[0]
        return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]

    def is_hidden(self, number: int) -> bool:
        """Whether a row is hidden."""
        row = self.row(number)
        return row is not None and attributes(row.rest).get(b"hidden") in {b"1", b"true"}

    def row_spans(self) -> Iterator[tuple[int, int, int]]:
        """Give each row's number, and the offsets where it begins and where the next one does."""
        numbers, begins = self._rows
        return zip(numbers, begins, [*begins[1:], self.data.close], strict=False)

    def row_around(self, offset: int) -> Row:
        """Give the row that stands at an offset of the text."""
        return self._row_at(bisect_right(self._rows[1], offset) - 1)

    def place_of_new(self, number: int) -> int:
        """Give the offset at which a row of that number would stand."""
        numbers, begins = self._rows
        at = bisect_right(numbers, number)
        return begins[at] if at < len(begins) else self.data.close

    def _row_at(self, at: int) -> Row:
        numbers, begins = self._rows
        begin, inner, close, end, found = next(self._elements(b"row", begins[at], self.data.close))
        return Row(numbers[at], begin, inner, close, end, found["rest"])

    @cached_property
    def _rows(self) -> tuple["array[int]", "array[int]"]:
        """The numbers of the rows, and where they begin; long sheets have too many for more."""
        self._check_names()
        numbers, begins = array("Q"), array("Q")
        number = 0
        for found in self.markup.openings(b"row", b"r").finditer(self.text, self.data.inner, self.data.close):
            tag, given = found.group("tag", "given")
            if tag is None:
                continue
            given = given or attributes(found["rest"]).get(b"r", b"%d" % (number + 1))
            at = whole(given)
            if at is None or not number < at <= LAST_ROW:
                raise self.damaged("has rows that are out of order")
            number = at
            numbers.append(number)
            begins.append(found.start())
        return numbers, begins

    def _check_names(self) -> None:
        """Refuse a sheet whose rows or cells go by names of the format's that only they declare."""
        at = self.text.find(_NAMING, self.data.inner, self.data.close)
        for found in _NAMED.finditer(self.text, at, self.data.close) if at >= 0 else ():
            prefix = found[1].removeprefix(b":") + b":" * bool(found[1])
            if plain(found[2][1:-1]) in MAIN and prefix not in self.markup.prefixes:
                raise self.damaged("names its cells in an unusual way")

    def cells(self, row: Row) -> dict[int, Cell]:
        """The cells of a row by their columns, in order."""
        cells: dict[int, Cell] = {}
        column = 0
        for begin, inner, close, end, found in self._elements(b"c", row.inner, row.close):
            given = attributes(found["rest"]).get(b"r")
            at = Place(row.number, column + 1) if given is None else place(given.decode())
            if at is None or at.row != row.number or at.column <= column:
                raise self.damaged("has cells that are out of order")
            column = at.column
            cells[column] = Cell(at, begin, inner, close, end, found["tag"], found["rest"])
        return cells

    def cell(self, at: Place) -> Cell | None:
        """Give one cell, or None where the sheet has none there."""
        row = self.row(at.row)
        return self.cells(row).get(at.column) if row else None

    def row_element(self, row: Row) -> Element:
        """Give a row as an element, its names as they are declared around it."""
        data = self.data
        piece = b"<%s%s>%s</%s>" % (data.tag, data.rest.removesuffix(b"/"), self.text[row.begin : row.end], data.tag)
        return self.markup.tree(piece)[0][0]

    def elements(self, row: Row) -> dict[int, Element]:
        """The cells of a row as elements, by their columns."""
        elements: dict[int, Element] = {}
        column = 0
        for element in children(self.row_element(row), "c"):
            at = place(element.get("r", ""))
            column = at.column if at else column + 1
            elements[column] = element
        return elements

    def damaged(self, what: str) -> DamagedPackage:
        """Compose the refusal of this sheet."""
        return DamagedPackage(self.markup.path, f"its part {self.markup.name} {what}")

    def _tag(self, name: bytes, begin: int) -> re.Match[bytes] | None:
        tags = self.markup.tags(name).finditer(self.text, begin)
        return next((found for found in tags if found["tag"]), None)

    def _elements(self, name: bytes, begin: int, stop: int) -> Iterator[tuple[int, int, int, int, re.Match[bytes]]]:
        """Give the elements of a name between two places: where they and what is in them begin and end."""
        opened: re.Match[bytes] | None = None
        for found in self.markup.tags(name).finditer(self.text, begin, stop):
            if not found["tag"]:
                continue
            if found["end"] and opened is not None:
                yield opened.start(), opened.end(), found.start(), found.end(), opened
                opened = None
            elif opened is not None or found["end"]:
                raise self.damaged("has rows or cells within each other")
            elif found["rest"].endswith(b"/"):
                yield found.start(), found.end(), found.end(), found.end(), found
            else:
                opened = found
