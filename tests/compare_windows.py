"""Windows of comparisons for tests: the two examples compared, two periods of one year, and which are open."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from driver import Driver
from gui.compare import CompareWindow, LifeWindow
from model.comparison import Show
from model.resources import EXAMPLES

OF_2017, OF_2020 = (EXAMPLES / f"savings-tracker-{year}.xlsx" for year in ("2017-18", "2020-21"))


def the_window() -> CompareWindow:
    (found,) = (window for window in QApplication.topLevelWidgets() if isinstance(window, CompareWindow))
    return found


def the_life() -> LifeWindow:
    (found,) = (window for window in QApplication.topLevelWidgets() if isinstance(window, LifeWindow))
    return found


def left_open() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, CompareWindow | LifeWindow)]


def think_better() -> None:
    """Closes the dialog that is open."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


def press(window: QWidget, key: Qt.Key, *, control: bool = False, shift: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    if shift:
        held |= Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, key, held)


def counts(window: CompareWindow) -> dict[Show, int]:
    return {show: window.comparing.comparison.counts[show] for show in (Show.NEW, Show.GONE, Show.ASKED)}


def compares_years(driver: Driver) -> CompareWindow:
    """Opens 2020-21 and compares it with the file of 2017-18."""
    driver.opens(OF_2020)
    driver.prompts.to_open = OF_2017
    driver.chooses("compare_with")
    return the_window()


def compares_quarters(driver: Driver, folder: Path) -> CompareWindow:
    """Opens 2020-21 and compares it with a copy in which A/R.6.266 is forecast 285 worse, as the later one."""
    driver.opens(OF_2020)
    driver.prompts.to_write = folder / "later.xlsx"
    driver.tracker.edit("A/R.6.266", "forecast_q4", "-90")
    driver.chooses("export")
    driver.tracker.undo()
    driver.prompts.to_open = folder / "later.xlsx"
    driver.chooses("compare_with")
    window = the_window()
    if window.comparing.later.document is not None:
        window.swap()
    return window
