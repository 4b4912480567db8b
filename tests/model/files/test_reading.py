"""Files that are begun to be read before they are asked for."""

import shutil
from pathlib import Path

import pytest

from model.files.reading import ReadAhead, read_year
from model.refusals import Refusal
from model.resources import RESOURCES

EXAMPLE = RESOURCES / "examples" / "savings-tracker-2020-21.xlsx"
OLDER = RESOURCES / "examples" / "savings-tracker-2017-18.xlsx"


def test_what_is_read_ahead_is_what_is_read() -> None:
    read = ReadAhead([EXAMPLE, OLDER])
    assert read(OLDER) == read_year(OLDER)
    assert read(EXAMPLE) == read_year(EXAMPLE)


def test_a_file_that_was_not_begun_is_read_when_it_is_asked_for() -> None:
    assert ReadAhead([])(EXAMPLE) == read_year(EXAMPLE)


def test_a_refusal_comes_when_the_file_is_asked_for(tmp_path: Path) -> None:
    missing = tmp_path / "missing.xlsx"
    read = ReadAhead([missing, EXAMPLE])
    with pytest.raises(Refusal, match=r"missing\.xlsx"):
        read(missing)
    assert len(read(EXAMPLE).savings) == 40


def test_a_file_is_read_anew_the_second_time(tmp_path: Path) -> None:
    path = Path(shutil.copy(EXAMPLE, tmp_path / "tracker.xlsx"))
    read = ReadAhead([path])
    assert len(read(path).savings) == 40
    shutil.copy(OLDER, path)
    assert len(read(path).savings) == 67
