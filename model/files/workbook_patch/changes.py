"""What a caller asks of a cell, and what a workbook's cell can hold of it."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from model.files.workbook_patch.places import Place, place
from model.files.workbook_patch.refused import NoSuchCell, ValueRefused
from model.files.workbook_texts import LONGEST, with_line_breaks

# What a caller may give, and what a cell holds of it.
Value = Decimal | int | float | str | bool | None
Shows = Decimal | str | bool | None
COLOUR = re.compile(r"#?[0-9A-Fa-f]{6}")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What a spreadsheet program holds of a number: 15 digits, and sizes as these.
DIGITS, LARGEST = 15, Decimal("9.99999999999999e307")
MOST_PLACES = 20


@dataclass(frozen=True)
class Cached:
    """A value that follows from others: a formula in the cell stays, with this as its result."""

    value: Value


@dataclass(frozen=True)
class Styled:
    """A value with a look.

    Attributes:
        like: a cell of the same sheet whose ground and colour of letters the cell takes; the rest of its look, such as
            its borders and its number format, stays its own.
        fill: the ground, such as `#B3261E`.
        ink: the colour of the letters.
        follows: whether the value follows from others, as in `Cached`.
    """

    value: Value
    like: str | None = None
    fill: str | None = None
    ink: str | None = None
    follows: bool = False


Change = Value | Cached | Styled
Changes = Mapping[tuple[str, str], Change]


@dataclass(frozen=True)
class Wanted:
    """One change, checked: `value` is a Decimal, a text that is not empty, a truth, or None for an empty cell."""

    place: Place
    value: Shows
    follows: bool = False
    like: Place | None = None
    fill: str | None = None
    ink: str | None = None

    @property
    def is_styled(self) -> bool:
        """Whether the cell gets another look."""
        return bool(self.like or self.fill or self.ink)


def wanted(path: Path, sheet: str, cell: str, change: Change) -> Wanted:
    """Check one change.

    Raises:
        Unpatchable: There is no such cell, or no cell can hold the value.
    """
    styled = change if isinstance(change, Styled) else _plain(change)
    at, like = place(cell), place(styled.like) if styled.like is not None else None
    if at is None or (styled.like is not None and like is None):
        raise NoSuchCell(path, sheet, cell if at is None else str(styled.like))
    for colour in (styled.fill, styled.ink):
        if colour is not None and not COLOUR.fullmatch(colour):
            raise ValueRefused(path, sheet, cell, f"has “{colour}” for a colour")
    try:
        value = _fit(styled.value)
    except ValueError as unfit:
        raise ValueRefused(path, sheet, cell, str(unfit)) from unfit
    return Wanted(at, value, styled.follows, like, _colour(styled.fill), _colour(styled.ink))


def _plain(change: Value | Cached) -> Styled:
    return Styled(change.value, follows=True) if isinstance(change, Cached) else Styled(change)


def _colour(text: str | None) -> str | None:
    return "FF" + text.removeprefix("#").upper() if text else None


def _fit(value: Value) -> Shows:
    if value is None or isinstance(value, bool):
        return value
    return _fit_text(value) if isinstance(value, str) else _fit_number(value)


def _fit_text(text: str) -> str | None:
    written = with_line_breaks(text)
    if _UNWRITABLE.search(written):
        raise ValueError("has characters that a workbook can't hold")
    if len(written.encode("utf-16-le")) // 2 > LONGEST:
        raise ValueError(f"is longer than the {LONGEST:,} characters of a cell")
    return written or None


def _fit_number(value: Decimal | float) -> Decimal:
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not number.is_finite() or number.copy_abs() > LARGEST:
        raise ValueError("is no number that a workbook can hold")
    if len(number.normalize().as_tuple().digits) > DIGITS:
        number = Decimal(repr(float(number)))
    return number if math.copysign(1, number) > 0 or number else Decimal(0)


def number_text(number: Decimal) -> str:
    """Give a number as a cell's text."""
    short = number.normalize()
    exponent = short.as_tuple().exponent
    plain = isinstance(exponent, int) and -MOST_PLACES <= exponent <= DIGITS
    return f"{short:f}" if plain else f"{short:E}"
