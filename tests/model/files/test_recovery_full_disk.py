"""A journal that can't be written: it is said once, no edit is lost, and all is kept when there is room."""

import errno
import os
from pathlib import Path

import pytest

from kept_tracker import Kept, journals, raising
from model.files.journal import JournalNotKept


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """A tracker of two lines, just opened."""
    return Kept(tmp_path)


def test_a_full_disk_is_said_once_and_the_edits_stay_and_are_kept_when_there_is_room(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", raising(OSError(errno.ENOSPC, "No space left on device")))
        kept.tracker.edit("A", "forecast_q2", "0")
        kept.tracker.edit("A", "forecast_q3", "0")
    assert [type(refusal) for refusal in kept.told] == [JournalNotKept]
    assert "here, but a power cut would lose them" in str(kept.told[0])
    assert "(No space left on device)" in str(kept.told[0])
    assert kept.tracker.year.savings[0].forecast_total == -25
    kept.tracker.edit("A", "forecast_q4", "0")
    kept.crash()
    assert kept.restored().year == kept.tracker.year
    assert len(kept.told) == 1


def test_a_folder_that_can_not_be_made_at_first_gets_everything_later(kept: Kept) -> None:
    kept.folder.touch()
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.tracker.undo()
    kept.tracker.edit("A", "forecast_q2", "0")
    assert len(kept.told) == 1
    kept.folder.unlink()
    kept.tracker.edit("A", "forecast_q3", "0")
    kept.crash()
    assert kept.restored().year == kept.tracker.year


def test_what_was_half_written_on_a_full_disk_is_written_over(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    write, room = os.write, [10]

    def fill(number: int, content: bytes) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = write(number, content[: room[0]])
        room[0] -= written
        return written

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", fill)
        kept.tracker.edit("A", "forecast_q2", "0")
    kept.tracker.undo()
    kept.crash()
    assert kept.restored().year == kept.tracker.year


def test_a_system_that_can_not_note_a_folder_is_no_hindrance(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    opening = os.open

    def refuse_folders(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise PermissionError
        return opening(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse_folders)
    kept.tracker.edit("A", "forecast_q1", "0")
    assert kept.told == []
    assert len(journals(kept)) == 1
