"""The change log: what was done to which line, kept across sessions, filtered, and given out as text."""

import csv
import errno
import io
import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import A_SCHEME, QUARTER_1, a_saving, a_year
from fake_prompts import FakePrompts
from model.change_log import HEADINGS, LogEntry, LogFilter, csv_text, log_rows
from model.files.kept_log import KeptLog, LogNotKept
from model.logbook import Logbook, export_log, write_log
from model.tracker import Tracker

AN_ENTRY = LogEntry(
    QUARTER_1, "M. Officer", "A/R.6.266", "forecast_q4", "−375", "−1,090", "agreed", "", "Q4 forecast of A/R.6.266"
)


class Logged:
    """A tracker whose changes are logged, and the workbook that it is saved to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "changes"
        self.workbook = folder / "tracker.xlsx"
        times = iter(QUARTER_1 + timedelta(minutes=minute) for minute in range(100))
        year = a_year(a_saving("A"), a_saving("B"), title="Savings")
        self.tracker = Tracker(year, "M. Officer", lambda: next(times))
        self.book = self.opened()
        self.tracker.keeper = self.book

    def opened(self, workbook: Path | None = None) -> Logbook:
        """The log as another session finds it."""
        return Logbook(self.folder, workbook or self.workbook, "Savings")

    def shown(self, book: Logbook | None = None) -> list[tuple[str, str, str, str, bool]]:
        """Line, field, from, to and whether it is saved."""
        entries = (book or self.book).entries()
        return [(entry.reference, entry.key, entry.before, entry.after, entry.saved) for entry in entries]


@pytest.fixture
def logged(tmp_path: Path) -> Logged:
    """A tracker just opened."""
    return Logged(tmp_path)


def test_a_change_is_logged_with_who_when_line_field_from_to_and_reason(logged: Logged) -> None:
    logged.tracker.unlock_plan("Full Council")
    logged.tracker.edit("B", "plan_q1", "-1,400")
    (entry,) = logged.book.entries()
    assert entry == LogEntry(
        QUARTER_1, "M. Officer", "B", "plan_q1", "−25", "−1,400", "Full Council", "", "Q1 plan of B", saved=False
    )
    local = f"{QUARTER_1.astimezone():%Y-%m-%d %H:%M:%S}"
    assert entry.texts == (local, "M. Officer", "B", "Q1 plan", "−25", "−1,400", "Full Council", "", "Not yet")


def test_a_save_makes_changes_definite_for_every_later_session(logged: Logged) -> None:
    logged.tracker.edit("A", "forecast_q1", "0")
    assert logged.shown(logged.opened()) == []
    logged.book.saved(logged.workbook)
    assert logged.shown() == logged.shown(logged.opened()) == [("A", "forecast_q1", "−25", "0", True)]
    logged.tracker.edit("A", "links", "NHS")
    assert [entry[-1] for entry in logged.shown()] == [True, False]
    logged.book.saved(logged.workbook)
    logged.book.saved(logged.workbook)
    assert [entry[:2] for entry in logged.shown(logged.opened())] == [("A", "forecast_q1"), ("A", "links")]
    assert not logged.workbook.exists()


def test_what_was_taken_back_before_the_save_is_in_no_log(logged: Logged) -> None:
    logged.tracker.edit("A", "forecast_q1", "0")
    logged.tracker.edit("B", "forecast_q1", "0")
    logged.tracker.undo()
    logged.tracker.undo()
    logged.tracker.redo()
    assert logged.shown() == [("A", "forecast_q1", "−25", "0", False)]


def test_what_was_saved_and_then_taken_back_is_logged_both_times(logged: Logged) -> None:
    logged.tracker.edit("A", "forecast_q1", "0")
    logged.book.saved(logged.workbook)
    logged.tracker.undo()
    before = datetime.now(UTC)
    logged.book.saved(logged.workbook)
    done, taken_back = logged.opened().entries()
    assert (done.before, done.after) == ("−25", "0")
    assert (taken_back.before, taken_back.after, taken_back.why) == ("0", "−25", "Taken back: Q1 forecast of A")
    assert before - timedelta(minutes=1) < taken_back.when < before + timedelta(minutes=1)


def test_an_adopted_scheme_is_logged_for_the_tracker_as_a_whole(logged: Logged) -> None:
    logged.tracker.adopt(A_SCHEME)
    logged.tracker.adopt(None)
    first, second, *_ratings = logged.book.entries()
    assert (first.reference, first.field, first.before, first.after) == ("", "RAG scheme", "", "2020-21")
    assert (second.before, second.after) == ("2020-21", "")


def test_a_tracker_saved_as_another_workbook_takes_its_log_along(logged: Logged, tmp_path: Path) -> None:
    logged.tracker.edit("A", "forecast_q1", "0")
    logged.book.saved(logged.workbook)
    logged.tracker.edit("A", "forecast_q1", "1")
    logged.book.saved(tmp_path / "copy.xlsx")
    logged.tracker.edit("A", "forecast_q1", "2")
    logged.book.saved(tmp_path / "copy.xlsx")
    assert [entry[3] for entry in logged.shown(logged.opened(tmp_path / "copy.xlsx"))] == ["0", "1", "2"]
    assert [entry[3] for entry in logged.shown(logged.opened())] == ["0"]
    logged.book.saved(logged.workbook)
    assert [entry[3] for entry in logged.shown()] == ["0"]


def test_the_example_is_logged_from_its_first_save_on(logged: Logged) -> None:
    book = Logbook(logged.folder, None, "Savings")
    logged.tracker.keeper = book
    logged.tracker.edit("A", "forecast_q1", "0")
    assert len(book.entries()) == 1
    book.saved(logged.workbook)
    assert logged.shown(logged.opened()) == [("A", "forecast_q1", "−25", "0", True)]


def test_two_trackers_of_one_workbook_have_each_their_log(logged: Logged) -> None:
    logged.tracker.edit("A", "forecast_q1", "0")
    logged.book.saved(logged.workbook)
    assert Logbook(logged.folder, logged.workbook, "Other savings").entries() == ()
    link = logged.workbook.parent / "link"
    link.symlink_to(logged.workbook.parent)
    assert len(logged.opened(link / "tracker.xlsx").entries()) == 1


def test_changes_done_again_after_a_crash_are_logged_with_the_next_save(logged: Logged) -> None:
    logged.tracker.edit("A", "forecast_q1", "0")
    logged.book.saved(logged.workbook)
    logged.tracker.undo()
    logged.tracker.edit("B", "links", "NHS")
    again = logged.opened()
    again.take_up(logged.book._since.net)
    again.saved(logged.workbook)
    assert logged.shown(logged.opened()) == [
        ("A", "forecast_q1", "−25", "0", True),
        ("A", "forecast_q1", "0", "−25", True),
        ("B", "links", "", "NHS", True),
    ]


def test_a_log_that_can_not_be_kept_is_said_and_kept_with_the_next_save(
    logged: Logged, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    logged.tracker.edit("A", "forecast_q1", "0")
    logged.folder.touch()
    with pytest.raises(LogNotKept, match=r"“tracker\.xlsx” is saved, but what was changed could not be noted"):
        logged.book.saved(logged.workbook)
    logged.folder.unlink()
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fail)
        with pytest.raises(LogNotKept, match="No space left on device"):
            logged.book.saved(logged.workbook)
    assert logged.book.entries()[-1].saved is False
    logged.book.saved(logged.workbook)
    assert logged.book.entries()[-1].saved is True


def test_a_line_that_was_cut_off_takes_no_other_along(tmp_path: Path) -> None:
    log = KeptLog(tmp_path, tmp_path / "a.xlsx", "Savings")
    log.append([AN_ENTRY])
    (file,) = tmp_path.iterdir()
    with file.open("ab") as cut:
        cut.write(b'{"when": "2020-07-10T09:3')
    log.append([replace(AN_ENTRY, after="−1")])
    assert [entry.after for entry in log.read()] == ["−1,090", "−1"]


@pytest.mark.parametrize("line", ["[]", "{}", '{"when": 1}', '{"when": "2020-07-10", "more": 1}', "[" * 100_000])
def test_a_line_that_is_none_is_left_out(tmp_path: Path, line: str) -> None:
    log = KeptLog(tmp_path, tmp_path / "a.xlsx", "Savings")
    log.append([AN_ENTRY])
    (file,) = tmp_path.iterdir()
    file.write_text(f"{line}\n{file.read_text('utf-8')}", "utf-8")
    assert log.read() == (AN_ENTRY,)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (LogFilter(), True),
        (LogFilter(text="officer q4 −375"), True),
        (LogFilter(text="AGREED"), True),
        (LogFilter(text="officer q3"), False),
        (LogFilter(reference="A/R.6.266", key="forecast_q4", who="M. Officer"), True),
        (LogFilter(reference="A/R.6.26"), False),
        (LogFilter(key="forecast_q3"), False),
        (LogFilter(who="A. Colleague"), False),
        (LogFilter(since=date(2020, 7, 10), until=date(2020, 7, 10)), True),
        (LogFilter(since=date(2020, 7, 11)), False),
        (LogFilter(until=date(2020, 7, 9)), False),
    ],
)
def test_entries_are_found_by_words_line_field_officer_and_day(logged: Logged, wanted: LogFilter, found: bool) -> None:
    KeptLog(logged.folder, logged.workbook, "Savings").append([AN_ENTRY])
    assert logged.opened().entries(wanted) == ((AN_ENTRY,) if found else ())


def test_rows_for_a_sheet_have_amounts_as_amounts_and_everything_else_as_text() -> None:
    unread = replace(AN_ENTRY, before="tbc", after="")
    other = replace(AN_ENTRY, key="other:Owner", before="1", after="=2")
    rows = log_rows([AN_ENTRY, unread, other, replace(AN_ENTRY, key="commentary", before="-5", after="")])
    assert rows[0] == HEADINGS
    assert [row[3:6] for row in rows[1:]] == [
        ("Q4 forecast", Decimal(-375), Decimal(-1090)),
        ("Q4 forecast", "tbc", ""),
        ("Owner", "1", "=2"),
        ("Commentary", "-5", ""),
    ]


def read_back(text: str) -> list[list[str]]:
    """The rows of a csv."""
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(
    "formula",
    ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "-5k agreed", " =1", "\t=1", "\r=1", "'=1", "'quoted", "＝1", "\n=1"],
)
def test_no_text_of_the_log_becomes_a_formula(formula: str) -> None:
    entry = replace(AN_ENTRY, key="commentary", before=formula, after="", why=formula)
    (_headings, row) = read_back(csv_text([entry]))
    assert row[4] == row[6] == f"'{formula}"


def test_numbers_stay_numbers_and_words_are_as_they_were() -> None:
    (_headings, row) = read_back(csv_text([replace(AN_ENTRY, why='said "yes", twice\nand again')]))
    assert row[2:7] == ["A/R.6.266", "Q4 forecast", "-375", "-1090", 'said "yes", twice\nand again']
    (_headings, row) = read_back(csv_text([replace(AN_ENTRY, key="commentary", before="-5", after="-5.0")]))
    assert row[4:6] == ["-5", "-5.0"]


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
@example(text="''=1")
def test_every_text_comes_back_when_its_apostrophe_is_taken_away(text: str) -> None:
    entry = replace(AN_ENTRY, key="commentary", before=text)
    (_headings, row) = read_back(csv_text([entry]))
    assert row[4] in (text, f"'{text}")
    assert row[4] != text or not text.startswith("'")
    assert not row[4].lstrip().startswith(("=", "+", "@"))


def test_the_log_is_written_as_csv_with_its_mark(tmp_path: Path) -> None:
    write_log(tmp_path / "log.csv", [AN_ENTRY])
    written = (tmp_path / "log.csv").read_bytes()
    assert written.startswith(b'\xef\xbb\xbf"When","Who","Line"')
    assert written.endswith(b'"Yes"\r\n')


@pytest.mark.parametrize(("count", "words"), [(1, "1 change"), (2, "2 changes")])
def test_the_log_is_exported_under_a_name_that_is_asked_for(tmp_path: Path, count: int, words: str) -> None:
    prompts = FakePrompts()
    prompts.to_write = Path()
    assert export_log(prompts, [AN_ENTRY] * count, tmp_path / "tracker.xlsx")
    assert (tmp_path / "tracker changes.csv").exists()
    assert prompts.told == [(f"Exported {words} as “tracker changes.csv”.", "")]


def test_an_export_that_is_refused_or_not_wanted_is_not_done(tmp_path: Path) -> None:
    prompts = FakePrompts()
    assert not export_log(prompts, [AN_ENTRY], tmp_path / "tracker.xlsx")
    prompts.to_write = tmp_path / "none" / "log.csv"
    assert not export_log(prompts, [AN_ENTRY], tmp_path / "tracker.xlsx")
    assert "its folder is not there" in prompts.refused[0]
