"""The program's own window for measuring, and when its table has been painted."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from gui.app import make_window
from gui.main_window import MainWindow
from model.prompts import Prompts


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count, and let everything through."""
        if event.type() is QEvent.Type.Paint:
            self.count += 1
        return False


class NobodyThere:
    """Stands where the officer is asked and told: whatever is said ends the measurement, as nobody would hear it."""

    def __getattr__(self, act: str) -> Callable[..., NoReturn]:
        """Answer any act alike."""

        def stop(*said: object) -> NoReturn:
            raise RuntimeError(f"{act}: {said}")

        return stop


@contextmanager
def opened(path: Path) -> Iterator[tuple[QApplication, MainWindow]]:
    """Give the program's window with a tracker open and painted."""
    application = QApplication(sys.argv[:1])
    window = make_window(application, cast("Prompts", NobodyThere()))
    window.open_files([path])
    window.show()
    if window.tab is None:
        raise LookupError(f"{path} was not opened")
    paints = Paints(window.tab.table.viewport())
    while not paints.count:
        application.processEvents()
    application.processEvents()
    yield application, window
    window.deleteLater()
