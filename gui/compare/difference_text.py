"""A text with what became of it: removed words struck through, added ones underlined, told in words as well."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from gui.compare.words import spoken
from gui.theme import theme_of
from model.comparison import Kept, Part

LEAST_HEIGHT, MOST_HEIGHT = 28, 260


class DifferenceText(QTextEdit):
    """Read with the arrow keys, selected and copied; Tab goes on."""

    def __init__(self, name: str) -> None:
        """Start without a text."""
        super().__init__()
        self._parts: Sequence[Part] = ()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(2)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show a text by its parts."""
        self._parts = parts
        self.setAccessibleDescription(spoken(parts))
        self._write()

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        # One word for another is told apart by a space, one text for another by a new line.
        between = " " if any(part.kind is Kept.KEPT for part in self._parts) else "\n"
        before = Kept.KEPT
        for part in self._parts:
            if (before, part.kind) == (Kept.REMOVED, Kept.ADDED):
                cursor.insertText(between, self._format(Kept.KEPT))
            cursor.insertText(part.text, self._format(part.kind))
            before = part.kind
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the text, up to what a pane can bear."""
        wanted = round(self.document().size().height()) + self.height() - self.viewport().height()
        self.setFixedHeight(min(max(wanted, LEAST_HEIGHT), MOST_HEIGHT))

    def _format(self, kind: Kept) -> QTextCharFormat:
        theme, look = theme_of(self.palette()), QTextCharFormat()
        look.setForeground(QColor(theme.muted if kind is Kept.REMOVED else theme.ink))
        look.setFontStrikeOut(kind is Kept.REMOVED)
        look.setFontUnderline(kind is Kept.ADDED)
        if kind is Kept.ADDED:
            look.setBackground(QColor(theme.editable))
        return look

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines at this width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Write the text anew in another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_parts"):
            self._write()
