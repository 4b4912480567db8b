"""A quiet plot in the theme: two axes, fine lines across, and room in which a chart draws in pixels."""

import math
from collections.abc import Callable, Sequence

import pyqtgraph
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QWheelEvent
from PySide6.QtWidgets import QFrame, QStyleOptionGraphicsItem, QWidget

from gui.charts.figures import tick_text
from gui.theme import LIGHT, Theme

Draw = Callable[[QPainter, "Drawing"], None]
AIR = 6
FEW, ENOUGH, LONG = 12, 0.8, 16
"""Few labels are rather cut than left out, as long as this much of each is left."""
USUAL = (360, 170)
HALF = 0.5


class _Amounts(pyqtgraph.AxisItem):  # type: ignore[misc] # the library ships no types
    """An axis of figures as the program writes them."""

    # pyqtgraph's own names from here on.

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Give the round figures at which a line goes across; not those between."""
        found: list[tuple[float, list[float]]] = super().tickValues(low, high, size)
        return found[:1]

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:
        """Write the figures of the axis."""
        return [tick_text(value) for value in values]


class Drawing(pyqtgraph.GraphicsObject):  # type: ignore[misc] # the library ships no types
    """What a chart draws: places are told by label and figure, and drawn in pixels, so that hatches stay even."""

    def __init__(self, draw: Draw) -> None:
        """Draw by this function."""
        super().__init__()
        self.theme = LIGHT
        self.font = QFont()
        self.saving_up = False
        self._draw = draw

    def at(self, place: float, figure: float) -> QPointF:
        """Give where a figure over a place is, in pixels."""
        found: QPointF = self.sceneTransform().map(QPointF(place, figure))
        return found

    @property
    def ends(self) -> QRectF:
        """The room between the axes, in pixels."""
        found: QRectF = self.sceneTransform().mapRect(self.boundingRect())
        return found

    def box(self, left: float, right: float, start: float, end: float) -> QRectF:
        """Give a bar between two figures, in whole pixels."""
        one, other = self.at(left, start), self.at(right, end)
        return QRectF(QRectF(one, other).normalized().toRect())

    # Qt's own names from here on.

    def boundingRect(self) -> QRectF:
        """Cover the whole room between the axes."""
        return QRectF(self.viewRect())

    def viewTransformChanged(self) -> None:
        """Cover another room."""
        self.prepareGeometryChange()
        super().viewTransformChanged()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draw in pixels."""
        to_pixels, there_is_room = self.sceneTransform().inverted()
        if not there_is_room:
            return
        painter.save()
        try:
            painter.setTransform(to_pixels, combine=True)
            painter.setFont(self.font)
            self._draw(painter, self)
        finally:
            # Qt goes on with the painter, whatever went wrong here.
            painter.restore()


class Plot(pyqtgraph.GraphicsView):  # type: ignore[misc] # the library ships no types
    """Axes and the drawing between them. The mouse moves nothing, and the wheel scrolls what is around it."""

    def __init__(self, draw: Draw) -> None:
        """Draw by this function."""
        super().__init__()
        self._labels: Sequence[str] = ()
        self.drawing = Drawing(draw)
        # Made from its parts: the library's own plot brings along menus and buttons that nobody is to find here.
        self.view = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self.view.addItem(self.drawing, ignoreBounds=True)
        self.amounts, self.names = _Amounts("left"), pyqtgraph.AxisItem("bottom")
        self._lay_out()
        for part in (self, self.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumSize(160, 110)

    def show_room(self, labels: Sequence[str], lowest: float, highest: float, *, saving_up: bool) -> None:
        """Make room for labels side by side and for figures from the lowest to the highest."""
        self._labels = labels
        self.view.invertY(saving_up)
        self.drawing.saving_up = saving_up
        self.amounts.setStyle(showValues=bool(labels))
        self.view.setRange(
            xRange=(-HALF, max(len(labels), 1) - HALF), yRange=(lowest, highest), padding=0, disableAutoRange=True
        )
        self._write_labels()
        self.drawing.update()

    def put_on(self, theme: Theme, font: QFont) -> None:
        """Take the colours of a theme."""
        self.setBackground(QColor(theme.surface))
        self.drawing.theme, self.drawing.font = theme, font
        for axis in (self.amounts, self.names):
            axis.setPen(QColor(theme.hairline))
            axis.setTextPen(QColor(theme.muted))
            axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=AIR, hideOverlappingLabels=False)
        self.amounts.setGrid(255)
        self._write_labels()
        self.drawing.update()

    def place_at(self, x: float) -> int | None:
        """Give the place whose label stands under a point of the widget; None where there is none."""
        if not self._labels:
            return None
        found = round(self.view.mapSceneToView(QPointF(x, 0)).x())
        return found if 0 <= found < len(self._labels) else None

    def _lay_out(self) -> None:
        layout = pyqtgraph.GraphicsLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addItem(self.amounts, 0, 0)
        layout.addItem(self.view, 0, 1)
        layout.addItem(self.names, 1, 1)
        for axis in (self.amounts, self.names):
            axis.linkToView(self.view)
            axis.enableAutoSIPrefix(False)
        # The lines across stand behind the figures.
        self.amounts.setZValue(self.view.zValue() - 1)
        self.setCentralItem(layout)

    def _write_labels(self) -> None:
        """Write every label where there is room for it, else each second, third and so on."""
        metrics = QFontMetricsF(self.drawing.font)
        room = max(self.width() - self.amounts.width(), 1) / max(len(self._labels), 1)
        needed = max((_least_width(label, metrics) for label in self._labels), default=0.0) + AIR
        cut = len(self._labels) <= FEW and ENOUGH * needed <= room
        each = 1 if cut else max(math.ceil(needed / room), 1)
        ticks = [
            (place, wrapped(label, room * each - AIR, metrics))
            for place, label in enumerate(self._labels)
            if place % each == 0
        ]
        lines = max((words.count("\n") + 1 for _place, words in ticks), default=1)
        self.names.setTicks([ticks])
        self.names.setHeight(AIR + lines * math.ceil(metrics.lineSpacing()))

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        """As low as it can be read."""
        return QSize(*USUAL)

    def resizeEvent(self, event: object) -> None:
        """Write the labels as there is room."""
        super().resizeEvent(event)
        if hasattr(self, "_labels"):
            self._write_labels()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to whatever scrolls around the chart."""
        event.ignore()


def wrapped(label: str, room: float, metrics: QFontMetricsF) -> str:
    """Write a label in two lines where one has no room, cut where it is longer than both."""
    lines = _halves(label, metrics) if metrics.horizontalAdvance(label) > room else (label,)
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines)


def _least_width(label: str, metrics: QFontMetricsF) -> float:
    """The width that a label needs in two lines; a long one is rather cut."""
    widest = max(map(metrics.horizontalAdvance, _halves(label, metrics)))
    return min(widest, LONG * metrics.averageCharWidth())


def _halves(label: str, metrics: QFontMetricsF) -> tuple[str, ...]:
    """Give a label in two lines that are as equal as they can be; a single word in one."""
    words = label.split()
    halves = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    return min(halves, key=lambda lines: max(map(metrics.horizontalAdvance, lines)), default=(label,))
