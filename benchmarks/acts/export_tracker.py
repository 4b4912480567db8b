"""Writes a tracker as a council workbook, with all formats and results: export_tracker.py FILE TIMES."""

import sys
import tempfile
from pathlib import Path

from timing import report, timed

from model.files.council_workbook import write_workbook
from model.files.reading import read_year


def main(source: Path, times: int) -> None:
    """Read the tracker once, write it again and again."""
    year = read_year(source)
    with tempfile.TemporaryDirectory() as folder:
        report(timed(lambda: write_workbook(year, Path(folder) / "written.xlsx"), times))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
