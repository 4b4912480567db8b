"""Paints the cells of a listing: figures at the right and never in part, ratings as labels, totals semibold."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.pane.labels import LABEL_HEIGHT, paint_label
from gui.roles import Kind, Role
from gui.theme import Theme, bold, rating_label, tabular, theme_of

AIR = 6
CUT = "…"
"""What stands for a figure of which the view shows only a part: `80` of `80.66` would look like a figure of its own."""
Index = QModelIndex | QPersistentModelIndex


class ListingDelegate(QStyledItemDelegate):
    """Paints one cell on its ground; the current row is tinted, the current cell outlined while it has the keyboard."""

    # Qt's own names from here on.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, the content and the outline."""
        theme, box = theme_of(option.palette), QRectF(option.rect)
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
            _write(painter, box, _view(option), text, index, theme)
        if _view(option).hasFocus() and _view(option).currentIndex() == index:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()


def _view(option: QStyleOptionViewItem) -> QAbstractItemView:
    return cast("QAbstractItemView", option.widget)


def _write(painter: QPainter, box: QRectF, view: QAbstractItemView, text: str, index: Index, theme: Theme) -> None:
    """Write one line; words are cut where the column ends."""
    room, metrics = box.adjusted(AIR, 0, -AIR, 0), painter.fontMetrics()
    alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
    if alignment & Qt.AlignmentFlag.AlignRight:
        seen = room.intersected(QRectF(view.viewport().rect()))
        if room.right() > seen.right() or metrics.horizontalAdvance(text) > seen.width() + 1:
            room, text = seen, CUT
    painter.setPen(QColor(theme.ink))
    if room.height() > 2 * metrics.height():
        painter.drawText(room, alignment | Qt.TextFlag.TextWordWrap, text)
        return
    painter.drawText(room, alignment, metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) + 1))
