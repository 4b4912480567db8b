"""The small table of a line: plan, forecast and variance by quarter and for the year, under their bars."""

from decimal import Decimal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.pane.quarter_chart import QuarterChart
from gui.pane.text_block import tone
from gui.table.tips import plain_tip
from gui.theme import bold, theme_of
from model.entries import shown
from model.explain import explain_figure
from model.fields import FORECAST_QUARTERS, PLAN_QUARTERS, QUARTERS
from model.money import show_amount
from model.saving import Saving
from model.tracker import Tracker

HEADINGS = (*(f"Q{quarter}" for quarter in QUARTERS), "Year")
ROWS = ("Plan", "Forecast", "Variance")
SWATCHES = ("plan_bar", "accent", "")
ROW_HEIGHT = 24
AIR = 3
SWATCH = 8
UNDERLINE = 3
BESIDE = SWATCH + AIR
WIDE_QUARTER, WIDE_YEAR = "−9,999", "−99,999"
"""Figures for which there is room at least, so that the quarters stand alike on every line."""


class Figure(QLabel):
    """One cell: a figure that stands right and is never cut, or a heading.

    Attributes:
        right: whether it stands right; a name before its row stands left.
        indent_by: the room before its words, for the swatches of its column.
    """

    def __init__(self, text: str = "", *, tone: str = "ink", heavy: bool = False, swatch: str = "") -> None:
        """Show a text; with a `swatch`, the colour of its bars beside it: before a name, under a heading."""
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._tone, self._heavy, self._changed, self._swatch = tone, heavy, False, swatch
        self.right = True
        self.indent_by = 0

    def show_figure(self, text: str, *, changed: bool, name: str, tip: str = "") -> None:
        """Show a figure; one that changed since the save stands out."""
        if text != self.text():
            self.setText(text)
        if changed != self._changed:
            self._changed = changed
            self.updateGeometry()
            self.update()
        self.setAccessibleName(f"{name}: {text or 'blank'}{', changed' if changed else ''}")
        self.setToolTip(plain_tip(tip))

    def words_width(self) -> int:
        """The width of its text with the air beside it."""
        return self.width_of(self.text())

    def width_of(self, text: str) -> int:
        """The width of any text here, at its boldest, with the air beside it."""
        return QFontMetrics(bold(self.font())).horizontalAdvance(text) + 2 * AIR

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        """As wide as its text at its boldest, so that a change moves nothing."""
        return QSize(self.words_width() + self.indent_by, ROW_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its text."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint swatch and text."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setFont(bold(self.font()) if self._heavy or self._changed else self.font())
        room = self.rect().adjusted(AIR + self.indent_by, 0, -AIR, 0)
        if self._swatch:
            words = painter.fontMetrics().horizontalAdvance(self.text())
            before = QRect(0, (self.height() - SWATCH) // 2, SWATCH, SWATCH)
            under = QRect(room.right() - words + 1, self.height() - UNDERLINE - 1, words, UNDERLINE)
            painter.fillRect(under if self.right else before, tone(theme, self._swatch))
        painter.setPen(tone(theme, "accent" if self._changed else self._tone))
        side = Qt.AlignmentFlag.AlignRight if self.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class QuarterTable(QWidget):
    """Bars over figures, column by column."""

    def __init__(self) -> None:
        """Start without figures."""
        super().__init__()
        self.setObjectName("quarterTable")
        self.setAccessibleName("Plan, forecast and variance, £000")
        self.chart = QuarterChart()
        self._figures = [[Figure(heavy=column == len(QUARTERS)) for column in range(len(HEADINGS))] for _ in ROWS]
        self._headings = [Figure(words, tone="muted", heavy=words == HEADINGS[-1]) for words in HEADINGS]
        self._names = [Figure(words, swatch=swatch) for words, swatch in zip(ROWS, SWATCHES, strict=True)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._upright: bool | None = None
        self._tracker: Tracker | None = None
        self._most = 0
        self._lay_out(upright=False)

    def show_saving(self, tracker: Tracker, saving: Saving) -> None:
        """Show a line's figures."""
        self.chart.show_quarters(saving.plan, saving.forecast)
        for row, keys in enumerate(((*PLAN_QUARTERS, "plan_total"), (*FORECAST_QUARTERS, "forecast_total"))):
            for column, key in enumerate(keys):
                self._show(
                    row, column, shown(saving, key), explain_figure(saving, key), tracker.changed(saving.line, key)
                )
        for column, amount in enumerate(saving.variances):
            self._show(2, column, show_amount(amount))
        changed = tracker.changed(saving.line, "variance")
        self._show(2, len(QUARTERS), shown(saving, "variance"), explain_figure(saving, "variance"), changed)
        if tracker is not self._tracker:
            self._tracker, self._most = tracker, self._width_of_widest(tracker)
        self._stand()

    def _show(self, row: int, column: int, text: str, tip: str = "", changed: bool = False) -> None:  # noqa: FBT002
        name = f"{HEADINGS[column]} {ROWS[row].lower()}"
        self._figures[row][column].show_figure(text, changed=changed, name=name, tip=tip)

    def _stand(self) -> None:
        """Stand the quarters across or down, as there is room; once a line needs more, its tracker's others do too."""
        self._most = max(self._most, self._width_across())
        self._lay_out(upright=self.width() < self._most)

    def _width_of_widest(self, tracker: Tracker) -> int:
        """The width with the quarters across that the largest figures of a tracker need."""
        quarters = [amount for saving in tracker.year for amount in (*saving.plan, *saving.forecast) if amount]
        totals = [amount for saving in tracker.year for amount in (saving.plan_total, saving.forecast_total) if amount]
        quarter, year = (
            max(map(self._figures[0][0].width_of, (usual, *(show_amount(amount) for amount in _ends(amounts)))))
            for usual, amounts in ((WIDE_QUARTER, quarters), (WIDE_YEAR, totals))
        )
        return self._width_of_names() + len(QUARTERS) * quarter + year

    def _lay_out(self, *, upright: bool) -> None:
        """Quarters across, under their bars; `upright`, where there is no room for that, quarters down."""
        if upright == self._upright:
            return
        self._upright = upright
        for column in range(len(HEADINGS) + 1):
            self._grid.setColumnStretch(column, int(0 < column <= (len(ROWS) if upright else len(HEADINGS))))
        self._grid.addWidget(self.chart, 0, int(not upright), 1, 1 + len(ROWS) if upright else len(QUARTERS))
        tops, lefts = (self._names, self._headings) if upright else (self._headings, self._names)
        for place, heading in enumerate(tops, start=1):
            heading.right, heading.indent_by = True, 0
            self._grid.addWidget(heading, 1, place)
        for place, name in enumerate(lefts, start=2):
            name.right = False
            name.indent_by = 0 if upright else BESIDE
            self._grid.addWidget(name, place, 0)
        for row, figures in enumerate(self._figures):
            for column, figure in enumerate(figures):
                at = (column + 2, row + 1) if upright else (row + 2, column + 1)
                self._grid.addWidget(figure, *at)

    def _width_across(self) -> int:
        """The width that it takes with the quarters across."""
        widths = [self._width_of_names()]
        for column, heading in enumerate(self._headings):
            cells = (heading, *(figures[column] for figures in self._figures))
            widths.append(max(cell.words_width() for cell in cells))
        return sum(widths)

    def _width_of_names(self) -> int:
        return max(name.words_width() for name in self._names) + BESIDE

    # Qt's own names from here on.

    def minimumSizeHint(self) -> QSize:
        """As narrow as with the quarters down."""
        columns = [max(cell.words_width() for cell in self._headings)]
        for name, figures in zip(self._names, self._figures, strict=True):
            columns.append(max(cell.words_width() for cell in (name, *figures)))
        return QSize(sum(columns), self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the quarters across or down, as there is room."""
        super().resizeEvent(event)
        self._stand()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairlines between the rows."""
        painter = QPainter(self)
        colour = QColor(theme_of(self.palette()).hairline)
        for row in range(2, 2 + (len(HEADINGS) if self._upright else len(ROWS))):
            painter.fillRect(0, self._grid.cellRect(row, 0).top(), self.width(), 1, colour)
        painter.end()


def _ends(amounts: list[Decimal]) -> tuple[Decimal, ...]:
    """The least and the greatest of amounts, which are the longest but for pence."""
    return (min(amounts), max(amounts)) if amounts else ()
