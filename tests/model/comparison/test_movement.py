"""How the forecast moved between two periods of one year, line by line and in total."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_saving
from council_trackers import council_tracker
from model.comparison import AcrossYears, MoveKind, Movement, movement
from model.lineage import Decision, Decisions, Lineage, Verdict, lineage, name_of
from model.money import ZERO
from model.saving import Saving
from model.tracker import Tracker
from two_trackers import DECIDED, compared, decided, published_years, quarter

FORECASTS = st.tuples(*[st.sampled_from([None, 0, -25, -24, "0.05", 10])] * 4)
YEARS = st.lists(
    st.builds(
        a_saving,
        reference=st.sampled_from(["A/1", "A/2", "A/3", "A/4", "A/5", "A/6"]),
        forecast=FORECASTS,
        committee=st.sampled_from(["", "Adults", "Adults, C&YP"]),
    ),
    max_size=12,
)


def worth(amount: int, reference: str, **more: str) -> Saving:
    """A saving with a forecast of so much (£000)."""
    return a_saving(reference, forecast=(amount, 0, 0, 0), **more)


def moved(before: list[Saving], after: list[Saving]) -> Any:
    """How the forecast moved between two quarters."""
    return movement(compared(quarter(1, *before), quarter(2, *after)))


def told(found: Movement, most: int = 8) -> Any:
    """The steps of the waterfall."""
    return [(step.kind.value, step.words, step.amount) for step in found.steps(most)]


def test_what_opened_moved_and_closed_is_told_apart() -> None:
    found = moved(
        [worth(-100, "A/1"), worth(-50, "A/2"), worth(-30, "A/3"), worth(0, "A/6")],
        [worth(-80, "A/1"), worth(-50, "A/2"), worth(-40, "A/4"), worth(0, "A/5")],
    )

    told_apart = {kind: [(move.reference, move.amount) for move in found.of(kind)] for kind in MoveKind}
    assert told_apart == {
        MoveKind.OPENED: [("A/4", -40), ("A/5", 0)],
        MoveKind.MOVED: [("A/1", 20)],
        MoveKind.CLOSED: [("A/3", 30), ("A/6", 0)],
    }
    assert (found.earlier, found.later, found.amount, found.unmoved) == (-180, -170, 10, 1)


def test_the_waterfall_goes_from_the_earlier_total_to_the_later() -> None:
    found = moved([worth(-100, "A/1"), worth(-50, "A/2")], [worth(-80, "A/1"), worth(-50, "A/2"), worth(-40, "A/3")])

    assert told(found) == [
        ("total", "Quarter 1", -150),
        ("move", "A/3", -40),
        ("move", "A/1", 20),
        ("total", "Quarter 2", -170),
    ]
    assert [(step.start, step.end) for step in found.steps()] == [(0, -150), (-150, -190), (-190, -170), (0, -170)]


def test_the_largest_moves_are_named_and_the_rest_is_one_step() -> None:
    found = moved(
        [worth(-100, f"A/{number}") for number in range(5)],
        [worth(-100 + number, f"A/{number}") for number in range(5)],
    )

    assert told(found, most=2) == [
        ("total", "Quarter 1", -500),
        ("move", "A/4", 4),
        ("move", "A/3", 3),
        ("rest", "2 more", 3),
        ("total", "Quarter 2", -490),
    ]
    assert [move.reference for move in found.steps(2)[3].moves] == ["A/2", "A/1"]


def test_a_single_move_left_over_is_named_too() -> None:
    found = moved([worth(-10, f"A/{number}") for number in range(3)], [worth(0, f"A/{number}") for number in range(3)])

    assert [words for _, words, _ in told(found, most=2)] == ["Quarter 1", "A/0", "A/1", "A/2", "Quarter 2"]


def test_a_line_without_a_reference_is_named_by_its_title() -> None:
    assert told(moved([], [worth(-10, "", title="Beds")]))[1] == ("move", "Beds", -10)
    assert told(moved([], [worth(-10, "", title="")]))[1] == ("move", "No reference", -10)


def test_committees_add_up_to_the_total() -> None:
    found = moved(
        [worth(-100, "A/1", committee="Adults"), worth(-50, "A/2", committee="Adults, C&YP"), worth(-5, "A/3")],
        [worth(-80, "A/1", committee="Adults"), worth(-60, "A/2", committee="Adults, C&YP")],
    )

    assert [(part.name, part.earlier, part.later, part.amount, part.lines) for part in found.committees] == [
        ("Adults", -100, -80, 20, 1),
        ("Adults, C&YP", -50, -60, -10, 1),
        ("No committee", -5, 0, 5, 1),
    ]


def test_a_saving_that_was_split_moves_the_total_once() -> None:
    earlier = quarter(1, worth(-100, "A/1", title="Beds"), worth(-10, "A/5"))
    later = quarter(2, worth(-60, "A/1", title="Beds"), worth(-10, "A/5"), worth(-30, "A/2", title="Beds"))
    said = decided(earlier, later, ("A/1", "A/1", Verdict.SPLIT), ("A/1", "A/2", Verdict.SPLIT))
    found: Any = movement(compared(earlier, later, lineage(earlier, later, said)))

    (move,) = found.moves
    assert (move.kind, move.reference, move.earlier, move.later, move.amount) == (
        MoveKind.MOVED,
        "A/1 and A/2",
        -100,
        -90,
        10,
    )
    assert len(move.rows) == 2


def test_savings_joined_and_split_at_once_are_one_move() -> None:
    earlier = quarter(1, worth(-10, "A/1"), worth(-20, "A/2"), worth(-30, "A/3"))
    later = quarter(2, worth(-15, "A/1"), worth(-25, "A/2"), worth(-30, "A/3"))
    first, second, third = lineage(earlier, later).matches
    said = decided(earlier, later, ("A/1", "A/3", Verdict.SPLIT), ("A/2", "A/3", Verdict.JOINED))
    parts = [replace(third, earlier=line, decision=decision) for line, decision in enumerate(said)]
    found: Any = movement(compared(earlier, later, Lineage((first, second, third, *parts))))

    assert sum((move.amount for move in found.moves), ZERO) == found.amount == -10
    assert len(found.moves) == 1


def test_two_years_have_no_movement() -> None:
    with pytest.raises(AcrossYears) as refused:
        movement(compared(*published_years()))

    assert str(refused.value) == (
        "How the forecast moved is told between two periods of one year. These are 2017-18 and 2020-21: compare them "
        "line by line instead."
    )


def test_each_committee_has_what_its_own_tracker_says_although_a_saving_went_to_another() -> None:
    found = moved(
        [worth(-100, "A/1", committee="Adults"), worth(-50, "A/2", committee="Health")],
        [worth(-90, "A/1", committee="Health"), worth(-50, "A/2", committee="Health")],
    )

    assert [(part.name, part.earlier, part.later, part.amount, part.lines) for part in found.committees] == [
        ("Adults", -100, 0, 100, 0),
        ("Health", -50, -140, -90, 2),
    ]


def test_committees_that_share_a_saving_are_named_in_one_order() -> None:
    found = moved([worth(-100, "A/1", committee="C&YP, Adults")], [worth(-90, "A/1", committee="Adults; C&YP")])

    assert [(part.name, part.earlier, part.later) for part in found.committees] == [("Adults, C&YP", -100, -90)]


def test_a_saving_without_references_that_was_split_is_named_by_its_title() -> None:
    before, after = quarter(1, worth(-100, "", title="Beds")), quarter(2, worth(-60, ""), worth(-50, "", title="Two"))
    whole = name_of(before, before.savings[0])
    said = [Decision(whole, name_of(after, part), Verdict.SPLIT, "M. Officer", DECIDED) for part in after]
    found = movement(compared(before, after, lineage(before, after, Decisions(said))))

    assert [step.words for step in found.steps()] == ["Quarter 1", "A saving", "Quarter 2"]


def test_a_month_of_edits_is_the_movement_of_the_example() -> None:
    before = council_tracker("2020-21")
    tracker = Tracker(before, "M. Officer")
    tracker.edit("A/R.6.266", "forecast_q4", "-90")
    tracker.edit("A/R.6.181", "forecast_q4", "0")
    tracker.edit("F/R.7.127", "forecast_q3", "-38")

    found: Any = movement(compared(before, tracker.year))

    assert (found.earlier, found.later, found.amount) == (-10623, -10289, 334)
    assert told(found)[1:-1] == [("move", "A/R.6.266", 285), ("move", "A/R.6.181", 50), ("move", "F/R.7.127", -1)]
    assert found.unmoved == 37


@given(before=YEARS, after=YEARS, most=st.integers(0, 4))
def test_the_waterfall_adds_up_to_the_last_pound(before: list[Saving], after: list[Saving], most: int) -> None:
    found = moved(before, after)
    steps = found.steps(most)
    first, *between, last = steps

    assert first.end + sum((step.amount for step in between), ZERO) == last.end == found.later
    assert all(one.end == other.start for one, other in zip(steps, between, strict=False))
    assert sum((move.amount for move in found.moves), ZERO) == found.amount
    assert sum((part.amount for part in found.committees), ZERO) == found.amount
    assert all(step.amount == sum((move.amount for move in step.moves), ZERO) for step in between)


@given(savings=YEARS)
def test_nothing_moves_within_one_tracker(savings: list[Saving]) -> None:
    year = quarter(1, *savings)

    assert movement(compared(year, year)).amount == 0
