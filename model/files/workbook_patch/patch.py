"""Saves into a workbook that is there: changed cells are written into it, and nothing else of it changes."""

from pathlib import Path

from model.files.atomic import write_whole
from model.files.fingerprint import digest_of
from model.files.source import contents, family
from model.files.unwritable import ChangedMeanwhile
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


def patch_workbook(source: Path, target: Path, changes: Changes, digest: str = "") -> Receipt:
    """Write a workbook with some cells changed.

    Before it stands in its place it is read again and held against the old one: changed cells hold their new values,
    all other cells and parts are the same. Where nothing changes, the bytes are those of the source.

    Args:
        source: an .xlsx or .xlsm workbook.
        target: where to write; may be the source, which is replaced then.
        changes: the new values, by the name of the sheet and the place in it, such as `("Tracker", "B4")`. None
            empties a cell, and its look stays. A plain value takes the place of a formula; `Cached` lets a formula stay
            and is its result; `Styled` gives the cell another look as well.
        digest: of the content that the changes were made for; any content will do where it is blank.

    Raises:
        Refusal: with the sentence that says why. The source and whatever stood at the target are as they were.
    """
    content = contents(source)
    if digest and digest_of(content) != digest:
        raise ChangedMeanwhile(source)
    kind = family(source, content)
    if kind != "package":
        raise NotSavedInto(source, _KINDS[kind])
    parts = Parts(read_archive(source, content))
    plan = Planning(parts).plan(changes)
    if plan is None:
        if not _is_same(source, target):
            write_whole(target, content)
        return Receipt(untouched_parts=len(parts.archive.members), digest=digest_of(content))
    return _receipt(plan, _write(plan, target, replaced=_is_same(source, target)))


def _is_same(source: Path, target: Path) -> bool:
    return target.exists() and source.samefile(target)


def _write(plan: Plan, target: Path, *, replaced: bool) -> str:
    """Write the workbook and give the digest of what was written."""
    parts = plan.parts
    keys = {parts.name(key): key for key in plan.edits}

    def changed(name: str) -> bytes | None:
        if name not in keys:
            return None
        markup = parts.markup(keys[name])
        return markup.encoded(spliced(markup.text, plan.edits[keys[name]]))

    gone = frozenset(parts.name(key) for key in plan.gone)
    written = rebuilt(parts.archive, changed, gone)

    def prove(beside: Path) -> None:
        Proof(plan, target).prove(beside)
        # The last look before the move: what another program saved since it was read is never replaced.
        if replaced and contents(target) != parts.archive.content:
            raise ChangedMeanwhile(target)

    write_whole(target, written, prove)
    return digest_of(written)


def _receipt(plan: Plan, digest: str) -> Receipt:
    names = tuple(plan.parts.name(key) for key in (*plan.edits, *plan.gone))
    untouched = len(plan.parts.archive.members) - len(names)
    return Receipt(plan.cells, untouched, names, plan.warnings, plan.stale, digest)
