"""The key of a chart: a sample of each series with its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.charts.figures import Tone
from gui.charts.style import colour, draw_bar, draw_marker, line_pen
from gui.theme import theme_of

WIDE, HIGH, AIR, BETWEEN = 18, 10, 5, 14


@dataclass(frozen=True, slots=True)
class Sample:
    """How one series is drawn, and its name."""

    name: str
    tone: Tone
    line: bool = False


class Key(QWidget):
    """Samples side by side, at the right; in as many rows as they need."""

    def __init__(self) -> None:
        """Start without samples."""
        super().__init__()
        self._samples: Sequence[Sample] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_samples(self, samples: Sequence[Sample]) -> None:
        """Show other samples."""
        self._samples = samples
        self.updateGeometry()
        self.update()

    def _placed(self, width: int) -> list[tuple[QPointF, Sample]]:
        """Give where each sample begins: at the right where all have room in one row."""
        widths = [self._width(sample) for sample in self._samples]
        left = max(width - sum(widths) - BETWEEN * (len(widths) - 1), 0)
        x, y = float(left), 0.0
        placed: list[tuple[QPointF, Sample]] = []
        for sample, needed in zip(self._samples, widths, strict=True):
            if x > 0 and x + needed > width:
                x, y = 0.0, y + self._row()
            placed.append((QPointF(x, y), sample))
            x += needed + BETWEEN
        return placed

    def _width(self, sample: Sample) -> int:
        return WIDE + AIR + self.fontMetrics().horizontalAdvance(sample.name) + 1

    def _row(self) -> int:
        return self.fontMetrics().height() + 2

    # Qt's own names from here on.

    def hasHeightForWidth(self) -> bool:
        """Be higher where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all rows."""
        placed = self._placed(width)
        return int(placed[-1][0].y()) + self._row() if placed else self._row()

    def sizeHint(self) -> QSize:
        """As wide as all samples side by side."""
        widths = [self._width(sample) for sample in self._samples]
        return QSize(sum(widths) + BETWEEN * max(len(widths) - 1, 0), self._row())

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest sample."""
        return QSize(max(map(self._width, self._samples), default=0), self._row())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each sample and its name."""
        theme, painter = theme_of(self.palette()), QPainter(self)
        for at, sample in self._placed(self.width()):
            box = QRectF(at.x(), at.y() + (self._row() - HIGH) // 2, WIDE, HIGH)
            if sample.line:
                painter.setPen(line_pen(sample.tone, theme))
                painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
                draw_marker(painter, box.center(), sample.tone, theme)
            else:
                draw_bar(painter, box.adjusted(3, 0, -3, 0), sample.tone, theme)
            painter.setPen(colour(theme, "muted"))
            words = QRectF(box.right() + AIR, at.y(), self.width(), self._row())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, sample.name)
        painter.end()
