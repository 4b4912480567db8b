"""Habits met in the test workbooks of other producers, which none of the libraries at hand has."""

import zipfile
from pathlib import Path

import pytest

from model.files.workbook_patch import Unpatchable, patch_workbook
from odd_workbooks import HEAD, MAIN, OFFICE, RELS, a_sheet, a_workbook
from packages import a_package, parts_of
from patched import as_calamine_sees, assert_only, contents

SHEET = "xl/worksheets/sheet1.xml"
LINES = '<row r="1"><c r="A1"><v>1</v></c></row>'


@pytest.mark.parametrize("before", ["", "<bookViews><workbookView/></bookViews>\n\t"])
@pytest.mark.parametrize("after", ["", "<definedNames/>\n\t", '\n\t<calcPr calcId="1"/>\n'])
def test_a_workbook_laid_out_in_lines_keeps_its_blanks(tmp_path: Path, before: str, after: str) -> None:
    listed = f'{before}<sheets>\n\t\t<sheet name="Sheet1" sheetId="5" r:id="rId1"/>\n\t</sheets>\r\n\t{after}'
    book = f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">\n\t{listed}\n</workbook>\n'
    path = a_workbook(tmp_path / "t.xlsx", a_sheet(LINES), parts={"xl/workbook.xml": book})
    target = tmp_path / "u.xlsx"
    patch_workbook(path, target, {("Sheet1", "A1"): -7})
    assert_only(path, target, SHEET, ["A1"])
    flagged = contents(target)["xl/workbook.xml"].decode()
    flag = ' fullCalcOnLoad="1"' if "calcPr" in after else '<calcPr fullCalcOnLoad="1"/>'
    assert flagged.replace(flag, "", 1) == book


def test_a_list_of_parts_laid_out_in_lines_lets_one_go(tmp_path: Path) -> None:
    chain = f'<calcChain xmlns="{MAIN}"><c r="A1" i="5"/></calcChain>'
    sheet = a_sheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')
    made = a_workbook(tmp_path / "made.xlsx", sheet, parts={"xl/calcChain.xml": chain})
    parts = parts_of(made)
    for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        parts[name] = parts[name].replace(b"><", b">\n  <")
    first = b'<Relationship Id="rId0" Type="%s/calcChain" Target="calcChain.xml"/>\n' % OFFICE.encode()
    empty = b'<Relationships xmlns="%s">' % RELS.encode()
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(empty, empty + b"\n" + first)
    path, target = a_package(tmp_path / "t.xlsx", parts), tmp_path / "u.xlsx"
    patch_workbook(path, target, {("Sheet1", "A1"): -7})
    after = contents(target)
    assert "xl/calcChain.xml" not in after
    assert not any(b"calcChain" in content for content in after.values())
    assert as_calamine_sees(target, "Sheet1", "A1") == -7


def test_a_package_without_parts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    with zipfile.ZipFile(path, "w"):
        pass
    with pytest.raises(Unpatchable, match="it has no parts"):
        patch_workbook(path, path, {("Sheet1", "A1"): 1})
