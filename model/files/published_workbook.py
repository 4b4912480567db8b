"""A clean workbook for publication: one table a sheet, values alone, nothing hidden, nobody's name."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from model.appendix.making import Appendix
from model.files.atomic import write_whole
from model.files.council_workbook import Report
from model.files.published_tables import PublishedTable, Row, Value, published_tables
from model.files.workbook_cells import CellWriter
from model.files.workbook_formats import (
    AS_TYPED,
    HAIRLINE,
    HEADING_GROUND,
    PERCENT,
    SIZE,
    WHOLE,
    WITH_DECIMALS,
    Formats,
)
from model.files.workbook_sizes import height_of
from model.files.workbook_texts import LONG_TEXT, CellTexts, plain_line

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]

_LONGEST_PROPERTY = 200
_NARROWEST, _WIDEST = 10.0, 60.0
_MANY, _WIDEST_OF_MANY = 8, 42.0
"""From so many columns a sheet is printed on A3, and no column is wider, so that its letters stay readable there."""
_HEADINGS, _FIRST_ROW = 1, 2
_A3, _A4 = 8, 9  # as the format numbers papers
_MARGIN = 0.4
_PERCENT = "(%)"


def write_published_workbook(appendix: Appendix, path: Path, created: datetime | None = None) -> Report:
    """Write an appendix as a workbook for publication, whole or not at all.

    Args:
        created: what the workbook says about when it was made; now, if left out.

    Raises:
        Unwritable: with the sentence that says why; a file that stood there still does.
    """
    texts = CellTexts()
    write_whole(path, published_bytes(appendix, texts, created))
    return Report(path, tuple(texts.remarks))


def published_bytes(appendix: Appendix, texts: CellTexts, created: datetime | None = None) -> bytes:
    """Give the workbook's bytes; what had to be written otherwise is in `texts` afterwards."""
    return workbook_of(published_tables(appendix), texts, created)


def workbook_of(tables: Sequence[PublishedTable], texts: CellTexts, created: datetime | None = None) -> bytes:
    """Give the bytes of a workbook with a sheet for each table; the first one's title is the workbook's."""
    # Here and nowhere else: importing XlsxWriter takes a tenth of a second, which a start is spared.
    import xlsxwriter  # noqa: PLC0415

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": plain_line(tables[0].title, _LONGEST_PROPERTY), "created": created})
    for table in tables:
        _Sheet(book, table, texts).write()
    if texts.long:
        _Sheet(book, _long_texts(texts, tables[0].title), CellTexts()).write()
    book.close()
    return buffer.getvalue()


def _long_texts(texts: CellTexts, title: str) -> PublishedTable:
    rows: list[Row] = [
        (long.whose, Decimal(number), piece) for long in texts.long for number, piece in enumerate(long.pieces, 1)
    ]
    return PublishedTable(LONG_TEXT, f"Texts that are longer than a cell: {title}", ("Of", "Part", "Text"), tuple(rows))


class _Sheet:
    """One sheet with one table: its title in the first cell, the headings below, then its rows."""

    def __init__(self, book: Workbook, table: PublishedTable, texts: CellTexts) -> None:
        self._table = table
        self._sheet = book.add_worksheet(table.sheet)
        self._formats = Formats(book)
        self._writer = CellWriter(self._sheet, self._formats, texts)
        self._widths = [self._width(place) for place in range(len(table.headings))]
        self._figures = {place for row in table.rows for place, value in enumerate(row) if isinstance(value, Decimal)}

    @property
    def _has_many(self) -> bool:
        return len(self._table.headings) >= _MANY

    def write(self) -> None:
        """Write the sheet."""
        self._writer.put(0, 0, self._table.title, self._formats.title, "the title")
        for place, name in enumerate(self._table.headings):
            self._sheet.set_column(place, place, self._widths[place])
            self._writer.put(_HEADINGS, place, name, self._heading(place), f"the heading “{name}”")
        self._make_high(_HEADINGS, self._table.headings)
        for number, row in enumerate(self._table.rows, _FIRST_ROW):
            self._write_row(number, row)
        self._sheet.freeze_panes(_FIRST_ROW, self._table.frozen)
        if self._table.filtered and self._table.rows:
            self._sheet.autofilter(1, 0, len(self._table.rows) + 1, len(self._table.headings) - 1)
        self._print()

    def _print(self) -> None:
        """Have a page as wide as the table, the headings on each, on paper large enough for it."""
        self._sheet.set_landscape()
        self._sheet.set_paper(_A3 if self._has_many else _A4)
        self._sheet.set_margins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(_HEADINGS)

    def _write_row(self, number: int, row: Row) -> None:
        for place, value in enumerate(row):
            whose = f"“{self._table.headings[place]}” of {row[0]}"
            self._writer.put(number, place, value, self._look(value, place), whose)
        self._make_high(number, row)

    def _make_high(self, number: int, row: Row) -> None:
        height = height_of(dict(enumerate(row)), dict(enumerate(self._widths)))
        self._sheet.set_row(number, height)

    def _heading(self, place: int) -> Format:
        side = {"align": "right"} if place in self._figures else self._stands_off(place)
        ground = {"bg_color": HEADING_GROUND, "num_format": AS_TYPED}
        return self._formats.made(**side, **ground, font_size=SIZE, bold=True, text_wrap=True, valign="top")

    def _look(self, value: Value, place: int) -> Format:
        look: dict[str, object] = {"font_size": SIZE, "valign": "top", "bottom": 1, "bottom_color": HAIRLINE}
        if not isinstance(value, Decimal):
            return self._formats.made(**look, **self._stands_off(place), num_format=AS_TYPED, text_wrap=True)
        if self._table.headings[place].endswith(_PERCENT):
            return self._formats.made(**look, num_format=PERCENT)
        return self._formats.made(**look, num_format=WHOLE if value == value.to_integral_value() else WITH_DECIMALS)

    def _stands_off(self, place: int) -> dict[str, object]:
        """Keep text from a figure at its left, which would run into it."""
        beside = place - 1 in self._figures and place not in self._figures
        return {"align": "left", "indent": 1} if beside else {}

    def _width(self, place: int) -> float:
        cells = (row[place] for row in self._table.rows)
        longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
        return max(_NARROWEST, min(longest + 2, _WIDEST_OF_MANY if self._has_many else _WIDEST))
