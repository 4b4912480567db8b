"""The figures written over the heads of bars, or under those that hang down; all of them, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from gui.charts.plot import Drawing
from gui.charts.style import colour

AIR = 2
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


@dataclass(frozen=True, slots=True)
class Words:
    """The figure of one bar.

    Attributes:
        box: where the bar stands, in pixels.
        above: whether it is written over the bar.
    """

    text: str
    box: QRectF
    above: bool

    def place(self, height: float) -> QRectF:
        """Give where it is written."""
        top = self.box.top() - height - AIR if self.above else self.box.bottom() + AIR
        return QRectF(self.box.left(), top, self.box.width(), height)


def stands(figure: Decimal, *, up: bool) -> bool:
    """Tell whether a figure's bar stands rather than hangs; `up` where those below zero stand."""
    return not figure or (figure < 0) == up


def write_words(painter: QPainter, words: Sequence[Words], drawing: Drawing, room: float = 0.0) -> None:
    """Write the figures of bars, where each has room between the axes and beside the others.

    Args:
        room: how wide each may be, in pixels; that of its bar where it is left out.
    """
    metrics = QFontMetricsF(drawing.font)
    ends = drawing.ends
    for one in words:
        place = one.place(metrics.height())
        if metrics.horizontalAdvance(one.text) > (room or one.box.width() + AIR) or not ends.contains(place):
            return
    painter.setPen(colour(drawing.theme, "ink"))
    for one in words:
        painter.drawText(one.place(metrics.height()), _CENTRED, one.text)
