"""Starts the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from gui.look import ThemeSwitch
from gui.main_window import NAME, MainWindow
from gui.mishaps import Mishaps, keep_log
from gui.settings import Settings
from model.program import new_session


def make_window(application: QApplication) -> MainWindow:
    """Make the window with everything that it needs."""
    settings = Settings()
    look = ThemeSwitch(application, settings.appearance)
    return MainWindow(new_session, settings, look)


def _application() -> QApplication:
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(sys.argv[:1])


def run(paths: Sequence[Path], *, example: bool = False) -> int:
    """Show the window with trackers opened in it, until it is closed; gives the exit code."""
    application = _application()
    application.setApplicationName("savings-tracker")
    application.setApplicationDisplayName(NAME)
    keep_log()
    window = make_window(application)
    Mishaps(window.session.prompts.refuse).watch()
    window.open_files(paths)
    if example:
        window.session.open_example()
    if window.screen().availableSize().width() > window.width():
        window.show()
    else:
        window.showMaximized()
    return application.exec()
