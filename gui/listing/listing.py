"""The view of rows that are read: figures never cut, sorted by its headings, copied, leading to a line."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.listing.copying import to_clipboard
from gui.listing.delegate import AIR, ListingDelegate
from gui.listing.model import Heading, ListingModel, Row
from gui.roles import Kind
from gui.theme import bold
from model.clipboard import Cell

ROW_HEIGHT = 24
TITLE_WIDTH, TEXT_WIDTH = 140, 260
ARROW, LABEL_AIR, ENOUGH = 18, 16, 10_000
WIDTHS = {Kind.TITLE: TITLE_WIDTH, Kind.TEXT: TEXT_WIDTH}


class Listing(QTableView):
    """A table to be read. Enter or a double click leads to what the row is about; Ctrl+C copies rows."""

    row_chosen = Signal(object)
    """What the row leads to."""
    row_changed = Signal(object)
    """The same of the row that became current; None without one."""

    def __init__(self, name: str, headings: Sequence[Heading], *, whole: bool = False, wrapped: bool = False) -> None:
        """Show columns, without rows yet.

        Args:
            whole: where it is short and always as high as its rows.
            wrapped: where its words are sentences, shown in as many lines as they need; of few rows.
        """
        super().__init__()
        self._whole, self._wrapped = whole, wrapped
        self.setProperty("listing", True)
        self.setAccessibleName(name)
        self.rows = ListingModel(headings, self)
        self.setModel(self.rows)
        self.setItemDelegate(ListingDelegate(self))
        self._set_up()
        self.doubleClicked.connect(self._choose)
        self.selectionModel().currentRowChanged.connect(lambda index: self.row_changed.emit(self._target(index)))

    @property
    def current_target(self) -> object:
        """What the current row leads to; None without one."""
        return self._target(self.currentIndex())

    def show_rows(self, rows: Sequence[Row], totals: Sequence[Row] = ()) -> None:
        """Show rows, totals below them; what was current stays so where it is still shown."""
        held = self.current_target
        self.rows.show_rows(rows, totals)
        self._share_widths()
        self.go_to(held)

    def go_to(self, target: object) -> None:
        """Make the row current that leads to something, or the first."""
        leading = [row for row, one in enumerate(self.rows.rows) if one.target is not None]
        found = next((row for row in leading if self.rows.rows[row].target == target), next(iter(leading), None))
        if found is not None:
            self.setCurrentIndex(self.rows.index(found, max(self.currentIndex().column(), 0)))

    def whole_block(self) -> list[tuple[Cell, ...]]:
        """Give all rows as cells for the clipboard, headings first."""
        return self.rows.block(range(len(self.rows.rows)))

    def copy(self) -> None:
        """Copy the selected rows with their headings."""
        to_clipboard(self.rows.block([index.row() for index in self.selectionModel().selectedRows()]))

    def _choose(self, index: QModelIndex) -> None:
        target = self._target(index)
        if target is not None:
            self.row_chosen.emit(target)

    def _target(self, index: QModelIndex) -> object:
        return self.rows.rows[index.row()].target if index.isValid() and index.row() < len(self.rows.rows) else None

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 8))
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSortIndicatorClearable(True)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        copy = QAction("&Copy rows", self, shortcut=QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _share_widths(self) -> None:
        for column, heading in enumerate(self.rows.headings):
            self.setColumnWidth(column, self._width(column, heading))
        self._widen()
        if self._whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            high = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height() + 2
            self.setFixedHeight(high)

    def _widen(self) -> None:
        """Give the room that is left to the first column of words."""
        words = next((column for column, one in enumerate(self.rows.headings) if one.kind in WIDTHS), None)
        if words is not None:
            left = self.viewport().width() - self.horizontalHeader().length()
            least = self._width(words, self.rows.headings[words])
            self.setColumnWidth(words, max(least, self.columnWidth(words) + left))
            if self._wrapped:
                self._heighten(words)

    def _heighten(self, words: int) -> None:
        """Give each row the height of its words."""
        usual, room = self.verticalHeader().defaultSectionSize(), self.columnWidth(words) - 2 * AIR
        metrics = self.fontMetrics()
        for row in range(len(self.rows.rows)):
            lines = metrics.boundingRect(0, 0, room, ENOUGH, Qt.TextFlag.TextWordWrap, self.rows.text(row, words))
            self.setRowHeight(row, usual + lines.height() - metrics.height())

    def _width(self, column: int, heading: Heading) -> int:
        """Give the width that shows every figure, label and reference whole; words have one of their own."""
        metrics = QFontMetrics(bold(self.font()))
        least = metrics.horizontalAdvance(heading.words) + ARROW
        longest = sorted(self.rows.texts(column), key=len)[-8:]
        room = max(map(metrics.horizontalAdvance, longest), default=0) + 2 * AIR
        if heading.kind in WIDTHS:
            return max(least, min(room, WIDTHS[heading.kind]))
        return max(least, room + (LABEL_AIR if heading.kind is Kind.RATING else 2))

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        """As wide as its columns, and as high as a few rows: what is beside it comes first."""
        return QSize(self.horizontalHeader().length() + 2, 5 * ROW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self._widen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Enter to what the row is about."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)
