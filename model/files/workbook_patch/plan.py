"""What a save will write: the parts that change, those that go, and what is to be shown of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.files.workbook_patch.markup import Markup, Splice
from model.files.workbook_patch.parts import Parts
from model.files.workbook_patch.receipt import CellChange
from model.files.workbook_patch.sheet_edit import SheetEdit


@dataclass(frozen=True)
class Plan:
    """Everything that is decided before a byte is written.

    Attributes:
        edits: what is put into each changed part, by its key.
        gone: the keys of parts that are left out.
        sheets: what is to become of each changed sheet, by the key of its part.
        left_chain: the cells that leave the list of formulas: the number of the sheet and the place.
        shared: the texts that cells refer to.
    """

    parts: Parts
    edits: Mapping[str, list[Splice]]
    gone: frozenset[str]
    sheets: Mapping[str, SheetEdit]
    left_chain: frozenset[tuple[str, str]]
    cells: tuple[CellChange, ...]
    stale: tuple[tuple[str, str], ...]
    shared: Markup | None
    warnings: tuple[str, ...]
