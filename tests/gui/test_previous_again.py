"""A tracker that is opened again has its previous period again; one that is gone is said on the status line."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from driver import Driver
from gui.previous_again import GONE
from model.resources import EXAMPLES


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A tracker and that of the period before."""
    names = ("now.xlsx", "before.xlsx")
    one, two = (Path(shutil.copy(EXAMPLES / "savings-tracker-2020-21.xlsx", tmp_path / name)) for name in names)
    return one, two


@pytest.fixture
def closed(driver: Driver, files: tuple[Path, Path]) -> Driver:
    """An officer who named a previous period and closed the tracker."""
    driver.opens(files[0])
    driver.prompts.to_open = files[1]
    driver.chooses("set_previous")
    assert driver.tracker.previous
    driver.chooses("close_tracker")
    return driver


def test_the_previous_period_comes_back_with_its_tracker(
    closed: Driver, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    closed.opens(files[0])
    assert closed.tracker.previous is None
    qtbot.waitUntil(lambda: (closed.tracker.previous or closed.tracker.year).source == "before.xlsx")


def test_one_that_is_gone_or_of_another_year_is_said_in_passing(
    closed: Driver, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    shutil.copy(EXAMPLES / "savings-tracker-2017-18.xlsx", files[1])
    closed.opens(files[0])
    qtbot.waitUntil(lambda: closed.seen.status()[0].startswith("The previous period has to be one of 2020-21"))
    assert closed.tracker.previous is None
    closed.chooses("close_tracker")
    files[1].unlink()
    closed.opens(files[0])
    qtbot.waitUntil(lambda: closed.seen.status()[0] == GONE.format("before.xlsx"))


def test_nothing_comes_back_to_a_tracker_that_was_closed_again(
    closed: Driver, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    tracker = closed.opens(files[0]).tracker
    closed.chooses("close_tracker")
    with qtbot.waitSignal(closed.window._previous._reading.done):
        pass
    assert tracker.previous is None
