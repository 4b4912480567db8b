"""A file is written whole or not at all, and the officer is told why not."""

import errno
import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from model.files.atomic import write_whole
from model.files.unwritable import (
    DiskFull,
    FolderClosed,
    NameOfFolder,
    NameTooLong,
    NoSuchFolder,
    OpenElsewhere,
    Unwritable,
    WriteProtected,
    WritingFailed,
)


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def names(folder: Path) -> list[str]:
    """List a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_holds_what_was_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "new.xlsx", b"whole")
    assert (tmp_path / "new.xlsx").read_bytes() == b"whole"
    assert names(tmp_path) == ["new.xlsx"]


def test_a_new_file_may_be_read_by_whom_other_new_files_may_be(tmp_path: Path) -> None:
    write_whole(tmp_path / "new.xlsx", b"whole")
    (tmp_path / "other").touch()
    assert (tmp_path / "new.xlsx").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "old.xlsx"
    path.write_bytes(b"old and longer")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="the system has no labels of files")
def test_a_file_that_is_replaced_keeps_its_labels_where_the_disk_has_any(tmp_path: Path) -> None:
    path = tmp_path / "old.xlsx"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.owner", b"Finance")
    except OSError:
        pytest.skip("the disk keeps no labels of files")
    write_whole(path, b"new")
    assert os.getxattr(path, "user.owner") == b"Finance"
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("call", ["chown", "listxattr"])
def test_an_owner_or_labels_that_can_not_be_kept_stop_no_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def refuse(*_asked: object) -> None:
        raise PermissionError

    path = tmp_path / "old.xlsx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    monkeypatch.setattr(os, call, refuse)
    write_whole(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "real.xlsx").write_bytes(b"old")
    (tmp_path / "link.xlsx").symlink_to(tmp_path / "real.xlsx")
    write_whole(tmp_path / "link.xlsx", b"new")
    assert (tmp_path / "link.xlsx").is_symlink()
    assert (tmp_path / "real.xlsx").read_bytes() == b"new"


def test_on_a_full_disk_the_old_file_stays_whole_and_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "old.xlsx"
    path.write_bytes(b"old")
    with room_for(100), pytest.raises(DiskFull, match=r"“old\.xlsx” was not written: the disk is full"):
        write_whole(path, b"x" * 1000)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["old.xlsx"]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFolder, match=r"its folder is not there\. Choose another folder"):
        write_whole(tmp_path / "gone" / "new.xlsx", b"")
    (tmp_path / "file").touch()
    with pytest.raises(NoSuchFolder):
        write_whole(tmp_path / "file" / "new.xlsx", b"")


def test_a_folder_of_that_name_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "year.xlsx").mkdir()
    with pytest.raises(NameOfFolder, match=r"“year\.xlsx” is a folder"):
        write_whole(tmp_path / "year.xlsx", b"")
    assert names(tmp_path) == ["year.xlsx"]


@pytest.mark.parametrize("sign", ["~$old.xlsx", ".~lock.old.xlsx#"])
def test_a_file_that_a_spreadsheet_program_has_open_is_refused(tmp_path: Path, sign: str) -> None:
    (tmp_path / "old.xlsx").write_bytes(b"old")
    (tmp_path / sign).touch()
    with pytest.raises(OpenElsewhere, match="open in another program"):
        write_whole(tmp_path / "old.xlsx", b"new")
    assert (tmp_path / "old.xlsx").read_bytes() == b"old"


def test_a_sign_of_use_that_outlived_its_file_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".~lock.new.xlsx#").touch()
    write_whole(tmp_path / "new.xlsx", b"new")
    assert (tmp_path / "new.xlsx").read_bytes() == b"new"


def test_a_write_protected_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old.xlsx").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_asked: False)  # as to anybody but the administrator
    with pytest.raises(WriteProtected, match="write-protected"):
        write_whole(tmp_path / "old.xlsx", b"new")
    assert (tmp_path / "old.xlsx").read_bytes() == b"old"


def failing(error: OSError) -> object:
    """Give a function that fails, whatever it is asked."""

    def fail(*_asked: object, **_named: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_closed_to_the_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    monkeypatch.setattr(Path, "open", failing(OSError(code, "no")))
    with pytest.raises(FolderClosed, match="you may not write in its folder"):
        write_whole(tmp_path / "new.xlsx", b"new")
    assert names(tmp_path) == []


def test_a_file_held_open_by_the_system_is_refused_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old.xlsx").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", failing(PermissionError(errno.EACCES, "in use")))
    with pytest.raises(OpenElsewhere):
        write_whole(tmp_path / "old.xlsx", b"new")
    assert (tmp_path / "old.xlsx").read_bytes() == b"old"
    assert names(tmp_path) == ["old.xlsx"]


def test_an_interruption_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old.xlsx").write_bytes(b"old")

    def interrupt(_number: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "old.xlsx", b"new")
    assert (tmp_path / "old.xlsx").read_bytes() == b"old"
    assert names(tmp_path) == ["old.xlsx"]


def test_a_drive_that_goes_away_is_said_in_its_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(OSError(errno.EIO, "Input/output error")))
    with pytest.raises(WritingFailed, match=r"was not written \(Input/output error\)"):
        write_whole(tmp_path / "new.xlsx", b"new")
    assert names(tmp_path) == []


def test_a_name_that_no_system_takes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NameTooLong, match="its name is too long"):
        write_whole(tmp_path / f"{'x' * 300}.xlsx", b"")
    with pytest.raises(WritingFailed, match=r"“a�b\.xlsx” was not written"):
        write_whole(tmp_path / "a\0b.xlsx", b"")


def test_a_folder_that_can_not_be_noted_on_the_disk_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "open", failing(PermissionError(errno.EACCES, "a folder")))  # as Windows answers
    write_whole(tmp_path / "new.xlsx", b"new")
    assert (tmp_path / "new.xlsx").read_bytes() == b"new"


def test_every_reason_is_a_refusal_that_ends_as_a_sentence(tmp_path: Path) -> None:
    reasons = [reason for reason in Unwritable.__subclasses__() if reason is not WritingFailed]
    sentences = [str(reason(tmp_path / "a.xls")) for reason in reasons]  # type: ignore[call-arg]
    assert all(sentence.startswith("“a.xls” ") and sentence.endswith(".") for sentence in sentences)
    assert len(sentences) >= 8
