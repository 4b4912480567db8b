"""One grid from any workbook: the same cells at the same places, whatever the format or the name."""

import datetime
import subprocess
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from binary_workbooks import an_xls, an_xlsb
from model.files import package
from model.files.grid import SUFFIXES, Grid, cell_name, read_grids
from packages import SHARED, SHEET, Value, a_package, an_ods, an_xlsx, an_xlsx_with, changed, parts_of

ROWS = (("Reference", "Title", "Plan"), ("A/R.6.001", "C&YP <p> – café", -250.5), ("A/R.6.002", "=SUM(A1)", 0.0))


def only(path: Path) -> Grid:
    """The one grid of a file."""
    (grid,) = read_grids(path)
    return grid


def cells(path: Path) -> list[list[object]]:
    """The rows of the first sheet."""
    return [list(row) for row in read_grids(path)[0].rows]


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(0, 0, "A1"), (3, 1, "B4"), (0, 25, "Z1"), (0, 26, "AA1"), (9, 701, "ZZ10"), (1048575, 16383, "XFD1048576")],
)
def test_a_cell_has_the_name_that_spreadsheets_give_it(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name


def test_a_workbook_of_either_kind_in_use_gives_its_cells(tmp_path: Path) -> None:
    rows = [list(row) for row in ROWS]
    assert cells(an_ods(tmp_path / "tracker.ods", ROWS)) == rows
    with xlsxwriter.Workbook(tmp_path / "tracker.xlsx", {"strings_to_formulas": False}) as workbook:
        sheet = workbook.add_worksheet()
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
    assert cells(tmp_path / "tracker.xlsx") == rows


@pytest.mark.libreoffice
def test_every_format_that_a_spreadsheet_program_writes_gives_the_same_cells(tmp_path: Path) -> None:
    rows: list[list[Value]] = [[f"A/R.6.{number:03}", "C&YP – café £", -number / 4, number] for number in range(50)]
    start = an_xlsx(tmp_path / "tracker.xlsx", [["", "Title", "", ""], *rows])
    for kind in ("xls", "ods", "xlsm:Calc MS Excel 2007 VBA XML"):
        folder = tmp_path / kind[:4]
        options = [f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", kind]
        subprocess.run(["soffice", *options, "--outdir", folder, start], check=True, capture_output=True, timeout=120)
        (converted,) = folder.iterdir()
        assert cells(converted) == cells(start)
        assert only(converted).kind == kind[:4].rstrip(":")


def test_the_two_binary_formats_of_excel_give_their_cells(tmp_path: Path) -> None:
    values: dict[tuple[int, int], str | float] = {(1, 1): "Title", (2, 3): -5.5}
    expected = [["", "", "", ""], ["", "Title", "", ""], ["", "", "", -5.5]]
    for path in (an_xlsb(tmp_path / "tracker.xlsb", values), an_xls(tmp_path / "tracker.xls", values)):
        assert cells(path) == expected
        assert (only(path).name, only(path).kind) == ("Tracker", path.suffix[1:])


@pytest.mark.parametrize("suffix", [".xlsx", ".ods", ".xlsb", ".xls"])
def test_cells_stand_where_the_sheet_has_them_though_nothing_stands_before_them(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"tracker{suffix}"
    match suffix:
        case ".xlsx":
            an_xlsx_with(path, {"C4": "Title"})
        case ".ods":
            an_ods(path, [[], [], [], [None, None, "Title"]])
        case ".xlsb":
            an_xlsb(path, {(3, 2): "Title"})
        case _:
            an_xls(path, {(3, 2): "Title"})
    rows = only(path).rows
    assert (len(rows), rows[3][2], sum(map(bool, rows[3]))) == (4, "Title", 1)


def test_all_worksheets_come_in_order_hidden_ones_marked_and_charts_left_out(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "tracker.xlsx") as workbook:
        workbook.add_worksheet("Notes").write("A1", "n")
        workbook.add_worksheet("Old").hide()
        workbook.add_chartsheet("Chart")
        workbook.add_worksheet("Lists").very_hidden()
        workbook.add_worksheet("Tracker & more").write("A1", "t")
    grids = read_grids(tmp_path / "tracker.xlsx")
    assert [grid.name for grid in grids] == ["Notes", "Old", "Lists", "Tracker & more"]
    assert [grid.hidden for grid in grids] == [False, True, True, False]
    assert list(grids[1].rows) == []


def test_each_sort_of_value_comes_as_what_it_is(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "tracker.xlsx") as workbook:
        sheet = workbook.add_worksheet()
        day, time = workbook.add_format({"num_format": "d/m/yyyy"}), workbook.add_format({"num_format": "hh:mm"})
        sheet.write_row(0, 0, [-50, 80.66, True, "Text ", "0"])
        sheet.write_datetime(1, 0, datetime.date(2017, 10, 31), day)
        sheet.write_datetime(1, 1, datetime.time(9, 30), time)
        sheet.write_formula(1, 2, "=A1*2", None, -100)
        sheet.write_formula(1, 3, '="a"&"b"', None, "ab")
        sheet.merge_range("A3:C3", "Merged")
        sheet.write_rich_string("A4", "plain ", workbook.add_format({"bold": True}), "bold", " plain")
    rows = cells(tmp_path / "tracker.xlsx")
    assert rows[0] == [-50, 80.66, True, "Text ", "0"]
    assert rows[1][:4] == [datetime.date(2017, 10, 31), datetime.time(9, 30), -100, "ab"]
    assert rows[2][:3] == ["Merged", "", ""]
    assert rows[3][0] == "plain bold plain"


def test_texts_inside_the_cells_come_as_shared_ones_do(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet["A1"] = CellRichText("plain ", TextBlock(InlineFont(b=True), "bold"))
    sheet["B2"] = "two\nlines"
    workbook.save(tmp_path / "tracker.xlsx")
    assert cells(tmp_path / "tracker.xlsx") == [["plain bold", ""], ["", "two\nlines"]]


def test_an_error_value_stays_visible_as_text(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "tracker.xlsx") as workbook:
        sheet, bold = workbook.add_worksheet(), workbook.add_format({"bold": True})
        sheet.write_formula("A1", "=B9/0", None, "#DIV/0!")
        sheet.write_formula("B1", "=NA()", bold, "#N/A")
        sheet.write("C1", 't="e" #REF!')
    assert cells(tmp_path / "tracker.xlsx") == [["#DIV/0!", "#N/A", 't="e" #REF!']]


def test_an_error_value_in_an_open_document_stays_visible_as_text(tmp_path: Path) -> None:
    path = an_ods(tmp_path / "tracker.ods", [["ref", "x"]])
    written = b'office:value-type="string"><text:p>ref</text:p>'
    error = b'office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p>'
    assert cells(changed(path, ("content.xml", written, error))) == [["#REF!", "x"]]


@pytest.mark.parametrize("suffix", [".xls", ".xlsb", ".ods", ".csv", ".txt", ""])
def test_a_workbook_under_another_ending_is_read_by_what_it_holds(suffix: str, tmp_path: Path) -> None:
    path = an_xlsx(tmp_path / "tracker.xlsx", [["x", 1]])
    renamed = path.rename(tmp_path / f"renamed{suffix}")
    assert (cells(renamed), only(renamed).kind) == ([["x", 1]], "xlsx")


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_an_old_workbook_under_another_ending_is_read_by_what_it_holds(suffix: str, tmp_path: Path) -> None:
    path = an_xls(tmp_path / f"tracker{suffix}", {(0, 0): "x"})
    assert (cells(path), only(path).kind) == ([["x"]], "xls")


def test_a_text_under_a_workbooks_ending_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_text("Reference\tPlan\nA/R.6.001\t-50\n", encoding="utf-8")
    assert (cells(path), only(path).kind) == ([["Reference", "Plan"], ["A/R.6.001", "-50"]], "txt")


def test_a_claim_of_the_largest_sheet_costs_nothing(tmp_path: Path) -> None:
    path = changed(an_xlsx(tmp_path / "tracker.xlsx"), (SHEET, b'ref="A1"', b'ref="A1:XFD1048576"'))
    assert cells(path) == [["x"]]


def test_formats_without_values_far_away_are_no_cells(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "tracker.xlsx") as workbook:
        sheet, bold = workbook.add_worksheet(), workbook.add_format({"bold": True})
        sheet.write("A1", "x")
        sheet.write_blank("XFD1048576", None, bold)
    assert cells(tmp_path / "tracker.xlsx") == [["x"]]


def test_wide_and_long_sheets_are_read_to_their_end(tmp_path: Path) -> None:
    path = an_xlsx_with(tmp_path / "tracker.xlsx", {"A1": "first", "CV12000": "last"})
    rows = only(path).rows
    assert (len(rows), rows[0][0], rows[11999][99]) == (12000, "first", "last")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param((SHEET, b'<c r="A1" t="s">', b'<c t="s">'), id="a cell that does not say where it is"),
        pytest.param((SHEET, b'<c r="A1" t="s">', b'<c  r="A1" t="s">'), id="a blank more"),
        pytest.param((SHEET, b"<sheetData>", b"<!-- <x:c > --><sheetData>"), id="a name with a prefix"),
        pytest.param((SHARED, b"<si>", b"<!-- --><si>"), id="a remark among the texts"),
        pytest.param((SHARED, b' count="1"', b' count="999999999"'), id="a claim of many texts"),
    ],
)
def test_a_sheet_written_in_an_unusual_way_gives_the_same_cells(
    change: tuple[str, bytes, bytes], tmp_path: Path
) -> None:
    assert cells(changed(an_xlsx(tmp_path / "tracker.xlsx"), change)) == [["x"]]


def test_pictures_and_macros_in_a_workbook_are_never_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = parts_of(an_xlsx(tmp_path / "tracker.xlsm"))
    parts |= {"xl/media/image1.png": bytes(100_000), "xl/embeddings/oleObject1.bin": bytes(100_000)}
    path = a_package(tmp_path / "tracker.xlsm", parts)
    monkeypatch.setattr(package, "LARGEST_UNPACKED", 50_000)
    assert (cells(path), only(path).kind) == ([["x"]], "xlsm")


def test_every_kind_that_can_be_opened_is_offered() -> None:
    assert set(SUFFIXES) == {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt"}
