"""Commentary written at the window: nothing typed is lost, and the keyboard is never taken."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from driver import Driver
from model.prompts import Answer
from sources import ROOT

SOURCES = ROOT / "resources" / "examples" / "source"
NEWER, OLDER = SOURCES / "savings-tracker-2020-21.txt", SOURCES / "savings-tracker-2017-18.txt"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
WORDS = "-5k agreed <b>C&YP</b> =SUM(A1)"


@pytest.fixture
def writing(driver: Driver) -> Driver:
    """An officer who has just typed a commentary for A/R.6.266, which nothing has taken yet."""
    driver.opens(NEWER)
    driver.clicks("A/R.6.266", "forecast_q4")
    driver.presses("Ctrl+E", "Ctrl+A")
    driver.types(WORDS)
    return driver


def commentary(driver: Driver, reference: str = "A/R.6.266") -> str:
    """The commentary that the tracker holds."""
    return driver.tracker[reference].commentary


def editor(driver: Driver) -> QPlainTextEdit:
    """The commentary's editor."""
    found = driver.tab.pane.findChild(QPlainTextEdit, "commentaryEditor")
    assert found is not None
    return found


def test_what_is_typed_is_not_a_change_before_a_pause_and_is_one_after(writing: Driver, qtbot: QtBot) -> None:
    assert commentary(writing) != WORDS
    assert writing.window.actions_by_name["undo"].isEnabled()
    qtbot.waitUntil(lambda: commentary(writing) == WORDS)
    assert "1 change not saved" in writing.seen.status()
    assert ("A/R.6.266", "commentary") in writing.seen.marked()


@pytest.mark.parametrize("way", ["another line", "F6", "Esc", "filter", "sort", "viewing", "hide the pane"])
def test_leaving_the_commentary_in_any_way_takes_it(writing: Driver, way: str) -> None:
    ways = {
        "another line": lambda: writing.clicks("A/R.6.114", "forecast_q1"),
        "F6": lambda: writing.presses("F6"),
        "Esc": lambda: writing.presses("Esc"),
        "filter": lambda: writing.clicks_button("Black", writing.tab.filter_bar),
        "sort": lambda: writing.chooses("sort_by_column"),
        "viewing": lambda: writing.chooses("toggle_viewing"),
        "hide the pane": lambda: writing.chooses("toggle_pane"),
    }
    ways[way]()
    assert commentary(writing) == WORDS
    assert commentary(writing, "A/R.6.114") != WORDS


def test_another_tracker_in_front_takes_it_where_it_was_written(writing: Driver) -> None:
    written = writing.tracker
    writing.opens(OLDER)
    assert written["A/R.6.266"].commentary == WORDS
    assert writing.tab.document.unsaved == 0


@pytest.mark.parametrize("way", ["Ctrl+S", "Ctrl+W", "Ctrl+Shift+S"])
def test_a_save_or_an_export_holds_what_was_typed_last(writing: Driver, tmp_path: Path, way: str) -> None:
    prompts, file = writing.prompts, tmp_path / "a.xlsx"
    prompts.to_write, prompts.chosen, prompts.unsaved = file, 0, Answer.SAVE
    writing.presses(way)
    writing.presses(*(["Ctrl+W"] if way == "Ctrl+S" else []))
    prompts.unsaved = Answer.DISCARD
    writing.opens(file)
    assert commentary(writing) == WORDS


def test_ctrl_e_goes_on_where_the_commentary_ends(driver: Driver) -> None:
    driver.opens(NEWER)
    driver.clicks("A/R.6.266", "forecast_q4")
    driver.presses("Ctrl+E")
    driver.types(" Agreed.")
    driver.presses("Esc")
    assert commentary(driver).endswith("the winter. Agreed.")


def test_undo_takes_back_what_was_typed_last_and_the_keyboard_stays(writing: Driver) -> None:
    before = writing.tracker["A/R.6.266"].commentary
    writing.presses("Ctrl+Z")
    assert commentary(writing) == before
    assert writing.seen.says("commentaryEditor") == before
    assert editor(writing).hasFocus()
    writing.presses("Ctrl+Y")
    assert writing.seen.says("commentaryEditor") == WORDS
    writing.types("!")
    assert "!" in writing.seen.says("commentaryEditor")


def test_a_figure_undone_from_the_commentary_leaves_the_words_alone(writing: Driver) -> None:
    writing.types_forecast("A/R.6.266", 4, "-90")
    writing.clicks("A/R.6.266", "forecast_q4")
    writing.presses("Ctrl+E", "Ctrl+Z")
    assert writing.seen.cell("A/R.6.266", "forecast_q4") == "−375"
    assert writing.seen.says("commentaryEditor") == WORDS


def test_in_the_commentary_delete_copy_and_paste_are_about_its_text(writing: Driver) -> None:
    writing.presses("Ctrl+A", "Ctrl+C", "Ctrl+Home", "Delete")
    assert QGuiApplication.clipboard().text() == WORDS
    assert writing.seen.says("commentaryEditor") == WORDS[1:]
    assert writing.seen.cell("A/R.6.266", "forecast_q4") == "−375"
    writing.presses("Ctrl+A", "Ctrl+X")
    assert writing.seen.says("commentaryEditor") == ""
    writing.presses("Ctrl+V", "Ctrl+V", "Ctrl+D", "Ctrl+R")
    assert writing.seen.says("commentaryEditor") == WORDS[1:] * 2
    assert {key for _, key in writing.seen.marked()} <= {"commentary"}


def test_in_the_filter_delete_copy_and_undo_are_about_its_text(driver: Driver) -> None:
    driver.opens(NEWER)
    driver.types_forecast("A/R.6.114", 1, "-1")
    driver.presses("Ctrl+F")
    driver.types("abc")
    driver.presses("Home", "Delete", "Ctrl+A", "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "bc"
    driver.presses("Ctrl+Z", "Ctrl+Z")
    assert driver.seen.cell("A/R.6.114", "forecast_q1") == "−1"


def test_the_pane_follows_the_line_and_never_takes_the_keyboard(driver: Driver) -> None:
    driver.opens(NEWER)
    table = driver.tab.table
    driver.clicks("A/R.6.266", "forecast_q4")
    driver.types_forecast("A/R.6.266", 4, "-90")
    for keys in (["Down"], ["Down"], ["Ctrl+Z"], ["Ctrl+Y"], ["F8"], ["F9"], ["F9"], ["F7"], ["F7"]):
        driver.presses(*keys)
        assert table.hasFocus(), keys
    driver.clicks("A/R.6.114", "forecast_q1")
    assert driver.seen.says("commentaryEditor") == driver.tracker["A/R.6.114"].commentary


def test_viewing_only_the_commentary_can_be_read_and_copied_but_not_typed(writing: Driver) -> None:
    writing.chooses("toggle_viewing")
    editor(writing).setFocus()
    writing.types("more")
    writing.presses("Ctrl+A", "Ctrl+C", "Delete")
    assert writing.seen.says("commentaryEditor") == WORDS
    assert QGuiApplication.clipboard().text() == WORDS


def test_a_line_break_pasted_and_undone_comes_back_as_it_was(writing: Driver) -> None:
    writing.presses("Esc", "Ctrl+E", "Ctrl+A")
    writing.copies("One\r\nTwo", "<p>One</p><p>Two</p>")
    writing.presses("Ctrl+V", "Esc")
    assert commentary(writing) == "One\nTwo"
    writing.presses("Ctrl+Z")
    assert commentary(writing) == WORDS
    assert QApplication.focusWidget() is writing.tab.table
