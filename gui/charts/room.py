"""From where to where the axis of a chart goes, so that what differs can be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.money import ZERO

NARROW = Decimal("0.3")
"""How much of the way to zero the figures must cover, or the axis begins near them."""
AIR, LEAST_AIR = Decimal("0.16"), Decimal("0.06")
BESIDE = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Room:
    """The ends of an axis.

    Attributes:
        base: from where bars stand: zero, or where the axis begins if zero is left out.
    """

    lowest: Decimal
    highest: Decimal
    base: Decimal = ZERO

    @property
    def cut(self) -> bool:
        """Whether the axis leaves zero out."""
        return self.base != ZERO


def room_for(figures: Sequence[Decimal], *, cut: bool = False, beyond: bool = True) -> Room:
    """Give the axis for some figures, with zero, and air around the figures.

    Args:
        cut: whether zero may be left out where the figures lie far from it and close together.
        beyond: whether words stand over the figures, which takes more air.
    """
    low, high = min(figures, default=ZERO), max(figures, default=ZERO)
    base = _cut(low, high) if cut else ZERO
    low, high = min(low, base), max(high, base)
    if low == high:
        return Room(base - 1, base + 1, base)
    air, least = (AIR if beyond else LEAST_AIR) * (high - low), (ZERO if beyond else LEAST_AIR) * (high - low)
    return Room(low - (air if low < base else least), high + (air if high > base else least), base)


def _cut(low: Decimal, high: Decimal) -> Decimal:
    """Give where an axis begins that may leave zero out; zero where it would not help."""
    far, spread = max(abs(low), abs(high)), high - low
    if not spread or low * high <= 0 or spread >= NARROW * far:
        return ZERO
    near = high + BESIDE * spread if high < 0 else low - BESIDE * spread
    # A round figure, as fine as figures so far apart need.
    fineness = Decimal(1).scaleb(spread.adjusted())
    return (near / fineness).to_integral_value() * fineness
