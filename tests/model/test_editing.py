"""What one edit makes of one line."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import A_SCHEME, a_saving, a_tracker, figures, rating
from model.editing import edited, refigured
from model.fields import FORECAST_QUARTERS
from model.rag import Scheme
from model.rating import rating_of
from model.refusals import NothingToSpread, PlanLocked, ReasonNeeded
from model.saving import Direction, Saving
from model.tracker import Tracker

Care = Callable[[Tracker], Tracker]

# B/R.6.214: the quarters add to −21, both printed totals are +21, and the published grand totals use them.
TURNED = a_saving(
    "B/R.6.214",
    plan=(-5, -5, -5, -6),
    forecast=(-5, -5, -5, -6),
    plan_total_printed=Decimal(21),
    forecast_total_printed=Decimal(21),
    variance_printed=Decimal(0),
    percent_printed=Decimal("0.00"),
    rating_printed="Green",
)


def test_an_edited_quarter_moves_total_variance_percent_and_rating(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving(plan=(-375,) * 4, forecast=(-375,) * 4), scheme=A_SCHEME))
    tracker.edit(0, "forecast_q4", "-90")
    (saving,) = tracker.year
    assert (saving.forecast_total, saving.variance, saving.percent) == figures(-1215, 285, Decimal("19.00"))
    assert rating(tracker).name == "Amber"
    tracker.edit(0, "forecast_q4", "-89")
    (saving,) = tracker.year
    assert (saving.forecast_total, saving.variance, saving.percent) == figures(-1214, 286, Decimal("19.07"))
    assert rating(tracker).name == "Red"


def test_a_printed_total_stands_until_one_of_its_quarters_really_changes(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(TURNED, scheme=A_SCHEME))
    for quarter, text in zip(FORECAST_QUARTERS, ("-5", "(5)", "−5.0", "6-"), strict=True):
        assert tracker.edit(0, quarter, text) is None
    assert tracker.year.savings[0] == TURNED
    tracker.edit(0, "forecast_q4", "-7")
    (saving,) = tracker.year
    assert (saving.forecast_total, saving.plan_total, saving.variance) == figures(-22, 21, -43)


def test_an_edited_forecast_leaves_the_printed_plan_alone(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(TURNED, scheme=A_SCHEME))
    tracker.edit(0, "commentary", "Turned?")
    tracker.edit(0, "direction", "worse")
    tracker.edit(0, "complete", "yes")
    (saving,) = tracker.year
    assert (saving.plan_total, saving.forecast_total) == figures(21, 21)
    assert saving.rating_printed == "Green"
    assert (saving.commentary, saving.direction, saving.complete) == ("Turned?", Direction.WORSENING, True)


def test_the_printed_total_itself_typed_again_changes_nothing(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(TURNED))
    assert tracker.edit(0, "forecast_total", "21") is None


def test_a_typed_total_is_spread_by_the_profile_of_the_plan(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving(plan=(-170, 0, 0, -30), forecast=(0, 0, 0, -10)), scheme=A_SCHEME))
    tracker.edit(0, "forecast_total", "-101")
    (saving,) = tracker.year
    assert saving.forecast == figures(-86, 0, 0, -15)
    assert saving.forecast_total == -101
    assert rating(tracker).name == "Amber"


def test_a_total_typed_where_no_plan_is_phased_is_spread_evenly(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving(plan=(None,) * 4, forecast=(None,) * 4)))
    tracker.edit(0, "forecast_total", "-10")
    assert tracker.year.savings[0].forecast == figures(-3, -3, -2, -2)


def test_a_total_cannot_be_cleared(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving("A/R.6.114")))
    with pytest.raises(NothingToSpread, match=r"The total of A/R.6.114 can't be cleared: clear its quarters instead"):
        tracker.edit(0, "forecast_total", "")


def test_clearing_every_quarter_leaves_total_variance_and_rating_blank(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving(), scheme=A_SCHEME))
    for quarter in FORECAST_QUARTERS:
        tracker.edit(0, quarter, " ")
    (saving,) = tracker.year
    assert (saving.forecast_total, saving.variance, saving.percent, rating(tracker).name) == (None, None, None, "")


def test_zero_is_not_blank(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving(forecast=(None,) * 4)))
    assert tracker.edit(0, "forecast_q1", "0")
    assert tracker.edit(0, "forecast_q1", "0.0") is None
    assert tracker.edit(0, "forecast_q1", "")
    assert tracker.year.savings[0].forecast_q1 is None


def test_a_judged_rating_stays_and_is_marked_for_review(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving(rating_printed="Green")))
    tracker.edit(0, "forecast_q1", "0")
    assert (rating(tracker).name, rating(tracker).to_review) == ("Green", True)
    tracker.edit(0, "rating", "Amber")
    assert (rating(tracker).name, rating(tracker).to_review) == ("Amber", False)
    tracker.edit(0, "rating", "")
    assert rating(tracker).name == ""


def test_judging_a_marked_rating_the_same_again_takes_the_mark_away(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving(rating_printed="Green")))
    tracker.edit(0, "forecast_q1", "0")
    assert tracker.edit(0, "rating", "Green")
    assert not rating(tracker).to_review


def test_a_text_marks_no_rating_for_review(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving(rating_printed="Green")))
    tracker.edit(0, "commentary", "On track")
    assert not rating(tracker).to_review


def test_an_override_needs_a_reason_and_keeps_it(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving("A/R.6.114"), scheme=A_SCHEME))
    with pytest.raises(ReasonNeeded, match=r"Overriding the rating of A/R.6.114 needs a reason"):
        tracker.edit(0, "rating", "Red", reason="  ")
    step = tracker.edit(0, "rating", "Red", reason="The contract ends in May")
    assert step
    assert step.why == "The contract ends in May"
    assert tracker.year.savings[0].override_reason == "The contract ends in May"
    assert (rating(tracker).name, rating(tracker).calculated) == ("Red", "Green")


def test_an_override_stands_while_its_figures_change_and_is_taken_back_by_a_blank(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving(), scheme=A_SCHEME))
    tracker.edit(0, "rating", "Red", reason="Known to fail")
    tracker.edit(0, "forecast_q1", "0")
    assert (rating(tracker).name, rating(tracker).calculated) == ("Red", "Amber")
    assert tracker.edit(0, "rating", "Red") is None
    tracker.edit(0, "rating", "")
    assert rating(tracker).name == "Amber"
    assert tracker.year.savings[0].override_reason == ""


def test_choosing_the_calculated_rating_is_no_override(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving(rating_printed="Red"), scheme=A_SCHEME))
    tracker.edit(0, "rating", "Green")
    saving = tracker.year.savings[0]
    assert (saving.override, saving.rating_printed, rating(tracker).name) == ("", None, "Green")


def test_choosing_the_printed_rating_again_changes_nothing_unless_a_reason_makes_it_an_override(
    back_and_forth: Care,
) -> None:
    tracker = back_and_forth(a_tracker(a_saving(rating_printed="Red"), scheme=A_SCHEME))
    assert tracker.edit(0, "rating", "Red") is None
    assert tracker.edit(0, "rating", "Red", reason="The partner withdrew")
    assert tracker.year.savings[0].override == "Red"


def test_a_plan_figure_is_locked_until_a_reason_is_given(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving("A/R.6.114"), scheme=A_SCHEME))
    for key in ("plan_q1", "plan_total", "plan_prior"):
        with pytest.raises(PlanLocked, match=r"The plan of A/R.6.114 is locked"):
            tracker.edit(0, key, "-30")
    with pytest.raises(ReasonNeeded):
        tracker.unlock_plan(" ")
    tracker.unlock_plan("Council of 9 February")
    step = tracker.edit(0, "plan_q1", "-30")
    assert step
    assert step.why == "Council of 9 February"
    assert (tracker.year.savings[0].plan_total, tracker.year.savings[0].variance) == figures(-105, 5)
    tracker.edit(0, "plan_total", "-210")
    assert tracker.year.savings[0].plan == figures(-60, -50, -50, -50)
    tracker.lock_plan()
    with pytest.raises(PlanLocked):
        tracker.edit(0, "plan_q1", "-31")


def test_a_text_that_could_not_be_read_gives_way_to_the_figure_typed(back_and_forth: Care) -> None:
    saving = a_saving(forecast=(None, -25, -25, -25), unread={"forecast_q1": "TBC", "variance": "?", "complete": "x"})
    tracker = back_and_forth(a_tracker(saving, scheme=A_SCHEME))
    tracker.edit(0, "forecast_q1", "-25")
    assert tracker.year.savings[0].unread == {"complete": "x"}
    tracker.edit(0, "complete", "")
    assert tracker.year.savings[0].unread == {}


def test_a_typed_total_replaces_what_could_not_be_read_under_it(back_and_forth: Care) -> None:
    unread = {"forecast_q1": "TBC", "forecast_total": "about 100", "rating": "Yellow"}
    tracker = back_and_forth(a_tracker(a_saving(unread=unread)))
    tracker.edit(0, "forecast_total", "-104")
    assert tracker.year.savings[0].forecast == figures(-26, -26, -26, -26)
    assert tracker.year.savings[0].unread == {"rating": "Yellow"}
    tracker.edit(0, "rating", "Green")
    assert tracker.year.savings[0].unread == {}


@given(st.integers(-5000, 5000), st.sampled_from(FORECAST_QUARTERS), st.sampled_from([None, A_SCHEME]))
def test_figures_follow_whatever_is_typed(amount: int, quarter: str, scheme: Scheme | None) -> None:
    saving = edited(TURNED, quarter, Decimal(amount), scheme)
    if Decimal(amount) == getattr(TURNED, quarter):
        assert saving is TURNED
        return
    assert saving.forecast_total == sum(part for part in saving.forecast if part is not None)
    assert saving.variance == saving.variance_due == saving.forecast_total - 21
    rated = rating_of(saving, scheme)
    assert rated.name == (rated.calculated if scheme else "Green")


def test_other_figures_leave_the_line_that_they_came_from_as_it_was() -> None:
    before = a_saving(rating_printed="Green")
    after = refigured(before, None, forecast_q1=Decimal(0))
    assert isinstance(after, Saving)
    assert (before.forecast_q1, after.forecast_q1) == figures(-25, 0)
    assert after.to_review
