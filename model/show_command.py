"""The command that prints a tracker."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from model.command_names import DONE, REFUSED
from model.contract import as_json
from model.door import open_tracker
from model.plain_text import lines_text, summary_text
from model.refusals import Refusal

WORDS = "Print a tracker's totals, ratings, findings and lines, or all of it as JSON."
EXAMPLE = "main.py show resources/examples/savings-tracker-2020-21.xlsx --json"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Describe what the command takes besides the file."""
    command.add_argument("--json", action="store_true", help="as JSON, which docs/scripts.md describes")


def show(given: argparse.Namespace) -> int:
    """Print a tracker as JSON, or as text to read."""
    tracker = open_tracker(given.file)
    print(as_json(tracker) if given.json else f"{summary_text(tracker)}\n\n{lines_text(tracker)}")
    return DONE


def show_all(paths: Sequence[Path]) -> int:
    """Print the totals, ratings and findings of trackers, where no window can be shown."""
    worst = DONE
    for path in paths:
        try:
            print(f"\n{summary_text(open_tracker(path))}")
        except Refusal as refusal:
            print(refusal, file=sys.stderr)
            worst = REFUSED
    return worst
