"""The window of a comparison: asked for by a key, decided by buttons, filtered, printed, and left again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from compare_windows import (
    compares_quarters,
    compares_years,
    counts,
    press,
    think_better,
)
from driver import Driver
from gui.compare import CompareWindow
from gui.compare.decisions_dialog import NOTHING, DecisionsDialog
from gui.compare.filter_bar import TWO_YEARS
from gui.compare.lines_page import NOTHING_LEFT, ONLY_SUGGESTED
from gui.compare.partners_dialog import PartnersDialog
from gui.compare.window import MOVEMENT, NOT_OPEN
from gui.look import Appearance
from model.comparison import Show


@pytest.fixture
def window(driver: Driver) -> CompareWindow:
    """2020-21, open, compared with the file of 2017-18."""
    return compares_years(driver)


@pytest.fixture
def quarters(driver: Driver, tmp_path: Path) -> CompareWindow:
    """2020-21 as it is open, compared with a later period in which A/R.6.266 is forecast 285 worse."""
    return compares_quarters(driver, tmp_path)


def test_both_years_stand_in_one_table_the_earlier_one_first(window: CompareWindow) -> None:
    assert window.windowTitle() == "2017-18 and 2020-21 compared – Savings Tracker"
    assert window.head.names.text() == "2017-18, as at October 2017   →   2020-21, Quarter 1"
    assert window.lines.table.totals.model().index(0, 0).data() == "All: 67 in 2017-18, 40 in 2020-21"
    assert counts(window) == {Show.NEW: 35, Show.GONE: 62, Show.ASKED: 5}
    assert window.lines.filter.chips[Show.GONE].text() == "Gone 62"
    assert window.pages.count() == 1
    assert "two years" in window.head.remarks.text()


def test_the_officer_confirms_one_and_rejects_the_other_four(window: CompareWindow, qtbot: QtBot) -> None:
    while counts(window)[Show.ASKED]:
        press(window, Qt.Key.Key_F8)
        row = window.row
        assert row
        if not row.asked:
            continue
        (box,) = window.lines.pane.questions
        box.reason.setText("Agreed with the service")
        (box.same if row.reference == "A/R.6.114" else box.other).click()
    assert counts(window) == {Show.NEW: 39, Show.GONE: 66, Show.ASKED: 0}
    assert not window.lines.filter.chips[Show.ASKED].isEnabled()
    window.lines.go_to(next(row.number for row in window.comparing.comparison.rows if row.reference == "A/R.6.114"))
    (box,) = window.lines.pane.questions
    assert box.back.isVisibleTo(window)
    assert "Agreed with the service" in box.accessibleName()
    box.back.click()
    assert counts(window)[Show.ASKED] == 1
    assert window.row
    assert window.row.reference == "A/R.6.114"


def test_decisions_are_made_by_keyboard_alone(window: CompareWindow) -> None:
    window.lines.next_question()
    while not (window.row and window.row.asked):
        window.lines.next_question()
    window.lines.table.setFocus()
    press(window.lines.table, Qt.Key.Key_F6)
    (box,) = window.lines.pane.questions
    assert box.reason.hasFocus()
    press(box.reason, Qt.Key.Key_F6)
    assert window.lines.filter.text.hasFocus()
    press(window.lines.filter.text, Qt.Key.Key_F6)
    assert window.lines.table.hasFocus()
    press(window, Qt.Key.Key_E, control=True)
    press(box.reason, Qt.Key.Key_Tab, shift=True)
    assert box.other.hasFocus()
    press(box.other, Qt.Key.Key_Space)
    assert window.lines.table.hasFocus()
    assert counts(window)[Show.ASKED] == 4


@pytest.mark.parametrize("filtered", [True, False])
def test_after_a_decision_the_next_one_waits_and_no_key_too_many_decides_it(
    window: CompareWindow, qtbot: QtBot, filtered: bool
) -> None:
    if filtered:
        window.lines.filter.chips[Show.ASKED].click()
    asked = [row.number for row in window.comparing.comparison.rows if row.asked]
    window.lines.go_to(asked[1])
    (box,) = window.lines.pane.questions
    QApplication.processEvents()
    place = box.other.mapTo(window, box.other.rect().center())
    QTest.mouseDClick(box.other, Qt.MouseButton.LeftButton)
    assert counts(window)[Show.ASKED] == 5
    box.other.setFocus()
    press(box.other, Qt.Key.Key_Space)
    assert window.row
    assert window.row.reference == "A/R.6.202"
    assert window.lines.table.hasFocus()
    QApplication.processEvents()
    assert box.other.mapTo(window, box.other.rect().center()) == place
    press(window.lines.table, Qt.Key.Key_Space)
    press(window.lines.table, Qt.Key.Key_Return)
    assert window.lines.filter.text.text() == ""
    assert counts(window)[Show.ASKED] == 4
    assert window.lines.status.words.text() == "A/R.6.201: not the same saving"
    window.lines.status.back.click()
    assert window.row.reference == "A/R.6.201"
    assert counts(window)[Show.ASKED] == 5
    assert not window.lines.status.back.isVisibleTo(window)
    assert (box.same.shortcut().toString(), box.other.shortcut().toString()) == ("Alt+S", "Alt+N")
    box.same.click()
    assert counts(window)[Show.ASKED] == 4
    press(window, Qt.Key.Key_Z, control=True)
    press(window, Qt.Key.Key_Z, control=True)
    assert counts(window)[Show.ASKED] == 5


def test_suggestions_are_counted_and_come_after_all_that_has_to_be_decided(window: CompareWindow) -> None:
    bar = window.lines.filter
    assert bar.chips[Show.SUGGESTED].text() == "Suggested 8"
    bar.chips[Show.SUGGESTED].click()
    assert len(window.lines.model.rows) == 8
    press(window, Qt.Key.Key_F8)
    assert window.lines.status.words.text() == ONLY_SUGGESTED
    bar.chips[Show.SUGGESTED].click()
    bar.text.setText("same reference")
    press(bar.text, Qt.Key.Key_Return)
    assert all(row.asked for row in window.lines.model.rows)
    assert len(window.lines.model.rows) == 5


def test_no_forecast_moves_from_one_year_to_another(window: CompareWindow) -> None:
    bar = window.lines.filter
    assert not bar.number.isEnabled()
    assert bar.number.toolTip() == TWO_YEARS
    window.lines.go_to(next(row.number for row in window.comparing.comparison.rows if row.reference == "A/R.6.114"))
    window.lines.pane.questions[0].same.click()
    row = next(row for row in window.comparing.comparison.rows if row.reference == "A/R.6.114")
    assert window.lines.model.what(row) == "Changed: title, plan and 13 more"
    window.lines.go_to(row.number)
    assert "moved" not in window.lines.pane._changes.text()


def test_a_saving_is_said_to_have_become_several(window: CompareWindow) -> None:
    comparison = window.comparing.comparison
    window.lines.go_to(next(row.number for row in comparison.rows if row.reference == "A/R.6.210"))
    asked: list[str] = []

    def answer() -> None:
        (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, PartnersDialog))
        ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
        asked.append(f"{ok.isEnabled()} {dialog.list.count()}")
        dialog.words.setText("transport")
        shown = [place for place in range(dialog.list.count()) if not dialog.list.item(place).isHidden()]
        asked.append(str(len(shown) < dialog.list.count()))
        for place in (0, 1):
            dialog.list.item(place).setCheckState(Qt.CheckState.Checked)
        dialog.reason.setText("One contract became two")
        ok.click()

    QTimer.singleShot(0, answer)
    window.split()
    assert asked == ["False 40", "True"]
    assert [row.kind for row in window.comparing.comparison.rows if row.part] == ["split", "split"]
    QTimer.singleShot(0, think_better)
    window.join()
    assert len(window.comparing.memory.decisions) == 2


def test_rows_are_filtered_by_chips_amount_and_words(quarters: CompareWindow, qtbot: QtBot) -> None:
    bar, model = quarters.lines.filter, quarters.lines.model
    press(quarters, Qt.Key.Key_F, control=True)
    assert bar.text.hasFocus()
    QTest.keyClicks(bar.number, "284")
    press(bar.number, Qt.Key.Key_Return)
    assert [row.reference for row in model.rows] == ["A/R.6.266"]
    assert bar.told.text() == "1 of 40 rows"
    assert "Direction computed: worsening" in quarters.lines.pane._changes.text()
    assert quarters.lines.table.hasFocus()
    bar.number.setText("285")
    press(bar.number, Qt.Key.Key_Return)
    assert len(model.rows) == 0
    assert quarters.row is None
    quarters.go_to_line()
    quarters.ask_life()
    bar.number.setText("lots")
    press(bar.number, Qt.Key.Key_Return)
    assert "lots" in bar.number.accessibleDescription()
    quarters.lines.show_all()
    assert len(model.rows) == 40
    bar.chips[Show.WORSE].click()
    assert [row.reference for row in model.rows] == ["A/R.6.266"]
    quarters.lines.next_question()
    assert quarters.lines.status.words.text() == NOTHING_LEFT


def test_the_movement_of_one_year_leads_back_to_its_saving(quarters: CompareWindow) -> None:
    assert quarters.pages.count() == 2
    assert quarters.head.names.text() == "savings-tracker-2020-21.xlsx   →   later.xlsx"
    assert quarters.movement
    quarters.pages.setCurrentIndex(MOVEMENT)
    assert "285 worse" in quarters.movement.sentence.text()
    QApplication.processEvents()
    rows = quarters.movement.lines
    assert rows.viewport().height() >= rows.verticalHeader().length()
    sizes = quarters.movement._parts.sizes()
    quarters.movement._parts.splitterMoved.emit(300, 1)
    quarters.resize(1300, 600)
    assert quarters.movement._parts.sizes()[1] != 0
    assert sum(quarters.movement._parts.sizes()) < sum(sizes)
    press(quarters, Qt.Key.Key_F6)
    quarters.lines.filter.chips[Show.CHANGED].click()
    quarters.movement.lines.row_chosen.emit(None)
    assert quarters.pages.currentIndex() == MOVEMENT
    quarters.movement.lines.row_chosen.emit(0)
    assert quarters.pages.currentIndex() == 0
    assert quarters.row
    assert quarters.row.number == 0
    quarters.swap()
    anew = quarters.movement
    assert "285 better" in anew.sentence.text()


def test_a_comparison_follows_an_edit_when_the_officer_comes_back(
    quarters: CompareWindow, driver: Driver, qtbot: QtBot
) -> None:
    assert quarters.comparing.earlier.document is driver.tab.document
    driver.window.activateWindow()
    qtbot.waitUntil(driver.window.isActiveWindow)
    driver.tab.document.edit(driver.tracker["A/R.6.266"].line, "forecast_q4", "-90")
    assert quarters.head.stale.isVisibleTo(quarters)
    quarters.activateWindow()
    qtbot.waitUntil(quarters.isActiveWindow)
    assert not quarters.head.stale.isVisibleTo(quarters)
    assert quarters.comparing.comparison.counts[Show.WORSE] == 0
    press(quarters, Qt.Key.Key_F5)
    assert quarters.row


def test_a_row_leads_to_its_line_in_the_tracker(window: CompareWindow, driver: Driver) -> None:
    window.lines.go_to(next(row.number for row in window.comparing.comparison.rows if row.reference == "B/R.6.214"))
    window.go_to_line()
    assert driver.seen.current()[0] == "B/R.6.214"
    window.lines.go_to(next(row.number for row in window.comparing.comparison.rows if row.later is None))
    window.go_to_line()
    assert window.lines.status.words.text() == NOT_OPEN


def test_rows_are_copied_exported_and_printed(window: CompareWindow, driver: Driver, tmp_path: Path) -> None:
    window.lines.filter.chips[Show.ASKED].click()
    window.lines.table.selectAll()
    window.lines.copy()
    assert QGuiApplication.clipboard().text().count("\n") == 6
    driver.prompts.chosen, driver.prompts.to_write = 1, tmp_path / "asked.csv"
    press(window, Qt.Key.Key_S, control=True)
    assert (tmp_path / "asked.csv").read_text("utf-8-sig").count("A/R.") >= 5

    def to_file(printer: QPrinter, _window: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return True

    window.ask_printer = to_file
    press(window, Qt.Key.Key_P, control=True)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_texts_that_differ_are_told_in_words_and_follow_the_theme(window: CompareWindow, driver: Driver) -> None:
    window.lines.go_to(next(row.number for row in window.comparing.comparison.rows if row.reference == "A/R.6.201"))
    change = window.lines.pane._texts.rows[0]
    assert "removed" in change.text.accessibleDescription()
    before = change.text.toHtml()
    driver.window.choose_look(Appearance.DARK)
    assert change.text.toHtml() != before
    driver.window.choose_look(Appearance.LIGHT)


def test_a_saving_that_goes_on_under_another_reference_shows_both_whole(window: CompareWindow) -> None:
    window.lines.go_to(next(row.number for row in window.comparing.comparison.rows if row.reference == "A/R.6.182"))
    before = window.lines.table.columnWidth(0)
    window.lines.pane.questions[0].same.click()
    window.lines.go_to(next(row.number for row in window.comparing.comparison.rows if row.reference == "A/R.6.182"))
    assert window.lines.table.currentIndex().siblingAtColumn(0).data() == "A/R.6.169 → A/R.6.182"
    assert window.lines.table.columnWidth(0) > before + 60
    assert "Reference" not in [change.heading.text().split(":")[0] for change in window.lines.pane._texts.rows]


def test_decisions_are_shared_from_the_window(window: CompareWindow, driver: Driver, tmp_path: Path) -> None:
    window.lines.next_question()
    window.lines.pane.questions[0].other.click()
    driver.prompts.to_write = driver.prompts.to_open = tmp_path / "ours.json"
    seen: list[str] = []

    def use() -> None:
        (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, DecisionsDialog))
        seen.extend(str(dialog.list.rows.index(0, column).data()) for column in range(3))
        buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
        buttons["&Export…"].click()
        dialog.back.click()
        seen.append(dialog.told.text())
        dialog.take_back()
        buttons["&Bring in…"].click()
        dialog.back.click()
        dialog.close()

    QTimer.singleShot(0, use)
    window.head.buttons["show_decisions"].click()
    assert seen[0].startswith("2017-18: A/R.6.114 ")
    assert seen[1].startswith("2020-21: A/R.6.114 ")
    assert seen[2:] == ["Not the same saving", NOTHING]
    assert counts(window)[Show.ASKED] == 5
