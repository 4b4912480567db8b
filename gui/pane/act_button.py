"""A button for a settlement: it gives way in a narrow pane, its words cut, and tells them whole."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QStyleOptionButton

LEAST_WIDTH = 64


class ActButton(QPushButton):
    """A push button whose words are cut where there is no room for them."""

    def __init__(self) -> None:
        """Start without words."""
        super().__init__()
        self._measuring = False

    def show_words(self, words: str) -> None:
        """Show what the button does; an ampersand is an ampersand."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setToolTip(f"{words}. This can be undone.")

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        """As wide as the whole words: Qt measures what the style is given, so it is not cut then."""
        self._measuring = True
        try:
            return super().sizeHint()
        finally:
            self._measuring = False

    def minimumSizeHint(self) -> QSize:
        """Narrower than the words, if need be."""
        whole = self.sizeHint()
        return QSize(min(LEAST_WIDTH, whole.width()), whole.height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Cut the words to the room there is."""
        super().initStyleOption(option)
        if self._measuring:
            return
        missing = self.sizeHint().width() - self.width()
        if missing > 0:
            room = self.fontMetrics().horizontalAdvance(option.text) - missing
            option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, max(room, 0))
