"""How long an appendix takes, beside LibreOffice on the same lines: python benchmarks/appendix.py [--times N].

*appendix* is from an open tracker to the PDF on the disk, the first time in its process, as in the window. *command* is
the whole process of `main.py appendix`. LibreOffice converts the workbook of the same lines to PDF, in a process of its
own from a profile that has been used before. *first page* is from the click in the program's window until the first
page is painted there, the first time in its process, and *longest stop* how long the window stood still meanwhile.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from calc import LibreOffice
from figures import CALC, OURS, Figures, markdown
from machine import machine
from targets import Target, result

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "resources" / "examples" / "savings-tracker-2017-18.xlsx"
ACTS = ROOT / "benchmarks" / "acts"
LINES, MANY = 67, 1_000
TARGETS = (
    Target("first page in the preview in under 1 s at 67 lines", "first page", LINES, 1),
    Target("the PDF of an open tracker in at most half of LibreOffice's time", "appendix", LINES, 0.5, CALC),
    Target("the same by a command of its own", "command", LINES, 0.5, CALC),
    Target("the window never still for 100 ms at 67 lines", "longest stop", LINES, 100),
    Target("the window never still for 100 ms at 1,000 lines", "longest stop", MANY, 100),
)


def main(times: int) -> None:
    """Measure and print the table."""
    figures = Figures()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for lines in (LINES, MANY):
            figures.add("appendix", lines, OURS, "s", [_first(lines, folder) for _ in range(times)])
            told = [_in_window(_tracker(lines, folder)) for _ in range(times)]
            figures.add("first page", lines, OURS, "s", [one["seconds"][0] for one in told])
            figures.add("longest stop", lines, OURS, "ms", [one["pause"] for one in told])
        figures.add("command", LINES, OURS, "s", _repeated(times, lambda: _command(folder)))
        if shutil.which("soffice"):
            office = LibreOffice(folder, EXAMPLE)
            converted = _repeated(times, lambda: _converted(office, EXAMPLE, folder))
            for what in ("appendix", "command"):
                figures.add(what, LINES, CALC, "s", converted)
    print("\n".join(f"{name}: {words}" for name, words in machine().items()))
    print(f"\n{figures.table()}\n")
    rows = [result(target, figures).row() for target in TARGETS]
    print(markdown(["target", "measured", "limit", ""], rows))


def _repeated(times: int, act: Callable[[], object]) -> list[float]:
    """Do something once unmeasured and then so many times; gives the seconds of each."""
    act()
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - begun)
    return seconds


def _first(lines: int, folder: Path) -> float:
    """Give the seconds that the first appendix of a process takes."""
    return float(_told("appendix.py", EXAMPLE, lines, folder / "appendix.pdf")["seconds"][0])


def _in_window(tracker: Path) -> dict[str, Any]:
    """Give what a window told of its first appendix."""
    return _told("appendix_window.py", tracker)


def _told(act: str, *arguments: object) -> dict[str, Any]:
    command = [sys.executable, str(ACTS / act), *map(str, arguments)]
    told: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, env=_python()).stdout)
    return told


def _tracker(lines: int, folder: Path) -> Path:
    """Give a workbook with so many lines: the example, or one that is made of its lines."""
    made = folder / f"{lines}.xlsx"
    if lines == LINES:
        return EXAMPLE
    if not made.exists():
        _told("appendix.py", EXAMPLE, lines, made)
    return made


def _command(folder: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "appendix", str(EXAMPLE), "-o", str(folder), "--overwrite"]
    subprocess.run(command, check=True, capture_output=True, env=_python())


def _python() -> dict[str, str]:
    """The environment in which the acts find the program; nothing of the user's own is read or written."""
    nothing = {"XDG_CONFIG_HOME": os.devnull, "XDG_DATA_HOME": os.devnull, "QT_QPA_PLATFORM": "offscreen"}
    return {**os.environ, **nothing, "PYTHONPATH": str(ROOT)}


def _converted(office: LibreOffice, tracker: Path, folder: Path) -> None:
    user = next(part for part in office.command(tracker) if part.startswith("-env:UserInstallation"))
    command = ["soffice", user, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(tracker)]
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    described = argparse.ArgumentParser(description=__doc__)
    described.add_argument("--times", type=int, default=5, metavar="N", help="how often each is measured")
    main(described.parse_args().times)
