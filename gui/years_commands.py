"""The commands of the Years menu: trackers beside one another, compared, and followed over the years."""

from gui.command import EDITABLE, SEVERAL, STANDS_BESIDE, YEARS, Command

YEARS_COMMANDS: tuple[Command, ...] = (
    Command(
        "open_beside",
        YEARS,
        "Open &beside…",
        "Open another tracker beside this one, to look at: another year, another period, a colleague's copy",
        ("Ctrl+B",),
    ),
    Command(
        "put_beside",
        YEARS,
        "&Put an open tracker beside…",
        "Put a tracker that is open in another tab beside this one, for viewing only",
    ),
    Command(
        "move_to_tab",
        YEARS,
        "&Move to a tab of its own",
        "Take this tracker from beside the other into a tab, in which it can be edited",
        (),
        STANDS_BESIDE,
    ),
    Command(
        "turn_beside",
        YEARS,
        "&One above the other",
        "Have trackers stand one above the other, or side by side",
        ("Ctrl+Shift+B",),
        SEVERAL,
        checked=True,
    ),
    Command(
        "tie_beside",
        YEARS,
        "&Tie scrolling and selection",
        "Have trackers beside each other follow line by line",
        ("Ctrl+T",),
        SEVERAL,
        checked=True,
    ),
    Command(
        "close_beside",
        YEARS,
        "C&lose those beside",
        "Close every tracker that stands beside this one",
        (),
        SEVERAL,
        ends_group=True,
    ),
    Command(
        "compare_with",
        YEARS,
        "&Compare with…",
        "Compare this tracker with another, line by line: another year, another period, a colleague's copy",
        ("Ctrl+Shift+K",),
    ),
    Command(
        "set_previous",
        YEARS,
        "Set the p&revious period…",
        "Name the tracker of the period before, from which directions of travel are computed",
    ),
    Command(
        "take_directions",
        YEARS,
        "Take the computed &directions",
        "Give every line the direction of travel that is computed since the previous period, as one change",
        (),
        EDITABLE,
    ),
    Command(
        "ask_tolerance",
        YEARS,
        "Tolera&nce of directions…",
        "By how much a variance may move and still be no change",
        ends_group=True,
    ),
    Command(
        "show_what_if",
        YEARS,
        "Under another &scheme…",
        "Look at this tracker under the RAG key of another year, as a what-if that is never saved",
    ),
)
