"""What a comparison tells in passing, below its table: what was decided last, and the way back from it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.table.tips import plain_tip

TAKE_BACK = "Take back (Ctrl+Z)"


class CompareStatus(QWidget):
    """One line, which keeps its place also while it is empty."""

    taken_back = Signal()
    """What was decided last is to be forgotten."""

    def __init__(self) -> None:
        """Start with nothing told."""
        super().__init__()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.words.setMinimumWidth(1)
        self.back = QPushButton(TAKE_BACK)
        self.back.setProperty("bare", True)
        self.back.setAutoDefault(False)
        # A click leaves the keyboard in the table; Ctrl+Z does the same from there.
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.clicked.connect(lambda _checked=False: self.taken_back.emit())
        self.back.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 12, 3)
        row.addWidget(self.words)
        row.addWidget(self.back)
        row.addStretch(1)
        self.setFixedHeight(max(self.sizeHint().height(), self.back.sizeHint().height() + 6))

    def say(self, words: str, *, may_go_back: bool = False) -> None:
        """Tell something; `may_go_back` where it can be taken back."""
        self.words.setText(words)
        self.words.setToolTip(plain_tip(words))
        self.back.setVisible(may_go_back)
