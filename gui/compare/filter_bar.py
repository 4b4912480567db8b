"""What the officer asks to see of a comparison: what became of a saving, how far its forecast moved, words."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from gui.compare.flow import FlowLayout, beside
from gui.pane.words import capital
from gui.table.tips import plain_tip
from model.comparison import Comparison, Show, Wanted
from model.money import parse_amount
from model.refusals import AmountRefused
from model.saving import Figure

PAUSE = 120
EITHER_WAY = "£000; either way"
TWO_YEARS = "Only within one year: from one year to another no forecast has moved"
TEXT_WIDTH, NUMBER_WIDTH = 150, 56
TIPS: Mapping[Show, str] = {
    Show.CHANGED: "Show savings of which something differs",
    Show.NEW: "Show savings that only the later tracker has",
    Show.GONE: "Show savings that only the earlier tracker has",
    Show.WORSE: "Show savings whose rating got worse",
    Show.BETTER: "Show savings whose rating got better",
    Show.ASKED: "Show rows of which it has to be said whether they are one saving",
    Show.SUGGESTED: "Show savings that may go on under another reference, on another row",
}


class CompareFilter(QWidget):
    """Tells what the officer asks to see; the window shows it."""

    asked = Signal(object)
    """A `Wanted`."""
    left = Signal()
    """Enter was pressed in a field: the officer goes on to the rows."""

    def __init__(self) -> None:
        """Ask for every row at first."""
        super().__init__()
        self.wanted = Wanted()
        self.chips = {show: self._chip(show) for show in Show}
        self.number = self._field("movedMoreThan", "Forecast moved by more than, £000", NUMBER_WIDTH)
        self.text = self._field("compareText", "Find in any field", TEXT_WIDTH)
        self.text.setPlaceholderText("Find in any field")
        self.text.setClearButtonEnabled(True)
        self.told = QLabel()
        self._moved = QLabel("Forecast &moved by more than")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self._lay_out()

    def show_counts(self, comparison: Comparison, shown: int) -> None:
        """Show how many rows each chip stands for, and how many are shown; a chip without rows can't be chosen."""
        counts, rows = comparison.counts, len(comparison.rows)
        self._follow_years(same=comparison.same_year)
        for show, chip in self.chips.items():
            chip.setText(f"{capital(show)} {counts[show]:,}")
            chip.setEnabled(counts[show] > 0 or chip.isChecked())
        self.say(f"{shown:,} of {rows:,} rows" if shown < rows else f"{rows:,} rows")

    def _follow_years(self, *, same: bool) -> None:
        """Ask by how much a forecast moved within one year alone."""
        self.number.setEnabled(same)
        for part in (self.number, self._moved):
            part.setToolTip(EITHER_WAY if same else TWO_YEARS)
        if not same:
            self.number.setAccessibleDescription(TWO_YEARS)
        self._moved.setProperty("muted", not same)
        self._moved.style().polish(self._moved)

    def say(self, words: str) -> None:
        """Tell something in passing."""
        self.told.setText(words)

    def begin(self) -> None:
        """Put the keyboard into the text."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def clear(self) -> None:
        """Ask for every row again."""
        self.text.clear()
        self.number.clear()
        for chip in self.chips.values():
            chip.setChecked(False)
        self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        shows = frozenset(show for show, chip in self.chips.items() if chip.isChecked())
        wanted = Wanted(shows, self._moved_more_than(), self.text.text())
        if wanted != self.wanted:
            self.wanted = wanted
            self.asked.emit(wanted)

    def _moved_more_than(self) -> Figure:
        """Read the amount; what is none says so, and asks for nothing."""
        try:
            amount = parse_amount(self.number.text())
        except AmountRefused as refused:
            self._say_number(str(refused))
            return None
        self._say_number("")
        return None if amount is None else abs(amount)

    def _say_number(self, trouble: str) -> None:
        self.number.setToolTip(plain_tip(trouble) or EITHER_WAY)
        self.number.setAccessibleDescription(trouble)
        if trouble:
            self.say("No amount in “moved by more than”")

    def _leave(self) -> None:
        self._ask()
        self.left.emit()

    def _chip(self, show: Show) -> QPushButton:
        chip = QPushButton(capital(show))
        chip.setCheckable(True)
        # A click leaves the keyboard in the table; Tab comes here all the same.
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setProperty("chip", "Compare")
        chip.setToolTip(TIPS[show])
        chip.setAccessibleDescription(TIPS[show])
        chip.clicked.connect(lambda _checked=False: self._ask())
        return chip

    def _field(self, name: str, words: str, width: int) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(words)
        field.setFixedWidth(width)
        field.textChanged.connect(lambda _text: self._pause.start())
        field.returnPressed.connect(self._leave)
        return field

    def _lay_out(self) -> None:
        self._moved.setBuddy(self.number)
        self.told.setProperty("muted", True)
        flow = FlowLayout(margin=10)
        for widget in (self.text, *self.chips.values(), beside(self._moved, self.number, self.told)):
            flow.addWidget(widget)
        self.setLayout(flow)
        self.setProperty("surface", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(1)
