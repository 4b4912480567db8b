"""The previous period of a tracker, set without a window: as the window sets it, with what the officer has decided."""

from model.kept_lineage import KeptLineage
from model.previous_period import KeptTolerance, SamePeriod, check_earlier, one_to_one
from model.tracker import Tracker
from model.year import Year


def set_checked(tracker: Tracker, previous: Year, name: str) -> None:
    """Set the previous period of a tracker, so that its findings tell of directions that the figures contradict.

    Args:
        name: how a refusal calls the previous one.

    Raises:
        SamePeriod: it is the tracker itself.
        OtherYear: it is of another year.
        LaterPeriod: it is of a later period.
    """
    if previous.digest == tracker.year.digest:
        raise SamePeriod
    check_earlier(previous, tracker.year, name)
    pairs = one_to_one(previous, tracker.year, KeptLineage().decisions)
    tracker.set_previous(previous, pairs, KeptTolerance().amount)
