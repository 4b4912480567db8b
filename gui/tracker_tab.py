"""One open tracker in the window: filter over table, the line's pane beside it, findings below."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gui.columns_menu import ColumnChooser
from gui.commentary_pane import CommentaryPane
from gui.filter_bar import FilterBar
from gui.findings_pane import FindingsPane
from gui.selected_cells import SelectedCells
from gui.settings import Settings
from gui.splitters import Below, Beside
from gui.table import TrackerTable
from gui.totals_model import TotalsModel
from gui.tracker_model import TrackerModel
from model.document import Document
from model.lines_shown import Filter, Marks, Sorting, lines_shown
from model.saving import Saving
from model.year import Finding

LINES_AT_ONCE, BETWEEN_LINES = 1000, 20
"""As many lines as are looked at for findings between two keys, which takes some 10 ms, and the pause (ms) between."""
NO_LINES = "No saving is as the filter asks. Choose View > Show all lines to see them all."


class TrackerTab(QWidget):
    """Shows a tracker; what the officer does there is asked of the session.

    Attributes:
        asked: whether the officer asked for "pane" or "findings" here; what is missing is left to the room.
        arranging: whether other lines, or the same in another order, are just being shown: no choice of the officer's.
    """

    happened = Signal()
    """What can be done, or what the status line says, may be another now."""
    review_asked = Signal()
    follow_asked = Signal()
    clear_asked = Signal()

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        """Show a document's tracker."""
        super().__init__(parent)
        self.document = document
        self.tracker = document.tracker
        self.asked: dict[str, bool] = {}
        self.arranging = False
        self._settings = settings
        self._seen = False
        self._column = 0
        self._filter, self._sorting = Filter(), Sorting()
        self._counting = QTimer(self, singleShot=True, interval=BETWEEN_LINES)
        self.model = TrackerModel(document.tracker, document.edit, self)
        self.filter_bar = FilterBar(document.tracker.year.committees)
        self.table = TrackerTable()
        self.pane = CommentaryPane()
        self.findings = FindingsPane()
        self.table.setModel(self.model)
        self.table.set_totals_model(TotalsModel(self.model, self))
        self.table.set_empty_text(NO_LINES)
        self.cells = SelectedCells(self.table, self.model)
        self.columns = ColumnChooser(self.model, settings, self._hide_column)
        self.filter_bar.add(self.columns)
        self._lay_out()
        self._connect()
        self.pane.setVisible(settings.shows("pane"))
        self.findings.setVisible(settings.shows("findings"))
        self._choose_cell(0, self.model.column_of("forecast_q1") or 0, seen=False)
        self.follow()

    @property
    def title(self) -> str:
        """The tracker's title and period, or the file's name where it has none."""
        return self.tracker.year.name or self.document.name

    @property
    def state(self) -> str:
        """What stands behind the title: a dot while there are changes to save, and whether it is for viewing only."""
        return f"{' (viewing)' if self.tracker.viewing else ''}{' •' if self.document.unsaved else ''}"

    @property
    def line(self) -> int | None:
        """The current line."""
        index = self.table.currentIndex()
        return self.model.line_at(index.row()) if index.isValid() else None

    @property
    def saving(self) -> Saving | None:
        """The current line's saving."""
        return None if self.line is None else self.tracker.year.savings[self.line]

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in this tracker."""
        held = QApplication.focusWidget()
        return held is not None and self.isAncestorOf(held)

    def follow(self, lines: frozenset[int] = frozenset()) -> None:
        """Show what came of a change beside the table: counts, pane and findings."""
        self._show_counts()
        self.pane.show_line(self.tracker, self.line)
        if self._seen and not lines and not self.table.horizontalScrollBar().value():
            # Every line may show more than before: a column that grew for it stays whole.
            QTimer.singleShot(0, self, self.table.end_on_a_whole_column)

    def follow_access(self) -> None:
        """Show everything anew: what may be edited is another now."""
        self.model.refresh()
        self.follow()

    def show_pane(self, *, on: bool) -> None:
        """Show or hide the pane of the current line, in trackers opened from now on too."""
        self.asked["pane"] = on
        self._settings.show("pane", on=on)
        self.pane.setVisible(on)
        self._beside.share()

    def share_room(self, *, panes: bool, bar: bool) -> None:
        """Show panes and filter where there is room for them, or where they are asked for."""
        for name, pane in (("pane", self.pane), ("findings", self.findings)):
            pane.setVisible(self.asked.get(name, panes and self._settings.shows(name)))
        self.filter_bar.show_brief(on=not bar)
        self.filter_bar.setVisible(bar or self._filter.is_on or self.filter_bar.has_keyboard)

    def show_findings(self, *, on: bool) -> None:
        """Show or hide the list of findings, in trackers opened from now on too."""
        self.asked["findings"] = on
        self._settings.show("findings", on=on)
        self.findings.setVisible(on)
        self._below.share()
        self._show_counts()

    def commit(self) -> bool:
        """Take what is being typed into the commentary or a cell; False where the cell's text was refused."""
        self.pane.commit()
        return self.table.finish_editing()

    def show_all(self) -> None:
        """Clear the filter and the sorting."""
        self.filter_bar.clear()
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def go_to(self, line: int, key: str = "") -> None:
        """Make a line current, and a field of it that is shown; a filter that hides the line is cleared."""
        if self.model.row_of(line) is None:
            self.filter_bar.clear()
        row = self.model.row_of(line)
        if row is not None:
            self._choose_cell(row, self.column_for(key))

    def column_for(self, key: str) -> int:
        """Give the column of a field where it is shown, else one that is: the current one at best."""
        column = self.model.column_of(key)
        if column is None or self.table.isColumnHidden(column):
            column = max(self.table.currentIndex().column(), 0)
        return self._column_in_view(column)

    def _show_counts(self) -> None:
        """Show what can be counted now; findings on many lines are counted, and listed, as the window finds time."""
        standing = self.tracker.standing
        few = len(self.tracker.year.savings) <= LINES_AT_ONCE
        marked = len(standing.marked) if standing.look_at(LINES_AT_ONCE if few else 0) else None
        self.filter_bar.show_counts(standing.totals.ratings, marked, len(self.tracker.changed_lines()))
        if marked is None:
            self._counting.start()
        elif not self.findings.isHidden():
            self.findings.can_settle = not self.tracker.viewing
            self.findings.show_findings(self.tracker.findings())

    def _count_on(self) -> None:
        self.tracker.standing.look_at(LINES_AT_ONCE)
        self._show_counts()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        self._beside = Beside(self.table, self.pane)
        self._below = Below(self._beside, self.findings)
        column.addWidget(self._below, 1)

    def _hide_column(self, column: int, hidden: bool) -> None:
        self.table.setColumnHidden(column, hidden)
        self.table.totals.setColumnHidden(column, hidden)

    def _connect(self) -> None:
        self.filter_bar.asked.connect(self._show_filtered)
        self.filter_bar.left.connect(self.table.setFocus)
        self.model.sort_asked.connect(self._show_sorted)
        self.table.locked.connect(self._say_locked)
        self.table.clear_requested.connect(self.clear_asked)
        chosen = self.table.selectionModel()
        chosen.currentRowChanged.connect(self._show_line)
        chosen.selectionChanged.connect(self.happened)
        self.findings.finding_activated.connect(self._go_to_finding)
        self.findings.settle_requested.connect(self.document.settle)
        self.pane.settle_requested.connect(self.document.settle)
        self.pane.left.connect(self.table.setFocus)
        self.pane.commentary_typed.connect(self._take_commentary)
        self.pane.typing_changed.connect(self.happened)
        self.pane.finding_activated.connect(self._go_to_finding)
        for asked in (self.pane.review_requested, self.pane.override_requested):
            asked.connect(self.review_asked)
        self.pane.follow_requested.connect(self.follow_asked)
        self._counting.timeout.connect(self._count_on)
        self.tracker.watch(self.follow)

    def _show_line(self) -> None:
        self.pane.show_line(self.tracker, self.line)
        self.happened.emit()

    def _show_filtered(self, wanted: Filter) -> None:
        """Show the lines asked for; a figure that was refused stays in its cell, with the lines as they are."""
        if not self.commit():
            self.filter_bar.show_filter(self._filter)
            return
        self._filter = wanted
        self._show_lines()

    def _show_sorted(self, sorting: Sorting) -> None:
        self.commit()
        self._sorting = sorting
        self._show_lines()

    def _show_lines(self) -> None:
        line, column = self.line, self.table.currentIndex().column()
        self._column = column if column >= 0 else self._column
        marks = Marks(self.tracker.standing.marked, self.tracker.changed_lines()) if self._filter.is_on else Marks()
        self.arranging = True
        self.model.show_lines(lines_shown(self.tracker.year, self._filter, self._sorting, marks))
        row = self.model.row_of(line) if line is not None else None
        self._choose_cell(row or 0, self._column)
        self.arranging = False
        self._show_line()

    def _say_locked(self, index: QModelIndex) -> None:
        """Ask for the edit all the same: the refusal says why."""
        self.document.edit(self.model.line_at(index.row()), self.model.columns[index.column()].key, "")

    def _take_commentary(self, line: int, text: str) -> None:
        self.document.edit(line, "commentary", text)

    def _go_to_finding(self, finding: Finding) -> None:
        if finding.line is not None:
            self.go_to(finding.line, finding.key)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_cell(self, row: int, column: int, *, seen: bool = True) -> None:
        index = self.model.index(row, self._column_in_view(column))
        if index.isValid():
            self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if seen:
                self.table.scrollTo(index)

    def _column_in_view(self, column: int) -> int:
        """Give a column, or where it is hidden the next one that is shown."""
        around = (*range(column, len(self.model.columns)), *range(column))
        return next((place for place in around if not self.table.isColumnHidden(place)), 0)

    # Qt's own names from here on.

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the left, whatever the first current cell."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self.table.horizontalScrollBar().setValue(0)
            # After the layout, which is to come yet.
            QTimer.singleShot(0, self, self.table.end_on_a_whole_column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the table from wherever it means nothing else."""
        if event.key() == Qt.Key.Key_Escape:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)
