"""The direction of travel, computed from the previous period of a year."""

import time
from decimal import Decimal
from typing import Any

import pytest

from builders import A_SCHEME, a_saving, a_tracker, a_year, amounts
from model.refusals import Viewing
from model.saving import Direction, Saving
from model.tracker import Tracker
from model.travel import OtherYear, direction_between, travel_since
from model.year import Column, Finding, Year

QUARTER_1 = "tracker-q1.xlsx"


def short_by(variance: int | str, plan: int = -100, **more: Any) -> Saving:
    """A saving whose whole plan is in its first quarter, with a forecast short of it by so much (£000)."""
    forecast = Decimal(plan) + Decimal(variance)
    return a_saving(plan=(plan, 0, 0, 0), forecast=(forecast, 0, 0, 0), **more)


def previous(*savings: Saving, **more: Any) -> Year:
    """A previous period of those savings."""
    return a_year(*savings, **{"year": "2020-21", "period": "Quarter 1", "source": QUARTER_1, **more})


def travelled(before: Saving, now: Saving, tolerance: int | str = 0) -> Tracker:
    """A tracker of one line, with what that line was at the previous period."""
    tracker = a_tracker(now, year="2020-21")
    tracker.set_previous(previous(before), tolerance=Decimal(tolerance))
    return tracker


def disagreeing(tracker: Tracker) -> list[Finding]:
    """The findings about directions."""
    return [finding for finding in tracker.findings() if finding.code == "direction"]


@pytest.mark.parametrize(
    ("before", "after", "tolerance", "direction"),
    [
        (10, 10, 0, Direction.NO_CHANGE),
        (10, 9, 0, Direction.IMPROVING),
        (10, 11, 0, Direction.WORSENING),
        (10, "10.01", 0, Direction.WORSENING),
        (0, -1, 0, Direction.IMPROVING),
        (-5, 0, 0, Direction.WORSENING),
        (10, 15, 5, Direction.NO_CHANGE),
        (10, "15.01", 5, Direction.WORSENING),
        (10, 5, 5, Direction.NO_CHANGE),
        (10, "4.99", 5, Direction.IMPROVING),
    ],
)
def test_less_short_of_plan_by_more_than_the_tolerance_is_improving(
    before: int, after: int | str, tolerance: int, direction: Direction
) -> None:
    assert direction_between(short_by(before), short_by(after), Decimal(tolerance)) is direction
    assert travelled(short_by(before), short_by(after), tolerance).computed_direction(0) is direction


def test_a_cost_that_grows_is_worsening() -> None:
    assert direction_between(short_by(0, plan=100), short_by(20, plan=100)) is Direction.WORSENING


def test_a_forecast_that_stays_behind_a_plan_that_grew_is_worsening() -> None:
    grown = a_saving(plan=(-150, 0, 0, 0), forecast=(-100, 0, 0, 0))

    assert direction_between(short_by(0), grown) is Direction.WORSENING


def test_the_variance_that_is_printed_says_nothing_of_the_direction() -> None:
    printed = short_by(10, variance_printed=Decimal(99))

    assert direction_between(printed, short_by(10)) is Direction.NO_CHANGE


def test_a_complete_line_travels_like_any_other() -> None:
    assert direction_between(short_by(10, complete=True), short_by(4, complete=True)) is Direction.IMPROVING


BLANK = (None,) * 4


@pytest.mark.parametrize("blank", [{"plan": BLANK}, {"forecast": BLANK}])
def test_a_line_with_a_blank_plan_or_forecast_has_no_direction(blank: dict[str, Any]) -> None:
    assert direction_between(a_saving(**blank), a_saving()) is None
    assert direction_between(a_saving(), a_saving(**blank)) is None


def test_a_line_that_is_new_has_no_direction() -> None:
    tracker = travelled(a_saving("A/1"), a_saving("A/2"))

    assert tracker.computed_direction(0) is None
    assert disagreeing(tracker) == []


def test_a_tracker_without_a_previous_period_has_no_directions() -> None:
    tracker = a_tracker(a_saving())

    assert tracker.previous is None
    assert tracker.computed_direction(0) is None
    assert tracker.take_directions() is None


def test_a_reference_on_two_lines_says_not_which_one_it_was() -> None:
    now = a_year(short_by(1, reference="A/1"), short_by(2, reference="A/2"), short_by(3, reference="A/2"))
    before = previous(short_by(0, reference="A/2"), short_by(0, reference="A/1"), short_by(0, reference=""))

    assert dict(travel_since(before, now).pairs) == {0: 1}


def test_lines_that_the_officer_has_put_together_are_taken_for_the_same() -> None:
    tracker = a_tracker(short_by(10, reference="A/9"), year="2020-21")
    tracker.set_previous(previous(short_by(20, reference="A/1")), pairs={0: 0})

    assert tracker.computed_direction(0) is Direction.IMPROVING


def test_the_previous_period_is_one_of_the_same_year() -> None:
    tracker = a_tracker(a_saving(), year="2020-21")

    with pytest.raises(OtherYear) as refused:
        tracker.set_previous(previous(a_saving(), year="2019-20"))

    assert str(refused.value) == (
        "The previous period has to be one of 2020-21; “tracker-q1.xlsx” is of 2019-20. The direction of travel is "
        "told within a year: choose an earlier period of 2020-21."
    )
    assert tracker.previous is None


def test_a_direction_that_the_figures_do_not_give_is_a_finding() -> None:
    (finding,) = disagreeing(travelled(short_by(0), short_by(25, direction=Direction.IMPROVING)))

    assert finding.message == (
        "A/R.6.001: the direction given is improving (↑), but since Quarter 1 the variance went from 0 to 25, which is "
        "worsening."
    )
    assert (finding.severity, finding.key, finding.line) == ("warning", "direction", 0)
    assert [way.words for way in finding.settlements] == ["Take the computed direction (worsening)"]


def test_a_direction_that_is_not_given_is_a_note() -> None:
    (finding,) = disagreeing(travelled(short_by(10), short_by(10)))

    assert finding.message == (
        "A/R.6.001: no direction is given, but since Quarter 1 the variance stayed at 10, which is no change."
    )
    assert finding.severity == "note"


def test_a_move_within_the_tolerance_is_said_to_be_one() -> None:
    (finding,) = disagreeing(travelled(short_by(10), short_by(13, direction=Direction.WORSENING), tolerance=5))

    assert "went from 10 to 13, within the tolerance of 5, which is no change." in finding.message


def test_a_direction_that_could_not_be_read_is_told_as_it_stands() -> None:
    now = short_by(10, unread={"direction": "sideways"})
    tracker = travelled(short_by(10), now)

    assert "the direction given is “sideways”" in disagreeing(tracker)[0].message
    tracker.take_directions()
    assert tracker.year.savings[0].unread == {}


def test_a_direction_that_the_figures_give_is_no_finding() -> None:
    assert disagreeing(travelled(short_by(10), short_by(9, direction=Direction.IMPROVING))) == []


def test_a_tracker_without_the_column_has_no_findings_of_it_and_nothing_to_take() -> None:
    tracker = a_tracker(short_by(5), year="2020-21", layout=(Column("reference", "Reference"),))
    tracker.set_previous(previous(short_by(0)))

    assert tracker.computed_direction(0) is Direction.WORSENING
    assert disagreeing(tracker) == []
    assert tracker.take_directions() is None


def test_one_line_is_settled_and_the_log_says_from_which_file() -> None:
    tracker = travelled(short_by(0), short_by(25, direction=Direction.IMPROVING))
    (finding,) = disagreeing(tracker)

    step = tracker.settle(finding, finding.settlements[0].act)

    assert step is not None
    assert (step.words, step.source) == ("Take the computed direction (worsening) in A/R.6.001", QUARTER_1)
    assert tracker.year.savings[0].direction is Direction.WORSENING
    assert disagreeing(tracker) == []


def test_settling_anything_else_names_no_file() -> None:
    tracker = travelled(short_by(0), short_by(0, commentary="<p>On track</p>"))
    finding = next(finding for finding in tracker.findings() if finding.code == "tags")

    step = tracker.settle(finding, finding.settlements[0].act)

    assert step is not None
    assert step.source == ""


def test_all_computed_directions_are_taken_in_one_step_and_given_back_in_one() -> None:
    lines = [
        short_by(25, reference="A/1", direction=Direction.IMPROVING),
        short_by(0, reference="A/2"),
        short_by(-1, reference="A/3", direction=Direction.IMPROVING),
        short_by(5, reference="A/4", direction=Direction.WORSENING),
    ]
    tracker = a_tracker(*lines, year="2020-21")
    tracker.set_previous(previous(*(short_by(0, reference=f"A/{number}") for number in (1, 2, 3))))
    start = tracker.year

    step = tracker.take_directions()

    assert step is not None
    assert (step.words, step.why, step.source) == (
        "Take the computed directions",
        "Computed since Quarter 1",
        QUARTER_1,
    )
    assert [(change.reference, change.before, change.after) for change in step.changes] == [
        ("A/1", "↑", "↓"),
        ("A/2", "", "↔"),
    ]
    assert disagreeing(tracker) == []
    assert tracker.take_directions() is None
    tracker.undo()
    assert tracker.year == start
    assert len(disagreeing(tracker)) == 2


def test_a_tracker_that_is_only_viewed_keeps_its_directions() -> None:
    tracker = travelled(short_by(0), short_by(25))
    tracker.viewing = True

    with pytest.raises(Viewing):
        tracker.take_directions()
    tracker.set_previous(None)
    with pytest.raises(Viewing):
        tracker.take_directions()


def test_an_edit_moves_the_computed_direction_and_its_finding_at_once() -> None:
    tracker = travelled(short_by(0), short_by(0, direction=Direction.NO_CHANGE))
    assert disagreeing(tracker) == []

    tracker.edit(0, "forecast_q1", "-90")

    assert tracker.computed_direction(0) is Direction.WORSENING
    assert len(disagreeing(tracker)) == 1
    tracker.undo()
    assert disagreeing(tracker) == []


def test_the_previous_period_stays_through_other_keys_and_a_history_taken_up() -> None:
    tracker = travelled(short_by(0), short_by(25))
    tracker.adopt(A_SCHEME)

    assert len(disagreeing(tracker)) == 1
    tracker.take_up(tracker.history, tracker.year)
    assert len(disagreeing(tracker)) == 1
    tracker.set_previous(None)
    assert disagreeing(tracker) == []


def test_those_who_watch_hear_of_a_previous_period() -> None:
    tracker = a_tracker(a_saving())
    heard: list[frozenset[int]] = []
    tracker.watch(heard.append)

    tracker.set_previous(previous(a_saving()))

    assert heard == [frozenset()]
    assert tracker.history.unsaved == 0


def test_a_previous_period_without_a_name_is_called_by_its_file_or_so() -> None:
    assert travel_since(previous(period="As at 31 October"), a_year()).since == "31 October"
    assert travel_since(previous(period=""), a_year()).since == QUARTER_1
    assert travel_since(previous(period="", source=""), a_year()).since == "the previous period"


def test_an_edit_among_ten_thousand_lines_tells_its_direction_within_a_millisecond() -> None:
    lines = [short_by(0, reference=f"A/{number}", direction=Direction.NO_CHANGE) for number in range(10_000)]
    tracker = a_tracker(*lines, year="2020-21")
    tracker.set_previous(previous(*lines))
    standing, before = tracker.standing, tracker.year.savings[5_000]
    assert standing.marked == frozenset()
    changed = tracker.year.with_savings({5_000: before.but(forecast_q1=amounts([-1])[0])})
    begun = time.perf_counter()

    standing.move(changed, [before])
    found = standing.findings_of(5_000)

    assert time.perf_counter() - begun < 0.05  # 0.3 ms where nothing else runs
    assert [finding.code for finding in found if finding.code == "direction"] == ["direction"]
