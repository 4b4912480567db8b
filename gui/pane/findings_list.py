"""The list of findings: a table of one line each, its severities as filled labels."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from gui.pane.findings_model import CELL, FIELD, REFERENCE, SENTENCE, SEVERITY, FindingsModel
from gui.pane.labels import paint_label
from gui.theme import FINDING, NEUTRAL, Label, bold, rating_label, theme_of
from model.rag import RED
from model.year import Finding, Severity

ROW_HEIGHT = 24
LABEL_WIDTH, LABEL_MARGIN, AIR, BAR = 66, 2, 4, 2
WIDTHS = {SEVERITY: 86, REFERENCE: 92, FIELD: 150, SENTENCE: 420, CELL: 110}
EMPTY = "Nothing to put right: figures, ratings and texts agree."
EMPTY_FILTERED = "No finding of this severity."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LABELS = {Severity.ERROR: rating_label(RED), Severity.WARNING: FINDING, Severity.NOTE: NEUTRAL}


def severity_label(severity: Severity) -> Label:
    """The colours of a severity."""
    return _LABELS[severity]


class FindingPainter(QStyledItemDelegate):
    """Paints a cell: a label for the severity, the reference bold, the rest as text."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, text and hairline."""
        theme = theme_of(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, QColor(theme.selection if chosen else theme.surface))
        text = str(index.data() or "")
        if index.column() == SEVERITY:
            box = QRectF(option.rect).adjusted(AIR, LABEL_MARGIN, 0, -LABEL_MARGIN - 1)
            box.setWidth(LABEL_WIDTH)
            painter.setFont(bold(option.font))
            paint_label(painter, box, text, severity_label(Severity(text.lower())), theme)
        else:
            painter.setFont(bold(option.font) if index.column() == REFERENCE else option.font)
            painter.setPen(QColor(theme.muted if index.column() in (FIELD, CELL) else theme.ink))
            room = option.rect.adjusted(AIR, 0, -AIR, 0)
            line = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)
        painter.fillRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1, QColor(theme.hairline))
        if chosen and index.column() == SEVERITY and option.widget.hasFocus():
            painter.fillRect(option.rect.x(), option.rect.y(), BAR, option.rect.height(), QColor(theme.accent))


class FindingsList(QTableView):
    """Shows findings; a click or Enter leads to the line of one."""

    activated_finding = Signal(object)
    chosen = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, model: FindingsModel) -> None:
        """Show a model's findings."""
        super().__init__()
        self._findings = model
        self.setModel(model)
        self.setObjectName("findingsList")
        self.setAccessibleName("Findings")
        self.setItemDelegate(FindingPainter(self))
        self._set_up()
        self.clicked.connect(self._activate)
        self.selectionModel().selectionChanged.connect(self.chosen)

    def current_finding(self) -> Finding | None:
        """The finding chosen."""
        rows = self.selectionModel().selectedRows()
        return self._findings.finding_at(rows[0].row()) if rows else None

    def choose(self, row: int) -> None:
        """Choose a row, or the one nearest to it."""
        last = self._findings.rowCount() - 1
        if last >= 0:
            self.selectRow(min(max(row, 0), last))

    def _activate(self) -> None:
        if (finding := self.current_finding()) is not None:
            self.activated_finding.emit(finding)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setMinimumSectionSize(40)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        across.setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)

    # Qt's own names from here on.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the line of the finding."""
        if event.key() in _ENTER:
            self._activate()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the ways to settle the finding."""
        if self.current_finding() is not None:
            self.menu_asked.emit(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say so where there is nothing to list."""
        super().paintEvent(event)
        if not self._findings.shown:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme_of(self.palette()).muted))
            words = EMPTY_FILTERED if self._findings.every else EMPTY
            room = self.viewport().rect().adjusted(AIR, AIR, -AIR, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, words)
            painter.end()
