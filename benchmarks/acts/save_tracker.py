"""Saves one cell by the program."""

from pathlib import Path

from model.files.workbook_patch import patch_workbook


def save(path: Path, target: Path, sheet: str, place: str, value: float) -> None:
    """Save the cell into the workbook."""
    patch_workbook(path, target, {(sheet, place): value})
