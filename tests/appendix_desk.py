"""An officer at the window of committee appendices."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from driver import Driver
from gui.appendix.window import USUAL, AppendixWindow
from model.resources import EXAMPLES

OF_2017, OF_2020 = (EXAMPLES / f"savings-tracker-{year}.xlsx" for year in ("2017-18", "2020-21"))


def shown(driver: Driver, qtbot: QtBot, path: Path) -> AppendixWindow:
    driver.opens(path)
    driver.chooses("show_appendix")
    window = the_window()
    window.showNormal()
    window.resize(*USUAL)
    qtbot.waitUntil(lambda: bool(window.preview.pages))
    return window


def the_window() -> AppendixWindow:
    (found,) = (window for window in QApplication.topLevelWidgets() if isinstance(window, AppendixWindow))
    return found


def laid_out(qtbot: QtBot, window: AppendixWindow, act: Callable[[], object]) -> None:
    """Does something, and waits for the pages that come of it."""
    with qtbot.waitSignal(window.composer.made):
        act()


def texts(window: AppendixWindow) -> str:
    return "\n".join(text for page in window.preview.pages for text in page.texts)


def tick(window: AppendixWindow, name: str) -> None:
    (item,) = window.choices.committees.list.findItems(name, Qt.MatchFlag.MatchExactly)
    item.setCheckState(Qt.CheckState.Checked)
