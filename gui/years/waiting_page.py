"""What stands in the window while trackers are read, and where there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.listing import Listing
from gui.years.known import REMARKS, file_rows
from model.years import LeftOut

WIDE = 560


class WaitingPage(QWidget):
    """Says how far the reading is, with Stop; or why there is nothing to show."""

    stop_asked = Signal()

    def __init__(self) -> None:
        """Begin with nothing read."""
        super().__init__()
        self.words = QLabel()
        self.bar = QProgressBar()
        self.stop = QPushButton("&Stop")
        self.files = Listing("Files that could not be read", REMARKS, wrapped=True)
        self.stop.clicked.connect(self.stop_asked)
        self._lay_out()

    def show_reading(self) -> None:
        """Say that trackers are looked for."""
        self.bar.setRange(0, 0)
        self._show("Looking for trackers", reading=True)
        self.stop.setFocus()

    def show_progress(self, done: int, of: int, name: str) -> None:
        """Say how many files are read, and which is the next."""
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)
        words = f"Reading {done + 1:,} of {of:,}: {name}" if done < of else "Working out the sums"
        self._show(words, reading=True)

    def show_nothing(self, sentence: str, files: Sequence[LeftOut] = ()) -> None:
        """Say why there is nothing to show."""
        self._show(sentence, reading=False)
        self.files.show_rows(file_rows(files))
        self.files.setVisible(bool(files))

    def _show(self, words: str, *, reading: bool) -> None:
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setVisible(reading)
        self.stop.setVisible(reading)
        if reading:
            self.files.hide()

    def _lay_out(self) -> None:
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.bar.setTextVisible(False)
        self.stop.setAutoDefault(False)
        self.stop.setToolTip("Stop reading; nothing is changed")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop)
        inner = QWidget()
        inner.setMaximumWidth(WIDE)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (self.words, self.bar):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.files, 4)
        column.addStretch(1)
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addWidget(inner, 8)
        across.addStretch(1)
