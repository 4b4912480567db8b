"""Menus, keys and toolbar made from the table of commands."""

import re
from collections.abc import Callable, Mapping
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from gui.command import MENUS, Command
from gui.commands import COMMANDS

MAIN_BUTTON = "show_appendix"
AT_FAR_END = ("export", MAIN_BUTTON)
MOST_TOLD = 2
RARE = re.compile(r"Backspace|\bF(1[3-9]|[23]\d)$|^[A-Z][a-z]{3,}$")
"""Keys of old systems, of keyboards with more than twelve, and those with a word on them, such as Undo."""


def make_actions(window: QMainWindow, acts: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """Make an action of each command, by its name, and put it into its menu."""
    menus = {words: window.menuBar().addMenu(words) for words in MENUS}
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        action = _action(command, window, acts[command.name])
        actions[command.name] = action
        menus[command.menu].addAction(action)
        if command.ends_group:
            menus[command.menu].addSeparator()
    return actions


def keys_of(command: Command) -> list[QKeySequence]:
    """Give a command's keys on this system: a standard key by its name, another as written.

    On some systems a standard key has a second one that is another command's here: Ctrl+D deletes there. The first
    is what menus show, so the rare ones come last.
    """
    keys: list[QKeySequence] = []
    for name in command.keys:
        standard = _standard(name)
        others = [] if standard is None else QKeySequence.keyBindings(standard)
        keys += [QKeySequence(name)] if standard is None else [key for key in others if key not in _written()]
    return sorted(dict.fromkeys(keys), key=lambda key: bool(RARE.search(key.toString())))


def keys_told(command: Command) -> list[QKeySequence]:
    """Give the keys of a command that are worth telling: not those that few keyboards have or few people know."""
    keys = [key for key in keys_of(command) if not RARE.search(key.toString())]
    return keys[:MOST_TOLD]


def _standard(name: str) -> QKeySequence.StandardKey | None:
    return getattr(QKeySequence.StandardKey, name, None)


def _written() -> list[QKeySequence]:
    """The keys that some command has as written."""
    return [QKeySequence(name) for command in COMMANDS for name in command.keys if _standard(name) is None]


def menu_of(window: QMainWindow, words: str) -> QMenu:
    """Give one of the window's menus by its words."""
    found = next(action.menu() for action in window.menuBar().actions() if action.text() == words)
    return cast("QMenu", found)


def make_toolbar(window: QMainWindow, actions: Mapping[str, QAction]) -> QToolBar:
    """Put the commands that have a button on a toolbar, what goes out of the tracker at its far end."""
    bar = QToolBar("Commands", window)
    bar.setObjectName("commandBar")
    bar.setMovable(False)
    buttons = [command for command in COMMANDS if command.button]
    for command in sorted(buttons, key=lambda command: command.name in AT_FAR_END):
        if command.name == AT_FAR_END[0]:
            bar.addWidget(_stretch())
        bar.addWidget(_button(command, actions[command.name]))
    window.addToolBar(bar)
    return bar


def _action(command: Command, window: QMainWindow, act: Callable[[], None]) -> QAction:
    action = QAction(command.words, window)
    action.setObjectName(command.name)
    action.setShortcuts(keys_of(command))
    if command.by_table:
        # Shown in the menu, and pressed in the table alone: Delete in a text deletes a character.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setToolTip(command.tip)
    action.setStatusTip(command.tip)
    action.setCheckable(command.checked)
    action.setMenuRole(QAction.MenuRole.QuitRole if command.name == "quit" else QAction.MenuRole.NoRole)
    action.triggered.connect(lambda _checked=False: act())
    return action


def _button(command: Command, action: QAction) -> QToolButton:
    button = QToolButton()
    button.setText(command.button)
    button.setObjectName(f"{command.name}Button")
    button.setToolTip(f"{command.tip} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
    button.setAccessibleName(command.words.replace("&", "").removesuffix("…"))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setProperty("main", command.name == MAIN_BUTTON)
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button


def _stretch() -> QWidget:
    gap = QWidget()
    gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return gap
