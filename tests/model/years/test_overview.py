"""All that is shown of several years, for one year or committee or for all."""

from decimal import Decimal
from pathlib import Path

import pytest

from builders import a_saving
from model.years import Trackers, read_trackers
from model.years.overview import Wanted, committees, narrowed, overview, years
from year_folders import known, trackers

ADULTS = a_saving("A/R.6.001", committee="Adults", rating_printed="Green", forecast=(0, -50, -25, -25))
BOTH = a_saving("A/R.6.002", committee="Adults, C&YP", forecast=(-20,) * 4, rating_printed="Amber")
NONE = a_saving("A/R.6.003", plan_prior=Decimal(-10), achieved_prior=Decimal(-4), rating_printed="Green")


def several() -> Trackers:
    lines = (ADULTS, BOTH, NONE)
    return trackers(
        known(*lines, year="2019-20", period="Quarter 1"),
        known(*lines, year="2019-20", period="Quarter 3"),
        known(*lines, year="2020-21", period="Quarter 1"),
        known(BOTH, year="2020-21", period="Quarter 1", name="other.xlsx"),
        known(NONE, year="", name="no year.xlsx"),
    )


def test_years_and_committees_are_offered_as_the_trackers_name_them() -> None:
    assert years(several()) == ("2019-20", "2020-21")
    assert committees(several()) == ("Adults", "C&YP")


def test_everything_is_worked_out_at_once() -> None:
    whole = overview(several())
    assert [one.year for one in whole.by_year] == ["2019-20", "2020-21", ""]
    assert [one.period for one in whole.by_period] == ["Quarter 1", "Quarter 3", "Quarter 1", ""]
    assert {one.group for one in whole.by_committee} == {"Adults", "C&YP", ""}
    assert {one.group for one in whole.by_rating} == {"Green", "Amber"}
    assert [(one.year, one.quarter) for one in whole.forecasts] == [("2019-20", 1)]
    assert [line.reference for one in whole.reprofiled for line in one.lines] == ["A/R.6.001"] * 2
    assert [one.short for one in whole.prior_shortfalls] == [6, 6, 6]


def test_every_tracker_is_listed_with_its_sums_counted_or_not() -> None:
    listed = overview(several(), Wanted("2020-21")).listed
    assert [(one.tracker.name, one.counted, one.lines, one.plan, one.forecast, one.variance) for one in listed] == [
        ("2020-21 Quarter 1.xlsx", True, 3, Decimal(-300), Decimal(-280), Decimal(20)),
        ("other.xlsx", False, 1, Decimal(-100), Decimal(-80), Decimal(20)),
    ]
    assert [one.plan for one in overview(several(), Wanted(committee="Nobody")).listed] == [None] * 5


def test_one_year_and_one_committee_are_looked_at_alone() -> None:
    part = overview(several(), Wanted("2019-20", "C&YP"))
    assert [(one.year, one.lines, one.plan) for one in part.by_year] == [("2019-20", 1, Decimal(-100))]
    assert [(one.group, one.lines) for one in part.by_committee] == [("C&YP", 1)]
    assert [len(one.lines) for one in part.forecasts] == [1]
    assert part.reprofiled == ()
    assert {row[KEY] for row in part.table.lines().rows} == {"A/R.6.002"}


KEY = [column.key for column in overview(several()).table.lines().columns].index("reference")


def test_a_committee_that_no_line_names_leaves_nothing() -> None:
    nothing = overview(several(), Wanted(committee="Nobody"))
    assert nothing.by_year == nothing.by_period == nothing.by_committee == nothing.by_rating == ()
    assert nothing.forecasts == ()
    assert nothing.reprofiled == nothing.prior_shortfalls == ()


def test_which_tracker_counts_does_not_change_with_what_is_looked_at() -> None:
    chosen = several().counting("other.xlsx")
    for wanted in (Wanted(), Wanted("2020-21"), Wanted(committee="Adults")):
        assert "other.xlsx" in {tracker.name for tracker in narrowed(chosen, wanted).counted}
    first = several()
    (clash,) = first.clashes
    assert clash.counted.name in {tracker.name for tracker in narrowed(first, Wanted("2020-21")).counted}


@pytest.mark.published
def test_the_published_trackers_give_the_sums_that_are_known(published: Path) -> None:
    whole = overview(read_trackers([published]))
    assert [(one.year, one.plan, one.forecast) for one in whole.by_year] == [
        ("2017-18", Decimal(-20538), Decimal(-16656)),
        ("2020-21", Decimal(-15929), Decimal(-10623)),
    ]
    assert [one.short for one in whole.reprofiled] == [2125, 99]
    assert [one.short for one in whole.prior_shortfalls] == [5995]
