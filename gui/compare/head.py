"""The head of a comparison's window: which two trackers, what to bear in mind, and what can be done with the table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.appendix.buttons import push_button
from gui.compare.flow import SPACE, FlowLayout
from gui.pane.text_block import TextBlock
from gui.table.tips import plain_tip
from model.choosing import Chosen
from model.comparing import Comparing
from model.plain_text import one_line

LOW = 480
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
                ("next_question", "Next to &decide", "Go to the next row to decide, after these to suggestions (F8)"),
                ("export", "&Export…", "Write the rows shown as a workbook, csv or PDF (Ctrl+S)"),
                ("print_rows", "P&rint…", "Print the rows shown (Ctrl+P)"),
                ("show_decisions", "De&cisions…", "Read what was decided, take it back, or share it with a colleague"),
            )
        }
        self._lay_out()

    def show_comparison(self, comparing: Comparing) -> None:
        """Show which trackers are compared, and what to bear in mind."""
        earlier, later = (_words(side) for side in comparing.sides)
        if earlier == later:
            earlier, later = (one_line(side.name) for side in comparing.sides)
        self.names.setText(f"{earlier}   →   {later}")
        remarks = comparing.comparison.remarks
        self.names.setToolTip(plain_tip("\n".join((comparing.earlier.name, comparing.later.name, *remarks))))
        self.remarks.show_text(" ".join(remarks))
        self._fold()
        self.show_stale(on=comparing.stale)
        self.buttons["next_question"].setEnabled(comparing.to_decide > 0)

    def show_stale(self, *, on: bool) -> None:
        """Say whether a tracker was edited since the comparison was made."""
        self.stale.setVisible(on)

    def _lay_out(self) -> None:
        flow = FlowLayout()
        for widget in (self.stale, *self.buttons.values()):
            flow.addWidget(widget)
        bar = QWidget()
        bar.setLayout(flow)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACE)
        self._row.addWidget(self.names, 1)
        self._row.addWidget(bar)
        self._bar = bar
        column = QVBoxLayout(self)
        column.setContentsMargins(12, SPACE, 12, SPACE)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addWidget(self.remarks)

    def _fold(self) -> None:
        """Stand in two rows in a narrow window; a low one is left to the table, the remarks stand in a tip there."""
        wanted = (
            self.names.fontMetrics().horizontalAdvance(self.names.text()) + self._bar.sizeHint().width() + 4 * SPACE
        )
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if wanted <= self.width() else way.TopToBottom)
        self.remarks.setVisible(bool(self.remarks.text()) and self.window().height() >= LOW)

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where the window is small."""
        super().resizeEvent(event)
        self._fold()


def _words(side: Chosen) -> str:
    """Name a side by its year and period, else by its file."""
    said = [side.year.year, side.year.period]
    return one_line(", ".join(filter(None, said)) or side.name)


def _nothing() -> None:
    """The window carries it out."""
