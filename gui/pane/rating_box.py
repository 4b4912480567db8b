"""The rating with its word, why it is so in one sentence, and what would change it."""

from PySide6.QtCore import QMargins, QRectF
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent

from gui.pane.labels import LABEL_HEIGHT, label_width, paint_label
from gui.pane.text_block import Span, TextBlock, units
from gui.theme import bold, rating_label, theme_of
from model.explain import Reason
from model.lines_shown import rating_label as rating_word

BAR = 3
AIR = 10
GAP = 8


class RatingBox(TextBlock):
    """A quiet ground with a bar in the rating's colour; the text begins beside the label."""

    def __init__(self) -> None:
        """Start without a rating."""
        super().__init__()
        self.setObjectName("ratingBox")
        self.room = QMargins(BAR + AIR, AIR, AIR, AIR - 2)
        self._name = ""

    def show_rating(self, name: str, reason: Reason) -> None:
        """Show a rating (blank for none) and its reason."""
        if (name, str(reason)) == (self._name, self.text()):
            return
        self._name = name
        self.indent_first = label_width(rating_word(name), bold(self.font())) + GAP
        text = str(reason)
        start = len(text) - len(reason.next)
        spans = [Span(start, units(reason.next), heavy=True)] if reason.next else []
        self.show_text(text, spans)
        self.setAccessibleName(f"Rating: {rating_word(name)}. {text}")
        self._changed()

    # Qt's own names from here on.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, bar and label under the text."""
        theme, label = theme_of(self.palette()), rating_label(self._name)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.heading))
        painter.fillRect(0, 0, BAR, self.height(), QColor(label.fill or theme.muted))
        font = bold(self.font())
        painter.setFont(font)
        line = QFontMetrics(font).height()
        top = self.room.top() - (LABEL_HEIGHT - line) / 2
        width = label_width(rating_word(self._name), font)
        paint_label(painter, QRectF(self.room.left(), top, width, LABEL_HEIGHT), rating_word(self._name), label, theme)
        painter.end()
        super().paintEvent(event)
