"""The table of commands: complete, and without a clash."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from gui.commands import COMMANDS, MENUS, Command
from gui.menus import keys_of
from gui.states import in_use


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_has_words_a_tip_and_a_menu(command: Command) -> None:
    assert command.words
    assert command.tip.endswith(tuple("abcdefghijklmnopqrstuvwxyz0123456789"))
    assert command.menu in MENUS


def test_no_two_commands_share_a_key(qtbot: QtBot) -> None:
    del qtbot
    keys = Counter(key.toString() for command in COMMANDS for key in keys_of(command))
    assert [key for key, count in keys.items() if count > 1] == []


def test_standard_keys_are_the_systems(qtbot: QtBot) -> None:
    del qtbot
    save = next(command for command in COMMANDS if command.name == "save")
    assert QKeySequence("Ctrl+S") in keys_of(save)


def test_no_two_commands_of_a_menu_share_a_letter() -> None:
    letters = Counter(
        (command.menu, command.words[command.words.index("&") + 1].casefold())
        for command in COMMANDS
        if "&" in command.words
    )
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_without_a_tracker_only_what_needs_none_can_be_used() -> None:
    usable = {command.name for command in COMMANDS if in_use(command.when, None)}
    assert usable == {"open_file", "open_example", "quit", "show_keys", "about"}
