"""The savings of two trackers in one table, under a filter, with the pane of the current row beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from gui.compare.columns import LEADING
from gui.compare.compare_model import CompareModel
from gui.compare.filter_bar import CompareFilter
from gui.compare.line_pane import USUAL_WIDTH, LinePane
from gui.compare.status import CompareStatus
from gui.compare.totals import CompareTotals
from gui.compare.words import reference_words
from gui.pane.words import capital
from gui.table import TrackerTable
from gui.table.widths import SLACK, least_width
from model.clipboard import text_from_block
from model.comparing import Comparing
from model.comparison import Row, Wanted
from model.html_tables import html_from_block
from model.prompts import Patience

NO_ROWS = "No saving is as the filter asks. Press Ctrl+Shift+A to see them all."
NOTHING_LEFT = "Nothing is left to decide in the rows shown"
ONLY_SUGGESTED = "Nothing else has to be decided; this is only a suggestion"
LEAST_TABLE, MOST_SHARE = 240, 0.38


class LinesPage(QWidget):
    """Shows a comparison row by row; what is done about a row is asked of the window."""

    row_changed = Signal()

    def __init__(self, comparing: Comparing, patience: Patience) -> None:
        """Show a comparison whole, the first row current."""
        super().__init__()
        self._patience = patience
        self._shares = True
        self.model = CompareModel(comparing.comparison, comparing.widest, self)
        self.filter = CompareFilter()
        self.table = TrackerTable()
        self.pane = LinePane()
        self.status = CompareStatus()
        self._decided_last = ""
        self._set_up()
        self._lay_out()
        self.filter.asked.connect(self._show_wanted)
        self.filter.left.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(self.row_changed)
        self._show_counts()

    @property
    def row(self) -> Row | None:
        """The current row; None where none is shown."""
        return self.model.row_at(self.table.currentIndex().row())

    def show_comparison(self, comparing: Comparing) -> None:
        """Show the comparison as made anew; the current row stays so, or the one that its later line is on now."""
        self._keeping_row(lambda: self.model.show_comparison(comparing.comparison, comparing.widest))
        self._decided_last = comparing.decided_last
        self.say("")
        self._show_references()

    def show_all(self) -> None:
        """Show every row in the comparison's own order."""
        self.filter.clear()
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def go_to(self, number: int) -> None:
        """Make a row current by its number, whatever the filter."""
        row = self.model.comparison.rows[number]
        if self.model.place_of(row) is None:
            self.filter.clear()
        self._choose(self.model.place_of(row) or 0)

    def waiting(self) -> tuple[Row, ...]:
        """Give the rows of which something has to be said, from the one after the present; suggestions come last."""
        at = self.table.currentIndex().row()
        places = (*range(at + 1, len(self.model.rows)), *range(at + 1))
        rows = [self.model.rows[place] for place in places if self.model.is_open(place)]
        return tuple(sorted(rows, key=lambda row: not row.asked))

    def next_question(self) -> None:
        """Go on to the next row of which something has to be said."""
        self.go_on_to(self.waiting())

    def go_on_to(self, rows: Sequence[Row]) -> None:
        """Go to the first of some rows of which something still has to be said."""
        places = (self.model.place_of(row) for row in rows)
        found = next((place for place in places if place is not None and self.model.is_open(place)), None)
        if found is None:
            self.say(NOTHING_LEFT)
            return
        self._choose(found)
        self.say("" if self.model.rows[found].asked else ONLY_SUGGESTED)

    def copy(self) -> None:
        """Copy the selected rows whole, with their headings."""
        places = sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})
        text, markup = self._patience("Copying the rows", lambda _here: self._both_forms(places))
        both = QMimeData()
        both.setText(text)
        both.setHtml(markup)
        QGuiApplication.clipboard().setMimeData(both)
        self.say(f"Copied {len(places):,} row{'s' * (len(places) != 1)}")

    def next_part(self) -> None:
        """Go on from the table to the pane, to the filter, and back to the table."""
        if self.table.hasFocus():
            self.pane.take_keyboard()
        elif self.holds_keyboard():
            self.filter.begin()
        else:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def holds_keyboard(self) -> bool:
        """Tell whether the keyboard is in the pane."""
        held = QApplication.focusWidget()
        return held is not None and self.pane.isAncestorOf(held)

    def say(self, words: str) -> None:
        """Tell something in passing; what was decided last stands before it, as long as it can be taken back."""
        last = self._decided_last
        self.status.say(". ".join(filter(None, (capital(last), words))), may_go_back=bool(last))

    def _both_forms(self, places: Sequence[int]) -> tuple[str, str]:
        block = self.model.block(places)
        return text_from_block(block), html_from_block(block)

    def _show_references(self) -> None:
        """Widen the first column where savings that go on under another reference need it."""
        pairs = ((row, row.earlier, row.later) for row in self.model.comparison.rows)
        renamed = (row for row, one, other in pairs if one and other and one.reference != other.reference)
        longest = max(map(reference_words, renamed), key=len, default="")
        needed = least_width(longest, self.table.columns[0], self.table.ink) + SLACK
        if self.table.columnWidth(0) < needed:
            self.table.setColumnWidth(0, needed)

    def _keeping_row(self, act: Callable[[], None]) -> None:
        row, column = self.row, max(self.table.currentIndex().column(), 0)
        act()
        self._show_counts()
        self._choose(self.model.place_of(row) or 0, column)

    def _show_counts(self) -> None:
        self.filter.show_counts(self.model.comparison, len(self.model.rows))

    def _show_wanted(self, wanted: Wanted) -> None:
        self._keeping_row(lambda: self.model.show_wanted(wanted))

    def _choose(self, place: int, column: int = 0) -> None:
        index = self.model.index(place, column)
        if index.isValid():
            self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.table.scrollTo(index)
        self.row_changed.emit()

    def _keep_room(self) -> None:
        """Leave the line between table and pane where the officer has put it."""
        self._shares = False

    def _set_up(self) -> None:
        self.table.setObjectName("compareTable")
        self.table.setAccessibleName("Comparison")
        self.table.setMinimumWidth(LEAST_TABLE)
        self.table.set_frozen_columns(LEADING)
        self.table.setModel(self.model)
        self.table.set_totals_model(CompareTotals(self.model, self))
        self.table.set_empty_text(NO_ROWS)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_references()
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    def _lay_out(self) -> None:
        self._beside = beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(1)
        beside.addWidget(self.table)
        beside.addWidget(self.pane)
        beside.splitterMoved.connect(self._keep_room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(beside, 1)
        column.addWidget(self.status)

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pane its room, in a narrow window less than half of it."""
        super().resizeEvent(event)
        if self._shares:
            pane = min(USUAL_WIDTH, round(self.width() * MOST_SHARE))
            self._beside.setSizes([self.width() - pane, pane])
