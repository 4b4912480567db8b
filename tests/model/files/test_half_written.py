"""What a killed save left beside a workbook goes with the next save or opening of it, and nothing else does."""

import os
import shutil
import time
from pathlib import Path

import pytest

from model.files.atomic import write_whole
from model.files.half_written import OLD, beside, clear_left_behind
from model.files.held import hold
from model.resources import EXAMPLE
from officer import Officer

DAY_OLD = time.time() - OLD - 60


def left_behind(target: Path, age: float | None = None) -> Path:
    """A file as a killed save leaves it."""
    path = beside(target)
    path.write_bytes(b"half")
    if age is not None:
        os.utime(path, (age, age))
    return path


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The council's workbook."""
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(b"whole")
    return path


def test_the_next_save_removes_it(workbook: Path) -> None:
    left = left_behind(workbook)
    write_whole(workbook, b"new")
    assert not left.exists()
    assert [path.name for path in workbook.parent.iterdir()] == ["tracker.xlsx"]


def test_the_next_opening_removes_it(workbook: Path) -> None:
    shutil.copy(EXAMPLE, workbook)
    left = left_behind(workbook)
    officer = Officer()
    officer.opens(workbook)
    assert not left.exists()
    assert officer.session.close()
    assert [path.name for path in workbook.parent.iterdir()] == ["tracker.xlsx"]


def test_what_is_being_written_stays(workbook: Path) -> None:
    left = left_behind(workbook)
    with left.open("rb+") as file:
        assert hold(file.fileno())
        clear_left_behind(workbook)
        assert left.exists()
    clear_left_behind(workbook)
    assert not left.exists()


def test_what_another_machine_writes_stays_for_a_day(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr("platform.node", lambda: "another")
        young, old = left_behind(workbook), left_behind(workbook, DAY_OLD)
    clear_left_behind(workbook)
    assert (young.exists(), old.exists()) == (True, False)


@pytest.mark.parametrize(
    "name",
    [
        "~a1b2c3d4e5f6.tmp",
        "~$tracker.xlsx",
        ".~lock.tracker.xlsx#",
        "~WRL0001.tmp",
        "tracker.xlsx.tmp",
        "~tracker.xlsx",
    ],
)
def test_what_is_not_ours_stays_whatever_its_age(workbook: Path, name: str) -> None:
    path = workbook.with_name(name)
    path.write_bytes(b"somebody's")
    os.utime(path, (DAY_OLD, DAY_OLD))
    clear_left_behind(workbook)
    assert path.exists()


def test_what_belongs_to_another_workbook_stays(workbook: Path) -> None:
    left = left_behind(workbook.with_name("other.xlsx"), DAY_OLD)
    clear_left_behind(workbook)
    assert left.exists()


def test_what_can_not_be_removed_or_looked_for_stops_nothing(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = left_behind(workbook)
    clear_left_behind(workbook.parent / "nowhere" / "tracker.xlsx")

    def refuse(*_asked: object) -> None:
        raise PermissionError

    with monkeypatch.context() as failing:
        failing.setattr(Path, "unlink", refuse)
        clear_left_behind(workbook)
    assert left.exists()
