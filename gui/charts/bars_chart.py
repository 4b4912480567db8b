"""Bars side by side under each label, such as plan against forecast by year."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.charts.bar_words import Words, stands, write_words
from gui.charts.chart import Chart
from gui.charts.figures import Series, Unit, label_words
from gui.charts.key import Sample
from gui.charts.plot import Drawing
from gui.charts.room import room_for
from gui.charts.style import draw_bar
from model.money import show_amount

SHARE, WIDEST = 0.76, 56.0


class BarsChart(Chart):
    """Series as bars; where there is room, each bar has its figure."""

    def __init__(self, title: str) -> None:
        """Start without figures."""
        self._series: Sequence[Series] = ()
        super().__init__(title)

    def show_bars(self, labels: Sequence[str], series: Sequence[Series], unit: Unit = Unit.AMOUNT) -> None:
        """Show series, each with a figure (or None) for each label."""
        self._series = series
        words = [label_words(label, place, series) for place, label in enumerate(labels)]
        figures = [figure for one in series for figure in one.figures if figure is not None]
        key = [Sample(one.name, one.tone) for one in series]
        self.show_figures(labels, words, room_for(figures), unit, key)

    def draw(self, painter: QPainter, drawing: Drawing) -> None:
        """Draw the bars, and their figures where all of them have room."""
        bars = [
            (self._box(drawing, place, turn, figure), one, figure)
            for turn, one in enumerate(self._series)
            for place, figure in enumerate(one.figures)
            if figure is not None
        ]
        words = [Words(show_amount(figure), box, stands(figure, up=drawing.saving_up)) for box, _, figure in bars]
        for box, one, _figure in bars:
            draw_bar(painter, box, one.tone, drawing.theme)
        write_words(painter, words, drawing)

    def _box(self, drawing: Drawing, place: int, turn: int, figure: Decimal) -> QRectF:
        """Give where a bar stands, in pixels; of few labels no bar is wider than it is worth."""
        count = len(self._series)
        group = drawing.at(1, 0).x() - drawing.at(0, 0).x()
        width = min(group * SHARE / count, WIDEST)
        left = drawing.at(place, 0).x() + (turn - count / 2) * width
        foot, head = drawing.at(0, 0).y(), drawing.at(0, float(figure)).y()
        return QRectF(round(left), round(min(foot, head)), max(round(width) - 2, 1), max(round(abs(foot - head)), 1))
