"""Saves one cell by excelize: open, set, save."""

from pathlib import Path

import excelize


def save(path: Path, target: Path, sheet: str, place: str, value: float) -> None:
    """Open the workbook, set the cell, save."""
    workbook = excelize.open_file(str(path))
    workbook.set_cell_value(sheet, place, value)
    workbook.save_as(str(target))
    workbook.close()
