"""Trackers in files that other programs wrote, in other wordings and layouts, and our own exports."""

import codecs
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.styles import numbers

from grids import HEADINGS, line, read_rows
from model.fields import PRINTED
from model.files.council_workbook import write_workbook
from model.files.grid import Cell
from model.files.reading import read_year
from model.files.recognise import NoTracker
from model.rating import rating_of
from model.saving import NOWHERE, Saving
from model.year import Year
from papers import Paper


def test_a_workbook_with_merged_bands_hidden_rows_and_percent_cells_is_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Read me"
    sheet = book.create_sheet("Delivery plan")
    sheet["A1"] = "Efficiency tracker 2023/24"
    sheet.merge_cells("A1:F1")
    sheet["A2"] = "Period 6"
    sheet["D4"], sheet["H4"] = "Target £000", "Latest forecast £000"
    sheet.merge_cells("D4:G4")
    sheet.merge_cells("H4:K4")
    sheet.append(["Ref", "Proposal", "Directorate", *["Q1", "Q2", "Q3", "Q4"] * 2, "Var %", "BRAG", "DoT", "Narrative"])
    sheet.append(["AD-1", "Reablement", "Adults", -25, -25, -25, -25, -25, -25, -25, 0, 0.25, "AMBER", "Worse", "Late"])
    sheet.append(["AD-2", "Hidden line", "Adults", "(10)", "−10", "-10", -10, 0, 0, 0, 0, 1, "RED", "↔", None])
    sheet.row_dimensions[7].hidden = True
    for row in (6, 7):
        sheet.cell(row, 12).number_format = numbers.FORMAT_PERCENTAGE_00
    book.save(tmp_path / "tracker.xlsx")
    year = read_year(tmp_path / "tracker.xlsx")
    assert (year.title, year.year, year.period, year.sheet) == (
        "Efficiency tracker 2023/24",
        "2023-24",
        "Period 6",
        "Delivery plan",
    )
    assert [saving.percent_printed for saving in year] == [25, 100]
    assert [saving.plan_total for saving in year] == [-100, -40]
    assert [saving.rating_printed for saving in year] == ["Amber", "Red"]
    assert year.savings[1].place.cell("forecast_q4") == "K7"
    assert year.notes == ()


def test_a_workbook_of_another_library_is_read(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "tracker.xlsx") as book:
        sheet = book.add_worksheet("T")
        sheet.merge_range("A1:K1", "Savings Tracker 2020-21")
        for row, cells in enumerate([HEADINGS, line("A/R.1"), line("A/R.2", "C&YP", "Red")], 3):
            sheet.write_row(row, 0, cells)
        sheet.write_formula("C5", "=-3+2", None, -1)
    year = read_year(tmp_path / "tracker.xlsx")
    assert [saving.plan_q1 for saving in year] == [-1, -1]
    assert year.savings[1].title == "C&YP"


def test_an_open_document_sheet_is_read(tmp_path: Path) -> None:
    book = OpenDocumentSpreadsheet()
    table = Table(name="Tracker")
    for cells in (["Savings Tracker 2020-21"], [], HEADINGS, line("A/R.1"), [], line("A/R.2")):
        row = TableRow()
        for cell in cells:
            row.addElement(_open_document_cell(cell))
        table.addElement(row)
    book.spreadsheet.addElement(table)
    book.save(tmp_path / "tracker.ods")
    year = read_year(tmp_path / "tracker.ods")
    assert year.year == "2020-21"
    assert [saving.plan_total for saving in year] == [-10, -10]


def _open_document_cell(cell: object) -> Any:
    if isinstance(cell, int):
        return TableCell(valuetype="float", value=cell)
    found = TableCell(valuetype="string")
    found.addElement(P(text=cell))
    return found


@pytest.mark.parametrize("suffix", ["csv", "tsv", "txt"])
@pytest.mark.parametrize(("mark", "encoding"), [(b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (b"", "cp1252")])
def test_separated_text_is_read_in_each_encoding(tmp_path: Path, suffix: str, mark: bytes, encoding: str) -> None:
    separator = "," if suffix == "csv" else "\t"
    rows: list[list[object]] = [
        ["Savings Tracker 2020-21"],
        [],
        [*HEADINGS, "Investment £000"],
        [*line("A/R.1", "Café – £5k"), "12"],
    ]
    text = "\r\n".join(separator.join(map(str, row)) for row in rows)
    path = tmp_path / f"tracker.{suffix}"
    path.write_bytes(mark + text.encode(encoding))
    (saving,) = read_year(path).savings
    assert (saving.title, saving.plan_total) == ("Café – £5k", Decimal(-10))
    assert saving.investment_planned == 12


def test_a_workbook_without_a_tracker_is_refused_by_its_name(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "empty.xlsx")
    with pytest.raises(NoTracker, match=r"^empty\.xlsx has no savings tracker in it"):
        read_year(tmp_path / "empty.xlsx")


def shown(saving: Saving) -> Saving:
    """Give a line as it shows, whatever is printed and whatever follows."""
    printed = {f"{key}_printed": getattr(saving, key) for key in PRINTED if key != "rating"}
    return replace(saving, place=NOWHERE, **printed)


@pytest.mark.parametrize("year", ["2017-18", "2020-21"])
def test_our_own_export_comes_back_as_the_same_tracker(papers: Any, year: str, tmp_path: Path) -> None:
    paper: Paper = papers(year)
    before = paper.year
    write_workbook(before, tmp_path / "export.xlsx")
    after = read_year(tmp_path / "export.xlsx")
    assert [shown(saving) for saving in after] == [shown(saving) for saving in before]
    assert heads(after) == heads(before)
    assert after.layout == before.layout
    assert after.notes == ()
    assert after.printed_totals == before.printed_totals


KEY: list[list[Cell]] = [
    [],
    ["Key to RAG ratings:"],
    ["Total saving", "Over £250k", "Up to £250k"],
    ["Red", "% variance more than 15%", "-"],
    ["Green", "% variance less than 15%", "% variance less than 15%"],
]
IN_OTHER_WORDS: dict[str, list[list[Cell]]] = {
    "quarters as bands, two commentaries, cells that can't be read": [
        ["Savings tracker"],
        [None, None, *[cell for quarter in ("Q1", "Q2", "Q3", "Q4", "Total") for cell in (quarter, None, None)]],
        ["Ref", "Title", *["Plan", "Forecast", "Variance"] * 5, "Comments", "Comments", "RAG", "DoT"],
        ["A1", "=1+1", *[-1, -1, 0] * 4, -4, -4, 0, "one", "two", "Purple", "sideways"],
        ["A2", "A line", "tbc"],
    ],
    "bare quarters, a fraction, a reference missing": [
        ["Ref", "Title", "Q1", "Q2", "Q3", "Q4", "Total", "Q1", "Q2", "Q3", "Q4", "Total", "Var %", "RAG"],
        ["A1", "A line", -1, -1, -1, -1, -4, -1, -1, -1, 0, -3, 0.25, "Amber"],
        [None, "Another", -1, -1, -1, -1, -4, -1, -1, -1, -1, -4, 0, "G"],
    ],
    "a key of its own": [["Tracker 2023-24 Q2"], [*HEADINGS], line("A/R.1"), line("A/R.2", "Blank", None), *KEY],
    "titles only": [["Title", *HEADINGS[2:6]], ["T", -1, -2, -3, -4], ["U", -1, -2, -3, None]],
    "no lines": [["Savings Tracker 2024-25"], [*HEADINGS]],
    "line breaks": [["Ref", "Title", "Original\nPhasing -\nQ1", *HEADINGS[3:]], line("A/R.1", "one\ntwo")],
}


@pytest.mark.parametrize("rows", IN_OTHER_WORDS.values(), ids=IN_OTHER_WORDS)
def test_an_export_of_a_tracker_in_other_words_comes_back_as_the_same_tracker(
    rows: list[list[Cell]], tmp_path: Path
) -> None:
    before = read_rows(*rows)
    write_workbook(before, tmp_path / "export.xlsx")
    after = read_year(tmp_path / "export.xlsx")
    assert [rated(saving, after) for saving in after] == [rated(saving, before) for saving in before]
    assert [note.code for note in after.notes] == [note.code for note in before.notes]
    assert (after.layout, heads(after)) == (before.layout, heads(before))


def rated(saving: Saving, year: Year) -> Saving:
    """Give a line as it shows, with the rating that stands on it."""
    return replace(shown(saving), rating_printed=rating_of(saving, year.scheme).name)


def heads(year: Year) -> tuple[object, ...]:
    scheme = year.scheme
    return (year.title, year.year, year.period, scheme and (scheme.key, scheme.sizes, scheme.bands))
