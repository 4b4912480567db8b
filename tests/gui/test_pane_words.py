"""What the panes say in words of their own, without a window."""

from datetime import timedelta
from decimal import Decimal

import pytest

from builders import A_SCHEME, QUARTER_1, a_saving, a_tracker
from gui.pane.words import (
    MOST_CHANGES,
    changes_of,
    count_words,
    description_words,
    details,
    field_words,
    finding_words,
    other_columns,
    other_figures,
)
from model.tracker import Tracker
from model.year import Finding, Severity

NOW = QUARTER_1 + timedelta(minutes=5)
CLOCK = f"{QUARTER_1.astimezone():%H:%M}"


def said(tracker: Tracker, line: int = 0) -> list[str]:
    """The changes of a line as the pane says them."""
    return [change.line for change in changes_of(tracker, line, NOW)[0]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "0 characters"),
        ("x", "1 character"),
        ("on & on", "7 characters"),
        ("x" * 32_767, "32,767 characters"),
        ("x" * 32_768, "32,768 characters: a workbook cell holds 32,767"),
    ],
)
def test_characters_are_counted_and_too_many_for_a_workbook_are_told(text: str, words: str) -> None:
    assert count_words(text) == words


def test_changes_are_said_newest_first_with_their_time_and_whether_they_are_saved() -> None:
    tracker = a_tracker(a_saving(forecast=(-375,) * 4), a_saving())
    tracker.edit(0, "forecast_q4", "-90")
    tracker.mark_saved()
    tracker.edit(1, "forecast_q1", "-1")
    tracker.edit(0, "forecast_q1", "")
    assert said(tracker) == [f"Q1 forecast −375 → blank · {CLOCK} · not saved", f"Q4 forecast −375 → −90 · {CLOCK}"]


def test_a_change_of_another_day_has_its_date() -> None:
    tracker = a_tracker(a_saving())
    tracker.edit(0, "complete", "Yes")
    when = QUARTER_1.astimezone()
    (change,), _ = changes_of(tracker, 0, NOW + timedelta(days=3))
    assert change.line == f"Complete blank → Yes · {when.day} {when:%b} {CLOCK} · not saved"


def test_a_change_tells_who_and_why_and_from_which_file() -> None:
    tracker = a_tracker(a_saving(), scheme=A_SCHEME)
    tracker.edit(0, "rating", "Red", reason="The contract was lost")
    (change,), _ = changes_of(tracker, 0, NOW)
    assert change.line.startswith("Rating blank → Red")
    assert "M. Officer" in change.more
    assert "Why: The contract was lost" in change.more


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("", "A commentary longer than a line has room", "Commentary written"),
        ("A commentary longer than a line has room", "Another", "Commentary changed"),
        ("A commentary longer than a line has room", "", "Commentary cleared"),
        ("First", "First\nSecond", "Commentary changed"),
        ("First", "Second", "Commentary First → Second"),
    ],
)
def test_a_long_text_is_not_repeated_in_its_change(before: str, after: str, words: str) -> None:
    tracker = a_tracker(a_saving(commentary=before))
    tracker.edit(0, "commentary", after)
    assert said(tracker) == [f"{words} · {CLOCK} · not saved"]


def test_a_change_of_words_shows_its_beginning_before_and_after() -> None:
    tracker = a_tracker(a_saving(commentary="b" * 400))
    tracker.edit(0, "commentary", "")
    (change,), _ = changes_of(tracker, 0, NOW)
    assert f"Before: {'b' * 300}…" in change.more
    assert change.more.endswith("After: blank")


def test_no_more_than_twenty_changes_are_said_and_the_earlier_ones_counted() -> None:
    tracker = a_tracker(a_saving())
    for amount in range(MOST_CHANGES + 5):
        tracker.edit(0, "forecast_q1", str(amount))
    changes, earlier = changes_of(tracker, 0, NOW)
    assert (len(changes), earlier) == (MOST_CHANGES, 5)
    assert changes[0].line.startswith("Q1 forecast 23 → 24")


def test_changes_that_were_undone_are_no_changes() -> None:
    tracker = a_tracker(a_saving())
    tracker.edit(0, "forecast_q1", "-1")
    tracker.undo()
    assert said(tracker) == []


def test_a_description_is_shown_without_its_tags_and_not_as_a_zero() -> None:
    assert description_words(a_saving(description="<p>One &amp; two</p><p>Three</p>")) == "One & two\nThree"
    assert description_words(a_saving(description="0")) == ""


def test_what_else_a_line_holds_is_named_and_blanks_are_left_out() -> None:
    saving = a_saving(committee="C&YP", links="0", plan_prior=Decimal(-7600), other={"Owner": "A. Person", "Note": ""})
    assert details(saving) == (("Committee", "C&YP"),)
    assert other_figures(saving) == (("Plan of prior years", "−7,600"),)
    assert other_columns(saving) == (("Owner", "A. Person"),)


def test_a_finding_is_said_without_the_reference_that_stands_beside_it() -> None:
    finding = Finding("quarters", Severity.ERROR, "A/R.6.001: the quarters don't add up.", 0, "A/R.6.001")
    assert finding_words(finding) == "The quarters don't add up."
    assert finding_words(Finding("zero-text", Severity.NOTE, "Links: “0” is printed.")) == "Links: “0” is printed."


@pytest.mark.parametrize(
    ("key", "words"), [("forecast_q4", "Q4 forecast"), ("other:Owner", "Owner"), ("", ""), ("unheard_of", "")]
)
def test_a_field_is_called_by_its_name(key: str, words: str) -> None:
    assert field_words(key) == words
