"""What the officer can do to an open tracker: refusals are told, reasons are asked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import A_SCHEME, a_saving, a_tracker, figures, rating
from fake_prompts import FakePrompts
from model.blocks import Area
from model.document import Document
from model.tracker import Tracker
from model.year import Finding, Severity

Care = Callable[[Tracker], Tracker]
QUARTERS = ["forecast_q1", "forecast_q2", "forecast_q3", "forecast_q4"]


@pytest.fixture
def prompts() -> FakePrompts:
    """The officer."""
    return FakePrompts()


@pytest.fixture
def document(prompts: FakePrompts, back_and_forth: Care) -> Document:
    """An open tracker of two lines."""
    tracker = back_and_forth(a_tracker(a_saving("A"), a_saving("B"), scheme=A_SCHEME))
    return Document(tracker, prompts, "tracker.xlsx", Path("tracker.xlsx"))


def test_a_taken_edit_is_unsaved_and_says_nothing(document: Document, prompts: FakePrompts) -> None:
    assert document.edit(0, "forecast_q1", "-30")
    assert document.unsaved == 1
    assert document.edit(0, "forecast_q1", "-30")
    assert document.unsaved == 1
    assert (prompts.refused, prompts.told) == ([], [])


def test_a_refused_edit_is_told_in_one_sentence_and_changes_nothing(document: Document, prompts: FakePrompts) -> None:
    assert not document.edit(0, "forecast_q1", "lots")
    assert prompts.refused == [
        "“lots” is not an amount. Type thousands of pounds, such as -50, (50), 50-, -1,400, -50k or -0.05m."
    ]
    assert not document.unsaved


def test_an_override_asks_for_its_reason(document: Document, prompts: FakePrompts) -> None:
    prompts.reason = " The provider left "
    assert document.edit(0, "rating", "Red")
    assert prompts.asked == ["Overriding the rating of A"]
    assert document.tracker.year.savings[0].override_reason == "The provider left"
    assert document.tracker.history.done[0].why == "The provider left"


def test_an_override_without_a_reason_is_not_done(document: Document, prompts: FakePrompts) -> None:
    assert not document.edit(0, "rating", "Red")
    assert rating(document.tracker).name == "Green"
    assert prompts.refused == []


def test_a_paste_is_one_undo_with_its_words(document: Document, prompts: FakePrompts) -> None:
    area = Area([0, 1], QUARTERS)
    assert document.paste(area, "-1\t-2\t-3\t-4\n-5\t-6\t-7\t-8\n")
    step = document.tracker.history.next_undo
    assert step
    assert step.words == "Paste (8 cells)"
    assert document.undo()
    assert document.tracker.year.savings[1].forecast == figures(-25, -25, -25, -25)
    assert document.redo()
    assert document.tracker.year.savings[1].forecast == figures(-5, -6, -7, -8)


def test_a_table_from_another_program_is_pasted(document: Document) -> None:
    assert document.paste(Area([0], QUARTERS), "-1 -2", "<table><tr><td>-1<td>-2</table>")
    assert document.tracker.year.savings[0].forecast == figures(-1, -2, -25, -25)


def test_a_paste_that_is_refused_after_its_reason_is_told(document: Document, prompts: FakePrompts) -> None:
    prompts.reason = "Agreed"
    assert not document.paste(Area([0, 1], ["rating", "forecast_q1"]), "Red\t-1\nRed\t-1\nRed\t-1\n")
    assert not document.paste(Area([0, 1], ["forecast_q1", "rating"]), "-1\tRed\n-1\tYellow\n")
    assert "this cell on there are only 2 lines" in prompts.refused[0]
    assert "Nothing was pasted: B, rating: “Yellow” is no choice" in prompts.refused[1]
    assert len(prompts.refused) == 2


def test_what_is_copied_can_be_pasted(document: Document) -> None:
    document.edit(0, "forecast_q1", "-1,400")
    text, markup = document.copy([0], QUARTERS)
    assert text == "-1400\t-25\t-25\t-25"
    assert document.paste(Area([1], QUARTERS), text, markup)
    assert document.tracker.year.savings[1].forecast_q1 == -1400


def test_cells_are_filled_and_cleared_with_words_for_undo(document: Document, prompts: FakePrompts) -> None:
    document.edit(0, "forecast_q1", "-1")
    assert document.fill_down([0, 1], QUARTERS[:1])
    assert document.fill_right([0, 1], QUARTERS[:2])
    assert document.clear([1], QUARTERS[2:])
    assert [step.words for step in document.tracker.history.done[1:]] == [
        "Fill down (1 cell)",
        "Fill right (2 cells)",
        "Clear (2 cells)",
    ]
    assert document.tracker.year.savings[1].forecast == figures(-1, -1, None, None)
    assert not document.fill_down([0], QUARTERS)
    assert not document.fill_right([0], QUARTERS[:1])
    assert not document.clear([0], ["title"])
    assert [refused.split(":")[0].split()[-1] for refused in prompts.refused] == ["filled", "filled", "cleared"]


def test_a_finding_is_settled(document: Document) -> None:
    finding = Finding("complete", Severity.NOTE, "It is complete.", 0, "A", "complete")
    assert document.settle(finding, "mark complete")
    assert document.tracker.year.savings[0].complete is True


def test_ratings_are_judged_by_hand_and_by_a_scheme_again(document: Document) -> None:
    assert document.adopt(None)
    assert document.tracker.year.scheme is None
    assert document.adopt(A_SCHEME)
    assert document.unsaved == 2


def test_the_plan_is_unlocked_for_a_reason_and_locked_again(prompts: FakePrompts) -> None:
    told: list[bool] = []
    document = Document(a_tracker(a_saving("A")), prompts, "a", None, lambda: told.append(True))
    assert not document.unlock_plan()
    assert not document.edit(0, "plan_q1", "-1")
    prompts.reason = "Council of 9 February"
    assert document.unlock_plan()
    assert document.edit(0, "plan_q1", "-1")
    document.lock_plan()
    assert not document.edit(0, "plan_q1", "-2")
    assert prompts.asked == ["Unlocking plan figures"] * 2
    assert len(told) == 3


def test_a_tracker_open_for_viewing_refuses_every_change(document: Document, prompts: FakePrompts) -> None:
    document.edit(0, "forecast_q1", "0")
    document.view_only()
    acts: tuple[Callable[[], bool], ...] = (
        lambda: document.edit(0, "forecast_q1", "-1"),
        lambda: document.paste(Area([0], QUARTERS), "-1"),
        lambda: document.clear([0], QUARTERS),
        lambda: document.adopt(None),
        document.undo,
        document.redo,
    )
    assert [act() for act in acts] == [False] * len(acts)
    assert set(prompts.refused) == {
        "This tracker is open for viewing only. To change it, choose Tracker > Viewing only once more."
    }
    document.view_only(viewing=False)
    assert document.edit(0, "forecast_q1", "-1")


def test_undoing_nothing_is_no_refusal(document: Document, prompts: FakePrompts) -> None:
    document.undo()
    document.redo()
    assert prompts.refused == []
