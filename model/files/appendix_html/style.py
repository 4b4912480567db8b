"""The looks of an appendix's page: one for wide windows and paper, one for narrow ones, where a line is a block."""

from collections.abc import Iterator
from functools import cache

from model.appendix.choice import Paper
from model.appendix.table import Table
from model.fields import Kind
from model.files.appendix_html.markup import Markup, element
from model.files.appendix_html.table import LONGEST_UNBROKEN
from model.files.column_words import FIGURES
from model.resources import RESOURCES

_SHEETS = {Paper.A3: "A3 landscape", Paper.A4: "A4 landscape", Paper.LARGE_PRINT: "A4 portrait"}
# Widths at the table's size of letters, in CSS pixels: a figure, a letter, what stands at both sides of a cell.
_FIGURE, _LETTER, _SIDES, _PILL, _MARGINS = 7.1, 7.6, 10, 22, 40
_TEXTS = {Kind.TITLE: 140, Kind.TEXT: 190}
_EM = 16


def styles(table: Table, paper: Paper) -> Iterator[Markup]:
    """Give the style sheets of a page."""
    yield element("style", Markup(_sheet("appendix.css")))
    yield element("style", Markup(f"@page {{ size: {_SHEETS[paper]}; }}"))
    blocks = "all" if paper is Paper.LARGE_PRINT else f"screen and (max-width: {room_needed(table) - 0.01:.2f}em)"
    yield element("style", Markup(_sheet("appendix-blocks.css")), media=blocks)


def room_needed(table: Table) -> float:
    """Give how wide a window has to be to show the whole table, in ems: letters that are made larger need more."""
    return (sum(_width(table, place) for place in range(len(table.headings))) + _MARGINS) / _EM


def _width(table: Table, place: int) -> float:
    heading = table.headings[place]
    if heading.kind in _TEXTS:
        return _TEXTS[Kind(heading.kind)]
    words = [table.totals[place], *(" ".join(line.cells[place]) for line in table.lines)]
    longest = max(len(said) for said in words)
    if heading.kind in FIGURES:
        return max(longest * _FIGURE, len(heading.words) * _LETTER) + _SIDES
    unbroken = min(max(longest, len(heading.words)), LONGEST_UNBROKEN)
    return unbroken * _LETTER + _SIDES + (_PILL if heading.kind == Kind.RATING else 0)


@cache
def _sheet(name: str) -> str:
    return (RESOURCES / name).read_text(encoding="utf-8")
