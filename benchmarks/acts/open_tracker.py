"""Opens a tracker as the program does, without a window: open_tracker.py FILE TIMES."""

import sys
from pathlib import Path

from timing import report, timed

from model.files.reading import read_year

if __name__ == "__main__":
    report(timed(lambda: read_year(Path(sys.argv[1])), int(sys.argv[2])))
