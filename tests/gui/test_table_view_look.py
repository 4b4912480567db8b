"""What the table shows: figures whole, bands in view, totals under the headings, and no more painted than changed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from gui.roles import Kind, Marks, Role
from gui.table import TotalsRow, TrackerTable
from gui.table.columns import Column, spans
from gui.table.ink import PADDING, Ink
from gui.theme import DARK, LIGHT, palette_of, ui_font
from lines_for_table import (
    COLUMNS,
    COMMENTARY,
    FORECAST_Q1,
    PLAN_Q1,
    VARIANCE,
    Lines,
    Shown,
    some_lines,
    some_totals,
)

RATING, REFERENCE, TITLE, SAVING = 0, 1, 2, 7


@pytest.fixture
def lines() -> Lines:
    return some_lines(60)


@pytest.fixture
def table(qtbot: QtBot, lines: Lines) -> Iterator[TrackerTable]:
    table = TrackerTable()
    qtbot.addWidget(table)
    table.setPalette(palette_of(LIGHT))
    table.setFont(ui_font())
    table.setModel(lines)
    table.set_totals_model(some_totals(60))
    table.resize(1000, 400)
    with qtbot.waitExposed(table):
        table.show()
    table.setFocus()
    yield table
    table.setModel(None)


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


def image_of(table: TrackerTable) -> QImage:
    """The cells as they are painted, one pixel a pixel."""
    image = QImage(table.viewport().size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    table.viewport().render(painter, QPoint())
    painter.end()
    return image


def ground_of(image: QImage, rect: QRect) -> str:
    """The colour of a cell near its lower left corner, where nothing is written."""
    return image.pixelColor(rect.left() + 2, rect.bottom() - 3).name().upper()


# widths


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


# heights


def test_every_row_has_one_height_and_none_is_measured(table: TrackerTable, lines: Lines) -> None:
    assert {table.rowHeight(row) for row in range(60)} == {24}
    lines.setData(lines.index(0, COMMENTARY), "one\ntwo\nthree")
    assert table.rowHeight(0) == 24


def test_rows_grow_with_the_size_of_text(table: TrackerTable) -> None:
    table.setFont(ui_font(24))
    assert table.rowHeight(0) > 30
    assert table.totals.rowHeight(0) == table.rowHeight(0)
    assert table.horizontalHeader().height() == 2 * table.rowHeight(0) + table.totals.wanted_height()


# painting


def test_one_edit_paints_its_own_line_only(qtbot: QtBot, table: TrackerTable, lines: Lines) -> None:
    table.setCurrentIndex(lines.index(9, FORECAST_Q1))
    QApplication.processEvents()
    lines.asked.rows.clear()
    lines.setData(lines.index(5, FORECAST_Q1), "-90")
    QApplication.processEvents()
    assert set(lines.asked.rows) == {5}
    assert len(lines.asked.rows) < 5 * len(COLUMNS)


def test_moving_to_another_cell_paints_two_lines_only(table: TrackerTable, lines: Lines) -> None:
    table.setCurrentIndex(lines.index(2, FORECAST_Q1))
    QApplication.processEvents()
    lines.asked.rows.clear()
    table.setCurrentIndex(lines.index(3, FORECAST_Q1))
    QApplication.processEvents()
    assert set(lines.asked.rows) <= {2, 3}


def test_a_screen_asks_each_cell_seen_once(table: TrackerTable, lines: Lines) -> None:
    QApplication.processEvents()
    lines.asked.rows.clear()
    image_of(table)
    rows_seen = table.viewport().height() // 24 + 1
    assert len(lines.asked.rows) <= rows_seen * (2 * len(COLUMNS) + 1)


def test_a_model_without_marks_is_asked_one_by_one(qtbot: QtBot) -> None:
    class OneByOne(Lines):
        def data(self, index: object, role: int = 0) -> object:
            if role == Role.MARKS:
                return None
            return True if role == Role.EDITABLE else super().data(index, role)  # type: ignore[arg-type]

    table = TrackerTable()
    qtbot.addWidget(table)
    table.setPalette(palette_of(LIGHT))
    lines = OneByOne(some_lines(3).texts)
    table.setModel(lines)
    table.resize(800, 300)
    assert ground_of(image_of(table), table.visualRect(lines.index(1, PLAN_Q1))) == LIGHT.editable


def test_cells_stand_on_the_ground_that_says_what_they_are(table: TrackerTable, lines: Lines) -> None:
    table.setCurrentIndex(lines.index(4, PLAN_Q1))
    image = image_of(table)

    def ground(row: int, column: int) -> str:
        return ground_of(image, table.visualRect(lines.index(row, column)))

    assert ground(1, FORECAST_Q1) == LIGHT.editable
    assert ground(1, VARIANCE) == LIGHT.surface
    assert ground(4, FORECAST_Q1) == LIGHT.selection
    assert ground(4, TITLE) == LIGHT.selection
    assert ground(4, PLAN_Q1) == LIGHT.surface


def test_cells_selected_together_stand_out_from_the_line(table: TrackerTable, lines: Lines) -> None:
    table.setCurrentIndex(lines.index(4, TITLE))
    QTest.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    image = image_of(table)
    assert ground_of(image, table.visualRect(lines.index(4, TITLE))) == LIGHT.block
    assert ground_of(image, table.visualRect(lines.index(4, RATING))) == LIGHT.selection


def test_the_current_cell_is_outlined_in_the_accent_while_the_keyboard_is_here(
    table: TrackerTable, lines: Lines
) -> None:
    table.setCurrentIndex(lines.index(4, PLAN_Q1))
    rect = table.visualRect(table.currentIndex())
    assert image_of(table).pixelColor(rect.left(), rect.center().y()).name().upper() == LIGHT.accent
    table.clearFocus()
    assert image_of(table).pixelColor(rect.left(), rect.center().y()).name().upper() == LIGHT.muted


def test_a_figure_that_the_view_cuts_is_not_shown_as_a_shorter_one(table: TrackerTable, lines: Lines) -> None:
    last_seen = table.visualRect(lines.index(1, FORECAST_Q1))

    def written() -> set[int]:
        """Where ink stands in the column that the view ends in, from its left edge."""
        image = image_of(table)
        across = range(last_seen.left() + 2, min(last_seen.right(), image.width()) - 1)
        down = range(last_seen.top() + 4, last_seen.bottom() - 4)
        return {x - last_seen.left() for x in across if any(is_ink(image.pixelColor(x, y)) for y in down)}

    lines.texts[1][FORECAST_Q1] = "−888,888"
    lines.dataChanged.emit(lines.index(1, FORECAST_Q1), lines.index(1, FORECAST_Q1))
    last_seen = table.visualRect(lines.index(1, FORECAST_Q1))
    whole = written()
    table.resize(last_seen.right() - 8, table.height())
    assert max(whole) - min(whole) > 40
    assert max(written(), default=0) - min(written(), default=0) < 16


@pytest.mark.parametrize(("rating", "fill"), [("Red", "#B3261E"), ("Amber", "#F2B600"), ("Blue", "#1D5FB4")])
def test_a_rating_is_a_filled_label(table: TrackerTable, lines: Lines, rating: str, fill: str) -> None:
    lines.texts[1][RATING] = rating
    rect = table.visualRect(lines.index(1, RATING))
    pixel = image_of(table).pixelColor(rect.left() + PADDING + 2, rect.center().y())
    assert pixel.name().upper() == fill


def test_a_rating_of_another_scheme_and_an_empty_one_have_no_fill(table: TrackerTable, lines: Lines) -> None:
    lines.texts[1][RATING], lines.texts[2][RATING] = "Purple", ""
    image = image_of(table)
    for row in (1, 2):
        rect = table.visualRect(lines.index(row, RATING))
        assert image.pixelColor(rect.left() + PADDING + 2, rect.center().y()).name().upper() == LIGHT.surface


def test_a_changed_cell_has_a_mark_in_its_corner(table: TrackerTable, lines: Lines) -> None:
    rect = table.visualRect(lines.index(1, SAVING))
    corner = QPoint(rect.right() - 2, rect.top() + 1)
    assert image_of(table).pixelColor(corner).name().upper() == LIGHT.surface
    lines.mark(1, SAVING, Marks.CHANGED)
    assert image_of(table).pixelColor(corner).name().upper() == LIGHT.accent


@pytest.mark.parametrize("reference", ["A/R.6.101", ""])
def test_a_line_with_a_finding_has_a_mark_beside_its_reference(
    table: TrackerTable, lines: Lines, reference: str
) -> None:
    lines.texts[1][REFERENCE] = reference
    lines.mark(1, REFERENCE, Marks.FINDING)
    rect = table.visualRect(lines.index(1, REFERENCE))
    image = image_of(table)
    across = [image.pixelColor(x, rect.center().y() - 4).name().upper() for x in range(rect.left(), rect.right())]
    assert "#8A5A00" in across


def test_a_stronger_line_stands_at_the_border_also_after_scrolling(table: TrackerTable) -> None:
    for value in (0, 500):
        table.horizontalScrollBar().setValue(value)
        image = image_of(table)
        assert image.pixelColor(table.frozen_width() - 1, 100).name().upper() == LIGHT.strong_line


def test_the_theme_is_followed_at_once(table: TrackerTable, lines: Lines) -> None:
    table.setColumnWidth(TITLE, 222)
    table.setPalette(palette_of(DARK))
    assert table.columnWidth(TITLE) == 222
    assert table.ink.theme is DARK
    assert ground_of(image_of(table), table.visualRect(lines.index(1, SAVING))) == DARK.surface
    assert table.totals.ink.theme is DARK


def test_an_empty_table_says_why(table: TrackerTable, lines: Lines) -> None:
    lines.beginResetModel()
    lines.texts = []
    lines.endResetModel()
    empty = image_of(table)
    table.set_empty_text("No saving has these words.")
    assert image_of(table) != empty


# texts


def test_a_text_is_shown_in_one_line_and_cut_where_the_column_ends(qapp: QApplication) -> None:
    ink = Ink(LIGHT, ui_font())
    assert ink.elided("one\ntwo", 200, False) == "one two"
    cut = ink.elided("a very long story " * 200, 100, False)
    assert cut.endswith("…")
    assert ink.width(cut, False) <= 100


# heading


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


def is_ink(colour: QColor) -> bool:
    return colour.lightness() < 90


# totals


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


# assistive tools


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
