"""Loads a workbook with openpyxl, as one does to change it: open_openpyxl.py FILE TIMES."""

import sys

from openpyxl import load_workbook
from timing import report, timed

if __name__ == "__main__":
    report(timed(lambda: load_workbook(sys.argv[1]), int(sys.argv[2])))
