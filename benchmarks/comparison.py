"""Runs every measurement, each in a process of its own, the programs by turns so that a busy moment hits them alike."""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from calc import LibreOffice
from figures import BARE, CALC, OPENPYXL, OURS, Figures
from screen import Launch, Screen

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
EXAMPLE = ROOT / "resources" / "examples" / "savings-tracker-2020-21.xlsx"
EXAMPLE_LINES = 40

NO_SCREEN = (
    "Xvfb is not installed: the launch is timed by the window itself, at its first painting, and without LibreOffice."
)
NO_CALC = "LibreOffice (soffice) is not installed: nothing is compared with it."


@dataclass(frozen=True)
class Plan:
    """What is measured: on trackers of which sizes, how often, with or without a screen and other programs."""

    sizes: tuple[int, ...]
    times: int
    edits: int
    others: bool

    @classmethod
    def quick(cls) -> "Plan":
        """Small and once."""
        return cls((EXAMPLE_LINES, 60), 1, 2, others=False)

    @classmethod
    def full(cls, times: int) -> "Plan":
        """Everything."""
        return cls((EXAMPLE_LINES, 500, 10_000), times, 50, others=True)


class Comparison:
    """One run; the figures fill up as it goes."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        """Keep what is made for the run in a folder."""
        self.figures = Figures()
        self.skipped: list[str] = []
        self.calc_version = ""
        self._plan, self._folder = plan, folder
        self._environment = _environment(folder)
        self._screen: Screen | None = None
        self._calc: LibreOffice | None = None

    def measure(self) -> None:
        """Make the trackers and measure everything on each."""
        trackers = self._trackers()
        with ExitStack() as stack:
            self._prepare(stack)
            for lines, path in trackers.items():
                self._launches(lines, path)
                self._acts("open", lines, path, {OURS: "tracker", OPENPYXL: "openpyxl", BARE: "calamine"})
                self._edits("edit", lines, path)
                self._edits("edit, findings listed", lines, path, "findings")
                self._acts("export", lines, path, {OURS: "tracker", OPENPYXL: "openpyxl"})

    def _trackers(self) -> dict[int, Path]:
        """Give the example and the trackers made from it, by their number of lines."""
        made = {lines: self._folder / f"tracker-{lines}.xlsx" for lines in self._plan.sizes}
        shutil.copy(EXAMPLE, made[EXAMPLE_LINES])
        sizes = [str(lines) for lines in made if lines != EXAMPLE_LINES]
        self._say(f"Making trackers of {' and '.join(sizes)} lines")
        script = [sys.executable, str(HERE / "samples.py"), str(self._folder), *sizes]
        subprocess.run(script, env=self._environment, check=True)
        return made

    def _prepare(self, stack: ExitStack) -> None:
        """Start a screen and LibreOffice, where they are wanted and there."""
        if not self._plan.others:
            return
        if not shutil.which("Xvfb"):
            self.skipped.append(NO_SCREEN)
            return
        self._screen = stack.enter_context(Screen())
        if not shutil.which("soffice"):
            self.skipped.append(NO_CALC)
            return
        self._calc = LibreOffice(self._folder, self._folder / f"tracker-{EXAMPLE_LINES}.xlsx")
        self.calc_version = LibreOffice.version()

    # launch

    def _launches(self, lines: int, path: Path) -> None:
        """Start each program by turns, the first time unmeasured."""
        seen: dict[str, list[Launch]] = {}
        for turn in range(1 + self._plan.times):
            self._say(f"{lines:,} lines: launch {turn or 'to warm up'}")
            for program, launch in self._launch_all(path).items():
                if turn:
                    seen.setdefault(program, []).append(launch)
        for program, launches in seen.items():
            self.figures.add("launch", lines, program, "s", [launch.seconds for launch in launches])
        for program, launches in seen.items():
            self.figures.add("memory", lines, program, "MB", [launch.megabytes for launch in launches])
            if deaf := sum(launch.answers is False for launch in launches):
                self.skipped.append(f"{program}, {lines:,} lines: after {deaf} of its launches no key was taken.")

    def _launch_all(self, path: Path) -> dict[str, Launch]:
        """Start each program once; in those for trackers a key is typed then, to see that the table takes it."""
        if self._screen is None:
            return {OURS: self._launch_unwatched(path)}
        commands = {OURS: [sys.executable, str(ROOT / "main.py"), str(path)]}
        if self._calc:
            commands[CALC] = self._calc.command(path)
        found = {}
        for program, command in commands.items():
            self._forget_the_last(path)
            found[program] = self._screen.launch(command, self._environment, types=True)
        bare = [sys.executable, str(HERE / "bare_window.py")]
        return found | {BARE: self._screen.launch(bare, self._environment)}

    def _forget_the_last(self, path: Path) -> None:
        """Take away what a program that was ended from outside leaves: its lock beside the file, its settings."""
        for stale in path.parent.glob(".~lock.*"):
            stale.unlink()
        for folder in ("config", "data", "state"):
            shutil.rmtree(self._folder / "home" / folder, ignore_errors=True)

    def _launch_unwatched(self, path: Path) -> Launch:
        self._forget_the_last(path)
        begun = time.perf_counter()
        command = [sys.executable, str(HERE / "acts" / "first_paint.py"), str(path)]
        with subprocess.Popen(command, env=self._environment, stdout=subprocess.PIPE, text=True) as process:
            told = json.loads(process.stdout.readline() if process.stdout else "{}")
            seconds = time.perf_counter() - begun
        return Launch(seconds, told["megabytes"])

    # acts in a process of their own

    def _acts(self, what: str, lines: int, path: Path, ways: dict[str, str]) -> None:
        for program, way in ways.items():
            self._say(f"{lines:,} lines: {what}, {program}")
            told = self._told(f"{what}_{way}.py", path, self._plan.times)
            self.figures.add(what, lines, program, "s", told["seconds"])

    def _edits(self, what: str, lines: int, path: Path, *more: str) -> None:
        self._say(f"{lines:,} lines: {what}")
        told = self._told("edit.py", path, self._plan.edits, *more)
        self.figures.add(what, lines, OURS, "ms", [1000 * seconds for seconds in told["seconds"]])

    def _told(self, script: str, path: Path, times: int, *more: str) -> dict[str, Any]:
        """Run one of the acts, on the screen if there is one, and give what it told."""
        self._forget_the_last(path)
        environment = self._environment | (self._screen.environment() if self._screen else {})
        command = [sys.executable, str(HERE / "acts" / script), str(path), str(times), *more]
        answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout
        told: dict[str, Any] = json.loads(answer)
        return told

    @staticmethod
    def _say(what: str) -> None:
        print(f"{what} …", file=sys.stderr, flush=True)


def _environment(folder: Path) -> dict[str, str]:
    """What the measured processes are told: as a user who has started the program before, with nobody's settings."""
    home = folder / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_STATE_HOME": home / "state",
        "PYTHONPYCACHEPREFIX": folder / "bytecode",
        "PYTHONPATH": ROOT,
    }
    return {"QT_QPA_PLATFORM": "offscreen", **kept, **{name: str(path) for name, path in own.items()}}
