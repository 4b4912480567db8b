"""How fast two trackers beside each other are: python benchmarks/beside.py [--times N] [--lines N] [--steps N].

*launch* is from the start of the process of `main.py A --beside B` until the screen shows both, seen from outside on a
screen of its own. *a line*, *a notch*, *a page* and *a column* are steps of scrolling one, until both are painted: the
median, and what all but one step in twenty stay under (p95). At 60 frames a second a step has 16.7 ms.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from figures import OURS, Figures, markdown  # noqa: E402 - found beside the project only from here on
from machine import machine  # noqa: E402
from samples import MADE, a_year_of  # noqa: E402
from screen import Screen  # noqa: E402

from model.files.council_workbook import write_workbook  # noqa: E402
from model.files.reading import read_year  # noqa: E402
from model.resources import EXAMPLE  # noqa: E402

ACT = ROOT / "benchmarks" / "acts" / "beside.py"
NAMES = ("quarter-2.xlsx", "quarter-1.xlsx")


def main(times: int, lines: int, steps: int) -> None:
    """Measure and print the tables."""
    figures = Figures()
    with tempfile.TemporaryDirectory(prefix="beside-") as name, Screen() as screen:
        folder = Path(name)
        trackers = write_trackers(folder, lines)
        environment = {**os.environ, **_folders(folder), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, str(ROOT / "main.py"), str(trackers[0]), "--beside", str(trackers[1])]
        launches = [screen.launch(command, environment) for _ in range(1 + times)][1:]
        figures.add("launch, two beside", lines, OURS, "s", [launch.seconds for launch in launches])
        figures.add("memory, two beside", lines, OURS, "MB", [launch.megabytes for launch in launches])
        act = [sys.executable, str(ACT), *map(str, trackers), str(steps)]
        told = subprocess.run(act, check=True, capture_output=True, text=True, env=environment | screen.environment())
    print("\n".join(f"{what}: {words}" for what, words in machine().items()))
    print(f"\n{figures.table()}\n\n{steps_table(json.loads(told.stdout)['steps'])}")


def write_trackers(folder: Path, lines: int) -> list[Path]:
    """Write two periods of one year: the same lines, with what was forecast in the one moved on in the other."""
    later = replace(a_year_of(lines, read_year(EXAMPLE)), title="Savings Tracker 2020-21", period="Quarter 2")
    moved = {saving.line: saving.but(forecast_q4=saving.plan_q4) for saving in later}
    paths = [folder / name for name in NAMES]
    for path, year in zip(paths, (later, replace(later.with_savings(moved), period="Quarter 1")), strict=True):
        write_workbook(year, path, MADE)
    return paths


def steps_table(steps: Mapping[str, list[float]]) -> str:
    """Give a Markdown table of the steps, in milliseconds."""
    rows = [
        (name, f"{1000 * median(taken):.1f} ms", f"{1000 * quantiles(taken, n=20)[-1]:.1f} ms")
        for name, taken in steps.items()
    ]
    return markdown(["a step of scrolling, both painted", "median", "p95"], rows)


def _folders(folder: Path) -> dict[str, str]:
    """Keep settings and data where they are thrown away."""
    return dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), str(folder / "own"))


if __name__ == "__main__":
    described = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    described.add_argument("--times", type=int, default=7, metavar="N", help="starts measured (%(default)s)")
    described.add_argument("--lines", type=int, default=500, metavar="N", help="lines of each tracker (%(default)s)")
    described.add_argument("--steps", type=int, default=200, metavar="N", help="steps of each kind (%(default)s)")
    given = described.parse_args()
    main(given.times, given.lines, given.steps)
