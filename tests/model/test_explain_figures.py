"""Totals, variance and percentage explain themselves, also where a printed one does not follow."""

from decimal import Decimal

import pytest

from builders import a_saving
from model.explain import explain_figure, explain_total
from model.saving import Saving

Figure = int | None


def of(plan: Figure, forecast: Figure, **more: object) -> Saving:
    """A saving with its year's figures in the last quarter."""
    return a_saving(plan=(None, None, None, plan), forecast=(None, None, None, forecast)).but(**more)


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("plan_total", "The planned quarters −375, −375, −375 and −375 add to −1,500."),
        ("forecast_total", "The forecast quarters −375, −375, −375 and −90 add to −1,215."),
        ("variance", "Forecast −1,215 less plan −1,500 is 285: £285k short of plan."),
        ("percent", "Variance 285 against a plan of 1,500 is 19.00%."),
        ("commentary", ""),
    ],
)
def test_a_figure_says_how_it_came_about(key: str, sentence: str) -> None:
    assert explain_figure(a_saving("A/R.6.266", (-375,) * 4, (-375, -375, -375, -90)), key) == sentence


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("plan_total", "The printed total is 21, though the planned quarters −5, −5, −5 and −6 add to −21."),
        ("forecast_total", "The printed total is 25, though the forecast quarters −6, −5, −5 and −5 add to −21."),
        ("variance", "The printed variance is 9, though forecast 25 less plan 21 is 4: £4k over the planned cost."),
        ("percent", "The printed percentage is 3.00, though variance 4 against a plan of 21 is 19.05%."),
    ],
)
def test_a_printed_figure_that_does_not_follow_says_both(key: str, sentence: str) -> None:
    saving = a_saving(
        plan=(-5, -5, -5, -6),
        forecast=(-6, -5, -5, -5),
        plan_total_printed=Decimal(21),
        forecast_total_printed=Decimal(25),
        variance_printed=Decimal(9),
        percent_printed=Decimal(3),
    )
    assert explain_figure(saving, key) == sentence


def test_printed_figures_that_follow_are_explained_as_any() -> None:
    printed = {"plan_total_printed": Decimal(-100), "variance_printed": Decimal(0), "percent_printed": Decimal("0.00")}
    for key in ("plan_total", "variance", "percent"):
        assert explain_figure(a_saving().but(**printed), key) == explain_figure(a_saving(), key)


@pytest.mark.parametrize(
    ("plan", "forecast", "key", "sentence"),
    [
        (None, None, "plan_total", "No quarters are given."),
        (None, None, "variance", "No variance, as plan or forecast is blank."),
        (-5, None, "percent", "No percentage, as plan or forecast is blank."),
        (0, -5, "percent", "No percentage, as the plan is zero."),
        (0, -5, "variance", "Forecast −5 less plan 0 is −5: £5k better than plan."),
        (-5, -5, "variance", "Forecast −5 less plan −5 is 0: on plan."),
        (-5, -5, "plan_total", "The planned quarters −5 add to −5."),
    ],
)
def test_blanks_and_zeros_are_said_as_what_they_are(plan: Figure, forecast: Figure, key: str, sentence: str) -> None:
    assert explain_figure(of(plan, forecast), key) == sentence


def test_a_total_printed_without_quarters_says_so() -> None:
    assert explain_figure(of(None, None, plan_total_printed=Decimal(-9)), "plan_total") == (
        "−9 as printed, without quarters."
    )


@pytest.mark.parametrize(
    ("key", "total", "lines", "sentence"),
    [
        ("forecast_total", -10338, 40, "40 lines add to −10,338 for the forecast."),
        ("variance", 5591, 40, "40 lines add to 5,591 for the variance: £5,591k short of plan."),
        ("plan_q1", -38, 1, "1 line adds to −38 for the Q1 plan."),
        ("investment_actual", None, 40, "The actual investment is blank on all 40 lines."),
        ("investment_actual", None, 1, "The actual investment is blank on 1 line."),
    ],
)
def test_a_total_says_how_many_lines_it_adds(key: str, total: int | None, lines: int, sentence: str) -> None:
    assert explain_total(key, None if total is None else Decimal(total), lines) == sentence
