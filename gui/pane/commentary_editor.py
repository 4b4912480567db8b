"""The commentary editor: plain text, counted, sent on a pause, so that each burst of typing is one step to undo."""

from PySide6.QtCore import QMimeData, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

PAUSE = 800


class CommentaryEditor(QPlainTextEdit):
    """Edits one line's commentary; what is typed is a request to the tracker.

    The editor keeps no undo of its own: what was typed up to a pause is a step of the tracker's history, so that
    Undo means one thing wherever the keyboard is. Undo first sends what was typed since the last pause.
    """

    typed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to edit."""
        super().__init__(parent)
        self.setObjectName("commentaryEditor")
        self.setAccessibleName("Commentary")
        self.setPlaceholderText("No commentary yet")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._line: int | None = None
        self._given = self._sent = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._wait)

    @property
    def typing(self) -> bool:
        """Whether there is text that was not sent yet."""
        return self._line is not None and self.text() != self._sent

    def text(self) -> str:
        """Give the text as typed, with line breaks as line feeds; a space that does not break stays one."""
        return self.document().toRawText().replace("\u2029", "\n")

    def show_text(self, line: int | None, text: str) -> None:
        """Show a line's commentary; the same text of the same line leaves the caret where it is."""
        same_line, self._line = line == self._line, line
        if same_line and text in (self._given, self.text()):
            self._given = text
            return
        place = self.textCursor().position() if same_line else 0
        blocked = QSignalBlocker(self)
        self.setPlainText(text)
        blocked.unblock()
        self._pause.stop()
        self._given, self._sent = text, self.text()
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(self.text())))
        self.setTextCursor(cursor)

    def commit(self) -> None:
        """Send what was typed since it was last sent."""
        self._pause.stop()
        if self.typing and self._line is not None:
            self._given = self._sent = self.text()
            self.typed.emit(self._line, self._sent)

    def _wait(self) -> None:
        self._pause.start()

    # Qt's own names from here on.

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take only the text of what is pasted."""
        self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Send what was typed when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self.commit()
