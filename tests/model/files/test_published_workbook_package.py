"""The workbook for publication holds nothing but its tables: each thing that it must not hold is looked for."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from appendices import adults, council, empty, hostile, quarter_1
from builders import a_saving, a_year
from model.appendix import Appendix, Choice, make_appendix
from model.files.published_workbook import published_bytes, write_published_workbook
from model.files.workbook_texts import CellTexts
from packages import parts_of

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEETS = [f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3)]
PARTS = {
    *("[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "xl/workbook.xml"),
    *("xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml", "xl/theme/theme1.xml", *SHEETS),
}
IN_SHEETS = {"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "pageMargins", "pageSetup"}
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=40)


@pytest.fixture(params=[adults, council, quarter_1, hostile, empty], ids=lambda make: make.__name__)
def parts(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, bytes]:
    """The parts of a workbook for publication."""
    make: Callable[[], Appendix] = request.param
    write_published_workbook(make(), tmp_path / "appendix.xlsx")
    return parts_of(tmp_path / "appendix.xlsx")


def tree(parts: dict[str, bytes], name: str) -> ET.Element:
    """Give a part's tree."""
    return ET.fromstring(parts[name])  # noqa: S314 - our own


def named(root: ET.Element, name: str) -> list[ET.Element]:
    """Give the elements of a name, of whichever namespace."""
    return [element for element in root.iter() if element.tag.rpartition("}")[2] == name]


def test_there_are_no_parts_but_the_three_sheets_and_what_they_need(parts: dict[str, bytes]) -> None:
    # So there are no comments, drawings, pictures, macros, outside links, history, custom properties or labels.
    assert set(parts) == PARTS


def test_no_part_leads_out_of_the_workbook(parts: dict[str, bytes]) -> None:
    for name in parts:
        if name.endswith(".rels"):
            assert all(link.get("TargetMode") != "External" for link in tree(parts, name))


def test_there_are_no_names_but_those_of_the_headings_on_each_page(parts: dict[str, bytes]) -> None:
    names = named(tree(parts, "xl/workbook.xml"), "definedName")
    assert {name.attrib["name"] for name in names} == {"_xlnm.Print_Titles"}


def test_no_sheet_is_hidden_and_each_is_called_what_it_holds(parts: dict[str, bytes]) -> None:
    sheets = named(tree(parts, "xl/workbook.xml"), "sheet")
    assert [sheet.attrib["name"] for sheet in sheets] == ["Savings", "Summary", "Notes"]
    assert all("state" not in sheet.attrib for sheet in sheets)


def test_no_row_or_column_is_hidden_or_folded_away(parts: dict[str, bytes]) -> None:
    for sheet in SHEETS:
        for element in (*named(tree(parts, sheet), "row"), *named(tree(parts, sheet), "col")):
            assert not {"hidden", "collapsed", "outlineLevel"} & set(element.attrib)
        heights = [float(row.get("ht", "15")) for row in named(tree(parts, sheet), "row")]
        assert min(heights) > 0
        assert all(float(column.attrib["width"]) > 0 for column in named(tree(parts, sheet), "col"))


def test_a_sheet_is_its_cells_and_its_paper_and_nothing_else(parts: dict[str, bytes]) -> None:
    # So there are no merged cells, links, formulas' tables, validation, conditional formats, filters or protection.
    for sheet in SHEETS:
        assert {element.tag.removeprefix(MAIN) for element in tree(parts, sheet)} <= IN_SHEETS


def test_every_cell_is_a_value(parts: dict[str, bytes]) -> None:
    for sheet in SHEETS:
        assert not named(tree(parts, sheet), "f")
        assert {cell.get("t", "n") for cell in named(tree(parts, sheet), "c")} <= {"s", "n"}


def test_no_cell_is_written_in_the_colour_of_its_ground(parts: dict[str, bytes]) -> None:
    fonts = [font for font in named(tree(parts, "xl/styles.xml"), "font") if font.find(f"{MAIN}color") is not None]
    assert {color.get("theme") for font in fonts for color in named(font, "color")} == {"1"}
    assert ";;;" not in parts["xl/styles.xml"].decode()


def test_each_sheet_has_one_table_under_its_title_without_a_gap(parts: dict[str, bytes]) -> None:
    for sheet in SHEETS:
        title, headings, *rows = named(tree(parts, sheet), "row")
        assert [cell.attrib["r"] for cell in title] == ["A1"]
        columns = [cell.attrib["r"].rstrip("0123456789") for cell in headings]
        assert all(cell.find(f"{MAIN}v") is not None for cell in headings)
        for number, row in enumerate(rows, 3):
            assert [cell.attrib["r"] for cell in row] == [f"{column}{number}" for column in columns]
            assert any(cell.find(f"{MAIN}v") is not None for cell in row)


def test_nobody_s_name_is_in_it(parts: dict[str, bytes]) -> None:
    core, app = tree(parts, "docProps/core.xml"), tree(parts, "docProps/app.xml")
    for name in ("creator", "lastModifiedBy"):
        assert [element.text for element in named(core, name)] == [None]
    told = {element.tag.rpartition("}")[2] for element in core}
    assert told == {"title", "creator", "lastModifiedBy", "created", "modified"}
    assert [element.text for element in named(app, "Company")] == [None]
    assert not named(app, "Manager")
    assert not re.search(rb"[A-Za-z]:\\\\|/home/|/Users/|absPath", b"".join(parts.values()))


def test_the_same_appendix_gives_the_same_workbook() -> None:
    made = datetime(2017, 11, 3, tzinfo=UTC)
    assert published_bytes(adults(), CellTexts(), made) == published_bytes(adults(), CellTexts(), made)


@given(TEXTS)
@example("=1+1")
@example("+cmd|' /C calc'!A0")
@example("@SUM(A1)")
@example("{=A1}")
@example("-5k agreed")
@example("http://example.org")
@example("_x000D_")
@example("<r>a</r>")
@example("'quoted")
def test_text_is_text_whatever_it_looks_like(words: str) -> None:
    saving = a_saving(words or "A", title=words, commentary=words, links=words)
    year = a_year(saving, title=words, period=words)
    appendix = make_appendix(year, Choice(columns=("commentary", "links"), council=words))
    content = io.BytesIO(published_bytes(appendix, CellTexts()))
    with zipfile.ZipFile(content) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)
    rows = list(openpyxl.load_workbook(content, rich_text=True)["Savings"].iter_rows(values_only=True))
    (line,) = appendix.table.lines
    assert [str(value or "") for value in rows[2]] == ["\n".join(cell) for cell in line.cells]
    assert str(rows[0][0]) == ", ".join(filter(None, [appendix.title, appendix.period]))
