"""The table of an appendix as the layout takes it: columns, bands, and rows that each fit on a page."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from model.appendix.choice import ALWAYS
from model.appendix.making import Appendix
from model.appendix.table import Heading, Line, Table
from model.appendix.words import Paragraphs, counted
from model.fields import Kind
from model.files.appendix_pdf.measures import measures, share_of
from model.files.appendix_pdf.portions import LONGEST_WORD, portions

Data = Mapping[str, Any]

FIGURES = (Kind.AMOUNT, Kind.PERCENT)
QUIET = ("plan_q1", "plan_q2", "plan_q3", "plan_q4", "plan_prior")
LONGEST_SHORT, LONGEST_CALLED = 14, 40


def letter_size(appendix: Appendix) -> float:
    """Give the size in points of the letters of a table across the page."""
    return measures(appendix.table, _flowing(appendix.table), appendix.choice.paper).size


def table_data(appendix: Appendix) -> Data:
    """Give the table's columns, bands, rules and rows."""
    table = appendix.table
    flowing = _flowing(table)
    measured = measures(table, flowing, appendix.choice.paper)
    return {
        "size": measured.size,
        "heading": "Savings",
        "counted": counted(len(table.lines)),
        "columns": [_column(table, place, flowing) for place in range(len(table.headings))],
        "bands": _bands(table.headings),
        "rules": _rules(table.headings),
        "rows": [row for line in table.lines for row in _rows(line, table.headings, flowing, measured.letters)],
    }


def _column(table: Table, place: int, flowing: Sequence[int]) -> Data:
    heading = table.headings[place]
    return {
        "key": heading.key,
        "words": heading.words,
        "figures": heading.kind in FIGURES,
        "quiet": heading.key in QUIET,
        "first": place == 0,
        "width": share_of(heading.key) if place in flowing else "auto",
        "total": table.totals[place],
    }


def _flowing(table: Table) -> list[int]:
    return [place for place in range(len(table.headings)) if _flows(table, place)]


def _flows(table: Table, place: int) -> bool:
    """Tell whether a column holds text that takes several lines; a short column may, where something else was typed."""
    kind = table.headings[place].kind
    if kind in (Kind.TEXT, Kind.TITLE):
        return True
    return any(len(part) > LONGEST_SHORT for line in table.lines for part in line.cells[place])


def _bands(headings: Sequence[Heading]) -> list[Data]:
    groups = groupby(range(len(headings)), key=lambda place: headings[place].band)
    return [{"words": words, "columns": list(places)} for words, places in groups]


def _rules(headings: Sequence[Heading]) -> list[int]:
    """Give the columns with a rule at their left: where a band begins, and where the last one ends."""
    return [place for place in range(len(ALWAYS), len(headings)) if headings[place].band != headings[place - 1].band]


def _rows(line: Line, headings: Sequence[Heading], flowing: Sequence[int], letters: Sequence[int]) -> Iterator[Data]:
    place_of_reference = [heading.key for heading in headings].index("reference")
    for number, portion in enumerate(portions([line.cells[place] for place in flowing], letters)):
        cells: list[Paragraphs] = [() if number else cell for cell in line.cells]
        for place, text in zip(flowing, portion, strict=True):
            cells[place] = text
        reference = _reference(line, cells[place_of_reference])
        yield {
            "reference": reference,
            "unbroken": len(reference) < LONGEST_WORD,
            "notes": [] if number else [str(note) for note in line.notes],
            "continued": number > 0,
            "short": _is_short(line, headings),
            "cells": [list(cell) for cell in cells],
        }


def _reference(line: Line, portion: Paragraphs) -> str:
    """Give a reference, or the part of a very long one that a row has room for; its beginning where none is left."""
    if portion:
        return " ".join(portion)
    return line.reference if len(line.reference) <= LONGEST_CALLED else f"{line.reference[:LONGEST_CALLED]}…"


def _is_short(line: Line, headings: Sequence[Heading]) -> bool:
    variance = next((cell for heading, cell in zip(headings, line.cells, strict=True) if heading.key == "variance"), ())
    return any(letter in "123456789" for letter in "".join(variance)) and "−" not in "".join(variance)
