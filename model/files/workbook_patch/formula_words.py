"""A formula's text taken apart: which cells it names. Nothing is ever worked out."""

import re
from collections.abc import Callable
from typing import NamedTuple

from model.files.workbook_patch.places import LAST_COLUMN, LAST_ROW, letters, number

# Stands for the formula's own row in a text that many rows have in common.
OWN_ROW = "\0"
_CELL = rf"\$?[A-Z]{{1,3}}\$?(?:[1-9]\d{{0,6}}|{OWN_ROW})"
_WORDS = re.compile(
    rf"""(?P<text>"(?:[^"]|"")*")
    |(?P<sheet>(?:'(?:[^']|'')*'|(?:\[[^\]]*\])?[\w.]+(?::[\w.]+)?)!)
    |(?P<bracket>\[(?:[^\[\]]|\[[^\]]*\])*\])
    |(?P<error>\#[A-Z0-9/]+[!?]?)
    |(?P<cells>(?<![\w.]){_CELL}(?::{_CELL})?(?![\w.(]))
    |(?P<columns>(?<![\w.])\$?[A-Z]{{1,3}}:\$?[A-Z]{{1,3}}(?![\w.(]))
    |(?P<rows>(?<![\w.$])\$?[1-9]\d{{0,6}}:\$?[1-9]\d{{0,6}}(?![\w.]))
    |(?P<call>[^\W\d][\w.]*\s*\()
    |(?P<name>[^\W\d][\w.\\?]*)
    |(?P<number>[\d.]+(?:E[+-]?\d+)?)
    |(?P<sign>[:\#@])""",
    re.IGNORECASE | re.VERBOSE,
)
_PART = re.compile(rf"(\$?)([A-Z]*)(\$?)({OWN_ROW}|\d*)", re.IGNORECASE)
_REACHING = {"INDIRECT", "OFFSET"}
# No spreadsheet program takes a longer formula than 8,192 characters; such a one may name anything.
LONGEST_FORMULA = 20_000


class Corner(NamedTuple):
    """One end of a reference; a row or column of 0 is not named, and `row` of -1 is the formula's own."""

    row: int
    column: int
    fixed_row: bool
    fixed_column: bool


class Reference(NamedTuple):
    """What a formula names: cells, or a table or a name, on a sheet (blank: its own)."""

    sheet: str
    first: Corner
    last: Corner


class Words(NamedTuple):
    """What a formula names: references, names, tables with what is asked of them, and whether it may reach anywhere."""

    references: tuple[Reference, ...]
    names: tuple[str, ...]
    tables: tuple[tuple[str, str], ...]
    reaches: bool


def words(text: str) -> Words:
    """Take a formula apart."""
    if len(text) > LONGEST_FORMULA:
        return Words((), (), (), reaches=True)
    references: list[Reference] = []
    names: list[str] = []
    tables: list[tuple[str, str]] = []
    sheet, reaches = "", False
    for found in _WORDS.finditer(text):
        kind, word = str(found.lastgroup), found[0]
        if kind in {"cells", "columns", "rows"}:
            references.append(_reference(sheet, word))
        elif kind == "name":
            names.append(word)
        elif kind == "bracket":
            tables.append((names.pop() if names and text[: found.start()].endswith(names[-1]) else "", word))
        reaches = reaches or kind == "sign" or (kind == "call" and word[:-1].strip().upper() in _REACHING)
        sheet = word[:-1] if kind == "sheet" else ""
    return Words(tuple(references), tuple(names), tuple(tables), reaches)


def _reference(sheet: str, word: str) -> Reference:
    first, _, last = word.partition(":")
    return Reference(sheet, _corner(first), _corner(last or first))


def _corner(text: str) -> Corner:
    before, column, between, row = next(_PART.finditer(text)).groups()
    at = -1 if row == OWN_ROW else int(row or 0)
    fixed = bool(between) if column else bool(before)
    return Corner(at, number(column), fixed, bool(before))


def moved(text: str, rows: int, columns: int) -> str | None:
    """Give a formula as it reads so many rows down and columns to the right; None where it leaves the sheet."""

    def shift(found: re.Match[str]) -> str:
        if found.lastgroup not in {"cells", "columns", "rows"}:
            return found[0]
        return ":".join(_shifted(_corner(part), rows, columns) for part in found[0].split(":"))

    return _or_none(lambda: _WORDS.sub(shift, text))


def _or_none(make: Callable[[], str]) -> str | None:
    try:
        return make()
    except ValueError:
        return None


def _shifted(corner: Corner, rows: int, columns: int) -> str:
    row = corner.row + rows * (not corner.fixed_row) if corner.row else 0
    column = corner.column + columns * (not corner.fixed_column) if corner.column else 0
    if not 0 <= row <= LAST_ROW or not 0 <= column <= LAST_COLUMN or (corner.row and not row):
        raise ValueError(corner)
    if corner.column and not column:
        raise ValueError(corner)
    across = "$" * (corner.fixed_column and bool(column)) + letters(column)
    return across + ("$" * corner.fixed_row + str(row) if row else "")
