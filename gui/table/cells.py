"""Paints one cell by its kind: rating label, reference with its mark, figure, arrow, text."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygon

from gui.roles import Kind, Marks, Role
from gui.table.columns import Column
from gui.table.ink import PADDING, Ink
from gui.theme import ERROR, FINDING, rating_label

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_MARKS = int(Role.MARKS)
_RATING = int(Role.RATING)
_ONE_BY_ONE = (
    (int(Role.CHANGED), Marks.CHANGED),
    (int(Role.FINDING), Marks.FINDING),
    (int(Role.EDITABLE), Marks.EDITABLE),
    (int(Role.MUTED), Marks.MUTED),
    (int(Role.BOLD), Marks.BOLD),
)
_CHANGED, _FINDING, _EDITABLE = int(Marks.CHANGED), int(Marks.FINDING), int(Marks.EDITABLE)
_MUTED, _BOLD, _ERROR = int(Marks.MUTED), int(Marks.BOLD), int(Marks.ERROR)
CORNER = 8
LABEL_MARGIN = 4
LABEL_RADIUS = 3
MARK_SIZE = 14


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell is and how it stands out.

    Attributes:
        line: Whether it is in the current line.
        block: Whether it is selected together with others.
        current: Whether it is the current cell.
        cut: Whether the view ends before its last figures.
    """

    left: int
    top: int
    width: int
    height: int
    line: bool = False
    block: bool = False
    current: bool = False
    cut: bool = False


def marks_of(model: QAbstractItemModel, index: QModelIndex) -> int:
    """The cell's marks, in one answer where the model gives one."""
    marks = model.data(index, _MARKS)
    if marks is not None:
        return int(marks)
    return int(sum(mark for role, mark in _ONE_BY_ONE if model.data(index, role)))


class CellPainter:
    """Paints cells with one theme's ink."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink
        self._grounds = ink.colours
        self._ways: dict[Kind, Callable[[QPainter, Place, str, int], None]] = {
            Kind.REFERENCE: self._reference,
            Kind.AMOUNT: self._figure,
            Kind.PERCENT: self._figure,
            Kind.DIRECTION: self._centred,
            Kind.COMPLETE: self._centred,
        }

    def paint(self, painter: QPainter, place: Place, column: Column, model: QAbstractItemModel, row: int) -> None:
        """Paints the cell's ground, its content and its marks."""
        index = model.index(row, column.place)
        marks = marks_of(model, index)
        self._ground(painter, place, marks)
        text = model.data(index, _DISPLAY)
        if column.kind is Kind.RATING:
            self._rating(painter, place, str(text or ""), model.data(index, _RATING))
        elif text is not None and text != "":
            if place.block:
                marks &= ~_MUTED
            self.content(painter, place, column, str(text), marks)
        elif marks & _FINDING and column.kind is Kind.REFERENCE:
            self._mark(painter, place, place.left + PADDING, marks)
        if marks & _CHANGED:
            self._corner(painter, place)

    def content(self, painter: QPainter, place: Place, column: Column, text: str, marks: int) -> None:
        """Paints a text in the way of its column."""
        self._ways.get(column.kind, self._text)(painter, place, text, marks)

    def label(self, painter: QPainter, place: Place, text: str) -> None:
        """Paints the words of a line of totals."""
        self._text(painter, place, text, _BOLD)

    def _ground(self, painter: QPainter, place: Place, marks: int) -> None:
        """What the cell stands on; the surface is there already."""
        if place.current:
            return
        if place.block:
            name = "block"
        elif place.line:
            name = "selection"
        elif marks & _EDITABLE:
            name = "editable"
        else:
            return
        painter.fillRect(place.left, place.top, place.width, place.height, self._grounds[name])

    def _write(self, painter: QPainter, left: int, place: Place, text: str, marks: int) -> None:
        """Writes one line at the left edge given."""
        ink = self.ink
        painter.setFont(ink.bold if marks & _BOLD else ink.plain)
        painter.setPen(ink.colours["muted" if marks & _MUTED else "ink"])
        painter.drawText(left, ink.baseline(place.top, place.height), text)

    def _figure(self, painter: QPainter, place: Place, text: str, marks: int) -> None:
        """A figure stands right; its column is never narrower than it.

        Where the view ends within it, nothing stands for it: `80` of `80.66` would look like a figure of its own.
        """
        if place.cut:
            return
        width = self.ink.width(text, bool(marks & _BOLD))
        self._write(painter, place.left + place.width - PADDING - 1 - width, place, text, marks)

    def _centred(self, painter: QPainter, place: Place, text: str, marks: int) -> None:
        """An arrow or a short word stands in the middle; half an arrow would point another way."""
        if place.cut:
            return
        text = self.ink.elided(text, place.width - 4, bool(marks & _BOLD))
        width = self.ink.width(text, bool(marks & _BOLD))
        self._write(painter, place.left + (place.width - width) // 2, place, text, marks)

    def _text(self, painter: QPainter, place: Place, text: str, marks: int) -> None:
        """A text stands left, in one line, cut where the column ends."""
        line = self.ink.elided(text, place.width - 2 * PADDING, bool(marks & _BOLD))
        self._write(painter, place.left + PADDING, place, line, marks)

    def _reference(self, painter: QPainter, place: Place, text: str, marks: int) -> None:
        """A reference is semibold, with a brown mark beside it where its line has a finding."""
        room = place.width - 2 * PADDING - (MARK_SIZE + PADDING if marks & _FINDING else 0)
        line = self.ink.elided(text, room, True)
        self._write(painter, place.left + PADDING, place, line, marks | _BOLD)
        if marks & _FINDING:
            self._mark(painter, place, place.left + 2 * PADDING + self.ink.width(line, True), marks)

    def _mark(self, painter: QPainter, place: Place, left: int, marks: int) -> None:
        """The quiet mark of a finding: brown and round, of an error red and square."""
        error = bool(marks & _ERROR)
        label = ERROR if error else FINDING
        top = place.top + (place.height - MARK_SIZE) // 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(str(label.fill)))
        radius = LABEL_RADIUS if error else MARK_SIZE / 2
        painter.drawRoundedRect(left, top, MARK_SIZE, MARK_SIZE, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(self.ink.bold)
        painter.setPen(QColor(str(label.ink)))
        inset = (MARK_SIZE - self.ink.width("!", True) + 1) // 2
        painter.drawText(left + inset, self.ink.baseline(place.top, place.height), "!")

    def _rating(self, painter: QPainter, place: Place, text: str, rating: object) -> None:
        """A filled label with the rating's word."""
        if not text:
            return
        label = rating_label(str(rating or text))
        box = QRectF(place.left, place.top, place.width, place.height)
        box.adjust(PADDING - 0.5, LABEL_MARGIN - 0.5, -PADDING - 0.5, -LABEL_MARGIN + 0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(self._grounds["muted"], 1) if label.outlined else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(label.fill) if label.fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, LABEL_RADIUS, LABEL_RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(self.ink.bold)
        painter.setPen(QColor(label.ink) if label.ink else self._grounds["ink"])
        line = self.ink.elided(text, int(box.width()) - 4, True)
        left = place.left + (place.width - self.ink.width(line, True)) // 2
        painter.drawText(left, self.ink.baseline(place.top, place.height), line)

    def _corner(self, painter: QPainter, place: Place) -> None:
        """The corner mark of a cell that changed since the last save."""
        right, top = place.left + place.width, place.top
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._grounds["accent"])
        painter.drawPolygon(QPolygon([QPoint(right - CORNER, top), QPoint(right, top), QPoint(right, top + CORNER)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
