"""The commands that explain the program."""

from gui.commands import COMMANDS
from gui.menus import keys_told
from gui.mishaps import log_path
from gui.words import keys_words
from model.prompts import Prompts
from model.version import VERSION


class HelpActs:
    """Keys and version."""

    def __init__(self, prompts: Prompts) -> None:
        """Tell through a port."""
        self._prompts = prompts

    def show_keys(self) -> None:
        """List the keys of every command."""
        listed = ((command.words, command.tip, keys_told(command)) for command in COMMANDS)
        self._prompts.tell("Keys", keys_words(listed))

    def about(self) -> None:
        """Tell the version, the licence and where the log is."""
        self._prompts.tell(
            f"Savings Tracker {VERSION}",
            "Opens a council's savings tracker, keeps its ratings live, and writes the council's workbook."
            f" It works without a network. Licence: MIT. Mishaps are logged in {log_path()}.",
        )
