"""The savings of an appendix as blocks for large print: a heading, a table of figures, texts under names."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from model.appendix.choice import ALWAYS
from model.appendix.making import Appendix
from model.appendix.table import Heading, Line
from model.appendix.words import Paragraphs
from model.fields import FORECAST_QUARTERS, PLAN_QUARTERS, Kind

Data = Mapping[str, Any]
Cells = Mapping[str, Paragraphs]

SIDES = (
    ("Planned", (*PLAN_QUARTERS, "plan_total")),
    ("Forecast", (*FORECAST_QUARTERS, "forecast_total")),
)
SHORT, LONGEST_CALLED = 20, 40
UNNAMED = "A saving without reference and title"
_TOLD_ABOVE = (*ALWAYS, *SIDES[0][1], *SIDES[1][1], "variance", "percent")


def block_data(appendix: Appendix) -> list[Data]:
    """Give each saving as a block."""
    return [_block(line, appendix.table.headings) for line in appendix.table.lines]


def widest_figure(blocks: Sequence[Data]) -> int:
    """Give how many letters the longest figure of all blocks has."""
    return max((len(said) for block in blocks for row in block["figures"]["rows"] for said in row[1:]), default=0)


def _block(line: Line, headings: Sequence[Heading]) -> Data:
    cells = {heading.key: cell for heading, cell in zip(headings, line.cells, strict=True)}
    return {
        "heading": _heading(line, cells),
        "reference": line.reference[:LONGEST_CALLED],
        "rating": _said(cells, "rating"),
        "variance": _variance(cells),
        "figures": _figures(cells),
        "parts": list(_parts(headings, cells)),
        "notes": [str(note) for note in line.notes],
    }


def _heading(line: Line, cells: Cells) -> str:
    """Give what a saving's block is headed by; a heading may not be empty, nor look so."""
    words = " ".join(filter(None, [line.reference, _said(cells, "title")]))
    return words if any(letter.isprintable() and not letter.isspace() for letter in words) else UNNAMED


def _variance(cells: Cells) -> str:
    variance, percent = _said(cells, "variance"), _said(cells, "percent")
    if not variance:
        return ""
    return f"Variance {variance}, {percent}%" if percent else f"Variance {variance}"


def _figures(cells: Cells) -> Data:
    rows = [[name, *(_said(cells, key) for key in keys)] for name, keys in SIDES if any(key in cells for key in keys)]
    return {"headings": ["£000", "Q1", "Q2", "Q3", "Q4", "Year"], "rows": rows}


def _parts(headings: Sequence[Heading], cells: Cells) -> Iterator[Data]:
    for heading in headings:
        if heading.key not in _TOLD_ABOVE and cells[heading.key]:
            unit = f" ({heading.band})" if heading.kind == Kind.AMOUNT else ""
            yield _part(heading.words + unit, cells[heading.key])


def _part(words: str, text: Paragraphs) -> Data:
    short = len(text) == 1 and len(text[0]) <= SHORT
    return {"words": words, "short": short, "text": list(text)}


def _said(cells: Cells, key: str) -> str:
    return " ".join(cells.get(key, ()))
