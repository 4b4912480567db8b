"""Saves into a workbook that is there: changed cells are written into it, and nothing else of it changes."""

from pathlib import Path

from model.files.atomic import write_whole
from model.files.source import contents, family
from model.files.workbook_patch.archive import read_archive
from model.files.workbook_patch.changes import Changes
from model.files.workbook_patch.markup import spliced
from model.files.workbook_patch.parts import Parts
from model.files.workbook_patch.plan import Plan
from model.files.workbook_patch.planning import Planning
from model.files.workbook_patch.proof import Proof
from model.files.workbook_patch.rebuilt import rebuilt
from model.files.workbook_patch.receipt import Receipt
from model.files.workbook_patch.refused import NotSavedInto

_KINDS = {"compound": "an .xls workbook", "text": "a text file"}


def patch_workbook(source: Path, target: Path, changes: Changes) -> Receipt:
    """Write a workbook with some cells changed.

    Before it stands in its place it is read again and held against the old one: changed cells hold their new values,
    all other cells and parts are the same. Where nothing changes, the bytes are those of the source.

    Args:
        source: an .xlsx or .xlsm workbook.
        target: where to write; may be the source, which is replaced then.
        changes: the new values, by the name of the sheet and the place in it, such as `("Tracker", "B4")`. None
            empties a cell, and its look stays. A plain value takes the place of a formula; `Cached` lets a formula stay
            and is its result; `Styled` gives the cell another look as well.

    Raises:
        Refusal: with the sentence that says why. The source and whatever stood at the target are as they were.
    """
    content = contents(source)
    kind = family(source, content)
    if kind != "package":
        raise NotSavedInto(source, _KINDS[kind])
    parts = Parts(read_archive(source, content))
    plan = Planning(parts).plan(changes)
    if plan is None:
        if not _is_same(source, target):
            write_whole(target, content)
        return Receipt(untouched_parts=len(parts.archive.members))
    _write(plan, target)
    return _receipt(plan)


def _is_same(source: Path, target: Path) -> bool:
    return target.exists() and source.samefile(target)


def _write(plan: Plan, target: Path) -> None:
    parts = plan.parts
    keys = {parts.name(key): key for key in plan.edits}

    def changed(name: str) -> bytes | None:
        if name not in keys:
            return None
        markup = parts.markup(keys[name])
        return markup.encoded(spliced(markup.text, plan.edits[keys[name]]))

    gone = frozenset(parts.name(key) for key in plan.gone)
    write_whole(target, rebuilt(parts.archive, changed, gone), Proof(plan, target).prove)


def _receipt(plan: Plan) -> Receipt:
    names = tuple(plan.parts.name(key) for key in (*plan.edits, *plan.gone))
    untouched = len(plan.parts.archive.members) - len(names)
    return Receipt(plan.cells, untouched, names, plan.warnings, plan.stale)
