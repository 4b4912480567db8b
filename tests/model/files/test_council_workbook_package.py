"""The council's workbook is a package that a spreadsheet program opens without offering to repair it."""

import posixpath
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
from openpyxl.utils import column_index_from_string

from builders import a_saving, a_year
from council_trackers import council_tracker
from model.files.council_workbook import write_workbook
from model.rag_key import built_in_schemes
from model.year import Year

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# The order that the standard's schema (ISO/IEC 29500-1, CT_Worksheet) asks for.
IN_ORDER = """
    sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
    autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations
    hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
    ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems
    tableParts extLst
"""
MOST_IN_A_LIST, MOST_IN_A_MESSAGE, MOST_IN_A_FOOTER = 255, 225, 255


def years() -> dict[str, Year]:
    """Give years whose workbooks differ in what they are made of."""
    hostile = a_saving(commentary="<r>a</r>" + "x" * 40_000, description="\0 ]]> & <", links="_x000D_")
    return {
        "2017-18": council_tracker("2017-18"),
        "2020-21": council_tracker("2020-21"),
        "hostile": a_year(hostile, a_saving(), scheme=built_in_schemes()[0], title='"&" <b>', period="'"),
        "empty": a_year(),
    }


@pytest.fixture(params=["2017-18", "2020-21", "hostile", "empty"])
def package(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, bytes]:
    """The parts of a workbook, by name."""
    path = write_workbook(years()[request.param], tmp_path / "package.xlsx").path
    with zipfile.ZipFile(path) as opened:
        assert opened.testzip() is None
        names = opened.namelist()
        assert len(names) == len({name.casefold() for name in names})
        return {name: opened.read(name) for name in names}


def tree(package: dict[str, bytes], name: str) -> ET.Element:
    """Give a part's tree."""
    return ET.fromstring(package[name])  # noqa: S314 - our own


def sheets(package: dict[str, bytes]) -> list[ET.Element]:
    """Give the trees of all worksheets."""
    return [tree(package, name) for name in package if name.startswith("xl/worksheets/sheet")]


def test_every_part_is_well_formed_utf_8(package: dict[str, bytes]) -> None:
    for part in package.values():
        assert part.startswith(b'<?xml version="1.0" encoding="UTF-8"')
        assert ET.fromstring(part) is not None  # noqa: S314 - our own


def test_every_part_has_a_type_and_every_type_a_part(package: dict[str, bytes]) -> None:
    types = tree(package, "[Content_Types].xml")
    defaults = {part.attrib["Extension"] for part in types if part.tag.endswith("Default")}
    named = {part.attrib["PartName"].lstrip("/") for part in types if part.tag.endswith("Override")}
    parts = set(package) - {"[Content_Types].xml"}
    assert named <= parts
    assert {name for name in parts - named if name.rpartition(".")[2] not in defaults} == set()


def test_every_relationship_leads_to_a_part(package: dict[str, bytes]) -> None:
    for name in (name for name in package if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        links = [link.attrib for link in tree(package, name)]
        assert len({link["Id"] for link in links}) == len(links)
        assert all(link.get("TargetMode") != "External" for link in links)
        targets = {posixpath.normpath(posixpath.join(folder, link["Target"])) for link in links}
        assert targets <= set(package)


def test_every_sheet_is_named_once_and_related(package: dict[str, bytes]) -> None:
    named = list(tree(package, "xl/workbook.xml").iter(f"{MAIN}sheet"))
    related = {link.attrib["Id"] for link in tree(package, "xl/_rels/workbook.xml.rels")}
    assert {sheet.attrib[f"{RELATIONSHIP}id"] for sheet in named} <= related
    assert len({sheet.attrib["name"].casefold() for sheet in named}) == len(named) == len(sheets(package))


def test_the_elements_of_a_worksheet_stand_in_the_order_of_the_standard(package: dict[str, bytes]) -> None:
    order = IN_ORDER.split()
    for sheet in sheets(package):
        places = [order.index(element.tag.removeprefix(MAIN)) for element in sheet]
        assert places == sorted(places)


def test_shared_strings_are_counted_and_all_there(package: dict[str, bytes]) -> None:
    strings = tree(package, "xl/sharedStrings.xml")
    used = [
        int(cell.findtext(f"{MAIN}v", ""))
        for sheet in sheets(package)
        for cell in sheet.iter(f"{MAIN}c")
        if cell.get("t") == "s"
    ]
    assert int(strings.attrib["count"]) == len(used)
    assert int(strings.attrib["uniqueCount"]) == len(strings) == len(set(used)) == max(used) + 1


def test_cells_stand_in_order_and_their_formats_are_there(package: dict[str, bytes]) -> None:
    styles = tree(package, "xl/styles.xml")
    formats = len(styles.findall(f"{MAIN}cellXfs/{MAIN}xf"))
    for sheet in sheets(package):
        rows = [int(row.attrib["r"]) for row in sheet.iter(f"{MAIN}row")]
        assert rows == sorted(set(rows))
        for row in sheet.iter(f"{MAIN}row"):
            columns = [column_index_from_string(cell.attrib["r"].rstrip("0123456789")) for cell in row]
            assert columns == sorted(set(columns))
            assert all(int(cell.get("s", "0")) < formats for cell in row)


def test_conditional_formats_use_formats_that_are_there(package: dict[str, bytes]) -> None:
    formats = len(tree(package, "xl/styles.xml").findall(f"{MAIN}dxfs/{MAIN}dxf"))
    rules = [rule for sheet in sheets(package) for rule in sheet.iter(f"{MAIN}cfRule")]
    assert all(int(rule.attrib["dxfId"]) < formats for rule in rules)
    for sheet in sheets(package):
        ranks = [rule.attrib["priority"] for rule in sheet.iter(f"{MAIN}cfRule")]
        assert len(ranks) == len(set(ranks))


def test_lists_messages_and_footers_are_no_longer_than_excel_takes(package: dict[str, bytes]) -> None:
    for sheet in sheets(package):
        for rule in sheet.iter(f"{MAIN}dataValidation"):
            assert len(rule.findtext(f"{MAIN}formula1", "")) <= MOST_IN_A_LIST
            assert len(rule.get("error", "")) <= MOST_IN_A_MESSAGE
        assert len(sheet.findtext(f"{MAIN}headerFooter/{MAIN}oddFooter", "")) <= MOST_IN_A_FOOTER


def test_formulas_are_of_plain_functions_with_their_results(package: dict[str, bytes]) -> None:
    for sheet in sheets(package):
        for cell in sheet.iter(f"{MAIN}c"):
            formula = cell.findtext(f"{MAIN}f")
            assert formula is None or (not formula.startswith("=") and len(formula) < 8192)
            assert formula is None or cell.find(f"{MAIN}v") is not None


def test_names_are_only_those_of_filter_and_print(package: dict[str, bytes]) -> None:
    names = {name.attrib["name"] for name in tree(package, "xl/workbook.xml").iter(f"{MAIN}definedName")}
    assert names <= {"_xlnm._FilterDatabase", "_xlnm.Print_Titles"}
