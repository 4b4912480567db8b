"""RAG schemes: how far short of plan gives which rating, as a table and a pure function."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

Figure = Decimal | None

RED, AMBER, GREEN, BLACK, BLUE = "Red", "Amber", "Green", "Black", "Blue"
RATINGS = (RED, AMBER, GREEN, BLACK, BLUE)
NEEDS_COMMENTARY = (RED, AMBER, BLACK)
NO_RATING = ""
UNDECIDED = "Needs a decision"
NO_KEY: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Threshold:
    """The percentage short of plan from which a rating applies.

    Attributes:
        at: the percentage, such as 19.
        included: whether exactly that much already gives the rating.
    """

    rating: str
    at: Decimal
    included: bool

    def reached(self, variance: Decimal, plan: Decimal) -> bool:
        """Tell whether a variance is that far from its plan (£000), compared exactly."""
        short, limit = 100 * variance, self.at * abs(plan)
        return short >= limit if self.included else short > limit


@dataclass(frozen=True, slots=True)
class SizeBand:
    """The thresholds for savings of one size.

    Attributes:
        words: the size as the key prints it.
        above: the size in £000 at which the band begins.
        included: whether a saving of exactly that size belongs to the band.
        thresholds: from the worst rating to the best but one.
        rest: the rating below all thresholds.
    """

    words: str
    above: Decimal
    included: bool
    thresholds: tuple[Threshold, ...]
    rest: str

    def holds(self, size: Decimal) -> bool:
        """Tell whether a saving of a size (£000, positive) belongs to the band."""
        return size >= self.above if self.included else size > self.above


@dataclass(frozen=True, slots=True)
class Scheme:
    """A year's RAG scheme.

    Attributes:
        name: the year or file whose key it is.
        bands: from the largest size to the smallest; the last holds any size.
        key: the words of each rating's row as printed, one for each size, in printed order.
        has_black: whether a saving that is not achieved at all is Black.
        has_blue: whether over-achieving is Blue.
    """

    name: str
    bands: tuple[SizeBand, ...]
    key: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NO_KEY)
    sizes: tuple[str, ...] = ()
    has_black: bool = True
    has_blue: bool = True

    def band(self, plan: Decimal) -> SizeBand:
        """Give the size band of a plan in £000."""
        size = abs(plan)
        for band in self.bands:
            if band.holds(size):
                return band
        return self.bands[-1]


def calculate(plan: Figure, forecast: Figure, scheme: Scheme) -> str:
    """Rate a saving by a scheme.

    Args:
        plan: the year's plan in £000, negative for a saving; None where blank.
        forecast: the year's forecast in £000.

    Returns:
        The rating's name; `NO_RATING` without figures or where both are zero; `UNDECIDED` for a cost without a plan.
    """
    if plan is None or forecast is None:
        return NO_RATING
    if plan == 0:
        return _rate_without_plan(forecast, scheme)
    variance = forecast - plan
    if variance < 0 and scheme.has_blue:
        return BLUE
    if scheme.has_black and plan < 0 and variance >= -plan:
        return BLACK
    band = scheme.band(plan)
    for threshold in band.thresholds:
        if threshold.reached(variance, plan):
            return threshold.rating
    return band.rest


def _rate_without_plan(forecast: Decimal, scheme: Scheme) -> str:
    if forecast == 0:
        return NO_RATING
    return BLUE if forecast < 0 and scheme.has_blue else UNDECIDED
