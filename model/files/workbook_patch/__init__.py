"""Saving into the council's own workbook: only the cells that change are written, everything else stays."""

from model.files.workbook_patch.changes import Cached, Change, Changes, Styled, Value
from model.files.workbook_patch.looks import Look, looks_of
from model.files.workbook_patch.patch import patch_workbook
from model.files.workbook_patch.receipt import CellChange, Receipt
from model.files.workbook_patch.refused import NotSavedInto, Unpatchable

__all__ = [
    "Cached",
    "CellChange",
    "Change",
    "Changes",
    "Look",
    "NotSavedInto",
    "Receipt",
    "Styled",
    "Unpatchable",
    "Value",
    "looks_of",
    "patch_workbook",
]
