"""Fonts, pens and measured texts of one theme and font, made once so that painting only looks them up."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette

from gui.theme import Theme, bold, tabular, theme_of

PADDING = 6
LEAST_ROW = 24
ROW_AIR = 8
_NARROWEST = 2


class Ink:
    """What a painter of cells needs, ready made."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        self.theme = theme
        self.plain = tabular(QFont(font))
        self.bold = bold(font)
        self.plain_metrics = QFontMetrics(self.plain)
        self.bold_metrics = QFontMetrics(self.bold)
        self.row_height = max(LEAST_ROW, self.plain_metrics.height() + ROW_AIR)
        self.colours = {name: QColor(value) for name, value in vars(theme).items() if name != "name"}
        # One measure for each text and weight: a screen of figures repeats itself a lot.
        self.width = lru_cache(maxsize=20_000)(self._width)
        self.elided = lru_cache(maxsize=20_000)(self._elided)

    @classmethod
    def of(cls, palette: QPalette, font: QFont) -> "Ink":
        """The ink of a widget with this palette and font."""
        return cls(theme_of(palette), font)

    def metrics(self, *, heavy: bool) -> QFontMetrics:
        """Measures of the plain or the semibold font."""
        return self.bold_metrics if heavy else self.plain_metrics

    def baseline(self, top: int, height: int) -> int:
        """Where text stands that is centred in a cell."""
        metrics = self.plain_metrics
        return top + (height + metrics.ascent() - metrics.descent()) // 2

    def _width(self, text: str, heavy: bool) -> int:
        """Width of a text in pixels."""
        return self.metrics(heavy=heavy).horizontalAdvance(text)

    def _elided(self, text: str, room: int, heavy: bool) -> str:
        """One line of the text that fits the room, with dots where it was cut.

        No letter is narrower than two pixels on average, so most of a long description is never measured.
        """
        line = " ".join(text[: max(room, 0) // _NARROWEST + PADDING].split())
        return self.metrics(heavy=heavy).elidedText(line, Qt.TextElideMode.ElideRight, room)
