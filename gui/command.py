"""What a command of the window is: its menu, words, keys and tip, and when it can be used."""

from dataclasses import dataclass

ALWAYS, OPEN, EDITABLE, UNDO, REDO, LINE = "always", "open", "editable", "undo", "redo", "line"
OWN_TAB, STANDS_BESIDE, SEVERAL = "own tab", "stands beside", "several"
MENUS = ("&File", "&Edit", "&View", "&Tracker", "&Years", "&Help")
FILE, EDIT, VIEW, TRACKER, YEARS, HELP = MENUS


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        name: the method of an `...Acts` class that carries it out.
        keys: key sequences in Qt's words, native ones by the name of a standard key (`Save`).
        when: the state in which it can be used (see `states.in_use`).
        ends_group: whether a line is drawn below it in its menu.
        button: its words on the toolbar; blank where it has no button.
        checked: whether it is on or off.
        by_table: whether its keys are the table's own, so that they mean something else elsewhere.
    """

    name: str
    menu: str
    words: str
    tip: str
    keys: tuple[str, ...] = ()
    when: str = OPEN
    ends_group: bool = False
    button: str = ""
    checked: bool = False
    by_table: bool = False
