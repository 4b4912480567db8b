"""Totals under the headings, headings in two levels, and what assistive tools read."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from gui.roles import Kind
from gui.table import TotalsRow, TrackerTable
from gui.table.columns import Column, spans
from gui.table.ink import Ink
from gui.theme import LIGHT, ui_font
from lines_for_table import (
    COLUMNS,
    FORECAST_Q1,
    PLAN_Q1,
    VARIANCE,
    Lines,
    Shown,
)

RATING, REFERENCE, TITLE, SAVING = 0, 1, 2, 7


def is_ink(colour: QColor) -> bool:
    return colour.lightness() < 90


def test_a_click_on_a_leading_heading_sorts_by_it_while_the_rest_is_scrolled(table: TrackerTable, lines: Lines) -> None:
    table.horizontalScrollBar().setValue(500)
    lines.sorted_by.clear()
    clicks_heading(table, table.column_left(TITLE) + 20)
    clicks_heading(table, table.column_left(VARIANCE) + 20)
    assert [column for column, _ in lines.sorted_by] == [TITLE, VARIANCE]


def test_a_third_click_brings_back_the_trackers_own_order(table: TrackerTable, lines: Lines) -> None:
    lines.sorted_by.clear()
    for _ in range(3):
        clicks_heading(table, table.column_left(TITLE) + 20)
    assert [column for column, _ in lines.sorted_by] == [TITLE, TITLE, -1]
    assert lines.sorted_by[0][1] != lines.sorted_by[1][1]


def test_a_click_on_a_band_sorts_nothing(table: TrackerTable, lines: Lines) -> None:
    lines.sorted_by.clear()
    clicks_heading(table, table.column_left(PLAN_Q1) + 20, level=0)
    assert lines.sorted_by == []


def clicks_heading(table: TrackerTable, x: int, level: int = 1) -> None:
    place = QPoint(x, level * 24 + 12)
    QTest.mouseClick(table.horizontalHeader().viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_leading_column_is_resized_at_its_edge_while_the_rest_is_scrolled(table: TrackerTable) -> None:
    table.horizontalScrollBar().setValue(500)
    heading, before = table.horizontalHeader().viewport(), table.columnWidth(TITLE)
    edge = table.frozen_width() - 2
    QTest.mousePress(heading, Qt.MouseButton.LeftButton, pos=QPoint(edge, 36))
    QTest.mouseMove(heading, QPoint(edge + 15, 36))
    QTest.mouseMove(heading, QPoint(edge + 30, 36))
    QTest.mouseRelease(heading, Qt.MouseButton.LeftButton, pos=QPoint(edge + 30, 36))
    assert table.columnWidth(TITLE) == before + 30
    assert table.totals.columnWidth(TITLE) == before + 30


def test_a_band_reaches_over_its_neighbouring_columns() -> None:
    columns = [Column(place, Kind.AMOUNT, "", band) for place, band in enumerate(["", "Plan", "Plan", "Forecast"])]
    placed = [(column, 50 * column.place, 50) for column in columns]
    assert [(span.band, span.left, span.width) for span in spans(placed)] == [
        ("", 0, 50),
        ("Plan", 50, 100),
        ("Forecast", 150, 50),
    ]


def test_the_words_of_a_band_stay_in_what_is_seen_of_it(table: TrackerTable) -> None:
    table.horizontalScrollBar().setValue(1)
    heading = table.horizontalHeader()
    image = QImage(heading.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    heading.viewport().render(painter, QPoint())
    painter.end()
    end = table.column_left(FORECAST_Q1)
    dark = [x for x in range(table.frozen_width(), end - 1) for y in range(4, 20) if is_ink(image.pixelColor(x, y))]
    left, right = min(dark) - table.frozen_width(), end - max(dark)
    assert abs(left - right) <= 3


def test_totals_scroll_with_their_columns_and_stay_under_the_headings(table: TrackerTable) -> None:
    totals = table.totals
    for value in (0, 200, table.horizontalScrollBar().maximum()):
        table.horizontalScrollBar().setValue(value)
        for column in range(PLAN_Q1, len(COLUMNS)):
            assert totals.column_left(column) == table.column_left(column)
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert totals.geometry().top() == table.horizontalHeader().geometry().top() + 48
    assert totals.geometry().bottom() < table.viewport().geometry().top()


def test_a_second_line_of_totals_makes_room_for_itself(table: TrackerTable) -> None:
    before = table.viewport().geometry().top()
    totals = table.totals.model()
    assert isinstance(totals, Lines)
    totals.beginResetModel()
    totals.texts.append(["12 shown", *totals.texts[0][1:]])
    totals.endResetModel()
    assert table.viewport().geometry().top() == before + 24
    assert table.totals.height() == 2 * 24 + 2


def test_the_label_of_the_totals_spans_the_leading_columns(table: TrackerTable) -> None:
    label = table.totals.model().index(0, 0)
    assert table.totals.visualRect(label).width() == table.frozen_width()


def test_totals_follow_a_column_made_wider_or_hidden(table: TrackerTable) -> None:
    table.setColumnWidth(VARIANCE, 140)
    table.setColumnHidden(PLAN_Q1, True)
    assert table.totals.columnWidth(VARIANCE) == 140
    assert table.totals.isColumnHidden(PLAN_Q1)


def test_totals_can_neither_be_edited_nor_selected(table: TrackerTable) -> None:
    assert table.totals.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    assert table.totals.selectionMode() == QAbstractItemView.SelectionMode.NoSelection


def test_table_and_totals_are_found_by_name_and_read_as_tables(table: TrackerTable) -> None:
    assert table.objectName() == "trackerTable"
    assert table.findChild(TotalsRow, "totalsRow") is table.totals
    for view, name in ((table, "Savings"), (table.totals, "Totals")):
        read = QAccessible.queryAccessibleInterface(view)
        assert read.text(QAccessible.Text.Name) == name
        assert read.role() == QAccessible.Role.Table


def test_columns_of_a_model_without_kinds_are_texts(qtbot: QtBot) -> None:
    class Plain(Lines):
        def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
            return super().headerData(section, orientation, role) if role == 0 else None

    table = TrackerTable()
    qtbot.addWidget(table)
    table.setModel(Plain([["one", "two"]], [Shown("First", Kind.TEXT), Shown("Second", Kind.AMOUNT)]))
    assert [column.kind for column in table.columns] == [Kind.TEXT, Kind.TEXT]


def test_a_heavier_font_keeps_the_family(qapp: QApplication) -> None:
    ink = Ink(LIGHT, ui_font())
    assert ink.bold.families() == ink.plain.families()
    assert ink.bold.weight() > QFont.Weight.Normal
