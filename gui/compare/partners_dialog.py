"""Asks which lines of the other tracker a saving became, or came from."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from model.comparison import Comparison, Row, Side
from model.money import show_amount
from model.saving import Saving

USUAL = (560, 420)
Answer = tuple[tuple[int, ...], str]
_LINE = Qt.ItemDataRole.UserRole


class PartnersDialog(QDialog):
    """Lines to tick, with a field that finds among them, and one for a reason."""

    def __init__(
        self,
        question: str,
        savings: Sequence[Saving],
        likely: Collection[int],
        ticked: Collection[int],
        parent: QWidget,
    ) -> None:
        """Offer lines by their numbers, likely ones first, some ticked."""
        super().__init__(parent)
        self.setWindowTitle("Same saving")
        self.resize(*USUAL)
        asked = QLabel(question)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setWordWrap(True)
        self.words = QLineEdit()
        self.words.setPlaceholderText("Find by reference or title")
        self.words.setAccessibleName("Find a line by reference or title")
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setObjectName("remarks")
        self.list.setAccessibleName("Lines of the other tracker")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Reason, if there is one")
        self.reason.setAccessibleName("Reason for the decision")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (asked, self.words, self.list, self.reason, self.buttons):
            column.addWidget(widget)
        for saving in sorted(savings, key=lambda saving: saving.line not in likely):
            self._offer(saving, ticked=saving.line in ticked)
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(lambda _item: self._follow())
        self._follow()

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines that are ticked."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return tuple(item.data(_LINE) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _offer(self, saving: Saving, *, ticked: bool) -> None:
        plan = f"  (plan {show_amount(saving.plan_total)})" if saving.plan_total is not None else ""
        item = QListWidgetItem(f"{saving.reference}  {saving.title}{plan}")
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setData(_LINE, saving.line)
        self.list.addItem(item)

    def _filter(self, text: str) -> None:
        """Show what is looked for, and whatever is ticked."""
        phrase = text.casefold().strip()
        for item in (self.list.item(place) for place in range(self.list.count())):
            item.setHidden(phrase not in item.text().casefold() and item.checkState() is not Qt.CheckState.Checked)

    def _follow(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.lines))


def ask_partners(comparison: Comparison, row: Row, side: Side, parent: QWidget) -> Answer | None:
    """Ask which lines of the other side a row's saving became, or came from.

    Returns:
        Their numbers and the reason; None where the officer thought better of it.
    """
    earlier = side is Side.EARLIER
    saving, partner = (row.earlier, row.later) if earlier else (row.later, row.earlier)
    ticked = {partner.line} if partner else set()
    likely = ticked | {match.later if earlier else match.earlier for match in comparison.suggested_for(row)}
    name = f"{saving.reference} {saving.title}" if saving else ""
    asked = f"What did it {'become' if earlier else 'come from'} in {comparison.names[earlier]}?"
    others = comparison.later if earlier else comparison.earlier
    words = f"{name}\n{asked} One line ticked is the same saving."
    dialog = PartnersDialog(words, others.savings, likely, ticked, parent)
    taken = dialog.exec() == QDialog.DialogCode.Accepted
    answer = dialog.lines, dialog.reason.text()
    dialog.deleteLater()
    return answer if taken else None
