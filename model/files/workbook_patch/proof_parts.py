"""Holds written parts other than sheets against the old ones."""

from xml.etree.ElementTree import Element

from model.files.workbook_patch.calc_chain import entries
from model.files.workbook_patch.markup import Markup
from model.files.workbook_patch.parts import key_of
from model.files.workbook_patch.plan import Plan
from model.files.workbook_patch.proof_sheet import same
from model.files.workbook_patch.reading import children, local

# Lists of styles to which something may be added at the end.
_GROWING = {"cellXfs", "fills", "fonts"}


def differing_part(plan: Plan, key: str, old: Markup, new: Markup) -> str:
    """Name what differs in a part that was not to; empty where nothing does."""
    before, after = old.tree(), new.tree()
    kind = local(before)
    if key == plan.parts.workbook:
        had = any(local(each) == "calcPr" for each in before)
        right = _asks(after) and same(_without_flag(before, had=had), _without_flag(after, had=had))
    elif kind == "calcChain":
        right = [each[:2] for each in entries(old) if each[:2] not in plan.left_chain] == [
            each[:2] for each in entries(new)
        ]
    elif kind == "styleSheet":
        right = same(before, _without_added(before, after))
    else:
        right = same(_without_gone(plan, before), after)
    return "" if right else f"its part {old.name} differs in more than it should"


def _asks(workbook: Element) -> bool:
    return any(each.get("fullCalcOnLoad") in {"1", "true"} for each in children(workbook, "calcPr"))


def _without_flag(workbook: Element, *, had: bool) -> Element:
    """Give the workbook's part without the flag; without its element too, where the old one had none."""
    for each in list(children(workbook, "calcPr")):
        each.attrib.pop("fullCalcOnLoad", None)
        if not had:
            _take_out(workbook, each)
    return workbook


def _without_added(before: Element, after: Element) -> Element:
    """Give the styles without what was put behind the end of their lists."""
    for old, new in zip(before, after, strict=False):
        if local(old) in _GROWING:
            for added in list(new)[len(old) :]:
                new.remove(added)
            old.attrib.pop("count", None)
            new.attrib.pop("count", None)
    return after


def _without_gone(plan: Plan, listing: Element) -> Element:
    """Give a list of parts without those that are gone."""
    for each in list(listing):
        named = key_of(each.get("PartName", each.get("Target", "")))
        if named and any(gone.endswith(named) for gone in plan.gone):
            _take_out(listing, each)
    return listing


def _take_out(parent: Element, gone: Element) -> None:
    """Take an element out, and leave the text behind it where it is."""
    place = list(parent).index(gone)
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + (gone.tail or "")
    else:
        parent.text = (parent.text or "") + (gone.tail or "")
    parent.remove(gone)
