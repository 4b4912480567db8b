"""Finds text in the pages: a field, how often it was found, and a step to each place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from gui.appendix.buttons import bare_button
from model.pages import Page, found_on


class PageSearch(QWidget):
    """Goes from page to page with a text on it."""

    found = Signal(int)
    """The page's place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Search nothing yet."""
        super().__init__(parent)
        self._pages: Sequence[Page] = ()
        self._places: Sequence[int] = ()
        self._place = 0
        self.text = QLineEdit()
        self.text.setObjectName("pageSearch")
        self.text.setPlaceholderText("Find in the pages")
        self.text.setAccessibleName("Find in the pages")
        self.text.setToolTip("Find a reference, a title or words of a commentary (Ctrl+F)")
        self.text.setClearButtonEnabled(True)
        self.text.setFixedWidth(150)
        self.text.textChanged.connect(self._search)
        self.text.returnPressed.connect(lambda: self.step(1))
        self.said = QLabel()
        self.said.setProperty("muted", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.text)
        row.addWidget(bare_button("‹", "Previous place found (Shift+F3)", lambda: self.step(-1)))
        row.addWidget(bare_button("›", "Next place found (F3)", lambda: self.step(1)))
        row.addWidget(self.said)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Search these pages, for what is asked for already too."""
        self._pages = pages
        self._places = found_on(pages, self.text.text())
        self._place = 0
        self._say()

    def begin(self) -> None:
        """Take the keyboard."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def step(self, step: int) -> None:
        """Go on to the next place, or back with -1, round the end."""
        if self._places:
            self._place = (self._place + step) % len(self._places)
            self._go()

    def _search(self, text: str) -> None:
        self._places = found_on(self._pages, text)
        self._place = 0
        if self._places:
            self._go()
        self._say()

    def _go(self) -> None:
        self._say()
        self.found.emit(self._places[self._place])

    def _say(self) -> None:
        if not self.text.text().strip():
            self.said.setText("")
        elif self._places:
            self.said.setText(f"{self._place + 1} of {len(self._places)}, page {self._places[self._place] + 1}")
        else:
            self.said.setText("Not found")
