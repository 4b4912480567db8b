"""Cells as text: what is blank, what is a number, and how a spreadsheet shows the rest."""

import datetime
import math
from collections.abc import Iterable, Sequence
from decimal import Decimal

from model.files.grid import Cell
from model.money import LARGEST, exact, parse_amount, plain
from model.refusals import AmountRefused

Row = Sequence[Cell]


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell shows nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def show_cell(cell: Cell) -> str:
    """Give a cell as a spreadsheet shows it: text as it stands, 31/10/2017, 12, TRUE; blank stays blank."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        return plain(exact(cell)) if math.isfinite(cell) else str(cell)
    return _show_date(cell)


def _show_date(cell: datetime.date | datetime.time | datetime.timedelta) -> str:
    if isinstance(cell, datetime.datetime):
        return f"{cell:%d/%m/%Y}" if cell.time() == datetime.time() else f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, datetime.date):
        return f"{cell:%d/%m/%Y}"
    return f"{cell:%H:%M}" if isinstance(cell, datetime.time) else str(cell)


def line_of(cell: Cell) -> str:
    """Give a cell's text on one line, as headings and titles are read."""
    return " ".join(show_cell(cell).split())


def amount_in(cell: Cell) -> Decimal | None:
    """Give the amount in £000 that a cell holds; None where it holds none, be it blank or words."""
    if isinstance(cell, str):
        try:
            return parse_amount(cell)
        except AmountRefused:
            return None
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return None
    return exact(cell) if math.isfinite(cell) and abs(cell) <= LARGEST else None


def filled(row: Row) -> list[tuple[int, Cell]]:
    """List the cells of a row that show something, with their places."""
    return [(place, cell) for place, cell in enumerate(row) if not is_blank(cell)]


def texts(row: Row) -> tuple[str, ...]:
    """Give what a row shows, cell by cell, blanks left out."""
    return tuple(line_of(cell) for _place, cell in filled(row))


def amounts_in(row: Row) -> list[tuple[int, Decimal]]:
    """List the amounts of a row with their places."""
    found = ((place, amount_in(cell)) for place, cell in filled(row))
    return [(place, amount) for place, amount in found if amount is not None]


def share(hits: Iterable[bool]) -> float:
    """Give the share of hits among all; 1 where there is nothing to count."""
    counted = list(hits)
    return sum(counted) / len(counted) if counted else 1.0
