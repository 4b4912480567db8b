"""Tables as they are shown, written as csv and as a workbook, and read back by other libraries."""

from decimal import Decimal
from pathlib import Path

import openpyxl

from model.files.shown_tables import ShownTable, write_csv, write_xlsx

LONG = "x" * 40_000
TABLES = (
    ShownTable("Years", "Years, Adults", ("Year", "Plan"), (("2019-20", Decimal("-1.5")), ("=1+1", None))),
    ShownTable("Lines behind", "Years, Adults", ("Reference",), ()),
)


def test_csv_has_one_table_below_the_other_and_nothing_that_is_taken_for_a_formula(tmp_path: Path) -> None:
    write_csv(TABLES, tmp_path / "out.csv")
    text = (tmp_path / "out.csv").read_bytes().decode("utf-8-sig")
    assert text == '"Year","Plan"\r\n"2019-20","-1.5"\r\n"\'=1+1",""\r\n\r\n"Reference"\r\n'


def test_a_workbook_has_a_sheet_for_each_with_real_numbers_under_its_title(tmp_path: Path) -> None:
    assert write_xlsx(TABLES, tmp_path / "out.xlsx").remarks == ()
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Years", "Lines behind"]
    rows = [[cell.value for cell in row] for row in book["Years"].iter_rows()]
    assert rows == [["Years, Adults", None], ["Year", "Plan"], ["2019-20", -1.5], ["=1+1", None]]
    assert book["Years"]["A4"].data_type == "s"
    book.close()


def test_what_is_longer_than_a_cell_is_said(tmp_path: Path) -> None:
    table = ShownTable("Years", "Years", ("Year",), ((LONG,),))
    assert len(write_xlsx([table], tmp_path / "out.xlsx").remarks) == 1
