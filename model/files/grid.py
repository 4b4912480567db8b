"""One grid of cells from any source: a workbook's sheet or a text file."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from model.files.fingerprint import digest_of
from model.files.source import contents, family
from model.files.text_grid import text_rows
from model.files.workbook_grid import compound_worksheets, package_worksheets

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
        digest: Of the bytes that were read; the file may hold others by now.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    kind: str
    hidden: bool = False
    digest: str = field(default="", compare=False)


def cell_name(row: int, column: int) -> str:
    """The name a spreadsheet gives the cell: row 3, column 1, both from 0, is `B4`."""
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


def read_grids(path: Path) -> tuple[Grid, ...]:
    """Read all worksheets of a workbook in its order, or the one grid of a text file.

    What a file is, is told by its bytes; its name only decides between kinds that are read alike.

    Raises:
        Unreadable: It gives no cells; the sentence says why and what to do.
    """
    data = contents(path)
    found, digest = family(path, data), digest_of(data)
    if found == "text":
        return (Grid("", text_rows(path, data), _kind(path, TEXT_SUFFIXES, "txt"), digest=digest),)
    if found == "package":
        kind, sheets = package_worksheets(path, data)
    else:
        kind, sheets = "xls", compound_worksheets(path, data)
    if kind == "xlsx":
        kind = _kind(path, (".xlsx", ".xlsm"), kind)
    return tuple(Grid(sheet.name, sheet.rows, kind, sheet.hidden, digest) for sheet in sheets)


def _kind(path: Path, suffixes: tuple[str, ...], otherwise: str) -> str:
    suffix = path.suffix.lower()
    return suffix.lstrip(".") if suffix in suffixes else otherwise
