"""How table, pane and findings share the window's room."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from driver import Driver, at_window
from gui.commentary_pane import LEAST_WIDTH, WIDTH
from gui.findings_pane import HEIGHT
from gui.splitters import LEAST_LINES, Below, Beside
from sources import ROOT

SOURCES = ROOT / "resources" / "examples" / "source"
NEWER, OLDER = SOURCES / "savings-tracker-2020-21.txt", SOURCES / "savings-tracker-2017-18.txt"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def room_beside(driver: Driver, key: str) -> int:
    """How much room there is right of a column in the view of the table; less than none where it is cut."""
    table = driver.tab.table
    return table.viewport().width() - table.visualRect(driver.seen.index("A/R.6.101", key)).right() - 1


@pytest.mark.parametrize(("width", "pane"), [(1366, LEAST_WIDTH), (1700, WIDTH)])
def test_the_pane_gives_way_to_the_figures_before_they_are_cut(qtbot: QtBot, width: int, pane: int) -> None:
    with at_window(qtbot, (width, 768)) as driver:
        driver.opens(OLDER)
        assert driver.tab.pane.width() == pane
        assert room_beside(driver, "variance") >= 0


def test_the_pane_cannot_be_dragged_shut(driver: Driver) -> None:
    tab = driver.opens(NEWER)
    splitter = tab.findChild(Beside)
    assert splitter is not None
    handle = splitter.handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 100))
    QTest.mouseMove(handle, QPoint(600, 100))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(600, 100))
    splitter.setSizes([5000, 0])
    assert tab.pane.width() >= LEAST_WIDTH
    driver.presses("F9", "F9")
    assert tab.pane.width() >= LEAST_WIDTH


def test_in_a_low_window_the_findings_leave_lines_of_the_table_in_view(qtbot: QtBot) -> None:
    with at_window(qtbot, (683, 384)) as driver:
        tab = driver.opens(NEWER)
        driver.presses("F7")
        assert tab.table.viewport().height() >= LEAST_LINES * tab.table.rowHeight(0)
        found = tab.findings.findChild(QTableView, "findingsList")
        assert found is not None
        assert found.viewport().height() >= found.rowHeight(0)


def test_in_a_high_window_the_findings_have_their_height_with_headings(driver: Driver) -> None:
    tab = driver.opens(NEWER)
    driver.presses("F7")
    found = tab.findings.findChild(QTableView, "findingsList")
    splitter = tab.findChild(Below)
    assert splitter is not None
    assert found is not None
    assert splitter.sizes()[1] == HEIGHT
    assert found.horizontalHeader().isVisible()
