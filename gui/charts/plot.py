"""A quiet plot in the theme: two axes, fine lines across, and room in which a chart draws in pixels."""

from collections.abc import Callable, Sequence

import pyqtgraph
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QWheelEvent
from PySide6.QtWidgets import QFrame, QStyleOptionGraphicsItem, QWidget

from gui.charts.figures import tick_text
from gui.charts.names import AIR, Names
from gui.theme import LIGHT, Theme

Draw = Callable[[QPainter, "Drawing"], None]
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
        self.amounts, self.names = _Amounts("left"), Names()
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
        self.names.write(self._labels, self.drawing.font, self.width() - self.amounts.width(), self.height())

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
