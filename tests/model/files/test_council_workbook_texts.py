"""Text is text in the council's workbook: nothing becomes a formula, is cut or is changed without a word."""

import csv
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_saving, a_year
from libreoffice import SHOWN, converted
from model.files.council_workbook import write_workbook
from model.files.grid import read_grids
from model.files.workbook_texts import GOES_ON, LONGEST, PIECE, CellTexts, fragments
from model.saving import Saving
from model.year import Column, Year
from workbook_figures import FIRST

# Each comes back as it is.
HOSTILE = [
    "=SUM(A1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org","x")',
    "-5k agreed",
    "-5",
    "+1",
    "+44 20 7946 0000",
    "@SUM(1)",
    "{=1+1}",
    "'Cambridgeshire Skills' went well",
    "'",
    "''quoted''",
    "http://example.org/?a=1&b=2",
    "mailto:a@example.org",
    r"\\server\share\file.xlsx",
    "internal:'2020-21'!A1",
    "0",
    "007",
    "1e5",
    "12/3",
    "N/A",
    "#N/A",
    "#REF!",
    "TRUE",
    "NaN",
    "None",
    "C&YP",
    "<p>Plan in place</p>",
    "&lt;p&gt; &amp;",
    "]]>",
    "<!--",
    "<r>rich</r>",
    "<r><t>rich</t></r>",
    "<r>_x000D_</r>",
    "_x000D_",
    "_x0041_x0042_",
    "_x005F_x000D_",
    "a _x005f_ b_x005F_x0041_",
    " leading and trailing ",
    "\tindented\twith tabs",
    "two\nlines",
    "\n\nblank lines\n",
    "£50k – “quoted” – 20 °C – café – Łódź – 財政 – עברית – ↑ ↔ ↓",
    "😀 family: 👩‍👩‍👧",
    "e\u0301 is not é",
    "zero\u200bwidth \u00a0 \u2028 \u0085 \x7f \ufeff",
    "${jndi:ldap://x}",
    "%s %d {row} {0}",
    "a\u202eb",
    '"quoted","csv"',
    "x" * LONGEST,
    "😀" * (LONGEST // 2),
]


def texts_in(path: Path, column: int = 0) -> list[object]:
    """Give a column of the lines as our own reader's cells have it."""
    return [row[column] for row in read_grids(path)[0].rows[FIRST - 1 :]]


def year_of(texts: list[str], key: str = "commentary") -> Year:
    """Give a year with a line for each text."""
    return a_year(*(a_saving(**{key: text}) for text in texts), layout=(Column(key, "Text"),))


def test_hostile_text_comes_back_as_it_is(tmp_path: Path) -> None:
    report = write_workbook(year_of(HOSTILE), tmp_path / "texts.xlsx")
    assert report.remarks == ()
    assert texts_in(report.path) == HOSTILE


@pytest.mark.parametrize("key", ["title", "description", "committee", "links", "reference"])
def test_every_field_of_words_keeps_its_text(tmp_path: Path, key: str) -> None:
    assert texts_in(write_workbook(year_of(HOSTILE[:30], key), tmp_path / "texts.xlsx").path) == HOSTILE[:30]


def test_nothing_in_a_workbook_of_hostile_text_is_a_formula_or_a_link(tmp_path: Path) -> None:
    path = write_workbook(year_of(HOSTILE), tmp_path / "texts.xlsx").path
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert not [cell for cell in cells if cell.hyperlink]
    with zipfile.ZipFile(path) as package:
        assert not [name for name in package.namelist() if "worksheets/_rels" in name or "externalLink" in name]


def test_hostile_text_stands_everywhere_else_too(tmp_path: Path) -> None:
    hostile = "=1+1 & <r>_x000D_</r>"
    layout = (Column("reference", hostile, hostile), Column(f"other:{hostile}", hostile, hostile))
    year = a_year(a_saving(other={hostile: hostile}), layout=layout, title=hostile, period="=2+2", year="=3")
    path = write_workbook(year, tmp_path / "texts.xlsx").path
    rows = read_grids(path)[0].rows
    assert (rows[0][0], rows[1][0], rows[3][0], rows[5], rows[6][1]) == (
        hostile,
        "=2+2",
        hostile,
        [hostile] * 2,
        hostile,
    )
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert sheet.oddFooter.left.text.startswith("=1+1 && <r>")


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_reads_hostile_text_as_it_is(tmp_path: Path) -> None:
    path = write_workbook(year_of(HOSTILE), tmp_path / "texts.xlsx").path
    with converted([path], SHOWN, tmp_path)[0].open(encoding="utf-8", newline="") as shown:
        assert list(csv.reader(shown))[FIRST - 1 :] == [[text] for text in HOSTILE]


@pytest.mark.parametrize("text", ["a\r\nb\rc\nd", "\r\n", "\r"])
def test_every_kind_of_line_break_is_a_line_break(tmp_path: Path, text: str) -> None:
    report = write_workbook(year_of([text]), tmp_path / "lines.xlsx")
    assert texts_in(report.path) == [text.replace("\r\n", "\n").replace("\r", "\n")]
    assert report.remarks == ()


@pytest.mark.parametrize("sign", ["\0", "\x01", "\x08", "\x0b", "\x0c", "\x1b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_no_workbook_can_hold_is_replaced_and_told(tmp_path: Path, sign: str) -> None:
    report = write_workbook(year_of([f"before{sign}after"]), tmp_path / "signs.xlsx")
    assert texts_in(report.path) == ["before�after"]
    assert report.remarks == (
        "The commentary of A/R.6.001 has characters that a workbook can't hold; each stands as “�” there.",
    )


def test_a_remark_names_the_line_and_the_field(tmp_path: Path) -> None:
    layout = (Column("reference", "Ref\x01"), Column("other:Owner", "Owner", "Band\x02"))
    saving = a_saving("", other={"Owner": "\x03"})
    year = a_year(saving, layout=layout, title="Title\x04", period="Q1\x05")
    remarks = write_workbook(year, tmp_path / "remarks.xlsx").remarks
    assert [remark.partition(" has ")[0] for remark in remarks] == [
        "The title",
        "The period",
        "The band “Band\x02”",
        "The heading “Ref\x01”",
        "“Owner” of line 1",
    ]


@pytest.mark.parametrize("text", ["x" * (LONGEST + 1), "line\n" * 7000, "😀" * 20_000, "<r>" + "y" * 40_000 + "</r>"])
def test_text_too_long_for_a_cell_stands_whole_on_a_sheet_of_its_own(tmp_path: Path, text: str) -> None:
    year = replace(year_of(["short", text]), layout=(Column("commentary", "Text"), Column("reference", "Reference")))
    report = write_workbook(year, tmp_path / "long.xlsx")
    said = "is longer than a cell can hold: its cell has the beginning, sheet “Long text” all of it."
    assert report.remarks == (f"The commentary of A/R.6.001 {said}",)
    assert texts_in(report.path)[1] == text[:PIECE] + GOES_ON
    grids = {grid.name: grid.rows for grid in read_grids(report.path)}
    rows = grids["Long text"][1:]
    assert "".join(str(row[2]) for row in rows) == text
    assert [row[:2] for row in rows] == [["the commentary of A/R.6.001", part] for part in range(1, len(rows) + 1)]


def test_no_sheet_for_long_text_where_there_is_none(tmp_path: Path) -> None:
    assert len(read_grids(write_workbook(year_of(["short"]), tmp_path / "short.xlsx").path)) == 1


@given(st.text(alphabet=st.sampled_from("_x0041DF<r>/=\n\r \x01é")))
def test_fragments_make_up_the_text_and_hide_what_looks_like_code(text: str) -> None:
    parts = fragments(text)
    assert "".join(parts) == text
    assert all(len(fragments(part)) == 1 or part.startswith("<r>") for part in parts)
    assert all(parts) or text == ""


@given(st.text(max_size=50))
def test_fitting_a_text_twice_changes_nothing_more(text: str) -> None:
    texts = CellTexts()
    once = texts.fit(text, "it")
    told = len(texts.remarks)
    assert texts.fit(once, "it") == once
    assert len(texts.remarks) == told


@given(st.lists(st.text(st.characters(codec=None), max_size=30), min_size=1, max_size=20))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    lines: list[Saving] = [a_saving(f"R{number}", commentary=text) for number, text in enumerate(texts)]
    year = a_year(*lines, layout=(Column("commentary", "Text"), Column("reference", "Reference")))
    path = write_workbook(year, tmp_path_factory.mktemp("any") / "any.xlsx").path
    assert texts_in(path) == [CellTexts().fit(text, "") for text in texts]
