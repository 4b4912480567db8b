"""Series followed over ordered labels, such as the plan and the forecast of one saving from report to report."""

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPolygonF

from gui.charts.chart import Chart
from gui.charts.figures import Series, Unit, label_words
from gui.charts.key import Sample
from gui.charts.plot import Drawing
from gui.charts.room import room_for
from gui.charts.style import draw_marker, line_pen

MOST_MARKED = 60


class LinesChart(Chart):
    """Series as lines with a marker at each figure; where one is missing, the line is broken."""

    def __init__(self, title: str) -> None:
        """Start without figures."""
        self._series: Sequence[Series] = ()
        self._begins: Collection[int] = ()
        super().__init__(title)

    def show_lines(
        self,
        labels: Sequence[str],
        series: Sequence[Series],
        unit: Unit = Unit.AMOUNT,
        begins: Collection[int] = (),
    ) -> None:
        """Show series, each with a figure (or None) for each label.

        Args:
            begins: the places of labels to which no line leads from the one before, as where another year begins.
        """
        self._series, self._begins = series, begins
        words = [label_words(label, place, series) for place, label in enumerate(labels)]
        figures = [figure for one in series for figure in one.figures if figure is not None]
        key = [Sample(one.name, one.tone, line=True) for one in series]
        self.show_figures(labels, words, room_for(figures, cut=True, beyond=False), unit, key)

    def draw(self, painter: QPainter, drawing: Drawing) -> None:
        """Draw the lines, then the markers over them; of very many labels only lone figures are marked."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for one in self._series:
            for part in _parts(one, self._begins, drawing):
                painter.setPen(line_pen(one.tone, drawing.theme))
                painter.drawPolyline(QPolygonF(part))
                for at in part if len(self.words) <= MOST_MARKED or len(part) == 1 else ():
                    draw_marker(painter, at, one.tone, drawing.theme)


def _parts(series: Series, begins: Collection[int], drawing: Drawing) -> Iterator[list[QPointF]]:
    """Give the points of each unbroken part of a line, in pixels."""
    part: list[QPointF] = []
    for place, figure in enumerate(series.figures):
        if part and (figure is None or place in begins):
            yield part
            part = []
        if figure is not None:
            part.append(drawing.at(place, float(figure)))
    if part:
        yield part
