"""How far a forecast is from its next rating: the fewest whole thousands, found exactly."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from model.money import ZERO
from model.rag import BLUE, Scheme, calculate


@dataclass(frozen=True, slots=True)
class NextRating:
    """The nearest other rating.

    Attributes:
        step: by how many whole thousands the forecast has to change for it (£000); positive is worse.
    """

    step: Decimal
    rating: str


def next_rating(plan: Decimal, forecast: Decimal, scheme: Scheme) -> NextRating | None:
    """Give the nearest other rating of a saving, in £000.

    Blue is named only where there is no other: an officer asks how far a saving is from trouble, or from recovery.
    Of two that are equally near, the worse is named.
    """
    now = calculate(plan, forecast, scheme)
    found = (NextRating(step, calculate(plan, forecast + step, scheme)) for step in _steps(plan, forecast, scheme))
    changes = [change for change in found if change.rating != now]
    return min(changes, key=lambda change: (change.rating == BLUE, abs(change.step), change.step < 0), default=None)


def _steps(plan: Decimal, forecast: Decimal, scheme: Scheme) -> Iterator[Decimal]:
    """Give every whole step at which the rating may change: at a limit, or the first thousand before or after it."""
    variance = forecast - plan
    for limit in _limits(plan, scheme):
        whole = (limit - variance).to_integral_value(ROUND_FLOOR)
        yield from (step for step in (whole - 1, whole, whole + 1) if step)


def _limits(plan: Decimal, scheme: Scheme) -> Iterator[Decimal]:
    """Give the variances (£000) at which one rating ends and another begins."""
    yield ZERO
    yield abs(plan)
    for threshold in scheme.band(plan).thresholds:
        yield threshold.at * abs(plan) / 100
