"""Title, year and period, wherever and however they stand above the headings."""

import datetime

import pytest

from grids import HEADINGS, a_sheet, line, read_rows
from model.files.grid import Cell
from model.files.recognise import recognise
from model.files.recognise.above import year_in


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Savings Tracker 2020-21", "2020-21"),
        ("Savings Tracker 2020/21", "2020-21"),
        ("Savings Tracker 2020-2021", "2020-21"),
        ("Savings Tracker 2020 – 21", "2020-21"),
        ("FY20/21 savings", "2020-21"),
        ("Original Saving 17-18", "2017-18"),
        ("Savings 1999-2000", ""),
        ("Savings 2099-00", "2099-00"),
        ("Business Plan 2020/21-2024/25", ""),
        ("as at 09/10/2017", ""),
        ("01-02-2020", ""),
        ("A/R.6.20-21", ""),
        ("2020-22", ""),
        ("14-19 year olds", ""),
    ],
)
def test_a_year_is_found_however_it_is_written(text: str, year: str) -> None:
    assert year_in(text) == year


@pytest.mark.parametrize(
    ("above", "title", "year", "period"),
    [
        ([["Savings Tracker 2020-21"], [], ["Quarter 1"]], "Savings Tracker 2020-21", "2020-21", "Quarter 1"),
        (
            [["Appendix 3 - Savings Tracker 2017-18 as at October 2017"]],
            "Appendix 3 - Savings Tracker 2017-18 as at October 2017",
            "2017-18",
            "as at October 2017",
        ),
        ([["A Council"], ["Savings Tracker"], ["2023/24", "Q2"]], "Savings Tracker", "2023-24", "Q2"),
        (
            [["Delivery of efficiencies 2023/24 (Period 6)"]],
            "Delivery of efficiencies 2023/24 (Period 6)",
            "2023-24",
            "Period 6",
        ),
        ([["Tracker"], ["Period:", "Month 7"]], "Tracker", "", "Month 7"),
        ([["Tracker"], ["As at", datetime.date(2017, 10, 31)]], "Tracker", "", "As at 31/10/2017"),
        ([["Tracker"], ["Financial year", "2023-24"], ["31 October 2023"]], "Tracker", "2023-24", "31 October 2023"),
        ([["Tracker, outturn"], ["Notes:"]], "Tracker, outturn", "", "outturn"),
        ([["A Council"], ["M25 widening"]], "A Council", "", ""),
        ([[None, "Savings Tracker 2020-21", None, 5]], "Savings Tracker 2020-21", "2020-21", ""),
        ([], "", "", ""),
    ],
)
def test_what_stands_above_the_headings_is_read(above: list[list[Cell]], title: str, year: str, period: str) -> None:
    read = read_rows(*above, HEADINGS, line())
    assert (read.title, read.year, read.period) == (title, year, period)


def test_the_year_may_stand_in_headings_bands_sheet_or_file_name() -> None:
    headings = ("Ref", "Title", *[f"{heading} 20-21" for heading in HEADINGS[2:]])
    assert read_rows(headings, line()).year == "2020-21"
    assert read_rows([None, None, "Planned 2021-22 £000"], HEADINGS, line()).year == "2021-22"
    assert recognise([a_sheet(HEADINGS, line(), name="2022-23")], "tracker 2019-20.xlsx").year == "2022-23"
    assert recognise([a_sheet(HEADINGS, line())], "tracker 2019-20.xlsx").year == "2019-20"


def test_the_source_and_its_sheet_are_remembered() -> None:
    year = recognise([a_sheet(HEADINGS, line(), name="Q1")], "tracker.xlsx")
    assert (year.source, year.sheet) == ("tracker.xlsx", "Q1")
    assert year.savings[0].place.sheet == "Q1"
    assert year.savings[0].place.cell("forecast_q4") == "J2"
    assert year.savings[0].place.cell() == "A2"
