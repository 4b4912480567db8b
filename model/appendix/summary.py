"""What a committee looks at first: planned, forecast, how much is delivered, the ratings, the largest shortfalls."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.appendix.words import NOT_RATED, bare_period, one_line, rating_words
from model.money import ZERO
from model.rag import AMBER, BLACK, BLUE, GREEN, RED
from model.saving import Figure, Saving
from model.totals import Totals
from model.year import Year

MOST_SHORTFALLS = 3
WORST_FIRST = (BLACK, RED, AMBER, GREEN, BLUE)

Part = tuple[Sequence[Saving], Year]
"""Some savings of a year."""


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
    """What has changed since an earlier tracker, in £000, and for how many savings.

    Attributes:
        worse: how many savings of both are rated worse now; `better` likewise.
    """

    period: str
    forecast: Decimal
    variance: Decimal
    worse: int
    better: int
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


def movement_of(now: Part, then: Part) -> Movement:
    """Compare savings with those of an earlier tracker of the same year, by reference."""
    here, there = Totals(now[0]), Totals(then[0])
    ratings, earlier = _ratings_by_reference(*now), _ratings_by_reference(*then)
    steps = _steps(ratings, earlier)
    return Movement(
        period=bare_period(then[1].period),
        forecast=(here.forecast_total or ZERO) - (there.forecast_total or ZERO),
        variance=(here.variance or ZERO) - (there.variance or ZERO),
        worse=sum(step < 0 for step in steps),
        better=sum(step > 0 for step in steps),
        new=len(ratings.keys() - earlier),
        gone=len(earlier.keys() - ratings),
    )


def _ratings_by_reference(savings: Sequence[Saving], year: Year) -> dict[str, str]:
    return {saving.reference: rating_words(saving, year) for saving in savings}


def _steps(now: Mapping[str, str], then: Mapping[str, str]) -> list[int]:
    """Give by how many ranks each rating went up, where both are known; below 0 where it got worse."""
    pairs = ((now[reference], then[reference]) for reference in now.keys() & then)
    return [_rank(here) - _rank(there) for here, there in pairs if {here, there} <= set(WORST_FIRST)]


def _rank(rating: str) -> int:
    """Rank ratings from the worst; those that we do not know come last."""
    return WORST_FIRST.index(rating) if rating in WORST_FIRST else len(WORST_FIRST)


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
    return _rank(name) + (name == NOT_RATED), name


def _shortfalls(short: Sequence[Saving], year: Year) -> tuple[Shortfall, ...]:
    worst = sorted(short, key=lambda saving: -(saving.variance or ZERO))[:MOST_SHORTFALLS]
    return tuple(
        Shortfall(saving.reference, one_line(saving.title), saving.variance or ZERO, rating_words(saving, year))
        for saving in worst
    )
