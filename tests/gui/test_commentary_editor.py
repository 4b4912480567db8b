"""The commentary's editor: nothing typed is lost, nothing read is changed, undo is the tracker's."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from builders import A_SCHEME, a_saving, a_tracker
from gui.pane.commentary_editor import PAUSE
from pane_desk import CROSS_FOOT, STRETCH, Desk, a_desk


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """A pane over a tracker of two lines."""
    return a_desk(qtbot, a_tracker(STRETCH, CROSS_FOOT, scheme=A_SCHEME))


def test_the_command_puts_the_keyboard_into_the_commentary(desk: Desk) -> None:
    desk.pane.edit()
    assert desk.editor.hasFocus()


def test_what_is_typed_is_sent_after_a_pause(qtbot: QtBot, desk: Desk) -> None:
    pause = desk.editor.findChild(QTimer)
    assert pause is not None
    assert (pause.interval(), PAUSE) == (800, 800)
    pause.setInterval(1)
    desk.pane.edit()
    with qtbot.waitSignal(desk.pane.commentary_typed):
        QTest.keyClicks(desk.editor, " Now more.")
    assert desk.asked.typed == [(0, "Placements cost more. Now more.")]


def test_what_is_typed_is_sent_on_leaving_the_editor(desk: Desk) -> None:
    desk.pane.edit()
    QTest.keyClicks(desk.editor, "A")
    desk.elsewhere.setFocus()
    assert desk.asked.typed == [(0, "Placements cost more.A")]


def test_what_is_typed_is_sent_for_the_line_that_it_was_typed_on(desk: Desk) -> None:
    desk.pane.edit()
    QTest.keyClicks(desk.editor, "A")
    desk.pane.show_line(desk.tracker, 1)
    assert desk.asked.typed == [(0, "Placements cost more.A")]
    assert desk.editor.text() == ""
    assert desk.tracker.year.savings[1].commentary == ""


def test_what_is_typed_is_sent_before_the_pane_is_hidden(desk: Desk) -> None:
    desk.pane.edit()
    QTest.keyClicks(desk.editor, "A")
    desk.pane.hide()
    assert desk.asked.typed == [(0, "Placements cost more.A")]


def test_what_was_sent_is_not_sent_again_and_nothing_typed_is_nothing_sent(desk: Desk) -> None:
    desk.pane.commit()
    assert desk.asked.typed == []
    desk.pane.edit()
    QTest.keyClicks(desk.editor, "A")
    assert desk.pane.typing
    desk.pane.commit()
    desk.pane.commit()
    desk.elsewhere.setFocus()
    assert len(desk.asked.typed) == 1
    assert not desk.pane.typing


def test_text_put_back_as_it_was_is_nothing_typed(desk: Desk) -> None:
    changes: list[bool] = []
    desk.pane.typing_changed.connect(changes.append)
    desk.pane.edit()
    QTest.keyClicks(desk.editor, "A")
    QTest.keyClick(desk.editor, Qt.Key.Key_Backspace)
    assert changes == [True, False]
    desk.pane.commit()
    assert desk.asked.typed == []


def test_a_change_elsewhere_keeps_the_caret_and_what_is_being_typed(desk: Desk) -> None:
    desk.pane.edit()
    desk.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(desk.editor, " More")
    desk.tracker.edit(0, "forecast_q1", "-1")
    assert desk.editor.text() == "Placements cost more. More"
    assert desk.editor.textCursor().atEnd()


def test_commentary_that_changes_elsewhere_is_shown_with_the_caret_in_its_place(desk: Desk) -> None:
    cursor = desk.editor.textCursor()
    cursor.setPosition(len("Placements cost"))
    desk.editor.setTextCursor(cursor)
    desk.tracker.edit(0, "commentary", "𝔗wo:\nPlacements cost more.")
    assert desk.editor.text() == "𝔗wo:\nPlacements cost more."
    assert desk.editor.textCursor().block().text()[: desk.editor.textCursor().positionInBlock()] == "Placements cost"
    desk.tracker.edit(0, "commentary", "𝔗wo:\nServices will now be dear.")
    assert desk.editor.textCursor().block().text()[: desk.editor.textCursor().positionInBlock()] == "Services will n"
    desk.tracker.edit(0, "commentary", "")
    assert desk.editor.text() == ""
    assert desk.asked.typed == []


def test_undo_takes_what_was_just_typed_back_and_keeps_the_caret_near(desk: Desk) -> None:
    undo = QAction("Undo", desk.window)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    undo.triggered.connect(desk.tracker.undo)
    undo.setEnabled(False)
    desk.tracker.watch(lambda _lines: undo.setEnabled(desk.tracker.history.next_undo is not None))
    desk.window.addAction(undo)
    desk.pane.edit()
    desk.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(desk.editor, " Yes.")
    QTest.keySequence(desk.editor, QKeySequence(QKeySequence.StandardKey.Undo))
    assert desk.asked.typed == [(0, "Placements cost more. Yes.")]
    assert desk.editor.text() == "Placements cost more."
    assert desk.editor.textCursor().atEnd()
    assert desk.tracker.redo() is not None
    assert desk.editor.text() == "Placements cost more. Yes."


def test_undo_that_the_window_does_not_take_changes_nothing(desk: Desk) -> None:
    desk.pane.edit()
    QTest.keyClicks(desk.editor, "A")
    QTest.keySequence(desk.editor, QKeySequence(QKeySequence.StandardKey.Undo))
    assert desk.editor.text() == "Placements cost more.A"
    assert not desk.editor.isUndoRedoEnabled()


def test_rich_text_is_pasted_as_plain_text(desk: Desk) -> None:
    rich = QMimeData()
    rich.setHtml("<p>One <b>two</b></p><p>three</p>")
    desk.editor.selectAll()
    desk.editor.insertFromMimeData(rich)
    assert desk.editor.text() == "One two\nthree"
    both = QMimeData()
    both.setHtml("<b>x</b>")
    both.setText("<b>x</b> & =SUM(A1)")
    desk.editor.selectAll()
    desk.editor.insertFromMimeData(both)
    assert desk.editor.text() == "<b>x</b> & =SUM(A1)"


def test_files_dropped_on_the_editor_are_left_to_the_window(desk: Desk) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile("/a/tracker.xlsx")])
    assert not desk.editor.canInsertFromMimeData(dragged)
    dragged.clear()
    dragged.setText("words")
    assert desk.editor.canInsertFromMimeData(dragged)


def test_tab_leaves_the_editor(desk: Desk) -> None:
    desk.pane.edit()
    QTest.keyClick(desk.editor, Qt.Key.Key_Tab)
    assert not desk.editor.hasFocus()
    assert desk.editor.text() == "Placements cost more."


@pytest.mark.parametrize(
    "text",
    [
        "One\r\ntwo",
        "One\rtwo",
        "One\r\ntwo\nthree",
        "Non\u00a0breaking\u202fspaces",
        "a\u2028b\u2029c",
        "\ttabs ",
        "😀",
    ],
)
def test_commentary_that_is_not_typed_over_stays_to_the_letter(qtbot: QtBot, text: str) -> None:
    desk = a_desk(qtbot, a_tracker(a_saving(commentary=text)))
    desk.pane.edit()
    desk.elsewhere.setFocus()
    assert desk.editor.text() == text
    assert desk.asked.typed == []


def test_line_breaks_and_hard_spaces_keep_their_spelling_when_typed_over(qtbot: QtBot) -> None:
    desk = a_desk(qtbot, a_tracker(a_saving(commentary="One\r\ntwo\u00a0three")))
    desk.pane.edit()
    QTest.keyClicks(desk.editor, "A")
    QTest.keyClick(desk.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    desk.pane.commit()
    assert desk.asked.typed == [(0, "One\r\ntwo\u00a0threeA\r\n")]


def test_characters_are_counted_while_they_are_typed(desk: Desk) -> None:
    assert desk.part("commentaryCount").text() == "21 characters"
    QTest.keyClicks(desk.editor, "AB")
    assert desk.part("commentaryCount").text() == "23 characters"


def test_a_zero_for_commentary_is_shown_as_none_and_stays_as_it_is(qtbot: QtBot) -> None:
    desk = a_desk(qtbot, a_tracker(a_saving(commentary="0")))
    assert desk.editor.text() == ""
    assert desk.editor.placeholderText() == "No commentary yet."
    desk.pane.commit()
    assert desk.asked.typed == []
