"""A comparison as a workbook and as a csv file, read by another's eyes."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from builders import a_saving
from model.comparison import Show, Wanted
from model.files.comparison_workbook import write_comparison_csv, write_comparison_workbook
from model.files.unwritable import NoSuchFolder
from two_trackers import compared, published_years, quarter

PERIODS = (
    quarter(1, a_saving("A/1", commentary="Staff left"), a_saving("A/2")),
    quarter(2, a_saving("A/1", forecast=(-25, -25, -25, "-0.5"), commentary="=1+1"), a_saving("A/3")),
)


def read(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each sheet of a workbook."""
    book = openpyxl.load_workbook(path)
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    book.close()
    return rows


def test_each_table_has_a_sheet_with_real_numbers(tmp_path: Path) -> None:
    report = write_comparison_workbook(compared(*PERIODS), tmp_path / "compared.xlsx")
    sheets = read(report.path)
    _, headings, *rows = sheets["Comparison"]
    changed = dict(zip(headings, rows[0], strict=True))

    assert report.remarks == ()
    assert list(sheets) == ["Comparison", "Totals", "Movement", "Waterfall", "Texts", "Notes"]
    assert sheets["Comparison"][0][0] == "2020-21: Quarter 1 and Quarter 2 compared"
    assert (changed["Forecast, Quarter 1 (£000)"], changed["Forecast, Quarter 2 (£000)"]) == (-100, -75.5)
    assert changed["What differs"].startswith("forecast changed; variance worse")
    assert [row[-1] for row in sheets["Movement"][2:]] == [100, -100, 24.5]


def test_long_tables_offer_to_filter_their_rows_and_sums_do_not(tmp_path: Path) -> None:
    write_comparison_workbook(compared(*PERIODS), tmp_path / "compared.xlsx")
    book = openpyxl.load_workbook(tmp_path / "compared.xlsx")
    filtered = {sheet.title: sheet.auto_filter.ref for sheet in book if sheet.auto_filter.ref}
    book.close()

    assert list(filtered) == ["Comparison", "Movement", "Texts"]
    assert filtered["Movement"] == "A2:G5"


def test_no_cell_is_a_formula_whatever_a_text_begins_with(tmp_path: Path) -> None:
    write_comparison_workbook(compared(*PERIODS), tmp_path / "compared.xlsx")
    book = openpyxl.load_workbook(tmp_path / "compared.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    book.close()

    assert "f" not in kinds
    assert ("A/1", "commentary", "Staff left", "=1+1", "Staff left", "=1+1") in read(tmp_path / "compared.xlsx")[
        "Texts"
    ]


def test_the_published_trackers_fill_a_workbook_of_both(tmp_path: Path) -> None:
    report = write_comparison_workbook(compared(*published_years()), tmp_path / "compared.xlsx")

    assert len(read(report.path)["Comparison"]) == 2 + 102
    assert report.remarks == ()


def test_the_reference_stays_in_view_beside_many_columns(tmp_path: Path) -> None:
    write_comparison_workbook(compared(*PERIODS), tmp_path / "compared.xlsx")
    book = openpyxl.load_workbook(tmp_path / "compared.xlsx")

    assert book["Comparison"].freeze_panes == "B3"
    book.close()


def test_only_the_rows_that_are_shown_are_written(tmp_path: Path) -> None:
    comparison = compared(*PERIODS)
    rows = comparison.rows_shown(Wanted(frozenset({Show.NEW})))
    write_comparison_workbook(comparison, tmp_path / "new.xlsx", rows)
    write_comparison_csv(comparison, tmp_path / "new.csv", rows)

    assert [row[0] for row in read(tmp_path / "new.xlsx")["Comparison"][2:]] == ["A/3"]
    assert len((tmp_path / "new.csv").read_text(encoding="utf-8-sig").splitlines()) == 2


def test_a_csv_file_says_to_spreadsheet_programs_that_it_is_utf_8(tmp_path: Path) -> None:
    report = write_comparison_csv(compared(*PERIODS), tmp_path / "compared.csv")
    written = report.path.read_bytes()

    assert written.startswith(b"\xef\xbb\xbf")
    assert "'=1+1" in written.decode("utf-8-sig")


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    for write in (write_comparison_workbook, write_comparison_csv):
        with pytest.raises(NoSuchFolder):
            write(compared(*PERIODS), tmp_path / "nowhere" / "compared.xlsx")
