"""The commands without a window: the one that is asked for is loaded, and no other."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from model.command_names import COMMANDS, DONE, ERRORS_FOUND, REFUSED
from model.files.grid import SUFFIXES
from model.refusals import Refusal

__all__ = ["DONE", "ERRORS_FOUND", "REFUSED", "parser", "run", "show_all"]

Commands = Any  # argparse keeps the class of its commands to itself

FILE = f"a tracker ({' '.join(SUFFIXES)})"
OF_SEVERAL: Mapping[str, str] = {"compare": "compare_trackers", "history": "history"}
"""The commands that take more than one tracker, and describe them themselves: what each does by which function."""


def run(arguments: Sequence[str]) -> int:
    """Carry out a command; a refused one is one sentence on the error output and exit code 2."""
    given = parser([name for name in COMMANDS if name in arguments[:1]]).parse_args(arguments)
    try:
        return int(given.act(given))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED


def show_all(paths: Sequence[Path]) -> int:
    """Print the totals, ratings and findings of trackers, where no window can be shown."""
    return int(_loaded("show").show_all(paths))


def parser(names: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Describe the commands of these names, all of them where none is named."""
    described = argparse.ArgumentParser(prog="main.py", allow_abbrev=False)
    commands = described.add_subparsers(required=True, metavar="COMMAND")
    for name in names or COMMANDS:
        _describe(commands, name)
    return described


def _describe(commands: Commands, name: str) -> None:
    command = _loaded(name)
    added = commands.add_parser(
        name, help=command.WORDS, description=command.WORDS, epilog=f"Example: {command.EXAMPLE}", allow_abbrev=False
    )
    if name not in OF_SEVERAL:
        added.add_argument("file", type=Path, metavar="FILE", help=FILE)
    command.add_arguments(added)
    added.set_defaults(act=getattr(command, OF_SEVERAL.get(name, name)))


def _loaded(name: str) -> ModuleType:
    """Load a command: comparing, printing and looking back take up to half a second, and no other one needs them."""
    return import_module(f"model.{name}_command")
