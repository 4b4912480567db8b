"""When a command can be used, whether it is on, and its words now: told from the tracker in front and its desk."""

from collections.abc import Mapping

from PySide6.QtGui import QAction

from gui.beside import Desk
from gui.command import ALWAYS, EDITABLE, LINE, OPEN, OWN_TAB, REDO, SEVERAL, STANDS_BESIDE, UNDO, Command
from gui.commands import COMMANDS
from gui.tracker_tab import TrackerTab
from model.history import Step


def show_states(actions: Mapping[str, QAction], desk: Desk | None) -> None:
    """Show of every command whether it can be used, whether it is on, and what it would do."""
    tab = None if desk is None else desk.front
    for command in COMMANDS:
        action = actions[command.name]
        action.setEnabled(in_use(command.when, desk))
        action.setText(words_now(command, tab))
        if command.checked:
            action.setChecked(is_checked(command.name, desk))


def in_use(when: str, desk: Desk | None) -> bool:
    """Tell whether commands of a state can be used now."""
    if desk is None or when in (ALWAYS, OPEN):
        return when == ALWAYS or desk is not None
    tab = desk.front
    history, editable = tab.tracker.history, not tab.tracker.viewing
    states = {
        EDITABLE: editable,
        LINE: editable and tab.line is not None,
        UNDO: editable and (history.next_undo is not None or tab.pane.typing),
        REDO: editable and history.next_redo is not None,
        OWN_TAB: tab.document.beside is None,
        STANDS_BESIDE: tab.document.beside is not None,
        SEVERAL: len(desk.tabs) > 1,
    }
    return states[when]


def is_checked(name: str, desk: Desk | None) -> bool:
    """Tell whether a command that is on or off is on."""
    if desk is None:
        return False
    tab = desk.front
    states = {
        "toggle_pane": not tab.pane.isHidden(),
        "toggle_findings": not tab.findings.isHidden(),
        "unlock_plan": bool(tab.tracker.plan_reason),
        "toggle_viewing": tab.tracker.viewing,
        "turn_beside": desk.stacked and len(desk.tabs) > 1,
        "tie_beside": desk.tie.on,
    }
    return states[name]


def words_now(command: Command, tab: TrackerTab | None) -> str:
    """Give a command's words; Undo and Redo name what they would do."""
    if tab is None or command.name not in ("undo", "redo"):
        return command.words
    history = tab.tracker.history
    step: Step | None = history.next_undo if command.name == "undo" else history.next_redo
    return f"{command.words} {step.words}".replace(" &", " &&") if step else command.words
