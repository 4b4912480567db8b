"""Asks which savings belong to which committee: by the beginning of their references, or line by line."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.owners import Prefix

REFERENCE, TITLE, COMMITTEE = range(3)
SAID = (
    "Type a committee beside the beginning of the references; open it to name another one for a single saving. "
    "Two committees are divided by a comma. It is remembered beside the program, not in the workbook."
)


class _CommitteeDelegate(QStyledItemDelegate):
    """Edits the committee alone, with the names typed so far to complete."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Give a text field in the last column; no other can be edited."""
        del option
        if index.column() != COMMITTEE:
            return None  # type: ignore[return-value] # Qt takes none for “can't be edited”, which its stubs leave out
        field = QLineEdit(parent)
        field.setObjectName("cellEditor")
        names = QCompleter(_names(index.model()), field)
        names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(names)
        return field


def _names(model: QAbstractItemModel) -> list[str]:
    found = (model.index(row, COMMITTEE).data() for row in range(model.rowCount()))
    return sorted({str(name) for name in found if name})


class AssigningDialog(QDialog):
    """A table of the beginnings of references, each with its savings below."""

    def __init__(self, prefixes: Sequence[Prefix], parent: QWidget | None = None) -> None:
        """Show what has been said before."""
        super().__init__(parent)
        self.setObjectName("assigning")
        self.setWindowTitle("Whose savings")
        self.resize(640, 420)
        said = QLabel(SAID)
        said.setWordWrap(True)
        self.tree = self._tree(prefixes)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(said)
        column.addWidget(self.tree, 1)
        column.addWidget(buttons)
        self.tree.setFocus()

    @property
    def by_prefix(self) -> Mapping[str, str]:
        """The committees by the beginning of references."""
        return {item.data(REFERENCE, Qt.ItemDataRole.UserRole): item.text(COMMITTEE) for item in self._tops()}

    @property
    def by_line(self) -> Mapping[str, str]:
        """The committees of single savings."""
        lines = (top.child(place) for top in self._tops() for place in range(top.childCount()))
        named = {line.text(REFERENCE): line.text(COMMITTEE) for line in lines if line is not None}
        return {reference: name for reference, name in named.items() if name.strip()}

    def _tops(self) -> list[QTreeWidgetItem]:
        tops = (self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount()))
        return [top for top in tops if top is not None]

    def _tree(self, prefixes: Sequence[Prefix]) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("owners")
        tree.setAccessibleName("Whose savings")
        tree.setHeaderLabels(["References", "Savings", "Committee"])
        tree.setItemDelegate(_CommitteeDelegate(tree))
        trigger = QAbstractItemView.EditTrigger
        tree.setEditTriggers(
            trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked | trigger.SelectedClicked
        )
        tree.setTabKeyNavigation(False)
        for prefix in prefixes:
            tree.addTopLevelItem(_top(prefix))
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        tree.setColumnWidth(REFERENCE, 130)
        tree.setColumnWidth(COMMITTEE, 170)
        first = tree.topLevelItem(0)
        if first is not None:
            tree.setCurrentItem(first, COMMITTEE)
        return tree


def _top(prefix: Prefix) -> QTreeWidgetItem:
    count = f"{len(prefix.lines):,} saving{'s' * (len(prefix.lines) != 1)}"
    top = QTreeWidgetItem(
        [f"{prefix.text or 'No reference'}…", f"{count}, such as {prefix.lines[0][1]}", prefix.committee]
    )
    top.setData(REFERENCE, Qt.ItemDataRole.UserRole, prefix.text)
    top.setFlags(top.flags() | Qt.ItemFlag.ItemIsEditable)
    for line in prefix.lines:
        child = QTreeWidgetItem(list(line))
        child.setFlags(child.flags() | Qt.ItemFlag.ItemIsEditable)
        top.addChild(child)
    return top
