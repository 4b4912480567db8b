"""The change log in a window: a table of changes, filtered as one types, written as csv."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.table.tips import plain_tip
from model.change_log import HEADINGS, LogEntry, LogFilter
from model.document import Document
from model.fields import FIELD
from model.logbook import export_log
from model.session import Session

ROW_HEIGHT = 24
WIDTHS = (140, 110, 92, 150, 150, 150, 180, 110, 60)
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_VALUES = (HEADINGS.index("From"), HEADINGS.index("To"))
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChangeLogModel(QAbstractTableModel):
    """Answers for a list of changes, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without changes."""
        super().__init__(parent)
        self.entries: tuple[LogEntry, ...] = ()

    def show_entries(self, entries: Sequence[LogEntry]) -> None:
        """Show other changes."""
        self.beginResetModel()
        self.entries = tuple(reversed(entries))
        self.endResetModel()

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of changes."""
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Answer from the change."""
        if not index.isValid():
            return None
        text = self.entries[index.row()].texts[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text.split())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in _VALUES and _is_figure(self.entries[index.row()]) else None
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole and text else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Answer with the headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None


def _is_figure(entry: LogEntry) -> bool:
    return entry.key in FIELD and FIELD[entry.key].is_figure


class ChangeLogWindow(QDialog):
    """Shows what was changed in one tracker, since its workbook was first edited here."""

    def __init__(self, session: Session, document: Document, reference: str, parent: QWidget | None = None) -> None:
        """Show a tracker's changes; `reference` is that of the current line, blank where there is none."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("changeLogWindow")
        self.setWindowTitle(f"Change log: {document.name}")
        self._session, self._document, self._reference = session, document, reference
        self.model = ChangeLogModel(self)
        self.text = QLineEdit()
        self.only_line = QCheckBox(f"Only {reference}".replace("&", "&&"))
        self.count = QLabel()
        self.export = QPushButton("&Export csv…")
        self.export_workbook = QPushButton("Export &workbook with these…")
        self.table = QTableView()
        self._set_up()
        self._lay_out()
        self.resize(self.sizeHint())
        self.filter()

    def filter(self) -> None:
        """Show the changes that hold every word typed, of the one line where that is asked for."""
        reference = self._reference if self.only_line.isChecked() else ""
        wanted = LogFilter(text=self.text.text(), reference=reference)
        self.model.show_entries(self._session.keeping.log(self._document).entries(wanted))
        shown = len(self.model.entries)
        self.count.setText(f"{shown:,} change{'s' if shown != 1 else ''}")
        for button in (self.export, self.export_workbook):
            button.setEnabled(shown > 0)

    def export_shown(self) -> None:
        """Write the changes that are shown as csv, the oldest first."""
        beside = self._document.path or Path.home() / self._document.tracker.year.title
        export_log(self._session.prompts, tuple(reversed(self.model.entries)), beside)

    def export_with_tracker(self) -> None:
        """Write the tracker as a new workbook, with the changes that are shown on a sheet of their own."""
        self._session.export(self._document, tuple(reversed(self.model.entries)))

    def _set_up(self) -> None:
        self.text.setObjectName("changeLogFilter")
        self.text.setClearButtonEnabled(True)
        self.text.setPlaceholderText("Filter by words in any column")
        self.text.setAccessibleName("Filter the change log")
        self.text.textChanged.connect(self.filter)
        self.only_line.setVisible(bool(self._reference))
        self.only_line.toggled.connect(self.filter)
        for button, act, tip in (
            (self.export, self.export_shown, "Write the changes shown as csv"),
            (self.export_workbook, self.export_with_tracker, "Write a new workbook with the changes shown on a sheet"),
        ):
            button.setAutoDefault(False)
            button.setToolTip(tip)
            button.clicked.connect(act)
        self.table.setModel(self.model)
        self.table.setObjectName("changeLog")
        self.table.setAccessibleName("Change log")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate(WIDTHS):
            self.table.setColumnWidth(column, width)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.text, 1)
        for widget in (self.only_line, self.count, self.export, self.export_workbook):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.table, 1)

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        """Wide enough for every column."""
        return QSize(1180, 480)
