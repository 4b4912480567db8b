"""How trackers beside each other share the room: the way they stand, and what gives way where there is little of it."""

LEAST_WIDTH, LEAST_HEIGHT = 800, 190
"""Room in which a tracker can be read beside another, and one above another."""
FOR_PANES, FOR_BAR = (800, 260), (500, 280)
"""Room of a tracker below which its panes give way; and below which its filter does."""


def stands_stacked(width: int, height: int, count: int) -> bool:
    """Tell whether so many trackers are read best one above the other: where they are too wide to stand abreast."""
    return width < count * LEAST_WIDTH and height >= count * LEAST_HEIGHT


def has_panes(width: int, height: int) -> bool:
    """Tell whether a tracker of this size has room for the pane of its current line."""
    return width >= FOR_PANES[0] and height >= FOR_PANES[1]


def has_bar(width: int, height: int) -> bool:
    """Tell whether a tracker of this size has room for its whole filter, which takes more rows where it is narrow."""
    return height >= (FOR_BAR[1] if width >= FOR_BAR[0] else 2 * FOR_BAR[1])
