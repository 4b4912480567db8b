"""Cells that can't be changed by themselves: parts of a merged block, of a table's frame, of a formula's spill."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from model.files.workbook_patch.changes import Wanted
from model.files.workbook_patch.markup import attributes
from model.files.workbook_patch.parts import Parts
from model.files.workbook_patch.places import Block, block
from model.files.workbook_patch.reading import child, children
from model.files.workbook_patch.refused import CellHeld
from model.files.workbook_patch.sheet import Sheet
from model.files.workbook_patch.workbook_flag import SheetPart


@dataclass(frozen=True)
class Held:
    """What holds cells of one sheet."""

    parts: Parts
    about: SheetPart
    sheet: Sheet

    def check(self, wish: Wanted, cell: Element | None) -> None:
        """Refuse a change of a cell that is held.

        Raises:
            CellHeld: with what holds it.
        """
        why = self._merged(wish) or self._spilled(wish, cell) or self._framed(wish, cell)
        if why is None and cell is not None and cell.get("vm") is not None and not _refreshes(wish, cell):
            why = "holds a linked record or a picture"
        if why:
            raise CellHeld(self.parts.path, self.about.name, str(wish.place), why)

    def _merged(self, wish: Wanted) -> str | None:
        for merged in self._merges:
            if merged.holds(wish.place) and wish.place != merged.first:
                return f"is covered by the merged cells {merged}"
        return None

    def _spilled(self, wish: Wanted, cell: Element | None) -> str | None:
        if cell is not None and _refreshes(wish, cell):
            return None
        for filled, what in self._filled:
            if filled.holds(wish.place) and not (filled.is_one_cell and what == "array"):
                return f"is filled by {'an array formula' if what == 'array' else 'a data table'} over {filled}"
        return None

    def _framed(self, wish: Wanted, cell: Element | None) -> str | None:
        for frame in self._frames:
            if frame.headings is not None and frame.headings.holds(wish.place):
                return f"is a heading of the table “{frame.name}”"
            if frame.totals is not None and frame.totals.holds(wish.place):
                column = frame.columns[wish.place.column - frame.totals.left]
                by_table = column.get("totalsRowFunction") or column.get("totalsRowLabel")
                if by_table and not (cell is not None and _refreshes(wish, cell)):
                    return f"is in the totals row of the table “{frame.name}”"
        return None

    @cached_property
    def _merges(self) -> list[Block]:
        found = self.sheet.markup.tags(b"mergeCell").finditer(self.sheet.text, self.sheet.data.end)
        blocks = (block(attributes(each["rest"]).get(b"ref", b"").decode()) for each in found if each["tag"])
        return [merged for merged in blocks if merged]

    @cached_property
    def _filled(self) -> list[tuple[Block, str]]:
        if b"array" not in self.sheet.text and b"dataTable" not in self.sheet.text:
            return []
        data, found = self.sheet.data, []
        for tag in self.sheet.markup.tags(b"f").finditer(self.sheet.text, data.inner, data.close):
            about = attributes(tag["rest"]) if tag["tag"] else {}
            filled = block(about.get(b"ref", b"").decode())
            if filled and about.get(b"t") in {b"array", b"dataTable"}:
                found.append((filled, about[b"t"].decode()))
        return found

    @cached_property
    def _frames(self) -> list["_Frame"]:
        return [_frame(table) for table in self.tables()]

    def tables(self) -> Iterator[Element]:
        """Give the tables of the sheet."""
        for relation in self.parts.relations(self.about.key):
            if relation.kind == "table" and relation.target in self.parts:
                yield self.parts.markup(relation.target).tree()


@dataclass(frozen=True)
class _Frame:
    """A table's rows that are not its data."""

    name: str
    headings: Block | None
    totals: Block | None
    columns: list[Element]


def _frame(table: Element) -> _Frame:
    ref = block(table.get("ref", ""))
    headings, totals = None, None
    columns = child(table, "tableColumns")
    listed = list(children(columns, "tableColumn")) if columns is not None else []
    if ref is not None and len(listed) == ref.right - ref.left + 1:
        headings = ref._replace(bottom=ref.top) if table.get("headerRowCount", "1") != "0" else None
        totals = ref._replace(top=ref.bottom) if table.get("totalsRowCount", "0") != "0" else None
    return _Frame(table.get("displayName", ""), headings, totals, listed)


def _refreshes(wish: Wanted, cell: Element) -> bool:
    """Whether a change only gives a formula its new result."""
    return wish.follows and child(cell, "f") is not None
