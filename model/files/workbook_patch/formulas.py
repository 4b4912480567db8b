"""The formulas of a sheet, where they stand; and formulas that cells share."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape

from model.files.workbook_patch.formula_words import moved
from model.files.workbook_patch.markup import ATTRIBUTES, attributes, plain, with_attribute
from model.files.workbook_patch.places import Block, Place, place
from model.files.workbook_patch.sheet import Row, Sheet


class Formula(NamedTuple):
    """A formula as it is written: where, its tag's name and attributes, and its text."""

    place: Place
    tag: bytes
    rest: bytes
    text: bytes

    @property
    def about(self) -> dict[bytes, bytes]:
        """Its attributes."""
        return attributes(self.rest)

    @property
    def words(self) -> str:
        """Its text as it is meant."""
        return plain(self.text)


def formulas(sheet: Sheet, row: Row | None = None) -> Iterator[Formula]:
    """Give the formulas of a sheet, or of one row of it, in order."""
    begin, stop = (row.inner, row.close) if row else (sheet.data.inner, sheet.data.close)
    for found in written(sheet, begin, stop):
        yield read_formula(sheet, found)


def written(sheet: Sheet, begin: int, stop: int) -> Iterator[re.Match[bytes]]:
    """Give formulas between two offsets as they are written: `row` is in digits where the cell says it."""
    prefix = sheet.markup.prefix
    cells = sheet.markup.finder(
        rb"<%sc(?P<cell>(?: r=\"[A-Z]+(?P<row>[0-9]+)\")?+%s)(?<!/)>\s*+"
        rb"<(?P<tag>%sf)(?=[\s/>])(?P<rest>%s)(?:(?<=/)>|>(?P<text>[^<]*)<)",
        prefix,
        ATTRIBUTES,
        prefix,
        ATTRIBUTES,
    )
    found = cells.finditer(sheet.text, begin, stop)
    return (each for each in found if each["tag"]) if sheet.markup.has_asides else found


def read_formula(sheet: Sheet, found: re.Match[bytes]) -> Formula:
    """Read a formula that was found."""
    given = attributes(found["cell"]).get(b"r")
    at = place(given.decode()) if given is not None else _counted(sheet, found.start())
    if at is None:
        raise sheet.damaged("has cells that are out of order")
    return Formula(at, found["tag"], found["rest"], found["text"] or b"")


def _counted(sheet: Sheet, begin: int) -> Place | None:
    """Give the place of a cell that does not say it."""
    cells = sheet.cells(sheet.row_around(begin)).values()
    return next(cell.place for cell in cells if cell.begin == begin)


def rehomed(sheet: Sheet, leaving: Iterable[Place]) -> dict[Place, bytes | None]:
    """Give the formulas that cells get whose shared formula was written in a cell that it leaves.

    A formula that cells share is written in the first of them. Where that one goes, the next takes it, as it reads
    there; None where it would name cells outside of the sheet.
    """
    gone = frozenset(leaving)
    shared: dict[bytes, list[Formula]] = {}
    for formula in formulas(sheet):
        if formula.about.get(b"t") == b"shared":
            shared.setdefault(formula.about.get(b"si", b""), []).append(formula)
    taken: dict[Place, bytes | None] = {}
    for group in shared.values():
        kept = [formula for formula in group if formula.place not in gone]
        first = next((formula for formula in group if formula.text), None)
        if first is not None and first.place in gone and kept:
            taken[kept[0].place] = _taken(first, kept)
    return taken


def _taken(first: Formula, kept: list[Formula]) -> bytes | None:
    home = kept[0].place
    text = moved(first.words, home.row - first.place.row, home.column - first.place.column)
    if text is None:
        return None
    rows, columns = [each.place.row for each in kept], [each.place.column for each in kept]
    ref = Block(min(rows), min(columns), max(rows), max(columns))
    rest = with_attribute(first.rest, b"ref", f"{ref.first}:{Place(ref.bottom, ref.right)}".encode())
    return b"<%s%s>%s</%s>" % (first.tag, rest, escape(text).encode(), first.tag)
