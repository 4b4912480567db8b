"""Period against period of one year: how the forecast moved, as a waterfall and as its table."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from gui.charts import Step as ChartStep
from gui.charts import WaterfallChart
from gui.listing import Heading, Listing
from gui.listing import Row as ListingRow
from gui.pane.words import capital
from gui.roles import Kind
from model.comparison import Movement
from model.comparison.movement import StepKind
from model.money import ZERO, show_amount

BARS, MOST_ROWS = 20, 0.6
BY_LINE, BY_COMMITTEE = "By saving", "By committee"


class MovementPage(QWidget):
    """How one period's forecast became the next one's; every column adds up exactly."""

    row_chosen = Signal(object)
    """The number of a row of the comparison."""

    def __init__(self, movement: Movement) -> None:
        """Show a movement."""
        super().__init__()
        self._shares = True
        self.sentence = QLabel()
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setProperty("strong", True)
        self.by = QComboBox()
        self.by.setAccessibleName("How the movement is listed")
        self.by.addItems([BY_LINE, BY_COMMITTEE])
        self.chart = WaterfallChart("How the forecast moved")
        self.lines = Listing("Savings that moved the forecast", _line_headings(movement))
        self.committees = Listing("Committees that moved the forecast", _committee_headings(movement))
        self._lay_out()
        self.by.currentIndexChanged.connect(lambda _place: self._show_way())
        self.lines.row_chosen.connect(self.row_chosen)
        self.show_movement(movement)

    def show_movement(self, movement: Movement) -> None:
        """Show another movement between the same two periods."""
        self._movement = movement
        self.sentence.setText(sentence_of(movement))
        self.lines.show_rows(*line_rows(movement))
        self.committees.show_rows(*committee_rows(movement))
        self.by.setVisible(len(movement.committees) > 1)
        self._show_way()

    def _show_way(self) -> None:
        by_line = self.by.currentIndex() <= 0 or self.by.isHidden()
        self.lines.setVisible(by_line)
        self.committees.setVisible(not by_line)
        self.chart.show_steps(chart_steps(self._movement) if by_line else committee_steps(self._movement))

    def _keep_room(self) -> None:
        """Leave the line between chart and rows where the officer has put it."""
        self._shares = False

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.addWidget(self.sentence, 1)
        head.addWidget(self.by)
        tables = QWidget()
        under = QVBoxLayout(tables)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.lines)
        under.addWidget(self.committees)
        self._parts = parts = QSplitter(Qt.Orientation.Vertical)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.splitterMoved.connect(self._keep_room)
        parts.addWidget(self.chart)
        parts.addWidget(tables)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(parts, 1)

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows, whose last is the total, all the room that they need, as long as the chart has enough."""
        super().resizeEvent(event)
        if not self._shares:
            return
        listing = self.committees if self.lines.isHidden() else self.lines
        needed = listing.verticalHeader().length() + listing.horizontalHeader().sizeHint().height() + BARS
        room = self._parts.height()
        rows = min(needed, round(room * MOST_ROWS))
        self._parts.setSizes([room - rows, rows])


def sentence_of(movement: Movement) -> str:
    """Say in a sentence how the forecast moved."""
    before, after = show_amount(movement.earlier), show_amount(movement.later)
    if not movement.amount:
        return f"The forecast stayed at {before} from {movement.names[0]} to {movement.names[1]}."
    way = "worse" if movement.amount > 0 else "better"
    size = show_amount(abs(movement.amount))
    return f"The forecast moved from {before} ({movement.names[0]}) to {after} ({movement.names[1]}): {size} {way}."


def line_rows(movement: Movement) -> tuple[list[ListingRow], list[ListingRow]]:
    """Give the savings that moved as rows, then the others in one, and the totals of all."""
    rows = [
        ListingRow(
            (move.reference, move.title, capital(move.kind), move.earlier, move.later, move.amount), move.rows[0]
        )
        for move in movement.moves
    ]
    still = movement.earlier - sum((move.earlier or ZERO for move in movement.moves), ZERO)
    totals = [ListingRow(("", f"{movement.unmoved:,} that did not move", "", still, still, ZERO))]
    return rows, [*totals, _all(("", "All savings", ""), movement)]


def committee_rows(movement: Movement) -> tuple[list[ListingRow], list[ListingRow]]:
    """Give the committees as rows, and the totals of all."""
    rows = [
        ListingRow((one.name, Decimal(one.lines), one.earlier, one.later, one.amount)) for one in movement.committees
    ]
    lines = Decimal(sum(one.lines for one in movement.committees))
    return rows, [_all(("All committees", lines), movement)]


def chart_steps(movement: Movement) -> list[ChartStep]:
    """Give the waterfall of the savings that moved most."""
    return [
        ChartStep(step.words, step.end, total=True)
        if step.kind is StepKind.TOTAL
        else ChartStep(step.words, step.amount)
        for step in movement.steps()
    ]


def committee_steps(movement: Movement) -> list[ChartStep]:
    """Give the waterfall of the committees that moved."""
    moved = [ChartStep(one.name, one.amount) for one in movement.committees if one.amount]
    first, last = movement.names
    return [ChartStep(first, movement.earlier, total=True), *moved, ChartStep(last, movement.later, total=True)]


def _all(words: Sequence[str | Decimal], movement: Movement) -> ListingRow:
    return ListingRow((*words, movement.earlier, movement.later, movement.amount))


def _line_headings(movement: Movement) -> tuple[Heading, ...]:
    return (
        Heading("Reference", Kind.REFERENCE),
        Heading("Title", Kind.TITLE),
        Heading("What", Kind.TEXT, "Whether the saving opened, moved or closed"),
        *_figures(movement),
    )


def _committee_headings(movement: Movement) -> tuple[Heading, ...]:
    return (Heading("Committee", Kind.TITLE), Heading("Savings", Kind.AMOUNT), *_figures(movement))


def _figures(movement: Movement) -> tuple[Heading, ...]:
    first, last = movement.names
    return (
        Heading(first, Kind.AMOUNT, f"Forecast of {first}, £000"),
        Heading(last, Kind.AMOUNT, f"Forecast of {last}, £000"),
        Heading("Moved by", Kind.AMOUNT, "The later forecast less the earlier, £000; positive is worse"),
    )
