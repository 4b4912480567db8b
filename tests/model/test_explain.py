"""A rating explains itself: the sentences, and the law that their distances are exact."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import A_SCHEME, a_saving
from model.explain import Reason, explain_rating, rating_reason
from model.explain.nearest import next_rating
from model.rag import AMBER, BLUE, GREEN, RED, UNDECIDED, Scheme, SizeBand, Threshold, calculate
from model.saving import Saving

Figure = int | str | None

LARGE, SMALL = A_SCHEME.bands
# As the key prints it: two columns below £500k with the same rows.
THREE_SIZES = replace(
    A_SCHEME, bands=(LARGE, replace(SMALL, above=Decimal(100)), replace(SMALL, above=Decimal(0), included=True))
)
NOTHING_SPECIAL = replace(A_SCHEME, has_black=False, has_blue=False)


def of(plan: Figure, forecast: Figure, **more: object) -> Saving:
    """A saving with its year's figures in the last quarter."""
    return a_saving(plan=(None, None, None, plan), forecast=(None, None, None, forecast)).but(**more)


def test_a_variance_at_a_limit_is_explained_to_the_letter() -> None:
    stretch_target = a_saving("A/R.6.266", (-375,) * 4, (-375, -375, -375, -90))
    assert explain_rating(stretch_target, A_SCHEME) == (
        "£285k short of £1,500k is exactly 19%: Amber, as it is over £500k and between 14% and 19%. "
        "£1k more and it is Red."
    )


@pytest.mark.parametrize("scheme", [A_SCHEME, THREE_SIZES])
@pytest.mark.parametrize(
    ("plan", "forecast", "why", "following"),
    [
        (
            -1500,
            -1214,
            "£286k short of £1,500k is 19.07%: Red, as it is over £500k and over 19%.",
            "£1k less and it is Amber.",
        ),
        (
            -1500,
            "-1214.99",
            "£285.01k short of £1,500k is just over 19%: Red, as it is over £500k and over 19%.",
            "£1k less and it is Amber.",
        ),
        (
            -100_000,
            "-86000.4",
            "£13,999.6k short of £100,000k is just under 14%: Green, as it is over £500k and under 14%.",
            "£1k more and it is Amber.",
        ),
        (-1500, -1500, "On plan at £1,500k: Green.", "£210k short and it is Amber."),
        (
            -501,
            -431,
            "£70k short of £501k is 13.97%: Green, as it is over £500k and under 14%.",
            "£1k more and it is Amber.",
        ),
        (
            -500,
            -400,
            (
                "£100k short of £500k is 20.00%: Amber, as it is £500k or less and 19% or more. "
                "By this key no saving of £500k or less can ever be Red."
            ),
            "£6k less and it is Green.",
        ),
        (
            -300,
            -50,
            (
                "£250k short of £300k is 83.33%: Amber, as it is £500k or less and 19% or more. "
                "By this key no saving of £500k or less can ever be Red."
            ),
            "£50k more and it is Black.",
        ),
        (-300, 0, "Nothing of £300k is forecast: Black.", "£1k forecast and it is Amber."),
        (
            -300,
            20,
            "A cost of £20k is forecast against a planned saving of £300k: Black.",
            "£21k better and it is Amber.",
        ),
        (
            -493,
            -821,
            "£328k over the planned saving of £493k: Blue, as anything better than plan is.",
            "£328k less and it is Green.",
        ),
        (
            54,
            59,
            "£5k over the planned cost of £54k is 9.26%: Green, as it is £500k or less and under 19%.",
            "£6k more and it is Amber.",
        ),
        (
            54,
            80,
            (
                "£26k over the planned cost of £54k is 48.15%: Amber, as it is £500k or less and 19% or more. "
                "By this key no cost of £500k or less can ever be Red."
            ),
            "£16k less and it is Green.",
        ),
        (54, 54, "On plan, a cost of £54k: Green.", "£11k over and it is Amber."),
        (
            54,
            50,
            "£4k under the planned cost of £54k: Blue, as anything better than plan is.",
            "£4k less and it is Green.",
        ),
        (
            54,
            -10,
            "£64k under the planned cost of £54k: Blue, as anything better than plan is.",
            "£64k less and it is Green.",
        ),
        (0, 0, "Plan and forecast are zero: no rating.", "A cost of £1k forecast and it needs a decision."),
        (
            0,
            -5,
            "A saving of £5k is forecast without a plan: Blue, as anything better than plan is.",
            "£5k less and it has no rating.",
        ),
        (
            0,
            5,
            "A cost of £5k is forecast without a plan: Needs a decision, as the key rates no cost without a plan.",
            "£5k less and it has no rating.",
        ),
        (None, -3, "No plan is given: no rating.", ""),
        (-3, None, "No forecast is given: no rating.", ""),
        (None, None, "No plan and no forecast is given: no rating.", ""),
    ],
)
def test_a_calculated_rating_says_why_and_what_would_change_it(
    scheme: Scheme, plan: Figure, forecast: Figure, why: str, following: str
) -> None:
    assert rating_reason(of(plan, forecast), scheme) == Reason(why, following)


def test_a_key_without_black_and_blue_is_explained_by_its_percentages() -> None:
    assert explain_rating(of(-1500, 0), NOTHING_SPECIAL) == (
        "Nothing of £1,500k is forecast: Red, as it is over £500k and over 19%. £1,215k forecast and it is Amber."
    )
    assert explain_rating(of(-1500, -1600), NOTHING_SPECIAL) == (
        "£100k over the planned saving of £1,500k: Green, as it is over £500k and under 14%. "
        "£310k less and it is Amber."
    )
    assert explain_rating(of(-1500, 20), NOTHING_SPECIAL).endswith("£1,235k better and it is Amber.")


def threshold(rating: str, at: int, *, included: bool) -> Threshold:
    return Threshold(rating, Decimal(at), included=included)


def one_size(*thresholds: Threshold, rest: str = GREEN) -> Scheme:
    return Scheme("one size", (SizeBand("Any", Decimal(0), included=True, thresholds=thresholds, rest=rest),))


def test_a_key_for_all_sizes_names_none() -> None:
    key = one_size(threshold(RED, 20, included=True), threshold(AMBER, 10, included=False))
    assert rating_reason(of(-100, -80), key).why == "£20k short of £100k is exactly 20%: Red, as it is 20% or more."
    assert rating_reason(of(-100, -90), key).why == "£10k short of £100k is exactly 10%: Green, as it is 10% or less."
    assert (
        rating_reason(of(-100, -85), key).why == "£15k short of £100k is 15.00%: Amber, as it is between 10% and 20%."
    )


def test_a_key_without_percentages_names_none() -> None:
    key = replace(one_size(), has_black=False)
    assert explain_rating(of(-100, -80), key) == "£20k short of £100k is 20.00%: Green. £21k less and it is Blue."
    assert explain_rating(of(-100, -100), key) == "On plan at £100k: Green. £1k better and it is Blue."


def test_a_key_that_rates_everything_alike_has_nothing_that_would_change_it() -> None:
    key = replace(one_size(), has_black=False, has_blue=False)
    assert explain_rating(of(-100, -80), key) == "£20k short of £100k is 20.00%: Green."


def test_limits_beyond_the_whole_plan_are_reached_by_a_cost() -> None:
    key = replace(one_size(threshold(RED, 150, included=True)), has_black=False)
    assert rating_reason(of(-100, 0), key).next == "A cost of £50k forecast and it is Red."
    assert rating_reason(of(-100, 20), key).next == "£30k worse and it is Red."


def test_sizes_between_two_limits_name_both() -> None:
    middle = SizeBand("100-500k", Decimal(100), included=True, thresholds=SMALL.thresholds, rest=GREEN)
    lowest = SizeBand("Below 100k", Decimal(0), included=True, thresholds=(), rest=GREEN)
    key = replace(A_SCHEME, bands=(replace(LARGE, included=True), middle, lowest))
    assert "as it is between £100k and £500k and under 19%" in rating_reason(of(-200, -190), key).why
    assert "By this key no saving under £500k can ever be Red." in rating_reason(of(-200, -100), key).why
    assert "as it is under £100k." in rating_reason(of(-50, -10), key).why
    assert "as it is £500k or more and over 19%" in rating_reason(of(-500, -10), key).why


def test_a_judged_rating_names_no_key() -> None:
    assert explain_rating(of(-80, -60, rating_printed="Green"), None) == (
        "Judged by the council: this tracker goes by no key. £20k short of £80k is 25.00%."
    )


def test_a_judged_rating_says_that_it_is_to_be_reviewed() -> None:
    reason = rating_reason(of(-80, -60, rating_printed="Green", to_review=True), None)
    assert reason.next == "To be reviewed, as the figures have changed since."


def test_a_line_without_a_judged_rating_says_so() -> None:
    assert explain_rating(of(0, 0, rating_printed="0"), None) == (
        "Left without a rating by the council: this tracker goes by no key. Plan and forecast are zero."
    )


def test_an_override_under_no_key_gives_its_reason() -> None:
    saving = of(-80, -60, override="Red", override_reason="as agreed with the director.")
    assert explain_rating(saving, None) == (
        "Overridden to Red: as agreed with the director. This tracker goes by no key. £20k short of £80k is 25.00%."
    )


@pytest.mark.parametrize(
    ("more", "opening"),
    [
        ({"rating_printed": "Green"}, "Printed as Green, though the key gives Amber."),
        ({"rating_printed": "0"}, "Printed without a rating, though the key gives Amber."),
        ({"override": "Red", "override_reason": "too late"}, "Overridden to Red: too late. The key gives Amber."),
        ({"override": "Amber", "override_reason": "sure"}, "Overridden to Amber: sure. The key gives the same."),
    ],
)
def test_what_stands_in_place_of_the_keys_rating_is_said_before_it(more: dict[str, str], opening: str) -> None:
    followed = explain_rating(of(-80, -60), A_SCHEME)
    assert explain_rating(of(-80, -60, **more), A_SCHEME) == f"{opening} {followed}"


def test_a_printed_rating_on_a_line_that_the_key_does_not_rate_is_said() -> None:
    assert explain_rating(of(0, 0, rating_printed="Green"), A_SCHEME).startswith(
        "Printed as Green, though the key gives none."
    )


PLANS = st.integers(-3000, 3000).map(Decimal)
FORECASTS = st.one_of(st.integers(-4000, 4000).map(Decimal), st.decimals(-4000, 4000, places=2))
SCHEMES = st.sampled_from([A_SCHEME, THREE_SIZES, NOTHING_SPECIAL, one_size(threshold(RED, 150, included=True))])


@given(PLANS, FORECASTS, SCHEMES)
def test_the_stated_distance_and_no_less_changes_the_rating(plan: Decimal, forecast: Decimal, scheme: Scheme) -> None:
    now, following = calculate(plan, forecast, scheme), next_rating(plan, forecast, scheme)
    if following is None:
        assert plan == 0
        return
    assert following.step == int(following.step) != 0
    assert following.rating == calculate(plan, forecast + following.step, scheme) != now
    one_less = following.step - Decimal(1).copy_sign(following.step)
    assert calculate(plan, forecast + one_less, scheme) == now


@given(PLANS, FORECASTS, SCHEMES)
def test_no_other_rating_save_blue_is_nearer(plan: Decimal, forecast: Decimal, scheme: Scheme) -> None:
    now, following = calculate(plan, forecast, scheme), next_rating(plan, forecast, scheme)
    for nearer in range(1, min(int(abs(following.step)), 200) if following else 200):
        for step in (nearer, -nearer):
            assert calculate(plan, forecast + step, scheme) in {now, BLUE}


@given(PLANS, FORECASTS, SCHEMES)
def test_an_explanation_names_the_rating_and_the_next_one(plan: Decimal, forecast: Decimal, scheme: Scheme) -> None:
    reason, following = rating_reason(of(str(plan), str(forecast)), scheme), next_rating(plan, forecast, scheme)
    assert f": {calculate(plan, forecast, scheme) or 'no rating'}" in reason.why
    others = {"": " it has no rating.", UNDECIDED: " it needs a decision."}
    assert reason.next.endswith(others.get(following.rating, f" it is {following.rating}.") if following else "")
    assert bool(reason.next) is bool(following)
