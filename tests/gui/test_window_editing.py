"""Cells edited at the window: keys as in a spreadsheet program, and nothing typed is ever lost."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from driver import Driver
from model.prompts import Answer
from sources import ROOT

SOURCES = ROOT / "resources" / "examples" / "source"
NEWER, OLDER = SOURCES / "savings-tracker-2020-21.txt", SOURCES / "savings-tracker-2017-18.txt"
QUARTERS = ("forecast_q1", "forecast_q2", "forecast_q3", "forecast_q4")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def at_work(driver: Driver) -> Driver:
    """An officer with the tracker of 2020-21 open."""
    driver.opens(NEWER)
    return driver


def clipboard() -> list[list[str]]:
    """The text on the clipboard, as cells."""
    return [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]


@pytest.mark.parametrize(
    ("key", "cell"),
    [
        ("Return", ("A/R.6.267", "forecast_q2")),
        ("Shift+Return", ("A/R.6.257", "forecast_q2")),
        ("Tab", ("A/R.6.266", "forecast_q3")),
        ("Shift+Tab", ("A/R.6.266", "forecast_q1")),
    ],
)
def test_keys_take_what_was_typed_and_go_on(at_work: Driver, key: str, cell: tuple[str, str]) -> None:
    at_work.clicks("A/R.6.266", "forecast_q2")
    at_work.types("-90")
    at_work.presses(key)
    assert at_work.seen.cell("A/R.6.266", "forecast_q2") == "−90"
    assert at_work.seen.current() == cell


def test_f2_edits_what_is_there_and_escape_leaves_it(at_work: Driver) -> None:
    at_work.clicks("A/R.6.266", "forecast_q4")
    at_work.presses("F2", "End", "Backspace")
    assert at_work.tab.table.editor
    assert at_work.tab.table.editor.typed() == "-37"
    at_work.presses("Esc")
    assert at_work.seen.cell("A/R.6.266", "forecast_q4") == "−375"
    at_work.presses("F2", "End", "Backspace", "Return")
    assert at_work.seen.cell("A/R.6.266", "forecast_q4") == "−37"


def test_a_total_typed_is_spread_over_its_quarters(at_work: Driver) -> None:
    at_work.clicks("A/R.6.266", "forecast_total")
    at_work.types("-1,215")
    at_work.presses("Return")
    assert at_work.seen.cells("A/R.6.266", *QUARTERS) == ("−304", "−304", "−304", "−303")


def test_a_choice_is_typed_and_taken(at_work: Driver) -> None:
    at_work.clicks("A/R.6.266", "complete")
    at_work.presses("F2", "Up", "Return")
    assert at_work.seen.cell("A/R.6.266", "complete") == "Yes"


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_delete_makes_a_block_blank_in_one_step(at_work: Driver, key: str) -> None:
    at_work.clicks("A/R.6.179", "forecast_q1", until=("A/R.6.181", "forecast_q4"))
    at_work.presses(key)
    assert at_work.seen.cells("A/R.6.179", *QUARTERS) == ("", "", "", "")
    assert at_work.seen.cells("A/R.6.181", "forecast_total", "variance", "rating") == ("", "", "")
    at_work.presses("Ctrl+Z")
    assert at_work.seen.marked() == set()


def test_undo_and_redo_say_in_the_menu_and_on_the_status_line_what_they_do(at_work: Driver) -> None:
    undo, redo = at_work.window.actions_by_name["undo"], at_work.window.actions_by_name["redo"]
    assert (undo.text(), undo.isEnabled(), redo.isEnabled()) == ("&Undo", False, False)
    at_work.types_forecast("A/R.6.266", 4, "-90")
    assert undo.text() == "&Undo Q4 forecast of A/R.6.266"
    at_work.presses("Ctrl+Z")
    assert redo.text() == "&Redo Q4 forecast of A/R.6.266"
    assert at_work.seen.status()[0] == "Undone: Q4 forecast of A/R.6.266"
    at_work.presses("Ctrl+Y")
    assert at_work.seen.cell("A/R.6.266", "forecast_q4") == "−90"
    at_work.chooses("undo")
    at_work.presses("Ctrl+Shift+Z")
    assert at_work.seen.cell("A/R.6.266", "forecast_q4") == "−90"


def test_undo_goes_to_where_the_change_was(at_work: Driver) -> None:
    at_work.types_forecast("A/R.6.266", 4, "-90")
    at_work.clicks("A/R.6.114", "forecast_q1")
    at_work.presses("Ctrl+Z")
    assert at_work.seen.current() == ("A/R.6.266", "forecast_q4")


def test_cells_are_copied_as_shown_and_pasted_elsewhere(at_work: Driver) -> None:
    at_work.clicks("A/R.6.266", "forecast_q1", until=("A/R.6.267", "forecast_q4"))
    at_work.presses("Ctrl+C")
    assert clipboard() == [["-375", "-375", "-375", "-375"], ["-12", "-13", "-12", "-13"]]
    assert "<table" in QGuiApplication.clipboard().mimeData().html()
    at_work.clicks("A/R.6.114", "forecast_q1")
    at_work.presses("Ctrl+V")
    assert at_work.seen.cells("A/R.6.114", *QUARTERS) == ("−375",) * 4
    assert at_work.seen.cells("A/R.6.176", *QUARTERS) == ("−12", "−13", "−12", "−13")


def test_cells_cut_are_copied_and_empty(at_work: Driver) -> None:
    at_work.clicks("A/R.6.266", "forecast_q3", until=("A/R.6.266", "forecast_q4"))
    at_work.presses("Ctrl+X")
    assert clipboard() == [["-375", "-375"]]
    assert at_work.seen.cells("A/R.6.266", *QUARTERS) == ("−375", "−375", "", "")


def test_cells_hidden_in_between_are_neither_copied_nor_pasted_over(at_work: Driver) -> None:
    at_work.tab.columns.choose(frozenset({"forecast_q2"}))
    at_work.clicks("A/R.6.266", "forecast_q1", until=("A/R.6.266", "forecast_q3"))
    at_work.presses("Ctrl+C")
    assert clipboard() == [["-375", "-375"]]
    at_work.copies("-1\t-2")
    at_work.presses("Ctrl+V")
    assert at_work.seen.cells("A/R.6.266", *QUARTERS) == ("−1", "−375", "−2", "−375")


def test_a_block_is_pasted_into_the_lines_that_a_filter_shows(at_work: Driver) -> None:
    at_work.clicks_button("Black", at_work.tab.filter_bar)
    assert at_work.seen.lines() == ["C/R.6.103", "F/R.7.110"]
    at_work.clicks("C/R.6.103", "forecast_q4")
    at_work.copies("-1\n-2\n")
    at_work.presses("Ctrl+V")
    assert at_work.seen.cell("C/R.6.103", "forecast_q4") == "−1"
    assert at_work.seen.cell("F/R.7.110", "forecast_q4") == "−2"


def test_a_value_is_filled_down_and_right(at_work: Driver) -> None:
    at_work.clicks("A/R.6.266", "forecast_q1", until=("A/R.6.267", "forecast_q2"))
    at_work.presses("Ctrl+D")
    assert at_work.seen.cells("A/R.6.267", *QUARTERS) == ("−375", "−375", "−12", "−13")
    at_work.clicks("A/R.6.268", "forecast_q1", until=("A/R.6.268", "forecast_q4"))
    at_work.presses("Ctrl+R")
    assert at_work.seen.cells("A/R.6.268", *QUARTERS) == ("−12",) * 4
    at_work.presses("Ctrl+Z", "Ctrl+Z")
    assert at_work.seen.marked() == set()


@pytest.mark.parametrize("command", ["copy", "cut", "paste", "fill_down", "fill_right", "clear_cells"])
def test_cells_that_lie_apart_are_left_alone_with_a_sentence(at_work: Driver, command: str) -> None:
    table = at_work.tab.table
    at_work.clicks("A/R.6.114", "forecast_q1")
    table.selectionModel().select(
        at_work.seen.index("A/R.6.266", "forecast_q4"), table.selectionModel().SelectionFlag.Select
    )
    at_work.copies("-1")
    at_work.chooses(command)
    assert at_work.prompts.refused == [
        "The cells selected lie apart. Select one block of cells that stand side by side, and try again."
    ]
    assert at_work.seen.marked() == set()


@pytest.mark.parametrize("key", ["reference", "title", "variance", "percent"])
def test_cells_that_nobody_types_say_so(at_work: Driver, key: str) -> None:
    at_work.clicks("A/R.6.266", key)
    at_work.types("9")
    assert len(at_work.prompts.refused) == 1
    assert "can't be typed over" in at_work.prompts.refused[0]
    assert at_work.seen.marked() == set()


def test_a_plan_is_unlocked_for_a_reason_typed_and_locked_again(at_work: Driver) -> None:
    at_work.chooses("unlock_plan")
    assert at_work.prompts.asked == ["Unlocking plan figures"]
    assert not at_work.window.actions_by_name["unlock_plan"].isChecked()
    at_work.prompts.reason = "Full Council, 9 February"
    at_work.chooses("unlock_plan")
    assert at_work.window.actions_by_name["unlock_plan"].isChecked()
    at_work.clicks("A/R.6.266", "plan_q4")
    at_work.types("-400")
    at_work.presses("Return")
    assert at_work.seen.cells("A/R.6.266", "plan_total", "variance") == ("−1,525", "25")
    step = at_work.tracker.history.next_undo
    assert step
    assert step.why == "Full Council, 9 February"
    at_work.chooses("unlock_plan")
    at_work.clicks("A/R.6.266", "plan_q4")
    at_work.types("-1")
    assert "is locked" in at_work.prompts.refused[0]


def test_viewing_only_nothing_can_be_changed_and_every_way_says_so_or_is_closed(at_work: Driver) -> None:
    at_work.types_forecast("A/R.6.266", 4, "-90")
    at_work.chooses("toggle_viewing")
    assert at_work.seen.status()[-1] == "Viewing"
    assert at_work.window.tabs.tabText(0) == "Savings Tracker 2020-21, Quarter 1 (viewing) •"
    closed = {"undo", "paste", "cut", "fill_down", "clear_cells", "adopt_scheme", "review_rating", "unlock_plan"}
    assert not any(at_work.window.actions_by_name[name].isEnabled() for name in closed)
    at_work.clicks("A/R.6.266", "forecast_q4")
    at_work.types("-1")
    at_work.presses("Delete", "Ctrl+V", "Ctrl+Z")
    assert at_work.seen.cell("A/R.6.266", "forecast_q4") == "−90"
    assert "open for viewing only" in at_work.prompts.refused[0]
    at_work.chooses("toggle_viewing")
    at_work.presses("Ctrl+Z")
    assert at_work.seen.cell("A/R.6.266", "forecast_q4") == "−375"


def test_a_figure_still_in_its_cell_is_taken_before_a_save(at_work: Driver, tmp_path: Path) -> None:
    at_work.prompts.to_write, at_work.prompts.chosen = tmp_path / "a.xlsx", 0
    at_work.clicks("A/R.6.266", "forecast_q4")
    at_work.types("-90")
    at_work.presses("Ctrl+S")
    assert at_work.seen.cell("A/R.6.266", "forecast_q4") == "−90"
    assert (tmp_path / "a.xlsx").exists()
    assert "Nothing to save" in at_work.seen.status()
    assert at_work.seen.marked() == set()


@pytest.mark.parametrize("way", ["save", "export", "close_tracker", "undo", "open_example", "toggle_viewing"])
def test_a_refused_figure_still_in_its_cell_stops_what_would_lose_it(at_work: Driver, tmp_path: Path, way: str) -> None:
    at_work.prompts.to_write, at_work.prompts.unsaved = tmp_path / "a.xlsx", Answer.DISCARD
    at_work.types_forecast("A/R.6.114", 1, "-1")
    at_work.clicks("A/R.6.266", "forecast_q4")
    at_work.types("lots")
    at_work.chooses(way)
    assert at_work.tab.table.editor
    assert at_work.tab.table.editor.typed() == "lots"
    assert at_work.prompts.refused[0].startswith("“lots” is not an amount.")
    assert not (tmp_path / "a.xlsx").exists()
    assert at_work.seen.cell("A/R.6.114", "forecast_q1") == "−1"
    assert at_work.window.tabs.count() == 1


def test_the_window_does_not_close_over_a_refused_figure_in_any_tab(at_work: Driver) -> None:
    at_work.opens(OLDER)
    at_work.clicks("A/R.6.114", "forecast_q1")
    at_work.types("lots")
    at_work.window.tabs.setCurrentIndex(0)
    assert at_work.window.tabs.currentIndex() == 1
    assert not at_work.window.close()
    assert at_work.tab.table.editor
    assert at_work.tab.table.editor.typed() == "lots"


def test_a_refused_figure_keeps_its_cell_while_the_lines_are_sorted_or_filtered(at_work: Driver) -> None:
    at_work.clicks("A/R.6.266", "forecast_q4")
    at_work.types("lots")
    at_work.tab.table.sortByColumn(0, at_work.tab.table.horizontalHeader().sortIndicatorOrder())
    at_work.clicks_button("Black", at_work.tab.filter_bar)
    assert at_work.tab.table.editor
    assert at_work.tab.table.editor.typed() == "lots"
    assert at_work.seen.current() == ("A/R.6.266", "forecast_q4")


def test_nothing_to_save_is_said_and_asks_for_no_name(at_work: Driver) -> None:
    at_work.presses("Ctrl+S")
    assert at_work.prompts.suggested is None
    assert at_work.seen.status()[0].startswith("Nothing has changed that is not saved.")


def test_a_right_click_offers_what_can_be_done_with_cells_and_delete_still_leaves_texts_alone(
    at_work: Driver,
) -> None:
    at_work.clicks("A/R.6.266", "forecast_q4")
    table = at_work.tab.table
    offered = [action.objectName() for action in table.actions()]
    assert offered[:3] == ["cut", "copy", "paste"]
    assert {"fill_down", "clear_cells", "edit_commentary", "review_rating"} <= set(offered)
    at_work.presses("F2", "Home", "Delete")
    assert table.editor
    assert table.editor.typed() == "375"
    at_work.presses("Esc", "Delete")
    assert at_work.seen.cell("A/R.6.266", "forecast_q4") == ""


def test_select_all_selects_every_cell_and_tells_what_it_comes_to(at_work: Driver) -> None:
    at_work.clicks("A/R.6.266", "forecast_q4")
    at_work.presses("Ctrl+A")
    lines, keys = at_work.tab.cells.block() or ([], [])
    assert (len(lines), keys[0], keys[-1]) == (40, "rating", "links")
    assert any(text.startswith("Selection: sum") for text in at_work.seen.status())
