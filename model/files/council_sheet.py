"""The sheet of the council's workbook: title, period, bands, totals, headings, lines and the key to its ratings."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from model.fields import FIELD, OTHER
from model.files.grid import cell_name
from model.files.workbook_cells import CellWriter
from model.files.workbook_formats import OPEN, Formats
from model.files.workbook_formulas import decimals, rounded
from model.files.workbook_lines import Content, Formula, LineCells, amount_in, is_steady
from model.files.workbook_sizes import DEFAULT_WIDTH, height_of, width_of
from model.money import ZERO, add_up
from model.saving import Saving
from model.year import Year

TITLE, PERIOD, BANDS, TOTALS, HEADINGS, LINES = 0, 1, 3, 4, 5, 6
KEY_TITLE, SIZES_TITLE = "Key to RAG ratings:", "Total saving"
_TITLE_HEIGHT, _BAND_HEIGHT = 22, 20


class CouncilSheet:
    """Lays a year out on a worksheet in its own layout; rows and columns count from 0.

    Attributes:
        end: the row after the last line.
        key_rows: the rows of the key that begin with a rating.
    """

    def __init__(self, year: Year, writer: CellWriter, formats: Formats) -> None:
        """Take the year, and what writes into the worksheet."""
        self.year = year
        self.writer = writer
        self.sheet = writer.sheet
        self.formats = formats
        self.end = LINES + len(year.savings)
        self.key_rows = range(0)
        self.letters: dict[str, str] = {}
        for place, column in enumerate(year.layout):
            self.letters.setdefault(column.key, cell_name(0, place)[:-1])
        self._sums = dict.fromkeys(self.letters, ZERO)
        self._widest = dict.fromkeys(self.letters, ZERO)
        self._places = dict.fromkeys(self.letters, 0)
        self._widths = {column.key: width_of(column, ZERO) for column in year.layout}

    def write(self) -> None:
        """Write every cell."""
        self.sheet.set_row(TITLE, _TITLE_HEIGHT)
        self.writer.put(TITLE, 0, self.year.title, self.formats.title, "the title")
        if self.year.period not in self.year.title:
            self.writer.put(PERIOD, 0, self.year.period, self.formats.strong, "the period")
        self._write_bands()
        self._write_headings()
        self._write_lines()
        self._write_totals()
        self._write_key()

    def _write_bands(self) -> None:
        self.sheet.set_row(BANDS, _BAND_HEIGHT)
        place = 0
        for band, columns in groupby(self.year.layout, key=lambda column: column.band):
            last = place + len(list(columns)) - 1
            if band and last > place:
                self.sheet.merge_range(BANDS, place, BANDS, last, "", self.formats.heading)
            if band:
                self.writer.put_text(BANDS, place, band, self.formats.heading, f"the band “{band[:40]}”")
            place = last + 1

    def _write_headings(self) -> None:
        for place, column in enumerate(self.year.layout):
            whose = f"the heading “{column.heading[:40]}”"
            self.writer.put(HEADINGS, place, column.heading, self.formats.heading, whose)
        headings = {column.key: column.heading for column in self.year.layout}
        # Room for the filter's buttons.
        self.sheet.set_row(HEADINGS, height_of(headings, {key: width - 2 for key, width in self._widths.items()}))

    def _write_lines(self) -> None:
        lines = LineCells(self.year, self.letters)
        for row, saving in enumerate(self.year, LINES):
            cells = lines.cells(saving)
            self.sheet.set_row(row, height_of(cells, self._widths))
            for key, content in cells.items():
                self._count(key, amount_in(content))
            for place, column in enumerate(self.year.layout):
                self._write_cell(row, place, column.key, cells[column.key], saving)

    def _write_cell(self, row: int, place: int, key: str, content: Content, saving: Saving) -> None:
        look = self.formats.cell(key, editable=self._editable(key, content), amount=amount_in(content))
        self.writer.put(row, place, content, look, _whose(key, saving))

    def _editable(self, key: str, content: Content) -> bool:
        return key in OPEN or (key == "rating" and self.year.scheme is None and not isinstance(content, Formula))

    def _count(self, key: str, amount: Decimal | None) -> None:
        if amount:
            self._sums[key] += amount
            self._widest[key] = max(amount, self._widest[key], key=abs)
            self._places[key] = max(self._places[key], decimals(amount))

    def _write_totals(self) -> None:
        for place, column in enumerate(self.year.layout):
            total = self._sums[column.key]
            if column.known and FIELD[column.key].is_figure and self.year.savings:
                total = add_up(getattr(saving, column.key) for saving in self.year) or ZERO
                content = self._total(column.key, total)
                self.writer.put(TOTALS, place, content, self.formats.total(total), f"the total of {column.heading}")
            widest = max(total, self._widest[column.key], key=lambda amount: len(str(amount)))
            self.sheet.set_column(place, place, width_of(column, widest))

    def _total(self, key: str, total: Decimal) -> Content:
        """Add the column up, all of its lines whatever a filter hides; a number where a formula gives another."""
        places, letter = self._places[key], self.letters[key]
        steady = is_steady(total, places) and is_steady(self._widest[key], places)
        if total != self._sums[key] or not steady:
            return total
        return Formula(rounded(f"SUM({letter}{LINES + 1}:{letter}{self.end})", places), total)

    def _write_key(self) -> None:
        scheme = self.year.scheme
        if scheme is None or not scheme.key:
            return
        title = self.end + 1
        self.writer.put(title, 0, KEY_TITLE, self.formats.strong, "the key")
        rows = [(SIZES_TITLE, *scheme.sizes), *((rating, *words) for rating, words in scheme.key.items())]
        for row, cells in enumerate(rows, title + 1):
            widths = [*self._widths.values(), *([DEFAULT_WIDTH] * len(cells))]
            self.sheet.set_row(row, height_of(dict(enumerate(cells)), dict(enumerate(widths))))
            for place, words in enumerate(cells):
                self.writer.put(row, place, words, self.formats.words, "the key")
        self.key_rows = range(title + 2, title + 1 + len(rows))


def _whose(key: str, saving: Saving) -> str:
    field = f"“{key.removeprefix(OTHER)}”" if key.startswith(OTHER) else f"the {FIELD[key].name}"
    return f"{field} of {saving.reference or f'line {saving.line + 1}'}"
