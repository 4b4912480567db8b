"""Makes one appendix, the first in its process, or a tracker of so many lines: appendix.py FILE LINES PDF|XLSX."""

import sys
import time
from dataclasses import replace
from pathlib import Path

from timing import report

from model.appendix import Choice, make_appendix
from model.files.appendix_pdf import write_pdf
from model.files.council_workbook import write_workbook
from model.files.reading import read_year
from model.year import Year


def of_lines(year: Year, lines: int) -> Year:
    """Give a year with so many lines, its own repeated under other references."""
    drawn = (year.savings[number % len(year.savings)] for number in range(lines))
    savings = tuple(
        one.but(line=number, reference=f"T/R.{number // 100}.{number % 100:03}") for number, one in enumerate(drawn)
    )
    return replace(year, savings=savings)


def main(source: Path, lines: int, path: Path) -> None:
    """Read the tracker, then measure from there to the file."""
    year = of_lines(read_year(source), lines)
    begun = time.perf_counter()
    if path.suffix == ".pdf":
        write_pdf(make_appendix(year, Choice()), path)
    else:
        write_workbook(year, path)
    report([time.perf_counter() - begun])


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
