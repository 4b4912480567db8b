"""Holds written parts other than sheets against the old ones."""

from xml.etree.ElementTree import Element

from model.files.workbook_patch.markup import Markup
from model.files.workbook_patch.plan import Plan
from model.files.workbook_patch.proof_sheet import same
from model.files.workbook_patch.reading import children, local


def differing_part(plan: Plan, key: str, old: Markup, new: Markup) -> str:
    """Name what differs in a part that was not to; empty where nothing does."""
    before, after = old.tree(), new.tree()
    if key == plan.parts.workbook:
        right = _asks(after) and same(_without_flag(before, before), _without_flag(after, before))
    else:
        right = False
    return "" if right else f"its part {old.name} differs in more than it should"


def _asks(workbook: Element) -> bool:
    return any(each.get("fullCalcOnLoad") in {"1", "true"} for each in children(workbook, "calcPr"))


def _without_flag(workbook: Element, before: Element) -> Element:
    """Give the workbook's part without the flag; without its element too, where the old one had none."""
    had = any(local(each) == "calcPr" for each in before)
    for each in list(children(workbook, "calcPr")):
        each.attrib.pop("fullCalcOnLoad", None)
        if not had:
            workbook.remove(each)
    return workbook
