"""Edits forecasts in the program's window, one at a time until everything is painted: edit.py FILE TIMES [findings].

With `findings`, the list of findings stands open below the table, and follows.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from timing import report
from window import Paints, opened

from gui.main_window import MainWindow

FORECAST = "forecast_q4"
LINES = 12
UNMEASURED = 3


def edits(application: QApplication, window: MainWindow, times: int) -> list[float]:
    """Change a figure on the lines in view, each time to something else; gives the seconds of each edit."""
    tab = window.tab
    if tab is None:
        raise LookupError("no tracker is open")
    column, paints = tab.model.column_of(FORECAST), Paints(tab.table.viewport())
    if column is None:
        raise LookupError(FORECAST)
    seconds = []
    for number in range(times):
        index = tab.model.index(number % LINES, column)
        before = paints.count
        begun = time.perf_counter()
        taken = tab.model.setData(index, str(-1000 - number), Qt.ItemDataRole.EditRole)
        while paints.count == before:
            application.processEvents()
        application.processEvents()
        seconds.append(time.perf_counter() - begun)
        if not taken:
            raise ValueError(f"edit {number} was refused")
    return seconds


def main(path: Path, times: int, *, findings: bool) -> None:
    """Open the tracker and edit it."""
    with opened(path) as (application, window):
        if findings and window.tab is not None:
            window.tab.findings.show()
            window.tab.follow()
            application.processEvents()
        report(edits(application, window, UNMEASURED + times)[UNMEASURED:])


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), findings="findings" in sys.argv[3:])
