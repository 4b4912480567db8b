"""Columns are as wide as their figures, rows of one height."""

import pytest
from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from gui.roles import Kind, Role
from gui.table import TrackerTable
from gui.table.ink import PADDING
from gui.table.widths import SLACK
from gui.theme import ui_font
from lines_for_table import (
    COMMENTARY,
    FORECAST_Q1,
    VARIANCE,
    Lines,
    some_lines,
)

RATING, REFERENCE, TITLE, SAVING = 0, 1, 2, 7


def figures_cut(table: TrackerTable, lines: Lines) -> list[tuple[str, str]]:
    """Figures wider than their column, with the column's heading."""
    totals = table.totals.model()
    cut = []
    for place, shown in enumerate(lines.shown):
        if shown.kind not in {Kind.AMOUNT, Kind.PERCENT}:
            continue
        texts = [row[place] for row in lines.texts] + [str(totals.index(0, place).data() or "")]
        room = table.columnWidth(place) - PADDING
        cut += [(shown.heading, text) for text in texts if table.ink.width(text, True) > room]
    return cut


def test_no_figure_is_ever_cut_totals_included(table: TrackerTable, lines: Lines) -> None:
    assert figures_cut(table, lines) == []


def test_a_column_grows_when_an_edit_needs_more(table: TrackerTable, lines: Lines) -> None:
    before = table.columnWidth(FORECAST_Q1)
    lines.setData(lines.index(3, FORECAST_Q1), "-123456789")
    assert table.columnWidth(FORECAST_Q1) > before
    assert figures_cut(table, lines) == []


def test_a_column_grows_when_a_total_needs_more(table: TrackerTable, lines: Lines) -> None:
    totals = table.totals.model()
    assert isinstance(totals, Lines)
    totals.setData(totals.index(0, VARIANCE), "1234567890")
    assert totals.texts[0][VARIANCE] == "1,234,567,890"
    assert figures_cut(table, lines) == []


def test_a_column_of_figures_cannot_be_made_narrower_than_its_widest(table: TrackerTable, lines: Lines) -> None:
    table.setColumnWidth(FORECAST_Q1, 30)
    assert figures_cut(table, lines) == []
    table.setColumnWidth(TITLE, 60)
    assert table.columnWidth(TITLE) == 60


def test_a_hidden_column_stays_hidden_when_it_would_grow(table: TrackerTable, lines: Lines) -> None:
    table.setColumnHidden(FORECAST_Q1, True)
    lines.setData(lines.index(3, FORECAST_Q1), "-123456789")
    assert table.isColumnHidden(FORECAST_Q1)
    assert table.totals.isColumnHidden(FORECAST_Q1)
    table.setColumnHidden(FORECAST_Q1, False)
    table.fit_columns()
    assert figures_cut(table, lines) == []


class KnowsTheWidest(Lines):
    """A model that knows the longest figure of each column and the width of a text."""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if role == Role.WIDEST and self.shown[section].kind in {Kind.AMOUNT, Kind.PERCENT}:
            return max((row[section] for row in self.texts), key=len)
        if role == Qt.ItemDataRole.SizeHintRole and section == COMMENTARY:
            return QSize(321, 0)
        return super().headerData(section, orientation, role)


def test_a_model_that_knows_its_widest_figures_is_not_read_line_by_line(qtbot: QtBot) -> None:
    lines = KnowsTheWidest(some_lines(5000).texts)
    table = TrackerTable()
    qtbot.addWidget(table)
    table.setModel(lines)
    assert max(lines.asked.rows) < 100
    assert figures_cut_in(table, lines) == []
    assert table.columnWidth(COMMENTARY) == 321


def figures_cut_in(table: TrackerTable, lines: Lines) -> list[str]:
    """Figures of the lines alone that are wider than their column."""
    figures = [place for place, shown in enumerate(lines.shown) if shown.kind is Kind.AMOUNT]
    return [
        row[place]
        for row in lines.texts
        for place in figures
        if table.ink.width(row[place], True) > table.columnWidth(place) - PADDING
    ]


def test_widths_stay_the_officers_when_the_lines_shown_change(table: TrackerTable, lines: Lines) -> None:
    table.setColumnWidth(TITLE, 222)
    lines.beginResetModel()
    lines.texts = lines.texts[:10]
    lines.endResetModel()
    assert table.columnWidth(TITLE) == 222


def test_a_double_click_on_an_edge_gives_a_text_the_width_it_needs(table: TrackerTable, lines: Lines) -> None:
    lines.texts[1][TITLE] = "Placement composition and reduction in numbers"
    table.resizeColumnToContents(TITLE)
    needed = table.ink.width(lines.texts[1][TITLE], False)
    assert needed <= table.columnWidth(TITLE) - 2 * PADDING < needed + 10
    table.resizeColumnToContents(FORECAST_Q1)
    assert figures_cut(table, lines) == []


def test_every_row_has_one_height_and_none_is_measured(table: TrackerTable, lines: Lines) -> None:
    assert {table.rowHeight(row) for row in range(60)} == {24}
    lines.setData(lines.index(0, COMMENTARY), "one\ntwo\nthree")
    assert table.rowHeight(0) == 24


def test_rows_grow_with_the_size_of_text(table: TrackerTable) -> None:
    table.setFont(ui_font(24))
    assert table.rowHeight(0) > 30
    assert table.totals.rowHeight(0) == table.rowHeight(0)
    assert table.horizontalHeader().height() == 2 * table.rowHeight(0) + table.totals.wanted_height()


def test_a_column_that_one_long_figure_widened_is_as_before_once_it_is_gone(table: TrackerTable, lines: Lines) -> None:
    before = table.columnWidth(FORECAST_Q1)
    cells = [lines.index(row, FORECAST_Q1) for row in (5, 9)]
    lines.setData(cells[0], "-1234567890")
    wide = table.columnWidth(FORECAST_Q1)
    lines.setData(cells[1], "-123456789012")
    assert before < wide < table.columnWidth(FORECAST_Q1)
    lines.setData(cells[1], "-1")
    assert wide <= table.columnWidth(FORECAST_Q1) <= wide + SLACK
    lines.setData(cells[0], "-1")
    assert table.columnWidth(FORECAST_Q1) == before


def test_a_column_that_the_officer_widened_stays_so_when_a_long_figure_goes(table: TrackerTable, lines: Lines) -> None:
    cell = lines.index(5, FORECAST_Q1)
    lines.setData(cell, "-1234567890")
    chosen = table.columnWidth(FORECAST_Q1) + 30
    table.setColumnWidth(FORECAST_Q1, chosen)
    lines.setData(cell, "-1")
    assert table.columnWidth(FORECAST_Q1) == chosen


@pytest.mark.parametrize(("seen", "change"), [(20, 20), (-6, -6), (0, 0)])
def test_a_short_column_at_the_edge_is_whole_or_out_of_view(
    table: TrackerTable, lines: Lines, seen: int, change: int
) -> None:
    place = table.visualRect(lines.index(1, FORECAST_Q1))
    edge = place.left() if seen >= 0 else place.right() + 1
    table.resize(table.width() - table.viewport().width() + edge + seen, table.height())
    before = table.columnWidth(2)
    table.end_on_a_whole_column()
    assert table.columnWidth(2) - before == change
    again = table.visualRect(lines.index(1, FORECAST_Q1))
    edge_now = table.viewport().width()
    assert again.left() == edge_now or again.right() + 1 == edge_now


def test_a_table_without_titles_is_left_as_it_is(qtbot: QtBot) -> None:
    table = TrackerTable()
    qtbot.addWidget(table)
    table.end_on_a_whole_column()
    assert table.columns == ()
