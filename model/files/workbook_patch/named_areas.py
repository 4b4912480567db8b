"""What a formula names, as areas of sheets: through the workbook's names and tables as well."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from model.files.workbook_patch.formula_words import Corner, Words, words
from model.files.workbook_patch.parts import Parts
from model.files.workbook_patch.places import LAST_COLUMN, LAST_ROW, Block, Place, block
from model.files.workbook_patch.reading import children
from model.files.workbook_patch.workbook_flag import SheetPart

Area = tuple[str, Block]
# Names that mean names that mean names: so deep at most.
DEEPEST = 20


@dataclass(frozen=True)
class NamedAreas:
    """The sheets, names and tables of a workbook."""

    parts: Parts
    sheets: list[SheetPart]

    def of(self, key: str, named: Words, at: Place, away: Place, depth: int = 0) -> tuple[Area, ...] | None:
        """Give the areas that a formula names; None where it may reach anywhere.

        Args:
            key: the part of the formula's sheet.
            at: the formula's cell.
            away: how far that is from the cell in which a shared formula is written.
        """
        sheets = [self._sheet(key, reference.sheet) for reference in named.references]
        tables = [self._table(key, table, asked, at) for table, asked in named.tables]
        further = [self.of(key, meant, at, Place(0, 0), depth + 1) for meant in self._meant(named, depth)]
        if named.reaches or depth > DEEPEST or None in sheets or None in tables or None in further:
            return None
        areas = [
            (sheet, _block(reference.first, reference.last, at, away))
            for sheet, reference in zip(sheets, named.references, strict=True)
            if sheet
        ]
        areas += [table for table in tables if table]
        return tuple(areas + [area for more in further if more for area in more])

    def stays_in_row(self, named: Words) -> bool:
        """Whether a formula names cells of its own row alone."""
        if named.reaches or named.tables or any(name.casefold() in self._names for name in named.names):
            return False
        corners = [corner for each in named.references for corner in (each.first, each.last)]
        return all(corner.row < 0 for corner in corners) and not any(each.sheet for each in named.references)

    def _meant(self, named: Words, depth: int) -> Iterator[Words]:
        if depth <= DEEPEST:
            for name in named.names:
                yield from self._names.get(name.casefold(), ())

    def _sheet(self, key: str, name: str) -> str | None:
        """Give the key of a sheet that a formula names; blank for other workbooks', None for several at once."""
        if not name:
            return key
        bare = name.strip("'").replace("''", "'")
        if bare.casefold() in self._keys:
            return self._keys[bare.casefold()]
        return "" if "[" in bare or ":" not in bare else None

    @cached_property
    def _keys(self) -> dict[str, str]:
        return {about.name.casefold(): about.key for about in self.sheets}

    @cached_property
    def _names(self) -> dict[str, list[Words]]:
        """What the workbook's names mean; a name that is relative to its cell may reach anywhere."""
        meanings: dict[str, list[Words]] = {}
        for group in children(self.parts.markup(self.parts.workbook).tree(), "definedNames"):
            for name in children(group, "definedName"):
                meant = words(name.text or "")
                fixed = all(_is_fixed(each.first) and _is_fixed(each.last) for each in meant.references)
                known = meanings.setdefault(name.get("name", "").casefold(), [])
                known.append(meant if fixed else meant._replace(reaches=True))
        return meanings

    @cached_property
    def _tables(self) -> dict[str, Area]:
        tables: dict[str, Area] = {}
        for about in self.sheets:
            for relation in self.parts.relations(about.key):
                if relation.kind == "table" and relation.target in self.parts:
                    table = self.parts.markup(relation.target).tree()
                    area = block(table.get("ref", ""))
                    if area is not None:
                        tables[table.get("displayName", "").casefold()] = (about.key, area)
        return tables

    def _table(self, key: str, name: str, asked: str, at: Place) -> Area | None:
        """Give the area of a table that a formula names, its own row of it where that is asked for."""
        own = [area for area in self._tables.values() if area[0] == key and area[1].holds(at)]
        found = self._tables.get(name.casefold()) if name else next(iter(own), None)
        if found is not None and ("@" in asked or "#this row" in asked.lower()):
            return found[0], found[1]._replace(top=at.row, bottom=at.row)
        return found


def _is_fixed(corner: Corner) -> bool:
    return (corner.fixed_row or not corner.row) and (corner.fixed_column or not corner.column)


def _block(first: Corner, last: Corner, at: Place, away: Place) -> Block:
    """Give the cells between two corners, as a formula that is so far away from where it is written names them."""
    own = at.row - away.row
    rows = sorted(((own if each.row < 0 else each.row) + away.row * (not each.fixed_row)) for each in (first, last))
    columns = sorted(each.column + away.column * (not each.fixed_column) for each in (first, last))
    top, bottom = (1, LAST_ROW) if not first.row else rows
    left, right = (1, LAST_COLUMN) if not first.column else columns
    return Block(top, left, bottom, right)
