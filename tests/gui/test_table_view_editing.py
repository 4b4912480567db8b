"""Editing in the table: what is typed is taken or kept, never lost."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.table import TrackerTable
from gui.table.editors import AmountEditor, ChoiceEditor, Editor, TextEditor
from gui.table.tips import plain_tip
from lines_for_table import COMMENTARY, DIRECTION, FORECAST_Q1, PLAN_Q1, VARIANCE, Lines, some_lines

_Key = Qt.Key
# The platform without a screen says what it cannot do with a window that opens over another.
_OVER_ANOTHER = pytest.mark.qt_log_ignore("This plugin does not support")
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Told:
    """What the table said."""

    refused: list[tuple[int, int, str]] = field(default_factory=list)
    locked: list[tuple[int, int]] = field(default_factory=list)
    clears: int = 0

    def refuse(self, index: QModelIndex, typed: str) -> None:
        self.refused.append((index.row(), index.column(), typed))

    def lock(self, index: QModelIndex) -> None:
        self.locked.append((index.row(), index.column()))

    def clear(self) -> None:
        self.clears += 1


@pytest.fixture
def lines() -> Lines:
    return some_lines(30)


@pytest.fixture
def table(qtbot: QtBot, lines: Lines) -> Iterator[TrackerTable]:
    """A table beside another widget that can take the keyboard."""
    window = QWidget()
    layout = QVBoxLayout(window)
    table = TrackerTable()
    layout.addWidget(table)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(window)
    table.setModel(lines)
    window.resize(900, 400)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    table.setFocus()
    table.setCurrentIndex(lines.index(2, FORECAST_Q1))
    yield table
    table.setModel(None)


@pytest.fixture
def told(table: TrackerTable) -> Told:
    told = Told()
    table.refused.connect(told.refuse)
    table.locked.connect(told.lock)
    table.clear_requested.connect(told.clear)
    return told


def types(table: TrackerTable, text: str) -> None:
    """Types as the officer does: the first key opens the editor, the rest go into it."""
    QTest.keyClicks(table, text[0])
    QTest.keyClicks(open_editor(table), text[1:])


def open_editor(table: TrackerTable) -> Editor:
    assert table.editor is not None, "no editor is open"
    return table.editor


def beside(table: TrackerTable) -> QLineEdit:
    other = table.window().findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(other, QLineEdit)
    return other


def current(table: TrackerTable) -> tuple[int, int]:
    return table.currentIndex().row(), table.currentIndex().column()


@pytest.mark.parametrize("text", ["-90", "90", "(90)"])
def test_typing_a_figure_replaces_what_was_there(table: TrackerTable, text: str) -> None:
    types(table, text)
    assert isinstance(open_editor(table), AmountEditor)
    assert open_editor(table).typed() == text


@pytest.mark.parametrize(
    ("key", "held", "cell"),
    [
        (_Key.Key_Return, Qt.KeyboardModifier.NoModifier, (3, FORECAST_Q1)),
        (_Key.Key_Return, _SHIFT, (1, FORECAST_Q1)),
        (_Key.Key_Tab, Qt.KeyboardModifier.NoModifier, (2, FORECAST_Q1 + 1)),
        (_Key.Key_Backtab, Qt.KeyboardModifier.NoModifier, (2, FORECAST_Q1 - 1)),
        (_Key.Key_Up, Qt.KeyboardModifier.NoModifier, (1, FORECAST_Q1)),
        (_Key.Key_Down, Qt.KeyboardModifier.NoModifier, (3, FORECAST_Q1)),
    ],
)
def test_a_key_that_ends_an_edit_takes_it_and_moves_on(
    table: TrackerTable, lines: Lines, key: Qt.Key, held: Qt.KeyboardModifier, cell: tuple[int, int]
) -> None:
    types(table, "-90")
    QTest.keyClick(open_editor(table), key, held)
    assert lines.texts[2][FORECAST_Q1] == "−90"
    assert table.editor is None
    assert current(table) == cell
    assert table.hasFocus()


def test_escape_leaves_the_cell_as_it_was(table: TrackerTable, lines: Lines) -> None:
    before = lines.texts[2][FORECAST_Q1]
    types(table, "-90")
    QTest.keyClick(open_editor(table), _Key.Key_Escape)
    assert table.editor is None
    assert lines.texts[2][FORECAST_Q1] == before


@pytest.mark.parametrize(
    ("column", "added"), [(FORECAST_Q1, "-829"), (COMMENTARY, "Commentary of line 2 in some words9")]
)
def test_after_f2_the_next_key_adds_to_what_is_there(table: TrackerTable, column: int, added: str) -> None:
    table.setCurrentIndex(table.model().index(2, column))
    QTest.keyClick(table, _Key.Key_F2)
    QTest.keyClicks(open_editor(table), "9")
    assert open_editor(table).typed() == added


def test_after_a_double_click_the_next_key_adds_to_what_is_there(table: TrackerTable) -> None:
    place = table.visualRect(table.currentIndex()).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClicks(open_editor(table), "9")
    assert open_editor(table).typed() == "-829"


def test_typing_on_a_commentary_replaces_it(table: TrackerTable) -> None:
    table.setCurrentIndex(table.model().index(2, COMMENTARY))
    types(table, "On track")
    assert open_editor(table).typed() == "On track"


@_OVER_ANOTHER
def test_escape_in_the_list_closes_list_and_editor_and_changes_nothing(
    qtbot: QtBot, table: TrackerTable, lines: Lines
) -> None:
    before = lines.texts[2][DIRECTION]
    table.setCurrentIndex(lines.index(2, DIRECTION))
    QTest.keyClick(table, _Key.Key_F2)
    editor = open_editor(table)
    assert isinstance(editor, ChoiceEditor)
    qtbot.waitUntil(lambda: editor.view().isVisible())
    QTest.keyClick(editor.view(), _Key.Key_Escape)
    assert table.editor is None
    QTest.keyClick(table, _Key.Key_Up)
    beside(table).setFocus()
    assert current(table) == (1, DIRECTION)
    assert lines.texts[2][DIRECTION] == before


@_OVER_ANOTHER
def test_leaving_the_list_by_mouse_leaves_the_cell_as_it_was(qtbot: QtBot, table: TrackerTable, lines: Lines) -> None:
    before = lines.texts[2][DIRECTION]
    table.setCurrentIndex(lines.index(2, DIRECTION))
    QTest.keyClick(table, _Key.Key_F2)
    editor = open_editor(table)
    assert isinstance(editor, ChoiceEditor)
    qtbot.waitUntil(lambda: editor.view().isVisible())
    editor.hidePopup()
    qtbot.waitUntil(lambda: table.editor is None)
    assert lines.texts[2][DIRECTION] == before


def test_what_is_refused_stays_in_the_editor_and_is_told(table: TrackerTable, lines: Lines, told: Told) -> None:
    before = lines.texts[2][FORECAST_Q1]
    types(table, "lots")
    QTest.keyClick(open_editor(table), _Key.Key_Return)
    assert open_editor(table).typed() == "lots"
    assert told.refused == [(2, FORECAST_Q1, "lots")]
    assert lines.texts[2][FORECAST_Q1] == before
    assert current(table) == (2, FORECAST_Q1)


def test_what_was_refused_can_be_put_right(table: TrackerTable, lines: Lines, told: Told) -> None:
    types(table, "lots")
    QTest.keyClick(open_editor(table), _Key.Key_Return)
    editor = open_editor(table)
    assert isinstance(editor, AmountEditor)
    editor.selectAll()
    QTest.keyClicks(editor, "-90")
    QTest.keyClick(editor, _Key.Key_Return)
    assert lines.texts[2][FORECAST_Q1] == "−90"
    assert len(told.refused) == 1


def test_leaving_a_refused_edit_by_mouse_comes_back_to_what_was_typed(
    qtbot: QtBot, table: TrackerTable, lines: Lines, told: Told
) -> None:
    types(table, "lots")
    beside(table).setFocus()
    qtbot.waitUntil(open_editor(table).hasFocus)
    assert open_editor(table).typed() == "lots"
    assert told.refused == [(2, FORECAST_Q1, "lots")]


def test_clicking_another_cell_during_a_refused_edit_keeps_what_was_typed(
    qtbot: QtBot, table: TrackerTable, lines: Lines, told: Told
) -> None:
    types(table, "lots")
    place = table.visualRect(lines.index(6, FORECAST_Q1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: current(table) == (2, FORECAST_Q1))
    assert open_editor(table).typed() == "lots"
    assert told.refused == [(2, FORECAST_Q1, "lots")]


def test_leaving_an_edit_takes_it(table: TrackerTable, lines: Lines) -> None:
    types(table, "-90")
    beside(table).setFocus()
    assert table.editor is None
    assert lines.texts[2][FORECAST_Q1] == "−90"


def test_looking_at_another_window_neither_takes_nor_drops_what_is_half_typed(
    table: TrackerTable, lines: Lines, told: Told
) -> None:
    before = lines.texts[2][FORECAST_Q1]
    types(table, "-9")
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(open_editor(table), away)
    assert open_editor(table).typed() == "-9"
    assert lines.texts[2][FORECAST_Q1] == before


def test_an_edit_is_finished_before_a_save_or_says_that_it_cannot_be(table: TrackerTable, lines: Lines) -> None:
    assert table.finish_editing()
    types(table, "lots")
    assert not table.finish_editing()
    QTest.keyClick(open_editor(table), _Key.Key_Escape)
    types(table, "-90")
    assert table.finish_editing()
    assert lines.texts[2][FORECAST_Q1] == "−90"


def test_an_edit_that_changes_nothing_asks_nothing(table: TrackerTable, lines: Lines, told: Told) -> None:
    lines.texts[2][FORECAST_Q1] = "to be agreed"
    QTest.keyClick(table, _Key.Key_F2)
    QTest.keyClick(open_editor(table), _Key.Key_Return)
    assert told.refused == []
    assert current(table) == (3, FORECAST_Q1)


def test_a_change_elsewhere_in_the_line_does_not_write_over_what_is_half_typed(
    table: TrackerTable, lines: Lines
) -> None:
    types(table, "-9")
    lines.setData(lines.index(2, FORECAST_Q1 + 1), "-5")
    assert open_editor(table).typed() == "-9"


@pytest.mark.parametrize("key", [_Key.Key_5, _Key.Key_Minus, _Key.Key_F2])
def test_a_cell_that_cannot_be_edited_says_so(table: TrackerTable, lines: Lines, told: Told, key: Qt.Key) -> None:
    table.setCurrentIndex(lines.index(2, PLAN_Q1))
    QTest.keyClick(table, key)
    assert table.editor is None
    assert told.locked == [(2, PLAN_Q1)]


def test_a_double_click_edits_or_says_that_it_cannot(table: TrackerTable, lines: Lines, told: Told) -> None:
    for column in (VARIANCE, FORECAST_Q1):
        place = table.visualRect(lines.index(1, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.locked == [(1, VARIANCE)]
    assert open_editor(table).typed() == "-45"


@pytest.mark.parametrize("key", [_Key.Key_Delete, _Key.Key_Backspace])
def test_delete_asks_the_window_to_clear(table: TrackerTable, told: Told, key: Qt.Key) -> None:
    QTest.keyClick(table, key)
    assert told.clears == 1
    assert table.editor is None


def test_copying_is_left_to_the_window(table: TrackerTable) -> None:
    QApplication.clipboard().setText("from elsewhere")
    QTest.keyClick(table, _Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "from elsewhere"


@_OVER_ANOTHER
def test_a_choice_is_taken_as_soon_as_it_is_made(table: TrackerTable, lines: Lines) -> None:
    table.setCurrentIndex(lines.index(2, DIRECTION))
    QTest.keyClick(table, _Key.Key_F2)
    editor = open_editor(table)
    assert isinstance(editor, ChoiceEditor)
    assert [editor.itemText(place) for place in range(editor.count())] == ["↑", "↔", "↓"]
    assert editor.typed() == "↓"
    editor.setCurrentIndex(0)
    editor.activated.emit(0)
    assert lines.texts[2][DIRECTION] == "↑"
    assert table.editor is None


@_OVER_ANOTHER
def test_the_list_of_choices_opens_with_its_editor_and_keeps_it_open(
    qtbot: QtBot, table: TrackerTable, lines: Lines
) -> None:
    table.setCurrentIndex(lines.index(2, DIRECTION))
    QTest.keyClick(table, _Key.Key_F2)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    assert isinstance(table.editor, ChoiceEditor)
    table.editor.hidePopup()
    QTest.keyClick(table.editor, _Key.Key_Escape)
    assert table.editor is None


def test_a_text_keeps_its_lines(table: TrackerTable, lines: Lines) -> None:
    table.setCurrentIndex(lines.index(2, COMMENTARY))
    QTest.keyClick(table, _Key.Key_F2)
    editor = open_editor(table)
    assert isinstance(editor, TextEditor)
    editor.setPlainText("Late start;")
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClick(editor, _Key.Key_Return, _SHIFT)
    QTest.keyClicks(editor, "on track since.")
    QTest.keyClick(editor, _Key.Key_Return)
    assert lines.texts[2][COMMENTARY] == "Late start;\non track since."
    assert current(table) == (3, COMMENTARY)


def test_an_editor_of_a_text_stays_within_the_table_and_off_the_leading_columns(
    table: TrackerTable, lines: Lines
) -> None:
    for row in (0, 29):
        table.setCurrentIndex(lines.index(row, COMMENTARY))
        QTest.keyClick(table, _Key.Key_F2)
        room = open_editor(table).geometry()
        assert table.viewport().rect().contains(room)
        assert room.left() >= table.frozen_width()
        QTest.keyClick(open_editor(table), _Key.Key_Escape)


def test_an_editor_goes_out_of_sight_with_its_cell_and_comes_back(table: TrackerTable) -> None:
    table.resize(600, 300)
    types(table, "-9")
    before = open_editor(table).geometry()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert not table.viewport().rect().intersects(open_editor(table).geometry())
    table.horizontalScrollBar().setValue(0)
    table.scrollTo(table.currentIndex())
    assert open_editor(table).geometry().size() == before.size()
    assert open_editor(table).typed() == "-9"


def test_an_editor_tells_assistive_tools_its_band_and_heading(table: TrackerTable) -> None:
    types(table, "-9")
    assert open_editor(table).accessibleName() == "Forecast savings 2020-21 £000 Q1"


def test_a_tip_shows_words_that_look_like_tags_as_they_were_typed() -> None:
    assert plain_tip("<p>C&YP</p>\nnext") == "<qt>&lt;p&gt;C&amp;YP&lt;/p&gt;<br>next</qt>"
    assert plain_tip("") == ""


@_OVER_ANOTHER
def test_a_text_that_is_cut_tells_itself_at_rest(qtbot: QtBot, table: TrackerTable, lines: Lines) -> None:
    lines.texts[2][COMMENTARY] = "a long story " * 60
    table.scrollTo(lines.index(2, COMMENTARY))
    rests(table, table.visualRect(lines.index(2, COMMENTARY)).center())
    assert "a long story" in QToolTip.text()
    rests(table, table.visualRect(lines.index(2, VARIANCE)).center())
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def rests(table: TrackerTable, place: QPoint) -> None:
    event = QHelpEvent(QEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
