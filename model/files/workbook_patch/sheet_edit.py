"""Puts changed cells into a sheet's bytes; nothing between them is touched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.files.workbook_patch.cell_text import changed_cell, element, new_cell, restyled, stale_cell
from model.files.workbook_patch.changes import Wanted
from model.files.workbook_patch.markup import Splice, attributes, whole, with_attribute
from model.files.workbook_patch.places import Block, Place, block
from model.files.workbook_patch.sheet import Cell, Row, Sheet


@dataclass(frozen=True)
class SheetEdit:
    """What is to become of one sheet.

    Attributes:
        wanted: the changes by their places.
        styles: the style that a cell gets, where it gets another.
        formulas: formulas that other cells of a shared formula get, as bytes.
        stale: the formulas whose results are dropped.
    """

    sheet: Sheet
    wanted: Mapping[Place, Wanted]
    styles: Mapping[Place, int]
    formulas: Mapping[Place, bytes]
    stale: frozenset[Place]

    def splices(self) -> list[Splice]:
        """Give everything that is to be put into the part."""
        places = sorted({*self.wanted, *self.formulas, *self.stale})
        by_row: dict[int, list[Place]] = {}
        for at in places:
            by_row.setdefault(at.row, []).append(at)
        made, added = [], []
        for number, inside in by_row.items():
            row = self.sheet.row(number)
            splices, new = self._in_row(row, inside) if row else self._new_row(number, inside)
            made += splices
            added += new
        if not self.sheet.data.rest.endswith(b"/"):
            return made + self._dimension(added)
        return self._opened(made) + self._dimension(added)

    def _in_row(self, row: Row, places: Iterable[Place]) -> tuple[list[Splice], list[Place]]:
        cells = self.sheet.cells(row)
        splices, added = [], []
        for at in places:
            if at.column in cells:
                cell = cells[at.column]
                splices.append(Splice(cell.begin, cell.end, self._changed(cell)))
            else:
                behind = next((cell.begin for column, cell in cells.items() if column > at.column), row.close)
                splices.append(Splice(behind, behind, self._new(at, row)))
                added.append(at)
        return (self._row_tag(row, splices, added), added) if added else (splices, added)

    def _row_tag(self, row: Row, splices: list[Splice], added: list[Place]) -> list[Splice]:
        """Give the splices of a row together with those of its own tag."""
        rest = _with_spans(row.rest, [at.column for at in added])
        tag = self.sheet.data.prefix + b"row"
        if row.rest.endswith(b"/"):
            inner = b"".join(splice.bytes_ for splice in splices)
            opened = rest.removesuffix(b"/").rstrip()
            return [Splice(row.begin, row.end, b"<%s%s>%s</%s>" % (tag, opened, inner, tag))]
        if rest == row.rest:
            return splices
        begin = row.inner - 1 - len(row.rest)
        return [Splice(begin, row.inner - 1, rest), *splices]

    def _new_row(self, number: int, places: list[Place]) -> tuple[list[Splice], list[Place]]:
        tag, behind = self.sheet.data.prefix + b"row", self.sheet.place_of_new(number)
        inner = b"".join(self._new(at, None) for at in places)
        return [Splice(behind, behind, b'<%s r="%d">%s</%s>' % (tag, number, inner, tag))], places

    def _opened(self, splices: list[Splice]) -> list[Splice]:
        """Give the first rows of a sheet that has none."""
        data = self.sheet.data
        inner, opened = b"".join(splice.bytes_ for splice in splices), data.rest[:-1].rstrip()
        return [Splice(data.begin, data.end, b"<%s%s>%s</%s>" % (data.tag, opened, inner, data.tag))]

    def _new(self, at: Place, row: Row | None) -> bytes:
        given = self.styles.get(at)
        style = b"%d" % given if given is not None else self.inherited_style(at, row)
        return new_cell(self.sheet.data.prefix, at, style, self.wanted[at].value)

    def _changed(self, cell: Cell) -> bytes:
        wish = self.wanted.get(cell.place)
        if cell.place in self.styles:
            cell = cell._replace(rest=restyled(cell.rest, self.styles[cell.place]))
        formula = self.formulas.get(cell.place, b"")
        if wish is not None:
            kept = (formula or element(self.sheet, cell, b"f")) if wish.follows else b""
            return changed_cell(self.sheet, cell, wish.value, formula=kept)
        if cell.place in self.stale:
            return stale_cell(self.sheet, cell, formula)
        old = element(self.sheet, cell, b"f")
        return self.sheet.text[cell.begin : cell.end].replace(old, formula, 1)

    def inherited_style(self, at: Place, row: Row | None) -> bytes | None:
        """Give the style of a new cell: that of its row, else of its column."""
        about = attributes(row.rest) if row else {}
        if b"s" in about and about.get(b"customFormat") in {b"1", b"true"}:
            return about[b"s"]
        head = self.sheet.markup.tags(b"col").finditer(self.sheet.text, 0, self.sheet.data.begin)
        for column in (attributes(found["rest"]) for found in head if found["tag"]):
            first, last = whole(column.get(b"min")), whole(column.get(b"max"))
            if b"style" in column and first is not None and last is not None and first <= at.column <= last:
                return column[b"style"]
        return None

    def _dimension(self, added: list[Place]) -> list[Splice]:
        """Give the sheet's extent, if it says one and a new cell lies outside of it."""
        head = self.sheet.markup.tags(b"dimension").finditer(self.sheet.text, 0, self.sheet.data.begin)
        found = next((each for each in head if each["tag"]), None)
        said = block(attributes(found["rest"]).get(b"ref", b"").decode()) if found else None
        if found is None or said is None or all(map(said.holds, added)):
            return []
        rows, columns = [at.row for at in added], [at.column for at in added]
        whole = Block(
            min(said.top, *rows), min(said.left, *columns), max(said.bottom, *rows), max(said.right, *columns)
        )
        rest = with_attribute(found["rest"], b"ref", str(whole).encode())
        return [Splice(found.start("rest"), found.end("rest"), rest)]


def _with_spans(rest: bytes, columns: list[int]) -> bytes:
    """Give a row's attributes with the columns in the span that it says, if it says one."""
    spans = attributes(rest).get(b"spans", b"")
    first, _, last = spans.partition(b":")
    begin, end = whole(first), whole(last)
    if begin is None or end is None:
        return rest
    span = b"%d:%d" % (min(begin, *columns), max(end, *columns))
    return rest if span == spans else with_attribute(rest, b"spans", span)
