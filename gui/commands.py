"""Every command of the window, as data: menu, words, keys, tip, when it can be used and what carries it out."""

from gui.command import ALWAYS, EDIT, EDITABLE, FILE, HELP, LINE, OWN_TAB, REDO, TRACKER, UNDO, VIEW, Command
from gui.years_commands import YEARS_COMMANDS

ON_CELLS = (
    *("cut", "copy", "paste", "fill_down", "fill_right", "clear_cells"),
    *("sort_by_column", "edit_commentary", "review_rating"),
)
"""Commands that a right click on cells offers."""

COMMANDS: tuple[Command, ...] = (
    Command(
        "open_file",
        FILE,
        "&Open…",
        "Open a tracker: a spreadsheet or the text of a paper",
        ("Open",),
        ALWAYS,
        button="Open",
    ),
    Command(
        "open_example", FILE, "Open the exa&mple", "Open the example tracker of 2020-21", (), ALWAYS, ends_group=True
    ),
    Command("save", FILE, "&Save", "Save into the workbook, or as a new one", ("Save",), button="Save"),
    Command("save_as", FILE, "Save &as…", "Save as a new workbook and go on with it", ("Ctrl+Shift+S",), OWN_TAB),
    Command(
        "export",
        FILE,
        "&Export workbook…",
        "Write a new workbook in the council's format",
        ("Ctrl+Shift+E",),
        button="Export workbook",
    ),
    Command(
        "export_with_log",
        FILE,
        "Export with change &log…",
        "Write a new workbook with what was changed here on a sheet of its own",
    ),
    Command(
        "show_appendix",
        FILE,
        "Committee a&ppendix…",
        "Look at, print and save the appendix for a committee",
        ("Print",),
        ends_group=True,
        button="Committee appendix",
    ),
    Command(
        "choose_backups",
        FILE,
        "Copies of replaced &versions…",
        "Choose where the version that a save replaces is kept",
        (),
        ALWAYS,
    ),
    Command("close_tracker", FILE, "&Close tracker", "Close this tracker", ("Close",)),
    Command("quit", FILE, "&Quit", "Close every tracker and leave", ("Quit", "Ctrl+Q"), ALWAYS),
    Command("undo", EDIT, "&Undo", "Take the last change back", ("Undo",), UNDO, button="Undo"),
    Command(
        "redo", EDIT, "&Redo", "Do again what was taken back", ("Redo", "Ctrl+Y"), REDO, ends_group=True, button="Redo"
    ),
    Command("cut", EDIT, "Cu&t", "Copy the selected cells and empty them", ("Cut",), EDITABLE),
    Command("copy", EDIT, "&Copy", "Copy the selected cells, for any spreadsheet program", ("Copy",)),
    Command("paste", EDIT, "&Paste", "Paste cells at the current cell, as one change", ("Paste",), EDITABLE),
    Command("fill_down", EDIT, "Fill &down", "Repeat the top cells of the selection below them", ("Ctrl+D",), EDITABLE),
    Command(
        "fill_right", EDIT, "Fill ri&ght", "Repeat the left cells of the selection beside them", ("Ctrl+R",), EDITABLE
    ),
    Command(
        "clear_cells",
        EDIT,
        "C&lear cells",
        "Empty the selected cells; blank is not 0",
        ("Delete",),
        EDITABLE,
        by_table=True,
    ),
    Command(
        "select_all", EDIT, "Select &all", "Select every cell, or all of the text", ("SelectAll",), ends_group=True
    ),
    Command("find", EDIT, "&Find", "Find text in any field", ("Find",)),
    Command("go_to", EDIT, "G&o to reference…", "Go to the line of a reference", ("Ctrl+G",)),
    Command("next_finding", EDIT, "&Next finding", "Go to the next line with a finding", ("F8",)),
    Command(
        "show_all", VIEW, "Show &all lines", "Clear the filter and keep the tracker's own order", ("Ctrl+Shift+A",)
    ),
    Command(
        "sort_by_column",
        VIEW,
        "&Sort by this column",
        "Sort by the current column: upwards, downwards, then the tracker's own order again",
        ("Ctrl+Shift+O",),
    ),
    Command("choose_columns", VIEW, "C&olumns…", "Choose which columns are shown", (), ends_group=True),
    Command(
        "toggle_pane", VIEW, "&Commentary pane", "Show or hide the pane of the current line", ("F9",), checked=True
    ),
    Command("toggle_findings", VIEW, "&Findings pane", "Show or hide the list of findings", ("F7",), checked=True),
    Command("next_part", VIEW, "&Next part", "Go on to the filter, the table, the commentary or the findings", ("F6",)),
    Command("previous_part", VIEW, "Pre&vious part", "Go back among the same", ("Shift+F6",)),
    Command("next_tracker", VIEW, "Next &tracker", "Go on to the next tracker that is open", ("Ctrl+Tab", "Ctrl+F6")),
    Command(
        "previous_tracker",
        VIEW,
        "P&revious tracker",
        "Go back to the tracker before",
        ("Ctrl+Shift+Tab", "Ctrl+Shift+F6"),
        ends_group=True,
    ),
    Command(
        "edit_commentary",
        TRACKER,
        "Edit &commentary",
        "Put the keyboard into the commentary of this line",
        ("Ctrl+E",),
        LINE,
    ),
    Command(
        "review_rating",
        TRACKER,
        "&Review or override rating…",
        "Judge this line's rating, with a reason",
        ("Ctrl+Shift+R",),
        LINE,
    ),
    Command(
        "follow_scheme",
        TRACKER,
        "&Let the rating follow",
        "Take an override back: the scheme rates this line again",
        (),
        LINE,
        ends_group=True,
    ),
    Command("adopt_scheme", TRACKER, "&Adopt a RAG scheme…", "Rate this tracker by a scheme from now on", (), EDITABLE),
    Command("show_key", TRACKER, "Show the RAG &key", "How this tracker's ratings come about", ("F1",)),
    Command(
        "show_log",
        TRACKER,
        "C&hange log…",
        "Who changed what, when and why",
        ("Ctrl+L",),
        ends_group=True,
    ),
    Command(
        "unlock_plan",
        TRACKER,
        "&Unlock plan figures…",
        "Let plan figures be typed, with a reason for the log",
        (),
        EDITABLE,
        checked=True,
    ),
    Command(
        "toggle_viewing",
        TRACKER,
        "&Viewing only",
        "Open to look at, so that nothing can be changed",
        (),
        OWN_TAB,
        checked=True,
    ),
    *YEARS_COMMANDS,
    Command("show_keys", HELP, "&Keys", "The keys of every command", ("Ctrl+F1",), ALWAYS),
    Command("about", HELP, "&About Savings Tracker", "Version, licence and where the log is", (), ALWAYS),
)
