"""Open trackers are locked, kept against a crash and logged; what a crash left behind is offered at the next start."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from builders import a_saving, a_year
from fake_prompts import FakePrompts
from model.document import Document
from model.files.fingerprint import digest_of
from model.files.held import Sign
from model.files.lock import Holder, Lock
from model.files.owner_files import excel_file, libreoffice_file, lock_text
from model.prompts import Answer, Rescued
from model.recent import RecentFiles
from model.resources import EXAMPLE
from model.safekeeping import Safekeeping
from model.session import Choose, Session
from model.year import Year
from officer import Officer


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook in the council's folder."""
    path = tmp_path / "council" / "tracker.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"a tracker")
    return path


class Desk:
    """An officer's program, which can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.year = a_year(a_saving("A"), a_saving("B"), title="Savings")
        self.start()

    def start(self) -> "Desk":
        """Starts the program."""
        self.prompts = FakePrompts()
        self.keeping = Safekeeping(self.folder / "user")
        recent = RecentFiles(self.folder / "settings")
        self.session = Session(self.prompts, self.read, recent, keeping=self.keeping)
        return self

    def read(self, path: Path, _choose: Choose) -> Year:
        """Reads any file as the same year."""
        return replace(self.year, digest=digest_of(path.read_bytes()))

    def opens(self, path: Path) -> Document:
        """Opens a file that must open."""
        document = self.session.open(path)
        assert document
        return document

    def crash(self) -> "Desk":
        """Ends as a process that is killed, and starts again: the system closes its files."""
        for kept in self.keeping._kept.values():
            if kept.journal._file is not None:
                kept.journal._file.let_go()
            if kept.lock is not None:
                kept.lock._sign.let_go()
        return self.start()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The program, just started."""
    return Desk(tmp_path)


def beside(workbook: Path) -> list[str]:
    """What stands in the council's folder."""
    return sorted(path.name for path in workbook.parent.iterdir())


def test_a_workbook_is_locked_while_it_is_open_and_nothing_else_is_written_beside_it(
    desk: Desk, workbook: Path
) -> None:
    document = desk.opens(workbook)
    assert document.edit(0, "forecast_q1", "0")
    assert beside(workbook) == [".~lock.tracker.xlsx#", "tracker.xlsx"]
    assert lock_text(libreoffice_file(workbook).read_bytes()).name == document.tracker.who
    desk.prompts.unsaved = Answer.DISCARD
    assert desk.session.close()
    assert beside(workbook) == ["tracker.xlsx"]
    assert [path for path in (desk.folder / "user").rglob("*") if path.is_file()] == []


def test_what_is_only_read_is_not_locked(desk: Desk, workbook: Path) -> None:
    text = workbook.with_suffix(".csv")
    text.touch()
    desk.opens(text)
    assert beside(workbook) == ["tracker.csv", "tracker.xlsx"]


def test_a_workbook_that_somebody_has_open_is_shown_for_viewing_and_it_is_said(desk: Desk, workbook: Path) -> None:
    excel_file(workbook).write_bytes(b"\x02Jo")
    document = desk.opens(workbook)
    assert document.tracker.viewing
    assert desk.prompts.told[0][0].startswith("Jo has “tracker.xlsx” open, so it is open here for viewing only.")
    assert not libreoffice_file(workbook).exists()
    assert desk.session.close()


def test_one_who_was_quicker_is_seen(desk: Desk, workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def beaten(path: Path, _who: str, _signs: Path) -> None:
        excel_file(path).write_bytes(b"\x02Jo")

    monkeypatch.setattr(Lock, "take", beaten)
    assert desk.opens(workbook).tracker.viewing


def test_a_folder_in_which_nothing_can_be_written_is_no_hindrance(
    desk: Desk, workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Sign, "show", lambda _folder: None)
    document = desk.opens(workbook)
    assert not document.tracker.viewing
    assert desk.prompts.told == []


def test_a_tracker_saved_as_another_file_moves_its_lock(desk: Desk, workbook: Path) -> None:
    document = desk.opens(workbook)
    document.edit(0, "forecast_q1", "0")
    desk.prompts.to_write = workbook.with_name("new.xlsx")
    assert desk.session.save_as()
    assert beside(workbook) == [".~lock.new.xlsx#", "new.xlsx", "tracker.xlsx"]
    assert desk.session.save_as()
    assert desk.session.close()
    assert beside(workbook) == ["new.xlsx", "tracker.xlsx"]


def test_saved_changes_are_in_the_log_of_the_workbook(desk: Desk, workbook: Path) -> None:
    document = desk.opens(workbook)
    document.edit(0, "forecast_q1", "0")
    document.edit(0, "links", "NHS")
    document.undo()
    desk.prompts.to_write = workbook.with_name("new.xlsx")
    assert desk.session.save_as()
    desk.session.close()
    again = desk.start().opens(workbook.with_name("new.xlsx"))
    (entry,) = desk.keeping.log(again).entries()
    assert (entry.reference, entry.key, entry.after, entry.saved) == ("A", "forecast_q1", "0", True)


def test_a_log_that_can_not_be_kept_is_said_and_the_save_stands(desk: Desk, workbook: Path) -> None:
    document = desk.opens(workbook)
    document.edit(0, "forecast_q1", "0")
    (desk.folder / "user" / "changes").touch()
    desk.prompts.to_write = workbook.with_name("new.xlsx")
    assert desk.session.save_as()
    assert "could not be noted in the change log" in desk.prompts.refused[0]
    assert document.unsaved == 0


def test_the_example_saved_for_the_first_time_gets_a_log_and_a_lock(desk: Desk, workbook: Path) -> None:
    document = desk.session.open_example()
    assert document
    document.edit(0, "forecast_q1", "0")
    desk.keeping.saved(document)
    assert not desk.keeping.log(document).entries()[0].saved
    desk.prompts.to_write = workbook.with_name("new.xlsx")
    assert desk.session.save()
    assert desk.keeping.log(document).entries()[0].saved
    assert ".~lock.new.xlsx#" in beside(workbook)


def test_a_full_disk_is_said_after_the_act_and_only_once(desk: Desk, workbook: Path) -> None:
    document = desk.opens(workbook)
    (desk.folder / "user" / "recovery").touch()
    shown: list[int] = []
    document.tracker.watch(lambda _lines: shown.append(len(desk.prompts.refused)))
    assert document.edit(0, "forecast_q1", "0")
    assert document.edit(0, "forecast_q2", "0")
    assert shown == [0, 1]
    assert len(desk.prompts.refused) == 1
    assert "a power cut would lose them" in desk.prompts.refused[0]
    assert document.tracker.year.savings[0].forecast_total == -50


def test_a_crash_is_offered_at_the_next_start_with_words_and_times(desk: Desk, workbook: Path) -> None:
    document = desk.opens(workbook)
    document.edit(0, "forecast_q1", "0")
    document.edit(1, "links", "NHS")
    assert document.undo()
    assert document.redo()
    when = [f"{step.when.astimezone():%d %B, %H:%M}" for step in document.tracker.history.done]
    desk.crash().session.rescue.offer()
    assert desk.prompts.rescues == [
        ("tracker.xlsx", (f"{when[0]}  Q1 forecast of A", f"{when[1]}  partner links of B"), "")
    ]
    assert desk.session.documents == []
    desk.start().session.rescue.offer()
    assert len(desk.prompts.rescues) == 1


def test_restored_changes_are_there_unsaved_and_kept_again(desk: Desk, workbook: Path) -> None:
    before = desk.opens(workbook)
    before.edit(0, "forecast_q1", "0")
    desk.crash().prompts.rescued = Rescued.RESTORE
    desk.session.rescue.offer()
    (document,) = desk.session.documents
    assert document.tracker.year == before.tracker.year
    assert (document.unsaved, desk.prompts.told) == (1, [])
    assert desk.keeping.log(document).entries()[0].key == "forecast_q1"
    assert document.edit(1, "links", "NHS")
    desk.crash().session.rescue.offer()
    ((_name, changes, _warning),) = desk.prompts.rescues
    assert len(changes) == 2
    desk.prompts.rescued = Rescued.DISCARD
    desk.session.rescue.offer()
    assert desk.session.rescue.unfinished() == ()


def test_a_recovery_that_can_not_be_kept_again_is_not_lost(desk: Desk, workbook: Path) -> None:
    desk.opens(workbook).edit(0, "forecast_q1", "0")
    (recovery,) = desk.crash().session.rescue.unfinished()
    document = desk.opens(workbook)
    desk.keeping._folder = desk.folder / "settings" / "recent.json"
    assert desk.keeping.recover(document, recovery, lambda _trouble: None) == ()
    assert recovery.journal.exists()


def test_changes_that_the_file_holds_already_are_told_and_forgotten(desk: Desk, workbook: Path) -> None:
    document = desk.opens(workbook)
    document.edit(0, "forecast_q1", "0")
    desk.year = document.tracker.year
    workbook.write_bytes(b"saved just before the crash")
    (recovery,) = desk.crash().session.rescue.unfinished()
    again = desk.session.rescue.recover(recovery)
    assert again
    assert again.unsaved == 0
    assert desk.prompts.told[0][0] == ("“tracker.xlsx” holds every one of these changes already: they had been saved.")
    assert desk.session.rescue.unfinished() == ()


def test_lines_that_are_gone_are_named(desk: Desk, workbook: Path) -> None:
    document = desk.opens(workbook)
    document.edit(0, "forecast_q1", "0")
    document.edit(1, "forecast_q1", "0")
    desk.year = a_year(a_saving("B"))
    workbook.write_bytes(b"saved by a colleague")
    desk.crash().prompts.rescued = Rescued.RESTORE
    desk.session.rescue.offer()
    assert desk.prompts.rescues[0][2].startswith("The file has changed since.")
    assert desk.prompts.told[-1][0].endswith("has twice, are left out: A.")
    assert desk.session.documents[0].tracker.year.savings[0].forecast_q1 == 0


def test_a_file_that_does_not_open_keeps_its_changes_for_another_time(desk: Desk, workbook: Path) -> None:
    desk.opens(workbook).edit(0, "forecast_q1", "0")
    (recovery,) = desk.crash().session.rescue.unfinished()
    desk.session.rescue._open = lambda _path: None
    assert desk.session.rescue.recover(recovery) is None
    assert recovery.journal.exists()


def test_a_tracker_that_was_changed_already_is_not_changed_by_a_recovery(desk: Desk, workbook: Path) -> None:
    desk.opens(workbook).edit(0, "forecast_q1", "0")
    (recovery,) = desk.crash().session.rescue.unfinished()
    document = desk.opens(workbook)
    document.edit(1, "links", "NHS")
    assert desk.session.rescue.recover(recovery) is None
    assert "is open and was changed already" in desk.prompts.refused[0]
    document.undo()
    assert desk.session.rescue.recover(recovery) is None
    assert document.tracker.year == desk.year
    assert recovery.journal.exists()


@pytest.mark.parametrize("opened", [False, True])
def test_changes_to_the_example_come_back_into_it(desk: Desk, opened: bool) -> None:
    document = desk.session.open_example()
    assert document
    document.edit(0, "forecast_q1", "0")
    desk.crash()
    if opened:
        desk.session.open_example()
    (recovery,) = desk.session.rescue.unfinished()
    again = desk.session.rescue.recover(recovery)
    assert again
    assert again.tracker.year == document.tracker.year
    assert desk.session.documents == [again]


def test_two_windows_of_the_program_do_not_offer_each_others_changes(desk: Desk, workbook: Path) -> None:
    desk.opens(workbook).edit(0, "forecast_q1", "0")
    other = Desk(desk.folder)
    assert other.session.rescue.unfinished() == ()


def test_a_real_workbook_is_recovered_as_it_was(tmp_path: Path) -> None:
    first, workbook = Officer(), Path(shutil.copy(EXAMPLE, tmp_path / "tracker.xlsx"))
    first.opens(workbook)
    first.types("A/R.6.266", "forecast_q4", "-90")
    for kept in first.session.keeping._kept.values():
        assert kept.journal._file
        kept.journal._file.let_go()
    second = Officer()
    second.prompts.rescued = Rescued.RESTORE
    second.session.rescue.offer()
    assert second.tracker.year == first.tracker.year
    assert second.changed() == first.changed()


def test_a_holder_without_a_name_is_somebody() -> None:
    assert Holder().sentence("a.xlsx").startswith("Somebody has “a.xlsx” open, so")
