"""What stands behind a Green: plans missed so far with no variance, and shortfalls of prior years."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

import pandas as pd

from model.fields import FORECAST_QUARTERS, PLAN_QUARTERS
from model.money import ZERO
from model.rag import GREEN
from model.saving import Figure
from model.years.table import LongTable

Row = dict[Hashable, Any]
Measure = Callable[[Row], tuple[Decimal, Decimal] | None]


@dataclass(frozen=True, slots=True)
class GreenLine:
    """A Green line with a gap that its rating does not show, in £000.

    Attributes:
        plan: what was planned: of the quarters that have ended, or of prior years.
        reached: what is forecast of those quarters, or was achieved in prior years.
    """

    line: int
    reference: str
    title: str
    plan: Decimal
    reached: Decimal

    @property
    def short(self) -> Decimal:
        """How far it is short of plan; negative where more was saved than planned."""
        return self.reached - self.plan


@dataclass(frozen=True, slots=True)
class BehindGreen:
    """The Green lines with such a gap in one tracker.

    Attributes:
        tracker: the tracker's name here.
        quarters: how many quarters of the year had ended; None where it does not say.
    """

    tracker: str
    year: str
    period: str
    quarters: int | None
    lines: tuple[GreenLine, ...]

    @property
    def short(self) -> Decimal:
        """How far they are short in all, £000: what one saved beyond its plan counts against another's shortfall."""
        return sum((line.short for line in self.lines), ZERO)


def reprofiled(table: LongTable) -> tuple[BehindGreen, ...]:
    """Find the Green lines with no variance although the plan of the quarters that have ended was missed.

    The whole year's plan is still forecast, so that what is missing so far has moved into later quarters. Every
    counted tracker is looked at, as it rates its lines. Nothing is said of a tracker whose period is not known, before
    the first quarter has ended or after the last, nor of a line with a planned quarter whose forecast is blank.
    """
    frame = table.counted
    frame = frame[_is_green(frame) & (frame["variance"] == ZERO) & frame["quarters"].isin((1, 2, 3))]
    return tuple(_by_tracker(frame, _to_date, lambda line: line.short > 0))


def prior_shortfalls(table: LongTable) -> tuple[BehindGreen, ...]:
    """Find the Green lines whose prior years came to less, or more, than was planned for them.

    The rating speaks of the current year alone. Each year is taken as its last tracker knows it.
    """
    frame = table.last_known
    return tuple(_by_tracker(frame[_is_green(frame)], _prior, lambda line: line.short != 0))


def _is_green(frame: pd.DataFrame) -> "pd.Series[bool]":
    return frame["rating"].map(lambda rating: str(rating).casefold() == GREEN.casefold()).astype(bool)


def _by_tracker(frame: pd.DataFrame, measure: Measure, wanted: Callable[[GreenLine], bool]) -> Iterator[BehindGreen]:
    for _, rows in groupby(frame.to_dict("records"), key=lambda row: row["tracker"]):
        lines = []
        for row in rows:
            figures = measure(row)
            line = figures and GreenLine(row["line"], row["reference"], row["title"], *figures)
            if line and wanted(line):
                lines.append(line)
        if lines:
            yield BehindGreen(row["tracker"], row["year"], row["period"], row["quarters"], tuple(lines))


def _to_date(row: Row) -> tuple[Decimal, Decimal] | None:
    """Give plan and forecast of the quarters that have ended; None where a forecast is blank against a plan."""
    pairs = [(row[plan], row[forecast]) for plan, forecast in zip(PLAN_QUARTERS, FORECAST_QUARTERS, strict=True)]
    ended = pairs[: row["quarters"]]
    if any(plan and forecast is None for plan, forecast in ended):
        return None
    return sum((plan or ZERO for plan, _ in ended), ZERO), sum((forecast or ZERO for _, forecast in ended), ZERO)


def _prior(row: Row) -> tuple[Decimal, Decimal] | None:
    plan: Figure = row["plan_prior"]
    achieved: Figure = row["achieved_prior"]
    return None if plan is None or achieved is None else (plan, achieved)
