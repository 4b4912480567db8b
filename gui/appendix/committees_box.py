"""Whose savings: committees to tick, none of them for the whole council."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.appendix.buttons import push_button

MOST_SHOWN = 5
WHOLE = "None ticked: the whole council"


class CommitteesBox(QWidget):
    """Committees to tick."""

    changed = Signal()
    assign_asked = Signal()

    def __init__(self, committees: Sequence[str]) -> None:
        """Offer committees, none of them ticked."""
        super().__init__()
        heading = QLabel("Committees")
        heading.setProperty("heading", True)
        self.list = QListWidget()
        self.list.setObjectName("committees")
        self.list.setAccessibleName("Committees")
        self.list.setToolTip("Tick whose savings are printed; Space ticks too")
        self.whole = QLabel(WHOLE)
        self.whole.setProperty("muted", True)
        self.each = QCheckBox("&Each in files of its own")
        self.each.setToolTip("Save an appendix for each committee; with none ticked, for all of them and the council")
        self.assign = push_button("&Whose savings…", "Say which savings belong to which committee", self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (heading, self.list, self.whole, self.each, self.assign):
            column.addWidget(part)
        self.offer(committees)
        self.list.itemChanged.connect(self._tell)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The committees that are ticked."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return tuple(item.text() for item in items if item.checkState() is Qt.CheckState.Checked)

    def offer(self, committees: Sequence[str], ticked: Sequence[str] = ()) -> None:
        """Offer committees, some of them ticked."""
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for name in committees:
            item = QListWidgetItem(name)
            item.setCheckState(Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        if committees:
            self.list.setCurrentRow(0)
        self.list.blockSignals(blocked)
        rows = min(max(len(committees), 1), MOST_SHOWN)
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), 1) + 2 * self.list.frameWidth())
        self.list.setVisible(bool(committees))
        self.each.setVisible(len(committees) > 1)
        self._say()

    def _ask(self) -> None:
        self.assign_asked.emit()

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        if not self.list.count():
            self.whole.setText("The tracker names no committee")
        else:
            self.whole.setText(WHOLE if not self.chosen else "")
        self.whole.setVisible(bool(self.whole.text()))
