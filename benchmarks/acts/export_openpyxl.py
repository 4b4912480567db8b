"""Writes the same cells with openpyxl, values and formulas without any format: export_openpyxl.py FILE TIMES."""

import sys
import tempfile
from pathlib import Path

from openpyxl import Workbook, load_workbook
from timing import report, timed

Cells = list[tuple[object, ...]]


def write(cells: Cells, path: Path) -> None:
    """Write a workbook of one sheet."""
    workbook = Workbook()
    for row in cells:
        workbook.active.append(row)
    workbook.save(path)


def main(source: Path, times: int) -> None:
    """Read the cells once, write them again and again."""
    cells: Cells = list(load_workbook(source).active.iter_rows(values_only=True))
    with tempfile.TemporaryDirectory() as folder:
        report(timed(lambda: write(cells, Path(folder) / "written.xlsx"), times))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
