"""Trackers opened, named, saved and closed in the window: tabs, recent files, files dropped, files that are none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from driver import Driver, at_window
from model.prompts import Answer
from sources import ROOT

SOURCES = ROOT / "resources" / "examples" / "source"
NEWER, OLDER = SOURCES / "savings-tracker-2020-21.txt", SOURCES / "savings-tracker-2017-18.txt"
TITLES = ["Savings Tracker 2020-21, Quarter 1", "Appendix 3 - Savings Tracker 2017-18 as at October 2017"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def tabs(driver: Driver) -> list[str]:
    """The words of the tabs."""
    return [driver.window.tabs.tabText(place) for place in range(driver.window.tabs.count())]


def recent(driver: Driver) -> QMenu:
    """The menu of recent files, as it opens."""
    menu = driver.window.findChild(QMenu, "recentMenu")
    assert menu is not None
    menu.aboutToShow.emit()
    return menu


def closes_tab(driver: Driver, place: int) -> None:
    """Clicks on the cross of a tab."""
    button = driver.window.tabs.tabBar().tabButton(place, QTabBar.ButtonPosition.RightSide)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_a_tracker_the_window_says_how_to_begin(driver: Driver) -> None:
    assert driver.window.tab is None
    assert driver.window.windowTitle() == "Savings Tracker"
    words = [button.text() for button in driver.window.findChildren(QPushButton) if button.isVisible()]
    assert words == ["Open…", "Open the example"]
    assert driver.seen.status() == []


def test_the_example_has_no_file_and_is_never_saved_over(driver: Driver) -> None:
    driver.chooses("open_example")
    assert tabs(driver) == [TITLES[0]]
    assert driver.window.tabs.tabToolTip(0) == "The example, which has no file of its own"
    driver.types_forecast("A/R.6.266", 4, "-90")
    driver.presses("Ctrl+S")
    assert driver.prompts.suggested is not None
    assert driver.prompts.suggested.name == "savings-tracker-2020-21.xlsx"


def test_several_trackers_are_open_in_tabs_each_with_its_own_lines_and_undo(driver: Driver) -> None:
    driver.opens(NEWER, OLDER)
    assert tabs(driver) == TITLES
    assert driver.window.windowTitle() == "savings-tracker-2017-18.txt[*] – Savings Tracker"
    driver.types_forecast("A/R.6.111", 4, "-1")
    driver.window.tabs.setCurrentIndex(0)
    driver.types_forecast("A/R.6.266", 4, "-90")
    assert tabs(driver) == [f"{title} •" for title in TITLES]
    driver.presses("Ctrl+Z", "Ctrl+Z")
    assert tabs(driver) == [TITLES[0], f"{TITLES[1]} •"]
    assert driver.window.session.current is driver.tab.document


def test_ctrl_tab_goes_to_the_next_tracker_and_its_table_has_the_keyboard(driver: Driver) -> None:
    driver.opens(NEWER, OLDER)
    driver.tab.table.setFocus()
    for key in ("Ctrl+Tab", "Ctrl+F6", "Ctrl+Shift+F6"):
        before = driver.window.tabs.currentIndex()
        driver.presses(key)
        assert driver.window.tabs.currentIndex() == 1 - before
        assert driver.tab.table.hasFocus()


def test_the_same_file_is_not_opened_twice(driver: Driver) -> None:
    first = driver.opens(NEWER)
    driver.opens(OLDER)
    assert driver.opens(SOURCES / ".." / "source" / NEWER.name) is first
    assert len(tabs(driver)) == 2


def test_two_trackers_of_one_title_are_told_apart_by_their_files(driver: Driver, tmp_path: Path) -> None:
    copy = tmp_path / "July & August.txt"
    copy.write_bytes(NEWER.read_bytes())
    driver.opens(NEWER, copy)
    assert tabs(driver) == [f"{TITLES[0]} (savings-tracker-2020-21.txt)", f"{TITLES[0]} (July && August.txt)"]
    closes_tab(driver, 0)
    assert tabs(driver) == [TITLES[0]]


def test_a_dot_stands_for_a_place_in_history_and_not_for_a_flag(driver: Driver, tmp_path: Path) -> None:
    driver.opens(NEWER)
    driver.types_forecast("A/R.6.266", 4, "-90")
    driver.prompts.to_write, driver.prompts.chosen = tmp_path / "saved.xlsx", 0
    driver.presses("Ctrl+S")
    assert (tabs(driver), driver.window.isWindowModified()) == ([TITLES[0]], False)
    assert driver.window.windowTitle() == "saved.xlsx[*] – Savings Tracker"
    assert driver.seen.status()[0] == "Saved as “saved.xlsx”"
    driver.presses("Ctrl+Z")
    assert (tabs(driver), driver.window.isWindowModified()) == ([f"{TITLES[0]} •"], True)
    assert driver.seen.marked() != set()
    driver.presses("Ctrl+Y")
    assert (tabs(driver), driver.seen.marked()) == ([TITLES[0]], set())


@pytest.mark.parametrize(
    ("answer", "open_after", "saved"),
    [(Answer.CANCEL, 1, False), (Answer.DISCARD, 0, False), (Answer.SAVE, 0, True)],
)
@pytest.mark.parametrize("way", ["close_tracker", "quit", "cross"])
def test_closing_asks_about_what_is_not_saved(
    driver: Driver, tmp_path: Path, answer: Answer, open_after: int, saved: bool, way: str
) -> None:
    driver.opens(NEWER)
    driver.types_forecast("A/R.6.266", 4, "-90")
    driver.prompts.unsaved, driver.prompts.to_write, driver.prompts.chosen = answer, tmp_path / "a.xlsx", 0
    if way == "cross":
        closes_tab(driver, 0)
    else:
        driver.chooses(way)
    assert driver.prompts.asked[0] == "savings-tracker-2020-21.txt"
    assert driver.window.tabs.count() == open_after
    assert (tmp_path / "a.xlsx").exists() == saved
    assert driver.window.isVisible() == (way != "quit" or open_after == 1)


def test_a_save_that_is_given_up_while_closing_keeps_the_tracker_open(driver: Driver) -> None:
    driver.opens(NEWER)
    driver.types_forecast("A/R.6.266", 4, "-90")
    driver.prompts.unsaved = Answer.SAVE
    driver.presses("Ctrl+W")
    assert tabs(driver) == [f"{TITLES[0]} •"]


def test_a_tracker_behind_is_brought_to_the_front_when_its_cross_asks(driver: Driver) -> None:
    driver.opens(NEWER)
    driver.types_forecast("A/R.6.266", 4, "-90")
    driver.opens(OLDER)
    closes_tab(driver, 0)
    assert driver.window.tabs.currentIndex() == 0
    assert len(tabs(driver)) == 2


def test_after_the_last_tracker_the_window_offers_those_opened_last(driver: Driver, qtbot: QtBot) -> None:
    driver.opens(NEWER, OLDER)
    driver.presses("Ctrl+W")
    driver.presses("Ctrl+W")
    assert driver.window.tab is None
    start = driver.window.findChild(QWidget, "startPage")
    assert start is not None
    buttons = start.findChildren(QPushButton)
    qtbot.waitUntil(lambda: all(button.isVisible() for button in buttons))
    driver.clicks_button("savings-tracker-2017-18.txt")
    assert tabs(driver) == [TITLES[1]]


def test_recent_files_are_in_a_menu_and_can_be_forgotten(driver: Driver, tmp_path: Path) -> None:
    assert [action.text() for action in recent(driver).actions()] == ["No recent trackers"]
    copy = tmp_path / NEWER.name
    copy.write_bytes(NEWER.read_bytes())
    driver.opens(OLDER, NEWER, copy)
    words = [action.text() for action in recent(driver).actions() if not action.isSeparator()]
    assert words == [
        f"&1 savings-tracker-2020-21.txt in {tmp_path.name}",
        "&2 savings-tracker-2020-21.txt in source",
        "&3 savings-tracker-2017-18.txt",
        "&Forget these",
    ]
    recent(driver).actions()[2].trigger()
    assert driver.window.tabs.currentIndex() == 0
    recent(driver).actions()[-1].trigger()
    assert [action.text() for action in recent(driver).actions()] == ["No recent trackers"]


def test_a_recent_file_that_is_gone_says_so_and_leaves_the_list(driver: Driver, tmp_path: Path) -> None:
    copy = tmp_path / "gone.txt"
    copy.write_bytes(NEWER.read_bytes())
    driver.opens(copy)
    driver.presses("Ctrl+W")
    copy.unlink()
    recent(driver).actions()[0].trigger()
    assert driver.prompts.refused[0].endswith("It is no longer in the list of recent files.")
    assert [action.text() for action in recent(driver).actions()] == ["No recent trackers"]


def test_files_dropped_anywhere_are_opened(driver: Driver) -> None:
    assert driver.drops(driver.window, NEWER)
    assert driver.drops(driver.window, OLDER, NEWER)
    assert tabs(driver) == TITLES
    editor = driver.tab.pane.findChild(QPlainTextEdit, "commentaryEditor")
    assert editor is not None
    text = driver.tab.filter_bar.findChild(QLineEdit, "filterText")
    assert text is not None
    for field in (editor.viewport(), text):
        driver.drops(field, NEWER)
    assert driver.seen.says("filterText") == ""
    assert "savings-tracker" not in driver.seen.says("commentaryEditor")
    assert not driver.drops(driver.window)


@pytest.mark.parametrize("kind", ["picture", "empty", "folder", "missing", "words"])
def test_a_file_that_is_no_tracker_is_one_sentence_and_leaves_the_rest_alone(
    driver: Driver, tmp_path: Path, kind: str
) -> None:
    driver.opens(NEWER)
    driver.types_forecast("A/R.6.266", 4, "-90")
    path = tmp_path / "file.xlsx"
    contents = {"picture": b"\x89PNG\r\n\x1a\n", "empty": b"", "words": b"Dear all,\nplease find attached\n"}
    if kind == "folder":
        path.mkdir()
    elif kind in contents:
        path.write_bytes(contents[kind])
    driver.window.open_files([path])
    assert len(driver.prompts.refused) == 1
    assert "file.xlsx" in driver.prompts.refused[0]
    assert tabs(driver) == [f"{TITLES[0]} •"]
    assert driver.seen.cell("A/R.6.266", "forecast_q4") == "−90"


def test_the_dialog_for_a_file_begins_beside_the_tracker_in_front(driver: Driver) -> None:
    driver.opens(NEWER)
    driver.presses("Ctrl+O")
    assert driver.prompts.asked == [str(SOURCES)]
    driver.prompts.to_open = OLDER
    driver.presses("Ctrl+O")
    assert tabs(driver) == TITLES


def test_a_closed_tracker_leaves_nothing_behind(driver: Driver, qtbot: QtBot) -> None:
    tab = driver.opens(NEWER)
    with qtbot.waitSignal(tab.destroyed):
        driver.presses("Ctrl+W")
    assert driver.window.session.documents == []


def test_the_window_comes_back_as_large_as_it_was(qtbot: QtBot) -> None:
    with at_window(qtbot, (700, 500)) as driver:
        driver.window.close()
    with at_window(qtbot, None) as again:
        assert (again.window.width(), again.window.height()) == (700, 500)


class Shown(QObject):
    """Notes the windows that come on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched.objectName())
        return False


def test_a_tracker_opens_without_a_window_flashing_up(driver: Driver) -> None:
    shown = Shown()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(shown)
    driver.opens(NEWER, OLDER)
    application.removeEventFilter(shown)
    assert set(shown.windows) <= {"waitingNotice"}
