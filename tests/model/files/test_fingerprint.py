"""Whether a file is still the one that was read."""

import os
from pathlib import Path

import pytest

from model.files.fingerprint import Fingerprint, digest_of, fingerprint, fingerprint_of


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A file that stands for a workbook."""
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(b"a workbook")
    return path


def taken(path: Path) -> Fingerprint:
    """A fingerprint that must be taken."""
    found = fingerprint(path)
    assert found
    return found


def test_a_file_that_nobody_touched_matches_without_being_read(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = taken(workbook)
    monkeypatch.setattr(Path, "open", None)
    assert seen.matches(workbook)


def test_a_file_saved_anew_with_the_same_content_still_matches(workbook: Path) -> None:
    seen = taken(workbook)
    os.utime(workbook, ns=(0, seen.mtime_ns + 5_000_000_000))
    assert seen.matches(workbook)


@pytest.mark.parametrize("content", [b"another one", b"b workbook"])
def test_a_file_with_another_content_does_not_match(workbook: Path, content: bytes) -> None:
    seen = taken(workbook)
    workbook.write_bytes(content)
    os.utime(workbook, ns=(0, seen.mtime_ns + 1))
    assert not seen.matches(workbook)


def test_a_thorough_look_sees_what_size_and_time_do_not_show(workbook: Path) -> None:
    seen = taken(workbook)
    workbook.write_bytes(b"b workbook")
    os.utime(workbook, ns=(seen.mtime_ns, seen.mtime_ns))
    assert seen.matches(workbook)
    assert not seen.matches(workbook, thorough=True)


def test_a_file_that_is_gone_does_not_match(workbook: Path) -> None:
    seen = taken(workbook)
    workbook.unlink()
    assert not seen.matches(workbook)
    assert fingerprint(workbook) is None


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    assert fingerprint(tmp_path / "pipe.xlsx") is None
    assert fingerprint(tmp_path) is None
    assert fingerprint(tmp_path / "a\0b") is None


def test_a_file_that_can_not_be_read_has_no_fingerprint(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_asked: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert fingerprint(workbook) is None


def test_a_fingerprint_of_a_content_is_that_of_the_file_that_holds_it(workbook: Path) -> None:
    assert fingerprint_of(workbook, digest_of(b"a workbook")) == taken(workbook)


def test_a_fingerprint_of_a_content_never_matches_another_that_came_to_stand_there(workbook: Path) -> None:
    read = fingerprint_of(workbook, digest_of(b"what was read"))
    assert not read.matches(workbook)
    workbook.write_bytes(b"what was read")
    assert read.matches(workbook)
    workbook.unlink()
    assert not fingerprint_of(workbook, digest_of(b"what was read")).matches(workbook)
