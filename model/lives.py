"""The lives of the savings in a folder of trackers: one tracker for each year and period, in their order."""

from collections.abc import Iterable
from dataclasses import replace

from model.life import Known, Lives
from model.lineage import NO_DECISIONS, Decisions
from model.years import KnownTracker


def lives_of(trackers: Iterable[KnownTracker], decisions: Decisions = NO_DECISIONS) -> Lives:
    """Give the lives of all savings, the place of each tracker being its place among these.

    Args:
        trackers: those that are counted (`Trackers.counted`), in order.
        decisions: what was decided about savings of any of them.
    """
    return Lives((_known(tracker) for tracker in trackers), decisions)


def _known(tracker: KnownTracker) -> Known:
    """Take the year that the tracker's file or folder says where the tracker itself says none."""
    return Known(replace(tracker.content, year=tracker.year), tracker.period.quarters)
