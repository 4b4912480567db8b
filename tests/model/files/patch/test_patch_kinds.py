"""Each kind of content that a council's workbook may have, in a package of another producer: a save keeps all of it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import excelize
import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl.comments import Comment

from model.files.workbook_patch import patch_workbook
from odd_workbooks import HEAD, OFFICE, RELS, SHEET, relations
from packages import a_package, parts_of
from patched import as_calamine_sees, as_openpyxl_sees, assert_only, contents, differing_cells

THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
LINES = (("Reference", "Forecast", "Commentary"), ("A/R.6.176", -50.5, "On track"), ("A/R.6.181", -20, "Late"))
Make = Callable[[Path], object]


def of_xlsxwriter(path: Path, do: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], object]) -> None:
    """A tracker by XlsxWriter with something more in it."""
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Tracker")
        for number, line in enumerate(LINES):
            sheet.write_row(number, 0, line)
        do(workbook, sheet)


def with_more(path: Path, parts: Mapping[str, bytes], *sheets: tuple[str, str], package: str = "") -> None:
    """Put further parts into a package, and name them: from its sheet by kind and target, or beside its workbook."""
    held = parts_of(path) | dict(parts)
    if sheets:
        held["xl/worksheets/_rels/sheet1.xml.rels"] = relations(*sheets).encode()
    held["_rels/.rels"] = held["_rels/.rels"].replace(b"</Relationships>", package.encode() + b"</Relationships>")
    a_package(path, held)


def inline_strings(path: Path) -> None:
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Tracker")
        for number, line in enumerate(LINES):
            sheet.write_row(number, 0, line)
    assert b"inlineStr" in contents(path)[SHEET]


def shared_formulas(path: Path) -> None:
    workbook = excelize.new_file()
    workbook.set_sheet_name("Sheet1", "Tracker")
    for row, line in enumerate(LINES, 1):
        for column, value in zip("ABC", line, strict=True):
            workbook.set_cell_value("Tracker", f"{column}{row}", value)
    options = excelize.FormulaOpts(type="shared", ref="E1:E3")
    workbook.set_cell_formula("Tracker", "E1", "D1&C1", options)
    workbook.save_as(str(path))
    workbook.close()
    assert b't="shared"' in contents(path)[SHEET]


def absolute_targets(path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].title = "Tracker"
    for line in LINES:
        workbook.worksheets[0].append(line)
    workbook.worksheets[0]["A2"].comment = Comment("A note", "somebody")
    workbook.save(path)
    assert b'"/xl/worksheets/sheet1.xml"' in contents(path)["xl/_rels/workbook.xml.rels"]


def a_label_in_both_places(path: Path) -> None:
    def custom(workbook: xlsxwriter.Workbook, _sheet: xlsxwriter.worksheet.Worksheet) -> None:
        workbook.set_custom_property("MSIP_Label_2096f6a2_Enabled", "true")
        workbook.set_custom_property("MSIP_Label_2096f6a2_Name", "Official")

    of_xlsxwriter(path, custom)
    label = b'<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"/>'
    kind = "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels"
    with_more(
        path,
        {"docMetadata/LabelInfo.xml": HEAD.encode() + label},
        package=f'<Relationship Id="rId9" Type="{kind}" Target="docMetadata/LabelInfo.xml"/>',
    )


def threaded_comments(path: Path) -> None:
    of_xlsxwriter(path, lambda _book, _sheet: None)
    comment = '<threadedComment ref="A2" dT="2020-07-10T09:30:00.00" personId="{1}" id="{2}"><text>Why?</text>'
    thread = f'{HEAD}<ThreadedComments xmlns="{THREADS}">{comment}</threadedComment></ThreadedComments>'.encode()
    people = f'{HEAD}<personList xmlns="{THREADS}"><person displayName="An officer" id="{{1}}"/></personList>'.encode()
    parts = {"xl/threadedComments/threadedComment1.xml": thread, "xl/persons/person.xml": people}
    with_more(path, parts, ("threadedComment", "../threadedComments/threadedComment1.xml"))
    assert RELS in contents(path)["xl/worksheets/_rels/sheet1.xml.rels"].decode()


def a_signature(path: Path) -> None:
    of_xlsxwriter(path, lambda _book, _sheet: None)
    signed = f'<Relationship Id="rId9" Type="{OFFICE}/origin" Target="_xmlsignatures/origin.sigs"/>'
    with_more(path, {"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>"}, package=signed)


KINDS: dict[str, Make] = {
    "inline strings": inline_strings,
    "shared formulas": shared_formulas,
    "absolute targets and comments": absolute_targets,
    "a label in both places": a_label_in_both_places,
    "threaded comments": threaded_comments,
    "a signature": a_signature,
    "rich text": lambda path: of_xlsxwriter(
        path, lambda book, sheet: sheet.write_rich_string("C3", "so ", book.add_format({"bold": True}), "late", " ")
    ),
    "a table": lambda path: of_xlsxwriter(
        path, lambda _book, sheet: sheet.add_table("A1:C3", {"columns": [{"header": head} for head in LINES[0]]})
    ),
    "merged headings": lambda path: of_xlsxwriter(path, lambda _book, sheet: sheet.merge_range("A6:C7", "Adults")),
    "filtered and hidden rows": lambda path: of_xlsxwriter(
        path,
        lambda _book, sheet: (
            sheet.autofilter("A1:C3"),
            sheet.filter_column(2, 'x == "On track"'),
            sheet.set_row(2, None, None, {"hidden": True}),
            sheet.set_column("H:J", None, None, {"hidden": True, "level": 1}),
        ),
    ),
    "a protected sheet": lambda path: of_xlsxwriter(path, lambda _book, sheet: sheet.protect("secret")),
    "data in extLst": lambda path: of_xlsxwriter(
        path,
        lambda _book, sheet: (
            sheet.add_sparkline("F2", {"range": "Tracker!B2:B3"}),
            sheet.conditional_format("B2:B9", {"type": "data_bar", "data_bar_2010": True}),
            sheet.conditional_format("B2:B9", {"type": "icon_set", "icon_style": "3_arrows"}),
        ),
    ),
    "a text box and a checkbox": lambda path: of_xlsxwriter(
        path,
        lambda _book, sheet: (sheet.insert_textbox("E5", "A box"), sheet.insert_checkbox("E9", True)),
    ),
    "validations and links": lambda path: of_xlsxwriter(
        path,
        lambda _book, sheet: (
            sheet.data_validation("C2:C9", {"validate": "list", "source": ["On track", "Late"]}),
            sheet.write_url("E2", "https://example.invalid/a?b=c&d", string="a link"),
        ),
    ),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", ["B2", "C2", "B3"])
def test_a_save_keeps_all_of_it(tmp_path: Path, kind: str, place: str) -> None:
    before, after = tmp_path / "before.xlsx", tmp_path / "after.xlsx"
    KINDS[kind](before)
    receipt = patch_workbook(before, after, {("Tracker", place): -12.5})
    changed = differing_cells(before, after, SHEET)
    assert {place} <= changed <= {place, *(cell for _, cell in receipt.to_recalculate)}
    assert_only(before, after, SHEET, changed)
    assert ("xl/workbook.xml" in receipt.changed_parts, SHEET in receipt.changed_parts) == (
        b'fullCalcOnLoad="1"' not in contents(before)["xl/workbook.xml"],
        True,
    )
    assert as_calamine_sees(after, "Tracker", place) == as_openpyxl_sees(after, "Tracker", place) == -12.5
    assert bool(receipt.warnings) == (kind == "a signature")
