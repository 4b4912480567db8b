"""What every chart has: heading, key, plot, the words of the figure in hand, and a description of all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from gui.charts.figures import Unit, all_words
from gui.charts.key import Key, Sample
from gui.charts.plot import HALF, Drawing, Plot
from gui.charts.room import Room, room_for
from gui.charts.style import colour
from gui.theme import tabular, theme_of
from model.money import show_amount

RING, SIDE, BETWEEN = 2, 8, 16
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Chart(QWidget):
    """A picture of figures that stand in the table beside it. The arrow keys and the mouse tell each in words."""

    def __init__(self, title: str) -> None:
        """Start without figures."""
        super().__init__()
        self.words: Sequence[str] = ()
        self.place: int | None = None
        self.room: Room = room_for(())
        self._unit = ""
        self.heading = QLabel(title)
        self.key = Key()
        self.said = QLabel()
        self.plot = Plot(self._draw_all)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._set_up()

    def draw(self, painter: QPainter, drawing: Drawing) -> None:
        """Draw the figures, in pixels; each chart does so in its own way."""
        raise NotImplementedError

    def call(self, title: str) -> None:
        """Give it another heading."""
        self.heading.setText(title)
        self._say()
        self._share_head()

    def show_figures(
        self, labels: Sequence[str], words: Sequence[str], room: Room, unit: Unit, key: Sequence[Sample]
    ) -> None:
        """Take what the figures are called and how far they reach; a chart calls it when its figures change.

        Args:
            words: what is said of the figures over each label.
        """
        self.words, self.room, self.place = words, room, None
        self._unit = f"{unit.value}. The axis begins at {show_amount(room.base)}" if room.cut else unit.value
        self.key.show_samples(key)
        self._share_head()
        self.plot.show_room(labels, float(room.lowest), float(room.highest), saving_up=unit.saving_up)
        self.setAccessibleDescription(f"{self._unit}. {all_words(words)}")
        self._say()

    def go_to(self, place: int | None) -> None:
        """Take the figures of one label in hand, or none."""
        if place != self.place:
            self.place = place
            self._say()
            self.plot.drawing.update()

    def _say(self) -> None:
        """Say the figures in hand, under the chart and, as part of its name, to a screen reader."""
        told = "" if self.place is None else self.words[self.place]
        self.said.setText(told or self._unit)
        self.setAccessibleName(f"Chart: {self.heading.text()}{told and '. '}{told}")

    def _draw_all(self, painter: QPainter, drawing: Drawing) -> None:
        """Draw what is in hand, the line that bars stand on, and the figures."""
        if not self.words:
            return
        if self.place is not None:
            ends = float(self.room.lowest), float(self.room.highest)
            band = drawing.box(self.place - HALF, self.place + HALF, *ends)
            painter.fillRect(band, colour(drawing.theme, "selection"))
        self.draw(painter, drawing)
        base = float(self.room.base)
        painter.setPen(QPen(colour(drawing.theme, "muted"), 1))
        painter.drawLine(drawing.at(-HALF, base).toPoint(), drawing.at(len(self.words) - HALF, base).toPoint())

    def _share_head(self) -> None:
        """Set the key beside the heading where both have room, else under it."""
        needed = self.heading.sizeHint().width() + self.key.sizeHint().width() + BETWEEN
        beside = needed <= self.width() - 2 * SIDE
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _lay_out(self) -> None:
        self._head.setSpacing(4)
        self._head.addWidget(self.heading)
        self._head.addWidget(self.key, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 6, SIDE, 6)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addWidget(self.plot, 1)
        column.addWidget(self.said)

    def _set_up(self) -> None:
        self.call(self.heading.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.setProperty("surface", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty("heading", True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setProperty("muted", True)
        self.said.setWordWrap(True)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.plot.viewport().installEventFilter(self)
        self._put_on()

    def _put_on(self) -> None:
        self.plot.put_on(theme_of(self.palette()), tabular(self.font()))

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        """Large enough to be read."""
        return QSize(420, 240)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell the figures under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self.plot.place_at(QPointF(event.pos()).x())
            QToolTip.showText(event.globalPos(), "" if place is None else self.words[place], self)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from figure to figure with the arrow keys, Home and End."""
        last = len(self.words) - 1
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.words:
            self.go_to(0 if event.key() == Qt.Key.Key_Home else last)
        elif event.key() in STEPS and self.words:
            step = STEPS[Qt.Key(event.key())]
            self.go_to((0 if step > 0 else last) if self.place is None else min(max(self.place + step, 0), last))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the arrow keys are its own."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Have nothing in hand any more."""
        super().focusOutEvent(event)
        self.go_to(None)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "plot"):
            self._put_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self._share_head()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring of the keyboard."""
        super().paintEvent(event)
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(theme, "surface"))
        if self.hasFocus():
            painter.setPen(QPen(colour(theme, "accent"), RING))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
