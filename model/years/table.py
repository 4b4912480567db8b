"""The long table: one row for each line of each tracker, exact amounts in £000, blanks as None."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from model.fields import Kind
from model.files.long_table import Lines
from model.rating import rating_of
from model.safe_csv import Cell
from model.saving import Direction, Saving
from model.years.columns import COLUMNS, FIELDS_OF_LINE, KEYS
from model.years.trackers import KnownTracker, Trackers


@dataclass(frozen=True)
class LongTable:
    """The lines of many trackers under `COLUMNS`.

    Attributes:
        trackers: where they come from.
        frame: the lines, in the order of the trackers; every column holds Python's own values, so that a `Decimal`
            stays exact and a blank is None, which is not 0.
    """

    trackers: Trackers
    frame: pd.DataFrame

    @property
    def counted(self) -> pd.DataFrame:
        """The lines of the trackers that are counted."""
        return self.frame[self.frame["counted"].astype(bool)]

    @property
    def last_known(self) -> pd.DataFrame:
        """The lines of the last known tracker of each year."""
        return self.frame[self.frame["last_known"].astype(bool)]

    def lines(self) -> Lines:
        """Give all lines as plain values, to be shown or written."""
        return Lines(COLUMNS, list(self.frame.itertuples(index=False, name=None)))


def long_table(trackers: Trackers) -> LongTable:
    """Put the lines of all trackers that were read into one table."""
    counted = {tracker.name for tracker in trackers.counted}
    last = {tracker.name for tracker in trackers.last_known}
    rows = [
        (*_of_tracker(tracker), tracker.name in counted, tracker.name in last, saving.line, *_of_line(tracker, saving))
        for tracker in trackers
        for saving in tracker.content
    ]
    return LongTable(trackers, pd.DataFrame(rows, columns=list(KEYS), dtype=object))


def _of_tracker(tracker: KnownTracker) -> tuple[Cell, ...]:
    period = tracker.period
    return tracker.name, tracker.content.sheet, tracker.year, period.words, period.month, period.quarters


def _of_line(tracker: KnownTracker, saving: Saving) -> Iterator[Cell]:
    for field in FIELDS_OF_LINE:
        if field.kind is Kind.RATING:
            yield rating_of(saving, tracker.content.scheme).name
        else:
            value = getattr(saving, field.key)
            yield value.value if isinstance(value, Direction) else value
