"""The window of a comparison: asked for by a key, decided by buttons, filtered, printed, and left again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from driver import Driver
from gui.compare import CompareWindow, LifeWindow
from gui.compare.partners_dialog import PartnersDialog
from gui.compare.window import MOVEMENT, NOT_OPEN
from gui.look import Appearance
from model.appendix.refused import PrintingFailed
from model.comparison import Show, Side
from model.lineage import Verdict
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


@pytest.fixture
def window(driver: Driver) -> CompareWindow:
    """2020-21, open, compared with the file of 2017-18."""
    driver.opens(OF_2020)
    driver.prompts.to_open = OF_2017
    driver.chooses("compare_with")
    return the_window()


@pytest.fixture
def quarters(driver: Driver, tmp_path: Path) -> CompareWindow:
    """2020-21 as it is open, compared with a copy in which A/R.6.266 is forecast 285 worse."""
    driver.opens(OF_2020)
    driver.prompts.to_write = tmp_path / "later.xlsx"
    driver.tracker.edit("A/R.6.266", "forecast_q4", "-90")
    driver.chooses("export")
    driver.tracker.undo()
    driver.prompts.to_open = tmp_path / "later.xlsx"
    driver.chooses("compare_with")
    window = the_window()
    if window.comparing.later.document is not None:
        window.swap()
    return window


def think_better() -> None:
    """Closes the dialog that is open."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


def press(window: QWidget, key: Qt.Key, *, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window, key, held)


def counts(window: CompareWindow) -> dict[Show, int]:
    return {show: window.comparing.comparison.counts[show] for show in (Show.NEW, Show.GONE, Show.ASKED)}


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
    assert box.same.hasFocus()
    press(box.same, Qt.Key.Key_Space)
    assert box.back.hasFocus()
    press(box.back, Qt.Key.Key_F6)
    assert window.lines.filter.text.hasFocus()
    press(window.lines.filter.text, Qt.Key.Key_F6)
    assert window.lines.table.hasFocus()
    assert counts(window)[Show.ASKED] == 4


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
    assert bar.told.text() == "Nothing is left to decide in the rows shown"


def test_the_movement_of_one_year_leads_back_to_its_saving(quarters: CompareWindow) -> None:
    assert quarters.pages.count() == 2
    assert quarters.movement
    quarters.pages.setCurrentIndex(MOVEMENT)
    assert "285 worse" in quarters.movement.sentence.text()
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
    driver.tab.document.edit(driver.tracker["A/R.6.266"].line, "forecast_q4", "-90")
    assert quarters.head.stale.isVisibleTo(quarters)
    press(quarters, Qt.Key.Key_F5)
    assert not quarters.head.stale.isVisibleTo(quarters)
    assert quarters.comparing.comparison.counts[Show.WORSE] == 0


def test_a_row_leads_to_its_line_in_the_tracker(window: CompareWindow, driver: Driver) -> None:
    window.lines.go_to(next(row.number for row in window.comparing.comparison.rows if row.reference == "B/R.6.214"))
    window.go_to_line()
    assert driver.seen.current()[0] == "B/R.6.214"
    window.lines.go_to(next(row.number for row in window.comparing.comparison.rows if row.later is None))
    window.go_to_line()
    assert window.lines.filter.told.text() == NOT_OPEN


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


def test_decisions_are_shared_from_the_window(window: CompareWindow, driver: Driver, tmp_path: Path) -> None:
    driver.prompts.chosen, driver.prompts.to_write = 0, tmp_path / "ours.json"
    window.head.buttons["share_decisions"].click()
    assert (tmp_path / "ours.json").exists()


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
    window: CompareWindow, driver: Driver, qtbot: QtBot
) -> None:
    window.lines.go_to(next(row.number for row in window.comparing.comparison.rows if row.reference == "A/R.6.114"))
    window.ask_life()
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
    driver.prompts.folder = EXAMPLES
    life.add_folder()
    life.refresh()
    assert len(life.saving.trackers) == 2
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
