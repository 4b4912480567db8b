"""What colours cells of a workbook: their own ground, or conditions."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from model.files.source import contents
from model.files.workbook_patch.archive import read_archive
from model.files.workbook_patch.markup import attributes
from model.files.workbook_patch.parts import Parts
from model.files.workbook_patch.places import Block, block, place
from model.files.workbook_patch.sheet import Sheet
from model.files.workbook_patch.sheet_plan import SheetPlan
from model.files.workbook_patch.styles import Styles
from model.files.workbook_patch.workbook_flag import find_sheet, worksheets


class Look(NamedTuple):
    """What colours a cell.

    Attributes:
        ground: its fill as the workbook describes it, to be compared with others; blank for none.
        conditional: whether a condition may give it another look.
    """

    ground: str
    conditional: bool


def looks_of(path: Path, sheet: str, cells: Iterable[str]) -> dict[str, Look]:
    """Give what colours some cells of a sheet, such as `B4`; a workbook without a list of looks colours none.

    Raises:
        Refusal: The workbook can't be read.
    """
    parts = Parts(read_archive(path, contents(path)))
    plan = SheetPlan(parts, find_sheet(parts, worksheets(parts), sheet))
    styles, conditions = _styles(parts), list(_conditions(plan.sheet))
    looks = {}
    for cell in cells:
        at = place(cell)
        ground = styles.ground(plan.look_of(at)) if styles and at else ""
        looks[cell] = Look(ground, at is not None and any(each.holds(at) for each in conditions))
    return looks


def _styles(parts: Parts) -> Styles | None:
    relations = parts.relations(parts.workbook)
    key = next((each.target for each in relations if each.kind == "styles" and each.target in parts), "")
    return Styles(parts.markup(key)) if key else None


def _conditions(sheet: Sheet) -> Iterator[Block]:
    """Give the areas whose cells are coloured by conditions."""
    for found in sheet.markup.tags(b"conditionalFormatting").finditer(sheet.text, sheet.data.end):
        areas = attributes(found["rest"]).get(b"sqref", b"").decode().split() if found["tag"] else ()
        yield from filter(None, map(block, areas))
