"""What a council workbook shows, read by openpyxl, and what the program means it to show."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from model.entries import show
from model.fields import FIELD, Kind
from model.money import ZERO
from model.rag import Scheme
from model.rating import rating_of
from model.saving import Saving
from model.year import Year

TOTALS, HEADINGS, FIRST = 5, 6, 7
FIGURES = (Kind.AMOUNT, Kind.PERCENT)
Line = dict[str, object]


def sheet_of(path: Path, *, formulas: bool = False) -> Any:
    """Give the first sheet with the results that it holds, or with its formulas."""
    return openpyxl.load_workbook(path, data_only=not formulas).worksheets[0]


def shown_in(path: Path, year: Year) -> list[Line]:
    """Give what a workbook's lines show, by field; amounts as the program holds them, blank as None."""
    rows = sheet_of(path).iter_rows(min_row=FIRST, max_row=FIRST + len(year.savings) - 1, values_only=True)
    keys = [column.key for column in year.layout]
    return [{key: _read(cell) for key, cell in zip(keys, row, strict=False)} for row in rows]


def formulas_in(path: Path, year: Year) -> list[dict[str, str]]:
    """Give the formulas of a workbook's lines, by field."""
    rows = sheet_of(path, formulas=True).iter_rows(
        min_row=FIRST, max_row=FIRST + len(year.savings) - 1, values_only=True
    )
    keys = [column.key for column in year.layout]
    return [
        {key: cell for key, cell in zip(keys, row, strict=False) if isinstance(cell, str) and cell.startswith("=")}
        for row in rows
    ]


def meant(year: Year) -> list[Line]:
    """Give what the program shows on each line, by field, at the 15 digits that a spreadsheet keeps."""
    return [{column.key: _meant(saving, column.key, year.scheme) for column in year.layout} for saving in year]


def totals_in(path: Path, year: Year) -> Line:
    """Give the sums that a workbook shows over its columns."""
    row = next(sheet_of(path).iter_rows(min_row=TOTALS, max_row=TOTALS, values_only=True))
    named = zip((column.key for column in year.layout), row, strict=False)
    return {key: _read(cell) for key, cell in named if cell is not None}


def totals_meant(year: Year) -> Line:
    """Give the sum of each column of amounts, by what the lines show."""
    keys = [column.key for column in year.layout if column.key in FIELD and FIELD[column.key].kind is Kind.AMOUNT]
    return {key: _kept(sum((getattr(saving, key) or ZERO for saving in year), ZERO)) for key in keys}


def _read(cell: object) -> object:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Decimal(f"{cell:.15g}")
    return None if cell == "" else cell


def _meant(saving: Saving, key: str, scheme: Scheme | None) -> object:
    if key in saving.unread:
        return saving.unread[key]
    if key == "rating":
        printed = saving.override or saving.rating_printed
        return (rating_of(saving, scheme).name if printed is None else printed) or None
    value = saving.value(key)
    if isinstance(value, Decimal):
        return _kept(value)
    shown = show(key, value)
    return None if shown == "" else shown


def _kept(amount: Decimal) -> Decimal:
    return Decimal(f"{amount:.15g}")
