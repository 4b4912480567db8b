"""The notice that says what is being done, while something takes longer than a moment."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

APP = "Savings Tracker"
WIDTH = 320


class WaitingNotice(QDialog):
    """Words over a moving bar; Stop where it may be stopped. It can't be put away otherwise."""

    stopped = Signal()

    def __init__(self, words: str, window: QWidget, *, may_stop: bool) -> None:
        """Say what is done in front of a window, which takes nothing else meanwhile."""
        super().__init__(window)
        self.setObjectName("waitingNotice")
        # The words are too long for the title of so small a window.
        self.setWindowTitle(APP)
        self.setAccessibleName(words)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._may_stop = may_stop
        self.was_stopped = False
        said = QLabel(words)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(said)
        column.addWidget(bar)
        self.setFixedWidth(WIDTH)
        if may_stop:
            column.addLayout(self._stop_row())

    def _stop_row(self) -> QHBoxLayout:
        stop = QPushButton("Stop")
        stop.setToolTip("Do not wait for it; nothing is changed")
        stop.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(stop)
        return row

    # Qt's own names from here on.

    def reject(self) -> None:
        """Stop with Esc or the window's cross too; what can't be stopped stays in view."""
        if self._may_stop:
            self.was_stopped = True
            self.stopped.emit()
            super().reject()
