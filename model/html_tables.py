"""Tables of HTML as programs put them on the clipboard: read into blocks, written from them."""

import html
import re
from collections.abc import Sequence
from decimal import Decimal
from html.parser import HTMLParser

from model.money import plain

OURS = '<meta name="generator" content="Savings Tracker">'
MOST_ACROSS = 1000

_BREAK = '<br style="mso-data-placement:same-cell">'
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_SPACES_IN_LINE = re.compile(r" {2,}")
_EDGE = "\v"
_EDGES = re.compile(rf"\n? *{_EDGE}[ {_EDGE}]*")
_AROUND_BREAK = re.compile(r" *\n *")
_LOST_SPACE = re.compile(r"(?<![^ \n]) | (?=\n|\Z)")
_PARAGRAPHS = {"p", "div", "li", "h1", "h2", "h3"}
_UNSEEN = {"style", "script", "title"}


def html_from_block(rows: Sequence[Sequence[str | Decimal | None]]) -> str:
    """Write a block as an HTML table in which a number is a number and every text is marked as text.

    So `=SUM(A1)` and `1/2` arrive in a spreadsheet program as they are written here.
    """
    body = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in rows)
    return f'<html><head><meta charset="utf-8">{OURS}</head><body><table>{body}</table></body></html>'


def _cell(cell: str | Decimal | None) -> str:
    if isinstance(cell, Decimal):
        return f'<td align="right">{plain(cell)}</td>'
    if not cell:
        return "<td></td>"
    text = html.escape(_LOST_SPACE.sub("\u00a0", cell), quote=False)
    text = (text + "\n" if text.endswith("\n") else text).replace("\n", _BREAK)
    # The first mark is LibreOffice's for "text", the second Excel's.
    return f'<td align="left" sdnum="0;0;@" style="mso-number-format:\'\\@\'">{text}</td>'


def block_from_html(markup: str) -> tuple[tuple[str, ...], ...]:
    """Read the table of a spreadsheet program, a word processor or a web page; texts as they are shown there.

    Returns:
        No rows where there is no table, or more than one, or words beside it.
    """
    if "<table" not in markup.lower():
        return ()
    reader = _Table()
    reader.feed(markup)
    reader.close()
    alone = reader.tables == 1 and not "".join(reader.beside).strip()
    return tuple(tuple(row) for row in reader.rows) if alone else ()


class _Table(HTMLParser):
    """Collects the cells of a table; a table inside a cell is part of the cell's text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables = 0
        self.rows: list[list[str]] = []
        self.beside: list[str] = []
        self._depth = 0
        self._unseen = 0
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._reaching_down: dict[int, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row, a cell, or a line within a cell."""
        self._unseen += tag in _UNSEEN
        if tag == "table":
            self._depth += 1
            self.tables += self._depth == 1
        elif self._depth == 1 and tag == "tr":
            self._end_row()
            self.rows.append([])
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()
            self._begin_cell(dict(attrs))
        else:
            self._break_line(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a table, a cell, or a paragraph within a cell; a row ends where the next begins."""
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag == "table" and self._depth:
            self._depth -= 1
        if self._depth == 0 or (self._depth == 1 and tag in {"td", "th"}):
            self._end_row() if tag == "table" else self._end_cell()
        elif tag != "br":
            self._break_line(tag)

    def handle_data(self, data: str) -> None:
        """Take text into the cell, or note that there is some beside the table."""
        if self._unseen:
            return
        if self._cell is not None:
            self._cell.append(_SPACES.sub(" ", data))
        else:
            self.beside.append(data)

    def close(self) -> None:
        """Take what was left open where the text was cut off."""
        super().close()
        self._end_row()

    def _break_line(self, tag: str) -> None:
        if self._cell is not None and (tag == "br" or tag in _PARAGRAPHS):
            self._cell.append("\n" if tag == "br" else _EDGE)

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        if not self.rows:
            self.rows.append([])
        self._pass_cells_from_above()
        self._span = (_span(attributes.get("colspan")), _span(attributes.get("rowspan")))
        self._cell = []

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        across, down = self._span
        row = self.rows[-1]
        if down > 1:
            self._reaching_down |= dict.fromkeys(range(len(row), len(row) + across), down - 1)
        row += [_as_shown("".join(self._cell)), *[""] * (across - 1)]
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self.rows:
            self._pass_cells_from_above()

    def _pass_cells_from_above(self) -> None:
        row = self.rows[-1]
        while self._reaching_down.get(len(row)):
            self._reaching_down[len(row)] -= 1
            row.append("")


def _span(number: str | None) -> int:
    return min(max(int(number), 1), MOST_ACROSS) if number and number.strip().isdecimal() else 1


def _as_shown(text: str) -> str:
    text = _EDGES.sub(_EDGE, _SPACES_IN_LINE.sub(" ", text)).strip(f" {_EDGE}").replace(_EDGE, "\n")
    text = _AROUND_BREAK.sub("\n", text).removesuffix("\n").replace("\u00a0", " ")
    return text if text.strip(" ") else ""
