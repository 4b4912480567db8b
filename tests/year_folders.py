"""Folders of trackers for tests: each of some lines, a year and a period, last changed when a test says."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from builders import a_saving, a_year
from model.files.council_workbook import write_workbook
from model.saving import Saving
from model.year import Year
from model.years import KnownTracker, Trackers, in_order
from model.years.period import period_in
from model.years.table import LongTable, long_table

MADE = datetime(2020, 7, 1, tzinfo=UTC)


def a_file(path: Path, *savings: Saving, year: str = "2020-21", period: str = "", changed: int = 0) -> Path:
    """Write a tracker as a workbook; `changed` is how many seconds after the first test it was changed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    title = f"Savings Tracker {year}".strip()
    write_workbook(a_year(*(savings or (a_saving(),)), title=title, year=year, period=period), path, MADE)
    os.utime(path, (1_600_000_000 + changed,) * 2)
    return path


def known(*savings: Saving, year: str = "2020-21", period: str = "", name: str = "", **more: Any) -> KnownTracker:
    """Give a tracker as if it had been read from a file."""
    content: Year = a_year(*savings, year=year, period=period, **more)
    name = name or f"{year} {period}.xlsx".strip()
    return KnownTracker(name, Path(name), content, year, period_in(period, year), MADE)


def trackers(*of: KnownTracker) -> Trackers:
    """Put trackers in their order."""
    return in_order(of)


def table(*of: KnownTracker) -> LongTable:
    """Give the long table of some trackers."""
    return long_table(in_order(of))
