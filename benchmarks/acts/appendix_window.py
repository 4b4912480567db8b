"""Asks for an appendix in the program's window, until its first page is painted: appendix_window.py FILE.

Tells also the longest time that the window stood still from the click until then, in milliseconds.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from timing import report
from window import opened

BEAT = 1


class Pauses:
    """Finds the longest time between two turns of the window's loop."""

    def __init__(self) -> None:
        self.longest = 0
        self._clock = QElapsedTimer()
        self._beats = QTimer(interval=BEAT)
        self._beats.timeout.connect(self._beat)
        self._clock.start()
        self._beats.start()

    def _beat(self) -> None:
        self.longest = max(self.longest, self._clock.restart() - BEAT)


def first_page(application: QApplication) -> bool:
    """Tell whether the first page of an appendix has been drawn."""
    windows = (widget for widget in application.topLevelWidgets() if widget.objectName() == "appendixWindow")
    return any(0 in window.preview.view._pictures for window in windows)  # noqa: SLF001 - nothing else shows it


def main(path: Path) -> None:
    """Open the tracker, then measure from the click to the first page."""
    with opened(path) as (application, window):
        pauses = Pauses()
        begun = time.perf_counter()
        window.actions_by_name["show_appendix"].trigger()
        while not first_page(application):
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        application.processEvents()
        report([time.perf_counter() - begun], pause=pauses.longest)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
