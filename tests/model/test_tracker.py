"""The tracker: edits are whole or not at all, told to its watchers, and can all be undone."""

import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

import openpyxl
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from builders import A_SCHEME, a_saving, a_tracker, a_year, figures, rating
from model.fields import FIELD, FIELDS, FORECAST_QUARTERS, PLAN_QUARTERS, Access
from model.refusals import (
    AmountRefused,
    NoSuchField,
    NoSuchSaving,
    NotEditable,
    PlanLocked,
    ReasonNeeded,
    Refusal,
    Viewing,
)
from model.totals import Totals
from model.tracker import Entry, Tracker, account
from model.year import Finding, Severity

Care = Callable[[Tracker], Tracker]
LINES = (
    a_saving("A/R.6.266", plan=(-375,) * 4, forecast=(-375,) * 4, rating_printed="Green"),
    a_saving("A/R.6.181", plan=(-75,) * 4, forecast=(0, 0, 0, -50), rating_printed="Amber"),
    a_saving(
        "B/R.6.214",
        plan=(-5, -5, -5, -6),
        forecast=(-5, -5, -5, -6),
        plan_total_printed=Decimal(21),
        forecast_total_printed=Decimal(21),
    ),
)


def heard(tracker: Tracker) -> list[set[int]]:
    """What a watcher of a tracker hears from now on."""
    told: list[set[int]] = []
    tracker.watch(lambda lines: told.append(set(lines)))
    return told


def test_a_saving_is_found_by_its_reference() -> None:
    tracker = a_tracker(*LINES, a_saving("A/R.6.266"))
    assert tracker["A/R.6.181"].forecast == figures(0, 0, 0, -50)
    with pytest.raises(NoSuchSaving, match=r"A/R.9.999 is on no line of this tracker"):
        tracker["A/R.9.999"]
    with pytest.raises(NoSuchSaving, match=r"A/R.6.266 stands on 2 lines. Choose the line"):
        tracker.edit("A/R.6.266", "forecast_q1", "0")


def test_watchers_hear_which_lines_changed(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(*LINES, scheme=A_SCHEME))
    told = heard(tracker)
    tracker.edit("A/R.6.181", "forecast_q4", "0")
    tracker.edit_many([Entry(0, "commentary", "x"), Entry(2, "commentary", "y")])
    tracker.undo()
    tracker.redo()
    assert told == [{1}, {0, 2}, {0, 2}, {0, 2}]


def test_watchers_hear_of_all_lines_when_the_scheme_or_the_save_changes(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(*LINES))
    told = heard(tracker)
    tracker.adopt(A_SCHEME)
    tracker.mark_saved()
    assert told == [set(), set()]


def test_a_change_that_changes_nothing_is_neither_recorded_nor_told(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(*LINES, scheme=A_SCHEME))
    told = heard(tracker)
    assert tracker.edit("A/R.6.266", "forecast_q1", "-375.00") is None
    assert tracker.edit("A/R.6.266", "commentary", "") is None
    assert tracker.edit_many([]) is None
    assert tracker.adopt(A_SCHEME) is None
    assert not tracker.history.done
    assert not told


def test_a_line_that_only_some_entries_change_back_is_still_one_step(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(*LINES, scheme=A_SCHEME))
    step = tracker.edit_many([Entry(0, "forecast_q1", "0"), Entry(0, "forecast_q1", "-1"), Entry(1, "links", "")])
    assert step
    assert set(step.after) == {0}
    assert tracker["A/R.6.266"].forecast_q1 == -1


@pytest.mark.parametrize(
    ("entry", "refusal"),
    [
        (Entry(1, "forecast_q2", "lots"), AmountRefused),
        (Entry(1, "plan_q2", "-5"), PlanLocked),
        (Entry(1, "variance", "5"), NotEditable),
        (Entry(1, "title", "Another"), NotEditable),
        (Entry(1, "other:Lead officer", "B. Officer"), NotEditable),
        (Entry(1, "forecast_q5", "-5"), NoSuchField),
        (Entry(1, "forecast_total", ""), Refusal),
        (Entry(1, "rating", "Red"), Refusal),
    ],
)
def test_several_entries_are_refused_whole_for_one(back_and_forth: Care, entry: Entry, refusal: type[Refusal]) -> None:
    tracker = back_and_forth(a_tracker(*LINES, scheme=A_SCHEME))
    start, told = tracker.year, heard(tracker)
    with pytest.raises(refusal):
        tracker.edit_many([Entry(0, "forecast_q1", "0"), entry, Entry(2, "forecast_q1", "0")])
    assert tracker.year is start
    assert not told
    assert not tracker.history.done


def test_a_refused_edit_leaves_what_can_be_done_again(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(*LINES, scheme=A_SCHEME))
    tracker.edit("A/R.6.266", "forecast_q1", "0")
    tracker.undo()
    with pytest.raises(AmountRefused):
        tracker.edit("A/R.6.266", "forecast_q1", "lots")
    assert tracker.redo()


def test_a_tracker_open_for_viewing_changes_in_no_way() -> None:
    tracker = a_tracker(*LINES, scheme=A_SCHEME)
    tracker.edit("A/R.6.266", "forecast_q1", "0")
    tracker.viewing = True
    start = tracker.year
    acts: tuple[Callable[[], object], ...] = (
        lambda: tracker.edit("A/R.6.266", "plan_q1", "-1"),
        lambda: tracker.edit("A/R.6.266", "forecast_q1", "-1"),
        lambda: tracker.adopt(None),
        tracker.undo,
        tracker.redo,
    )
    for act in acts:
        with pytest.raises(Viewing, match="open for viewing only"):
            act()
    assert tracker.year is start


def test_a_plan_edit_is_logged_with_the_reason_for_unlocking(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(*LINES, scheme=A_SCHEME))
    tracker.unlock_plan(" Council of 9 February ")
    plan = tracker.edit("A/R.6.266", "plan_q1", "-380")
    forecast = tracker.edit("A/R.6.266", "forecast_q1", "-380")
    assert plan
    assert forecast
    assert (plan.why, forecast.why) == ("Council of 9 February", "")


def test_a_figure_is_marked_changed_until_it_is_saved_or_back(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(*LINES, scheme=A_SCHEME))
    line = tracker["A/R.6.266"].line
    assert not any(tracker.changed(line, field.key) for field in FIELDS)
    tracker.edit(line, "forecast_q4", "-90")
    changed = {field.key for field in FIELDS if tracker.changed(line, field.key)}
    assert changed == {"forecast_q4", "forecast_total", "variance", "percent", "rating"}
    assert tracker.changed_lines() == {line}
    assert not any(tracker.changed(1, field.key) for field in FIELDS)
    tracker.undo()
    assert not any(tracker.changed(line, field.key) for field in FIELDS)
    tracker.redo()
    tracker.mark_saved()
    assert not any(tracker.changed(line, field.key) for field in FIELDS)
    assert tracker.changed_lines() == frozenset()
    tracker.undo()
    assert tracker.changed(line, "forecast_q4")


def test_a_text_that_gave_way_to_a_blank_is_marked_changed(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving(forecast=(None,) * 4, unread={"forecast_q1": "TBC"})))
    assert tracker.edit(0, "forecast_q1", "")
    assert tracker.changed(0, "forecast_q1")


def test_adopting_a_scheme_makes_ratings_live_and_is_undone_in_one_step(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(*LINES))
    tracker.edit("A/R.6.266", "forecast_q4", "-89")
    assert (rating(tracker).name, rating(tracker).to_review) == ("Green", True)
    step = tracker.adopt(A_SCHEME)
    assert step
    assert step.words == "Adopt the RAG scheme of 2020-21"
    assert (rating(tracker).name, rating(tracker).to_review) == ("Red", False)
    assert tracker.totals().ratings == {"Red": 1, "Amber": 1, "Green": 1}
    assert tracker.changed(0, "rating")
    tracker.undo()
    assert (rating(tracker).name, rating(tracker).to_review) == ("Green", True)
    assert tracker.year.scheme is None


def test_judging_by_hand_keeps_every_rating_as_it_stands(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(*LINES, scheme=A_SCHEME))
    tracker.edit("A/R.6.181", "rating", "Black", reason="The provider left")
    tracker.edit("A/R.6.266", "forecast_q4", "-89")
    before = [rating(tracker, line).name for line in range(3)]
    tracker.adopt(None)
    assert [rating(tracker, line).name for line in range(3)] == before == ["Red", "Black", "Green"]
    tracker.edit("A/R.6.181", "rating", "Green")
    assert rating(tracker, 1).name == "Green"


def test_adopting_a_scheme_for_a_tracker_without_lines_can_be_undone(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker())
    assert tracker.adopt(A_SCHEME)
    assert tracker.year.scheme == A_SCHEME


def test_settling_is_one_step_with_the_finding_as_its_reason(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(*LINES, scheme=A_SCHEME))
    finding = Finding("cross-foot", Severity.ERROR, "It does not add up.", 2, "B/R.6.214", "plan_total")
    step = tracker.settle(finding, "take the sum")
    assert step
    assert (step.words, step.why) == ("Take the sum in B/R.6.214", "It does not add up.")
    assert (tracker["B/R.6.214"].plan_total, tracker["B/R.6.214"].forecast_total) == figures(-21, -21)
    assert tracker.settle(finding, "take the sum") is None


def test_findings_follow_the_lines(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(*LINES, scheme=A_SCHEME))
    assert "B/R.6.214" in {finding.reference for finding in tracker.findings()}
    tracker.edit("B/R.6.214", "forecast_total", "-21")
    tracker.unlock_plan("Turned in the paper")
    tracker.edit("B/R.6.214", "plan_total", "-21")
    assert "quarters" not in " ".join(finding.message for finding in tracker.findings())


def test_unlocking_the_plan_needs_a_reason() -> None:
    tracker = a_tracker(*LINES)
    with pytest.raises(ReasonNeeded, match="Unlocking plan figures needs a reason"):
        tracker.unlock_plan("")


def test_a_finding_of_the_whole_tracker_is_settled_on_every_line_concerned(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(a_saving(links="0"), a_saving(links="NHS"), a_saving(links=" 0")))
    finding = Finding("zero-as-text", Severity.NOTE, "0 stands for empty.", key="links")
    step = tracker.settle(finding, "clear")
    assert step
    assert step.words == "Clear in several lines"
    assert [saving.links for saving in tracker.year] == ["", "NHS", ""]


def test_the_account_is_the_name_in_the_log_unless_one_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "mofficer")
    assert Tracker(a_year()).who == account() == "mofficer"
    assert Tracker(a_year(), who="M. Officer").who == "M. Officer"


@pytest.mark.parametrize("failure", [OSError, KeyError, ImportError])
def test_an_account_without_a_name_is_unknown(monkeypatch: pytest.MonkeyPatch, failure: type[Exception]) -> None:
    def fail() -> NoReturn:
        raise failure

    monkeypatch.setattr(getpass, "getuser", fail)
    assert account() == "unknown"


def test_a_step_is_dated_when_it_is_done() -> None:
    tracker = Tracker(a_year(a_saving()), who="M. Officer")
    before = datetime.now(UTC)
    step = tracker.edit(0, "forecast_q1", "0")
    assert step
    assert before <= step.when <= datetime.now(UTC)


def test_a_tracker_is_exported_as_a_workbook(tmp_path: Path) -> None:
    report = a_tracker(*LINES, scheme=A_SCHEME).export(str(tmp_path / "out.xlsx"))
    assert report.path == tmp_path / "out.xlsx"
    assert openpyxl.load_workbook(report.path).sheetnames


TYPED = st.one_of(
    st.integers(-2000, 100).map(str),
    st.sampled_from(["", "0", "(50)", "-0.05m", "lots", "−5", "Red", "black", "↑", "worse", "Yes", "no", "=SUM(1)"]),
    st.text(max_size=5),
)
KEYS = [field.key for field in FIELDS if field.access is not Access.FIXED]


class Officer(RuleBasedStateMachine):
    """An officer who types, settles, undoes and redoes anything in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.tracker = a_tracker(*LINES, scheme=A_SCHEME)
        self.start = self.tracker.year
        self.tracker.totals()

    @rule(line=st.integers(0, 2), key=st.sampled_from(KEYS), text=TYPED, reason=st.sampled_from(["", "Agreed"]))
    def type_in(self, line: int, key: str, text: str, reason: str) -> None:
        """Type into any field."""
        before = self.tracker.year
        try:
            step = self.tracker.edit(line, key, text, reason)
        except Refusal:
            assert self.tracker.year is before
        else:
            assert (step is None) == (self.tracker.year is before)

    @rule(key=st.sampled_from(FORECAST_QUARTERS + PLAN_QUARTERS), text=st.integers(-99, 99).map(str))
    def paste(self, key: str, text: str) -> None:
        """Change every line at once."""
        if FIELD[key].access is Access.PLAN:
            self.tracker.unlock_plan("Agreed")
        self.tracker.edit_many([Entry(line, key, text) for line in range(3)])
        self.tracker.lock_plan()

    @rule(scheme=st.sampled_from([None, A_SCHEME]))
    def adopt(self, scheme: object) -> None:
        """Change the way of rating."""
        self.tracker.adopt(A_SCHEME if scheme else None)

    @rule()
    def undo(self) -> None:
        """Undo."""
        self.tracker.undo()

    @rule()
    def redo(self) -> None:
        """Redo."""
        self.tracker.redo()

    @rule()
    def save(self) -> None:
        """Save."""
        self.tracker.mark_saved()
        assert self.tracker.history.unsaved == 0

    @invariant()
    def totals_follow(self) -> None:
        """Totals are those of the lines added up anew."""
        anew = Totals(self.tracker.year, self.tracker.year.scheme)
        assert self.tracker.totals().as_figures() == anew.as_figures()
        assert +self.tracker.totals().ratings == +anew.ratings

    @invariant()
    def nothing_unsaved_is_nothing_changed(self) -> None:
        """Where nothing is unsaved, no line is marked."""
        assert self.tracker.history.unsaved or not self.tracker.changed_lines()

    def teardown(self) -> None:
        """Any edits undone give the start, and done again the end."""
        end, steps = self.tracker.year, len(self.tracker.history.done)
        while self.tracker.undo():
            pass
        assert self.tracker.year == self.start
        for _ in range(steps):
            self.tracker.redo()
        assert self.tracker.year == end


TestOfficer = Officer.TestCase
TestOfficer.settings = settings(max_examples=40, stateful_step_count=25)
