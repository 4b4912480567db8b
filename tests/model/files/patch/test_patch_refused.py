"""What can't be saved into, or not cell by cell, is refused in a sentence, and no file is touched."""

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from model.files.workbook_patch import Cached, NotSavedInto, Styled, Unpatchable, patch_workbook
from model.files.workbook_patch.changes import Change
from model.refusals import Refusal
from odd_workbooks import HEAD, MAIN, MAIN_TYPE, SHEET, a_sheet, a_workbook, relations
from packages import a_package, an_ods, parts_of
from patched import as_calamine_sees, contents

ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'


def refused(source: Path, changes: dict[tuple[str, str], Change] | None = None) -> str:
    """The sentence of a save that is refused; no file is there but the source, and that is whole."""
    content = source.read_bytes()
    target = source.with_name("after.xlsx")
    with pytest.raises(Refusal) as refusal:
        patch_workbook(source, target, changes or {("Sheet1", "A1"): 7})
    assert source.read_bytes() == content
    assert not target.exists()
    assert not list(source.parent.glob("~*"))
    return str(refusal.value)


def a_table(**about: str) -> dict[str, str | bytes]:
    attributes = " ".join(f'{name}="{value}"' for name, value in about.items())
    return {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("table", "../tables/table1.xml"), ("table", "gone.xml")),
        "xl/tables/table1.xml": f'<table xmlns="{MAIN}" displayName="Savings" ref="A1:B3" {attributes}><tableColumns>'
        '<tableColumn name="a" totalsRowLabel="Total"/><tableColumn name="b"/></tableColumns></table>',
    }


ROWS = "".join(
    f'<row r="{row}"><c r="A{row}"><f>1</f><v>1</v></c><c r="B{row}"><v>2</v></c></row>' for row in (1, 2, 3)
)


@pytest.mark.parametrize("about", [{}, {"totalsRowCount": "1"}])
def test_a_heading_of_a_table_is_refused(tmp_path: Path, about: dict[str, str]) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROWS), parts=a_table(**about))
    assert "A1 on sheet “Sheet1” is a heading of the table “Savings”" in refused(before)


def test_a_totals_row_that_the_table_fills_is_refused_and_the_rest_of_it_saved(tmp_path: Path) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROWS), parts=a_table(totalsRowCount="1"))
    assert "A3 on sheet “Sheet1” is in the totals row of the table" in refused(before, {("Sheet1", "A3"): 7})
    patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A3"): Cached(7), ("Sheet1", "B3"): 8, ("Sheet1", "A2"): 1})
    assert as_calamine_sees(tmp_path / "a.xlsx", "Sheet1", "B3") == 8


@pytest.mark.parametrize("about", [{"headerRowCount": "0"}, {"ref": "bad"}])
def test_a_table_without_headings_holds_no_cell(tmp_path: Path, about: dict[str, str]) -> None:
    parts = a_table(headerRowCount="0") if "ref" not in about else a_table()
    table = str(parts["xl/tables/table1.xml"])
    parts["xl/tables/table1.xml"] = table.replace("A1:B3", "x") if "ref" in about else table
    rows = ROWS.replace("<f>1</f>", "<f>SUM(Savings[a])</f>")
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows), parts=parts)
    assert patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A1"): 7}).cells


def test_a_table_that_lists_no_columns_holds_no_cell(tmp_path: Path) -> None:
    parts = a_table() | {"xl/tables/table1.xml": f'<table xmlns="{MAIN}" displayName="T" ref="A1:B3"/>'}
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROWS), parts=parts)
    assert patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A1"): 7}).cells


def test_a_cell_under_merged_ones_is_refused_and_the_first_of_them_saved(tmp_path: Path) -> None:
    merged = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="bad"/></mergeCells>'
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW, after=merged))
    assert "is covered by the merged cells A1:C1" in refused(before, {("Sheet1", "B1"): 7})
    assert patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A1"): 7}).cells


@pytest.mark.parametrize(("kind", "what"), [("array", "an array formula"), ("dataTable", "a data table")])
def test_a_cell_that_a_formula_fills_is_refused_and_its_result_refreshed(tmp_path: Path, kind: str, what: str) -> None:
    rows = f'<row r="1"><c r="A1"><f t="{kind}" ref="A1:B2">C1:D2</f><v>1</v></c><c r="B1"><v>2</v></c></row>'
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(rows))
    for cell in ("A1", "B1", "B2"):
        assert f"{cell} on sheet “Sheet1” is filled by {what} over A1:B2" in refused(before, {("Sheet1", cell): 7})
    assert "is filled by" in refused(before, {("Sheet1", "B1"): Cached(7)})
    patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A1"): Cached(7), ("Sheet1", "C5"): 1})
    assert as_calamine_sees(tmp_path / "a.xlsx", "Sheet1", "A1") == 7


def test_a_cell_with_a_linked_record_is_refused(tmp_path: Path) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet('<row r="1"><c r="A1" vm="1" t="e"><v>#VALUE!</v></c></row>'))
    assert "holds a linked record or a picture" in refused(before)


@pytest.mark.parametrize(
    ("place", "change", "why"),
    [
        ("A0", 1, "is no cell"),
        ("A1048577", 1, "is no cell"),
        ("XFE1", 1, "is no cell"),
        ("A1:B2", 1, "is no cell"),
        ("A1", Styled(1, like="?"), "“?” on sheet “Sheet1” is no cell"),
        ("A1", Styled(1, fill="red"), "has “red” for a colour"),
        ("A1", "x" * 32_768, "is longer than the 32,767 characters of a cell"),
        ("A1", "\U0001f600" * 16_384, "is longer than"),
        ("A1", "a\x01b", "has characters that a workbook can't hold"),
        ("A1", "\ud800", "has characters that a workbook can't hold"),
        ("A1", float("nan"), "is no number that a workbook can hold"),
        ("A1", float("-inf"), "is no number that a workbook can hold"),
        ("A1", 10**308, "is no number that a workbook can hold"),
    ],
)
def test_what_no_cell_can_hold_is_refused(tmp_path: Path, place: str, change: Change, why: str) -> None:
    assert why in refused(a_workbook(tmp_path / "b.xlsx", a_sheet(ROW)), {("Sheet1", place): change})


def test_the_longest_text_is_saved(tmp_path: Path) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW))
    patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A1"): "x" * 32_767})
    assert as_calamine_sees(tmp_path / "a.xlsx", "Sheet1", "A1") == "x" * 32_767


def test_a_sheet_is_found_whatever_its_case_and_a_chart_sheet_is_none(tmp_path: Path) -> None:
    before = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(before) as workbook:
        workbook.add_worksheet("R&D <1>").write("A1", 1)
        chart = workbook.add_chart({"type": "bar"})
        chart.add_series({"values": "='R&D <1>'!A1"})
        workbook.add_chartsheet("Chart").set_chart(chart)
    assert "has no worksheet “Chart”" in refused(before, {("Chart", "A1"): 1})
    assert "has no worksheet “Sheet9”" in refused(before, {("Sheet9", "A1"): 1})
    assert patch_workbook(before, tmp_path / "a.xlsx", {("r&d <1>", "A1"): 2}).cells


def test_a_workbook_of_an_older_or_other_kind_says_what_it_is(tmp_path: Path) -> None:
    ods = an_ods(tmp_path / "t.ods", [["x"]])
    assert "it is a workbook in the OpenDocument format" in refused(ods)
    text = tmp_path / "t.csv"
    text.write_text("a,b\n", encoding="utf-8")
    assert "it is a text file, and only .xlsx and .xlsm" in refused(text)
    old = tmp_path / "t.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le"))
    assert "it is an .xls workbook" in refused(old)


def test_a_protected_workbook_says_so(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    assert "is protected with a password" in refused(path)


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "an .xlsb workbook"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "it is no workbook"),
    ],
)
def test_the_kind_is_told_by_the_package_and_not_by_the_name(tmp_path: Path, kind: str, why: str) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW))
    types = contents(before)["[Content_Types].xml"].decode().replace(f"{MAIN_TYPE}.sheet.main+xml", kind)
    assert why in refused(a_workbook(tmp_path / "c.xlsx", a_sheet(ROW), parts={"[Content_Types].xml": types}))


def test_the_kind_may_be_told_by_the_ending(tmp_path: Path) -> None:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
        f' ContentType="x"/><Default Extension="xml" ContentType="{MAIN_TYPE}.sheet.main+xml"/></Types>'
    )
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW), parts={"[Content_Types].xml": types})
    assert patch_workbook(before, tmp_path / "a.xlsx", {("Sheet1", "A1"): 7}).cells


def test_a_package_that_names_no_workbook_is_refused(tmp_path: Path) -> None:
    assert "it is no workbook" in refused(a_package(tmp_path / "b.xlsx", {"a.txt": b"x"}))
    lost = a_workbook(
        tmp_path / "c.xlsx", a_sheet(ROW), parts={"_rels/.rels": relations(("officeDocument", "gone.xml"))}
    )
    assert "it is no workbook" in refused(lost)


@pytest.mark.parametrize("kind", ["macroEnabled.main+xml", "template", "addin"])
def test_macro_workbooks_templates_and_add_ins_are_saved_into(tmp_path: Path, kind: str) -> None:
    before = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW))
    types = contents(before)["[Content_Types].xml"].decode()
    full = {
        "macroEnabled.main+xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "template": f"{MAIN_TYPE}.template.main+xml",
        "addin": "application/vnd.ms-excel.addin.macroEnabled.main+xml",
    }[kind]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types.replace(f"{MAIN_TYPE}.sheet.main+xml", full),
        "xl/vbaProject.bin": bytes(range(256)) * 9,
    }
    macro = a_workbook(tmp_path / "c.xlsm", a_sheet(ROW), parts=parts)
    patch_workbook(macro, tmp_path / "a.xlsm", {("Sheet1", "A1"): 2})
    assert contents(tmp_path / "a.xlsm")["xl/vbaProject.bin"] == parts["xl/vbaProject.bin"]


@pytest.mark.parametrize(
    ("sheet", "why"),
    [
        ("", "is damaged"),
        ("<worksheet", "is damaged"),
        (f'{HEAD}<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet xmlns="{MAIN}"/>', "declares a document type"),
        (f'<worksheet xmlns="{MAIN}"/>', "has no rows"),
        (f'<worksheet xmlns="{MAIN}"><sheetData><sheetData/></sheetData></worksheet>', "has rows within rows"),
        (a_sheet('<row r="2"/><row r="1"/>'), "has rows that are out of order"),
        (a_sheet('<row r="x"/>'), "has rows that are out of order"),
        (a_sheet('<row r="1048577"/>'), "has rows that are out of order"),
        (a_sheet('<row r="1"><c r="B1"/><c r="A1"/></row>'), "has cells that are out of order"),
        (a_sheet('<row r="1"><c r="A2"/></row>'), "has cells that are out of order"),
        (a_sheet('<row r="1"><c r="?"/></row>'), "has cells that are out of order"),
        (a_sheet('<row r="2"><c r="?"><f>Z9</f></c></row>'), "has cells that are out of order"),
        (a_sheet('<row r="1"><c r="A1"><c r="B1"/></c></row>'), "has rows or cells within each other"),
        (a_sheet(ROW).replace("UTF-8", "utf-7"), "is damaged"),
        (a_sheet(ROW).replace("UTF-8", "nonsense"), "is damaged"),
        (a_sheet('<row r="1"><c r="A1"><v>\xff</v></c></row>').encode("latin-1"), "is damaged"),
    ],
)
def test_a_damaged_sheet_is_refused(tmp_path: Path, sheet: str | bytes, why: str) -> None:
    assert why in refused(a_workbook(tmp_path / "b.xlsx", sheet))


def test_a_missing_part_is_refused(tmp_path: Path) -> None:
    parts = parts_of(a_workbook(tmp_path / "b.xlsx", a_sheet(ROW)))
    del parts["[Content_Types].xml"]
    assert "its part [content_types].xml is missing" in refused(a_package(tmp_path / "c.xlsx", parts))


@pytest.mark.parametrize("twin", [SHEET, SHEET.upper(), "\\" + SHEET.replace("/", "\\")])
def test_a_part_that_is_there_twice_is_refused(tmp_path: Path, twin: str) -> None:
    path = a_workbook(tmp_path / "b.xlsx", a_sheet(ROW))
    content = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(content, "a") as package:
        about = zipfile.ZipInfo(twin if twin != SHEET else "xl/worksheets/sheet2.xml")
        package.writestr(about, b"x")
    path.write_bytes(content.getvalue().replace(b"xl/worksheets/sheet2.xml", SHEET.encode()))
    assert "twice" in refused(path)


def test_a_kind_that_is_only_read_offers_the_export() -> None:
    assert str(NotSavedInto(Path("t.ods"), "an .ods")).endswith("Export a new workbook instead.")
    assert "�" in str(Unpatchable(Path("a\nb"), "why"))
