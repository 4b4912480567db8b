"""Paints the cells of a listing: figures at the right, ratings as filled labels, totals semibold."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.pane.labels import LABEL_HEIGHT, paint_label
from gui.roles import Kind, Role
from gui.theme import bold, rating_label, tabular, theme_of

AIR = 6


class ListingDelegate(QStyledItemDelegate):
    """Paints one cell on its ground; the current row is tinted, the current cell outlined while it has the keyboard."""

    # Qt's own names from here on.

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground, the content and the outline."""
        theme = theme_of(option.palette)
        box = QRectF(option.rect)
        kind = index.model().headerData(index.column(), Qt.Orientation.Horizontal, Role.KIND)
        text, total = str(index.data() or ""), bool(index.data(Role.BOLD))
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.selection))
        elif total:
            painter.fillRect(box, QColor(theme.ground))
        heavy = total or kind in (Kind.REFERENCE, Kind.RATING)
        painter.setFont(bold(option.font) if heavy else tabular(option.font))
        if kind is Kind.RATING and text and not total:
            high = (box.height() - LABEL_HEIGHT) / 2
            paint_label(painter, box.adjusted(AIR, high, -AIR, -high), text, rating_label(text), theme)
        else:
            painter.setPen(QColor(theme.ink))
            room = box.adjusted(AIR, 0, -AIR, 0)
            line = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
            painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), line)
        view = option.widget
        if isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()
