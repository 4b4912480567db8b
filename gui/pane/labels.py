"""Filled labels and the mark of a finding, painted alike wherever a pane shows them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from gui.theme import ERROR, FINDING, Label, Theme

LABEL_HEIGHT = 20
LABEL_AIR = 8
LABEL_RADIUS = 3
MARK_SIZE = 14


def label_width(word: str, font: QFont) -> int:
    """How wide a label is, by its word."""
    return QFontMetrics(font).horizontalAdvance(word) + 2 * LABEL_AIR


def paint_label(painter: QPainter, box: QRectF, word: str, label: Label, theme: Theme) -> None:
    """Paint a label with its word, in the painter's font."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.muted), 1) if label.outlined else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(label.fill) if label.fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), LABEL_RADIUS, LABEL_RADIUS)
    painter.setPen(QColor(label.ink or theme.ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, word)
    painter.restore()


def paint_mark(painter: QPainter, left: float, top: float, font: QFont, *, error: bool = False) -> None:
    """Paint the mark of a finding: brown and round, of an error red and square."""
    label = ERROR if error else FINDING
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(str(label.fill)))
    box, radius = QRectF(left, top, MARK_SIZE, MARK_SIZE), LABEL_RADIUS if error else MARK_SIZE / 2
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(QColor(str(label.ink)))
    small = QFont(font)
    small.setPixelSize(11)
    small.setWeight(QFont.Weight.DemiBold)
    painter.setFont(small)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")
    painter.restore()
