"""How wide a column must be: figures are never cut, texts have a width of their own kind."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QSize, Qt

from gui.roles import Kind, Role
from gui.table.cells import MARK_SIZE
from gui.table.columns import Column
from gui.table.heading import LEAST_WIDTH
from gui.table.heading_painter import ARROW
from gui.table.ink import PADDING, Ink
from gui.theme import RATINGS

_ACROSS = Qt.Orientation.Horizontal
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
# The widest figure is told by its length; fonts differ by this much among equally long ones.
SLACK = 1
LONGEST_HEADING = 96
TEXT_SAMPLE = 100
TEXT_WIDTHS = {Kind.TITLE: (120, 144), Kind.TEXT: (80, 240)}
"""Least and most that a text column takes by itself."""
MEASURED = frozenset(Kind) - TEXT_WIDTHS.keys()
"""Kinds whose columns show every entry whole."""
_AROUND = {
    Kind.RATING: 4 * PADDING,
    Kind.REFERENCE: 3 * PADDING + MARK_SIZE,
}


def least_width(text: str, column: Column, ink: Ink) -> int:
    """The least width that shows this text of the column whole, in pixels."""
    return ink.width(text, True) + _AROUND.get(column.kind, 2 * PADDING)


def figures_width(texts: Iterable[str], column: Column, ink: Ink) -> int:
    """The least width of a column of figures, labels or references that show these texts."""
    return max((least_width(text, column, ink) for text in texts), default=0)


def column_width(model: QAbstractItemModel, column: Column, ink: Ink) -> int:
    """The width that a column begins with."""
    heading = _heading_width(column, ink)
    if column.kind in TEXT_WIDTHS:
        return max(heading, _text_width(model, column, ink))
    texts = _figures(model, column) if column.figures else _sample(model, column.place)
    if column.kind is Kind.RATING:
        texts |= set(RATINGS)
    return max(heading, figures_width(texts, column, ink) + SLACK, LEAST_WIDTH)


def texts_between(model: QAbstractItemModel, column: int, first: int, last: int) -> set[str]:
    """The different texts that a column shows from the first line to the last, both included."""
    shown = (model.data(model.index(row, column), _DISPLAY) for row in range(first, last + 1))
    return {str(text) for text in shown if text is not None}


def _sample(model: QAbstractItemModel, column: int) -> set[str]:
    """What the first lines show: enough for words of a few kinds."""
    return texts_between(model, column, 0, min(TEXT_SAMPLE, model.rowCount()) - 1)


def _figures(model: QAbstractItemModel, column: Column) -> set[str]:
    """The longest figure, as the model knows it or else found in every line."""
    widest = model.headerData(column.place, _ACROSS, int(Role.WIDEST))
    return texts_between(model, column.place, 0, model.rowCount() - 1) if widest is None else {str(widest)}


def _heading_width(column: Column, ink: Ink) -> int:
    """Room for the heading and its arrow, within bounds: a long heading is cut and tells itself at rest."""
    return min(ink.width(column.heading, True), LONGEST_HEADING) + PADDING + ARROW + 6


def _text_width(model: QAbstractItemModel, column: Column, ink: Ink) -> int:
    """What the model says, else what the first lines need within the bounds of the kind."""
    hint = model.headerData(column.place, _ACROSS, int(Qt.ItemDataRole.SizeHintRole))
    if isinstance(hint, QSize):
        return hint.width()
    least, most = TEXT_WIDTHS[column.kind]
    widest = max((ink.width(text[:most], False) for text in _sample(model, column.place)), default=0)
    return min(max(widest + 2 * PADDING + 2, least), most)
