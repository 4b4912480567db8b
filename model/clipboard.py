"""Blocks of cells to and from spreadsheet programs: the clipboard's two forms, tab-separated text and HTML tables.

A block holds the texts as they are shown; its rows may be of different lengths. Where a program offers both forms,
its HTML table is read: that says where each cell ends, while LibreOffice's text drops the line breaks of a block and
a word processor's starts a new row at each. The program's own copies are read from their text, which keeps every
character.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from model.html_tables import OURS, block_from_html
from model.money import plain

Block = tuple[tuple[str, ...], ...]
Cell = str | Decimal | None

_CELL = re.compile(r'(?:"(?P<quoted>(?:[^"]|"")*)"|(?P<bare>[^\t\n]*))(?P<end>[\t\n])')
_NEEDS_QUOTES = re.compile(r'[\t\n"]')


def block_from_clipboard(text: str, markup: str = "") -> Block:
    """Read what a program put on the clipboard, from the form that says more."""
    table = () if OURS in markup else block_from_html(markup)
    return table or block_from_text(text)


def block_from_text(text: str) -> Block:
    """Read tab-separated text; a cell that begins and ends with quotes may hold tabs, line breaks and doubled quotes.

    One line break at the end belongs to the last row, as spreadsheet programs write it.
    """
    rows: list[list[str]] = [[]]
    for cell in _CELL.finditer(one_line_break(text).removesuffix("\n") + "\n"):
        rows[-1].append(cell["bare"] if cell["quoted"] is None else cell["quoted"].replace('""', '"'))
        if cell["end"] == "\n":
            rows.append([])
    return tuple(tuple(row) for row in rows[:-1])


def text_from_block(rows: Sequence[Sequence[Cell]]) -> str:
    """Write a block as tab-separated text; amounts in £000 with an ASCII minus, so that they arrive as numbers."""
    lines = ["\t".join(_quoted(cell_text(cell)) for cell in row) for row in rows]
    return lines[0] if len(lines) == 1 else "".join(f"{line}\n" for line in lines)


def cell_text(cell: Cell) -> str:
    """Write one cell as text."""
    if cell is None:
        return ""
    return plain(cell) if isinstance(cell, Decimal) else one_line_break(cell)


def one_line_break(text: str) -> str:
    """Give text with every line break written in the one way."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text
