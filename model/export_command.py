"""The command that writes a tracker as the council's workbook."""

import argparse
from pathlib import Path

from model.command_names import DONE
from model.door import open_tracker
from model.files.log_sheet import CHANGE_LOG
from model.logbook import changes_in_words
from model.refusals import OverwriteNeeded, SourceKept
from model.safekeeping import Safekeeping

WORDS = "Write a tracker as the council's workbook, a new .xlsx file."
EXAMPLE = "main.py export resources/examples/savings-tracker-2020-21.xlsx -o tracker.xlsx"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Describe what the command takes besides the file."""
    command.add_argument("-o", "--out", type=Path, required=True, metavar="OUT.xlsx", help="the workbook to write")
    command.add_argument("--overwrite", action="store_true", help="replace OUT.xlsx where it is there already")
    command.add_argument("--with-log", action="store_true", help="list what was changed here on a sheet of its own")


def export(given: argparse.Namespace) -> int:
    """Write a tracker as a council workbook and print where."""
    tracker = open_tracker(given.file)
    if _same_file(given.file, given.out):
        raise SourceKept(given.out.name)
    if given.out.exists() and not given.overwrite:
        raise OverwriteNeeded(given.out.name)
    log = Safekeeping().log_of(given.file, tracker.year).entries() if given.with_log else None
    report = tracker.export(given.out, log)
    listed = "" if log is None else f", with {changes_in_words(log)} on its sheet “{CHANGE_LOG}”"
    print("\n".join([f"Written: {report.path}{listed}", *report.remarks]))
    return DONE


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
