"""Everything by keyboard and by assistive tools: parts, order, names, and a place in the menus for every command."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from driver import Driver
from gui.commands import COMMANDS
from gui.menus import keys_of
from sources import ROOT

SOURCES = ROOT / "resources" / "examples" / "source"
NEWER, OLDER = SOURCES / "savings-tracker-2020-21.txt", SOURCES / "savings-tracker-2017-18.txt"
NAMED = (
    *("trackerTable", "totalsRow", "commentaryPane", "commentaryEditor", "findingsPane"),
    *("filterText", "filterCommittee", "ratingFilter", "statusLine"),
)
TAKES_KEYS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def older(driver: Driver) -> Driver:
    """An officer with the tracker of 2017-18 open, which has committees, and its findings listed."""
    driver.opens(OLDER)
    driver.presses("F7")
    return driver


def held() -> str:
    """The object name of what has the keyboard."""
    focused = QApplication.focusWidget()
    return focused.objectName() if focused else ""


def menu_actions(menu: QMenu) -> list[QAction]:
    """The commands of a menu and of those under it."""
    found = []
    for action in menu.actions():
        below = action.menu()
        found += menu_actions(below) if isinstance(below, QMenu) else [action]
    return found


@pytest.mark.parametrize("name", NAMED)
def test_tests_and_assistive_tools_find_the_parts_by_their_names(older: Driver, name: str) -> None:
    found = [part for part in older.window.findChildren(QWidget, name) if part.objectName() == name]
    assert len(found) == 1
    assert found[0].accessibleName() or name == "statusLine"


def test_everything_that_takes_keys_or_clicks_has_a_name(older: Driver) -> None:
    nameless = [
        (type(part).__name__, part.objectName())
        for part in older.window.findChildren(QWidget)
        if isinstance(part, TAKES_KEYS)
        and part.isVisible()
        and part.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not (part.accessibleName() or (isinstance(part, QAbstractButton) and part.text()))
    ]
    assert nameless == []


def test_buttons_that_show_a_sign_or_a_count_say_what_they_do(older: Driver) -> None:
    for button in older.window.findChildren(QAbstractButton):
        if button.isVisible() and button.isCheckable():
            assert button.accessibleDescription() or button.toolTip(), button.text()


def test_every_command_is_in_a_menu_with_its_keys(older: Driver) -> None:
    tops = [top.menu() for top in older.window.menuBar().actions()]
    listed = {action.objectName(): action for top in tops if isinstance(top, QMenu) for action in menu_actions(top)}
    for command in COMMANDS:
        assert [key.toString() for key in listed[command.name].shortcuts()] == [
            key.toString() for key in keys_of(command)
        ]


def test_no_two_entries_of_a_menu_share_a_letter(older: Driver) -> None:
    for top in older.window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        words = [action.text().replace("&&", "") for action in menu.actions() if "&" in action.text()]
        letters = [text[text.index("&") + 1].casefold() for text in words]
        assert sorted(letters) == sorted(set(letters)), words


def test_f6_leads_through_the_parts_and_round(older: Driver) -> None:
    older.tab.table.setFocus()
    way = []
    for _ in range(4):
        older.presses("F6")
        way.append(held())
    assert way == ["commentaryEditor", "findingsList", "filterText", "trackerTable"]
    back = []
    for _ in range(4):
        older.presses("Shift+F6")
        back.append(held())
    assert back == ["filterText", "findingsList", "commentaryEditor", "trackerTable"]


def test_f6_passes_by_what_is_not_shown(older: Driver) -> None:
    older.presses("F7", "F9")
    older.tab.table.setFocus()
    older.presses("F6")
    assert held() == "filterText"
    older.presses("F6")
    assert held() == "trackerTable"


def test_tab_leads_from_the_filter_over_the_chips_to_the_table(older: Driver) -> None:
    older.presses("Ctrl+F")
    way = [held()]
    chips = 0
    while way[-1] != "trackerTable" and len(way) < 20:
        older.presses("Tab")
        focused = QApplication.focusWidget()
        chips += isinstance(focused, QAbstractButton) and focused.isCheckable()
        way.append(held())
    assert way[0] == "filterText"
    assert way[1] == "filterCommittee"
    assert way[-2:] == ["columnChooser", "trackerTable"]
    assert chips == len(older.seen.chips()) == 6


def test_tab_leads_out_of_the_commentary_to_the_findings_and_back(older: Driver) -> None:
    older.presses("Ctrl+E", "Tab")
    assert held() != "commentaryEditor"
    assert "\t" not in older.seen.says("commentaryEditor")
    for _ in range(30):
        if held() == "findingsList":
            break
        older.presses("Tab")
    assert held() == "findingsList"
    for _ in range(40):
        if held() == "commentaryEditor":
            break
        older.presses("Shift+Tab")
    assert held() == "commentaryEditor"


def test_a_chip_is_pressed_with_space_and_a_click_leaves_the_keyboard_in_the_table(older: Driver) -> None:
    older.tab.table.setFocus()
    older.clicks_button("Red", older.tab.filter_bar)
    assert held() == "trackerTable"
    older.clicks_button("Red", older.tab.filter_bar)
    older.presses("Ctrl+F", "Tab", "Tab", "Space")
    assert older.seen.totals(1)[0] == "24 shown"


@pytest.mark.parametrize("start", ["Ctrl+F", "Ctrl+E", "F6"])
def test_escape_leads_back_to_the_table(older: Driver, start: str) -> None:
    older.presses(start, "Esc")
    assert held() == "trackerTable"


def test_enter_on_a_finding_goes_to_its_cell(older: Driver) -> None:
    older.tab.table.setFocus()
    older.presses("F6", "F6", "Home", "Down", "Return")
    assert held() == "trackerTable"


def test_every_command_can_be_used_or_says_why_without_an_unexpected_stop(older: Driver) -> None:
    leaving = {"quit", "close_tracker", "open_file", "open_example", "choose_columns", "show_appendix"}
    for command in COMMANDS:
        if command.name not in leaving and older.window.actions_by_name[command.name].isEnabled():
            older.chooses(command.name)
    assert older.window.tab is not None


def test_keys_and_version_are_told(driver: Driver) -> None:
    driver.presses("Ctrl+F1")
    driver.chooses("about")
    keys, about = driver.prompts.told
    assert "F2 or typing: change the current cell" in keys[1]
    assert f"{QKeySequence('F6').toString()}: Go on to" in keys[1]
    assert re.search(r"^Ctrl\+Z.*: Take the last change back$", keys[1], re.MULTILINE)
    assert re.search(r"^Del.*: Empty the selected cells", keys[1], re.MULTILINE)
    assert "F14" not in keys[1]
    assert about[0].startswith("Savings Tracker ")
    assert "savings-tracker.log" in about[1]
