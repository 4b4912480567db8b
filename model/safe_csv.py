"""Rows as csv that no spreadsheet program takes for formulas, whatever their texts begin with."""

import csv
import io
import re
from collections.abc import Iterable
from decimal import Decimal

from model.money import plain

Cell = str | Decimal | int | bool | None
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
# What a spreadsheet program may take for the beginning of a formula, in any width of letters.
_FORMULA = re.compile(r"['\s]*[=+\-@＝＋－＠]|'|[\t\r\n]")


def csv_of(rows: Iterable[Iterable[Cell]]) -> str:
    """Write rows as csv; blank is an empty field, which is not 0.

    Every field stands in quotes, which by themselves keep no program from calculating `=1+1`. So a text that may be
    taken for a formula gets an apostrophe before it, and one that begins with an apostrophe gets another: taking one
    away gives each text back. Numbers stay numbers, with an ASCII minus.
    """
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return written.getvalue()


def _safe(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return plain(cell)
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
