"""The lines of a tracker: whole columns are read at once, then made into savings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from model.fields import FIELD, OTHER, PRINTED, Kind
from model.files.grid import Cell
from model.files.recognise.cells import Row
from model.files.recognise.layout import Layout
from model.files.recognise.notes import letters
from model.files.recognise.values import Read, carries_sign, percent_factor, read_column, read_other
from model.money import ZERO, round_percent
from model.saving import NO_OTHER, NOTHING, Place, Saving

_TELLING_PERCENTAGES = 200


@dataclass(slots=True)
class Lines:
    """A tracker's lines as they are read, column by column.

    Attributes:
        fields: the values of each attribute of `Saving`, line by line.
        other: the values of each unknown column.
        unread: what could not be read: text by line, by field.
    """

    fields: dict[str, Sequence[Any]] = field(default_factory=dict)
    other: dict[str, Sequence[Any]] = field(default_factory=dict)
    unread: dict[str, Mapping[int, str]] = field(default_factory=dict)

    def let_blank_ratings_follow(self) -> None:
        """Let lines without a printed rating follow from the tracker's scheme."""
        if "rating_printed" in self.fields:
            self.fields["rating_printed"] = [rating or None for rating in self.fields["rating_printed"]]

    def sums(self) -> dict[str, Decimal]:
        """Add up each column of amounts, in £000."""
        return {
            key: sum((amount for amount in self.fields[attribute(key)] if amount is not None), ZERO)
            for key in FIELD
            if FIELD[key].kind is Kind.AMOUNT and attribute(key) in self.fields
        }


def attribute(key: str) -> str:
    """Give the attribute of `Saving` that holds what a source prints for a field."""
    return f"{key}_printed" if key in PRINTED else key


def read_lines(rows: Sequence[Row], places: Sequence[int], layout: Layout) -> Lines:
    """Read the rows at some places as savings' fields."""
    lines = Lines()
    percent: Sequence[Cell] = ()
    for at, column in layout.columns.items():
        cells = [row[at] if at < len(row) else None for row in map(rows.__getitem__, places)]
        if column.key.startswith(OTHER):
            lines.other[column.key.removeprefix(OTHER)] = read_other(cells)
        else:
            _take(lines, column.key, read_column(FIELD[column.key].kind, cells))
            percent = cells if column.key == "percent" else percent
    if percent:
        _settle_percent(lines, percent)
    return lines


def _take(lines: Lines, key: str, read: Read) -> None:
    lines.fields[attribute(key)] = read.values
    if read.unread:
        lines.unread[key] = read.unread
    if key == "rating" and read.unread:
        lines.fields[attribute(key)] = [read.unread.get(line, rating) for line, rating in enumerate(read.values)]


def _settle_percent(lines: Lines, cells: Sequence[Cell]) -> None:
    read = lines.fields["percent_printed"]
    telling = [line for line, number in enumerate(read) if number][:_TELLING_PERCENTAGES]
    due = [Saving(line=line, **_values(lines, line)).percent_due for line in telling]
    factor = percent_factor([cells[line] for line in telling], [read[line] for line in telling], due)
    settled = [
        number if number is None or carries_sign(cell) else number * factor
        for cell, number in zip(cells, read, strict=True)
    ]
    lines.fields["percent_printed"] = [number and round_percent(number) for number in settled]


def _values(lines: Lines, line: int) -> dict[str, Any]:
    return {name: values[line] for name, values in lines.fields.items()}


def make_savings(lines: Lines, layout: Layout, sheet: str, places: Sequence[int]) -> Iterator[Saving]:
    """Make the savings of the lines read, in their order; `places` are their rows, from 0."""
    columns = MappingProxyType(letters(layout.places))
    unread = _by_line(lines)
    names = (*lines.fields, "other", "unread")
    other = _others(lines, len(places))
    values = zip(*lines.fields.values(), strict=True)
    for line, (row, known, more) in enumerate(zip(places, values, other, strict=True)):
        yield Saving(
            line=line,
            place=Place(sheet, row + 1, columns),
            **dict(zip(names, (*known, more, unread.get(line, NOTHING)), strict=True)),
        )


def _others(lines: Lines, count: int) -> Iterator[Mapping[str, Any]]:
    if not lines.other:
        return iter((NO_OTHER,) * count)
    by_line = zip(*lines.other.values(), strict=True)
    return (MappingProxyType(dict(zip(lines.other, values, strict=True))) for values in by_line)


def _by_line(lines: Lines) -> dict[int, Mapping[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for key, texts in lines.unread.items():
        for line, text in texts.items():
            if key != "rating":
                found.setdefault(line, {})[key] = text
    return {line: MappingProxyType(texts) for line, texts in found.items()}
