"""The commands without a window: check, show, save, export and appendix."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from model import appendix_command, compare_command, history_command, save_command
from model.command_names import DONE, ERRORS_FOUND, REFUSED
from model.contract import as_json
from model.door import open_tracker
from model.files.grid import SUFFIXES
from model.files.log_sheet import CHANGE_LOG
from model.kept_lineage import KeptLineage
from model.logbook import changes_in_words
from model.plain_text import findings_text, lines_text, summary_text
from model.previous_period import KeptTolerance, SamePeriod, check_earlier, one_to_one
from model.refusals import OverwriteNeeded, Refusal, SourceKept
from model.safekeeping import Safekeeping
from model.year import Severity

__all__ = ["DONE", "ERRORS_FOUND", "REFUSED", "parser", "run", "show_all"]

Act = Callable[[argparse.Namespace], int]
Commands = Any  # argparse keeps the class of its commands to itself

FILE = f"a tracker ({' '.join(SUFFIXES)})"
EXAMPLE = "resources/examples/savings-tracker-2020-21.xlsx"


def check(given: argparse.Namespace) -> int:
    """Print what does not agree in a tracker, and with its previous period; 1 where a finding is an error."""
    tracker = open_tracker(given.file)
    if given.previous is not None:
        previous = open_tracker(given.previous).year
        if previous.digest == tracker.year.digest:
            raise SamePeriod
        check_earlier(previous, tracker.year, given.previous.name)
        pairs = one_to_one(previous, tracker.year, KeptLineage().decisions)
        tracker.set_previous(previous, pairs, KeptTolerance().amount)
    findings = tracker.findings()
    print(findings_text(findings))
    return ERRORS_FOUND if any(finding.severity is Severity.ERROR for finding in findings) else DONE


def show(given: argparse.Namespace) -> int:
    """Print a tracker as JSON, or as text to read."""
    tracker = open_tracker(given.file)
    print(as_json(tracker) if given.json else f"{summary_text(tracker)}\n\n{lines_text(tracker)}")
    return DONE


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


def run(arguments: Sequence[str]) -> int:
    """Carry out a command; a refused one is one sentence on the error output and exit code 2."""
    given = parser().parse_args(arguments)
    try:
        return int(given.act(given))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED


def parser() -> argparse.ArgumentParser:
    """Describe the commands."""
    described = argparse.ArgumentParser(prog="main.py", allow_abbrev=False)
    commands = described.add_subparsers(required=True, metavar="COMMAND")
    checked = _add(
        commands,
        "check",
        check,
        "List what does not agree in a tracker. The exit code is 1 where any finding is an error.",
        f"main.py check {EXAMPLE}",
    )
    checked.add_argument(
        "--previous", type=Path, metavar="FILE", help="the previous period, by which directions of travel are computed"
    )
    shown = _add(
        commands,
        "show",
        show,
        "Print a tracker's totals, ratings, findings and lines, or all of it as JSON.",
        f"main.py show {EXAMPLE} --json",
    )
    shown.add_argument("--json", action="store_true", help="as JSON, which docs/scripts.md describes")
    saved = _add(
        commands,
        "save",
        save_command.save,
        "Change fields of a tracker and save them into its workbook: only the cells that change are written.",
        "main.py save tracker.xlsx --set A/R.6.266 forecast_q4 -90 --receipt",
    )
    save_command.add_arguments(saved)
    _add_export(commands)
    printed = _add(commands, "appendix", appendix_command.appendix, appendix_command.WORDS, appendix_command.EXAMPLE)
    appendix_command.add_arguments(printed)
    _add_of_several(commands)
    return described


def _add_export(commands: Commands) -> None:
    written = _add(
        commands,
        "export",
        export,
        "Write a tracker as the council's workbook, a new .xlsx file.",
        f"main.py export {EXAMPLE} -o tracker.xlsx",
    )
    written.add_argument("-o", "--out", type=Path, required=True, metavar="OUT.xlsx", help="the workbook to write")
    written.add_argument("--overwrite", action="store_true", help="replace OUT.xlsx where it is there already")
    written.add_argument("--with-log", action="store_true", help="list what was changed here on a sheet of its own")


def _add_of_several(commands: Commands) -> None:
    """Describe the commands that take more than one tracker."""
    compared = _described(
        commands, "compare", compare_command.compare_trackers, compare_command.WORDS, compare_command.EXAMPLE
    )
    compare_command.add_arguments(compared)
    read = _described(commands, "history", history_command.history, history_command.WORDS, history_command.EXAMPLE)
    history_command.add_arguments(read)


def _add(commands: Commands, name: str, act: Act, words: str, example: str) -> argparse.ArgumentParser:
    added = _described(commands, name, act, words, example)
    added.add_argument("file", type=Path, metavar="FILE", help=FILE)
    return added


def _described(commands: Commands, name: str, act: Act, words: str, example: str) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=words, epilog=f"Example: {example}", allow_abbrev=False
    )
    described.set_defaults(act=act)
    return described


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
