"""How each tone is drawn in a theme: fill, hatch, outline, line and marker."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from gui.charts.figures import Tone
from gui.theme import FINDING, Theme

MARKER = 4.0
LINE = 2.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a tone is drawn: names of the theme's colours, or a colour itself.

    Attributes:
        outline: the colour of a bar's edge, of a line and of its markers.
        fill: the colour within a bar.
        hatch: the colour of the hatch over the fill; blank for none.
        pattern: how the hatch runs.
        marker: how many corners a line's markers have; 0 is round.
    """

    outline: str
    fill: str
    hatch: str = ""
    pattern: Qt.BrushStyle = Qt.BrushStyle.NoBrush
    dash: Qt.PenStyle = Qt.PenStyle.SolidLine
    marker: int = 0


STYLES = {
    Tone.PLAN: Style("muted", "plan_bar", "surface", Qt.BrushStyle.FDiagPattern, Qt.PenStyle.DashLine, 4),
    Tone.FORECAST: Style("accent", "accent"),
    Tone.ACHIEVED: Style("ink", "surface", "ink", Qt.BrushStyle.BDiagPattern, Qt.PenStyle.DotLine, 3),
    Tone.TOTAL: Style("strong_line", "strong_line"),
    Tone.BETTER: Style("accent", "accent"),
    Tone.WORSE: Style("worse", "surface", "worse", Qt.BrushStyle.FDiagPattern),
}
WORSE_ON_DARK = "#E0A64A"


def colour(theme: Theme, name: str) -> QColor:
    """Give a colour of a style in a theme; what is worse has the brown of findings."""
    if name == "worse":
        return QColor(WORSE_ON_DARK if theme.dark else str(FINDING.fill))
    return QColor(str(getattr(theme, name)))


def draw_bar(painter: QPainter, box: QRectF, tone: Tone, theme: Theme) -> None:
    """Draw a bar, in pixels, with its hatch and its edge."""
    style = STYLES[tone]
    painter.fillRect(box, colour(theme, style.fill))
    if style.hatch:
        # As wide apart on a large scale as on a small one.
        painter.setRenderHint(QPainter.RenderHint.NonCosmeticBrushPatterns)
        painter.fillRect(box, QBrush(colour(theme, style.hatch), style.pattern))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(theme, style.outline), 1))
    painter.drawRect(box)


def line_pen(tone: Tone, theme: Theme) -> QPen:
    """Give the pen of a series' line."""
    style = STYLES[tone]
    return QPen(colour(theme, style.outline), LINE, style.dash, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def draw_marker(painter: QPainter, at: QPointF, tone: Tone, theme: Theme) -> None:
    """Draw the marker of a series at a point, in pixels: round, square or a triangle."""
    style, x, y = STYLES[tone], at.x(), at.y()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(theme, style.outline), LINE / 2))
    painter.setBrush(colour(theme, style.fill))
    if style.marker == 4:  # noqa: PLR2004 - corners
        painter.drawRect(QRectF(x - MARKER + 0.5, y - MARKER + 0.5, 2 * MARKER - 1, 2 * MARKER - 1))
    elif style.marker:
        corners = ((x, y - MARKER), (x + MARKER, y + MARKER), (x - MARKER, y + MARKER))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    else:
        painter.drawEllipse(at, MARKER, MARKER)
