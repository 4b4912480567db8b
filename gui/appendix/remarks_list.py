"""The list of what would embarrass: each leads to its line in the table."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from model.appendix import Remark

TITLE = "Look at before publishing"
LEAST = 120
"""Pixels that the list keeps on a low screen, where all that stands over it scrolls."""
AROUND = 8
"""Pixels at each side of a sentence, and as much above and below it together."""


class _Sentences(QStyledItemDelegate):
    """Gives each sentence the room for all its lines; Qt's own forgets what the look puts around them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Measure a sentence in the width of its list."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        room = QRect(0, 0, width - 2 * AROUND, 0)
        lines = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(width, lines.height() + AROUND)


class RemarksList(QWidget):
    """Lists remarks; those about lines that are not printed come last, in muted ink."""

    reference_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """List nothing yet."""
        super().__init__(parent)
        self.heading = QLabel(TITLE)
        self.heading.setProperty("heading", True)
        self.list = QListWidget()
        self.list.setObjectName("remarks")
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(LEAST)
        # Measured anew when the scroll bar takes some of the width.
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setItemDelegate(_Sentences(self.list))
        self.list.setProperty("surface", True)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.kept = QCheckBox("&Keep this list with the files")
        self.kept.setToolTip("Write the list beside the files when they are saved")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        column.addWidget(self.kept)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """List these remarks."""
        here = sum(not remark.elsewhere for remark in remarks)
        self.heading.setText(f"{TITLE}: {here:,}" if here else f"{TITLE}: nothing")
        self.list.setAccessibleName(self.heading.text())
        self.list.clear()
        for remark in remarks:
            self.list.addItem(self._item(remark))

    def _item(self, remark: Remark) -> QListWidgetItem:
        where = "Not in this appendix. " if remark.elsewhere else ""
        item = QListWidgetItem(f"{where}{remark.sentence}")
        item.setData(Qt.ItemDataRole.UserRole, remark.reference)
        item.setToolTip(f"Go to {remark.reference} in the table" if remark.reference else "")
        if remark.elsewhere:
            item.setForeground(self.palette().brush(QPalette.ColorRole.PlaceholderText))
        return item

    def _choose(self, item: QListWidgetItem) -> None:
        reference = item.data(Qt.ItemDataRole.UserRole)
        if reference:
            self.reference_chosen.emit(reference)
