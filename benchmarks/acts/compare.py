"""Compares two periods of one tracker, the first time in its process: compare.py FILE LINES [other year].

Of the later period every third line has another forecast, every seventh another commentary, every fiftieth is new and
as many are gone. Another year has other savings, one in seven of them under a reference of the earlier year.
"""

import sys
import time
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from samples import a_year_of
from timing import report

from model.comparison import Wanted, compare, movement
from model.files.reading import read_year
from model.lineage import lineage
from model.saving import Saving
from model.year import Year

MOVED, TOLD_ANEW, CHANGED_PLACES = 3, 7, 50


def a_period_later(year: Year) -> Year:
    """Give the same year at its next period."""
    savings = tuple(_later(saving) for saving in year)
    return replace(year, period="Quarter 2", source="later.xlsx", savings=savings)


def _later(saving: Saving) -> Saving:
    number = saving.line
    if number % CHANGED_PLACES == 0:
        return saving.but(reference=f"N/R.{number}", title=f"Opened as number {number}")
    if number % MOVED == 0:
        saving = saving.but(
            forecast_q4=(saving.forecast_q4 or Decimal(0)) + number % 40,
            forecast_total_printed=None,
            variance_printed=None,
            percent_printed=None,
            rating_printed=None,
        )
    return saving.but(commentary=f"{saving.commentary} Looked at again.") if number % TOLD_ANEW == 0 else saving


def main(source: Path, lines: int, *, other_year: bool) -> None:
    """Read the tracker, then measure from there: lineage, rows, totals and counts; a filter by text; the movement."""
    year = a_year_of(lines, read_year(source))
    later = a_period_later(year)
    if other_year:
        later = replace(a_year_of(lines, replace(year, savings=year.savings[::-1])), year="2021-22")
    times = [time.perf_counter()]

    def told(*_parts: object) -> None:
        times.append(time.perf_counter())

    found = lineage(year, later)
    told()
    compared = compare(year, later, found)
    told()
    told(compared.totals, compared.counts)
    told(compared.rows_shown(Wanted(text="beds")))
    told(compared.same_year and movement(compared).steps())
    parts = [after - before for before, after in pairwise(times)]
    report([sum(parts[:3]), *parts])


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), other_year=len(sys.argv) > 3)
