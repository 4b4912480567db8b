"""One open tracker in the window: filter over table, the line's pane beside it, findings below."""

from decimal import Decimal

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gui.columns_menu import ColumnChooser
from gui.commentary_pane import CommentaryPane
from gui.filter_bar import FilterBar
from gui.findings_pane import FindingsPane
from gui.roles import Role
from gui.settings import Settings
from gui.table import TrackerTable
from gui.totals_model import TotalsModel
from gui.tracker_model import TrackerModel
from model.document import Document
from model.lines_shown import Filter, Marks, Sorting, lines_shown
from model.saving import Saving
from model.year import Finding

PANE_WIDTH, PANE_SHARE, FINDINGS_HEIGHT = 322, 0.4, 150


class TrackerTab(QWidget):
    """Shows a tracker; what the officer does there is asked of the session."""

    line_chosen = Signal()
    selection_changed = Signal()
    lines_changed = Signal()
    review_asked = Signal()
    follow_asked = Signal()

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        """Show a document's tracker."""
        super().__init__(parent)
        self.document = document
        self.tracker = document.tracker
        self._seen = False
        self._filter, self._sorting = Filter(), Sorting()
        self.model = TrackerModel(document.tracker, document.edit, self)
        self.totals = TotalsModel(self.model, self)
        self.filter_bar = FilterBar(document.tracker.year.committees)
        self.table = TrackerTable()
        self.pane = CommentaryPane()
        self.findings = FindingsPane()
        self.table.setModel(self.model)
        self.table.set_totals_model(self.totals)
        self.columns = ColumnChooser(self.model, settings, self._hide_column)
        self.filter_bar.add(self.columns)
        self._lay_out()
        self._connect()
        self.follow(frozenset())
        self._choose_cell(0, self._first_to_edit(), seen=False)

    @property
    def label(self) -> str:
        """The tab's words: title and period, a dot while there are changes to save."""
        year = self.tracker.year
        period = "" if year.period in year.title else year.period
        name = ", ".join(part for part in (year.title, period) if part) or self.document.name
        return f"{name} •" if self.document.unsaved else name

    @property
    def line(self) -> int | None:
        """The current line."""
        index = self.table.currentIndex()
        return self.model.line_at(index.row()) if index.isValid() else None

    @property
    def saving(self) -> Saving | None:
        """The current line's saving."""
        return None if self.line is None else self.tracker.year.savings[self.line]

    def follow(self, _lines: frozenset[int]) -> None:
        """Show what came of a change beside the table: counts, pane and findings."""
        self._show_counts()
        self.pane.show_line(self.tracker, self.line)
        self.findings.can_settle = not self.tracker.viewing
        if self.findings.isVisible():
            self.findings.show_findings(self.tracker.findings())

    def show_findings(self, *, on: bool) -> None:
        """Show or hide the list of findings."""
        self.findings.setVisible(on)
        if on:
            self.findings.show_findings(self.tracker.findings())

    def commit(self) -> bool:
        """Take what is being typed into the commentary or a cell; False where the cell's text was refused."""
        self.pane.commit()
        return self.table.finish_editing()

    def show_all(self) -> None:
        """Clear the filter and the sorting."""
        self.filter_bar.clear()
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def go_to(self, line: int, key: str = "") -> None:
        """Make a line current, and a field of it; a filter that hides the line is cleared."""
        if self.model.row_of(line) is None:
            self.filter_bar.clear()
        row = self.model.row_of(line)
        column = self.model.column_of(key) if key else None
        if row is not None:
            self._choose_cell(row, self.table.currentIndex().column() if column is None else column)

    def selected_amounts(self) -> list[Decimal]:
        """Give the figures of the selected cells, in £000."""
        values = (index.data(Role.SORT) for index in self.table.selectedIndexes())
        return [value for value in values if isinstance(value, Decimal)]

    def block(self) -> tuple[list[int], list[str]]:
        """Give the lines and the fields of the block from the first selected cell to the last, as shown."""
        chosen = self.table.selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        shown = [column for column in columns if not self.table.isColumnHidden(column)]
        return [self.model.line_at(row) for row in rows], [self.model.columns[column].key for column in shown]

    def below_and_right(self) -> tuple[list[int], list[str]]:
        """Give the lines and fields that a paste at the current cell may reach, as shown."""
        lines, keys = self.block()
        if not lines or not keys:
            return [], []
        row = self.model.row_of(lines[0]) or 0
        first = self.model.column_of(keys[0]) or 0
        columns = range(first, len(self.model.columns))
        reach = [self.model.columns[column].key for column in columns if not self.table.isColumnHidden(column)]
        return self.model.lines[row:], reach

    def _lay_out(self) -> None:
        self._across = across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.table)
        across.addWidget(self.pane)
        across.setStretchFactor(0, 1)
        across.setCollapsible(0, False)
        down = QSplitter(Qt.Orientation.Vertical)
        down.addWidget(across)
        down.addWidget(self.findings)
        down.setStretchFactor(0, 1)
        down.setCollapsible(0, False)
        down.setSizes([10_000, FINDINGS_HEIGHT])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addWidget(down, 1)
        for splitter in (across, down):
            splitter.setHandleWidth(1)
        self.findings.hide()

    def _hide_column(self, column: int, hidden: bool) -> None:
        self.table.setColumnHidden(column, hidden)
        self.table.totals.setColumnHidden(column, hidden)

    def _connect(self) -> None:
        self.filter_bar.asked.connect(self._show_filtered)
        self.model.sort_asked.connect(self._show_sorted)
        chosen = self.table.selectionModel()
        chosen.currentRowChanged.connect(self._show_line)
        chosen.selectionChanged.connect(self.selection_changed)
        self.findings.finding_activated.connect(self._go_to_finding)
        self.findings.settle_requested.connect(self.document.settle)
        self.pane.settle_requested.connect(self.document.settle)
        self.pane.commentary_typed.connect(self._take_commentary)
        self.pane.finding_activated.connect(self._go_to_finding)
        for asked in (self.pane.review_requested, self.pane.override_requested):
            asked.connect(self.review_asked)
        self.pane.follow_requested.connect(self.follow_asked)
        self.tracker.watch(self.follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the left, whatever the first current cell."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self.table.horizontalScrollBar().setValue(0)
            pane = min(PANE_WIDTH, int(self.width() * PANE_SHARE))
            self._across.setSizes([self.width() - pane, pane])

    def _show_line(self) -> None:
        self.pane.commit()
        self.pane.show_line(self.tracker, self.line)
        self.line_chosen.emit()

    def _show_filtered(self, wanted: Filter) -> None:
        self._filter = wanted
        self._show_lines()

    def _show_sorted(self, sorting: Sorting) -> None:
        self._sorting = sorting
        self._show_lines()

    def _show_lines(self) -> None:
        line, column = self.line, self.table.currentIndex().column()
        marks = Marks(self.tracker.standing.marked, self.tracker.changed_lines()) if self._filter.is_on else Marks()
        self.model.show_lines(lines_shown(self.tracker.year, self._filter, self._sorting, marks))
        row = self.model.row_of(line) if line is not None else None
        self._choose_cell(row or 0, max(column, 0))
        self._show_line()
        self.lines_changed.emit()

    def _show_counts(self) -> None:
        self.filter_bar.show_counts(
            self.tracker.totals().ratings, len(self.tracker.standing.marked), len(self.tracker.changed_lines())
        )

    def _take_commentary(self, line: int, text: str) -> None:
        self.document.edit(line, "commentary", text)

    def _go_to_finding(self, finding: Finding) -> None:
        if finding.line is not None:
            self.go_to(finding.line, finding.key)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_to_edit(self) -> int:
        return self.model.column_of("forecast_q1") or 0

    def _choose_cell(self, row: int, column: int, *, seen: bool = True) -> None:
        index = self.model.index(row, column)
        if index.isValid():
            self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if seen:
                self.table.scrollTo(index)
