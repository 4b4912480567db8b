"""Starts the window on a tracker and ends when its table is painted: first_paint.py FILE."""

import sys
from pathlib import Path

from timing import report
from window import opened

if __name__ == "__main__":
    with opened(Path(sys.argv[1])):
        report()
