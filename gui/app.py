"""Starts the window."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gui.dialogs import Dialogs
from gui.look import ThemeSwitch
from gui.main_window import NAME, MainWindow
from gui.mishaps import Mishaps, keep_log
from gui.patience import WindowPatience
from gui.settings import Settings
from model.html_tables import OURS
from model.program import Cells, new_session
from model.prompts import Prompts
from model.session import Session

SETTLED = 1000
"""Milliseconds after which a window has been painted: garbage is looked for from then on."""


def make_window(application: QApplication, prompts: Prompts | None = None, cells: Cells | None = None) -> MainWindow:
    """Make the window with everything that it needs.

    Args:
        prompts: asks and tells; dialogs where it is left out.
        cells: gives files' cells, where some are being read already.
    """

    def make_session(window: QWidget) -> Session:
        return new_session(prompts or Dialogs(window), WindowPatience(window), *([cells] if cells else []))

    settings = Settings()
    return MainWindow(make_session, settings, ThemeSwitch(application, settings.appearance))


def _application() -> QApplication:
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(sys.argv[:1])


def run(
    paths: Sequence[Path], beside: Sequence[Path] = (), *, example: bool = False, cells: Cells | None = None
) -> int:
    """Show the window with trackers opened in it, until it is closed; gives the exit code.

    Args:
        beside: stand beside the last one opened, in the place of what stood there before.
    """
    application = _application()
    application.setApplicationName("savings-tracker")
    application.setApplicationDisplayName(NAME)
    keep_log()
    window = make_window(application, cells=cells)
    Mishaps(window.session.prompts.refuse).watch()
    if beside:
        window.session.beside.forget(paths[-1] if paths else None)
    window.open_files(paths)
    if example:
        window.session.open_example()
    window.open_beside(beside)
    if window.screen().availableSize().width() > window.width():
        window.show()
    else:
        window.showMaximized()
    QTimer.singleShot(0, window.session.rescue.offer)
    QTimer.singleShot(SETTLED, gc.enable)
    code = application.exec()
    leave_clipboard()
    return code


def leave_clipboard() -> None:
    """Leave what was copied as text that Qt holds: what Python made may not outlive it, and would end in a crash."""
    clipboard = QApplication.clipboard()
    if clipboard.text() and OURS in clipboard.mimeData().html():
        clipboard.setText(clipboard.text())
