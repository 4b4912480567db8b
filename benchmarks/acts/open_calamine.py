"""Reads a workbook's first sheet with the bare library that the program reads with: open_calamine.py FILE TIMES."""

import sys

from python_calamine import CalamineWorkbook
from timing import report, timed


def cells(path: str) -> list[list[object]]:
    """Read the cells and do nothing with them."""
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


if __name__ == "__main__":
    report(timed(lambda: cells(sys.argv[1]), int(sys.argv[2])))
