"""Whenever the program is killed, the workbook is whole, before or after a save, and no change that was shown is lost.

The long form kills some hundreds of times: `HYPOTHESIS_PROFILE=campaign`.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.files.reading import read_year
from model.prompts import Rescued
from model.resources import EXAMPLE
from officer import Officer
from power_cut import Order, as_line, state
from sources import ROOT

KILLS = 400 if os.environ.get("HYPOTHESIS_PROFILE") == "campaign" else 16
SEEDS = 40 if KILLS > 16 else 2


class Works:
    """The process that forks one worker for each run."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path, home: Path) -> None:
        self._process = process
        self.folder = folder / "council"
        self.workbook = self.folder / "tracker.xlsx"
        self.home = home
        self._report = folder / "report"

    def run(self, seed: int, kill_at: int = 0, *, system_calls: bool = True) -> tuple[list[tuple[str, str]], int]:
        """Works on a fresh copy of the workbook; gives what was done, and the signal that ended it."""
        for left in (self.folder, self.home):
            shutil.rmtree(left, ignore_errors=True)
        self.folder.mkdir(parents=True)
        shutil.copy(EXAMPLE, self.workbook)
        self._report.unlink(missing_ok=True)
        order = Order(str(self.workbook), str(self.home), str(self._report), seed, kill_at, system_calls)
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(as_line(order))
        self._process.stdin.flush()
        status = int(self._process.stdout.readline())
        done = [line.split() for line in self._report.read_text("utf-8").splitlines()]
        return [(act, result) for act, result in done], os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


@pytest.fixture
def works(tmp_path: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Works]:
    """The process, with everything loaded."""
    home = own_folders / "all"
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(home))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}
    command = [sys.executable, str(ROOT / "tests" / "power_cut.py")]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Works(process, tmp_path, home)


def recovered() -> Officer:
    """The next start, at which everything that is offered is restored."""
    officer = Officer()
    officer.prompts.rescued = Rescued.RESTORE
    officer.session.rescue.offer()
    return officer


def assert_nothing_is_lost(works: Works, before: str, whole: list[tuple[str, str]], done: int) -> None:
    """The workbook is as after the last save or the next; every change that was shown is there again."""
    states = [before, *(shown for _act, shown in whole)]
    saves = [before, *(shown for act, shown in whole if act == "save")]
    saved = sum(act == "save" for act, _shown in whole[:done])
    assert state(read_year(works.workbook)) in saves[saved : saved + 2]
    officer = recovered()
    if not officer.session.documents:
        officer.opens(works.workbook)
    # The act that was going on may have been kept before it could be shown.
    assert state(officer.tracker.year) in states[done : done + 2], (done, officer.prompts.told)
    assert officer.prompts.refused == []
    if officer.document.unsaved:
        assert officer.session.save(), officer.prompts.refused
    assert state(read_year(works.workbook)) == state(officer.tracker.year)
    assert officer.session.close()
    assert [path.name for path in works.folder.iterdir()] == ["tracker.xlsx"]
    assert Officer().session.rescue.unfinished() == ()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="a worker is forked for each kill")
@pytest.mark.parametrize("system_calls", [True, False], ids=["at a system call", "anywhere"])
def test_after_a_kill_at_any_point_the_workbook_is_whole_and_every_change_is_there(
    works: Works, system_calls: bool
) -> None:
    before = state(read_year(EXAMPLE))
    chance = random.Random(7)  # noqa: S311 - the same points on every run
    runs = [works.run(seed, system_calls=system_calls)[0] for seed in range(SEEDS)]
    for number in range(KILLS // 2):
        seed = number % SEEDS
        *whole, (_calls, calls) = runs[seed]
        done, ended_by = works.run(seed, chance.randrange(1, int(calls)), system_calls=system_calls)
        assert ended_by == signal.SIGKILL
        assert done == whole[: len(done)]
        assert_nothing_is_lost(works, before, whole, len(done))
