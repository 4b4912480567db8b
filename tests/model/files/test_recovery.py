"""After a crash every change that was shown as done is there again; after a clean close nothing is left."""

import os
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import A_SCHEME, QUARTER_1, a_saving, a_tracker
from kept_tracker import Kept, journals, raising, words
from model.files.journal import Journal
from model.files.recovery import read_journal, unfinished
from model.refusals import Refusal
from model.tracker import Tracker


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """A tracker of two lines, just opened."""
    return Kept(tmp_path)


def test_opening_and_looking_leaves_no_journal(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "-25")
    assert journals(kept) == []
    assert unfinished(kept.folder) == ()


def test_a_change_is_on_the_disk_before_it_is_shown(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    sync = os.fsync

    def keep(number: int) -> None:
        order.append("on the disk")
        sync(number)

    monkeypatch.setattr(os, "fsync", keep)
    kept.tracker.watch(lambda _lines: order.append("shown"))
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.tracker.edit("A", "forecast_q2", "0")
    kept.tracker.undo()
    kept.tracker.redo()
    assert order[-8:] == ["on the disk", "shown"] * 4


def test_changes_come_back_with_their_words_times_officer_and_reason(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "-24.5")
    kept.tracker.unlock_plan("Full Council")
    kept.tracker.edit("B", "plan_q4", "-26")
    kept.crash()
    recovery = kept.found()
    assert (recovery.path, recovery.untouched, recovery.warning) == (kept.path, True, "")
    assert [change.words for change in recovery.changes] == ["Q1 forecast of A", "Q4 plan of B"]
    assert [change.when for change in recovery.changes] == [step.when for step in kept.tracker.history.done]
    assert recovery.changes[0].sentence == f"{QUARTER_1.astimezone():%d %B, %H:%M}  Q1 forecast of A"
    tracker = kept.restored()
    assert tracker.year == kept.tracker.year
    assert tracker.history.done == kept.tracker.history.done
    assert tracker.history.unsaved == 2
    assert tracker.totals().as_figures() == kept.tracker.totals().as_figures()
    assert tracker.changed(0, "forecast_q1")
    tracker.undo()
    tracker.undo()
    assert tracker.year == kept.year


def test_what_was_taken_back_stays_taken_back_and_can_be_done_again(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.tracker.edit("A", "forecast_q2", "0")
    kept.tracker.undo()
    kept.crash()
    tracker = kept.restored()
    assert words(tracker) == ["Q1 forecast of A"]
    assert tracker.redo()
    assert tracker.year.savings[0].forecast_q2 == 0


def test_a_journal_in_which_nothing_is_left_is_not_offered_but_removed(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.tracker.undo()
    kept.crash()
    assert unfinished(kept.folder) == ()
    assert journals(kept) == []


def test_a_save_or_a_close_leaves_no_journal(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.save()
    assert journals(kept) == []
    kept.tracker.edit("A", "forecast_q1", "1")
    assert len(journals(kept)) == 1
    kept.journal.end()
    assert journals(kept) == []


def test_after_a_save_only_what_came_later_is_done_again(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    saved = kept.save()
    kept.tracker.edit("B", "forecast_q1", "1")
    kept.crash()
    assert [change.words for change in kept.found().changes] == ["Q1 forecast of B"]
    tracker = kept.restored(saved)
    assert tracker.year == kept.tracker.year
    assert (words(tracker), tracker.history.unsaved) == (["Q1 forecast of A", "Q1 forecast of B"], 1)
    tracker.undo()
    tracker.undo()
    assert tracker.year == kept.year


def test_a_saved_change_that_was_taken_back_is_taken_back_again(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.tracker.edit("B", "forecast_q1", "1")
    saved = kept.save()
    kept.tracker.undo()
    kept.tracker.undo()
    kept.tracker.redo()
    kept.crash()
    assert [change.words for change in kept.found().changes] == ["Taken back: Q1 forecast of B"]
    tracker = kept.restored(saved)
    assert tracker.year == kept.tracker.year
    assert (tracker.history.unsaved, words(tracker)) == (1, ["Q1 forecast of A"])
    assert tracker.redo()
    assert tracker.history.unsaved == 0


def test_what_could_be_done_again_when_it_was_saved_still_can_be(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.tracker.adopt(A_SCHEME)
    kept.tracker.edit("B", "forecast_q1", "1")
    kept.tracker.undo()
    kept.tracker.undo()
    saved = kept.save()
    kept.tracker.redo()
    kept.crash()
    assert [change.words for change in kept.found().changes] == ["Adopt the RAG scheme of 2020-21"]
    tracker = kept.restored(saved)
    assert tracker.year == kept.tracker.year
    assert tracker.redo()
    assert tracker.year.savings[1].forecast_q1 == 1


def test_a_file_that_prints_what_followed_before_is_no_hindrance(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    saved = kept.save()
    printed = saved.savings[0].but(forecast_total_printed=Decimal(-75), variance_printed=Decimal(25))
    read_again = saved.with_savings({0: printed})
    kept.tracker.edit("A", "forecast_q2", "0")
    kept.crash()
    tracker = kept.restored(read_again)
    assert tracker.year.savings[0].forecast_total == -50
    assert tracker.year.savings[0].variance == 50


def test_an_adopted_scheme_comes_back(kept: Kept) -> None:
    kept.tracker.adopt(A_SCHEME)
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.crash()
    tracker = kept.restored()
    assert tracker.year == kept.tracker.year
    tracker.undo()
    tracker.undo()
    assert tracker.year.scheme is None
    assert tracker.redo()
    saved = kept.tracker.year
    kept.journal.end()
    assert saved.scheme == A_SCHEME


def test_a_scheme_adopted_before_the_save_can_be_given_up_after(kept: Kept) -> None:
    kept.tracker.adopt(A_SCHEME)
    kept.tracker.edit("A", "forecast_q1", "0")
    saved = kept.save()
    kept.tracker.edit("A", "forecast_q1", "1")
    kept.crash()
    tracker = kept.restored(saved)
    while tracker.undo():
        pass
    assert tracker.year == kept.year


def test_a_change_cut_off_while_it_was_written_was_never_done(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    whole = journals(kept)[0].read_bytes()
    kept.tracker.edit("B", "forecast_q1", "0")
    written = journals(kept)[0].read_bytes()
    kept.crash()
    for size in range(len(whole), len(written) - 2):
        journals(kept)[0].write_bytes(written[:size])
        recovery = kept.found()
        assert [change.words for change in recovery.changes] == ["Q1 forecast of A"]
        assert not recovery.cut
    journals(kept)[0].write_bytes(written.removesuffix(b"\n"))
    assert len(kept.found().changes) == 2
    journals(kept)[0].write_bytes(whole + b"\0" * 500)
    assert not kept.found().cut


def test_a_journal_cut_off_in_its_head_or_its_known_steps_holds_nothing(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.save()
    kept.tracker.edit("B", "forecast_q1", "0")
    kept.crash()
    journal = journals(kept)[0]
    head, known, _new, _end = journal.read_bytes().split(b"\n")
    journal.write_bytes(head + b"\n" + known[:-5])
    assert unfinished(kept.folder) == ()
    assert not journal.exists()


def test_changes_after_a_damaged_line_are_not_done_and_it_is_said(kept: Kept) -> None:
    for text in ("0", "1", "2"):
        kept.tracker.edit("A", "forecast_q1", text)
    kept.crash()
    head, first, second, third, _end = journals(kept)[0].read_bytes().split(b"\n")
    journals(kept)[0].write_bytes(b"\n".join([head, first, second[:-9] + b"\xff\xff", third, b""]))
    recovery = kept.found()
    assert len(recovery.changes) == 1
    assert recovery.warning == "What was kept is damaged: changes after these could not be read."
    assert kept.restored().year.savings[0].forecast_q1 == 0


def test_a_journal_that_can_not_be_read_is_left_alone(kept: Kept) -> None:
    kept.folder.mkdir()
    (kept.folder / "a.journal").write_bytes(b'{"form": 99}\n')
    (kept.folder / "b.journal").mkdir()
    (kept.folder / "c.txt").touch()
    assert unfinished(kept.folder) == ()
    assert len(journals(kept)) == 3
    assert read_journal(kept.folder / "none.journal") is None


def test_undoing_more_than_was_done_is_ignored(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.crash()
    with journals(kept)[0].open("ab") as journal:
        journal.write(b'"redone"\n"undone"\n"undone"\n"redone"\n"redone"\n')
    assert words(kept.restored()) == ["Q1 forecast of A"]


def test_the_journal_of_a_running_program_is_not_offered(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    assert unfinished(kept.folder) == ()
    assert len(journals(kept)) == 1
    kept.crash()
    assert len(unfinished(kept.folder)) == 1


def test_several_are_offered_the_oldest_first(tmp_path: Path) -> None:
    for name, start in (("b", 1), ("a", 0)):
        (tmp_path / name).mkdir()
        each = Kept(tmp_path / name)
        each.folder = tmp_path / "recovery"
        each.journal = each.tracker.keeper = Journal(each.folder, each.head(), each.told.append)
        for _ in range(start):
            each.tracker.edit("B", "links", "later")
            each.tracker.undo()
        each.tracker.edit("A", "links", name)
        each.crash()
    found = unfinished(tmp_path / "recovery")
    assert [recovery.path for recovery in found] == [tmp_path / "a" / "tracker.xlsx", tmp_path / "b" / "tracker.xlsx"]


def test_a_discarded_recovery_is_gone(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.crash()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", raising(PermissionError()))
        kept.found().discard()
    kept.found().discard()
    assert journals(kept) == []


@pytest.mark.parametrize("saved", [False, True])
def test_after_a_recovery_the_next_crash_is_recovered_too(kept: Kept, saved: bool) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    year = kept.save() if saved else kept.year
    kept.tracker.edit("A", "forecast_q2", "0")
    kept.tracker.undo()
    kept.tracker.redo()
    kept.tracker.edit("B", "forecast_q2", "0")
    kept.tracker.undo()
    kept.crash()
    recovery = kept.found()
    tracker = Tracker(year, "M. Officer")
    recovery.restore(tracker)
    again = Journal(kept.folder, recovery.head, kept.told.append)
    assert again.take_up(recovery.lines)
    recovery.discard()
    tracker.keeper = again
    tracker.redo()
    tracker.undo()
    tracker.edit("B", "links", "NHS")
    kept.journal = again
    kept.crash()
    assert kept.restored(year).year == tracker.year
    assert kept.restored(year).history.done == tracker.history.done


ACTS = st.lists(
    st.one_of(
        st.sampled_from(["undo", "redo", "save", "adopt", "judge"]),
        st.tuples(
            st.integers(0, 1),
            st.sampled_from(["forecast_q1", "forecast_total", "commentary", "rating", "direction", "complete"]),
            st.sampled_from(["0", "-7", "-25", "Red", "", "up", "Yes", "no", "text"]),
        ),
    ),
    max_size=14,
)


@given(acts=ACTS)
def test_whatever_was_done_taken_back_and_saved_is_there_again_after_a_crash(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str | tuple[int, str, str]]
) -> None:
    kept = Kept(tmp_path_factory.mktemp("law"), a_saving("A", plan_total_printed=Decimal(-99)), a_saving("B"))
    base = kept.year
    for act in acts:
        if act == "save":
            base = kept.save()
        else:
            carry_out(kept.tracker, act)
    kept.crash()
    if kept.tracker.history.unsaved and unfinished(kept.folder):
        tracker = kept.restored(base)
        assert tracker.year == kept.tracker.year
        assert words(tracker) == words(kept.tracker)
        assert tracker.history.unsaved == kept.tracker.history.unsaved
    else:
        assert kept.tracker.year == base


def carry_out(tracker: Tracker, act: str | tuple[int, str, str]) -> None:
    """Does one act; a refused one changes nothing."""
    match act:
        case "undo":
            tracker.undo()
        case "redo":
            tracker.redo()
        case "adopt":
            tracker.adopt(A_SCHEME)
        case "judge":
            tracker.adopt(None)
        case (line, key, text):
            try:
                tracker.edit(line, key, text, "a reason")
            except Refusal:
                return


def test_a_step_of_ten_thousand_lines_is_kept_whole(tmp_path: Path) -> None:
    kept = Kept(tmp_path, *(a_saving(f"A{number}", rating_printed="Green") for number in range(10_000)))
    kept.tracker.adopt(A_SCHEME)
    kept.crash()
    assert kept.restored().year == kept.tracker.year


def test_a_tracker_without_a_keeper_is_edited_as_before() -> None:
    tracker = a_tracker(a_saving("A"))
    tracker.edit("A", "forecast_q1", "0")
    assert tracker.undo()
    assert tracker.redo()
