"""The tracker's table: savings down, fields across, totals under the headings."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.roles import Kind
from gui.table.cells import CellPainter
from gui.table.column_widths import ColumnWidths
from gui.table.columns import columns_of
from gui.table.heading import TwoLevelHeading
from gui.table.ink import PADDING, Ink
from gui.table.sheet import SheetPainter
from gui.table.spreadsheet import SpreadsheetView
from gui.table.totals import TotalsRow
from gui.table.widths import MEASURED, texts_between

FROZEN = 3
LEAST_TITLE = 120
_AnyIndex = QModelIndex | QPersistentModelIndex
_RESTYLED = {QEvent.Type.PaletteChange, QEvent.Type.FontChange}


class TrackerTable(SpreadsheetView):
    """Shows a table model that answers the roles of `gui.roles`; decides nothing.

    Column widths are found once, when the model comes, and are the officer's after that; figures are never cut.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trackerTable")
        self.setAccessibleName("Savings")
        self._empty = ""
        self._heading = TwoLevelHeading(self)
        self.setHorizontalHeader(self._heading)
        self._totals = TotalsRow(self)
        self.set_frozen_columns(FROZEN)
        self.setSortingEnabled(True)
        self._widths = ColumnWidths(self, self._totals)
        self._restyle()

    @property
    def totals(self) -> TotalsRow:
        """The totals under the headings."""
        return self._totals

    def set_totals_model(self, model: QAbstractItemModel) -> None:
        """Shows these totals: the table's own columns, one or two lines."""
        self._totals.setModel(model)
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self._make_room_for_totals)
        for changed in (model.rowsInserted, model.modelReset, model.dataChanged):
            changed.connect(self._widths.grow_for_totals)
        self._make_room_for_totals()
        self._totals.take_widths()
        self._widths.grow_for_totals()

    def set_frozen_columns(self, count: int) -> None:
        """Keeps that many leading columns in view, here and in the totals."""
        super().set_frozen_columns(count)
        self._totals.set_frozen_columns(count)

    def set_empty_text(self, text: str) -> None:
        """What is said in the middle where there are no lines to show."""
        self._empty = text
        self.viewport().update()

    def fit_columns(self) -> None:
        """Gives every column the width that it begins with."""
        self._widths.fit()

    def room_for_figures(self) -> int:
        """The width that shows all columns up to the last of figures or arrows, from the first."""
        header = self.horizontalHeader()
        shown = (
            header.sectionPosition(column.place) + header.sectionSize(column.place)
            for column in self.columns
            if (column.figures or column.kind is Kind.DIRECTION) and not self.isColumnHidden(column.place)
        )
        return max(shown, default=0) + self.verticalScrollBar().sizeHint().width()

    def room_for_lines(self, count: int) -> int:
        """The height that shows so many lines under headings and totals."""
        across = self.horizontalScrollBar().sizeHint().height()
        return self.horizontalHeader().sizeHint().height() + count * self.ink.row_height + across

    # look

    def _restyle(self) -> None:
        """Takes colours and fonts anew: the theme or the size of text changed."""
        before, self.cells = self.ink.plain, CellPainter(Ink.of(self.palette(), self.font()))
        self.set_row_height(self.ink.row_height)
        self._totals.paint_with(self.columns, self.cells)
        self._make_room_for_totals()
        if self.columns and self.ink.plain != before:
            self.fit_columns()
        self.viewport().update()
        self._heading.viewport().update()

    def _make_room_for_totals(self) -> None:
        """The heading leaves room for as many lines as the totals have."""
        self._heading.set_room_below(self._totals.wanted_height())
        self.updateGeometries()

    # Qt's own questions

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Takes the model, its columns and the widths they need."""
        super().setModel(model)
        self._read_columns()
        if model is not None:
            model.modelReset.connect(self._read_columns)
            model.headerDataChanged.connect(self._read_columns)
            model.columnsInserted.connect(self._read_columns)
            model.columnsRemoved.connect(self._read_columns)

    def _read_columns(self) -> None:
        """Asks the model for its columns again."""
        columns = columns_of(self.lines)
        if columns == self.columns:
            return
        self.columns = columns
        self._totals.paint_with(columns, self.cells)
        if columns:
            self.fit_columns()
        self._heading.viewport().update()

    def end_on_a_whole_column(self) -> None:
        """Give the titles the room of a short column that the view's edge cuts, or have them make room for it."""
        title = next((column.place for column in self.columns if column.kind is Kind.TITLE), None)
        room = self.viewport().width()
        cut = [
            (left + width - room, room - left)
            for place, left, width in self.columns_between(self.frozen_width(), room - 1, frozen=False)
            if left + width > room and self.columns[place].kind in MEASURED
        ]
        if title is None or not cut:
            return
        wide, (lacks, spare) = self.columnWidth(title), cut[0]
        gives_way = lacks <= spare and wide - lacks >= LEAST_TITLE
        self.setColumnWidth(title, wide - lacks if gives_way else wide + spare)

    def dataChanged(self, first: _AnyIndex, last: _AnyIndex, roles: Sequence[int] = ()) -> None:
        """Paints the lines that changed, and no other; widens a column whose figures need more."""
        # Qt's own would paint the next line as well; assistive tools hear of the change through it.
        if QAccessible.isActive():
            super().dataChanged(first, last, roles)
        self.update_rows(first.row(), last.row())
        self._widths.grow_for(first, last)

    def sizeHintForColumn(self, place: int) -> int:
        """For a double click on a column's edge: as wide as the lines in view need."""
        column = self.columns[place]
        if column.kind in MEASURED:
            return max(self._widths.needed(place), self.columnWidth(place))
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        texts = texts_between(self.model(), place, max(first, 0), last if last >= 0 else self.model().rowCount() - 1)
        return max((self.ink.width(text[:200], False) for text in texts), default=0) + 2 * PADDING + 2

    def updateGeometries(self) -> None:
        """Lays the totals over the room that the heading leaves."""
        super().updateGeometries()
        heading, totals = self.horizontalHeader().geometry(), getattr(self, "_totals", None)
        if totals is not None:
            top = heading.top() + self._heading.own_height
            totals.setGeometry(heading.left(), top, heading.width(), totals.wanted_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints what needs it."""
        painter = QPainter(self.viewport())
        sheet = SheetPainter(self)
        # A region is iterable; the stubs leave it out.
        region: Iterable[QRect] = event.region()  # type: ignore[assignment]
        for rect in region:
            sheet.paint(painter, rect)
        model = self.lines
        if self._empty and model is not None and not model.rowCount():
            painter.setPen(self.ink.colours["muted"])
            painter.setFont(self.ink.plain)
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._empty)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in _RESTYLED and hasattr(self, "_totals"):
            self._restyle()
