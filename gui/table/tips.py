"""Tips as plain text: what looks like a tag in the officer's words is shown as it was typed."""

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import QToolTip, QWidget

from gui.table.columns import Column
from gui.table.ink import PADDING, Ink

_TIP = int(Qt.ItemDataRole.ToolTipRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


def plain_tip(text: str) -> str:
    """A tip that Qt wraps and takes for nothing but text."""
    return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>" if text else ""


def cell_tip(index: QModelIndex | QPersistentModelIndex, column: Column, ink: Ink, width: int) -> str:
    """What a cell tells at rest: the model's words, or its text where it is cut."""
    said = index.data(_TIP)
    if said:
        return str(said)
    text = str(index.data(_DISPLAY) or "")
    cut = not column.figures and ("\n" in text or ink.width(text, False) > width - 2 * PADDING)
    return text if cut else ""


def show_tip(at: QPoint, text: str, widget: QWidget, cell: QRect | None = None) -> None:
    """Shows the tip until the mouse leaves the cell."""
    QToolTip.showText(at, plain_tip(text), widget, cell or QRect())
