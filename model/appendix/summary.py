"""What a committee looks at first: planned, forecast, how much is delivered, the ratings, the largest shortfalls."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.appendix.words import NOT_RATED, one_line, rating_words
from model.money import ZERO
from model.rag import AMBER, BLACK, BLUE, GREEN, RED
from model.saving import Figure, Saving
from model.totals import Totals
from model.year import Year

MOST_SHORTFALLS = 3
WORST_FIRST = (BLACK, RED, AMBER, GREEN, BLUE)


@dataclass(frozen=True, slots=True)
class RatingCount:
    """How many savings have a rating, with their plan and variance in £000."""

    name: str
    count: int
    plan: Decimal
    variance: Decimal


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A saving that falls short of its plan, by how much (£000)."""

    reference: str
    title: str
    variance: Decimal
    rating: str


@dataclass(frozen=True, slots=True)
class Movement:
    """What has changed since an earlier tracker: the forecast in £000, and how many savings are new or gone."""

    period: str
    forecast: Decimal
    variance: Decimal
    new: int
    gone: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of some savings, in £000.

    Attributes:
        delivered: the share of the plan that is forecast, in percent; None where no saving is planned.
        plan: the planned quarters, then those forecast.
        short: how many savings fall short of their plan.
    """

    count: int
    planned: Figure
    forecast_total: Figure
    variance: Figure
    delivered: Decimal | None
    plan: tuple[Figure, ...]
    forecast: tuple[Figure, ...]
    ratings: tuple[RatingCount, ...]
    shortfalls: tuple[Shortfall, ...]
    short: int
    complete: int
    movement: Movement | None = None


def summary_of(savings: Sequence[Saving], year: Year, movement: Movement | None = None) -> Summary:
    """Sum up savings of a year."""
    totals = Totals(savings, year.scheme)
    short = [saving for saving in savings if (saving.variance or ZERO) > 0]
    return Summary(
        count=len(savings),
        planned=totals.plan_total,
        forecast_total=totals.forecast_total,
        variance=totals.variance,
        delivered=_delivered(totals),
        plan=totals.plan,
        forecast=totals.forecast,
        ratings=tuple(_ratings(savings, year)),
        shortfalls=_shortfalls(short, year),
        short=len(short),
        complete=sum(saving.complete is True for saving in savings),
        movement=movement,
    )


def movement_of(now: Sequence[Saving], then: Sequence[Saving], period: str) -> Movement:
    """Compare savings with those of an earlier tracker of the same year, by reference."""
    here, there = Totals(now), Totals(then)
    references, earlier = {saving.reference for saving in now}, {saving.reference for saving in then}
    return Movement(
        period,
        (here.forecast_total or ZERO) - (there.forecast_total or ZERO),
        (here.variance or ZERO) - (there.variance or ZERO),
        len(references - earlier),
        len(earlier - references),
    )


def _delivered(totals: Totals) -> Decimal | None:
    planned = totals.plan_total
    return 100 * (totals.forecast_total or ZERO) / planned if planned and planned < 0 else None


def _ratings(savings: Sequence[Saving], year: Year) -> list[RatingCount]:
    rated: dict[str, list[Saving]] = {}
    for saving in savings:
        rated.setdefault(rating_words(saving, year), []).append(saving)
    return [
        RatingCount(
            name,
            len(found),
            sum((saving.plan_total or ZERO for saving in found), ZERO),
            sum((saving.variance or ZERO for saving in found), ZERO),
        )
        for name, found in sorted(rated.items(), key=lambda item: _place(item[0]))
    ]


def _place(name: str) -> tuple[int, str]:
    order = WORST_FIRST.index(name) if name in WORST_FIRST else len(WORST_FIRST) + (name == NOT_RATED)
    return order, name


def _shortfalls(short: Sequence[Saving], year: Year) -> tuple[Shortfall, ...]:
    worst = sorted(short, key=lambda saving: -(saving.variance or ZERO))[:MOST_SHORTFALLS]
    return tuple(
        Shortfall(saving.reference, one_line(saving.title), saving.variance or ZERO, rating_words(saving, year))
        for saving in worst
    )
