"""What the window does at its edges: nothing open, nothing chosen, a figure that was refused, texts in hand."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QTabBar

from driver import Driver
from gui.edit_acts import EditActs
from gui.file_acts import FileActs
from gui.look import Appearance
from gui.theme import DARK, LIGHT, theme_of
from gui.tracker_acts import TrackerActs
from model.backup_choice import BackupChoice
from model.session import Happening
from sources import ROOT

SOURCES = ROOT / "resources" / "examples" / "source"
NEWER, OLDER = SOURCES / "savings-tracker-2020-21.txt", SOURCES / "savings-tracker-2017-18.txt"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def at_work(driver: Driver) -> Driver:
    """An officer with the tracker of 2020-21 open."""
    driver.opens(NEWER)
    return driver


@pytest.fixture
def refused(at_work: Driver) -> Driver:
    """An officer who has typed what is no amount, and still has it in its cell."""
    at_work.clicks("A/R.6.266", "forecast_q4")
    at_work.types("lots")
    return at_work


def still_typed(driver: Driver) -> bool:
    """Whether what was refused is still in its cell."""
    return driver.tab.table.editor is not None and driver.tab.table.editor.typed() == "lots"


WAITING = ("redo", "open_file", "save_as", "export_with_log", "quit", "clear_cells", "show_appendix")


@pytest.mark.parametrize("way", WAITING)
def test_commands_wait_for_a_figure_that_was_refused(refused: Driver, way: str) -> None:
    refused.prompts.to_open = OLDER
    refused.window.actions_by_name[way].setEnabled(True)
    refused.chooses(way)
    assert still_typed(refused)
    assert refused.window.tabs.count() == 1


def test_files_are_not_opened_over_a_figure_that_was_refused(refused: Driver) -> None:
    refused.drops(refused.window, OLDER)
    assert still_typed(refused)
    assert refused.window.tabs.count() == 1


def test_a_tab_is_not_closed_over_a_figure_that_was_refused(refused: Driver) -> None:
    button = refused.window.tabs.tabBar().tabButton(0, QTabBar.ButtonPosition.RightSide)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert still_typed(refused)
    assert refused.window.tabs.count() == 1


def test_a_line_that_the_filter_hides_is_not_gone_to_over_a_figure_that_was_refused(at_work: Driver) -> None:
    at_work.clicks_button("Black", at_work.tab.filter_bar)
    at_work.clicks("C/R.6.103", "forecast_q4")
    at_work.types("lots")
    at_work.tab.go_to(at_work.tracker["A/R.6.114"].line)
    assert still_typed(at_work)
    assert at_work.seen.lines() == ["C/R.6.103", "F/R.7.110"]


def test_where_nothing_is_chosen_ratings_stay_and_nothing_is_asked(at_work: Driver) -> None:
    at_work.presses("Ctrl+F")
    at_work.types("no such words")
    at_work.presses("Return")
    acts = TrackerActs(lambda: at_work.tab, at_work.window.session)
    acts.review_rating()
    acts.follow_scheme()
    assert at_work.prompts.asked == []
    at_work.copies("-1")
    at_work.presses("Ctrl+V", "Ctrl+C", "Delete")
    assert at_work.tracker.history.next_undo is None


def test_undo_and_redo_with_nothing_to_do_say_nothing(at_work: Driver) -> None:
    said: list[str] = []
    acts = EditActs(lambda: at_work.tab, at_work.prompts, said.append)
    acts.undo()
    acts.redo()
    at_work.types_forecast("A/R.6.266", 4, "-90")
    at_work.chooses("toggle_viewing")
    acts.undo()
    assert said == []
    assert "open for viewing only" in at_work.prompts.refused[0]


def test_undo_of_a_line_that_a_filter_hides_leaves_the_filter_alone(at_work: Driver) -> None:
    at_work.types_forecast("A/R.6.266", 4, "-90")
    at_work.clicks_button("Black", at_work.tab.filter_bar)
    at_work.presses("Ctrl+Z")
    assert at_work.seen.lines() == ["C/R.6.103", "F/R.7.110"]
    assert at_work.tracker.history.unsaved == 0


def test_cut_and_paste_from_the_menu_are_about_the_text_in_hand(at_work: Driver) -> None:
    at_work.presses("Ctrl+F")
    at_work.types("street")
    at_work.chooses("select_all")
    at_work.chooses("cut")
    assert (at_work.seen.says("filterText"), QGuiApplication.clipboard().text()) == ("", "street")
    at_work.chooses("paste")
    assert at_work.seen.says("filterText") == "street"
    assert at_work.seen.marked() == set()


def test_what_is_no_text_is_not_pasted(at_work: Driver) -> None:
    picture = QMimeData()
    picture.setData("image/png", b"\x89PNG")
    QGuiApplication.clipboard().setMimeData(picture)
    at_work.clicks("A/R.6.266", "forecast_q4")
    at_work.presses("Ctrl+V")
    assert at_work.seen.marked() == set()
    assert at_work.prompts.refused == []


def test_the_look_is_chosen_in_the_menu(at_work: Driver) -> None:
    menu = at_work.window.findChild(QMenu, "appearanceMenu")
    assert menu is not None
    for place, theme in ((2, DARK), (1, LIGHT)):
        action = menu.actions()[place]
        action.trigger()
        assert action.isChecked()
        assert theme_of(at_work.tab.table.palette()) is theme
    assert [action.text().replace("&", "") for action in menu.actions()] == list(Appearance)


def test_the_column_menu_closes_on_what_is_no_column(at_work: Driver) -> None:
    at_work.chooses("choose_columns")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    at_work.presses("Space")
    every = menu.actions()[-1]
    QTest.mouseMove(menu, menu.actionGeometry(every).center())
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(every).center())
    assert not menu.isVisible()
    assert at_work.tab.columns.text() == "Columns"


def test_the_commands_of_a_tracker_need_one(driver: Driver) -> None:
    with pytest.raises(LookupError):
        driver.window._front()


def test_what_happens_to_a_document_without_a_tab_is_let_pass(at_work: Driver, tmp_path: Path) -> None:
    document = at_work.tab.document
    at_work.presses("Ctrl+W")
    at_work.window._follow_session(Happening.SAVED, document)
    assert at_work.window.tab is None


def test_a_finding_of_the_tracker_as_a_whole_leads_nowhere(driver: Driver) -> None:
    driver.opens(OLDER)
    driver.clicks("A/R.6.111", "forecast_q1")
    whole = next(finding for finding in driver.tracker.findings() if finding.line is None)
    driver.tab.findings.finding_activated.emit(whole)
    assert driver.seen.current() == ("A/R.6.111", "forecast_q1")


def test_without_a_tracker_there_is_no_next_one(driver: Driver) -> None:
    acts = FileActs(driver.window.session, driver.window.commit, driver.window.close, driver.window.say)
    acts.next_tracker()
    assert driver.window.session.current is None


@pytest.mark.parametrize(
    ("chosen", "folder", "kept"),
    [(0, None, "usual"), (1, Path("copies"), "copies"), (1, None, "before"), (2, None, None), (None, None, "before")],
)
def test_where_copies_are_kept_is_chosen(
    driver: Driver, chosen: int | None, folder: Path | None, kept: str | None
) -> None:
    BackupChoice().choose(Path("before"))
    driver.prompts.chosen, driver.prompts.folder = chosen, folder
    driver.chooses("choose_backups")
    assert "a copy of it is kept in before" in driver.prompts.asked[0]
    expected = BackupChoice().usual if kept == "usual" else kept and Path(kept)
    assert BackupChoice().folder == expected
