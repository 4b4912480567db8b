"""The pages of sums: each year as last known, each report, and committees and ratings of each year."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from gui.charts import Series, Tone
from gui.listing import SHORT_WORDS, Heading, Row
from gui.roles import Kind
from gui.years.entries import Entry, Page, Picture, Spot
from model.clipboard import Cell
from model.lines_shown import rating_label
from model.years.overview import Overview
from model.years.sums import Sum

OUTTURN = "Outturn"
NO_YEAR, NO_PERIOD, NO_COMMITTEE = "No year", "No period", "No committee"
YEAR = Heading("Year", Kind.REFERENCE)
REPORT = Heading("Report", Kind.TITLE, "As at when the figures are known")
LINES = Heading("Lines", Kind.AMOUNT, "How many lines it has")
SUMS = (
    Heading("Plan", Kind.AMOUNT, "The year's plan, £000"),
    Heading("Forecast", Kind.AMOUNT, "The year's forecast, or what came of it once the year has ended, £000"),
    Heading("Variance", Kind.AMOUNT, "Forecast less plan, £000; positive is short of plan"),
    Heading("%", Kind.PERCENT, "Variance as a percentage of the plan"),
)
SHARED = Heading("Shared", Kind.AMOUNT, "Lines that another committee has too: such sums are not to be added up")
KNOWN = Heading("Known as", SHORT_WORDS, "Outturn once the year has ended, else a forecast")


def year_name(year: str) -> str:
    """Name a year, also one that nothing says."""
    return year or NO_YEAR


def when(one: Sum) -> str:
    """Name a report by its year and period."""
    return f"{year_name(one.year)} {one.period}".strip()


def plan_and_forecast(sums: Sequence[Sum]) -> list[Series]:
    """Give plan and forecast of sums as the series of a chart."""
    plan, forecast = [one.plan for one in sums], [one.forecast for one in sums]
    return [Series("Plan", plan, Tone.PLAN), Series("Forecast or outturn", forecast)]


def year_entries(overview: Overview) -> list[Entry]:
    """Give each year as its last report knows it."""
    sums = overview.by_year
    picture = Picture("Plan against forecast by year", [year_name(one.year) for one in sums], plan_and_forecast(sums))
    return [Entry(Row((*_when(one), *_figures(one), _known(one))), Spot(one.tracker), picture) for one in sums]


def report_entries(overview: Overview) -> list[Entry]:
    """Give each report by itself; the picture does not lead from one year into the next."""
    sums = overview.by_period
    begins = {place for place, one in enumerate(sums) if place and one.year != sums[place - 1].year}
    picture = Picture("Plan against forecast by report", [*map(when, sums)], plan_and_forecast(sums), begins)
    return [Entry(Row((*_when(one), *_figures(one), _known(one))), Spot(one.tracker), picture) for one in sums]


def committee_entries(overview: Overview) -> list[Entry]:
    """Give the committees of each year; the picture is of the year of the row."""
    return list(_grouped(overview.by_committee, "committee", NO_COMMITTEE, _of_committee))


def rating_entries(overview: Overview) -> list[Entry]:
    """Give the ratings of each year; the picture is of the year of the row."""
    return list(_grouped(overview.by_rating, "rating", rating_label(""), _of_rating))


def _grouped(sums: Sequence[Sum], by: str, none: str, cells: Callable[[Sum, str], Row]) -> Iterator[Entry]:
    for year, group in groupby(sums, key=lambda one: one.year):
        of_year = list(group)
        names = [one.group or none for one in of_year]
        title = f"Plan against forecast by {by}, {year_name(year)}"
        picture = Picture(title, names, plan_and_forecast(of_year))
        for one, name in zip(of_year, names, strict=True):
            yield Entry(cells(one, name), Spot(one.tracker), picture)


def _of_committee(one: Sum, name: str) -> Row:
    return Row((year_name(one.year), name, *_figures(one), Decimal(one.shared) if one.shared else None))


def _of_rating(one: Sum, name: str) -> Row:
    return Row((*_when(one), name, *_figures(one)))


def _when(one: Sum) -> tuple[str, str]:
    return year_name(one.year), one.period or NO_PERIOD


def _figures(one: Sum) -> tuple[Cell, ...]:
    return Decimal(one.lines), one.plan, one.forecast, one.variance, one.percent


def _known(one: Sum) -> str:
    return OUTTURN if one.is_outturn else "Forecast"


SUM_PAGES = (
    Page(
        "Years",
        "Each year as its last report knows it. Years are never added up.",
        "No line is left for any year.",
        (YEAR, REPORT, LINES, *SUMS, KNOWN),
        year_entries,
    ),
    Page(
        "Reports",
        "Each report by itself: how plan and forecast moved within a year.",
        "No line is left in any report.",
        (YEAR, REPORT, LINES, *SUMS, KNOWN),
        report_entries,
        lines=True,
    ),
    Page(
        "Committees",
        "Each committee, as the last report of the year knows it. A line of two committees is in the sum of each.",
        "No line is left for any committee.",
        (YEAR, Heading("Committee", Kind.TITLE), LINES, *SUMS, SHARED),
        committee_entries,
    ),
    Page(
        "Ratings",
        "Each rating, as the last report of the year rates its lines. No year is rated again.",
        "No line is left with any rating.",
        (YEAR, REPORT, Heading("Rating", Kind.RATING), LINES, *SUMS),
        rating_entries,
    ),
)
