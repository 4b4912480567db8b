"""The table model of the findings: which of them are shown, and how they read."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.pane.words import field_words, finding_words
from gui.table.tips import plain_tip
from model.year import Finding, Severity

Index = QModelIndex | QPersistentModelIndex
HEADINGS = ("Severity", "Reference", "Field", "Finding", "Cell")
SEVERITY, REFERENCE, FIELD, SENTENCE, CELL = range(len(HEADINGS))
WHOLE = "Tracker"
_NOWHERE = QModelIndex()


class FindingsModel(QAbstractTableModel):
    """Shows findings in their order, of the severities asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without findings."""
        super().__init__(parent)
        self.every: tuple[Finding, ...] = ()
        self.shown: list[Finding] = []
        self._severities: frozenset[Severity] = frozenset()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings; what stays is not touched, so that the place in the list stays too."""
        self.every = tuple(findings)
        self._follow()

    def show_severities(self, severities: Collection[Severity]) -> None:
        """Show only findings of some severities; all with none."""
        self._severities = frozenset(severities)
        self._follow()

    def finding_at(self, row: int) -> Finding | None:
        """The finding in a row."""
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def _follow(self) -> None:
        due = [finding for finding in self.every if not self._severities or finding.severity in self._severities]
        old, new = len(self.shown), len(due)
        first = next((row for row in range(min(old, new)) if _differ(self.shown[row], due[row])), min(old, new))
        room = min(old, new) - first
        last = next((step for step in range(room) if _differ(self.shown[old - 1 - step], due[new - 1 - step])), room)
        if first < old - last:
            self.beginRemoveRows(_NOWHERE, first, old - last - 1)
            del self.shown[first : old - last]
            self.endRemoveRows()
        if first < new - last:
            self.beginInsertRows(_NOWHERE, first, new - last - 1)
            self.shown[first:first] = due[first : new - last]
            self.endInsertRows()

    def _text(self, finding: Finding, column: int) -> str:
        return (
            finding.severity.value.capitalize(),
            finding.reference or ("" if finding.line is not None else WHOLE),
            field_words(finding.key),
            finding_words(finding),
            finding.cell,
        )[column]

    # Qt's own names from here on.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One row for each finding shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One column for each part of a finding."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The part of a finding, and its tip where the column may be too narrow."""
        if not index.isValid():
            return None
        text = self._text(self.shown[index.row()], index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """The headings of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


def _differ(first: Finding, second: Finding) -> bool:
    """Whether two findings differ; most are the very same, which needs no look at their parts."""
    return first is not second and first != second
