"""The direction of travel, computed from two periods of one year: has the variance got less, or grown?

A line is improving where it is less short of its plan than at the previous period, by more than the tolerance; it is
worsening where it is more short, by more than that; else there is no change. Short of plan is the forecast less the
plan, each of its own period, whatever variance is printed. A complete line is a line like any other: its outturn may
still be corrected. A line that is new has no direction, and neither has one whose plan or forecast is blank at either
period: nothing is known of what it travelled.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from model.editing import edited
from model.money import ZERO
from model.refusals import Refusal
from model.saving import Direction, Saving
from model.year import Year

_AS_AT = re.compile(r"^\s*as (?:at|of)\s+", re.IGNORECASE)


class OtherYear(Refusal):
    """A previous period that is one of another year."""

    def __init__(self, previous: Year, year: Year) -> None:
        super().__init__(
            f"The previous period has to be one of {year.year}; “{previous.source or previous.title}” is of "
            f"{previous.year}. The direction of travel is told within a year: choose an earlier period of {year.year}."
        )


@dataclass(frozen=True, slots=True)
class Travel:
    """The previous period of a tracker, line by line.

    Attributes:
        pairs: the previous period's line of each line that it has.
        tolerance: by how much a variance may move without being a change, £000.
    """

    previous: Year
    pairs: Mapping[int, int]
    tolerance: Decimal = ZERO

    @property
    def since(self) -> str:
        """What a sentence calls the previous period: `Quarter 1`, or `October 2017` where it is `as at` that."""
        return _AS_AT.sub("", self.previous.period) or self.previous.source or "the previous period"

    def earlier(self, line: int) -> Saving | None:
        """Give a line as it was at the previous period; None where it was not."""
        return self.previous.savings[self.pairs[line]] if line in self.pairs else None

    def direction(self, saving: Saving) -> Direction | None:
        """Compute a line's direction of travel; None where there is nothing to compute it from."""
        earlier = self.earlier(saving.line)
        return None if earlier is None else direction_between(earlier, saving, self.tolerance)

    def taken(self, year: Year) -> dict[int, Saving]:
        """Give the lines whose computed direction is another than they show, each with the computed one, by line."""
        if not year.has("direction"):
            return {}
        computed = ((saving, self.direction(saving)) for saving in year)
        return {saving.line: edited(saving, "direction", way, year.scheme) for saving, way in computed if way}


def direction_between(earlier: Saving, later: Saving, tolerance: Decimal = ZERO) -> Direction | None:
    """Compute the direction of travel of a saving between two periods; None where a plan or forecast is blank."""
    before, after = earlier.variance_due, later.variance_due
    if before is None or after is None:
        return None
    if abs(after - before) <= tolerance:
        return Direction.NO_CHANGE
    return Direction.WORSENING if after > before else Direction.IMPROVING


def travel_since(
    previous: Year, year: Year, pairs: Mapping[int, int] | None = None, tolerance: Decimal = ZERO
) -> Travel:
    """Take another period of a year as its previous one.

    Args:
        pairs: the previous line of each line, as the officer has decided; by reference where left out, and then only
            for references that stand on a single line of each.

    Raises:
        OtherYear: the other is of another year.
    """
    if previous.year and year.year and previous.year != year.year:
        raise OtherYear(previous, year)
    return Travel(previous, _by_reference(previous, year) if pairs is None else pairs, tolerance)


def _by_reference(previous: Year, year: Year) -> dict[int, int]:
    before, after = _single(previous), _single(year)
    return {line: before[reference] for reference, line in after.items() if reference in before}


def _single(year: Year) -> dict[str, int]:
    times = Counter(saving.reference for saving in year)
    return {saving.reference: saving.line for saving in year if saving.reference and times[saving.reference] == 1}
