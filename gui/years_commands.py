"""The commands of the Years menu: trackers beside one another, compared, and followed over the years."""

from gui.command import Command

YEARS_COMMANDS: tuple[Command, ...] = ()
