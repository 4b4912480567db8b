"""Makes a folder of monthly trackers, or reads it in one of several ways: years.py WAY FOLDER [TRACKERS LINES]."""

import importlib
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType

from samples import MADE, a_year_of
from timing import report

from model.fields import FIELDS
from model.files.council_workbook import write_workbook
from model.files.reading import read_year
from model.resources import EXAMPLE
from model.year import Year
from model.years import read_trackers
from model.years.period import MONTHS, financial_year
from model.years.search import candidates

TOGETHER, AT_ONCE, FIRST_YEAR = 2, 10, 2010
SUMS = {
    "sums": ("by_year", "by_period", "by_committee", "by_rating"),
    "green": ("reprofiled", "prior_shortfalls"),
    "forecasts": ("earlier_forecasts",),
}


def make(folder: Path) -> float:
    """Write monthly trackers, one year after the other."""
    trackers, lines = map(int, sys.argv[3:])
    return _seconds(lambda: _make(folder, trackers, a_year_of(lines, read_year(EXAMPLE))))


def _make(folder: Path, trackers: int, lines: Year) -> None:
    for number in range(trackers):
        year, month = financial_year(FIRST_YEAR + number // MONTHS), number % MONTHS + 1
        content = replace(lines, title=f"Savings Tracker {year}", year=year, period=f"Month {month}")
        write_workbook(content, folder / f"Savings tracker {year} month {month:02}.xlsx", MADE)


def read(folder: Path) -> float:
    """Read every tracker."""
    return _seconds(lambda: read_trackers([folder]))


def table(folder: Path) -> float:
    """Read every tracker, load pandas, put the lines together and make every sum."""
    return _seconds(lambda: _all_sums(folder))


def write(form: str, folder: Path) -> float:
    """Write the table that has been made."""
    made = part("table").long_table(read_trackers([folder]))
    export = part("export").export
    with tempfile.TemporaryDirectory() as name:
        return _seconds(lambda: export(made, Path(name) / f"out{form}"))


def threads(folder: Path) -> float:
    """Read in threads."""
    with ThreadPoolExecutor(TOGETHER) as pool:
        return _seconds(lambda: list(pool.map(read_year, candidates([folder]).files)))


def processes(folder: Path) -> float:
    """Read in processes, each started anew as on every system, and have their lines sent back."""
    return _seconds(lambda: _in_processes(folder))


def _in_processes(folder: Path) -> None:
    with ProcessPoolExecutor(TOGETHER, multiprocessing.get_context("spawn")) as pool:
        list(pool.map(_plain_lines, candidates([folder]).files, chunksize=AT_ONCE))


def _plain_lines(path: Path) -> list[tuple[object, ...]]:
    """Give what a process can send: plain values."""
    return [tuple(saving.value(field.key) for field in FIELDS) for saving in read_year(path)]


def _all_sums(folder: Path) -> None:
    made = part("table").long_table(read_trackers([folder]))
    for name, sums in SUMS.items():
        for one in sums:
            getattr(part(name), one)(made)


def part(name: str) -> ModuleType:
    """Load what needs pandas when it is measured, as the program does."""
    return importlib.import_module(f"model.years.{name}")


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


WAYS: Mapping[str, Callable[[Path], float]] = {
    "make": make,
    "read": read,
    "table": table,
    "csv": partial(write, ".csv"),
    "xlsx": partial(write, ".xlsx"),
    "parquet": partial(write, ".parquet"),
    "two threads": threads,
    "two processes": processes,
}

if __name__ == "__main__":
    report([WAYS[sys.argv[1]](Path(sys.argv[2]))])
