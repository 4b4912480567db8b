"""What the pages of several years show, as rows and pictures: no window is needed for that."""

from decimal import Decimal
from pathlib import Path

import pytest

from builders import a_saving, figures
from gui.years.behind import BEHIND_PAGES, forecast_entries, reprofiled_entries, shortfall_entries
from gui.years.entries import Page, Spot
from gui.years.known import count_words, remark_rows, tracker_rows
from gui.years.sums import SUM_PAGES, committee_entries, rating_entries, report_entries, year_entries
from model.years import LeftOut, Trackers, in_order, read_trackers
from model.years.overview import Overview, overview
from year_folders import known, trackers

LATE = a_saving("A/R.6.001", committee="Adults", rating_printed="Green", forecast=(0, -50, -25, -25))
BOTH = a_saving("A/R.6.002", committee="Adults, C&YP", forecast=(-20,) * 4, rating_printed="Amber")
PRIOR = a_saving("A/R.6.003", plan_prior=Decimal(-10), achieved_prior=Decimal(-4), rating_printed="Green")
GONE, NEW = a_saving("A/R.6.008"), a_saving("A/R.6.009")
FIRST, LAST, OTHER = "2019-20 Quarter 1.xlsx", "2019-20 Outturn.xlsx", "2020-21 Quarter 1.xlsx"


def several() -> Trackers:
    return trackers(
        known(LATE, BOTH, PRIOR, GONE, year="2019-20", period="Quarter 1"),
        known(LATE.but(forecast_q1=Decimal(-5)), BOTH, PRIOR, NEW, year="2019-20", period="Outturn"),
        known(LATE, BOTH, year="2020-21", period="Quarter 1"),
        known(BOTH, year="", name="no year.xlsx"),
    )


@pytest.fixture(scope="module")
def whole() -> Overview:
    return overview(several())


def test_each_year_is_shown_as_last_known(whole: Overview) -> None:
    entries = year_entries(whole)
    assert [entry.cells.cells[:2] for entry in entries] == [
        ("2019-20", "Outturn"),
        ("2020-21", "Quarter 1"),
        ("No year", "No period"),
    ]
    assert entries[0].cells.cells[2:] == (*figures(4, -400, -385, 15, "3.75"), "Outturn")
    assert [entry.cells.cells[-1] for entry in entries[1:]] == ["Forecast", "Forecast"]
    assert entries[0].spot == Spot(LAST)
    assert entries[0].picture.labels == ["2019-20", "2020-21", "No year"]
    assert [list(one.figures) for one in entries[0].picture.series][1] == [*figures(-385, -180, -80)]


def test_reports_stand_one_by_one_and_their_picture_breaks_between_years(whole: Overview) -> None:
    picture = report_entries(whole)[0].picture
    assert picture.labels == ["2019-20 Quarter 1", "2019-20 Outturn", "2020-21 Quarter 1", "No year"]
    assert picture.begins == {2, 3}


def test_committees_and_ratings_are_pictured_year_by_year(whole: Overview) -> None:
    first, *rest = committee_entries(whole)
    assert first.cells.cells == ("2019-20", "Adults", *figures(2, -200, -185, 15, "7.50", 1))
    assert first.picture.title == "Plan against forecast by committee, 2019-20"
    assert first.picture.labels == ["Adults", "C&YP", "No committee"]
    assert rest[1].cells.cells[1:3] == ("No committee", Decimal(2))
    assert rest[1].cells.cells[-1] is None
    ratings = rating_entries(whole)
    assert ratings[0].cells.cells[:4] == ("2019-20", "Outturn", "Amber", Decimal(1))
    assert ratings[2].cells.cells[2] == "No rating"
    assert ratings[-1].picture.title == "Plan against forecast by rating, No year"


def test_an_earlier_forecast_leads_to_its_lines_and_names_those_that_only_one_report_has(whole: Overview) -> None:
    (entry,) = forecast_entries(whole)
    assert entry.cells.cells == (
        *("2019-20", "Q1", "Outturn"),
        *figures(-280, -285, -5, "-1.79", 5),
        "2 of 3",
    )
    assert [(row.cells[0], row.cells[1], row.target) for row in entry.details[2:]] == [
        ("A/R.6.003", "A saving", Spot(LAST, 2, "A/R.6.003")),
        ("A/R.6.008", "Only in the earlier report", Spot(FIRST, 3, "A/R.6.008")),
        ("A/R.6.009", "Only in the later report", Spot(LAST, 3, "A/R.6.009")),
    ]
    assert [row.cells for row in entry.totals] == [
        ("Lines in both", "", *figures(-280, -285, -5)),
        ("Left out", "", *figures(-100, -100), None),
        ("Whole report", "", *figures(-380, -385), None),
    ]
    assert entry.note.startswith("Left out, as only one of the two reports has a forecast: Quarter 1, 1 line with −100")
    assert entry.picture.labels == ["2019-20 Q1"]


def test_a_last_report_from_the_end_of_the_year_is_named_an_outturn() -> None:
    both = (known(LATE, year="2019-20", period=period) for period in ("Quarter 2", "as at March 2020"))
    (entry,) = forecast_entries(overview(trackers(*both)))
    assert entry.cells.cells[2] == "March 2020 (outturn)"


def test_green_lines_are_shown_with_their_sum(whole: Overview) -> None:
    first = reprofiled_entries(whole)[0]
    assert first.cells.cells == ("2019-20", "Quarter 1", *figures(1, 25))
    assert first.details[0].cells == ("A/R.6.001", "A saving", *figures(-25, 0, 25))
    assert first.details[0].target == Spot(FIRST, 0, "A/R.6.001")
    assert first.totals[0].cells == ("All lines", "", *figures(-25, 0, 25))
    (prior,) = shortfall_entries(whole)
    assert prior.cells.cells == ("2019-20", "Outturn", *figures(1, 6))
    assert prior.picture.title == "Green lines: plan of prior years, 2019-20"


@pytest.mark.parametrize("page", [*SUM_PAGES, *BEHIND_PAGES], ids=lambda page: page.words)
def test_every_row_has_a_cell_under_each_heading(page: Page, whole: Overview) -> None:
    for entry in page.entries(whole):
        assert len(entry.cells.cells) == len(page.headings)
        assert {len(row.cells) for row in (*entry.details, *entry.totals)} <= {len(page.details)}
        assert all(len(series.figures) == len(entry.picture.labels) for series in entry.picture.series)
    assert page.sentence.endswith(".")
    assert page.none.endswith(".")


def test_trackers_are_listed_with_what_is_to_be_known_of_files() -> None:
    both = in_order(
        [known(BOTH, name="a.xlsx"), known(BOTH, LATE, name="b.xlsx")],
        [LeftOut(Path("bad.xlsx"), "It is damaged.")],
        [LeftOut(Path("copy.xlsx"), "It is a copy.")],
    )
    rows = tracker_rows(overview(both).listed)
    assert [(row.cells[2], row.cells[3], row.cells[-1]) for row in rows] == [
        ("a.xlsx", Decimal(1), "Yes"),
        ("b.xlsx", Decimal(2), "No"),
    ]
    told = [(row.cells[0], str(row.cells[1])[:14]) for row in remark_rows(both)]
    assert told[:3] == [("bad.xlsx", "It is damaged."), ("copy.xlsx", "It is a copy."), ("a.xlsx", "2020-21: “a.xl")]
    assert len(told) == 5
    assert count_words(both) == "2 trackers of 1 year with 3 lines (counted: 1 with 1); 1 file was not read"
    assert count_words(several()) == "4 trackers of 3 years with 11 lines"


@pytest.mark.published
def test_the_published_trackers_show_the_known_sums_and_lines(published: Path) -> None:
    whole = overview(read_trackers([published]))
    first, second = reprofiled_entries(whole)
    assert first.totals[0].cells[-1] == Decimal(2125)
    assert [row.cells[0] for row in first.details] == [
        *("A/R.6.111", "A/R.6.112", "A/R.6.114", "A/R.6.140", "A/R.6.155", "A/R.6.169", "A/R.6.244"),
    ]
    assert second.cells.cells[-1] == Decimal(99)
    assert shortfall_entries(whole)[0].totals[0].cells[-1] == Decimal(5995)
