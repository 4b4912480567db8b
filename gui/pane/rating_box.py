"""The rating's label, why it is so in a sentence, and what would change it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.theme import rating_label, theme_of
from model.explain import rating_reason
from model.rag import Scheme
from model.rating import rating_of
from model.saving import Saving

BAR = 3


class RatingBox(QFrame):
    """A quiet card with a bar in the rating's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a rating."""
        super().__init__(parent)
        self.setProperty("card", True)
        self._shown = ""
        self._bar, self._name, self._why, self._next = QFrame(), QLabel(), QLabel(), QLabel()
        self._bar.setFixedWidth(BAR)
        self._next.setProperty("strong", True)
        for label in (self._why, self._next):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        words = QVBoxLayout()
        words.setContentsMargins(10, 8, 10, 8)
        words.setSpacing(5)
        words.addWidget(self._name, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._why)
        words.addWidget(self._next)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._bar)
        row.addLayout(words, 1)

    def show_rating(self, saving: Saving, scheme: Scheme | None) -> None:
        """Show the rating that stands on a line."""
        self._shown = rating_of(saving, scheme).name
        reason = rating_reason(saving, scheme)
        self._name.setText(self._shown or "No rating")
        self._why.setText(reason.why)
        self._next.setText(reason.next)
        self._next.setVisible(bool(reason.next))
        self.paint_label()

    def paint_label(self) -> None:
        """Colour label and bar in the theme that is on."""
        theme, label = theme_of(self.palette()), rating_label(self._shown)
        fill, ink = label.fill or "transparent", label.ink or theme.ink
        edge = theme.muted if label.outlined else fill
        self._name.setStyleSheet(
            f"background: {fill}; color: {ink}; border: 1px solid {edge}; border-radius: 3px;"
            " padding: 1px 9px; font-weight: 600;"
        )
        self._bar.setStyleSheet(f"background: {label.fill or theme.muted};")
