"""The window of a what-if: under a banner that says what it is not, lines on the left, counts on the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui.charts import BarsChart, Unit
from gui.listing import Listing, to_clipboard
from gui.what_if.head import Head
from gui.what_if.tables import COUNTS, LINES, count_rows, count_series, line_rows
from model.document import Document
from model.rag import Scheme
from model.what_if import WhatIf, what_if

USUAL, RIGHT, LEAST_RIGHT, SHARE = (1240, 680), 380, 276, 0.34
SOON = 60
"""Milliseconds between a change of the tracker and the lines for it, so that several are one work."""
COPIED = "Copied {} with what it is not. Paste it into any spreadsheet."


class WhatIfWindow(QWidget):
    """Shows one tracker under the key of another; nothing of it can be saved into the tracker."""

    line_chosen = Signal(object)
    """The line, by its place in the tracker."""

    def __init__(self, document: Document, schemes: Callable[[], Sequence[Scheme]]) -> None:
        """Show a tracker under the first of the schemes that are offered, which may become others."""
        super().__init__()
        self.setObjectName("whatIfWindow")
        self.document = document
        self._schemes = schemes
        self.what = WhatIf("", "", ())
        self.banner, self.sentence, self.why, self.told = QLabel(), QLabel(), QLabel(), QLabel()
        self.head = Head()
        self.lines = Listing("Lines under another key", LINES)
        self.counts = Listing("Lines by rating, as they stand and under another key", COUNTS, whole=True)
        self.chart = BarsChart("Lines by rating")
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._set_up()
        self._lay_out()
        self._connect()
        self.resize(*USUAL)
        self.offer()

    def offer(self) -> None:
        """Offer the schemes that there are now."""
        self.head.offer(self._schemes())
        self.refresh()

    def refresh(self) -> None:
        """Work out anew what the scheme chosen would make of the tracker as it stands."""
        if self.head.chosen is not None:
            self.what = what_if(self.document.tracker.year, self.head.chosen)
            self._show_what()

    def follow_tracker(self, _lines: frozenset[int] = frozenset()) -> None:
        """Follow a change of the tracker soon."""
        if self.isVisible():
            self._soon.start()

    def copy(self) -> None:
        """Copy the lines shown, under the words that say what they are not."""
        shown = self.what.shown(self.head.wanted)
        to_clipboard(self.what.block(shown))
        self.told.setText(COPIED.format(f"{len(shown):,} line{'s' * (len(shown) != 1)}"))

    def end(self) -> None:
        """Close for good: the tracker is closed."""
        self.close()
        self.deleteLater()

    def _show_what(self) -> None:
        self.setWindowTitle(f"{self.what.title} – {self.document.name}")
        self.banner.setText(self.what.title)
        self.sentence.setText(self.what.sentence)
        self.counts.show_rows(*count_rows(self.what.counts))
        self.chart.show_bars(*count_series(self.what), Unit.COUNT)
        self._filter()

    def _filter(self) -> None:
        shown = self.what.shown(self.head.wanted)
        self.lines.show_rows(line_rows(shown))
        self.told.setText(f"{len(shown):,} of {len(self.what.rows):,} lines")
        self._explain(self.lines.current_target)

    def _explain(self, line: object) -> None:
        """Say of the current line how the other key comes to its rating."""
        row = self.what.rows[line] if isinstance(line, int) else None
        self.why.setText(f"{row.saving.reference}: {row.why}" if row else "No line is shown.")

    def _set_up(self) -> None:
        for label, mark in ((self.banner, "banner"), (self.sentence, "strong"), (self.told, "muted")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty(mark, True)
        for label in (self.banner, self.sentence, self.why):
            label.setWordWrap(True)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.why.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.lines.setObjectName("whatIfLines")
        self.counts.setObjectName("whatIfCounts")

    def _lay_out(self) -> None:
        self._parts.addWidget(self._left())
        self._parts.addWidget(self._right())
        self._parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.head)
        column.addWidget(self._parts, 1)

    def _left(self) -> QWidget:
        card = QFrame()
        card.setProperty("card", True)
        within = QVBoxLayout(card)
        within.setContentsMargins(12, 8, 12, 8)
        within.addWidget(self.why)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 0, 6, 10)
        column.setSpacing(6)
        column.addWidget(self.lines, 1)
        column.addWidget(card)
        column.addWidget(self.told)
        return left

    def _right(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(6, 0, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.sentence)
        column.addWidget(self.counts)
        column.addWidget(self.chart, 1)
        self.chart.setMinimumHeight(190)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setMinimumWidth(LEAST_RIGHT)
        scrolled.setWidget(inner)
        return scrolled

    def _connect(self) -> None:
        self.head.scheme_changed.connect(self.refresh)
        self.head.wanted_changed.connect(self._filter)
        self.head.copy.clicked.connect(self.copy)
        self.head.close_button.clicked.connect(self.close)
        self.lines.row_changed.connect(self._explain)
        self.lines.row_chosen.connect(self.line_chosen)
        self._soon.timeout.connect(self.refresh)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.head.text.setFocus)

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between lines and counts."""
        super().resizeEvent(event)
        right = min(max(int(self.width() * SHARE), LEAST_RIGHT), RIGHT)
        self._parts.setSizes([self.width() - right, right])
