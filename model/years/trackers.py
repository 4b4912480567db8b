"""The trackers of several years and periods, in order; of those of one year and period, one is counted."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from itertools import groupby
from pathlib import Path

from model.refusals import Refusal
from model.year import Year
from model.years.period import SAYS_NOTHING, Period
from model.years.search import LeftOut

NO_YEAR = "It does not say of which year it is, so that it comes after those that do."


_OF_APPENDIX = {"Planned saving (£000)", "Forecast saving (£000)"}
"""Headings of a workbook for publication, with the unit in them: no tracker prints both."""


class NoSuchTracker(Refusal):
    """A name that none of the trackers has."""

    def __init__(self, name: str) -> None:
        super().__init__(f"None of the trackers that were read is called “{name}”. Give a name as it is listed.")


@dataclass(frozen=True, slots=True)
class KnownTracker:
    """A tracker that was read.

    Attributes:
        name: what it is called here, unlike any other: its file's name, with its folder or sheet where that is needed.
        year: its financial year, such as `2017-18`; blank where nothing says it.
        modified: when its file was last changed.
    """

    name: str
    path: Path
    content: Year
    year: str
    period: Period
    modified: datetime

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know of its place among the others, in sentences."""
        no_year = () if self.year else (NO_YEAR,)
        return no_year if self.period.month is not None else (*no_year, SAYS_NOTHING)

    @property
    def is_appendix(self) -> bool:
        """Whether it is a workbook for publication, written from a tracker: it may hold one committee's lines alone."""
        return _OF_APPENDIX.issubset(column.heading.strip() for column in self.content.layout)

    @property
    def when(self) -> str:
        """Its year and period in words."""
        return ", ".join(filter(None, (self.year, self.period.words))) or "No year or period"

    @property
    def order(self) -> tuple[bool, str, tuple[int, int]]:
        """Where it comes: by year, and in it by period; what is not known comes last."""
        return not self.year, self.year, self.period.place


@dataclass(frozen=True, slots=True)
class Clash:
    """Trackers of one year and period, of which only one is counted in any sum."""

    trackers: tuple[KnownTracker, ...]
    counted: KnownTracker

    @property
    def sentence(self) -> str:
        """Say which one is counted, and what to do if that is the wrong one."""
        names = ", ".join(f"“{tracker.name}”" for tracker in self.trackers)
        alike = "do not say of which year and period they are"
        if self.counted.year:
            alike = "do not say of which period they are" if self.counted.notes else "are of the same year and period"
        return (
            f"{self.counted.when}: {names} {alike}. Only “{self.counted.name}” is counted; "
            "choose another where that is the wrong one."
        )


@dataclass(frozen=True)
class Trackers:
    """What a folder holds.

    Attributes:
        known: the trackers in the order of their years and periods, those that are not counted among them.
        not_read: the files that could not be read, and why.
        left_out: the copies and folders that were not tried, and why.
        chosen: the names of those that the officer has chosen to count where there are several.
    """

    known: tuple[KnownTracker, ...]
    not_read: tuple[LeftOut, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    chosen: frozenset[str] = field(default_factory=frozenset)

    def __iter__(self) -> Iterator[KnownTracker]:
        """Walk the trackers in their order."""
        return iter(self.known)

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """The years and periods of which there are several trackers, each with the one that is counted."""
        groups = (tuple(group) for _, group in groupby(self.known, key=lambda tracker: tracker.order))
        return tuple(Clash(group, self._counted_of(group)) for group in groups if len(group) > 1)

    @cached_property
    def counted(self) -> tuple[KnownTracker, ...]:
        """The trackers that are counted, one for each year and period."""
        left = {tracker.name for clash in self.clashes for tracker in clash.trackers if tracker is not clash.counted}
        return tuple(tracker for tracker in self.known if tracker.name not in left)

    @cached_property
    def last_known(self) -> tuple[KnownTracker, ...]:
        """The last counted tracker of each year; one that says no period only where the year has no other."""
        years = groupby(self.counted, key=lambda tracker: tracker.year)
        return tuple(max(year, key=_how_late) for _, year in years)

    def counting(self, name: str) -> "Trackers":
        """Count another tracker of its year and period, by its name.

        Raises:
            NoSuchTracker: none is called so.
        """
        if name not in {tracker.name for tracker in self}:
            raise NoSuchTracker(name)
        beside = next((clash.trackers for clash in self.clashes if name in {one.name for one in clash.trackers}), ())
        return replace(self, chosen=(self.chosen - {tracker.name for tracker in beside}) | {name})

    def _counted_of(self, group: tuple[KnownTracker, ...]) -> KnownTracker:
        """Give the one that the officer chose, else the one changed last, a tracker before any appendix of it."""
        return max(group, key=lambda one: (one.name in self.chosen, not one.is_appendix, one.modified))


def _how_late(tracker: KnownTracker) -> tuple[bool, tuple[int, int]]:
    return tracker.period.month is not None, tracker.period.place
