"""An officer's work in a process of its own that is killed at a chosen point, for tests of what is left then.

As a script it takes orders on its input, one a line of JSON, and forks for each: everything is loaded by then.
"""

import hashlib
import io
import json
import os
import random
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from model.entries import shown
from model.fields import FIELD
from model.rating import rating_of
from model.tracker import Tracker
from model.year import Year
from officer import Officer

KEYS = ("forecast_q1", "forecast_q2", "forecast_q3", "forecast_q4", "forecast_total", "commentary", "complete")
ACTS = 12
SYSTEM = ("posix", "fcntl")
FILES = (io.FileIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.TextIOWrapper)


@dataclass(frozen=True)
class Order:
    """One run: where to work, which acts, and before which call to be killed; 0 lives to the end.

    Attributes:
        seed: chooses the acts.
        kill_at: the number of the call, counted from the first act.
        system_calls: whether only calls of the system are counted, or all that Python makes into C.
    """

    workbook: str
    home: str
    report: str
    seed: int
    kill_at: int
    system_calls: bool


def state(year: Year) -> str:
    """Everything that a tracker shows, in short."""
    lines = [
        [shown(saving, key) for key in FIELD if key != "rating"] + [rating_of(saving, year.scheme).name]
        for saving in year
    ]
    return hashlib.sha256(json.dumps(lines).encode()).hexdigest()[:16]


def acts(tracker: Tracker, seed: int) -> list[tuple[str, ...]]:
    """What the officer does: mostly types, at times takes back, does again, or saves."""
    chance = random.Random(seed)  # noqa: S311 - the same acts on every run
    references = [saving.reference for saving in tracker.year]
    chosen: list[tuple[str, ...]] = []
    for number in range(ACTS):
        kind = chance.choice(["type"] * 6 + ["undo", "redo", "save", "save"])
        key = chance.choice(KEYS)
        text = {"commentary": f"Said {number}", "complete": chance.choice(["Yes", "No"])}.get(key, str(-number * 7))
        chosen.append((kind, chance.choice(references), key, text))
    return chosen


def work(order: Order) -> None:
    """Opens the workbook, does the acts, and reports each once it is done and shown."""
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        os.environ[variable] = order.home
    report = os.open(order.report, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    officer = Officer()
    officer.opens(Path(order.workbook))
    counted = Counted(order.kill_at, only_system=order.system_calls)
    sys.setprofile(counted.look)
    for act in acts(officer.tracker, order.seed):
        carry_out(officer, act)
        os.write(report, f"{act[0]} {state(officer.tracker.year)}\n".encode())
    sys.setprofile(None)
    os.write(report, f"calls {counted.count}\n".encode())


def carry_out(officer: Officer, act: tuple[str, ...]) -> None:
    """Does one act."""
    kind, reference, key, text = act
    todo: dict[str, Callable[[], object]] = {
        "type": lambda: officer.types(reference, key, text),
        "undo": officer.document.undo,
        "redo": officer.document.redo,
        "save": officer.session.save,
    }
    todo[kind]()


class Counted:
    """Counts calls, and has the process killed before one of them."""

    def __init__(self, kill_at: int, *, only_system: bool) -> None:
        self.count = 0
        self._kill_at = kill_at
        self._only_system = only_system

    def look(self, _frame: FrameType, event: str, called: Any) -> None:
        """Sees every call; the system kills the process as it would by any other hand: nothing is tidied up."""
        if event != "c_call" or (self._only_system and not is_system_call(called)):
            return
        self.count += 1
        if self.count == self._kill_at:
            os.kill(os.getpid(), signal.SIGKILL)


def is_system_call(called: Any) -> bool:
    """Whether a function of C asks the system for something: a file, mostly."""
    return getattr(called, "__module__", None) in SYSTEM or isinstance(getattr(called, "__self__", None), FILES)


def serve() -> None:
    """Carries out orders; answers each with the signal that ended it."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            work(Order(**json.loads(line)))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{status}\n")
        sys.stdout.flush()


def as_line(order: Order) -> str:
    """An order as a line for the script."""
    return f"{json.dumps(asdict(order))}\n"


if __name__ == "__main__":
    serve()
