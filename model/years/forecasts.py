"""How good earlier forecasts were: what each quarter's tracker forecast, against what the year's last one knows."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from model.money import ZERO, round_percent, show_amount
from model.saving import Figure, Saving
from model.years.period import MONTHS
from model.years.table import LongTable
from model.years.trackers import KnownTracker

QUARTERS = (1, 2, 3)
Line = tuple[str, int]


@dataclass(frozen=True, slots=True)
class LineForecast:
    """One line's forecast of the year as it was and as it is last known, £000; None is blank, or not there.

    Attributes:
        line: the line's place in the later tracker, from 0; in the earlier one where the later does not have it.
    """

    line: int
    reference: str
    title: str
    then: Figure
    last: Figure

    @property
    def moved(self) -> Figure:
        """By how much less is saved than was forecast; negative where it is more, None where either is blank."""
        return None if self.then is None or self.last is None else self.last - self.then


@dataclass(frozen=True, slots=True)
class EarlierForecast:
    """The forecast at the end of a quarter against the last known figures of its year.

    Attributes:
        earlier: the tracker with the forecast, by its name here.
        later: the year's last tracker.
        is_outturn: whether the year had ended by then: otherwise the later figures are a forecast too.
        lines: the lines that both have, in the order of the later tracker.
        only_earlier: the lines that only the earlier tracker has.
        only_later: those that only the later one has.
    """

    year: str
    quarter: int
    earlier: str
    earlier_period: str
    later: str
    later_period: str
    is_outturn: bool
    lines: tuple[LineForecast, ...]
    only_earlier: tuple[LineForecast, ...] = ()
    only_later: tuple[LineForecast, ...] = ()

    @property
    def then(self) -> Decimal:
        """What the lines with both figures were forecast to save."""
        return sum((line.then or ZERO for line in self._known), ZERO)

    @property
    def last(self) -> Decimal:
        """What they save as last known."""
        return sum((line.last or ZERO for line in self._known), ZERO)

    @property
    def moved(self) -> Decimal:
        """By how much less they save in all than was forecast; negative where it is more."""
        return self.last - self.then

    @property
    def missed(self) -> Decimal:
        """By how much the lines missed their forecasts, whichever way: nothing makes up for another line."""
        return sum((abs(line.moved or ZERO) for line in self.lines), ZERO)

    @property
    def percent(self) -> Figure:
        """100 × moved ÷ |then|, to two places; None where nothing was forecast."""
        return round_percent(100 * self.moved / abs(self.then)) if self.then else None

    @property
    def right(self) -> int:
        """How many lines came to exactly what was forecast."""
        return sum(line.moved == 0 for line in self.lines)

    @property
    def all_then(self) -> Decimal:
        """What the whole earlier tracker forecasts."""
        return sum((line.then or ZERO for line in (*self.lines, *self.only_earlier)), ZERO)

    @property
    def all_last(self) -> Decimal:
        """What the whole later tracker knows."""
        return sum((line.last or ZERO for line in (*self.lines, *self.only_later)), ZERO)

    @property
    def left_out(self) -> str:
        """Say which lines are in no figure here, so that it can be reconciled with both trackers; blank for none."""
        unheld = [line for line in self.lines if line.moved is None]
        then = [line.then for line in (*unheld, *self.only_earlier) if line.then is not None]
        last = [line.last for line in (*unheld, *self.only_later) if line.last is not None]
        sides = ((self.earlier_period, then, self.all_then), (self.later_period, last, self.all_last))
        told = [
            f"{period}, {len(figures):,} line{'s' * (len(figures) != 1)} with {show_amount(sum(figures, ZERO))} "
            f"({show_amount(whole)} in all)"
            for period, figures, whole in sides
            if figures
        ]
        return f"Left out, as only one of the two reports has a forecast: {'; '.join(told)}." if told else ""

    @property
    def _known(self) -> Iterator[LineForecast]:
        return (line for line in self.lines if line.moved is not None)


def earlier_forecasts(table: LongTable) -> tuple[EarlierForecast, ...]:
    """Hold the forecasts at the end of quarters 1, 2 and 3 of each year against the year's last known figures.

    The forecast of a quarter is that of the first counted tracker after its end and before the next quarter's. A year
    whose last tracker is that very one says nothing of it, nor does a tracker whose period is not known. Lines are the
    same where their references are, in one year; of a reference on several lines, the first goes with the first.
    """
    counted = groupby(table.trackers.counted, key=lambda tracker: tracker.year)
    return tuple(found for _, year in counted for found in _of_year(tuple(year)))


def _of_year(trackers: tuple[KnownTracker, ...]) -> Iterator[EarlierForecast]:
    known = [tracker for tracker in trackers if tracker.period.month is not None]
    for quarter in QUARTERS:
        first = next((tracker for tracker in known[:-1] if tracker.period.quarters == quarter), None)
        if first is not None:
            yield _held_against(quarter, first, known[-1])


def _held_against(quarter: int, earlier: KnownTracker, later: KnownTracker) -> EarlierForecast:
    then, last = dict(_lines(earlier)), dict(_lines(later))
    lines = tuple(
        LineForecast(saving.line, saving.reference, saving.title, then[key].forecast_total, saving.forecast_total)
        for key, saving in last.items()
        if key in then
    )
    return EarlierForecast(
        later.year,
        quarter,
        earlier.name,
        earlier.period.words,
        later.name,
        later.period.words,
        is_outturn=(later.period.month or 0) >= MONTHS,
        lines=lines,
        only_earlier=tuple(_alone(saving, then=saving.forecast_total) for saving in _without(then, last)),
        only_later=tuple(_alone(saving, last=saving.forecast_total) for saving in _without(last, then)),
    )


def _lines(tracker: KnownTracker) -> Iterator[tuple[Line, Saving]]:
    """Give each line under its reference (its title where it has none) and how often that came before."""
    before: Counter[str] = Counter()
    for saving in tracker.content:
        name = (saving.reference or saving.title).strip().casefold()
        yield (name, before[name]), saving
        before[name] += 1


def _without(lines: Mapping[Line, Saving], others: Mapping[Line, Saving]) -> Iterator[Saving]:
    return (saving for key, saving in lines.items() if key not in others)


def _alone(saving: Saving, then: Figure = None, last: Figure = None) -> LineForecast:
    return LineForecast(saving.line, saving.reference, saving.title, then, last)
