"""Plan against forecast by quarter, as pairs of bars that grow from a zero line."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme import theme_of
from model.money import ZERO, show_amount
from model.saving import Quarters

HEIGHT = 74
GAP, BETWEEN = 14, 3
NONE: Quarters = (None, None, None, None)


class QuarterChart(QWidget):
    """Four pairs of bars; a saving grows upwards, a cost downwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without figures."""
        super().__init__(parent)
        self._plan, self._forecast = NONE, NONE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Plan against forecast by quarter")

    def show_quarters(self, plan: Quarters, forecast: Quarters) -> None:
        """Show these quarters, in £000."""
        if (plan, forecast) != (self._plan, self._forecast):
            self._plan, self._forecast = plan, forecast
            self.setAccessibleDescription("; ".join(self._words(place) for place in range(4)))
            self.update()

    def _words(self, place: int) -> str:
        plan, forecast = (show_amount(side[place]) or "blank" for side in (self._plan, self._forecast))
        return f"Q{place + 1}: plan {plan}, forecast {forecast}"

    def _zero_and_bars(self) -> tuple[float, list[tuple[bool, QRectF]]]:
        """Give the height of zero, and each bar with whether it is the forecast."""
        sizes = [-(amount or ZERO) for amount in (*self._plan, *self._forecast)]
        top, bottom = max(*sizes, ZERO), min(*sizes, ZERO)
        scale = Decimal(self.height() - 1) / (top - bottom) if top != bottom else ZERO
        zero = float(top * scale) if scale else self.height() - 1.0
        slot = (self.width() + GAP) / 4
        width = (slot - GAP - BETWEEN) / 2
        bars = []
        for place, size in enumerate(sizes):
            left = place % 4 * slot + place // 4 * (width + BETWEEN)
            height = float(size * scale)
            bars.append((place >= 4, QRectF(left, zero - max(height, 0.0), width, abs(height))))  # noqa: PLR2004 - quarters
        return zero, bars

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        """Ask for the height of the bars."""
        return QSize(200, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars on a hairline at zero."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        zero, bars = self._zero_and_bars()
        for is_forecast, bar in bars:
            painter.fillRect(bar, QColor(theme.accent if is_forecast else theme.plan_bar))
        painter.fillRect(QRectF(0, zero, self.width(), 1), QColor(theme.muted))

    def event(self, event: QEvent) -> bool:
        """Tell a quarter's figures where the mouse rests."""
        if isinstance(event, QHelpEvent):
            place = min(3, int(event.pos().x() / ((self.width() + GAP) / 4)))
            QToolTip.showText(event.globalPos(), self._words(place), self)
            return True
        return super().event(event)
