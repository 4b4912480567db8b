"""The heading answers the mouse: hovering, tips, and edges of columns that stay while the rest is scrolled."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from gui.table import TrackerTable
from gui.theme import LIGHT, palette_of
from lines_for_table import COLUMNS, PLAN_Q1, VARIANCE, Lines, some_lines

TITLE = 2


class WithTips(Lines):
    """A model whose variance explains itself."""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and section == VARIANCE:
            return "Forecast less plan"
        return super().headerData(section, orientation, role)


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[TrackerTable]:
    """A table scrolled sideways."""
    table = TrackerTable()
    qtbot.addWidget(table)
    table.setPalette(palette_of(LIGHT))
    table.setModel(WithTips(some_lines(20).texts))
    table.resize(800, 300)
    with qtbot.waitExposed(table):
        table.show()
    table.horizontalScrollBar().setValue(200)
    yield table
    table.setModel(None)


def hovers(table: TrackerTable, x: int, y: int = 36) -> None:
    """The mouse goes there with no button down."""
    heading = table.horizontalHeader().viewport()
    place, nothing = QPointF(x, y), Qt.MouseButton.NoButton
    held = Qt.KeyboardModifier.NoModifier
    where = heading.mapToGlobal(place)
    QApplication.sendEvent(heading, QMouseEvent(QEvent.Type.MouseMove, place, where, nothing, nothing, held))


def ground_at(table: TrackerTable, x: int) -> str:
    picture = table.horizontalHeader().viewport().grab()
    ratio = picture.devicePixelRatio()
    return picture.toImage().pixelColor(int(x * ratio), int(28 * ratio)).name().upper()


@pytest.mark.parametrize("column", [TITLE, VARIANCE])
def test_the_heading_under_the_mouse_shows_it_on_both_sides_of_the_border(table: TrackerTable, column: int) -> None:
    inside = table.column_left(column) + 2
    hovers(table, inside + 20)
    assert ground_at(table, inside) == LIGHT.selection
    QApplication.sendEvent(table.horizontalHeader().viewport(), QEvent(QEvent.Type.Leave))
    assert ground_at(table, inside) == LIGHT.heading


def test_a_band_shows_nothing_under_the_mouse(table: TrackerTable) -> None:
    hovers(table, table.column_left(VARIANCE) + 20, y=10)
    assert ground_at(table, table.column_left(VARIANCE) + 2) == LIGHT.heading


def test_the_edge_of_a_leading_column_shows_that_it_can_be_dragged(table: TrackerTable) -> None:
    heading = table.horizontalHeader()
    hovers(table, table.frozen_width() - 2)
    assert heading.cursor().shape() == Qt.CursorShape.SplitHCursor
    hovers(table, table.frozen_width() - 40)
    assert heading.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_double_click_on_the_edge_of_a_leading_column_fits_it(table: TrackerTable) -> None:
    table.setColumnWidth(TITLE, 60)
    heading = table.horizontalHeader().viewport()
    QTest.mouseDClick(heading, Qt.MouseButton.LeftButton, pos=QPoint(table.frozen_width() - 2, 36))
    assert table.columnWidth(TITLE) > 100


def test_a_double_click_on_a_band_or_a_heading_changes_no_width(table: TrackerTable) -> None:
    before = [table.columnWidth(column) for column in range(len(COLUMNS))]
    heading = table.horizontalHeader().viewport()
    for y in (10, 36):
        QTest.mouseDClick(heading, Qt.MouseButton.LeftButton, pos=QPoint(table.column_left(VARIANCE) + 20, y))
    assert [table.columnWidth(column) for column in range(len(COLUMNS))] == before


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(("column", "words"), [(VARIANCE, "Forecast less plan"), (TITLE, "Title")])
def test_a_heading_tells_itself_in_full_at_rest(qtbot: QtBot, table: TrackerTable, column: int, words: str) -> None:
    rests(table, table.column_left(column) + 10)
    assert QToolTip.text() == f"<qt>{words}</qt>"
    rests(table, table.viewport().width() + 5000)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def rests(table: TrackerTable, x: int) -> None:
    heading = table.horizontalHeader().viewport()
    place = QPoint(x, 36)
    QApplication.sendEvent(heading, QHelpEvent(QEvent.Type.ToolTip, place, heading.mapToGlobal(place)))


@pytest.mark.parametrize(("beyond", "first"), [(-5, 2), (0, 2), (5, 2), (-40, 1)])
def test_the_scroll_bar_held_by_the_mouse_goes_to_the_nearest_column(
    table: TrackerTable, beyond: int, first: int
) -> None:
    bar = table.horizontalScrollBar()
    bar.setSliderDown(True)
    bar.setValue(table.columnWidth(PLAN_Q1) + table.columnWidth(PLAN_Q1 + 1) + beyond)
    bar.setSliderDown(False)
    assert table.column_left(PLAN_Q1 + first) == table.frozen_width()


def test_a_last_column_wider_than_the_view_is_reached_to_its_end(table: TrackerTable) -> None:
    last = len(COLUMNS) - 1
    table.setColumnWidth(last, 1500)
    table.updateGeometries()
    bar = table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert table.column_left(last) + 1500 == table.viewport().width()
