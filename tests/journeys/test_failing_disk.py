"""Whichever call of a save fails, the workbook is whole, the officer is told, and the edits stay."""

import errno
import os
import shutil
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from model.files.reading import read_year
from model.prompts import Answer
from model.resources import EXAMPLE
from officer import Officer
from power_cut import is_system_call, state

LEAST_CALLS = 10
CODES = (errno.ENOSPC, errno.EACCES, errno.EIO)
# Each call fails in one way; in a campaign (CONTRIBUTING.md) in every way.
TURNS = range(len(CODES) if os.environ.get("HYPOTHESIS_PROFILE") == "campaign" else 1)
FILE_CALLS = (
    "open", "write", "close", "flush", "fsync", "rename", "replace", "chmod", "unlink", "remove", "mkdir", "ftruncate",
    "utime", "sendfile", "copy_file_range", "listdir", "scandir", "readinto", "read", "lseek",
)  # fmt: skip


class Failing:
    """Lets one call that changes or reads a file fail, as the system would, and counts them all."""

    def __init__(self, fail_at: int, error: OSError) -> None:
        self.count = 0
        self.failed = ""
        self._fail_at = fail_at
        self._error = error

    def look(self, _frame: FrameType, event: str, called: Any) -> None:
        """Sees every call; what it raises is raised in the call's place."""
        if event == "c_call" and touches_a_file(called):
            self.count += 1
            if self.count == self._fail_at:
                self.failed = called.__qualname__
                raise self._error


def touches_a_file(called: Any) -> bool:
    """Whether a function of C opens, writes, names or removes a file."""
    return is_system_call(called) and called.__name__ in FILE_CALLS


def edited(workbook: Path) -> Officer:
    """An officer whose edits are not saved yet."""
    shutil.copy(EXAMPLE, workbook)
    officer = Officer()
    officer.opens(workbook)
    officer.types("A/R.6.266", "forecast_q4", "-90")
    officer.types("A/R.6.176", "commentary", "Late by a quarter")
    officer.prompts.chosen = None
    return officer


def saves(officer: Officer, failing: Failing) -> bool:
    """Saves while one call fails."""
    sys.setprofile(failing.look)
    try:
        return officer.session.save()
    finally:
        sys.setprofile(None)


@pytest.mark.slow
@pytest.mark.parametrize("turn", TURNS)
def test_whatever_call_of_a_save_fails_the_workbook_is_whole_and_the_edits_stay(tmp_path: Path, turn: int) -> None:
    workbook = tmp_path / "council" / "tracker.xlsx"
    workbook.parent.mkdir()
    before = state(read_year(EXAMPLE))
    counting, first = Failing(0, OSError()), edited(workbook)
    assert saves(first, counting)
    assert first.session.close()
    after = state(read_year(workbook))
    assert counting.count > LEAST_CALLS
    for fail_at in range(1, counting.count + 1):
        officer = edited(workbook)
        code = CODES[(fail_at + turn) % len(CODES)]
        failing = Failing(fail_at, OSError(code, os.strerror(code)))
        saved = saves(officer, failing)
        assert state(officer.tracker.year) == after, failing.failed
        assert state(read_year(workbook)) == (after if saved else before), failing.failed
        assert saved or officer.prompts.asked or officer.prompts.refused, failing.failed
        assert officer.document.unsaved == (0 if saved else 2)
        officer.prompts.unsaved = Answer.DISCARD
        assert officer.session.close()
        assert [path.name for path in workbook.parent.iterdir()] == ["tracker.xlsx"], failing.failed
