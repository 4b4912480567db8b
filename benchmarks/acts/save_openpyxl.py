"""Saves one cell by openpyxl: load, set, save."""

from pathlib import Path

import openpyxl


def save(path: Path, target: Path, sheet: str, place: str, value: float) -> None:
    """Load the workbook, set the cell, save."""
    workbook = openpyxl.load_workbook(path, keep_vba=path.suffix == ".xlsm")
    workbook[sheet][place] = value
    workbook.save(target)
