"""The long table is written in the form that a file's ending names, never over a tracker."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from builders import a_saving
from model.clipboard import Cell
from model.refusals import OverwriteNeeded, SourceKept
from model.years import read_trackers
from model.years.columns import KEYS
from model.years.export import NoSuchForm, export, export_shown
from model.years.table import LongTable, long_table
from year_folders import a_file


@pytest.fixture
def long(tmp_path: Path) -> LongTable:
    """The long table of two trackers in a folder."""
    lines = (a_saving("A/R.6.001", plan=("-0.5", None, 0, -5)), a_saving("A/R.6.002", commentary="=1+1"))
    a_file(tmp_path / "in" / "a.xlsx", *lines, period="Quarter 1")
    a_file(tmp_path / "in" / "b.xlsx", *lines, period="Quarter 2")
    return long_table(read_trackers([tmp_path / "in"]))


@pytest.mark.parametrize("name", ["out.csv", "out.XLSX", "out.parquet"])
def test_each_form_is_written_and_replaced_only_when_told_to(long: LongTable, name: str, tmp_path: Path) -> None:
    out = tmp_path / name
    assert export(long, out).path == out
    before = out.read_bytes()
    with pytest.raises(OverwriteNeeded):
        export(long, out)
    export(long, out, overwrite=True)
    assert len(out.read_bytes()) == len(before)


def test_csv_has_a_row_for_each_line_under_the_keys(long: LongTable, tmp_path: Path) -> None:
    export(long, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == KEYS
    assert [(row["period"], row["reference"], row["commentary"]) for row in rows] == [
        ("Quarter 1", "A/R.6.001", ""),
        ("Quarter 1", "A/R.6.002", "'=1+1"),
        ("Quarter 2", "A/R.6.001", ""),
        ("Quarter 2", "A/R.6.002", "'=1+1"),
    ]
    assert [rows[0][f"plan_q{quarter}"] for quarter in range(1, 5)] == ["-0.5", "", "0", "-5"]
    assert Decimal(rows[0]["plan_total"]) == Decimal("-5.5")


def test_a_tracker_that_was_read_is_never_written_over(long: LongTable, tmp_path: Path) -> None:
    with pytest.raises(SourceKept):
        export(long, tmp_path / "in" / "a.xlsx", overwrite=True)
    (tmp_path / "in" / "a.xlsx").unlink()
    with pytest.raises(SourceKept):
        export(long, tmp_path / "in" / "b.xlsx", overwrite=True)


def test_a_form_that_is_named_needs_no_ending(long: LongTable, tmp_path: Path) -> None:
    export(long, tmp_path / "out", ".parquet")
    assert (tmp_path / "out").read_bytes().startswith(b"PAR1")


def test_another_ending_is_refused_with_those_that_there_are(long: LongTable, tmp_path: Path) -> None:
    with pytest.raises(NoSuchForm, match=r"ends in \.csv, \.xlsx, \.parquet"):
        export(long, tmp_path / "out.json")


def test_what_is_shown_is_written_as_csv_or_workbook_and_never_over_a_tracker(long: LongTable, tmp_path: Path) -> None:
    tables: dict[str, list[tuple[Cell, ...]]] = {"Years": [("Year", "Plan"), ("2020-21", Decimal(-5))]}
    for name in ("out.csv", "out.XLSX", "out.csv"):
        assert export_shown(tables, "Years", long.trackers, tmp_path / name).path == tmp_path / name
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines() == ['"Year","Plan"', '"2020-21","-5"']
    with pytest.raises(NoSuchForm, match=r"ends in \.csv, \.xlsx\."):
        export_shown(tables, "Years", long.trackers, tmp_path / "out.parquet")
    with pytest.raises(SourceKept):
        export_shown(tables, "Years", long.trackers, tmp_path / "in" / "a.xlsx")
