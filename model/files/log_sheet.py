"""The change log as a sheet of a new workbook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from model.change_log import HEADINGS, LogEntry, log_rows

if TYPE_CHECKING:
    from model.files.workbook_cells import CellWriter
    from model.files.workbook_formats import Formats

CHANGE_LOG = "Change log"
WIDTHS = (18, 16, 12, 20, 30, 30, 40, 24, 10)
WHEN = HEADINGS.index("When")


def write_log_sheet(writer: CellWriter, formats: Formats, entries: Sequence[LogEntry]) -> None:
    """Write changes, the oldest first: figures as numbers, times as times, and text that is never a formula."""
    sheet = writer.sheet
    headings, *rows = log_rows(entries)
    for column, (heading, width) in enumerate(zip(headings, WIDTHS, strict=True)):
        writer.put(0, column, heading, formats.heading, str(heading))
        sheet.set_column(column, column, width)
    for number, (entry, row) in enumerate(zip(entries, rows, strict=True), 1):
        for column, cell in enumerate(row):
            if column == WHEN:
                sheet.write_datetime(number, column, entry.when.astimezone().replace(tzinfo=None), formats.moment)
            else:
                look = formats.words if isinstance(cell, str) else formats.figure(cell)
                writer.put(number, column, cell, look, f"the change log's line {number}")
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(HEADINGS) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
