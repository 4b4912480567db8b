"""The small table of a line: plan, forecast and variance by quarter and for the year, under their bars."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
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
AIR = 4
SWATCH = 8


class Figure(QLabel):
    """One cell: a figure that stands right and is never cut, or a heading."""

    def __init__(self, text: str = "", *, tone: str = "ink", heavy: bool = False, swatch: str = "") -> None:
        """Show a text; a `swatch` puts a square of that colour before it."""
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._tone, self._heavy, self._changed, self._swatch = tone, heavy, False, swatch
        self.right = True

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

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        """As wide as its text at its boldest, so that a change moves nothing."""
        width = QFontMetrics(bold(self.font())).horizontalAdvance(self.text())
        return QSize(width + 2 * AIR + (SWATCH + AIR if self._swatch else 0), ROW_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its text."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint swatch and text."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        left = AIR
        if self._swatch:
            painter.fillRect(AIR, (self.height() - SWATCH) // 2, SWATCH, SWATCH, tone(theme, self._swatch))
            left += SWATCH + AIR
        painter.setFont(bold(self.font()) if self._heavy or self._changed else self.font())
        painter.setPen(tone(theme, "accent" if self._changed else self._tone))
        side = Qt.AlignmentFlag.AlignRight if self.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect().adjusted(left, 0, -AIR, 0), side | Qt.AlignmentFlag.AlignVCenter, self.text())
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
        self._lay_out()

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

    def _show(self, row: int, column: int, text: str, tip: str = "", changed: bool = False) -> None:  # noqa: FBT002
        name = f"{HEADINGS[column]} {ROWS[row].lower()}"
        self._figures[row][column].show_figure(text, changed=changed, name=name, tip=tip)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.chart, 0, 1, 1, len(QUARTERS))
        for column, words in enumerate(HEADINGS, start=1):
            grid.addWidget(Figure(words, tone="muted", heavy=column > len(QUARTERS)), 1, column)
            grid.setColumnStretch(column, 1)
        for row, (words, figures) in enumerate(zip(ROWS, self._figures, strict=True), start=2):
            name = Figure(words, swatch=SWATCHES[row - 2])
            name.right = False
            grid.addWidget(name, row, 0)
            for column, figure in enumerate(figures, start=1):
                grid.addWidget(figure, row, column)

    # Qt's own names from here on.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairlines between the rows."""
        painter = QPainter(self)
        colour = QColor(theme_of(self.palette()).hairline)
        for row in range(len(ROWS)):
            painter.fillRect(0, self._figures[row][0].y() - 1, self.width(), 1, colour)
        painter.end()
