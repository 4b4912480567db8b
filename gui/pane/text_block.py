"""A text that wraps wherever it must: the label of every text in the panes. What looks like a tag is text."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMargins, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy

from gui.theme import Theme, bold, theme_of

LEADING = 3
_NO_MARGINS = QMargins()
_LINE_BREAK = "\u2028"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text that looks otherwise: from a place in it, so many characters long."""

    start: int
    length: int
    tone: str = "ink"
    heavy: bool = False


def tone(theme: Theme, name: str) -> QColor:
    """The colour of a tone, such as `muted`, in a theme."""
    return QColor(str(getattr(theme, name)))


def units(text: str) -> int:
    """How many places Qt counts in a text: two for a sign beyond the first 65,536."""
    return len(text.encode("utf-16-le")) // 2


class TextBlock(QLabel):
    """Plain text over as many lines as it needs, or as many as it may have.

    It paints itself: a stock label never breaks a long word, so one web address would widen the whole pane.
    """

    def __init__(self, text: str = "", *, tone: str = "ink", heavy: bool = False, most_lines: int = 0) -> None:
        """Take the text; `most_lines` of 0 shows it all."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.tone = tone
        self.heavy = heavy
        self.most_lines = most_lines
        self.room = _NO_MARGINS
        self.indent_first = 0
        self._spans: tuple[Span, ...] = ()
        self._laid: dict[int, QTextLayout] = {}
        self.setText(text)

    def show_text(self, text: str, spans: Sequence[Span] = ()) -> None:
        """Show a text, some stretches of it otherwise; nothing happens where it is shown already."""
        if text == self.text() and tuple(spans) == self._spans:
            return
        self._spans = tuple(spans)
        self._laid.clear()
        self.setText(text)

    def show_lines(self, most: int) -> None:
        """Show at most so many lines; all with 0."""
        self.most_lines = most
        self._changed()

    def is_longer_than(self, lines: int) -> bool:
        """Whether the text needs more lines than that at its width now."""
        return self._lay(self.width(), 0).lineCount() > lines

    def _changed(self) -> None:
        self._laid.clear()
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return bold(self.font()) if self.heavy else self.font()

    def _layout(self, width: int) -> QTextLayout:
        if width not in self._laid:
            self._laid[width] = self._lay(width, self.most_lines)
        return self._laid[width]

    def _lay(self, width: int, most: int) -> QTextLayout:
        room = max(width - self.room.left() - self.room.right(), 1)
        text = self.text().replace("\r\n", _LINE_BREAK).replace("\n", _LINE_BREAK)
        layout = self._broken(text, room, most + 1 if most else 0)
        if most and layout.lineCount() > most:
            start = layout.lineAt(most - 1).textStart()
            kept = text.encode("utf-16-le")[: 2 * start].decode("utf-16-le", "ignore")
            rest = " ".join(text[len(kept) : len(kept) + room].split())
            metrics = QFontMetrics(self._font())
            cut = metrics.elidedText(f"{rest}…", Qt.TextElideMode.ElideRight, room)
            layout = self._broken(kept + cut, room, most)
        return layout

    def _broken(self, text: str, room: int, most: int) -> QTextLayout:
        """The text broken into lines, no more of them than asked for; all with 0."""
        font = self._font()
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats([self._format(span) for span in self._spans])
        least = QFontMetrics(font).height()
        top, indent = 0.0, self.indent_first
        layout.beginLayout()
        while (not most or layout.lineCount() < most) and (line := layout.createLine()).isValid():
            line.setLineWidth(max(room - indent, 1))
            line.setPosition(QPointF(indent, top))
            top += max(line.height(), least) + LEADING
            indent = 0
        layout.endLayout()
        return layout

    def _format(self, span: Span) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start, found.length = units(self.text()[: span.start]), span.length
        look = QTextCharFormat()
        look.setForeground(tone(theme_of(self.palette()), span.tone))
        if span.heavy:
            look.setFontWeight(QFont.Weight.DemiBold)
        found.format = look
        return found

    # Qt's own names from here on.

    def heightForWidth(self, width: int) -> int:
        """The height of all lines shown."""
        layout = self._layout(width)
        last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
        line = QFontMetrics(self._font()).height() + LEADING
        bottom = line if last is None else int(last.y()) + max(line, round(last.height()) + LEADING)
        return bottom + self.room.top() + self.room.bottom()

    def sizeHint(self) -> QSize:
        """As wide as its lines are, up to a pane's width."""
        width = max(self.width(), 1) if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else 260
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        line = QFontMetrics(self._font()).height() + LEADING
        return QSize(1, line + self.room.top() + self.room.bottom())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(tone(theme_of(self.palette()), self.tone))
        self._layout(self.width()).draw(painter, QPointF(self.room.left(), self.room.top()))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the text out again in another font or theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._changed()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy the text."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Copy", self.copy)
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """Put the whole text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())


class Heading(TextBlock):
    """The quiet heading of a part of the pane, in one line."""

    def __init__(self, text: str = "") -> None:
        """Take the words."""
        super().__init__(text, tone="muted", heavy=True, most_lines=1)
        policy = self.sizePolicy()
        policy.setHeightForWidth(False)
        self.setSizePolicy(policy)

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        width = QFontMetrics(self._font()).horizontalAdvance(self.text()) + 1
        return QSize(width, self.minimumSizeHint().height())
