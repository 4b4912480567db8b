"""The head of a comparison's window: which two trackers, what to bear in mind, and what can be done with the table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.appendix.buttons import push_button
from gui.pane.text_block import TextBlock
from model.choosing import Chosen
from model.comparing import Comparing

STALE = "Edited since: press F5"


class CompareHead(QWidget):
    """Says what is compared.

    Attributes:
        buttons: by the name of what the window does when they are pressed.
    """

    def __init__(self) -> None:
        """Start without a comparison."""
        super().__init__()
        self.setObjectName("compareHead")
        self.names = QLabel()
        self.names.setTextFormat(Qt.TextFormat.PlainText)
        self.names.setProperty("title", True)
        self.names.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.remarks = TextBlock(tone="muted")
        self.stale = QLabel(STALE)
        self.stale.setProperty("changed", True)
        self.stale.hide()
        self.buttons = {
            name: push_button(words, tip, _nothing)
            for name, words, tip in (
                ("swap", "S&wap", "Take the earlier tracker for the later, and the later for the earlier"),
                ("next_question", "Next to &decide", "Go to the next row of which something has to be said (F8)"),
                ("export", "&Export…", "Write the rows shown as a workbook, csv or PDF (Ctrl+S)"),
                ("print_rows", "P&rint…", "Print the rows shown (Ctrl+P)"),
                ("share_decisions", "Decisions…", "Share what was decided with a colleague, or bring theirs in"),
            )
        }
        self._lay_out()

    def show_comparison(self, comparing: Comparing) -> None:
        """Show which trackers are compared, and what to bear in mind."""
        self.names.setText(f"{_words(comparing.earlier)}   →   {_words(comparing.later)}")
        self.names.setToolTip(f"{comparing.earlier.name}\n{comparing.later.name}")
        self.remarks.show_text(" ".join(comparing.comparison.remarks))
        self.remarks.setVisible(bool(comparing.comparison.remarks))
        self.show_stale(on=comparing.stale)
        self.buttons["next_question"].setEnabled(comparing.to_decide > 0)

    def show_stale(self, *, on: bool) -> None:
        """Say whether a tracker was edited since the comparison was made."""
        self.stale.setVisible(on)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.names, 1)
        row.addWidget(self.stale)
        for button in self.buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.remarks)


def _words(side: Chosen) -> str:
    """Name a side by its year and period, else by its file."""
    said = [side.year.year, side.year.period]
    return ", ".join(filter(None, said)) or side.name


def _nothing() -> None:
    """The window carries it out."""
