"""The previous period that was named for a tracker is remembered by its file."""

import shutil
from pathlib import Path

import pytest

from model.kept_lineage import KeptLineage
from model.previous_period import PreviousPeriod
from model.resources import EXAMPLES
from officer import Officer


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A tracker and that of the period before."""
    names = ("now.xlsx", "before.xlsx")
    one, two = (Path(shutil.copy(EXAMPLES / "savings-tracker-2020-21.xlsx", tmp_path / name)) for name in names)
    return one, two


def names_it(officer: Officer, previous: Path) -> PreviousPeriod:
    """Names a file as the previous period of the tracker in front."""
    period = PreviousPeriod(officer.session, KeptLineage())
    officer.prompts.to_open = previous
    assert period.name(officer.document)
    return period


def test_it_is_remembered_until_none_is_named(files: tuple[Path, Path]) -> None:
    officer = Officer()
    officer.opens(files[0])
    period = names_it(officer, files[1])
    kept = officer.session.previous.of(files[0])
    assert kept
    assert kept.path == files[1]
    year = officer.session.read_quietly(kept.path, kept.sheet)
    assert len(year.savings) == 40
    officer.prompts.chosen = 1
    assert period.name(officer.document)
    assert officer.session.previous.of(files[0]) is None


def test_it_follows_a_tracker_that_is_saved_under_another_name(files: tuple[Path, Path], tmp_path: Path) -> None:
    officer = Officer()
    officer.opens(files[0])
    names_it(officer, files[1])
    assert officer.saves_as(tmp_path / "new.xlsx")
    kept = officer.session.previous.of(tmp_path / "new.xlsx")
    assert kept
    assert kept.path == files[1]


def test_an_example_without_a_file_is_not_remembered(files: tuple[Path, Path]) -> None:
    officer = Officer()
    officer.session.open_example()
    officer.opens(files[0])
    officer.prompts.chosen = 0
    assert PreviousPeriod(officer.session, KeptLineage()).name(officer.document)
    assert officer.session.previous.of(files[0]) is None
