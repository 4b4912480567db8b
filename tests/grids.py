"""Sheets of a tracker in any wording, as the cells that the recogniser gets."""

from collections.abc import Sequence

from model.files.grid import Cell, Grid
from model.files.recognise import recognise
from model.year import Year

Rows = Sequence[Sequence[Cell]]

PLAN = ("Plan Q1", "Plan Q2", "Plan Q3", "Plan Q4")
FORECAST = ("Forecast Q1", "Forecast Q2", "Forecast Q3", "Forecast Q4")
HEADINGS = ("Ref", "Title", *PLAN, *FORECAST, "RAG")


def line(reference: Cell = "A/R.1", title: Cell = "A saving", rating: Cell = "Green", *more: Cell) -> list[Cell]:
    """Give a line under `HEADINGS`: -1 to -4 planned, -5 to -8 forecast, £000."""
    return [reference, title, -1, -2, -3, -4, -5, -6, -7, -8, rating, *more]


def a_sheet(*rows: Sequence[Cell], name: str = "Tracker", hidden: bool = False, kind: str = "xlsx") -> Grid:
    """Give a sheet of some rows."""
    return Grid(name, rows, kind, hidden)


def a_tracker(*lines: Sequence[Cell], headings: Sequence[str] = HEADINGS) -> Grid:
    """Give a sheet with a row of headings and some lines under it."""
    return a_sheet(headings, *lines)


def read_rows(*rows: Sequence[Cell], source: str = "tracker.xlsx") -> Year:
    """Read a sheet of some rows."""
    return recognise([a_sheet(*rows)], source)


def codes(year: Year) -> list[str]:
    """Give the codes of what the reader noted, in order."""
    return [note.code for note in year.notes]
