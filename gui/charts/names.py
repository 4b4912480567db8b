"""The axis of labels under a chart: side by side, in two lines, or upright where single words have no other room."""

import math
from collections.abc import Sequence
from typing import Any

import pyqtgraph
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

AIR = 6
FEW, ENOUGH, LONG = 12, 0.8, 16
"""Few labels are rather cut than left out, as long as this much of each is left."""
UPRIGHT_AIR, MOST_UPRIGHT = 1.0, 0.5
"""Between labels that stand upright, in pixels, and the largest part of the chart's height that they take."""
_UPRIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip


class Names(pyqtgraph.AxisItem):  # type: ignore[misc] # the library ships no types
    """Writes every label where there is room for it, else each second, third and so on.

    A single word, such as a reference, is not cut at its end, where references differ: it is turned where the chart is
    high enough for that.
    """

    def __init__(self) -> None:
        """Start without labels."""
        super().__init__("bottom")
        self._turned: list[tuple[int, str]] = []

    @property
    def upright(self) -> bool:
        """Whether the labels stand upright."""
        return bool(self._turned)

    def write(self, labels: Sequence[str], font: QFont, width: float, height: float) -> None:
        """Write labels side by side under a chart of this size."""
        metrics = QFontMetricsF(font)
        room = max(width, 1) / max(len(labels), 1)
        single = max((metrics.horizontalAdvance(label) + AIR for label in labels if " " not in label), default=0.0)
        self._turned = []
        if room < single <= height * MOST_UPRIGHT:
            self._write_upright(labels, metrics, room, height * MOST_UPRIGHT)
        else:
            self._write_across(labels, metrics, room, may_cut=single <= room)

    def _write_upright(self, labels: Sequence[str], metrics: QFontMetricsF, room: float, most: float) -> None:
        each = max(math.ceil((metrics.height() + UPRIGHT_AIR) / room), 1)
        cut = [metrics.elidedText(label, Qt.TextElideMode.ElideRight, most) for label in labels]
        high = max(map(metrics.horizontalAdvance, cut))
        self._turned = list(enumerate(cut))[::each]
        self.setTicks([self._turned])
        self.setHeight(AIR + math.ceil(high))

    def _write_across(self, labels: Sequence[str], metrics: QFontMetricsF, room: float, *, may_cut: bool) -> None:
        needed = max((_least_width(label, metrics) for label in labels), default=0.0) + AIR
        cut = may_cut and len(labels) <= FEW and ENOUGH * needed <= room
        each = 1 if cut else max(math.ceil(needed / room), 1)
        ticks = [(place, wrapped(label, room * each - AIR, metrics)) for place, label in enumerate(labels)][::each]
        # A label that is wider than its own place has none at the right end, where it would be cut.
        ticks = [
            (place, words) for place, words in ticks if each == 1 or _fits(words, len(labels) - place, room, metrics)
        ]
        lines = max((words.count("\n") + 1 for _place, words in ticks), default=1)
        self.setTicks([ticks])
        self.setHeight(AIR + lines * math.ceil(metrics.lineSpacing()))

    # pyqtgraph's own names from here on.

    def drawPicture(self, painter: QPainter, axis: Any, ticks: Any, texts: Any) -> None:  # noqa: ANN401 - no types
        """Turn the labels where they stand upright."""
        super().drawPicture(painter, axis, ticks, () if self.upright else texts)
        # The library leaves labels out that would stand beyond the axis if they were not turned.
        first, last = self.range
        painter.setFont(self.style["tickFont"])
        painter.setPen(self.textPen())
        for place, text in self._turned:
            painter.save()
            painter.translate((place - first) / (last - first) * self.width(), AIR)
            painter.rotate(-90)
            painter.drawText(QRectF(-self.height(), -self.height() / 2, self.height(), self.height()), _UPRIGHT, text)
            painter.restore()


def wrapped(label: str, room: float, metrics: QFontMetricsF) -> str:
    """Write a label in two lines where one has no room, cut where it is longer than both."""
    lines = _halves(label, metrics) if metrics.horizontalAdvance(label) > room else (label,)
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines)


def _fits(words: str, left: int, room: float, metrics: QFontMetricsF) -> bool:
    """Tell whether a label ends before the chart does, with so many places left, its own among them."""
    widest = max(map(metrics.horizontalAdvance, words.split("\n")))
    return widest / 2 <= (left - 0.5) * room


def _least_width(label: str, metrics: QFontMetricsF) -> float:
    """The width that a label needs in two lines; a long one is rather cut."""
    widest = max(map(metrics.horizontalAdvance, _halves(label, metrics)))
    return min(widest, LONG * metrics.averageCharWidth())


def _halves(label: str, metrics: QFontMetricsF) -> tuple[str, ...]:
    """Give a label in two lines that are as equal as they can be; a single word in one."""
    words = label.split()
    halves = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    return min(halves, key=lambda lines: max(map(metrics.horizontalAdvance, lines)), default=(label,))
