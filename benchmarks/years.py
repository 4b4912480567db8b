"""How long a folder of monthly trackers takes: python benchmarks/years.py [--times N] [--trackers N] [--lines N].

Every figure is of a process of its own. *read* is from the folder to every tracker's lines; *table* adds pandas itself,
the long table and every sum that is made of it; *command* is the whole of `main.py history FOLDER --csv OUT`; *csv*,
*xlsx* and *parquet* write the table alone. *two threads* and *two processes* read the same files in other ways: why the
program reads them one after the other.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from figures import markdown
from machine import machine

ROOT = Path(__file__).resolve().parents[1]
ACT = ROOT / "benchmarks" / "acts" / "years.py"
WAYS = ("read", "table", "csv", "xlsx", "parquet", "two threads", "two processes")
LIMIT = 5.0


def main(times: int, trackers: int, lines: int) -> None:
    """Measure and print the tables."""
    with tempfile.TemporaryDirectory(prefix="years-") as name:
        folder = Path(name) / "trackers"
        folder.mkdir()
        _act("make", folder, str(trackers), str(lines))
        rows = [(way, *_shown([_act(way, folder) for _ in range(times)])) for way in WAYS]
        rows.append(("command", *_shown([_command(folder) for _ in range(times)])))
    about = {**machine(), **{library: version(library) for library in ("pandas", "pyarrow")}}
    print(markdown(["measured on", ""], about.items()))
    print(f"\n{markdown([f'{trackers} trackers of {lines} lines', 'seconds', 'memory'], rows)}")
    print(f"\nTo reach: {LIMIT:.0f} s from the folder to the table.")


def _shown(measured: Sequence[tuple[float, float]]) -> tuple[str, str]:
    seconds = sorted(one for one, _ in measured)
    spread = f"{seconds[len(seconds) // 2]:.2f} ({seconds[0]:.2f}–{seconds[-1]:.2f})"
    megabytes = max(one for _, one in measured)
    return spread, f"{megabytes:.0f} MB" if megabytes else ""


def _act(way: str, folder: Path, *more: str) -> tuple[float, float]:
    """Give the seconds and the megabytes of one way, in a process of its own."""
    command = [sys.executable, str(ACT), way, str(folder), *more]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, env=_python()).stdout)
    return float(told["seconds"][0]), float(told["megabytes"] or 0)


def _command(folder: Path) -> tuple[float, float]:
    out = str(folder.parent / "out.csv")
    command = [sys.executable, str(ROOT / "main.py"), "history", str(folder), "--csv", out, "--overwrite"]
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=_python())
    return time.perf_counter() - begun, 0


def _python() -> dict[str, str]:
    """The environment in which the acts find the program; nothing of the user's own is read or written."""
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "benchmarks"))),
        "XDG_CONFIG_HOME": os.devnull,
        "XDG_DATA_HOME": os.devnull,
    }


if __name__ == "__main__":
    described = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    described.add_argument("--times", type=int, default=5, metavar="N", help="how often each is measured")
    described.add_argument("--trackers", type=int, default=120, metavar="N", help="how many trackers")
    described.add_argument("--lines", type=int, default=100, metavar="N", help="how many lines each has")
    given = described.parse_args()
    main(given.times, given.trackers, given.lines)
