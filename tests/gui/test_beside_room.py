"""How trackers beside each other share the room: what stands where on which screen."""

import pytest

from gui.beside.room import has_bar, has_panes, stands_stacked


@pytest.mark.parametrize(
    ("width", "height", "count", "stacked"),
    [
        (1366, 600, 2, True),  # a usual laptop: 26 columns read best across the whole of it
        (1366, 600, 3, True),
        (1366, 600, 4, False),  # too low for four
        (1920, 900, 2, False),
        (1600, 900, 2, False),
        (1599, 900, 2, True),
        (683, 270, 2, False),  # a laptop at 200%: too low for two
        (683, 380, 2, True),
        (683, 379, 2, False),
        (1366, 600, 1, False),
    ],
)
def test_they_stand_as_is_read_best(width: int, height: int, count: int, stacked: bool) -> None:
    assert stands_stacked(width, height, count) is stacked


@pytest.mark.parametrize(
    ("width", "height", "pane"), [(800, 260, True), (799, 260, False), (800, 259, False), (1366, 190, False)]
)
def test_the_pane_gives_way_first(width: int, height: int, pane: bool) -> None:
    assert has_panes(width, height) is pane


@pytest.mark.parametrize(
    ("width", "height", "shown"),
    [(1366, 280, True), (500, 280, True), (1366, 279, False), (499, 560, True), (499, 559, False)],
)
def test_the_filter_gives_way_where_it_would_leave_few_lines(width: int, height: int, shown: bool) -> None:
    assert has_bar(width, height) is shown
