"""The list of findings as a table model: severity, reference, field, sentence, cell."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.theme import FINDING, NEUTRAL, RATINGS
from model.fields import FIELD
from model.rag import RED
from model.year import Finding, Severity

HEADINGS = ("Severity", "Reference", "Field", "Finding", "Cell")
SEVERITY, REFERENCE, NAME, MESSAGE, CELL = range(5)
WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}
LABELS = {Severity.ERROR: RATINGS[RED], Severity.WARNING: FINDING, Severity.NOTE: NEUTRAL}
LABEL_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class FindingsModel(QAbstractTableModel):
    """Answers for a list of findings."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without findings."""
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()

    def show(self, findings: Sequence[Finding]) -> bool:
        """Show these findings; tells whether the list differs from before."""
        if tuple(findings) == self.findings:
            return False
        self.beginResetModel()
        self.findings = tuple(findings)
        self.endResetModel()
        return True

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of findings."""
        return 0 if parent.isValid() else len(self.findings)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Answer from the finding."""
        if not index.isValid():
            return None
        finding, column = self.findings[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _text(finding, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.message
        return LABELS[finding.severity] if role == LABEL_ROLE and column == SEVERITY else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Answer with the headings."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None


def _text(finding: Finding, column: int) -> str:
    field = FIELD.get(finding.key)
    texts = {
        SEVERITY: WORDS[finding.severity],
        REFERENCE: finding.reference or ("Tracker" if finding.line is None else f"Line {finding.line + 1}"),
        NAME: field.name if field else finding.key.removeprefix("other:"),
        MESSAGE: finding.message,
        CELL: finding.cell,
    }
    return texts[column]
