"""The change log at the window: what was changed, filtered as one types, written as csv."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from driver import Driver
from gui.change_log_window import ChangeLogModel, ChangeLogWindow
from model.change_log import HEADINGS
from officer import Officer


@pytest.fixture
def officer() -> Officer:
    """An officer who has changed two lines of the example."""
    officer = Officer()
    officer.session.open_example()
    officer.types("A/R.6.266", "forecast_q4", "-90")
    officer.types("A/R.6.176", "commentary", "<b>Late</b>\nby a quarter")
    return officer


@pytest.fixture
def window(qtbot: QtBot, officer: Officer) -> ChangeLogWindow:
    """The change log, opened from the line A/R.6.266."""
    window = ChangeLogWindow(officer.session, officer.document, "A/R.6.266")
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    return window


def texts(window: ChangeLogWindow, column: str) -> list[str]:
    """What a column shows, from above."""
    model = window.model
    return [model.index(row, HEADINGS.index(column)).data() for row in range(model.rowCount())]


def test_the_newest_change_stands_first_in_one_line(window: ChangeLogWindow) -> None:
    assert texts(window, "Line") == ["A/R.6.176", "A/R.6.266"]
    assert texts(window, "To") == ["<b>Late</b> by a quarter", "−90"]
    assert texts(window, "Saved") == ["Not yet", "Not yet"]
    assert window.count.text() == "2 changes"


def test_amounts_stand_to_the_right_and_words_do_not(window: ChangeLogWindow) -> None:
    sides = [window.model.index(row, HEADINGS.index("To")).data(Qt.ItemDataRole.TextAlignmentRole) for row in (0, 1)]
    assert sides[0] is None
    assert Qt.AlignmentFlag(sides[1]) & Qt.AlignmentFlag.AlignRight
    assert window.model.index(1, HEADINGS.index("Line")).data(Qt.ItemDataRole.TextAlignmentRole) is None


def test_the_whole_text_is_in_the_tip_and_no_tag_of_it_works(window: ChangeLogWindow) -> None:
    index = window.model.index(0, HEADINGS.index("To"))
    assert "&lt;b&gt;Late" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert window.model.index(0, HEADINGS.index("Source")).data(Qt.ItemDataRole.ToolTipRole) is None


def test_words_and_the_line_filter_it(window: ChangeLogWindow) -> None:
    window.text.setText("late COMMENTARY")
    assert texts(window, "Line") == ["A/R.6.176"]
    assert window.count.text() == "1 change"
    window.only_line.setChecked(True)
    assert window.count.text() == "0 changes"
    assert not window.export.isEnabled()
    window.text.clear()
    assert texts(window, "Line") == ["A/R.6.266"]


def test_without_a_line_nothing_is_offered_for_it(qtbot: QtBot, officer: Officer) -> None:
    window = ChangeLogWindow(officer.session, officer.document, "")
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    assert not window.only_line.isVisibleTo(window)


def test_what_is_shown_is_exported_the_oldest_first(window: ChangeLogWindow, officer: Officer, tmp_path: Path) -> None:
    officer.prompts.to_write = tmp_path / "log.csv"
    window.export.click()
    written = (tmp_path / "log.csv").read_text("utf-8-sig")
    assert written.index("A/R.6.266") < written.index("A/R.6.176")
    assert officer.prompts.told[-1][0] == "Exported 2 changes as “log.csv”."


def test_the_model_keeps_qts_rules(window: ChangeLogWindow, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(window.model)  # type: ignore[no-untyped-call]
    assert ChangeLogModel().rowCount() == 0


def test_the_command_shows_the_log_of_the_tracker_in_front(driver: Driver) -> None:
    driver.window.session.open_example()
    driver.types_forecast("A/R.6.266", 4, "-90")
    driver.chooses("show_log")
    (log,) = driver.window.findChildren(ChangeLogWindow)
    assert texts(log, "To") == ["−90"]
    assert log.windowTitle().startswith("Change log: Example")
    assert log.only_line.text() == "Only A/R.6.267"
    assert log.close()


def test_the_tracker_is_exported_with_the_changes_that_are_shown(
    window: ChangeLogWindow, officer: Officer, tmp_path: Path
) -> None:
    window.text.setText("late")
    officer.prompts.to_write = tmp_path / "copy.xlsx"
    window.export_workbook.click()
    sheet = openpyxl.load_workbook(tmp_path / "copy.xlsx")["Change log"]
    assert [row[2] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["A/R.6.176"]
    window.text.setText("nothing like it")
    assert not window.export_workbook.isEnabled()


def test_the_menu_exports_the_tracker_in_front_with_its_log(driver: Driver, tmp_path: Path) -> None:
    driver.window.session.open_example()
    driver.types_forecast("A/R.6.266", 4, "-90")
    driver.prompts.to_write = tmp_path / "copy.xlsx"
    driver.chooses("export_with_log")
    assert openpyxl.load_workbook(tmp_path / "copy.xlsx")["Change log"]["F2"].value == -90
