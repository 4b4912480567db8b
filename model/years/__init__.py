"""Trackers of several years and periods: read from folders, held as one long table, looked at in sums.

Reading needs no pandas, which takes half a second to load: `long_table` and what works on it do, and are imported
from their own files (`model.years.table`, `.sums`, `.forecasts`, `.green`, `.export`).
"""

from model.years.period import Period
from model.years.reading import NoTrackers, Progress, in_order, read_trackers
from model.years.search import LeftOut
from model.years.trackers import Clash, KnownTracker, Trackers

__all__ = [
    "Clash",
    "KnownTracker",
    "LeftOut",
    "NoTrackers",
    "Period",
    "Progress",
    "Trackers",
    "in_order",
    "read_trackers",
]
