"""The command that lists what does not agree in a tracker."""

import argparse
from pathlib import Path

from model.command_names import DONE, ERRORS_FOUND
from model.door import open_tracker
from model.plain_text import findings_text
from model.tracker import Tracker
from model.year import Severity

WORDS = "List what does not agree in a tracker. The exit code is 1 where any finding is an error."
EXAMPLE = "main.py check resources/examples/savings-tracker-2020-21.xlsx"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Describe what the command takes besides the file."""
    command.add_argument(
        "--previous", type=Path, metavar="FILE", help="the previous period, by which directions of travel are computed"
    )


def check(given: argparse.Namespace) -> int:
    """Print what does not agree in a tracker, and with its previous period; 1 where a finding is an error."""
    tracker = open_tracker(given.file)
    if given.previous is not None:
        _set_previous(tracker, given.previous)
    findings = tracker.findings()
    print(findings_text(findings))
    return ERRORS_FOUND if any(finding.severity is Severity.ERROR for finding in findings) else DONE


def _set_previous(tracker: Tracker, path: Path) -> None:
    # Here and nowhere else: comparing texts takes 0.05 s, and most trackers are checked by themselves.
    from model.checked_previous import set_checked  # noqa: PLC0415

    set_checked(tracker, open_tracker(path).year, path.name)
