"""A comparison as a workbook: one table a sheet, real numbers, differences in words, and no formula anywhere."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from model.comparison import Comparison, Row
from model.comparison.sheets import csv_text, sheets_of
from model.files.atomic import write_whole
from model.files.council_workbook import Report
from model.files.published_tables import PublishedTable
from model.files.published_workbook import workbook_of
from model.files.workbook_texts import CellTexts

# A sheet of a few totals or notes needs no filter.
_FILTERED = ("Comparison", "Movement", "Texts")


def write_comparison_workbook(
    comparison: Comparison, path: Path, rows: Sequence[Row] | None = None, created: datetime | None = None
) -> Report:
    """Write a comparison as a workbook, whole or not at all.

    Args:
        rows: those to list; all of them where left out.
        created: what the workbook says about when it was made; now, if left out.

    Raises:
        Unwritable: with the sentence that says why; a file that stood there still does.
    """
    texts = CellTexts()
    sheets = sheets_of(comparison, rows)
    tables = [
        PublishedTable(sheet.name, sheet.title, sheet.headings, sheet.rows, frozen=1, filtered=sheet.name in _FILTERED)
        for sheet in sheets
    ]
    write_whole(path, workbook_of(tables, texts, created))
    return Report(path, tuple(texts.remarks))


def write_comparison_csv(comparison: Comparison, path: Path, rows: Sequence[Row] | None = None) -> Report:
    """Write a comparison's rows as csv, whole or not at all; a spreadsheet program takes none of it for formulas.

    Raises:
        Unwritable: with the sentence that says why; a file that stood there still does.
    """
    write_whole(path, csv_text(comparison, rows).encode("utf-8-sig", "replace"))
    return Report(path)
