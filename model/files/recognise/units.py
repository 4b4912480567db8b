"""The unit that a tracker's headings speak of: the program reads every amount as thousands of pounds."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from model.money import ZERO
from model.saving import Saving

_MILLIONS = re.compile(r"£\s?(?:m\b|millions?\b)", re.IGNORECASE)
_IMPLAUSIBLE = Decimal(100_000)


def other_unit(headings: Iterable[str], savings: Sequence[Saving]) -> str:
    """Name the unit in which amounts seem to be, where it is not £000; blank where nothing says so.

    Whole pounds are only told by amounts that no council saves in thousands: a plan of £100m and over.
    """
    words = " ".join(headings)
    if _MILLIONS.search(words):
        return "millions of pounds"
    largest = max((abs(saving.plan_total or ZERO) for saving in savings), default=ZERO)
    return "whole pounds" if largest >= _IMPLAUSIBLE and "000" not in words else ""
