"""Headings in two rows, bands over columns, and quarters that are headed Q1 and no more."""

import pytest

from grids import read_rows
from model.fields import FORECAST_QUARTERS, PLAN_QUARTERS
from model.year import Year

QUARTERS = ["Q1", "Q2", "Q3", "Q4"]
FIGURES = [-1, -2, -3, -4, -10, -5, -6, -7, -8, -26]


def keys(year: Year) -> list[str]:
    return [column.key for column in year.layout]


def bands(year: Year) -> dict[str, str]:
    return {column.key: column.band for column in year.layout if column.band}


PLAN_AND_FORECAST = [*PLAN_QUARTERS, "plan_total", *FORECAST_QUARTERS, "forecast_total"]


def test_a_band_over_its_quarters_reaches_to_its_last_figure() -> None:
    year = read_rows(
        ["Savings Tracker 2023/24"],
        [None, None, "Planned £000", None, None, None, None, "Latest forecast £000"],
        ["Ref", "Title", *QUARTERS, "Total", *QUARTERS, "Total", "Variance", "RAG", "Narrative"],
        ["A/R.1", "A saving", *FIGURES, -16, "Red", "words"],
    )
    assert keys(year) == ["reference", "title", *PLAN_AND_FORECAST, "variance", "rating", "commentary"]
    assert bands(year) == dict.fromkeys([*PLAN_QUARTERS, "plan_total"], "Planned £000") | dict.fromkeys(
        [*FORECAST_QUARTERS, "forecast_total", "variance"], "Latest forecast £000"
    )
    assert [column.heading for column in year.layout[2:4]] == ["Q1", "Q2"]


def test_headings_merged_over_two_rows_are_read_from_the_upper() -> None:
    year = read_rows(
        ["Ref", "Proposal", "Directorate", "Plan", *[None] * 4, "Forecast", *[None] * 4, "Variance", "BRAG"],
        [None, None, None, *QUARTERS, "Total", *QUARTERS, "Total", None, None],
        ["A/R.1", "A saving", "Adults", *FIGURES, -16, "Blue"],
    )
    assert keys(year) == ["reference", "title", "committee", *PLAN_AND_FORECAST, "variance", "rating"]
    assert "variance" not in bands(year)
    assert year.savings[0].committee == "Adults"


def test_a_heading_broken_over_two_rows_is_joined() -> None:
    year = read_rows(
        ["Saving", "Saving", *["Original phasing"] * 4, *["Latest forecast"] * 4, "RAG"],
        ["ref", "title", *QUARTERS, *QUARTERS, "rating"],
        ["A/R.1", "A saving", -1, -2, -3, -4, -5, -6, -7, -8, "Red"],
    )
    assert keys(year) == ["reference", "title", *PLAN_QUARTERS, *FORECAST_QUARTERS, "rating"]


def test_quarters_may_be_the_bands_over_plan_and_forecast() -> None:
    year = read_rows(
        [None, None, *[text for quarter in (*QUARTERS, "Total") for text in (quarter, None, None)]],
        ["Ref", "Title", *["Plan", "Forecast", "Variance"] * 5, "Comments"],
        ["A/R.1", "A saving", -1, -5, -4, -2, -6, -4, -3, -7, -4, -4, -8, -4, -10, -26, -16, "words"],
    )
    (saving,) = year.savings
    assert [*saving.plan, saving.plan_total_printed] == [-1, -2, -3, -4, -10]
    assert [*saving.forecast, saving.forecast_total_printed] == [-5, -6, -7, -8, -26]
    assert saving.variance_printed == -16
    assert saving.commentary == "words"
    assert list(saving.other) == ["Q1 Variance", "Q2 Variance", "Q3 Variance", "Q4 Variance"]


def test_investment_and_prior_years_take_their_meaning_from_their_bands() -> None:
    year = read_rows(
        [None, None, "Investment £000", None, "Prior years", None, "Plan", *[None] * 3, "Forecast"],
        ["Ref", "Title", "Budgeted", "Actual", "Original", "Achieved", *QUARTERS, *QUARTERS],
        ["A/R.1", "A saving", 10, 11, -20, -21, -1, -2, -3, -4, -5, -6, -7, -8],
    )
    assert keys(year)[2:6] == ["investment_planned", "investment_actual", "plan_prior", "achieved_prior"]


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        ([*QUARTERS, "Total", *QUARTERS, "Total"], PLAN_AND_FORECAST),
        ([*QUARTERS, *QUARTERS], [*PLAN_QUARTERS, *FORECAST_QUARTERS]),
        ([*QUARTERS, "Plan", "Forecast"], [*PLAN_QUARTERS, "plan_total", "forecast_total"]),
        (["Plan", *QUARTERS, "Forecast"], ["plan_total", *FORECAST_QUARTERS, "forecast_total"]),
        (["Total", *QUARTERS, *QUARTERS], ["other:Total", *PLAN_QUARTERS, *FORECAST_QUARTERS]),
        ([*QUARTERS, "Plan", *QUARTERS, "Total"], [*PLAN_QUARTERS, "plan_total", *FORECAST_QUARTERS, "forecast_total"]),
        (
            [*QUARTERS, "Total", "Total", *QUARTERS, *QUARTERS],
            [*PLAN_QUARTERS, "plan_total", "other:Total (2)", *FORECAST_QUARTERS]
            + [f"other:{quarter} (2)" for quarter in QUARTERS],
        ),
    ],
)
def test_quarters_without_a_side_are_the_plans_first(headings: list[str], found: list[str]) -> None:
    year = read_rows(["Ref", "Title", *headings], ["A/R.1", "A saving", *range(len(headings))])
    assert keys(year) == ["reference", "title", *found]


def test_bands_out_of_their_columns_are_told_by_their_words() -> None:
    plan = [f"Plan {quarter}" for quarter in QUARTERS]
    forecast = [f"Forecast {quarter}" for quarter in QUARTERS]
    year = read_rows(
        ["Planned £000", None, "Forecast £000"],
        ["Ref", "Title", "Investment", *plan, *forecast],
        ["A/R.1", "A saving", 5, -1, -2, -3, -4, -5, -6, -7, -8],
    )
    assert bands(year) == dict.fromkeys(PLAN_QUARTERS, "Planned £000") | dict.fromkeys(
        FORECAST_QUARTERS, "Forecast £000"
    )


def test_a_band_over_columns_of_other_kinds_stays_over_its_first() -> None:
    year = read_rows(
        [None, None, "Plan", *[None] * 3, "Forecast", *[None] * 3, "Targets"],
        ["Ref", "Title", *QUARTERS, *QUARTERS, "Owner", "Date"],
        ["A/R.1", "A saving", -1, -2, -3, -4, -5, -6, -7, -8, "me", "soon"],
    )
    assert {column.heading: column.band for column in year.layout[-2:]} == {"Owner": "Targets", "Date": ""}
