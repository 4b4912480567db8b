"""Amounts in thousands of pounds: read as typed, shown as printed, spread over quarters.

A saving is negative, a cost positive; blank is `None` and differs from 0.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from model.refusals import AmountRefused

MINUS = "−"
ZERO = Decimal(0)
LARGEST = Decimal("1e12")
_CENT = Decimal("0.01")
_THOUSANDS_IN = {"": Decimal(1), "k": Decimal(1), "m": Decimal(1000), "bn": Decimal(1_000_000)}
_LOOKALIKES = str.maketrans(
    {"−": "-", "–": "-", "‒": "-", "﹣": "-", "－": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
)
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{0,9})?|\.[0-9]{1,9}"
_AMOUNT = re.compile(
    rf"(?P<before>-?)\s*£?\s*(?P<inside>-?)\s*(?P<number>{_NUMBER})\s*(?P<unit>bn|k|m|)\s*(?P<after>-?)",
    re.IGNORECASE,
)


def parse_amount(text: str) -> Decimal | None:
    """Read an amount in £000 from text as an officer types it; blank gives None.

    Raises:
        AmountRefused: the text is not one amount. Nothing is guessed: `1,40` and `--5` are refused.
    """
    plain = text.translate(_LOOKALIKES).strip()
    if not plain:
        return None
    bracketed = plain.startswith("(") and plain.endswith(")")
    found = _AMOUNT.fullmatch(plain[1:-1].strip() if bracketed else plain)
    if found is None:
        raise AmountRefused(text)
    minuses = bracketed + sum(found[place] == "-" for place in ("before", "inside", "after"))
    amount = Decimal(found["number"].replace(",", "")) * _THOUSANDS_IN[found["unit"].lower()]
    if minuses > 1 or amount > LARGEST:
        raise AmountRefused(text)
    return -amount if minuses and amount else amount


def exact(number: float) -> Decimal:
    """Give the amount that a spreadsheet's number stands for, at the 15 digits that a spreadsheet keeps."""
    return Decimal(int(number)) if number == int(number) else Decimal(f"{number:.15g}")


def plain(amount: Decimal) -> str:
    """Write an amount with an ASCII minus and no separators, nothing rounded: the form for files and scripts."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def show_amount(amount: Decimal | None) -> str:
    """Write an amount in £000 as the council prints it: `−1,400`; blank stays blank, nothing is rounded."""
    if amount is None:
        return ""
    text = f"{abs(amount):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{MINUS}{text}" if amount < 0 else text


def show_pounds(amount: Decimal) -> str:
    """Write the size of an amount in a sentence: `£1,500k`, without a sign."""
    return f"£{show_amount(abs(amount))}k"


def round_percent(percent: Decimal) -> Decimal:
    """Round a percentage to the two places that are printed, half away from zero."""
    return percent.quantize(_CENT, ROUND_HALF_UP)


def show_percent(percent: Decimal | None) -> str:
    """Write a percentage to two places, with separators and a true minus: `19.07`, `−1,905.26`."""
    if percent is None:
        return ""
    rounded = round_percent(percent)
    return f"{MINUS}{-rounded:,.2f}" if rounded < 0 else f"{abs(rounded):,.2f}"


def add_up(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """Add amounts, blanks left out; None when all are blank."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, ZERO) if known else None


def spread(total: Decimal, profile: Sequence[Decimal | None]) -> tuple[Decimal, ...]:
    """Share a total over the quarters of a profile, in whole thousands that add up to it exactly.

    Each part is the profile's share cut to a whole number; what the cuts leave over goes, a thousand at a time,
    to the parts that lost most (the earlier on a tie). A profile that adds up to nothing is taken as even.

    Args:
        total: in £000; its part below a thousand, if any, goes to the last quarter.
        profile: the plan's quarters in £000, blank as none.
    """
    weights = [amount or ZERO for amount in profile]
    if sum(weights) == 0:
        weights = [Decimal(1)] * len(weights)
    whole = total.to_integral_value(ROUND_DOWN)
    shares = [whole * weight / sum(weights) for weight in weights]
    parts = [share.to_integral_value(ROUND_DOWN) for share in shares]
    left = whole - sum(parts, ZERO)
    step = Decimal(1).copy_sign(left)
    by_loss = sorted(range(len(parts)), key=lambda place: -abs(shares[place] - parts[place]))
    for turn in range(int(abs(left))):
        parts[by_loss[turn % len(parts)]] += step
    parts[-1] += total - whole
    return tuple(parts)
