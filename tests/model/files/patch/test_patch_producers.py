"""A number, a text and a blank saved into workbooks of several producers change those cells and nothing else."""

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from libreoffice import converted
from model.files.workbook_patch import Cached, CellChange, Change, patch_workbook
from patched import as_calamine_sees, as_openpyxl_sees, assert_only

SHEET = "xl/worksheets/sheet1.xml"


def by_xlsxwriter(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Tracker")
        bold = workbook.add_format({"bold": True})
        sheet.write_row("A1", ["Reference", "Forecast", "Commentary", "Total"], bold)
        sheet.write_row("A2", ["A/R.6.176", -50.5, "On track"])
        sheet.write_rich_string("C3", "plain ", bold, "bold", " plain")
        sheet.write_formula("D2", "=B2*2", bold, -101)
        sheet.merge_range("A5:D5", "A note over all columns")
        sheet.autofilter("A1:D3")
        sheet.conditional_format("B2:B9", {"type": "data_bar", "data_bar_2010": True})
        sheet.data_validation("C2:C9", {"validate": "list", "source": ["On track", "Late"]})
        sheet.add_sparkline("F2", {"range": "Tracker!B2:B4"})
        sheet.write_comment("A2", "A note")
        sheet.set_row(6, None, None, {"hidden": True})
        sheet.protect("secret")
    return path


def by_openpyxl(path: Path) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Tracker"
    sheet.append(["Reference", "Forecast", "Commentary"])
    sheet.append(["A/R.6.176", -50.5, "On track", "=B2*2"])
    sheet["B2"].fill = PatternFill("solid", fgColor="FFCC00")
    sheet["A2"].comment = Comment("A note", "somebody")
    workbook.create_sheet("Hidden").sheet_state = "veryHidden"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=2), titles_from_data=True)
    workbook.create_chartsheet("Chart").add_chart(chart)
    workbook.save(path)
    return path


def by_excelize(path: Path) -> Path:
    excelize = pytest.importorskip("excelize", reason="excelize is not installed")
    workbook = excelize.new_file()
    workbook.set_sheet_name("Sheet1", "Tracker")
    cells = {"A1": "Reference", "B2": -50.5, "C2": "On track", "A3": "x"}
    for place, value in cells.items():
        workbook.set_cell_value("Tracker", place, value)
    workbook.set_cell_formula("Tracker", "D2", "B2*2")
    workbook.merge_cell("Tracker", "A5", "D5")
    workbook.save_as(str(path))
    workbook.close()
    return path


PRODUCERS = pytest.mark.parametrize("make", [by_xlsxwriter, by_openpyxl, by_excelize])
Make = Callable[[Path], Path]


@PRODUCERS
@pytest.mark.parametrize(
    ("value", "seen"),
    [(Decimal("-12.5"), -12.5), ("Agreed & <signed>\nlater ", "Agreed & <signed>\nlater "), (None, None)],
)
@pytest.mark.parametrize("place", ["B2", "C2"])
def test_one_cell_is_saved_and_nothing_else_changes(
    tmp_path: Path, make: Make, place: str, value: Decimal | str | None, seen: object
) -> None:
    before, after = make(tmp_path / "before.xlsx"), tmp_path / "after.xlsx"
    receipt = patch_workbook(before, after, {("Tracker", place): value})
    old = Decimal("-50.5") if place == "B2" else "On track"
    assert receipt.cells == (CellChange("Tracker", place, old, value),)
    assert as_openpyxl_sees(after, "Tracker", place) == seen
    assert as_calamine_sees(after, "Tracker", place) == seen
    stale = {"D2"} if place == "B2" else set()
    assert_only(before, after, SHEET, {place} | stale & {cell for _, cell in receipt.to_recalculate})


@PRODUCERS
def test_a_save_without_a_change_gives_the_same_bytes(tmp_path: Path, make: Make) -> None:
    before, after = make(tmp_path / "before.xlsx"), tmp_path / "after.xlsx"
    receipt = patch_workbook(before, after, {("Tracker", "B2"): Decimal("-50.5"), ("Tracker", "Z99"): None})
    assert after.read_bytes() == before.read_bytes()
    assert (receipt.cells, receipt.changed_parts) == ((), ())


@PRODUCERS
def test_a_save_without_a_change_leaves_the_file_alone(tmp_path: Path, make: Make) -> None:
    path = make(tmp_path / "tracker.xlsx")
    before = path.stat()
    patch_workbook(path, path, {("Tracker", "C2"): "On track"})
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@PRODUCERS
def test_a_workbook_is_saved_into_itself(tmp_path: Path, make: Make) -> None:
    path = make(tmp_path / "tracker.xlsx")
    patch_workbook(path, path, {("Tracker", "B2"): -7})
    assert as_openpyxl_sees(path, "Tracker", "B2") == -7
    assert [each.name for each in tmp_path.iterdir()] == ["tracker.xlsx"]


@pytest.mark.libreoffice
@pytest.mark.slow
def test_workbooks_that_libreoffice_writes_are_saved_into_and_read_by_it(tmp_path: Path) -> None:
    made = [by_xlsxwriter(tmp_path / "one.xlsx"), by_openpyxl(tmp_path / "two.xlsx")]
    changes: dict[tuple[str, str], Change] = {
        ("Tracker", "B2"): Decimal("-12.5"),
        ("Tracker", "C2"): "Later & <more>",
        ("Tracker", "A2"): None,
    }
    saved = []
    for before in converted(made, "xlsx", tmp_path):
        after = tmp_path / before.name
        receipt = patch_workbook(before, after, {**changes, ("Tracker", "D2"): Cached(-25)})
        assert_only(before, after, SHEET, {"A2", "B2", "C2", "D2"})
        assert [as_calamine_sees(after, "Tracker", place) for place in ("A2", "B2", "C2")] == [
            None,
            -12.5,
            "Later & <more>",
        ]
        assert receipt.to_recalculate == ()
        saved.append(after)
    shutil.rmtree(tmp_path / "profile")
    (tmp_path / "profile" / "user").mkdir(parents=True)
    for shown in converted(saved, "csv", tmp_path):
        assert shown.read_text(encoding="utf-8").splitlines()[1].startswith(",-12.5,Later & <more>,-25")
