"""Holds a written sheet against the old one, by a reading of its own: rows as elements, the rest as bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from model.files.workbook_patch.archive import alike
from model.files.workbook_patch.markup import Markup
from model.files.workbook_patch.places import Place
from model.files.workbook_patch.reading import child, local, shown
from model.files.workbook_patch.sheet import Row, Sheet
from model.files.workbook_patch.sheet_edit import SheetEdit

# What a changed cell's tag may say otherwise: the kind of its value, its style, and that its formula filled others.
_MAY_DIFFER = {"t", "s", "cm"}


@dataclass(frozen=True)
class SheetProof:
    """One sheet, before and after."""

    edit: SheetEdit
    new: Sheet
    shared: Markup | None

    def difference(self) -> str:
        """Name the first difference that was not asked for, or change that was not made; empty where all is well."""
        old, new = self.edit.sheet, self.new
        if _around(old) != _around(new):
            return f"its part {old.markup.name} differs around its cells"
        touched = sorted({at.row for at in (*self.edit.wanted, *self.edit.formulas, *self.edit.stale)})
        for number in touched:
            if self._row_differs(number, old.row(number), new.row(number)):
                return f"row {number} of {old.markup.name} is not as it should be"
        return "" if all(self._between(touched)) else f"other cells of {old.markup.name} are not the same"

    def _between(self, touched: list[int]) -> Iterator[bool]:
        """Tell of what stands before, between and after the changed rows whether it is the same in both sheets."""
        old, new = self.edit.sheet, self.new
        old_at, new_at = old.data.inner, new.data.inner
        for after in filter(None, map(new.row, touched)):
            before = old.row(after.number)
            old_to = before.begin if before else old_at + after.begin - new_at
            length = old_to - old_at
            yield length == after.begin - new_at and alike(old.text, old_at, new.text, new_at, length)
            old_at, new_at = before.end if before else old_to, after.end
        length = old.data.close - old_at
        yield length == new.data.close - new_at and alike(old.text, old_at, new.text, new_at, length)

    def _row_differs(self, number: int, old: Row | None, new: Row | None) -> bool:
        before = _cells(self.edit.sheet, old)
        after = _cells(self.new, new)
        if old and new and _attributes(self.edit.sheet, old) != _attributes(self.new, new):
            return True
        return any(
            self._cell_differs(at, before.get(at), after.get(at))
            for at in sorted({*before, *after, *self._asked(number)})
        )

    def _asked(self, number: int) -> Iterator[Place]:
        return (at for at in self.edit.wanted if at.row == number)

    def _cell_differs(self, at: Place, old: Element | None, new: Element | None) -> bool:
        wish = self.edit.wanted.get(at)
        if new is None:
            return old is not None or (wish is not None and wish.value is not None)
        if wish is not None:
            return self._value_differs(at, old, new) or _rest(old, new) or self._style_differs(at, old, new)
        if old is None:
            return True
        if at in self.edit.stale or at in self.edit.formulas:
            return _rest(old, new) or not self._formula_kept(at, old, new)
        return not same(old, new)

    def _value_differs(self, at: Place, old: Element | None, new: Element) -> bool:
        wish, now = self.edit.wanted[at], shown(new, self.shared)
        if type(now.value) is not type(wish.value) or now.value != wish.value:
            return True
        if wish.follows and old is not None and child(old, "f") is not None:
            return not self._formula_kept(at, old, new)
        return now.formula is not None

    def _formula_kept(self, at: Place, old: Element, new: Element) -> bool:
        before, after = child(old, "f"), child(new, "f")
        if at in self.edit.formulas:
            before = self.edit.sheet.markup.tree(self.edit.formulas[at])[0]
        return before is not None and after is not None and same(before, after)

    def _style_differs(self, at: Place, old: Element | None, new: Element) -> bool:
        if at in self.edit.styles:
            return new.get("s") != str(self.edit.styles[at])
        return old is not None and new.get("s") != old.get("s")


def same(one: Element, other: Element) -> bool:
    """Whether two elements say the same."""
    if one.tag != other.tag or one.attrib != other.attrib or len(one) != len(other):
        return False
    if (one.text or "") != (other.text or ""):
        return False
    return all(same(*pair) and (pair[0].tail or "") == (pair[1].tail or "") for pair in zip(one, other, strict=True))


def _rest(old: Element | None, new: Element) -> bool:
    """Whether a changed cell differs in what no value, formula or style is."""
    kept = {name: value for name, value in new.attrib.items() if name not in _MAY_DIFFER}
    if old is None:
        return set(kept) != {"r"}
    before = {name: value for name, value in old.attrib.items() if name not in _MAY_DIFFER}
    others = [[each for each in cell if local(each) not in {"f", "v", "is"}] for cell in (old, new)]
    return kept != before or len(others[0]) != len(others[1]) or not all(map(same, *others))


def _around(sheet: Sheet) -> tuple[bytes, bytes]:
    """Give what stands before and after the rows, without the extent that a new cell may have moved."""
    begin, end = sheet.data.begin, sheet.data.end
    head = sheet.markup.tags(b"dimension").sub(lambda found: b"" if found["tag"] else found[0], sheet.text[:begin])
    return head + sheet.data.rest.removesuffix(b"/").rstrip(), sheet.text[end:]


def _attributes(sheet: Sheet, row: Row) -> dict[str, str]:
    attributes = sheet.row_element(row).attrib
    return {name: value for name, value in attributes.items() if name != "spans"}


def _cells(sheet: Sheet, row: Row | None) -> dict[Place, Element]:
    """Give a row's cells by their places, as elements."""
    return {Place(row.number, column): cell for column, cell in sheet.elements(row).items()} if row else {}
