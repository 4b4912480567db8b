"""One page of the window: a sentence, a table, the lines behind its current row, and a chart beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from gui.charts import BarsChart, LinesChart
from gui.listing import Listing, Row
from gui.years.entries import LINES, Entry, Page, Tables, one_block
from model.clipboard import Cell
from model.years.overview import Overview

SHARE, LEAST = 0.38, 240
ABOVE, MOST_ABOVE = 48, 0.4
"""What a table needs beside its rows, in pixels, and the largest part that the upper one takes."""


class ShownPage(QWidget):
    """Shows a page; Enter or a double click on a row leads to its tracker, and to its line."""

    spot_chosen = Signal(object)

    def __init__(self, page: Page) -> None:
        """Show nothing yet."""
        super().__init__()
        self.page = page
        self._entries: Sequence[Entry] = ()
        self.sentence = QLabel(page.sentence)
        self.rows = Listing(page.words, page.headings)
        self.details = Listing(f"{page.words}: lines", page.details) if page.details else None
        self.chart: BarsChart | LinesChart = LinesChart(page.words) if page.lines else BarsChart(page.words)
        self._tables = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self.rows.row_changed.connect(self._show_behind)
        self.rows.row_chosen.connect(self._choose)
        if self.details is not None:
            self.details.row_chosen.connect(self.spot_chosen)

    def show_overview(self, overview: Overview) -> None:
        """Show what the page makes of the lines wanted."""
        self._entries = self.page.entries(overview)
        self.sentence.setText(self.page.sentence if self._entries else self.page.none)
        self._parts.setVisible(bool(self._entries))
        self.rows.show_rows([Row(entry.cells.cells, place) for place, entry in enumerate(self._entries)])
        self._show_behind(self.rows.current_target)
        self._share_height()

    def block(self) -> list[tuple[Cell, ...]]:
        """Give the table, and the lines behind its current row, as cells for the clipboard."""
        return one_block(self.tables())

    def tables(self) -> Tables:
        """Give the same as tables, each with its name."""
        tables = {self.page.words: self.rows.whole_block()}
        if self.details is not None and self._entries:
            tables[LINES] = self.details.whole_block()
        return tables

    def _show_behind(self, place: object) -> None:
        if not isinstance(place, int) or place >= len(self._entries):
            return
        entry = self._entries[place]
        self.sentence.setText(" ".join(filter(None, (self.page.sentence, entry.note))))
        if self.details is not None:
            self.details.show_rows(entry.details, entry.totals)
        picture = entry.picture
        self.chart.call(picture.title)
        if isinstance(self.chart, LinesChart):
            self.chart.show_lines(picture.labels, picture.series, begins=picture.begins)
        else:
            self.chart.show_bars(picture.labels, picture.series)

    def _choose(self, place: int) -> None:
        self.spot_chosen.emit(self._entries[place].spot)

    def _share_height(self) -> None:
        """Give the lines what the rows above them leave, and always the larger part."""
        high = self._tables.height()
        above = min(
            self.rows.verticalHeader().defaultSectionSize() * len(self._entries) + ABOVE, int(high * MOST_ABOVE)
        )
        self._tables.setSizes([above, high - above])

    def _lay_out(self) -> None:
        self.sentence.setWordWrap(True)
        self.sentence.setProperty("muted", True)
        tables = self._tables
        tables.addWidget(self.rows)
        if self.details is not None:
            tables.addWidget(self.details)
        tables.setChildrenCollapsible(False)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.addWidget(tables)
        self._parts.addWidget(self.chart)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.sentence)
        column.addWidget(self._parts, 1)
        # Where there is nothing to show, the sentence stays at the top.
        column.addStretch(0)

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between tables and chart."""
        super().resizeEvent(event)
        right = max(int(self.width() * SHARE), LEAST)
        self._parts.setSizes([self.width() - right, right])
        self._share_height()
