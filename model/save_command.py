"""The command that edits a workbook without a window and saves into it, with a receipt."""

import argparse
from pathlib import Path

from model.door import open_tracker
from model.files.kept_log import LogNotKept
from model.logbook import Logbook
from model.own_workbook import OwnWorkbook, own_workbook, receipt_words, why_not
from model.refusals import Refusal
from model.safekeeping import Safekeeping
from model.tracker import Entry

WORDS = "Change fields of a tracker and save them into its workbook: only the cells that change are written."
EXAMPLE = "main.py save tracker.xlsx --set A/R.6.266 forecast_q4 -90 --receipt"


class NoOwnWorkbook(Refusal):
    """A file that can be read but not saved into."""

    def __init__(self, path: Path) -> None:
        why = why_not(path) or f"“{path.name}” was not read as a workbook."
        super().__init__(f"{why} Write a new workbook with main.py export.")


def add_arguments(described: argparse.ArgumentParser) -> None:
    """Describe what the command takes besides the file."""
    described.add_argument(
        "--set",
        nargs=3,
        action="append",
        default=[],
        metavar=("REFERENCE", "FIELD", "VALUE"),
        help="change a field, such as --set A/R.6.266 forecast_q4 -90; may be given several times",
    )
    described.add_argument("--reason", default="", help="why, for overriding a rating")
    described.add_argument("--receipt", action="store_true", help="list each cell that was changed")


def _logged(log: Logbook, own: OwnWorkbook) -> str:
    """Note the changes in the change log; why not, where that can't be."""
    try:
        log.saved(own.path, own.seen.sha256)
    except LogNotKept as not_kept:
        return str(not_kept)
    return ""


def save(given: argparse.Namespace) -> int:
    """Change fields and save them into the workbook, all or none; print what was done."""
    tracker = open_tracker(given.file)
    own = own_workbook(given.file, tracker.year)
    if own is None:
        raise NoOwnWorkbook(given.file)
    tracker.keeper = log = Safekeeping().log_of(given.file, tracker.year)
    entries = [Entry(tracker[reference].line, key, value) for reference, key, value in given.set]
    tracker.edit_many(entries, reason=given.reason)
    receipt, remark = own.save(tracker.saved, tracker.year)
    sentence, cells = receipt_words(receipt, tracker.year, own)
    print("\n".join([f"Saved into {given.file.name}: {sentence}", *filter(None, [remark, _logged(log, own)])]))
    if given.receipt and cells:
        print(cells)
    return 0
