"""Whether a file is still the one that was read."""

import os
from pathlib import Path

import pytest

from model.files.fingerprint import Fingerprint, fingerprint, read_with_fingerprint


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


def test_a_fingerprint_is_of_what_was_read(workbook: Path) -> None:
    assert read_with_fingerprint(workbook, workbook.read_bytes) == (b"a workbook", taken(workbook))


def test_a_file_that_changed_while_it_was_read_has_no_fingerprint(workbook: Path) -> None:
    assert read_with_fingerprint(workbook, lambda: workbook.write_bytes(b"longer than before")) == (18, None)
    assert read_with_fingerprint(workbook.with_name("none"), lambda: "nothing") == ("nothing", None)
