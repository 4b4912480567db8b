"""How long it takes to compare two trackers of many lines: python benchmarks/comparing.py [--times N].

*two periods* are of one year, a third of the lines with another forecast; *two years* are of other savings, one in
seven of them under a reference of the earlier year. Each is the first comparison of its process, after both trackers
are read, until all is there that a window shows: *lineage* (which line is which saving), *rows* with what differs,
*totals* and counts. Then a *filter* by text, and within a year the *movement*; *command* is all of `main.py compare`.
*window, made* is all that in its thread, *window, shown* from there until the table is painted, and *window, decided*
from the officer's word about a row until the table has followed.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from figures import OURS, Figures
from machine import machine

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "resources" / "examples"
ACTS = ROOT / "benchmarks" / "acts"
EARLIER, LATER = EXAMPLES / "savings-tracker-2017-18.xlsx", EXAMPLES / "savings-tracker-2020-21.xlsx"
SIZES = (500, 10_000)
BOTH_EXAMPLES = 107
WINDOW = (", window, made", ", window, shown", ", window, decided")
PARTS = ("", ", lineage", ", rows", ", totals", ", filter", ", movement")


def main(times: int) -> None:
    """Measure and print the table."""
    figures = Figures()
    for lines in SIZES:
        for what, more in (("two periods", []), ("two years", ["other year"])):
            for act, parts in (("compare.py", PARTS), ("compare_window.py", WINDOW)):
                measured = [_compared(act, lines, more) for _ in range(times)]
                for part, seconds in zip(parts, zip(*measured, strict=True), strict=True):
                    figures.add(f"{what}{part}", lines, OURS, "s", seconds)
    figures.add("command", BOTH_EXAMPLES, OURS, "s", [_command() for _ in range(times)])
    print("\n".join(f"{name}: {words}" for name, words in machine().items()))
    print(f"\n{figures.table()}")


def _compared(act: str, lines: int, more: list[str]) -> list[float]:
    """Give the seconds of the first comparison of a process, and of its parts."""
    command = [sys.executable, str(ACTS / act), str(LATER), str(lines), *more]
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=_python()).stdout
    return [float(seconds) for seconds in json.loads(told)["seconds"]]


def _command() -> float:
    command = [sys.executable, str(ROOT / "main.py"), "compare", str(EARLIER), str(LATER), "--json"]
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=_python())
    return time.perf_counter() - begun


def _python() -> dict[str, str]:
    """The environment in which the acts find the program; nothing of the user's own is read or written."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "benchmarks")])
    return {**os.environ, "PYTHONPATH": paths, "XDG_CONFIG_HOME": os.devnull, "XDG_DATA_HOME": os.devnull}


if __name__ == "__main__":
    described = argparse.ArgumentParser(description=__doc__)
    described.add_argument("--times", type=int, default=5, metavar="N", help="how often each is measured")
    main(described.parse_args().times)
