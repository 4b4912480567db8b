"""Ratings by a scheme: every boundary on both sides, in Decimal."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import A_SCHEME
from model.rag import AMBER, BLACK, BLUE, GREEN, NO_RATING, RED, UNDECIDED, calculate

SMALLEST = Decimal("0.000001")
FIGURES = st.one_of(
    st.decimals(-3000, 3000, places=2),
    st.integers(-3000, 3000).map(Decimal),
    st.sampled_from([-500, -501, -100, 0, 100, 500, 501]).map(Decimal),
)
WORSE = (BLUE, GREEN, AMBER, RED, BLACK)


def rated(plan: object, forecast: object) -> str:
    """The rating by the scheme of 2020-21; anything that a Decimal takes."""
    return calculate(Decimal(str(plan)), Decimal(str(forecast)), A_SCHEME)


@pytest.mark.parametrize(
    ("plan", "forecast", "rating"),
    [
        # Over £500k, 14% of 1,500 is 210 and 19% is 285.
        (-1500, -1500, GREEN),
        (-1500, Decimal(-1290) - SMALLEST, GREEN),
        (-1500, -1290, AMBER),
        (-1500, -1215, AMBER),
        (-1500, Decimal(-1215) + SMALLEST, RED),
        (-1500, -1214, RED),
        (-1500, -SMALLEST, RED),
        (-1500, 0, BLACK),
        (-1500, 1, BLACK),
        (-1500, -1501, BLUE),
        (-1500, Decimal(-1500) - SMALLEST, BLUE),
        # Exactly 500 is the small band: 19% of it is 95, and it is never Red.
        (-500, Decimal(-405) - SMALLEST, GREEN),
        (-500, -405, AMBER),
        (-500, -1, AMBER),
        (-500, 0, BLACK),
        (Decimal(-500) - SMALLEST, Decimal("-429.9999"), AMBER),
        (-501, -405, RED),
        (-500, -430, GREEN),
        # 100 and below.
        (-100, Decimal(-81) - SMALLEST, GREEN),
        (-100, -81, AMBER),
        (-99, -99, GREEN),
        (-1, 0, BLACK),
        # A cost: a lower one is over-achieved, and it can't be "not achieved at all".
        (21, 21, GREEN),
        (21, 20, BLUE),
        (54, 0, BLUE),
        (120, -5, BLUE),
        (100, 118, GREEN),
        (100, 119, AMBER),
        (100, 400, AMBER),
        (1000, 1190, AMBER),
        (1000, 1191, RED),
        (1000, 2000, RED),
        # No plan.
        (0, 0, NO_RATING),
        (0, -1, BLUE),
        (0, 1, UNDECIDED),
    ],
)
def test_a_rating_changes_exactly_at_its_boundary(plan: object, forecast: object, rating: str) -> None:
    assert rated(plan, forecast) == rating


@pytest.mark.parametrize(("plan", "forecast"), [(None, Decimal(-5)), (Decimal(-5), None), (None, None)])
def test_a_line_without_figures_has_no_rating(plan: Decimal | None, forecast: Decimal | None) -> None:
    assert calculate(plan, forecast, A_SCHEME) == NO_RATING


def test_thirds_are_compared_exactly_and_not_as_rounded() -> None:
    plan = Decimal(-700)
    exactly = plan + plan.copy_abs() * 19 / 100
    assert rated(plan, exactly) == AMBER
    assert rated(plan, exactly + Decimal("1e-20")) == RED


@given(FIGURES, FIGURES, FIGURES)
@example(Decimal(-500), Decimal(-405), Decimal(-404))
@example(Decimal(100), Decimal(99), Decimal(5000))
def test_a_rating_never_improves_as_the_forecast_worsens(plan: Decimal, one: Decimal, other: Decimal) -> None:
    better, worse = sorted((one, other))
    if plan == 0:
        assert rated(plan, worse) in {NO_RATING, BLUE, UNDECIDED}
    else:
        assert WORSE.index(rated(plan, better)) <= WORSE.index(rated(plan, worse))


@given(st.decimals(-500, -1, places=2), st.decimals(-600, 600, places=2))
def test_no_saving_of_500k_or_less_is_ever_red(plan: Decimal, forecast: Decimal) -> None:
    assert rated(plan, forecast) != RED


@given(FIGURES.filter(bool))
def test_a_forecast_that_is_the_plan_is_green(plan: Decimal) -> None:
    assert rated(plan, plan) == GREEN


def test_a_scheme_without_black_and_blue_rates_by_its_bands_alone() -> None:
    scheme = replace(A_SCHEME, has_black=False, has_blue=False)
    assert calculate(Decimal(-1000), Decimal(0), scheme) == RED
    assert calculate(Decimal(-1000), Decimal(-1100), scheme) == GREEN
    assert calculate(Decimal(0), Decimal(-5), scheme) == UNDECIDED


def test_the_last_band_holds_what_no_other_does() -> None:
    only_large = replace(A_SCHEME, bands=A_SCHEME.bands[:1])
    assert calculate(Decimal(-10), Decimal(-5), only_large) == RED
