"""A waterfall: from one total to another by steps, such as the forecast of one quarter to that of the next."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from gui.charts.bar_words import Words, stands, write_words
from gui.charts.chart import Chart
from gui.charts.figures import Step, Tone, Unit, levels
from gui.charts.key import Sample
from gui.charts.plot import Drawing
from gui.charts.room import room_for
from gui.charts.style import colour, draw_bar

SHARE, WIDEST, TEAR = 0.62, 72.0, 5
KEY = (Sample("Total", Tone.TOTAL), Sample("Better", Tone.BETTER), Sample("Worse", Tone.WORSE))


class WaterfallChart(Chart):
    """Steps between totals; a change for the worse is hatched and goes down."""

    def __init__(self, title: str) -> None:
        """Start without figures."""
        self._steps: Sequence[Step] = ()
        super().__init__(title)

    def show_steps(self, steps: Sequence[Step], unit: Unit = Unit.AMOUNT) -> None:
        """Show steps, in £000; a step that is a total stands on zero."""
        self._steps = steps
        tops = [end for _start, end in levels(steps)]
        room = room_for(tops, cut=True)
        self.show_figures([step.label for step in steps], [step.words for step in steps], room, unit, KEY)

    def draw(self, painter: QPainter, drawing: Drawing) -> None:
        """Draw each step, its figure, and the line that leads on from it."""
        boxes = [self._box(drawing, place, *ends) for place, ends in enumerate(levels(self._steps))]
        ends = [drawing.at(0, float(end)).y() for _start, end in levels(self._steps)]
        painter.setPen(QPen(colour(drawing.theme, "muted"), 1))
        for box, following, end in zip(boxes, boxes[1:], ends, strict=False):
            painter.drawLine(QPointF(box.right(), round(end)), QPointF(following.left(), round(end)))
        for step, box in zip(self._steps, boxes, strict=True):
            draw_bar(painter, box, step.tone, drawing.theme)
            if step.total and self.room.cut:
                _tear(painter, box, drawing, up=(step.amount < 0) == drawing.saving_up)
        words = [
            Words(step.figure, box, stands(step.amount, up=drawing.saving_up))
            for step, box in zip(self._steps, boxes, strict=True)
        ]
        write_words(painter, words, drawing, room=drawing.at(1, 0).x() - drawing.at(0, 0).x())

    def _box(self, drawing: Drawing, place: int, start: Decimal, end: Decimal) -> QRectF:
        """Give where a step stands, in pixels; a total stands on the axis even where that leaves zero out."""
        start = self.room.base if self._steps[place].total else start
        width = min((drawing.at(1, 0).x() - drawing.at(0, 0).x()) * SHARE, WIDEST)
        left = drawing.at(place, 0).x() - width / 2
        one, other = drawing.at(0, float(start)).y(), drawing.at(0, float(end)).y()
        return QRectF(round(left), round(min(one, other)), round(width), max(round(abs(one - other)), 1))


def _tear(painter: QPainter, box: QRectF, drawing: Drawing, *, up: bool) -> None:
    """Tear a bar above its foot: it goes on to zero, which the axis leaves out."""
    middle = box.bottom() - 2 * TEAR if up else box.top() + 2 * TEAR
    left, right = box.left() - 2, box.right() + 3
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(drawing.theme, "surface"), 3))
    painter.drawLine(QPointF(left, middle + TEAR), QPointF(right, middle - TEAR))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
