"""The long table of many trackers as csv, as a workbook with one table, and as Parquet with exact amounts."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from model.files.atomic import write_whole
from model.files.council_workbook import Report
from model.files.workbook_cells import CellWriter
from model.files.workbook_formats import AS_TYPED, HEADING_GROUND, PERCENT, SIZE, WHOLE, WITH_DECIMALS, Formats
from model.files.workbook_texts import LONG_TEXT, CellTexts
from model.refusals import Refusal
from model.safe_csv import Cell, csv_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]

SHEET = "Trackers"
MOST_ROWS = 1_048_575
LARGEST_PRECISION = 38
"""The digits of a decimal128, which every reader of Parquet knows; the next size up is read by fewer."""
_STYLE = "Table Style Light 1"
_NARROWEST, _WIDEST, _HEADING_HEIGHT = 11, 44, 42


class Holds(StrEnum):
    """What a column holds in every row, or blank."""

    TEXT = "text"
    AMOUNT = "amount"
    PERCENT = "percent"
    COUNT = "count"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class LongColumn:
    """A column: its name for other programs, its heading for readers, and what it holds."""

    key: str
    heading: str
    holds: Holds


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines to write; each row has a value, or None for blank, under each column."""

    columns: Sequence[LongColumn]
    rows: Sequence[Sequence[Cell]]


_SHOWN = {
    Holds.TEXT: AS_TYPED,
    Holds.AMOUNT: WITH_DECIMALS,
    Holds.PERCENT: PERCENT,
    Holds.COUNT: "0",
    Holds.FLAG: '"TRUE";"TRUE";"FALSE"',
}


class TooManyLines(Refusal):
    """More lines than a sheet has rows."""

    def __init__(self, path: Path, lines: int) -> None:
        super().__init__(
            f"“{path.name}” was not written: {lines:,} lines are more than the {MOST_ROWS:,} that a sheet can hold. "
            "Write them as csv or Parquet."
        )


class TooFine(Refusal):
    """An amount with more digits than Parquet can hold."""

    def __init__(self, path: Path, heading: str) -> None:
        super().__init__(
            f"“{path.name}” was not written: “{heading}” has an amount with more than {LARGEST_PRECISION} digits "
            "before and after the point. Write it as csv, or round that figure in its tracker."
        )


def write_csv(lines: Lines, path: Path) -> Report:
    """Write csv that no spreadsheet takes for formulas, in UTF-8 with its mark, under the columns' keys.

    Raises:
        Unwritable: with the sentence that says why; a file that stood there still does.
    """
    text = csv_of([[column.key for column in lines.columns], *lines.rows])
    write_whole(path, text.encode("utf-8-sig", "replace"))
    return Report(path)


def write_xlsx(lines: Lines, path: Path) -> Report:
    """Write a workbook with one table; amounts are numbers in £000, to the 15 digits that a spreadsheet keeps.

    Raises:
        TooManyLines: a sheet has no room for them.
        Unwritable: with the sentence that says why; a file that stood there still does.
    """
    if len(lines.rows) > MOST_ROWS:
        raise TooManyLines(path, len(lines.rows))
    texts = CellTexts()
    write_whole(path, _workbook(lines, texts))
    return Report(path, tuple(dict.fromkeys(texts.remarks)))


def write_parquet(lines: Lines, path: Path) -> Report:
    """Write Parquet: texts, whole numbers, booleans, and amounts as decimals that keep every digit.

    An amount has three places, so that files of different years have one form; more where a figure needs more.

    Raises:
        TooFine: an amount has more digits than a decimal can hold.
        Unwritable: with the sentence that says why; a file that stood there still does.
    """
    # Here and nowhere else: importing pyarrow takes a quarter of a second and 60 MB.
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    fields, arrays = [], []
    for place, column in enumerate(lines.columns):
        values = [row[place] for row in lines.rows]
        kind = _kind(pa, column, values, path)
        about = {"heading": column.heading} | ({"unit": "£000"} if column.holds is Holds.AMOUNT else {})
        fields.append(pa.field(column.key, kind, metadata=about))
        arrays.append(pa.array(map(_clean, values), kind))
    written = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), written)
    write_whole(path, written.getvalue())
    return Report(path)


FORMS: Mapping[str, Callable[[Lines, Path], Report]] = MappingProxyType(
    {".csv": write_csv, ".xlsx": write_xlsx, ".parquet": write_parquet}
)
"""What writes each form, by the ending of its files."""


def _kind(pa: Any, column: LongColumn, values: Sequence[Cell], path: Path) -> Any:  # noqa: ANN401 - pyarrow has no types
    match column.holds:
        case Holds.COUNT:
            return pa.int32()
        case Holds.FLAG:
            return pa.bool_()
        case Holds.TEXT:
            return pa.string()
    amounts = [value for value in values if isinstance(value, Decimal)]
    places = max((-int(amount.as_tuple().exponent) for amount in amounts), default=0)
    places = max(places, 3 if column.holds is Holds.AMOUNT else 2)
    before_point = max((amount.adjusted() + 1 for amount in amounts if amount), default=0)
    if max(before_point, 0) + places > LARGEST_PRECISION:
        raise TooFine(path, column.heading)
    return pa.decimal128(LARGEST_PRECISION, places)


def _clean(value: Cell) -> Cell:
    """Give text without halves of characters, which a spreadsheet's text may have and Parquet's may not."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _workbook(lines: Lines, texts: CellTexts) -> bytes:
    # Here and nowhere else: importing XlsxWriter takes a tenth of a second, which a start is spared.
    import xlsxwriter  # noqa: PLC0415

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    formats = Formats(book)
    _write_lines(book, lines, formats, texts)
    if texts.long:
        _write_long_texts(book, formats, texts)
    book.close()
    return buffer.getvalue()


def _write_lines(book: Workbook, lines: Lines, formats: Formats, texts: CellTexts) -> None:
    sheet = book.add_worksheet(SHEET)
    bold = formats.made(font_size=SIZE, bold=True, text_wrap=True, valign="top", bg_color=HEADING_GROUND)
    headings = [{"header": column.heading, "header_format": bold} for column in lines.columns]
    last = max(len(lines.rows), 1)
    sheet.add_table(0, 0, last, len(headings) - 1, {"name": SHEET, "style": _STYLE, "columns": headings})
    sheet.set_row(0, _HEADING_HEIGHT)
    sheet.freeze_panes(1, 0)
    writer = CellWriter(sheet, formats, texts)
    for place, column in enumerate(lines.columns):
        values = [row[place] for row in lines.rows]
        sheet.set_column(place, place, _width(values))
        _write_column(writer, place, column, values, formats)


def _write_column(writer: CellWriter, place: int, column: LongColumn, values: Sequence[Cell], formats: Formats) -> None:
    usual, whole = (_look(formats, shown) for shown in (_SHOWN[column.holds], WHOLE))
    for number, value in enumerate(values, 1):
        if value is None or value == "":
            continue
        content = value if isinstance(value, str | bool | Decimal) else Decimal(value)
        is_whole = column.holds is Holds.AMOUNT and content == int(content)
        writer.put(number, place, content, whole if is_whole else usual, f"{column.heading} in row {number + 1}")


def _look(formats: Formats, shown: str) -> Format:
    return formats.made(font_size=SIZE, valign="top", num_format=shown)


def _width(values: Sequence[Cell]) -> int:
    longest = max((len(value) for value in values if isinstance(value, str)), default=0)
    return max(_NARROWEST, min(longest + 2, _WIDEST))


def _write_long_texts(book: Workbook, formats: Formats, texts: CellTexts) -> None:
    """Write the texts that are longer than a cell whole, in pieces."""
    sheet = book.add_worksheet(LONG_TEXT)
    writer = CellWriter(sheet, formats, CellTexts())
    pieces = [(long.whose, piece) for long in texts.long for piece in long.pieces]
    for number, row in enumerate([("Of", "Text"), *pieces]):
        for place, text in enumerate(row):
            writer.put_text(number, place, text, formats.words, LONG_TEXT)
