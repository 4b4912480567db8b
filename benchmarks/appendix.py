"""How long an appendix takes, beside LibreOffice on the same lines: python benchmarks/appendix.py [--times N].

*appendix* is from an open tracker to the PDF on the disk, the first time in its process, as in the window. *command* is
the whole process of `main.py appendix`. LibreOffice converts the workbook of the same lines to PDF, in a process of its
own from a profile that has been used before.
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

from calc import LibreOffice
from figures import CALC, OURS, Figures
from machine import machine

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "resources" / "examples" / "savings-tracker-2017-18.xlsx"
ACT = ROOT / "benchmarks" / "acts" / "appendix.py"
LINES, MANY = 67, 1_000


def main(times: int) -> None:
    """Measure and print the table."""
    figures = Figures()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for lines in (LINES, MANY):
            figures.add("appendix", lines, OURS, "s", [_first(lines, folder) for _ in range(times)])
        figures.add("command", LINES, OURS, "s", _repeated(times, lambda: _command(folder)))
        if shutil.which("soffice"):
            office = LibreOffice(folder, EXAMPLE)
            figures.add("command", LINES, CALC, "s", _repeated(times, lambda: _converted(office, EXAMPLE, folder)))
    print("\n".join(f"{name}: {words}" for name, words in machine().items()))
    print(f"\n{figures.table()}")


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
    command = [sys.executable, str(ACT), str(EXAMPLE), str(lines), str(folder / "appendix.pdf")]
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=_python()).stdout
    return float(json.loads(told)["seconds"][0])


def _command(folder: Path) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "appendix", str(EXAMPLE), "-o", str(folder), "--overwrite"]
    subprocess.run(command, check=True, capture_output=True, env=_python())


def _python() -> dict[str, str]:
    """The environment in which the acts find the program; nothing of the user's own is read or written."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": os.devnull, "XDG_DATA_HOME": os.devnull}


def _converted(office: LibreOffice, tracker: Path, folder: Path) -> None:
    user = next(part for part in office.command(tracker) if part.startswith("-env:UserInstallation"))
    command = ["soffice", user, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(tracker)]
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    described = argparse.ArgumentParser(description=__doc__)
    described.add_argument("--times", type=int, default=5, metavar="N", help="how often each is measured")
    main(described.parse_args().times)
