"""Proves a written workbook before it replaces the old one: what was to change did, and nothing else."""

from dataclasses import dataclass
from pathlib import Path

from model.files.workbook_patch.archive import CENTRAL_FORM, Archive, Member, alike, read_archive
from model.files.workbook_patch.markup import read_markup
from model.files.workbook_patch.parts import key_of
from model.files.workbook_patch.plan import Plan
from model.files.workbook_patch.proof_parts import differing_part
from model.files.workbook_patch.proof_sheet import SheetProof
from model.files.workbook_patch.refused import DamagedPackage, ProofFailed
from model.files.workbook_patch.sheet import Sheet


@dataclass(frozen=True)
class Proof:
    """Compares what stands on the disk with what the plan promises."""

    plan: Plan
    target: Path

    def prove(self, written: Path) -> None:
        """Read the written file and hold it against the old one.

        Raises:
            ProofFailed: It is not what it should be; the sentence names the first difference.
        """
        try:
            difference = self._difference(read_archive(self.target, written.read_bytes()))
        except DamagedPackage as damaged:
            raise ProofFailed(self.target, "it can't be read") from damaged
        if difference:
            raise ProofFailed(self.target, difference)

    def _difference(self, new: Archive) -> str:
        old = self.plan.parts.archive
        kept = [member for member in old.members if key_of(member.name) not in self.plan.gone]
        if [member.name for member in kept] != [member.name for member in new.members]:
            return "its parts are not those of the old file"
        for before, after in zip(kept, new.members, strict=True):
            key = key_of(before.name)
            if key in self.plan.edits:
                difference = self._differing(key, new.unpack(after))
            else:
                difference = "" if _same(old, before, new, after) else f"its part {before.name} is not the same"
            if difference:
                return difference
        return ""

    def _differing(self, key: str, content: bytes) -> str:
        edit = self.plan.sheets.get(key)
        # What is not the same as in the old sheet, which was checked, is read as elements: that is a check as well.
        old, new = self.plan.parts.markup(key), read_markup(self.target, key, content, checked=edit is not None)
        if edit is not None:
            return SheetProof(edit, Sheet(new), self.plan.shared).difference()
        return differing_part(self.plan, key, old, new)


def _same(old: Archive, before: Member, new: Archive, after: Member) -> bool:
    """Whether a part lies in both archives byte for byte, with the same record but for its place."""
    length = before.end - before.begin
    lies_alike = length == after.end - after.begin and alike(
        old.content, before.begin, new.content, after.begin, length
    )
    return lies_alike and _record(before) == _record(after)


def _record(member: Member) -> bytes:
    at = member.offset_64 or CENTRAL_FORM.size - 4
    return member.central[:at] + member.central[at + (8 if member.offset_64 else 4) :]
