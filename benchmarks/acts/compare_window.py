"""Shows the comparison of two trackers in its window: compare_window.py FILE LINES [other year].

*made* is the comparison in its thread, with what the window needs of it; *shown* is from there until the table is
painted; *decided* is from the officer's word about a row until the table has followed.
"""

import os
import sys
import tempfile
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

HOME = tempfile.TemporaryDirectory()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ |= dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), HOME.name)

from compare import a_period_later  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from samples import a_year_of  # noqa: E402
from timing import report  # noqa: E402
from window import NobodyThere, Paints  # noqa: E402

from gui.compare import CompareWindow  # noqa: E402
from model.choosing import Chosen  # noqa: E402
from model.comparing import Comparing  # noqa: E402
from model.files.reading import read_year  # noqa: E402
from model.kept_lineage import KeptLineage  # noqa: E402
from model.lineage import Verdict  # noqa: E402


def main(source: Path, lines: int, *, other_year: bool) -> None:
    """Read the tracker, then measure from there."""
    application = QApplication([])
    year = a_year_of(lines, read_year(source))
    later = a_period_later(year)
    if other_year:
        later = replace(a_year_of(lines, replace(year, savings=year.savings[::-1])), year="2021-22")
    times = [time.perf_counter()]
    sides = Chosen("earlier.xlsx", year), Chosen("later.xlsx", later)
    comparing = Comparing(sides, NobodyThere(), KeptLineage())  # type: ignore[arg-type] # nobody is asked
    times.append(time.perf_counter())
    window = CompareWindow(comparing, lambda: True)
    paints = Paints(window.lines.table.viewport())
    window.show()
    while not paints.count:
        application.processEvents()
    times.append(time.perf_counter())
    match = next((row.match for row in comparing.comparison.rows if row.match is not None), None)
    if match is not None:
        window.decide(match, Verdict.SAME, "")
        application.processEvents()
    times.append(time.perf_counter())
    window.close()
    report([after - before for before, after in pairwise(times)])


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), other_year=len(sys.argv) > 3)
    HOME.cleanup()
