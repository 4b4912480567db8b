"""A line: what stands as printed, and what follows from its figures."""

from decimal import Decimal

import pytest

from builders import a_saving, figures
from model.saving import Direction, Place


def test_totals_are_the_sum_of_their_quarters_blanks_left_out() -> None:
    saving = a_saving(plan=(-5, None, -6, 1), forecast=(None,) * 4)
    assert (saving.plan_total, saving.forecast_total) == figures(-10, None)
    assert saving.plan == figures(-5, None, -6, 1)


def test_a_printed_total_stands_where_the_quarters_do_not_add_up() -> None:
    saving = a_saving(plan=(-5, -5, -5, -6), plan_total_printed=Decimal(21), forecast_total_printed=Decimal(21))
    assert (saving.plan_total, saving.forecast_total, saving.variance_due) == figures(21, 21, 0)


def test_a_zero_that_is_printed_is_not_a_blank() -> None:
    saving = a_saving(plan_total_printed=Decimal(0), variance_printed=Decimal(0), percent_printed=Decimal(0))
    assert (saving.plan_total, saving.variance, saving.percent) == figures(0, 0, 0)


def test_variance_is_forecast_less_plan_and_positive_when_short() -> None:
    saving = a_saving(plan=(-375,) * 4, forecast=(-375, -375, -375, -89))
    assert (saving.variance, saving.percent) == figures(286, Decimal("19.07"))
    assert saving.percent_due == Decimal(28600) / 1500


def test_each_quarter_has_a_variance_unless_it_is_blank() -> None:
    saving = a_saving(plan=(-5, -5, None, 0), forecast=(-5, 0, -5, None))
    assert saving.variances == figures(0, 5, None, None)


def test_printed_variance_and_percent_stand() -> None:
    saving = a_saving(variance_printed=Decimal(7), percent_printed=Decimal("80.66"))
    assert (saving.variance, saving.variance_due) == figures(7, 0)
    assert (saving.percent, saving.percent_due) == figures(Decimal("80.66"), 0)


@pytest.mark.parametrize(
    ("plan", "forecast"), [((0, 0, 0, 0), (-5, 0, 0, 0)), ((None,) * 4, (-5,) * 4), ((-5,) * 4, (None,) * 4)]
)
def test_there_is_no_percentage_of_a_plan_that_is_zero_or_blank(
    plan: tuple[int, ...], forecast: tuple[int, ...]
) -> None:
    saving = a_saving(plan=plan, forecast=forecast)
    assert saving.percent is None
    assert saving.percent_due is None


def test_the_percentage_of_a_cost_is_of_its_size() -> None:
    assert a_saving(plan=(54, 0, 0, 0), forecast=(108, 0, 0, 0)).percent == 100


def test_the_percentage_rounds_half_away_from_zero() -> None:
    up, down = ((-2000, 0, 0, 0), (Decimal("-1999.9"), 0, 0, 0)), ((-2000, 0, 0, 0), (Decimal("-2000.1"), 0, 0, 0))
    assert a_saving(plan=up[0], forecast=up[1]).percent == Decimal("0.01")
    assert a_saving(plan=down[0], forecast=down[1]).percent == Decimal("-0.01")


def test_a_value_is_given_by_its_key() -> None:
    saving = a_saving(rating_printed="Red", other={"Lead officer": "A. Officer"}, direction=Direction.WORSENING)
    assert saving.value("rating") == "Red"
    assert saving.but(override="Green").value("rating") == "Green"
    assert saving.value("other:Lead officer") == "A. Officer"
    assert saving.value("other:Nobody") is None
    assert saving.value("forecast_total") == -100
    assert saving.value("direction") is Direction.WORSENING


def test_a_line_is_frozen() -> None:
    with pytest.raises(AttributeError):
        a_saving().title = "Another"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("direction", "arrow"),
    [(Direction.IMPROVING, "↑"), (Direction.NO_CHANGE, "↔"), (Direction.WORSENING, "↓"), (Direction.NONE, "")],
)
def test_a_direction_has_the_arrow_that_the_council_prints(direction: Direction, arrow: str) -> None:
    assert direction.arrow == arrow


def test_a_place_names_the_cell_of_a_field_or_of_the_line() -> None:
    place = Place("2020-21", 14, {"rating": "A", "forecast_q4": "S"})
    assert place.cell("forecast_q4") == "S14"
    assert place.cell() == place.cell("commentary") == "A14"
    assert Place("Sheet", 14).cell() == ""
    assert Place(columns={"rating": "A"}).cell("rating") == ""
