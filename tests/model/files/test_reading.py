"""Files that are begun to be read before they are asked for."""

import shutil
from pathlib import Path

import pytest

import model
from model.door import open_tracker
from model.files.cells_ahead import CellsAhead
from model.files.fingerprint import digest_of
from model.files.grid import read_grids
from model.files.reading import read_year
from model.own_workbook import own_workbook
from model.refusals import Refusal
from model.resources import RESOURCES

EXAMPLE = RESOURCES / "examples" / "savings-tracker-2020-21.xlsx"
OLDER = RESOURCES / "examples" / "savings-tracker-2017-18.xlsx"


def test_cells_that_were_read_ahead_are_those_of_the_file() -> None:
    cells = CellsAhead([EXAMPLE, OLDER])
    assert read_year(OLDER, cells=cells) == read_year(OLDER)
    assert cells(EXAMPLE) == read_grids(EXAMPLE)


def test_a_file_that_was_not_begun_is_read_when_it_is_asked_for() -> None:
    assert CellsAhead([])(EXAMPLE) == read_grids(EXAMPLE)


def test_a_refusal_comes_when_the_file_is_asked_for(tmp_path: Path) -> None:
    missing = tmp_path / "missing.xlsx"
    cells = CellsAhead([missing, EXAMPLE])
    with pytest.raises(Refusal, match=r"missing\.xlsx"):
        cells(missing)
    assert cells(EXAMPLE) == read_grids(EXAMPLE)


def test_a_file_is_read_anew_the_second_time(tmp_path: Path) -> None:
    path = Path(shutil.copy(EXAMPLE, tmp_path / "tracker.xlsx"))
    cells = CellsAhead([path])
    assert cells(path) == read_grids(EXAMPLE)
    shutil.copy(OLDER, path)
    assert cells(path) == read_grids(OLDER)


def test_a_file_that_changes_after_it_was_read_ahead_is_told_from_what_was_read(tmp_path: Path) -> None:
    path = Path(shutil.copy(EXAMPLE, tmp_path / "tracker.xlsx"))
    read = CellsAhead([path])(path)
    shutil.copy(OLDER, path)
    year = read_year(path, cells=lambda _path: read)
    assert year.digest == digest_of(EXAMPLE.read_bytes())
    own = own_workbook(path, year)
    assert own
    assert own.changed_outside


def test_the_door_for_scripts_opens_when_it_is_asked_for() -> None:
    assert model.open_tracker is open_tracker
    with pytest.raises(AttributeError, match="no attribute 'a_window'"):
        model.a_window  # noqa: B018
