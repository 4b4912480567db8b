"""The small window of a save's receipt: it takes no keys from the work, and Esc in either window puts it away."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

CLOSES = "Esc closes this"


class ReadingBox(QDialog):
    """A sentence over a text that scrolls, with OK."""

    SIZE = (520, 320)

    def __init__(self, title: str, sentence: str, detail: str, over: QWidget) -> None:
        """Tell something that is too long for a box that grows with it."""
        super().__init__(over)
        self.setWindowTitle(title)
        self.resize(*self.SIZE)
        text = QPlainTextEdit(detail)
        text.setReadOnly(True)
        text.setAccessibleName(sentence)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        self.below = QHBoxLayout()
        self.below.addWidget(buttons)
        column = QVBoxLayout(self)
        column.addWidget(_plain(sentence))
        column.addWidget(text)
        column.addLayout(self.below)


class Receipt(ReadingBox):
    """What a save has done, shown beside the work until Esc, OK, the next save, or the end of its tracker."""

    def __init__(self, title: str, sentence: str, detail: str, over: QWidget) -> None:
        """Show it over a window, which keeps the keyboard."""
        super().__init__(title, sentence, detail, over)
        self.setObjectName("receipt")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.below.insertWidget(0, _plain(CLOSES), 1)
        over.windowHandle().installEventFilter(self)

    # Qt's own names from here on.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close at Esc in the window below, unless that ends what is being typed there."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if pressed == Qt.Key.Key_Escape and self.isVisible() and not _is_typed_into():
            return self.close()
        return super().eventFilter(watched, event)


def _plain(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _is_typed_into() -> bool:
    held = QApplication.focusWidget()
    return isinstance(held, QLineEdit | QPlainTextEdit) and not held.isReadOnly()
