"""A new workbook in the tracker's own layout, in the council's format."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from model.change_log import LogEntry
from model.fields import FIELDS
from model.files.atomic import write_whole
from model.files.council_sheet import CouncilSheet
from model.files.fingerprint import digest_of
from model.files.log_sheet import CHANGE_LOG, write_log_sheet
from model.files.sheet_setup import headline, set_up
from model.files.unwritable import NameCompletedIsTaken, NotAWorkbookName, TooLargeForASheet
from model.files.workbook_cells import CellWriter
from model.files.workbook_formats import Formats
from model.files.workbook_texts import LONG_TEXT, CellTexts, plain_line
from model.year import Column, Year

SUFFIX = ".xlsx"
OUR_TITLE = "Savings Tracker"
# A worksheet has 1,048,576 rows and 16,384 columns; the key needs some below the lines.
MOST_LINES, MOST_COLUMNS = 1_048_000, 16_384
_LONGEST_SHEET_NAME, _LONGEST_FILE_NAME, _LONGEST_PROPERTY = 31, 120, 200

# Names of other sheets, and one that spreadsheet programs keep for themselves.
_TAKEN = ("", "history", LONG_TEXT.casefold(), CHANGE_LOG.casefold())
_OUR_LAYOUT = tuple(Column(field.key, field.heading) for field in FIELDS)
_OTHER_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}")
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class Report:
    """What was written, its digest where that matters, and what had to be written otherwise than it is."""

    path: Path
    remarks: tuple[str, ...] = ()
    digest: str = field(default="", compare=False)


def write_workbook(
    year: Year, path: Path, created: datetime | None = None, log: Sequence[LogEntry] | None = None
) -> Report:
    """Write a year as a new workbook, whole or not at all.

    Args:
        path: ends in .xlsx; a name without an ending gets it.
        created: what the workbook says about when it was made; now, if left out.
        log: changes to list on a sheet of their own; without it there is no such sheet.

    Raises:
        Unwritable: with the sentence that says why; a file that stood there still does.
    """
    place = _with_suffix(path)
    if len(year.savings) > MOST_LINES or len(year.layout) > MOST_COLUMNS:
        raise TooLargeForASheet(place)
    texts = CellTexts()
    content = workbook_bytes(year, texts, created, log)
    write_whole(place, content)
    return Report(place, tuple(texts.remarks), digest_of(content))


def workbook_bytes(
    year: Year, texts: CellTexts, created: datetime | None = None, log: Sequence[LogEntry] | None = None
) -> bytes:
    """Give a year as a workbook's bytes; what had to be written otherwise is in `texts` afterwards."""
    # Here and nowhere else: importing XlsxWriter takes a tenth of a second, which a start without an export is spared.
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415

    from model.files.plain_formulas import PlainFormulas  # noqa: PLC0415

    if not year.layout:
        year = replace(year, layout=_OUR_LAYOUT)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": plain_line(headline(year.title, year.period), _LONGEST_PROPERTY), "created": created})
    formats = Formats(book)
    sheet = CouncilSheet(year, CellWriter(book.add_worksheet(sheet_name(year), PlainFormulas), formats, texts), formats)
    sheet.write()
    set_up(sheet)
    if log is not None:
        write_log_sheet(CellWriter(book.add_worksheet(CHANGE_LOG), formats, texts), formats, log)
    if texts.long:
        _write_long_texts(CellWriter(book.add_worksheet(LONG_TEXT), formats, CellTexts()), texts, formats)
    book.close()
    return buffer.getvalue()


def suggested_name(year: Year) -> str:
    """Suggest a file's name that every system takes: `Savings Tracker 2020-21 Quarter 1.xlsx`."""
    words = f"{OUR_TITLE} {year.year} {year.period}" if year.year else headline(year.title or OUR_TITLE, year.period)
    name = plain_line(_NOT_IN_FILE_NAMES.sub(" ", words), _LONGEST_FILE_NAME).strip(". ")
    return f"{name or OUR_TITLE}{SUFFIX}"


def sheet_name(year: Year) -> str:
    """Name the sheet after the year, where that makes a name."""
    name = plain_line(_NOT_IN_SHEET_NAMES.sub(" ", year.year or OUR_TITLE), _LONGEST_SHEET_NAME).strip("' ")
    return OUR_TITLE if name.casefold() in _TAKEN else name


def _write_long_texts(writer: CellWriter, texts: CellTexts, formats: Formats) -> None:
    for place, (heading, width) in enumerate((("Of", 30), ("Part", 8), ("Text", 120))):
        writer.put(0, place, heading, formats.heading, heading)
        writer.sheet.set_column(place, place, width)
    row = 1
    for long in texts.long:
        for number, piece in enumerate(long.pieces, 1):
            writer.put(row, 0, long.whose, formats.words, long.whose)
            writer.sheet.write_number(row, 1, number, formats.words)
            writer.put(row, 2, piece, formats.words, long.whose)
            row += 1


def _with_suffix(path: Path) -> Path:
    if path.suffix.lower() == SUFFIX:
        return path
    if _OTHER_SUFFIX.fullmatch(path.suffix):
        raise NotAWorkbookName(path)
    completed = path.with_name(path.name + SUFFIX)
    if completed.exists():
        raise NameCompletedIsTaken(completed)
    return completed
