"""How the window shares its room: at 1366 × 768, in half of it as at 200%, and as the officer has it."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSplitter
from pytestqt.qtbot import QtBot

from driver import Driver
from sources import ROOT

SOURCES = ROOT / "resources" / "examples" / "source"
NEWER, OLDER = SOURCES / "savings-tracker-2020-21.txt", SOURCES / "savings-tracker-2017-18.txt"


@pytest.mark.parametrize(("width", "pane"), [(1366, 240), (683, 240), (2000, 322)])
def test_the_pane_takes_its_width_and_less_in_a_narrow_window(driver: Driver, width: int, pane: int) -> None:
    driver.opens(NEWER, OLDER)
    driver.window.resize(width, 600)
    driver.window.tabs.setCurrentIndex(0)
    assert abs(driver.tab.pane.width() - pane) <= 2


def test_a_pane_that_the_officer_made_wider_stays_so(driver: Driver) -> None:
    driver.opens(NEWER)
    beside = driver.tab.pane.parentWidget()
    assert isinstance(beside, QSplitter)
    beside.moveSplitter(700, 1)
    wider = driver.tab.pane.width()
    driver.window.resize(1300, 700)
    driver.presses("F7")
    assert driver.tab.pane.width() >= wider - 70
    assert driver.tab.findings.height() == 190


def test_in_a_low_window_findings_leave_room_for_lines(driver: Driver) -> None:
    driver.opens(NEWER)
    driver.window.resize(683, 384)
    driver.presses("F7")
    table = driver.tab.table
    assert table.viewport().height() >= 20
    assert driver.tab.findings.height() < 190


@pytest.mark.parametrize(("width", "rows", "text"), [(1366, 1, 230), (683, 2, 230), (640, 2, 200)])
def test_the_filter_stands_in_one_row_or_two_and_is_never_cut(
    driver: Driver, qtbot: QtBot, width: int, rows: int, text: int
) -> None:
    driver.opens(OLDER)
    driver.window.resize(width, 500)
    bar = driver.tab.filter_bar
    shown = [button for button in bar.findChildren(QAbstractButton) if button.isVisible() and button.text()]
    qtbot.waitUntil(lambda: len({button.mapTo(bar, button.rect().center()).y() // 20 for button in shown}) == rows)
    assert all(button.width() >= button.sizeHint().width() for button in shown)
    field = bar.findChild(QLineEdit, "filterText")
    assert field is not None
    assert 110 <= field.width() <= text


def test_a_low_window_is_left_to_the_table_and_every_button_stays_in_the_menus(driver: Driver) -> None:
    driver.opens(NEWER)
    bar = driver.window.actions_by_name["export"].associatedObjects()
    assert bar
    for height, visible in ((768, True), (384, False)):
        driver.window.resize(1366, height)
        assert driver.window._bar.isVisible() == visible


def test_the_smallest_window_still_shows_lines_and_the_pane(driver: Driver) -> None:
    driver.opens(OLDER)
    driver.window.resize(1, 1)
    assert (driver.window.width(), driver.window.height()) == (640, 360)
    assert driver.tab.table.viewport().height() >= 48
    assert driver.tab.pane.width() >= 220
