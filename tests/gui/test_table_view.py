"""The table's leading columns stay in view, by keyboard, mouse and scroll bar."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.table import TrackerTable
from lines_for_table import COLUMNS, COMMENTARY, FORECAST_Q1, PLAN_Q1, VARIANCE, Lines, some_lines, some_totals

RATING, REFERENCE, TITLE = 0, 1, 2
_Key = Qt.Key
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def lines() -> Lines:
    return some_lines(60)


@pytest.fixture
def table(qtbot: QtBot, lines: Lines) -> Iterator[TrackerTable]:
    """A table of 60 lines, too narrow for all its columns."""
    table = TrackerTable()
    qtbot.addWidget(table)
    table.setModel(lines)
    table.set_totals_model(some_totals(60))
    table.resize(800, 400)
    with qtbot.waitExposed(table):
        table.show()
    table.setFocus()
    yield table
    table.setModel(None)


def goes_to(table: TrackerTable, row: int, column: int) -> None:
    table.setCurrentIndex(table.model().index(row, column))


def presses(table: TrackerTable, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(table, key, held)


def current(table: TrackerTable) -> tuple[int, int]:
    return table.currentIndex().row(), table.currentIndex().column()


def selected(table: TrackerTable) -> set[tuple[int, int]]:
    return {(index.row(), index.column()) for index in table.selectedIndexes()}


def centre(table: TrackerTable, row: int, column: int) -> QPoint:
    return table.visualRect(table.model().index(row, column)).center()


def scrolls_to_the_end(table: TrackerTable) -> None:
    bar = table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0


def test_leading_columns_stay_where_they_are_while_the_rest_scrolls(table: TrackerTable, lines: Lines) -> None:
    before = [table.visualRect(lines.index(0, column)) for column in (RATING, REFERENCE, TITLE)]
    scrolls_to_the_end(table)
    assert [table.visualRect(lines.index(0, column)) for column in (RATING, REFERENCE, TITLE)] == before
    assert table.visualRect(lines.index(0, PLAN_Q1)).right() < table.frozen_width()


def test_the_cell_seen_at_a_point_is_found_there_on_both_sides_of_the_border(table: TrackerTable, lines: Lines) -> None:
    scrolls_to_the_end(table)
    for column in (RATING, REFERENCE, TITLE, COMMENTARY):
        assert table.indexAt(centre(table, 3, column)) == lines.index(3, column)


def test_a_column_is_seen_whole_beside_the_border_wherever_the_scroll_bar_is_put(table: TrackerTable) -> None:
    for value in (1, 60, 97, 250, 251):
        table.horizontalScrollBar().setValue(value)
        lefts = {table.column_left(column) for column in range(len(COLUMNS))}
        assert table.frozen_width() in lefts


def test_the_last_column_can_be_scrolled_to_in_full(table: TrackerTable, lines: Lines) -> None:
    scrolls_to_the_end(table)
    rect = table.visualRect(lines.index(0, COMMENTARY))
    assert rect.left() >= table.frozen_width()
    assert rect.right() <= table.viewport().width()
    assert table.frozen_width() in {table.column_left(column) for column in range(len(COLUMNS))}


def test_laying_out_again_at_the_far_end_scrolls_nowhere(table: TrackerTable) -> None:
    scrolls_to_the_end(table)
    before = table.horizontalScrollBar().value()
    table.updateGeometries()
    table.updateGeometries()
    assert table.horizontalScrollBar().value() == before


def test_going_left_by_keyboard_never_hides_the_current_cell_beneath_the_border(table: TrackerTable) -> None:
    scrolls_to_the_end(table)
    goes_to(table, 5, COMMENTARY)
    for column in range(COMMENTARY - 1, PLAN_Q1 - 1, -1):
        presses(table, _Key.Key_Left)
        assert current(table) == (5, column)
        assert table.visualRect(table.currentIndex()).left() >= table.frozen_width()


def test_going_right_by_keyboard_never_leaves_the_current_cell_out_of_view(table: TrackerTable) -> None:
    goes_to(table, 5, RATING)
    for column in range(1, COMMENTARY + 1):
        presses(table, _Key.Key_Right)
        assert current(table) == (5, column)
        rect = table.visualRect(table.currentIndex())
        assert rect.right() <= table.viewport().width()
        assert column <= TITLE or rect.left() >= table.frozen_width()


def test_going_to_a_leading_column_leaves_the_rest_where_it_was(table: TrackerTable) -> None:
    scrolls_to_the_end(table)
    before = table.horizontalScrollBar().value()
    goes_to(table, 59, TITLE)
    assert table.horizontalScrollBar().value() == before
    assert table.rowAt(table.viewport().height() - 1) >= 58


def test_crossing_the_border_by_keyboard_reaches_the_neighbouring_column(table: TrackerTable) -> None:
    goes_to(table, 0, COMMENTARY)
    goes_to(table, 0, TITLE)
    presses(table, _Key.Key_Right)
    assert current(table) == (0, PLAN_Q1)
    assert table.visualRect(table.currentIndex()).left() == table.frozen_width()
    presses(table, _Key.Key_Left)
    assert current(table) == (0, TITLE)


def test_enter_goes_down_and_with_shift_up(table: TrackerTable) -> None:
    goes_to(table, 5, FORECAST_Q1)
    presses(table, _Key.Key_Return)
    assert current(table) == (6, FORECAST_Q1)
    presses(table, _Key.Key_Return, _SHIFT)
    assert current(table) == (5, FORECAST_Q1)


def test_tab_goes_right_and_skips_hidden_columns(table: TrackerTable) -> None:
    table.setColumnHidden(FORECAST_Q1 + 1, True)
    goes_to(table, 5, FORECAST_Q1)
    presses(table, _Key.Key_Tab)
    assert current(table) == (5, FORECAST_Q1 + 2)


def test_ctrl_home_and_end_go_to_the_corners(table: TrackerTable) -> None:
    goes_to(table, 5, FORECAST_Q1)
    presses(table, _Key.Key_End, _CONTROL)
    assert current(table) == (59, COMMENTARY)
    presses(table, _Key.Key_Home, _CONTROL)
    assert current(table) == (0, RATING)


def test_ctrl_and_an_arrow_go_to_the_edge(table: TrackerTable) -> None:
    goes_to(table, 5, FORECAST_Q1)
    presses(table, _Key.Key_Down, _CONTROL)
    assert current(table) == (59, FORECAST_Q1)
    presses(table, _Key.Key_Right, _CONTROL)
    assert current(table) == (59, COMMENTARY)
    assert selected(table) == {(59, COMMENTARY)}


def test_shift_and_arrows_select_a_block_that_began_out_of_view(table: TrackerTable) -> None:
    goes_to(table, 2, PLAN_Q1)
    for _ in range(COMMENTARY - PLAN_Q1):
        presses(table, _Key.Key_Right, _SHIFT)
    presses(table, _Key.Key_Down, _SHIFT)
    assert table.column_left(PLAN_Q1) < table.frozen_width()
    assert selected(table) == {(row, column) for row in (2, 3) for column in range(PLAN_Q1, COMMENTARY + 1)}


def test_a_move_without_shift_begins_a_new_block(table: TrackerTable) -> None:
    goes_to(table, 2, FORECAST_Q1)
    presses(table, _Key.Key_Down, _SHIFT)
    presses(table, _Key.Key_Down)
    presses(table, _Key.Key_Right, _SHIFT)
    assert selected(table) == {(4, FORECAST_Q1), (4, FORECAST_Q1 + 1)}


def test_clicking_a_leading_cell_selects_it_while_the_rest_is_scrolled(table: TrackerTable) -> None:
    scrolls_to_the_end(table)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre(table, 4, REFERENCE))
    assert current(table) == (4, REFERENCE)
    assert selected(table) == {(4, REFERENCE)}


def test_a_click_with_shift_selects_from_where_the_block_began(table: TrackerTable) -> None:
    goes_to(table, 1, PLAN_Q1)
    scrolls_to_the_end(table)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, _SHIFT, centre(table, 2, VARIANCE))
    assert selected(table) == {(row, column) for row in (1, 2) for column in range(PLAN_Q1, VARIANCE + 1)}


def test_dragging_selects_a_block_across_the_border(table: TrackerTable) -> None:
    viewport = table.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=centre(table, 1, TITLE))
    for row, column in ((1, PLAN_Q1), (3, PLAN_Q1 + 1)):
        QTest.mouseMove(viewport, centre(table, row, column))
        QApplication.processEvents()
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=centre(table, 3, PLAN_Q1 + 1))
    assert selected(table) == {(row, column) for row in (1, 2, 3) for column in range(TITLE, PLAN_Q1 + 2)}


def test_a_click_with_ctrl_adds_a_cell(table: TrackerTable) -> None:
    goes_to(table, 1, PLAN_Q1)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, _CONTROL, centre(table, 3, REFERENCE))
    assert selected(table) == {(1, PLAN_Q1), (3, REFERENCE)}


def test_a_narrow_view_keeps_fewer_columns_so_that_the_rest_stays_readable(table: TrackerTable) -> None:
    assert table.frozen_columns() == 3
    table.resize(420, 400)
    assert table.frozen_columns() == 2
    assert table.totals.frozen_columns() == 2
    goes_to(table, 0, TITLE)
    assert table.visualRect(table.currentIndex()).left() >= table.frozen_width()


def test_without_leading_columns_everything_scrolls(table: TrackerTable, lines: Lines) -> None:
    table.set_frozen_columns(0)
    scrolls_to_the_end(table)
    assert table.visualRect(lines.index(0, RATING)).left() < 0


def wheel(table: TrackerTable, across: int, down: int, held: Qt.KeyboardModifier) -> None:
    place = QPointF(600, 100)
    event = QWheelEvent(
        place,
        table.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(across, down),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(table.viewport(), event)


def test_the_wheel_goes_sideways_with_shift_by_whole_columns(table: TrackerTable) -> None:
    wheel(table, 0, -120, _SHIFT)
    assert table.column_left(PLAN_Q1 + 1) == table.frozen_width()
    wheel(table, 0, 120, _SHIFT)
    assert table.horizontalScrollBar().value() == 0


def test_small_movements_of_a_finger_add_up_to_a_column(table: TrackerTable) -> None:
    for _ in range(3):
        wheel(table, -15, 0, Qt.KeyboardModifier.NoModifier)
    assert table.horizontalScrollBar().value() == 0
    for _ in range(4):
        wheel(table, -15, 0, Qt.KeyboardModifier.NoModifier)
    assert table.column_left(PLAN_Q1 + 1) == table.frozen_width()


def test_the_wheel_goes_down_over_the_leading_columns_too(table: TrackerTable) -> None:
    wheel(table, 0, -120, Qt.KeyboardModifier.NoModifier)
    assert table.verticalScrollBar().value() > 0
    assert table.horizontalScrollBar().value() == 0


def test_a_selected_line_is_painted_anew_from_edge_to_edge(table: TrackerTable) -> None:
    goes_to(table, 1, COMMENTARY)
    table.selectionModel().select(table.model().index(1, COMMENTARY), QItemSelectionModel.SelectionFlag.Select)
    region = table.visualRegionForSelection(table.selectionModel().selection())
    assert region.boundingRect().width() == table.viewport().width()
