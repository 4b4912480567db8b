"""The findings pane: every finding in a list; choosing one goes to its cell, and it can be settled here."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.findings_model import LABEL_ROLE, MESSAGE, SEVERITY, WORDS, FindingsModel
from gui.pane.line_findings import clear
from gui.theme import theme_of
from model.year import Finding, Severity

HEIGHT, ROW_HEIGHT = 190, 24


class SeverityLabel(QStyledItemDelegate):
    """Paints a severity as a small filled label with its word."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground of the row, then the label."""
        theme = theme_of(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, QColor(theme.selection if chosen else theme.surface))
        label = index.data(LABEL_ROLE)
        rect = QRectF(option.rect).adjusted(4, 3.5, -8, -3.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(label.fill or theme.muted))
        painter.setBrush(QColor(label.fill) if label.fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 3, 3)
        painter.setPen(QColor(label.ink or theme.ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(index.data()))


class FindingsPane(QWidget):
    """Lists findings; clicking one, or Enter, goes to its line and field."""

    finding_activated = Signal(object)
    settle_requested = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without findings."""
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self.setAccessibleName("Findings")
        self.setProperty("surface", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._all: tuple[Finding, ...] = ()
        self._model = FindingsModel(self)
        self._title = QLabel()
        self._title.setProperty("heading", True)
        self._chips = {severity: self._make_chip(severity) for severity in Severity}
        self._settlements = QHBoxLayout()
        self.list = self._make_list()
        self._lay_out()
        self.can_settle = True

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings; the one chosen stays chosen where it is still there."""
        self._all = tuple(findings)
        self._show()

    def chosen(self) -> Finding | None:
        """Give the finding that is chosen."""
        index = self.list.currentIndex()
        return self._model.findings[index.row()] if index.isValid() else None

    def _show(self) -> None:
        chosen = self.chosen()
        wanted = {severity for severity, chip in self._chips.items() if chip.isChecked()} or set(Severity)
        if self._model.show([finding for finding in self._all if finding.severity in wanted]):
            row = self._model.findings.index(chosen) if chosen in self._model.findings else -1
            self.list.setCurrentIndex(self._model.index(row, MESSAGE))
        for severity, chip in self._chips.items():
            count = sum(finding.severity is severity for finding in self._all)
            chip.setText(f"{WORDS[severity]}s {count:,}")
        count = len(self._all)
        self._title.setText("Nothing to settle" if not count else f"{count:,} finding{'s' if count > 1 else ''}")
        self._offer()

    def _offer(self) -> None:
        clear(self._settlements)
        finding = self.chosen()
        for settlement in finding.settlements if finding is not None and self.can_settle else ():
            button = QPushButton(settlement.words)
            button.setToolTip("This can be undone")
            button.clicked.connect(partial(self._ask, settlement.act))
            self._settlements.addWidget(button)
        self._settlements.addStretch(1)

    def _ask(self, act: str, _checked: bool = False) -> None:  # noqa: FBT002 - Qt's signal
        self.settle_requested.emit(self.chosen(), act)

    def _go(self, index: QModelIndex) -> None:
        self.finding_activated.emit(self._model.findings[index.row()])

    def _make_chip(self, severity: Severity) -> QPushButton:
        chip = QPushButton()
        chip.setCheckable(True)
        chip.setProperty("chip", WORDS[severity])
        chip.setToolTip(f"Show only {WORDS[severity].lower()}s")
        chip.clicked.connect(self._show)
        return chip

    def _make_list(self) -> QTableView:
        table = QTableView()
        table.setObjectName("findingsList")
        table.setAccessibleName("Findings")
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setTabKeyNavigation(False)
        table.setItemDelegateForColumn(SEVERITY, SeverityLabel(table))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        headings = table.horizontalHeader()
        headings.setSectionResizeMode(MESSAGE, QHeaderView.ResizeMode.Stretch)
        headings.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        headings.setHighlightSections(False)
        for column, width in enumerate((80, 100, 150, 0, 110)):
            if width:
                table.setColumnWidth(column, width)
        table.clicked.connect(self._go)
        table.activated.connect(self._go)
        table.selectionModel().currentChanged.connect(self._offer)
        return table

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title)
        for chip in self._chips.values():
            top.addWidget(chip)
        top.addSpacing(16)
        top.addLayout(self._settlements, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.setMinimumHeight(HEIGHT // 2)
