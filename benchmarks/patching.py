"""Measures one edited cell saved into a workbook, side by side with openpyxl's load and save and LibreOffice's convert.

uv run benchmarks/patching.py             everything, on trackers of 40, 500 and 10,000 lines
uv run benchmarks/patching.py --times 1   once each
uv run benchmarks/patching.py --act ours|openpyxl FILE TIMES    one program, as it is started for each measurement

Each is measured in a process of its own, by turns, so that what else the machine does meets all alike. Time is that on
the clock, and that of the processor. Memory is what the process holds at most, less what it held when everything was
imported; the sheet's part is what it holds unpacked.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT), str(HERE / "acts")]

import openpyxl  # noqa: E402 - found beside the project only from here on
from figures import CALC, OPENPYXL, OURS, Figures  # noqa: E402
from machine import machine  # noqa: E402
from timing import peak_megabytes, report, timed  # noqa: E402

from model.files.workbook_patch import patch_workbook  # noqa: E402

SIZES = (40, 500, 10_000)
SHEET, CELL = "xl/worksheets/sheet1.xml", "P9"
LIMITS = (
    "at most a tenth of openpyxl's time at 10,000 lines; under 100 ms at 40; memory 3 times the unpacked sheet part"
)


def by_us(path: Path, target: Path) -> None:
    """Save one cell into the workbook."""
    with zipfile.ZipFile(path) as package:
        sheet = package.read("xl/workbook.xml").partition(b'<sheet name="')[2].partition(b'"')[0].decode()
    patch_workbook(path, target, {(sheet, CELL): -7})


def by_openpyxl(path: Path, target: Path) -> None:
    """Load the workbook, set the cell and save."""
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0][CELL] = -7
    workbook.save(target)


ACTS: dict[str, Callable[[Path, Path], None]] = {"ours": by_us, "openpyxl": by_openpyxl}


def act(name: str, path: Path, times: int) -> None:
    """Do one of them in this process, and tell how long it took and what it held."""
    before = peak_megabytes() or 0
    busy: list[float] = []

    def once(target: Path) -> None:
        begun = time.process_time()
        ACTS[name](path, target)
        busy.append(time.process_time() - begun)

    with tempfile.TemporaryDirectory() as folder:
        seconds = timed(lambda: once(Path(folder) / "saved.xlsx"), times)
    report(seconds, busy=busy[1:], held=(peak_megabytes() or 0) - before)


def told(name: str, path: Path, times: int) -> dict[str, Any]:
    """Have another process do it."""
    command = [sys.executable, __file__, "--act", name, str(path), str(times)]
    answer: dict[str, Any] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    return answer


def by_libreoffice(path: Path, folder: Path, times: int) -> list[float]:
    """Let LibreOffice convert the workbook, its start included; the first time makes its profile."""
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
    ]
    seconds = []
    for _ in range(times + 1):
        begun = time.perf_counter()
        subprocess.run([*command, "--outdir", str(folder / "out"), str(path)], check=True, capture_output=True)
        seconds.append(time.perf_counter() - begun)
    return seconds[1:]


def measure(folder: Path, times: int) -> tuple[Figures, dict[str, float]]:
    """Measure everything; gives the figures, and what ours is to what it is compared with, with the most lines."""
    script = [sys.executable, str(HERE / "samples.py"), str(folder), *map(str, SIZES)]
    subprocess.run(script, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    figures, shares = Figures(), {}
    for lines in SIZES:
        path = folder / f"tracker-{lines}.xlsx"
        print(f"{lines:,} lines …", file=sys.stderr, flush=True)
        by_turns = [(told("ours", path, 1), told("openpyxl", path, 1)) for _ in range(times)]
        for program, seen in zip((OURS, OPENPYXL), zip(*by_turns, strict=True), strict=True):
            figures.add("save one cell", lines, program, "s", [each["seconds"][0] for each in seen])
            figures.add("processor time", lines, program, "s", [each["busy"][0] for each in seen])
            figures.add("memory for it", lines, program, "MB", [each["held"] for each in seen])
        if shutil.which("soffice"):
            figures.add("save one cell", lines, CALC, "s", by_libreoffice(path, folder, min(times, 3)))
        with zipfile.ZipFile(path) as package:
            part = package.getinfo(SHEET).file_size / 1024 / 1024
        ours, other = zip(*by_turns, strict=True)
        shares = {
            "time to openpyxl's": _median(ours, "seconds") / _median(other, "seconds"),
            "processor time to openpyxl's": _median(ours, "busy") / _median(other, "busy"),
            "memory to the unpacked sheet part": statistics.median(each["held"] for each in ours) / part,
        }
    return figures, shares


def _median(seen: Sequence[dict[str, Any]], what: str) -> float:
    return statistics.median(each[what][0] for each in seen)


def main() -> int:
    """Measure and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5, help="how often each is measured (%(default)s)")
    parser.add_argument("--act", nargs=3, metavar=("PROGRAM", "FILE", "TIMES"), help="one program, in this process")
    asked = parser.parse_args()
    if asked.act:
        act(asked.act[0], Path(asked.act[1]), int(asked.act[2]))
        return 0
    with tempfile.TemporaryDirectory(prefix="patching-") as folder:
        figures, shares = measure(Path(folder), asked.times)
    print("\n".join(f"{name}: {value}" for name, value in machine().items()))
    print(f"\n{figures.table()}\n\nTo reach: {LIMITS}.")
    print("\n".join(f"{what}, at {max(SIZES):,} lines: {share:.2f}" for what, share in shares.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
