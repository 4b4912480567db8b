"""The commentary's editor: plain text that is sent in bursts, and whose undo is the tracker's.

It keeps no undo of its own. What is typed is sent after a pause, on leaving the editor and on `commit`, and each burst
is one step of the tracker's history. Undo and Redo pressed here are the window's commands: before the window gets
them the editor sends what is typed, so the burst is what Undo takes back, and nothing typed is ever lost.
"""

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QPlainTextEdit

from gui.pane.text_block import units

PAUSE = 800
_BREAKS = ("\r\n", "\n", "\r")
_BLOCK_END = "\u2029"
_WINDOWS_OWN = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_SENT_FIRST = (*_WINDOWS_OWN, QKeySequence.StandardKey.Save)


class CommentaryEditor(QPlainTextEdit):
    """Holds a line's commentary while it is written."""

    typed = Signal(str)
    """What the officer has written, on a pause, on leaving and on `commit`."""
    typing_changed = Signal(bool)
    """Whether there is something typed that was not sent."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setObjectName("commentaryEditor")
        self.setAccessibleName("Commentary")
        self.setPlaceholderText("No commentary yet.")
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self._settled = self._raw = ""
        self._break = "\n"
        self._typing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._follow_typing)

    @property
    def typing(self) -> bool:
        """Whether there is something typed that was not sent."""
        return self._typing

    def text(self) -> str:
        """The commentary: to the letter as it was given until something is typed, its kind of line break after that."""
        raw = self.document().toRawText()
        return self._settled if raw == self._raw else raw.replace(_BLOCK_END, self._break)

    def show_text(self, text: str) -> None:
        """Show a line's commentary from its beginning; what was typed must have been sent."""
        with QSignalBlocker(self):
            self.setPlainText(text)
        self._take(text)

    def follow_text(self, text: str) -> None:
        """Show what became of the commentary elsewhere: only what differs is put in, and the caret stays by it.

        While something typed was not sent, that stands: it will follow as a change of its own.
        """
        if text == self._settled or self._typing:
            return
        with QSignalBlocker(self):
            self._put_in(text)
        self._take(text)

    def commit(self) -> None:
        """Send what is typed now, if anything."""
        self._pause.stop()
        if self._typing:
            text = self.text()
            self._take(text)
            self.typed.emit(text)

    def _take(self, text: str) -> None:
        """Settle on a text that the editor shows already."""
        self._pause.stop()
        self._settled, self._raw = text, self.document().toRawText()
        self._break = next((mark for mark in _BREAKS if mark in text), _BREAKS[1])
        self._say_typing(typing=False)

    def _put_in(self, text: str) -> None:
        """Replace what lies between the common beginning and the common end."""
        old = self.document().toRawText().replace(_BLOCK_END, "\n")
        new = text.replace("\r\n", "\n").replace("\r", "\n")
        start = _alike(old, new)
        end = _alike(old[start:][::-1], new[start:][::-1])
        first, last = units(old[:start]), units(old[: len(old) - end])
        caret = self.textCursor()
        place = caret.position()
        change = QTextCursor(self.document())
        change.setPosition(first)
        change.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        change.insertText(new[start : len(new) - end])
        if first <= place < last:
            caret.setPosition(min(place, change.position()))
            self.setTextCursor(caret)

    def _follow_typing(self) -> None:
        typing = self.document().toRawText() != self._raw
        if typing:
            self._pause.start()
        else:
            self._pause.stop()
        self._say_typing(typing=typing)

    def _say_typing(self, *, typing: bool) -> None:
        if typing != self._typing:
            self._typing = typing
            self.typing_changed.emit(typing)

    # Qt's own names from here on.

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take any text, but leave files to the window, which opens them."""
        return (source.hasText() or source.hasHtml()) and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text, rich text too."""
        text = source.text() or QTextDocumentFragment.fromHtml(source.html()).toPlainText()
        if not self.isReadOnly():
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the window, with what is typed sent before."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if any(event.matches(key) for key in _SENT_FIRST) or _is_redo(event):
                self.commit()
            if any(event.matches(key) for key in _WINDOWS_OWN):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Enter breaks a line as Enter does; Undo and Redo are the window's."""
        if any(event.matches(key) for key in _WINDOWS_OWN):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Send what is typed on leaving; a menu that opens is no leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Send what is typed before the pane goes."""
        self.commit()
        super().hideEvent(event)


def _is_redo(event: QKeyEvent) -> bool:
    """Whether it is Ctrl+Y, which the window takes for Redo on every system."""
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _alike(first: str, second: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(first), len(second)))
