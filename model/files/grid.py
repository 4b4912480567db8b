"""One grid of cells from any source: a workbook's sheet or a text file."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import python_calamine

Cell = str | int | float | bool | datetime.date | datetime.datetime | datetime.time | datetime.timedelta | None

WORKBOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
SUFFIXES = WORKBOOK_SUFFIXES + TEXT_SUFFIXES


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet or text file, addressed as the source addresses them.

    Attributes:
        name: The sheet's name; empty for a text file.
        rows: `rows[r][c]` is the cell in row `r + 1`, column `c`; rows may be of different lengths.
        kind: What was read, such as `xlsx` or `csv`.
        hidden: Whether the sheet is hidden in its workbook.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    kind: str
    hidden: bool = False


def cell_name(row: int, column: int) -> str:
    """The name a spreadsheet gives the cell: row 3, column 1, both from 0, is `B4`."""
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


def read_grids(path: Path) -> tuple[Grid, ...]:
    """All worksheets of a workbook in its order, or the one grid of a text file."""
    kind = path.suffix.lower().lstrip(".")
    if f".{kind}" in TEXT_SUFFIXES:
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8-sig").split("\n")]
        return (Grid("", rows, kind),)
    with python_calamine.load_workbook(path) as workbook:
        return tuple(
            Grid(
                sheet.name,
                workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False),
                kind,
                sheet.visible != python_calamine.SheetVisibleEnum.Visible,
            )
            for sheet in workbook.sheets_metadata
            if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
        )
