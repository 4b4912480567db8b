"""The change log as a sheet of an exported workbook."""

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from fake_prompts import FakePrompts
from model.change_log import HEADINGS, LogEntry
from model.files.log_sheet import CHANGE_LOG
from model.files.reading import read_year
from model.resources import EXAMPLE
from model.tracker import Tracker
from officer import Officer

WHEN = datetime(2020, 7, 10, 9, 30, 15, tzinfo=UTC)


def an_entry(before: str, after: str, key: str = "forecast_q4", why: str = "") -> LogEntry:
    """A change of a line."""
    return LogEntry(WHEN, "M. Officer", "A/R.6.266", key, before, after, why, "", "Edit")


def written(folder: Path, *entries: LogEntry) -> Worksheet:
    """The change log's sheet of an export of the example."""
    Tracker(read_year(EXAMPLE)).export(folder / "out.xlsx", entries)
    return openpyxl.load_workbook(folder / "out.xlsx")[CHANGE_LOG]


def test_figures_are_numbers_times_are_times_and_text_is_no_formula(tmp_path: Path) -> None:
    sheet = written(tmp_path, an_entry("−1,400", "−89.5"), an_entry("", '=HYPERLINK("x")', "commentary", "+why\n=1+1"))
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == HEADINGS
    assert rows[1][:6] == (
        WHEN.astimezone().replace(tzinfo=None), "M. Officer", "A/R.6.266", "Q4 forecast", -1400, -89.5,
    )  # fmt: skip
    assert rows[2][4:7] == (None, '=HYPERLINK("x")', "+why\n=1+1")
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:I3")


def test_an_export_without_a_log_has_no_such_sheet_and_one_with_an_empty_log_has_its_headings(tmp_path: Path) -> None:
    assert [row[0].value for row in written(tmp_path).iter_rows()] == ["When"]
    Tracker(read_year(EXAMPLE)).export(tmp_path / "without.xlsx")
    assert CHANGE_LOG not in openpyxl.load_workbook(tmp_path / "without.xlsx").sheetnames


def test_the_tracker_is_read_back_the_same_with_a_log_beside_it(tmp_path: Path) -> None:
    year = read_year(EXAMPLE)
    written(tmp_path, *(an_entry("−1", "−2") for _ in range(60)))
    assert [saving.plan_total for saving in read_year(tmp_path / "out.xlsx")] == [saving.plan_total for saving in year]


def test_what_a_cell_can_not_hold_is_told(tmp_path: Path) -> None:
    entry = an_entry("a\x01b", "fine", "commentary")
    report = Tracker(read_year(EXAMPLE)).export(tmp_path / "out.xlsx", [entry])
    assert any("The change log's line 1" in remark for remark in report.remarks)


@pytest.fixture
def officer(tmp_path: Path) -> Officer:
    """An officer who has changed the example and saves it as a workbook, then changes it again."""
    officer = Officer()
    officer.session.open_example()
    officer.types("A/R.6.266", "forecast_q4", "-90")
    assert officer.saves_as(tmp_path / "tracker.xlsx")
    officer.types("A/R.6.176", "commentary", "Late by a quarter")
    return officer


def test_an_export_with_the_log_holds_what_is_saved_and_what_is_not(officer: Officer, tmp_path: Path) -> None:
    officer.prompts.to_write = tmp_path / "copy.xlsx"
    assert officer.session.export_with_log()
    assert officer.prompts.told[-1][0] == "Exported as “copy.xlsx”, with 2 changes on its sheet “Change log”."
    sheet = openpyxl.load_workbook(tmp_path / "copy.xlsx")[CHANGE_LOG]
    assert [(row[2], row[8]) for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        ("A/R.6.266", "Yes"),
        ("A/R.6.176", "Not yet"),
    ]


def test_thinking_better_of_it_writes_nothing(officer: Officer) -> None:
    officer.prompts.to_write = None
    told = list(officer.prompts.told)
    assert not officer.session.export_with_log()
    assert officer.prompts.told == told


def test_nothing_open_exports_nothing() -> None:
    assert not Officer().session.export_with_log()
    assert FakePrompts().told == []
