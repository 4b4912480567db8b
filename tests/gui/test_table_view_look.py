"""What the table paints, and no more than what changed."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.roles import Marks, Role
from gui.table import TrackerTable
from gui.table.ink import PADDING, Ink
from gui.theme import DARK, FINDING, LIGHT, RATINGS, palette_of, ui_font
from lines_for_table import (
    COLUMNS,
    FORECAST_Q1,
    PLAN_Q1,
    VARIANCE,
    Lines,
    some_lines,
)

RATING, REFERENCE, TITLE, SAVING = 0, 1, 2, 7


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


def is_ink(colour: QColor) -> bool:
    return colour.lightness() < 90


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
    assert written() == set()


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


def test_the_mark_of_an_error_is_red(table: TrackerTable, lines: Lines) -> None:
    lines.mark(1, REFERENCE, Marks.FINDING | Marks.ERROR)
    rect = table.visualRect(lines.index(1, REFERENCE))
    image = image_of(table)
    across = [image.pixelColor(x, rect.center().y() - 4).name().upper() for x in range(rect.left(), rect.right())]
    assert RATINGS["Red"].fill in across
    assert FINDING.fill not in across


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


def test_a_text_is_shown_in_one_line_and_cut_where_the_column_ends(qapp: QApplication) -> None:
    ink = Ink(LIGHT, ui_font())
    assert ink.elided("one\ntwo", 200, False) == "one two"
    cut = ink.elided("a very long story " * 200, 100, False)
    assert cut.endswith("…")
    assert ink.width(cut, False) <= 100


def on_screen(table: TrackerTable) -> QImage:
    """What stands on the screen, nothing of it painted for this."""
    QApplication.processEvents()
    return table.screen().grabWindow(table.winId()).toImage()


@pytest.mark.parametrize("places", [(20,), (60, 61, 200), (500, 470), (500, 13)])
def test_scrolling_sideways_leaves_nothing_of_what_was_there(table: TrackerTable, places: tuple[int, ...]) -> None:
    on_screen(table)
    for place in places:
        table.horizontalScrollBar().setValue(place)
        seen = on_screen(table)
    table.viewport().update()
    table.totals.viewport().update()
    assert seen == on_screen(table)
