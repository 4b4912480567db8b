"""What stands behind a Green."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from builders import Amounts, a_saving
from model.saving import Saving
from model.years import read_trackers
from model.years.green import BehindGreen, prior_shortfalls, reprofiled
from model.years.table import long_table
from sources import ROOT
from year_folders import known, table

EXAMPLES = ROOT / "resources" / "examples"


def listed(found: tuple[BehindGreen, ...]) -> list[tuple[str, int | None, dict[str, int], int]]:
    """Year, quarters ended, the shortfalls by reference, and their sum."""
    return [
        (one.year, one.quarters, {line.reference: int(line.short) for line in one.lines}, int(one.short))
        for one in found
    ]


def check_reprofiled(*places: Path) -> None:
    """The lines and sums of the published trackers."""
    assert listed(reprofiled(long_table(read_trackers(places)))) == [
        (
            "2017-18",
            2,
            {
                "A/R.6.111": 234,
                "A/R.6.112": 10,
                "A/R.6.114": 493,
                "A/R.6.140": 154,
                "A/R.6.155": 258,
                "A/R.6.169": 930,
                "A/R.6.244": 46,
            },
            2125,
        ),
        ("2020-21", 1, {"F/R.6.003": 99}, 99),
    ]


def check_prior(*places: Path) -> None:
    """The prior years' shortfalls of the published trackers."""
    assert listed(prior_shortfalls(long_table(read_trackers(places)))) == [
        (
            "2020-21",
            1,
            {"A/R.6.114": 1123, "C/R.6.106": 10, "F/R.7.106": 42, "F/R.7.113": 4831, "G/R.6.004": -11},
            5995,
        )
    ]


@pytest.mark.published
def test_the_published_trackers_have_these_green_lines_behind_their_plan_so_far(published: Path) -> None:
    check_reprofiled(published)


@pytest.mark.published
def test_the_published_trackers_have_these_prior_shortfalls_on_green_lines(published: Path) -> None:
    check_prior(published)


def test_the_examples_have_the_same() -> None:
    check_reprofiled(*EXAMPLES.glob("*.xlsx"))
    check_prior(*EXAMPLES.glob("*.xlsx"))


def green(plan: Amounts, forecast: Amounts, rating: str = "Green", **more: Any) -> Saving:
    """A line rated Green."""
    return a_saving(plan=plan, forecast=forecast, rating_printed=rating, **more)


LATE = green((-25, -25, -25, -25), (-20, -30, 0, -50))


@pytest.mark.parametrize(
    ("period", "short"),
    [("Q1", 5), ("Q2", None), ("month 8", None), ("month 9", 25), ("month 2", None), ("Q4", None), ("", None)],
)
def test_the_plan_is_looked_at_up_to_the_quarter_that_has_ended(period: str, short: int | None) -> None:
    found = reprofiled(table(known(LATE, period=period)))
    assert [one.short for one in found] == ([] if short is None else [short])


def test_each_counted_tracker_of_a_year_is_looked_at() -> None:
    long = table(known(LATE, period="Q1"), known(LATE, period="Q3"), known(LATE, period="Q3", name="other"))
    assert [(one.period, int(one.short)) for one in reprofiled(long)] == [("Q1", 5), ("Q3", 25)]


@pytest.mark.parametrize(
    "saving",
    [
        green((-25,) * 4, (-20, -25, -25, -25)),
        green((-25,) * 4, (-20, -30, -25, -25), rating="Amber"),
        green((-25,) * 4, (-20, -30, -25, -25), rating=""),
        green((-25,) * 4, (-30, -20, -25, -25)),
        green((-25,) * 4, (None, -50, -25, -25)),
    ],
    ids=["with a variance", "Amber", "not rated", "ahead of plan", "blank against a plan"],
)
def test_other_lines_are_not_listed(saving: Saving) -> None:
    assert reprofiled(table(known(saving, period="Q1"))) == ()


def test_a_quarter_that_is_blank_in_plan_and_forecast_counts_as_nothing() -> None:
    long = table(known(green((None, -50, -50, 0), (None, -10, -50, -40), rating="GREEN"), period="Q2"))
    (line,) = reprofiled(long)[0].lines
    assert (line.plan, line.reached, line.short, line.line) == (Decimal(-50), Decimal(-10), Decimal(40), 0)


def test_prior_years_are_held_against_their_plan_where_both_are_known() -> None:
    lines = (
        a_saving("short", plan_prior=Decimal(-9), achieved_prior=Decimal(-8), rating_printed="Green"),
        a_saving("met", plan_prior=Decimal(-9), achieved_prior=Decimal(-9), rating_printed="Green"),
        a_saving("red", plan_prior=Decimal(-9), achieved_prior=Decimal(0), rating_printed="Red"),
        a_saving("blank", plan_prior=Decimal(-9), rating_printed="Green"),
        a_saving("unplanned", achieved_prior=Decimal(-9), rating_printed="Green"),
    )
    assert listed(prior_shortfalls(table(known(*lines)))) == [("2020-21", None, {"short": 1}, 1)]


def test_a_prior_shortfall_is_counted_once_a_year() -> None:
    line = a_saving("short", plan_prior=Decimal(-9), achieved_prior=Decimal(-8), rating_printed="Green")
    long = table(known(line, period="Q1"), known(line, period="Q2"))
    assert [(one.period, int(one.short)) for one in prior_shortfalls(long)] == [("Q2", 1)]
