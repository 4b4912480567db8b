"""How trackers beside each other share the room: the way they stand, and what gives way where there is little of it."""

LEAST_WIDTH, LEAST_HEIGHT = 800, 190
"""Room in which a tracker can be read beside another, and one above another."""
FOR_PANE, FOR_BAR = (800, 260), 240
"""Room of a tracker, below which its pane gives way; and the height that the filter must leave."""


def stands_stacked(width: int, height: int, count: int) -> bool:
    """Tell whether so many trackers are read best one above the other: where they are too wide to stand abreast."""
    return width < count * LEAST_WIDTH and height >= count * LEAST_HEIGHT


def has_pane(width: int, height: int) -> bool:
    """Tell whether a tracker of this size has room for the pane of its current line."""
    return width >= FOR_PANE[0] and height >= FOR_PANE[1]


def has_bar(height: int, bar: int) -> bool:
    """Tell whether a tracker of this height has room for its filter."""
    return height - bar >= FOR_BAR
