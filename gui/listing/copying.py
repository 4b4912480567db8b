"""Puts a block of cells on the clipboard in both forms, for any spreadsheet program."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from model.clipboard import Cell, text_from_block
from model.html_tables import html_from_block


def to_clipboard(block: Sequence[Sequence[Cell]]) -> None:
    """Put a block on the clipboard as text and as an HTML table; amounts arrive as numbers, all else as text."""
    both = QMimeData()
    both.setText(text_from_block(block))
    both.setHtml(html_from_block(block))
    QGuiApplication.clipboard().setMimeData(both)
