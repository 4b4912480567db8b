"""All that is shown of the trackers of several years: of one year or all, of one committee or all."""

from collections.abc import Container
from dataclasses import dataclass, replace

from model.money import add_up
from model.saving import Figure
from model.year import Year, committees_of
from model.years.forecasts import EarlierForecast, earlier_forecasts
from model.years.green import BehindGreen, prior_shortfalls, reprofiled
from model.years.sums import Sum, by_committee, by_period, by_rating, by_year
from model.years.table import LongTable, long_table
from model.years.trackers import KnownTracker, Trackers


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are looked at; blank is all."""

    year: str = ""
    committee: str = ""


ALL = Wanted()


@dataclass(frozen=True, slots=True)
class Listed:
    """A tracker in the list of those that were read, with its sums in £000; None where every cell is blank."""

    tracker: KnownTracker
    counted: bool
    lines: int
    plan: Figure
    forecast: Figure
    variance: Figure


@dataclass(frozen=True, slots=True)
class Overview:
    """What follows from the lines wanted.

    Attributes:
        listed: the trackers, counted or not, in order.
        table: the lines of those trackers, counted or not.
        by_period: each report by itself, in order.
        by_year: each year as last known; never one sum over several.
        reprofiled: Green with no variance, though the plan so far was missed.
        prior_shortfalls: Green, though prior years came to less than planned.
    """

    wanted: Wanted
    listed: tuple[Listed, ...]
    table: LongTable
    by_period: tuple[Sum, ...]
    by_year: tuple[Sum, ...]
    by_committee: tuple[Sum, ...]
    by_rating: tuple[Sum, ...]
    forecasts: tuple[EarlierForecast, ...]
    reprofiled: tuple[BehindGreen, ...]
    prior_shortfalls: tuple[BehindGreen, ...]


def overview(trackers: Trackers, wanted: Wanted = ALL) -> Overview:
    """Work out all of it for the lines wanted."""
    table = long_table(narrowed(trackers, wanted))
    counted = {tracker.name for tracker in table.trackers.counted}
    return Overview(
        wanted,
        tuple(_listed(tracker, counted) for tracker in table.trackers),
        table,
        by_period(table),
        by_year(table),
        tuple(one for one in by_committee(table) if wanted.committee in ("", one.group)),
        by_rating(table),
        tuple(one for one in earlier_forecasts(table) if one.lines or one.only_earlier or one.only_later),
        reprofiled(table),
        prior_shortfalls(table),
    )


def narrowed(trackers: Trackers, wanted: Wanted) -> Trackers:
    """Give the trackers of the year wanted, each with the lines of the committee wanted; which count stays so."""
    chosen = trackers.chosen | {clash.counted.name for clash in trackers.clashes}
    known = [tracker for tracker in trackers if wanted.year in ("", tracker.year)]
    if wanted.committee:
        known = [replace(tracker, content=_of_committee(tracker.content, wanted.committee)) for tracker in known]
    return replace(trackers, known=tuple(known), chosen=chosen)


def years(trackers: Trackers) -> tuple[str, ...]:
    """Give the years there are, in order; one that no tracker says is left out."""
    return tuple(dict.fromkeys(tracker.year for tracker in trackers if tracker.year))


def committees(trackers: Trackers) -> tuple[str, ...]:
    """Give the committees that any line names, in alphabetical order."""
    return tuple(sorted({name for tracker in trackers for name in tracker.content.committees}))


def _listed(tracker: KnownTracker, counted: Container[str]) -> Listed:
    lines = tracker.content.savings
    plan, forecast = add_up(one.plan_total for one in lines), add_up(one.forecast_total for one in lines)
    return Listed(tracker, tracker.name in counted, len(lines), plan, forecast, add_up(one.variance for one in lines))


def _of_committee(content: Year, committee: str) -> Year:
    return replace(content, savings=tuple(one for one in content if committee in committees_of(one.committee)))
