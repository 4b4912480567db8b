"""Scrolls trackers that stand beside each other, a step at a time until all are painted: beside.py FILE OTHER STEPS.

The first one's table is scrolled, by lines or sideways; the other follows.
"""

import sys
import time
from collections.abc import Iterable, Sequence
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QScrollBar
from timing import report
from window import Paints, opened

from gui.main_window import MainWindow
from gui.table import TrackerTable

NOTCH, UNMEASURED = 3, 5
LONGEST, SETTLED = 1, 1500
"""Seconds for a step; milliseconds after which it is known which lines are the same savings."""


def columns(table: TrackerTable) -> list[int]:
    """Give the values of the scroll bar at which a column of figures begins beside those that stay."""
    heading, frozen = table.horizontalHeader(), table.frozen_columns()
    shown = [place for place in range(frozen, heading.count()) if not table.isColumnHidden(place)]
    starts = (heading.sectionPosition(place) - table.frozen_width() for place in shown)
    return [start for start in starts if start <= table.horizontalScrollBar().maximum()]


def scrolled(application: QApplication, window: MainWindow, bar: QScrollBar, values: Iterable[int]) -> list[float]:
    """Move a scroll bar from value to value; gives the seconds of each step until every table is painted."""
    paints = [Paints(tab.table.viewport()) for tab in window.tabs.around]
    seconds = []
    for value in values:
        before = [each.count for each in paints]
        begun = time.perf_counter()
        bar.setValue(value)
        while any(each.count == count for each, count in zip(paints, before, strict=True)):
            application.processEvents()
            if time.perf_counter() - begun > LONGEST:
                raise TimeoutError(f"A tracker did not follow to {value}")
        seconds.append(time.perf_counter() - begun)
    return seconds


def wait(milliseconds: int) -> None:
    """Let the window do what it has to do."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(path: Path, other: Path, steps: int) -> None:
    """Open both and scroll."""
    with opened(path) as (application, window):
        window.open_beside([other])
        wait(SETTLED)
        first = window.tabs.around[0].table
        down, across = first.verticalScrollBar(), first.horizontalScrollBar()
        lines = range(down.maximum() + 1)
        ways: dict[str, tuple[QScrollBar, Sequence[int]]] = {
            "a line": (down, lines),
            "a notch of the wheel": (down, lines[::NOTCH]),
            "a page": (down, lines[:: down.pageStep()]),
            "a column": (across, columns(first)),
        }
        found = {}
        for name, (bar, places) in ways.items():
            steps_taken = islice(cycle([*places[1:], *reversed(places[:-1])]), UNMEASURED + steps)
            found[name] = scrolled(application, window, bar, steps_taken)[UNMEASURED:]
        report(steps=found)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
