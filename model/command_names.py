"""What the commands without a window are called, and how they end: known before any of them is loaded."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

COMMANDS = ("check", "show", "save", "export", "appendix", "compare", "history")
DONE, ERRORS_FOUND, REFUSED = 0, 1, 2


class WithoutWindow(Protocol):
    """What `command_line` offers."""

    def run(self, arguments: Sequence[str]) -> int:
        """Carry out a command; gives the exit code."""

    def show_all(self, paths: Sequence[Path]) -> int:
        """Print the totals, ratings and findings of trackers; gives the exit code."""
