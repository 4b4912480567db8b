"""The workbook's own part: its sheets, and the flag that asks for a full recalculation on opening."""

import re
from typing import NamedTuple

from model.files.workbook_patch.markup import Markup, Splice, attributes, with_attribute
from model.files.workbook_patch.parts import Parts
from model.files.workbook_patch.reading import children
from model.files.workbook_patch.refused import NoSuchSheet

# What may stand before the settings of the calculation, the nearest first.
_BEFORE = (b"definedNames", b"externalReferences", b"functionGroups", b"sheets")


class SheetPart(NamedTuple):
    """A worksheet: its name, the key of its part, and the number that the workbook knows it by."""

    name: str
    key: str
    number: str


def worksheets(parts: Parts) -> list[SheetPart]:
    """Give the worksheets in the workbook's order, hidden ones too; chart and dialogue sheets have no cells."""
    relations = {relation.id: relation for relation in parts.relations(parts.workbook)}
    found = []
    for group in children(parts.markup(parts.workbook).tree(), "sheets"):
        for sheet in children(group, "sheet"):
            relation = relations.get(_relation_id(sheet.attrib))
            if relation is not None and relation.kind == "worksheet" and relation.target in parts:
                found.append(SheetPart(sheet.get("name", ""), relation.target, sheet.get("sheetId", "")))
    return found


def _relation_id(attributes: dict[str, str]) -> str:
    return next((value for name, value in attributes.items() if name.endswith("}id")), "")


def find_sheet(parts: Parts, sheets: list[SheetPart], name: str) -> SheetPart:
    """Give the sheet of a name.

    Raises:
        NoSuchSheet: There is none.
    """
    same = [sheet for sheet in sheets if sheet.name == name]
    alike = [sheet for sheet in sheets if sheet.name.casefold() == name.casefold()]
    if not same and not alike:
        raise NoSuchSheet(parts.path, name)
    return (same or alike)[0]


def recalculated(workbook: Markup) -> list[Splice]:
    """Give what has whoever opens the workbook work everything out anew; nothing where it does so already."""
    found = _first(workbook, b"calcPr")
    if found is not None:
        if attributes(found["rest"]).get(b"fullCalcOnLoad") in {b"1", b"true"}:
            return []
        rest = with_attribute(found["rest"], b"fullCalcOnLoad", b"1")
        return [Splice(found.start("rest"), found.end("rest"), rest)]
    last = next(found for name in _BEFORE if (found := _last(workbook, name)) is not None)
    prefix = last["tag"].removesuffix(last["name"])
    return [Splice(last.end(), last.end(), b'<%scalcPr fullCalcOnLoad="1"/>' % prefix)]


def _first(workbook: Markup, name: bytes) -> re.Match[bytes] | None:
    return next((found for found in workbook.tags(name).finditer(workbook.text) if found["tag"]), None)


def _last(workbook: Markup, name: bytes) -> re.Match[bytes] | None:
    """Give the tag that ends an element: its closing one, or its only one."""
    tags = [found for found in workbook.tags(name).finditer(workbook.text) if found["tag"]]
    return tags[-1] if tags else None
