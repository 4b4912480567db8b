"""The commentary of a line under its heading, its characters counted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.pane.commentary_editor import CommentaryEditor
from gui.pane.text_block import Heading
from gui.pane.words import count_words


class CommentaryPart(QWidget):
    """Heading, count and editor."""

    typed = Signal(str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.editor = CommentaryEditor()
        self.editor.typed.connect(self.typed)
        self.editor.textChanged.connect(self._count)
        self._characters = Heading()
        self._characters.setObjectName("commentaryCount")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Heading("Commentary"), 1)
        row.addWidget(self._characters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.editor)

    def show_text(self, text: str, *, editable: bool, anew: bool) -> None:
        """Show a line's commentary; with `anew` from its beginning, else as it became, the caret kept."""
        (self.editor.show_text if anew else self.editor.follow_text)(text)
        self.editor.setReadOnly(not editable)
        self._count()

    def _count(self) -> None:
        self._characters.show_text(count_words(self.editor.text()))
