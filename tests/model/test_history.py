"""Undo, redo, "unsaved" and what the log says: one history."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from builders import A_SCHEME, QUARTER_1, a_saving, a_tracker, rating
from model.editing import edited
from model.history import Change, History, Step, changes_between
from model.tracker import Entry, Tracker

Care = Callable[[Tracker], Tracker]


def a_step(words: str = "a step") -> Step:
    """A step that changed nothing."""
    return Step(words, QUARTER_1, "M. Officer", "", "", {}, {}, (None, None))


def test_nothing_done_is_nothing_to_undo_and_nothing_unsaved() -> None:
    history = History()
    assert (history.next_undo, history.next_redo, history.back(), history.forth()) == (None, None, None, None)
    assert (history.done, history.unsaved) == ((), 0)


def test_undoing_back_to_the_save_leaves_nothing_unsaved() -> None:
    history = History()
    history.record(a_step())
    history.mark_saved()
    history.record(a_step())
    assert history.unsaved == 1
    history.back()
    assert history.unsaved == 0
    history.back()
    assert history.unsaved == 1
    history.forth()
    assert history.unsaved == 0


def test_a_save_that_can_no_longer_be_reached_leaves_something_unsaved_for_good() -> None:
    history = History()
    history.record(a_step("one"))
    history.mark_saved()
    history.back()
    history.record(a_step("other"))
    assert history.unsaved == 1
    history.back()
    assert history.unsaved == 1
    history.record(a_step("two"))
    history.record(a_step("three"))
    assert history.unsaved == 2
    history.mark_saved()
    assert history.unsaved == 0


def test_each_step_knows_whether_the_save_holds_it() -> None:
    history = History()
    for _ in range(2):
        history.record(a_step())
    history.back()
    history.mark_saved()
    history.forth()
    assert [history.saves(place) for place in range(2)] == [True, False]
    history.back()
    history.back()
    history.record(a_step())
    assert not history.saves(0)


def test_a_new_step_takes_the_place_of_what_was_undone() -> None:
    history = History()
    for words in ("one", "two", "three"):
        history.record(a_step(words))
    history.back()
    history.back()
    history.record(a_step("other"))
    assert [step.words for step in history.done] == ["one", "other"]
    assert history.next_redo is None


def test_a_step_says_who_did_what_when_and_from_which_file(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving("A/R.6.266"), scheme=A_SCHEME))
    step = tracker.edit_many([Entry(0, "forecast_q4", "-90")], source="return.xlsx", reason="Agreed in May")
    assert step
    assert (step.words, step.who, step.when, step.source, step.why) == (
        "Q4 forecast of A/R.6.266",
        "M. Officer",
        QUARTER_1,
        "return.xlsx",
        "Agreed in May",
    )


def test_the_log_names_a_quarter_and_not_what_follows_from_it(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving("A", rating_printed="Green"), scheme=A_SCHEME))
    step = tracker.edit("A", "forecast_q4", "1400")
    assert step
    assert step.changes == (Change(0, "A", "forecast_q4", "−25", "1,400"),)


def test_the_log_names_a_total_where_no_quarter_changed() -> None:
    before = a_saving(plan=(-5, -5, -5, -6), plan_total_printed=Decimal(21))
    after = before.but(plan_total_printed=None)
    assert list(changes_between(before, after)) == [Change(0, "A/R.6.001", "plan_total", "21", "−21")]


def test_the_log_names_a_rating_that_was_judged_or_overridden(back_and_forth: Care) -> None:
    judged = back_and_forth(a_tracker(a_saving("A", rating_printed="Green")))
    step = judged.edit("A", "rating", "Red")
    assert step
    assert step.changes == (Change(0, "A", "rating", "Green", "Red"),)
    live = back_and_forth(a_tracker(a_saving("A"), scheme=A_SCHEME))
    step = live.edit("A", "rating", "Red", reason="Known to fail")
    assert step
    assert step.changes == (Change(0, "A", "rating", "", "Red"),)
    step = live.edit("A", "rating", "")
    assert step
    assert step.changes == (Change(0, "A", "rating", "Red", ""),)


def test_the_log_shows_the_text_that_could_not_be_read(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving("A", forecast=(None,) * 4, unread={"forecast_q1": "TBC"})))
    step = tracker.edit("A", "forecast_q1", "-5")
    assert step
    assert step.changes == (Change(0, "A", "forecast_q1", "TBC", "−5"),)


def test_a_paste_is_undone_and_done_again_whole(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving("A"), a_saving("B"), scheme=A_SCHEME))
    step = tracker.edit_many([Entry(0, "forecast_q1", "0"), Entry(1, "forecast_q1", "0")], "Paste (2 cells)")
    assert step
    assert [change.reference for change in step.changes] == ["A", "B"]
    tracker.undo()
    assert [saving.forecast_q1 for saving in tracker.year] == [-25, -25]
    assert tracker.redo() is step
    assert [saving.forecast_q1 for saving in tracker.year] == [0, 0]


@pytest.mark.parametrize("times", [1, 3])
def test_undoing_more_than_was_done_does_nothing(back_and_forth: Care, times: int) -> None:
    tracker = back_and_forth(a_tracker(a_saving("A")))
    tracker.edit("A", "forecast_q1", "0")
    tracker.undo()
    assert [tracker.undo() for _ in range(times)] == [None] * times
    assert tracker.redo()
    assert tracker.redo() is None
    assert rating(tracker).to_review


def test_a_printed_total_that_gave_way_is_told_beside_its_quarter() -> None:
    before = a_saving(forecast=(-5, -5, -5, -6), forecast_total_printed=Decimal(21))
    after = edited(before, "forecast_q1", Decimal(-10), None)
    assert [(change.key, change.before, change.after) for change in changes_between(before, after)] == [
        ("forecast_q1", "−5", "−10"),
        ("forecast_total", "21", "−26"),
    ]
