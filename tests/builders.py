"""Savings and years for tests, with only what a test speaks of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from model.fields import FIELDS, FORECAST_QUARTERS, PLAN_QUARTERS
from model.rag import AMBER, GREEN, RED, Scheme, SizeBand, Threshold
from model.rating import Rating, rating_of
from model.saving import Saving
from model.tracker import Tracker
from model.year import Column, Year

QUARTER_1 = datetime(2020, 7, 10, 9, 30, tzinfo=UTC)
A_SCHEME = Scheme(
    "2020-21",
    (
        SizeBand(
            "Over £500k",
            Decimal(500),
            included=False,
            thresholds=(
                Threshold(RED, Decimal(19), included=False),
                Threshold(AMBER, Decimal(14), included=True),
            ),
            rest=GREEN,
        ),
        SizeBand(
            "£500k and under",
            Decimal(0),
            included=True,
            thresholds=(Threshold(AMBER, Decimal(19), included=True),),
            rest=GREEN,
        ),
    ),
)

Amounts = Sequence[int | str | Decimal | None]


def amounts(figures: Amounts) -> list[Decimal | None]:
    """Give figures in £000 as the program holds them."""
    return [None if figure is None else Decimal(figure) for figure in figures]


def figures(*amounts_given: int | str | Decimal | None) -> tuple[Decimal | None, ...]:
    """Give several amounts or percentages to compare with, in £000."""
    return tuple(amounts(amounts_given))


def a_saving(
    reference: str = "A/R.6.001",
    plan: Amounts = (-25,) * 4,
    forecast: Amounts = (-25,) * 4,
    **more: Any,
) -> Saving:
    """Give a saving by its quarters in £000; everything else by the names of `Saving`."""
    quarters = dict(zip(PLAN_QUARTERS + FORECAST_QUARTERS, amounts([*plan, *forecast]), strict=True))
    return Saving(line=0, reference=reference, title="A saving").but(**quarters, **more)


def a_year(*savings: Saving, scheme: Scheme | None = None, **more: Any) -> Year:
    """Give a year of some savings, numbered in their order, under a layout of all fields."""
    layout = tuple(Column(field.key, field.heading, field.band or "") for field in FIELDS)
    lines = tuple(saving.but(line=line) for line, saving in enumerate(savings))
    return replace(Year(title="Savings Tracker", layout=layout, scheme=scheme, savings=lines), **more)


def a_tracker(*savings: Saving, scheme: Scheme | None = None, **more: Any) -> Tracker:
    """Give a tracker of some savings, kept by an officer at a time that stands still."""
    return Tracker(a_year(*savings, scheme=scheme, **more), who="M. Officer", clock=lambda: QUARTER_1)


def rating(tracker: Tracker, line: int = 0) -> Rating:
    """Give the rating that stands on a line."""
    return rating_of(tracker.year.savings[line], tracker.year.scheme)
