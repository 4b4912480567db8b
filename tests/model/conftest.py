"""What tests of editing get: whatever they did to a tracker is undone and done again after them."""

from collections.abc import Callable, Iterator

import pytest

from model.totals import Totals
from model.tracker import Tracker


def assert_totals_are_exact(tracker: Tracker) -> None:
    """The totals that moved with the edits are those of the lines added up anew."""
    anew = Totals(tracker.year, tracker.year.scheme)
    assert tracker.totals().as_figures() == anew.as_figures()
    assert +tracker.totals().ratings == +anew.ratings
    assert tracker.totals().lines == anew.lines


@pytest.fixture
def back_and_forth() -> Iterator[Callable[[Tracker], Tracker]]:
    """Takes a tracker into care: after the test, undoing gives its start and redoing its end."""
    taken: list[tuple[Tracker, object]] = []

    def care(tracker: Tracker) -> Tracker:
        assert not tracker.history.done, "take the tracker into care before it is edited"
        tracker.totals()
        taken.append((tracker, tracker.year))
        return tracker

    yield care
    for tracker, start in taken:
        end, unsaved, steps = tracker.year, tracker.history.unsaved, len(tracker.history.done)
        assert_totals_are_exact(tracker)
        while tracker.undo():
            assert_totals_are_exact(tracker)
        assert tracker.year == start
        for _ in range(steps):
            assert tracker.redo()
        assert tracker.year == end
        assert tracker.history.unsaved == unsaved
        assert_totals_are_exact(tracker)
