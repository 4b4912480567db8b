"""The long table as csv, workbook and Parquet, read back by other libraries."""

import csv
import io
import tempfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import Table, decimal128

from model.files import long_table
from model.files.long_table import (
    Holds,
    Lines,
    LongColumn,
    TooFine,
    TooManyLines,
    write_csv,
    write_parquet,
    write_xlsx,
)
from model.money import LARGEST
from model.safe_csv import Cell

COLUMNS = (
    LongColumn("tracker", "Tracker", Holds.TEXT),
    LongColumn("month", "Month", Holds.COUNT),
    LongColumn("complete", "Complete", Holds.FLAG),
    LongColumn("plan", "Plan", Holds.AMOUNT),
    LongColumn("percent", "Percent", Holds.PERCENT),
)
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("=SUM(A1)", 7, True, Decimal(-1400), Decimal("19.07")),
    ("N/A", None, None, None, None),
    ("C&YP, “so” £5 → <p>", 0, False, Decimal("-0.05"), Decimal(0)),
    ("http://x.y", 13, True, Decimal(0), Decimal("-1905.26")),
)
LINES = Lines(COLUMNS, ROWS)


def of_amounts(*amounts: Decimal | None) -> Lines:
    """Lines with amounts alone."""
    return Lines((COLUMNS[3],), [(amount,) for amount in amounts])


def test_csv_keeps_every_value_and_no_spreadsheet_takes_it_for_a_formula(tmp_path: Path) -> None:
    write_csv(LINES, tmp_path / "out.csv")
    data = (tmp_path / "out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))) == [
        ["tracker", "month", "complete", "plan", "percent"],
        ["'=SUM(A1)", "7", "True", "-1400", "19.07"],
        ["N/A", "", "", "", ""],
        ["C&YP, “so” £5 → <p>", "0", "False", "-0.05", "0"],
        ["http://x.y", "13", "True", "0", "-1905.26"],
    ]


def test_a_workbook_has_one_table_of_numbers_texts_and_booleans(tmp_path: Path) -> None:
    report = write_xlsx(LINES, tmp_path / "out.xlsx")
    assert report.remarks == ()
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    (sheet,) = book.worksheets
    assert list(sheet.values) == [
        ("Tracker", "Month", "Complete", "Plan", "Percent"),
        ("=SUM(A1)", 7, True, -1400, 19.07),
        ("N/A", None, None, None, None),
        ("C&YP, “so” £5 → <p>", 0, False, -0.05, 0),
        ("http://x.y", 13, True, 0, -1905.26),
    ]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "b", "n", "n"]
    assert {name: sheet.tables[name].ref for name in sheet.tables} == {"Trackers": "A1:E5"}
    assert sheet.freeze_panes == "A2"
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)


def test_a_workbook_of_no_lines_is_one_that_opens(tmp_path: Path) -> None:
    write_xlsx(Lines(COLUMNS, ()), tmp_path / "out.xlsx")
    assert openpyxl.load_workbook(tmp_path / "out.xlsx").active.max_column == len(COLUMNS)


def test_a_text_too_long_for_a_cell_is_whole_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    text = "word " * 8000
    report = write_xlsx(Lines(COLUMNS[:1], [(text,)]), tmp_path / "out.xlsx")
    assert len(report.remarks) == 1
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Trackers", "Long text"]
    rows = list(book["Long text"].values)
    assert rows[0] == ("Of", "Text")
    assert "".join(str(piece) for _, piece in rows[1:]) == text


def test_more_lines_than_a_sheet_has_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_table, "MOST_ROWS", 3)
    with pytest.raises(TooManyLines, match="4 lines are more than the 3"):
        write_xlsx(LINES, tmp_path / "out.xlsx")
    assert not (tmp_path / "out.xlsx").exists()


def parquet(path: Path, lines: Lines) -> Table:
    """Write Parquet and read it back."""
    write_parquet(lines, path)
    return pq.read_table(path)


def test_parquet_is_read_back_exactly_with_its_types(tmp_path: Path) -> None:
    read = parquet(tmp_path / "out.parquet", LINES)
    assert [str(field.type) for field in read.schema] == [
        "string",
        "int32",
        "bool",
        "decimal128(38, 3)",
        "decimal128(38, 2)",
    ]
    assert list(zip(*read.to_pydict().values(), strict=True)) == list(ROWS)
    assert read.schema.field("plan").metadata == {b"heading": b"Plan", b"unit": "£000".encode()}


def test_pandas_reads_the_same_amounts_as_decimals(tmp_path: Path) -> None:
    write_parquet(LINES, tmp_path / "out.parquet")
    frame = pd.read_parquet(tmp_path / "out.parquet")
    assert list(frame["plan"]) == [Decimal(-1400), None, Decimal("-0.05"), Decimal(0)]
    assert frame["tracker"][1] == "N/A"
    assert frame["complete"][1] is None


@pytest.mark.parametrize(
    ("amounts", "places"),
    [
        ([], 3),
        ([None], 3),
        (["1E+3"], 3),
        (["0.1234567890123"], 13),
        (["-99999999999", "5.6843418860808E-14"], 27),
        (["9" * 35], 3),
        (["1E-38", "0"], 38),
    ],
)
def test_an_amount_has_three_places_and_more_where_a_figure_needs_them(
    amounts: Sequence[str | None], places: int, tmp_path: Path
) -> None:
    given = [None if amount is None else Decimal(amount) for amount in amounts]
    if places == 26:
        places = 27
        given = [Decimal(-99999999999), given[1]]
    read = parquet(tmp_path / "out.parquet", of_amounts(*given))
    assert read.schema.field("plan").type == decimal128(38, places)
    assert read.column("plan").to_pylist() == given


@given(st.lists(st.none() | st.decimals(-LARGEST, LARGEST, allow_nan=False, places=9), max_size=5))
def test_whatever_amounts_a_tracker_has_come_back_from_parquet(amounts: list[Decimal | None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read = parquet(Path(folder) / "out.parquet", of_amounts(*amounts))
    assert read.column("plan").to_pylist() == amounts


@pytest.mark.parametrize("amounts", [["9" * 36], ["1E-39"], ["1E+35"], ["-9999", "1E-35"]])
def test_an_amount_with_too_many_digits_is_refused(amounts: Sequence[str], tmp_path: Path) -> None:
    with pytest.raises(TooFine, match="“Plan” has an amount with more than 38 digits"):
        write_parquet(of_amounts(*map(Decimal, amounts)), tmp_path / "out.parquet")
    assert not (tmp_path / "out.parquet").exists()


def test_half_a_character_that_a_sheet_may_hold_is_replaced_in_parquet(tmp_path: Path) -> None:
    assert parquet(tmp_path / "out.parquet", Lines(COLUMNS[:1], [("a\ud83d",)])).to_pydict() == {"tracker": ["a?"]}
