"""Plan against forecast by year, period, committee and rating: never one sum over several years."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pandas as pd

from model.lines_shown import rating_order
from model.money import add_up, round_percent
from model.saving import Figure
from model.year import committees_of
from model.years.period import MONTHS
from model.years.table import LongTable

Order = Callable[[Iterable[str]], list[str]]


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of some lines of one tracker, in £000; a figure of which every cell is blank is None, which is not 0.

    Attributes:
        tracker: the tracker's name here.
        month: to the end of which month of the year it speaks, 1 for April; None where it does not say.
        group: the committee or the rating; blank for lines that name none, and for all lines of a tracker.
        shared: how many of the lines stand in another group too, as those of two committees do.
    """

    tracker: str
    year: str
    period: str
    month: int | None
    group: str
    lines: int
    plan: Figure
    forecast: Figure
    variance: Figure
    shared: int = 0

    @property
    def percent(self) -> Figure:
        """100 × variance ÷ |plan|, to two places; None where the plan is zero or a figure is blank."""
        return round_percent(100 * self.variance / abs(self.plan)) if self.plan and self.variance is not None else None

    @property
    def is_outturn(self) -> bool:
        """Whether the year had ended: the forecast is what came of it."""
        return self.month is not None and self.month >= MONTHS


def by_period(table: LongTable) -> tuple[Sum, ...]:
    """Add up each counted tracker, in the order of years and periods."""
    return tuple(_sums(table.counted))


def by_year(table: LongTable) -> tuple[Sum, ...]:
    """Add up each year as its last tracker knows it."""
    return tuple(_sums(table.last_known))


def by_committee(table: LongTable) -> tuple[Sum, ...]:
    """Add up each committee of each year, as the year's last tracker knows it, in alphabetical order.

    A line of two committees is in the sum of each, so that these are not to be added up: `by_year` has the council's.
    """
    frame = table.last_known
    names = frame["committee"].map(committees_of)
    frame = frame.assign(group=names, shared=names.map(len) > 1).explode("group")
    frame["group"] = frame["group"].fillna("").astype(object)
    return tuple(_grouped(frame, lambda names: [*sorted(filter(None, names)), *([""] if "" in names else [])]))


def by_rating(table: LongTable) -> tuple[Sum, ...]:
    """Add up each rating of each year, as that year's last tracker rates its lines: no year is rated again."""
    frame = table.last_known
    return tuple(_grouped(frame.assign(group=frame["rating"], shared=False), rating_order))


def _grouped(frame: pd.DataFrame, order: Order) -> Iterator[Sum]:
    for _, lines in frame.groupby("tracker", sort=False):
        by_name = {str(name): group for name, group in lines.groupby("group", sort=False)}
        for name in order(by_name):
            yield _sum(by_name[name], name, int(by_name[name]["shared"].sum()))


def _sums(frame: pd.DataFrame) -> Iterator[Sum]:
    for _, lines in frame.groupby("tracker", sort=False):
        yield _sum(lines)


def _sum(lines: pd.DataFrame, group: str = "", shared: int = 0) -> Sum:
    tracker, year, period, month = (lines.iloc[0][key] for key in ("tracker", "year", "period", "month"))
    plan, forecast, variance = (add_up(lines[key]) for key in ("plan_total", "forecast_total", "variance"))
    return Sum(tracker, year, period, month, group, len(lines), plan, forecast, variance, shared)
