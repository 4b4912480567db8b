"""Long work of a session is waited for through a port, and reading may be stopped."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import a_saving, a_year
from fake_prompts import FakePrompts
from model.prompts import Here, Result, Said, Stopped
from model.recent import RecentFiles
from model.session import Choose, Session
from model.year import Year


class Waits:
    """Notes what is waited for, and whether it may be stopped; stops it where the test has it so."""

    def __init__(self) -> None:
        self.words: list[tuple[str, bool]] = []
        self.asked_here = 0
        self.stops = False

    def __call__(self, words: str, work: Callable[[Here], Result], /, *, may_stop: bool = False) -> Result:
        self.words.append((words, may_stop))
        if self.stops and may_stop:
            raise Stopped
        return work(self.here)

    def here(self, question: Callable[[], Said], /) -> Said:
        self.asked_here += 1
        return question()


def read(path: Path, choose: Choose) -> Year:
    """Reads any file; a workbook of two asks which sheet is meant."""
    if "two" in path.name:
        choose(["2020-21", "Copy"])
    return a_year(a_saving("A"))


@pytest.fixture
def prompts() -> FakePrompts:
    """The officer."""
    return FakePrompts()


@pytest.fixture
def patience() -> Waits:
    """What waits for long work."""
    return Waits()


@pytest.fixture
def session(prompts: FakePrompts, patience: Waits, tmp_path: Path) -> Session:
    """A session whose long work is waited for."""
    return Session(prompts, read, RecentFiles(tmp_path / "settings"), patience=patience)


def test_reading_may_be_stopped_and_writing_may_not(
    session: Session, patience: Waits, prompts: FakePrompts, tmp_path: Path
) -> None:
    assert session.open(tmp_path / "a.csv")
    prompts.to_write = Path()
    assert session.export()
    assert patience.words == [("Opening “a.csv”", True), ("Writing “a.xlsx”", False)]


def test_a_file_that_is_not_waited_for_is_not_opened_and_nothing_is_said(
    session: Session, patience: Waits, prompts: FakePrompts, tmp_path: Path
) -> None:
    patience.stops = True
    assert session.open(tmp_path / "a.csv") is None
    assert (session.documents, session.recent.paths, prompts.refused) == ([], (), [])


def test_which_sheet_is_meant_is_asked_where_the_officer_can_answer(
    session: Session, patience: Waits, prompts: FakePrompts, tmp_path: Path
) -> None:
    assert session.open(tmp_path / "two.xlsx")
    assert patience.asked_here == 1
    assert prompts.asked == ["“two.xlsx” holds several trackers. Open which sheet?: 2020-21, Copy"]
