"""The windows of comparisons at their edges: closed, small, refused, called off; lives and previous periods."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import a_saving, a_year
from compare_windows import (
    OF_2017,
    OF_2020,
    compares_quarters,
    compares_years,
    left_open,
    press,
    the_life,
    the_window,
)
from driver import Driver
from gui.compare import CompareWindow, LifeWindow
from model.appendix.refused import PrintingFailed
from model.choosing import Chosen
from model.comparing import Comparing
from model.comparison import Show, Side
from model.kept_lineage import KeptLineage
from model.lineage import Verdict


@pytest.fixture
def window(driver: Driver) -> CompareWindow:
    """2020-21, open, compared with the file of 2017-18."""
    return compares_years(driver)


@pytest.fixture
def quarters(driver: Driver, tmp_path: Path) -> CompareWindow:
    """2020-21 as it is open, compared with a later period in which A/R.6.266 is forecast 285 worse."""
    return compares_quarters(driver, tmp_path)


def test_no_name_of_a_file_turns_or_breaks_what_is_said_of_it(driver: Driver, qtbot: QtBot) -> None:
    sides = [
        Chosen(name, a_year(a_saving("A"), year="2020-21", source=name)) for name in ("\u202eold\n.xlsx", "<b>.xlsx")
    ]
    window = CompareWindow(Comparing((sides[0], sides[1]), driver.prompts, KeptLineage()), lambda: True)
    qtbot.addWidget(window)
    assert window.head.names.text() == " old .xlsx   →   <b>.xlsx"
    assert window.head.names.textFormat() is Qt.TextFormat.PlainText
    assert window.windowTitle() == " old .xlsx and <b>.xlsx compared – Savings Tracker"


def test_escape_leads_to_the_table_and_then_out(window: CompareWindow, driver: Driver, qtbot: QtBot) -> None:
    window.lines.filter.begin()
    press(window, Qt.Key.Key_Escape)
    assert window.lines.table.hasFocus()
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not left_open())


def test_a_comparison_goes_with_its_tracker(window: CompareWindow, driver: Driver, qtbot: QtBot) -> None:
    driver.chooses("close_tracker")
    qtbot.waitUntil(lambda: not left_open())


def test_thinking_better_of_a_comparison_shows_none(driver: Driver) -> None:
    driver.opens(OF_2020)
    driver.chooses("compare_with")
    assert left_open() == []


def test_small_windows_keep_every_control_whole(window: CompareWindow) -> None:
    window.resize(683, 384)
    bar = window.lines.filter
    for chip in bar.chips.values():
        assert chip.width() >= chip.sizeHint().width()
        assert chip.geometry().right() <= bar.width()
    assert not window.head.remarks.isVisibleTo(window)


def test_the_life_of_a_saving_is_followed_from_the_table_and_from_a_comparison(
    window: CompareWindow, driver: Driver, qtbot: QtBot, tmp_path: Path
) -> None:
    window.lines.go_to(next(row.number for row in window.comparing.comparison.rows if row.reference == "A/R.6.114"))
    press(window, Qt.Key.Key_L, control=True, shift=True)
    life = the_life()
    assert life.title.text() == "A/R.6.114 Learning Disabilities Commissioning"
    driver.prompts.to_open = OF_2017
    life.add_file()
    (box,) = life.questions
    match = box.question.match
    box.same.click()
    box.decided.emit(match, Verdict.NOT_SAME, "")
    life.stages.row_changed.emit(None)
    assert life.questions == []
    assert [row.cells[3] for row in life.stages.rows.rows] == [-2381, -250]
    assert life.stages.accessibleName() == "What each tracker said"
    assert "Commentary, 2017-18" in life.commentary.heading.text()
    driver.prompts.folder = tmp_path
    shutil.copy(OF_2017, tmp_path)
    life.add_folder()
    life.refresh()
    assert len(life.saving.trackers) == 2
    for place in (0, 1, None):
        life.stages.row_chosen.emit(place)
    assert driver.seen.current()[0] == "A/R.6.114"
    driver.tab.document.edit(driver.tracker["A/R.6.114"].line, "forecast_q4", "-60")
    driver.window.activateWindow()
    qtbot.waitUntil(driver.window.isActiveWindow)
    life.activateWindow()
    qtbot.waitUntil(life.isActiveWindow)
    assert life.stages.rows.rows[1].cells[4] == -247
    press(life, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not [one for one in left_open() if isinstance(one, LifeWindow)])
    driver.tab.go_to(driver.tracker["B/R.6.214"].line)
    driver.chooses("show_life")
    assert the_life().title.text().startswith("B/R.6.214")


def test_the_previous_period_is_named_and_its_directions_taken(driver: Driver, tmp_path: Path) -> None:
    driver.opens(OF_2020)
    driver.tracker.edit("A/R.6.266", "forecast_q4", "-90")
    driver.prompts.to_write = tmp_path / "before.xlsx"
    driver.chooses("export")
    driver.tracker.undo()
    driver.prompts.to_open = tmp_path / "before.xlsx"
    driver.chooses("set_previous")
    assert driver.tracker.previous
    driver.prompts.words = "5"
    driver.chooses("ask_tolerance")
    shown = driver.seen.cell("A/R.6.266", "direction")
    assert shown.endswith("↑)")
    driver.chooses("take_directions")
    assert driver.seen.cell("A/R.6.266", "direction") == "↑"
    driver.presses("Ctrl+Z")
    assert driver.seen.cell("A/R.6.266", "direction") == shown
    driver.prompts.chosen = 1
    driver.chooses("set_previous")
    assert driver.seen.cell("A/R.6.266", "direction") == "↔"
    assert driver.seen.status()[0] == "No previous period is named any more"


def test_the_sides_of_a_comparison_are_told_apart_by_name(window: CompareWindow) -> None:
    assert [side.year.year for side in window.comparing.sides] == ["2017-18", "2020-21"]
    row = window.comparing.comparison.rows[0]
    assert row.text(Side.EARLIER, "reference") == "A/R.6.001"


def test_nothing_is_compared_while_a_figure_is_refused(driver: Driver) -> None:
    driver.opens(OF_2020)
    driver.prompts.to_open, driver.prompts.words = OF_2017, "3"
    driver.clicks("A/R.6.266", "forecast_q4")
    driver.types("lots")
    for name in ("compare_with", "show_life", "set_previous", "take_directions", "ask_tolerance"):
        driver.chooses(name)
    assert left_open() == []
    assert driver.tracker.previous is None
    driver.presses("Escape")


def test_a_comparison_is_not_made_anew_while_a_figure_is_refused(
    quarters: CompareWindow, driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.tab.document.edit(driver.tracker["A/R.6.266"].line, "forecast_q4", "-90")
    monkeypatch.setattr(quarters, "_commit", lambda: False)
    quarters.refresh()
    assert quarters.comparing.stale


def test_only_a_saving_of_the_earlier_side_is_split_and_one_of_the_later_joined(window: CompareWindow) -> None:
    rows = window.comparing.comparison.rows
    window.lines.go_to(next(row.number for row in rows if row.earlier is None))
    assert window.lines.pane.split.isHidden()
    window.split()
    window.lines.go_to(next(row.number for row in rows if row.later is None))
    assert window.lines.pane.join.isHidden()
    window.join()
    assert QApplication.activeModalWidget() is None
    assert len(window.comparing.memory.decisions) == 0


def test_printing_can_be_called_off_and_a_printer_that_fails_is_told(
    window: CompareWindow, driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.lines.filter.chips[Show.ASKED].click()
    window.ask_printer = lambda _printer, _window: False
    window.print_rows()
    assert driver.prompts.refused == []

    def fail(*_anything: object) -> int:
        raise PrintingFailed("Office", 0, 2)

    monkeypatch.setattr("gui.compare.window.print_pages", fail)
    window.ask_printer = lambda _printer, _window: True
    window.print_rows()
    assert driver.prompts.refused[0].startswith("The printer “Office” took no page.")


def test_the_line_between_table_and_pane_stays_where_it_was_put(window: CompareWindow, qtbot: QtBot) -> None:
    splitter = window.lines._beside
    splitter.setSizes([500, 866])
    splitter.splitterMoved.emit(500, 1)
    wide = window.lines.pane.width()
    window.resize(1300, 700)
    qtbot.waitUntil(lambda: window.lines.width() == 1300)
    assert window.lines.pane.width() > wide - 80


def test_a_window_is_let_go_once_whatever_closes_it(window: CompareWindow, driver: Driver, qtbot: QtBot) -> None:
    window.gone.emit()
    window.close()
    qtbot.waitUntil(lambda: not left_open())
    driver.chooses("compare_with")
    assert the_window().isVisible()
