"""The versions that saves replace are kept for a while, out of the council's folder."""

import errno
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from model.files.backup import BackupBesideOriginal, BackupNotKept, backups, keep_backup

MORNING = datetime(2020, 7, 10, 9, 30, tzinfo=UTC)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook in the council's folder."""
    path = tmp_path / "share" / "tracker.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"version 0")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder for backups, still to be made."""
    return tmp_path / "user" / "backups"


def save(workbook: Path, folder: Path, number: int, keep: int = 20) -> Path:
    """Keeps the version that stands and writes another."""
    copy = keep_backup(workbook, folder, keep, MORNING + timedelta(minutes=number))
    workbook.write_bytes(b"version %d" % number)
    return copy


def contents(workbook: Path, folder: Path) -> list[bytes]:
    """What the copies hold, the oldest first."""
    return [copy.read_bytes() for copy in backups(workbook, folder)]


def test_the_version_before_a_save_is_kept_under_its_name_and_time(workbook: Path, folder: Path) -> None:
    os.utime(workbook, (1, 1))
    copy = save(workbook, folder, 1)
    assert copy.read_bytes() == b"version 0"
    assert copy.name.startswith("tracker ")
    assert copy.name.endswith(" 2020-07-10 093100000000.xlsx")
    assert copy.stat().st_mtime == 1
    assert [path.name for path in workbook.parent.iterdir()] == ["tracker.xlsx"]


def test_only_the_newest_are_kept(workbook: Path, folder: Path) -> None:
    for number in range(1, 6):
        save(workbook, folder, number, keep=3)
    assert contents(workbook, folder) == [b"version 2", b"version 3", b"version 4"]
    assert len(list(folder.iterdir())) == 3


def test_another_workbook_of_the_same_name_is_pruned_by_itself(workbook: Path, folder: Path) -> None:
    other = workbook.parent / "last year" / workbook.name
    other.parent.mkdir()
    other.write_bytes(b"last year")
    save(other, folder, 0, keep=1)
    for number in range(1, 4):
        save(workbook, folder, number, keep=1)
    assert contents(other, folder) == [b"last year"]
    assert contents(workbook, folder) == [b"version 2"]


def test_a_version_that_is_kept_already_is_not_copied_again(workbook: Path, folder: Path) -> None:
    first = keep_backup(workbook, folder, now=MORNING)
    assert keep_backup(workbook, folder) == first
    assert contents(workbook, folder) == [b"version 0"]


def test_the_time_is_now_where_none_is_given(workbook: Path, folder: Path) -> None:
    assert f" {datetime.now(UTC):%Y-}" in keep_backup(workbook, folder).name


def test_nothing_is_kept_in_the_folder_of_the_workbook(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(workbook.parent)
    for folder in (workbook.parent, tmp_path / "link", workbook.parent / "x" / ".."):
        with pytest.raises(BackupBesideOriginal, match="the workbook itself is in that folder"):
            keep_backup(workbook, folder)
    assert [path.name for path in workbook.parent.iterdir()] == ["tracker.xlsx"]


def test_what_can_not_be_kept_is_said_and_leaves_nothing_half(
    workbook: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(_original: Path, copy: Path) -> None:
        copy.write_bytes(b"vers")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copy2", fill)
    with pytest.raises(BackupNotKept, match=r"could not be kept in .+backups \(No space left on device\)\. Make room"):
        keep_backup(workbook, folder)
    assert list(folder.iterdir()) == []
    assert workbook.read_bytes() == b"version 0"


def test_a_folder_that_can_not_be_made_is_said(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BackupNotKept, match="The previous version of “tracker"):
        keep_backup(workbook, tmp_path / "file" / "backups")
    assert backups(workbook, tmp_path / "none") == ()


def test_an_old_copy_that_will_not_go_is_no_hindrance(
    workbook: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(workbook, folder, 1)
    save(workbook, folder, 2)

    def refuse(*_asked: object, **_named: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    save(workbook, folder, 3, keep=1)
    assert contents(workbook, folder)[-1] == b"version 2"
    assert len(contents(workbook, folder)) == 3


def test_a_name_that_folders_do_not_take_is_shortened(workbook: Path, folder: Path) -> None:
    odd = workbook.with_name("a:b*" + "x" * 200 + ".xlsx")
    odd.write_bytes(b"odd")
    copy = keep_backup(odd, folder, now=MORNING)
    assert copy.name.startswith("a_b_xx")
    assert len(copy.name) < 120
    assert contents(odd, folder) == [b"odd"]
