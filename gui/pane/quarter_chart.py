"""Plan against forecast, quarter by quarter, as pairs of bars: a saving stands up, a cost hangs down."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme import theme_of
from model.money import ZERO, show_amount
from model.saving import Figure, Quarters

HEIGHT = 72
BETWEEN_BARS = 3
SHARE = 0.78
AIR = 3
LEAST_BAR = 1.5
RADIUS = 2
NONE: Quarters = (None, None, None, None)


def quarter_words(quarter: int, plan: Figure, forecast: Figure) -> str:
    """Say one quarter: `Q4: plan −375, forecast −90`."""
    return f"Q{quarter}: plan {show_amount(plan) or 'blank'}, forecast {show_amount(forecast) or 'blank'}"


class QuarterChart(QWidget):
    """Four pairs of bars over one zero line."""

    def __init__(self) -> None:
        """Start without figures."""
        super().__init__()
        self.setObjectName("quarterChart")
        self.setAccessibleName("Plan against forecast by quarter, £000")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pairs = tuple(zip(NONE, NONE, strict=True))

    def show_quarters(self, plan: Quarters, forecast: Quarters) -> None:
        """Show the amounts of four quarters in £000."""
        pairs = tuple(zip(plan, forecast, strict=True))
        if pairs == self._pairs:
            return
        self._pairs = pairs
        self.setAccessibleDescription("; ".join(self._words()))
        self.update()

    def _words(self) -> list[str]:
        return [quarter_words(quarter, *pair) for quarter, pair in enumerate(self._pairs, start=1)]

    def _reach(self) -> tuple[Decimal, Decimal]:
        """The largest saving and the largest cost, both positive."""
        amounts = [amount for pair in self._pairs for amount in pair if amount is not None]
        return max([ZERO, *(-amount for amount in amounts)]), max([ZERO, *amounts])

    def _bars(self) -> list[tuple[str, QRectF]]:
        """Every bar that has a size, with the name of its colour."""
        up, down = self._reach()
        if not up + down:
            return []
        scale = (self.height() - 1) / float(up + down)
        zero = float(up) * scale
        group = self.width() / len(self._pairs)
        width = (group * SHARE - BETWEEN_BARS) / 2
        bars: list[tuple[str, QRectF]] = []
        for place, pair in enumerate(self._pairs):
            left = (place + 1 - SHARE) * group - AIR
            for offset, (colour, amount) in enumerate(zip(("plan_bar", "accent"), pair, strict=True)):
                if amount:
                    size = max(abs(float(amount)) * scale, LEAST_BAR)
                    top = zero - size if amount < 0 else zero
                    bars.append((colour, QRectF(left + offset * (width + BETWEEN_BARS), top, width, size)))
        return bars

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        """Of one height, whatever the figures."""
        return QSize(160, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars, then the zero line over their feet."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, bar in self._bars():
            painter.setBrush(QColor(str(getattr(theme, colour))))
            painter.drawRoundedRect(bar, RADIUS, RADIUS)
        up, down = self._reach()
        zero = (self.height() - 1) * (float(up / (up + down)) if up + down else 1.0)
        painter.fillRect(QRectF(0, round(zero), self.width(), 1), QColor(theme.muted if down else theme.hairline))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell the figures of the quarter under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = min(max(int(event.pos().x() / max(self.width(), 1) * len(self._pairs)), 0), len(self._pairs) - 1)
            QToolTip.showText(event.globalPos(), self._words()[place], self)
            return True
        return super().event(event)
