"""The heading of a tracker beside others: what it is, whether it can be edited, what to know of its line."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui.theme import bold, ui_font

HEIGHT, TWO_ROWS, AIR, LEAST = 26, 44, 10, 40
NARROW = 500
"""The width below which the note stands in a row of its own."""


class CutLabel(QLabel):
    """Words that end in dots where there is no room for them; the tip has them whole."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_words(self, words: str) -> None:
        """Show words."""
        if words != self.text():
            self.setText(words)
            self.setToolTip(words)

    # Qt's own names from here on.

    def minimumSizeHint(self) -> QSize:
        """Give way to what stands beside it."""
        return QSize(min(LEAST, super().sizeHint().width()), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        return super().sizeHint() + QSize(2, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, or as many as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)


class Heading(QWidget):
    """Title and period, Viewing or Editing, and a quiet note; in the accent where commands act on its tracker."""

    pressed = Signal()
    close_asked = Signal()

    def __init__(self) -> None:
        """Start without words."""
        super().__init__()
        self.setObjectName("besideHeading")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._file = self._said = ""
        self.title, self.state, self.note = CutLabel(), QLabel(), CutLabel()
        self.title.setFont(bold(ui_font()))
        self.title.setObjectName("besideTitle")
        self.note.setAccessibleName("About the current line")
        for quiet in (self.state, self.note):
            quiet.setProperty("muted", True)
        self._close = QToolButton()
        self._close.setText("×")
        self._close.setToolTip("Close this tracker")
        self._close.setProperty("bare", True)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.close_asked)
        self._lay_out()

    def show_words(self, title: str, state: str, file: str, *, beside: bool) -> None:
        """Show what the tracker is; only one that stands beside another is closed here, as the other has a tab."""
        self._file = file
        self._show_note()
        self.title.show_words(title)
        if state != self.state.text():
            self.state.setText(state)
        self.setAccessibleName(f"{title}, {state}")
        self._close.setVisible(beside)
        self._close.setAccessibleName(f"Close {title}")

    def show_note(self, words: str) -> None:
        """Show what to know of the current line; blank says nothing, and a row of its own then names the file."""
        self._said = words
        self._show_note()

    def show_front(self, *, on: bool) -> None:
        """Show whether commands act on this tracker."""
        if self.property("front") != on:
            self.setProperty("front", on)
            for part in (self, self.title):
                part.setProperty("front", on)
                part.style().unpolish(part)
                part.style().polish(part)

    @property
    def _has_two_rows(self) -> bool:
        return self.height() == TWO_ROWS

    def _show_note(self) -> None:
        self.note.show_words(self._said or (self._file if self._has_two_rows else ""))

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(AIR, 0, 4, 0)
        self._grid.setHorizontalSpacing(AIR)
        self._grid.setVerticalSpacing(0)
        self._grid.addWidget(self.title, 0, 0)
        self._grid.addWidget(self.state, 0, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self.note, 0, 3)
        self._grid.addWidget(self._close, 0, 4)

    def _fold(self, *, narrow: bool) -> None:
        if narrow != self._has_two_rows:
            self.setFixedHeight(TWO_ROWS if narrow else HEIGHT)
            self._grid.removeWidget(self.note)
            self._grid.addWidget(self.note, *((1, 0, 1, 5) if narrow else (0, 3)))
            for row in range(2):
                self._grid.setRowStretch(row, int(narrow))
            self._show_note()

    # Qt's own names from here on.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the tracker to the front, wherever its heading is pressed."""
        event.accept()
        self.pressed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the note into a row of its own where the heading is narrow: it never makes the table jump."""
        super().resizeEvent(event)
        self._fold(narrow=self.width() < NARROW)
