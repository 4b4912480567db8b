"""What else a line holds: its latest changes, its description, committee, links, investments and other columns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from gui.pane.pool import Pool
from gui.pane.text_block import Heading, Span, TextBlock, units
from gui.pane.words import ChangeWords
from gui.table.tips import plain_tip

FEW_LINES = 3


class ChangeRows(QWidget):
    """The changes of the line shown, newest first."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setAccessibleName("Changes")
        self._shown: tuple[Sequence[ChangeWords], int] = ((), 0)
        column = _column(self)
        column.addWidget(Heading("Changes"))
        rows = _column()
        column.addLayout(rows)
        self._pool = Pool(rows, lambda: TextBlock(tone="muted"))
        self._earlier = TextBlock(tone="muted")
        column.addWidget(self._earlier)
        self.hide()

    def show_changes(self, changes: Sequence[ChangeWords], earlier: int) -> None:
        """Show the latest changes and how many went before them."""
        if (changes, earlier) == self._shown:
            return
        self._shown = (changes, earlier)
        for row, change in zip(self._pool.take(len(changes)), changes, strict=True):
            row.show_text(change.line)
            row.setToolTip(plain_tip(change.more))
            row.setAccessibleDescription(change.more)
        self._earlier.setText(f"and {earlier:,} earlier")
        self._earlier.setVisible(earlier > 0)
        self.setVisible(bool(changes))


class Description(QWidget):
    """The line's description, its first lines or all of it."""

    def __init__(self) -> None:
        """Start without one, folded."""
        super().__init__()
        self.setAccessibleName("Description")
        self.text = TextBlock(most_lines=FEW_LINES)
        self.text.setObjectName("descriptionText")
        self.toggle = QToolButton()
        self.toggle.setProperty("bare", True)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggle.clicked.connect(self._turn)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Heading("Description"), 1)
        row.addWidget(self.toggle)
        column = _column(self)
        column.addLayout(row)
        column.addWidget(self.text)
        self._say_toggle()

    def show_description(self, text: str) -> None:
        """Show a description; nothing at all where it is empty."""
        if text != self.text.text():
            self.text.show_text(text)
            self._offer_toggle()
        self.setVisible(bool(text))

    def _turn(self) -> None:
        self.text.show_lines(0 if self.text.most_lines else FEW_LINES)
        self._say_toggle()

    def _say_toggle(self) -> None:
        folded = bool(self.text.most_lines)
        self.toggle.setText("Show all" if folded else "Show less")
        self.toggle.setAccessibleName(f"{self.toggle.text()} of the description")

    def _offer_toggle(self) -> None:
        self.toggle.setVisible(self.text.is_longer_than(FEW_LINES))

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer to show all where there is more at this width."""
        super().resizeEvent(event)
        self._offer_toggle()


class Details(QWidget):
    """Names and values, each pair a text of its own, under a heading if they have one."""

    def __init__(self, title: str = "") -> None:
        """Start empty."""
        super().__init__()
        self.setAccessibleName(title)
        self._shown: Sequence[tuple[str, str]] = ()
        column = _column(self)
        if title:
            column.addWidget(Heading(title))
        self._pool = Pool(column, TextBlock)
        self.hide()

    def show_details(self, details: Sequence[tuple[str, str]]) -> None:
        """Show names and values."""
        if details == self._shown:
            return
        self._shown = details
        for row, (name, value) in zip(self._pool.take(len(details)), details, strict=True):
            row.show_text(f"{name}: {value}", [Span(0, units(name) + 1, tone="muted")])
        self.setVisible(bool(details))


def _column(parent: QWidget | None = None) -> QVBoxLayout:
    column = QVBoxLayout(parent) if parent else QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return column
