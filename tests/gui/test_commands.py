"""The table of commands: complete, and without a clash."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from gui.command import MENUS, Command
from gui.commands import COMMANDS
from gui.menus import keys_of, keys_told
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


def test_a_menu_shows_a_key_that_keyboards_have(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    del qtbot
    monkeypatch.setattr(QKeySequence, "keyBindings", lambda _standard: [QKeySequence("Exit"), QKeySequence("Ctrl+Q")])
    leave = next(command for command in COMMANDS if command.name == "quit")
    assert [key.toString() for key in keys_of(leave)] == ["Ctrl+Q", "Exit"]


def test_a_second_standard_key_that_is_another_commands_is_left_to_that(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    both = [QKeySequence("Del"), QKeySequence("Ctrl+D")]
    monkeypatch.setattr(QKeySequence, "keyBindings", lambda _standard: both)
    keys = {
        name: keys_of(next(each for each in COMMANDS if each.name == name)) for name in ("clear_cells", "fill_down")
    }
    assert keys == {"clear_cells": both[:1], "fill_down": both[1:]}


def test_at_most_two_keys_of_a_command_are_told_and_none_that_few_know(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    every = [QKeySequence(name) for name in ("Undo", "Alt+Backspace", "F14", "Ctrl+Z", "F12", "Ctrl+Home")]
    monkeypatch.setattr(QKeySequence, "keyBindings", lambda _standard: every)
    undo = next(each for each in COMMANDS if each.name == "undo")
    assert [key.toString() for key in keys_told(undo)] == ["Ctrl+Z", "F12"]


def test_no_two_commands_of_a_menu_share_a_letter() -> None:
    letters = Counter(
        (command.menu, command.words[command.words.index("&") + 1].casefold())
        for command in COMMANDS
        if "&" in command.words
    )
    assert [letter for letter, count in letters.items() if count > 1] == []


def test_without_a_tracker_only_what_needs_none_can_be_used() -> None:
    usable = {command.name for command in COMMANDS if in_use(command.when, None)}
    assert usable == {"open_file", "open_example", "choose_backups", "quit", "show_years", "show_keys", "about"}
