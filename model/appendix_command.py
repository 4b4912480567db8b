"""The command that writes committee appendices: its arguments, and what it prints."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from model.appendix import Assignment, Choice, Lines, Paper, Remark
from model.appendix.previous import why_not_earlier
from model.appendix.refused import AssignmentRefused, NotEarlier
from model.committee_papers import FORMS, Papers, Wanted, moment_of, pack, write_papers
from model.door import open_tracker
from model.kept_choices import KeptChoices
from model.tracker import Tracker

WORDS = "Write the appendix for a committee, or one for each, and list what to look at before it is published."
EXAMPLE = "main.py appendix resources/examples/savings-tracker-2017-18.xlsx --committee Adults --pdf -o papers"
PAPERS = {"a3": Paper.A3, "a4": Paper.A4, "large": Paper.LARGE_PRINT}
LINES = {"all": Lines.ALL, "not-complete": Lines.NOT_COMPLETE, "red-and-black": Lines.RED_AND_BLACK}


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Describe what the command takes besides the file."""
    whose = command.add_mutually_exclusive_group()
    whose.add_argument(
        "--committee",
        action="append",
        default=[],
        metavar="NAME",
        help="whose savings; several together where given several times, the whole council where never",
    )
    whose.add_argument("--all", action="store_true", help="the pack: the whole council and each committee by itself")
    command.add_argument("-o", "--out", type=Path, required=True, metavar="FOLDER", help="where to write")
    command.add_argument("--pdf", action="store_true", help="as PDF, the form that is written where none is named")
    command.add_argument("--html", action="store_true", help="as one web page, for reading on any screen or aloud")
    command.add_argument("--xlsx", action="store_true", help="as a clean workbook, to publish the figures")
    command.add_argument("--paper", choices=PAPERS, help="A3 or A4 across, or large print on A4 upright")
    command.add_argument("--lines", choices=LINES, help="which savings the table lists")
    command.add_argument(
        "--descriptions", action=argparse.BooleanOptionalAction, help="print each saving's description"
    )
    command.add_argument("--council", metavar="NAME", help="the council's name to print")
    command.add_argument(
        "--assign",
        action="append",
        default=[],
        metavar="REFERENCE=COMMITTEE",
        help="whose savings are, by the beginning of their references or one whole reference; it is remembered",
    )
    command.add_argument(
        "--previous",
        type=Path,
        metavar="OLDER",
        help="the tracker of an earlier period of the year, to say what has moved since",
    )
    command.add_argument("--keep-list", action="store_true", help="write what to look at beside the files too")
    command.add_argument("--overwrite", action="store_true", help="replace files that are there already")


def appendix(given: argparse.Namespace) -> int:
    """Write the appendices and print where they are; what was chosen is remembered."""
    tracker, kept = open_tracker(given.file), KeptChoices()
    assignment = _assignment(given.assign, tracker, kept)
    choice = _choice(given, kept)
    forms = tuple(form for form in FORMS if getattr(given, form.removeprefix("."))) or (".pdf",)
    if given.previous is not None:
        _set_previous(tracker, given.previous)
    moment = moment_of(tracker, assignment)
    wanted = Wanted(pack(moment, choice) if given.all else (choice,), forms, given.keep_list)
    papers = write_papers(moment, wanted, given.out, overwrite=given.overwrite, own=given.file)
    kept.keep_choice(choice)
    print(_told(papers))
    return 0


def _choice(given: argparse.Namespace, kept: KeptChoices) -> Choice:
    """Give what was chosen last, changed by what is said now."""
    said = {
        "paper": PAPERS[given.paper] if given.paper else None,
        "lines": LINES[given.lines] if given.lines else None,
        "descriptions": given.descriptions,
        "council": given.council,
    }
    last = kept.choice(tuple(given.committee)) or Choice(tuple(given.committee))
    return replace(last, **{name: value for name, value in said.items() if value is not None})


def _set_previous(tracker: Tracker, path: Path) -> None:
    previous = open_tracker(path).year
    if why := why_not_earlier(tracker.year, previous):
        raise NotEarlier(why)
    # Here and nowhere else: comparing texts takes 0.05 s, and most appendices are of one period.
    from model.checked_previous import set_checked  # noqa: PLC0415

    set_checked(tracker, previous, path.name)


def _assignment(said: Sequence[str], tracker: Tracker, kept: KeptChoices) -> Assignment:
    known = kept.assignment(tracker.year)
    if not said:
        return known
    by_prefix, by_line = dict(known.by_prefix), dict(known.by_line)
    references = {saving.reference for saving in tracker.year}
    for text in said:
        reference, separator, committee = (part.strip() for part in text.partition("="))
        if not (reference and separator and committee):
            raise AssignmentRefused(text)
        (by_line if reference in references else by_prefix)[reference] = committee
    assignment = Assignment(by_prefix, by_line)
    kept.keep_assignment(tracker.year, assignment)
    return assignment


def _told(papers: Papers) -> str:
    lines = []
    for report in papers.reports:
        lines += [f"Written: {report.path}", *(f"  {remark}" for remark in report.remarks)]
    here = [remark for remark in papers.remarks if not remark.elsewhere]
    elsewhere = [remark for remark in papers.remarks if remark.elsewhere]
    lines += _listed("Before you publish, look at:", here)
    return "\n".join([*lines, *_listed("Elsewhere in the tracker, not in this appendix:", elsewhere)])


def _listed(heading: str, remarks: Sequence[Remark]) -> list[str]:
    words = [f"  {remark.sort.value:{14}}  {' '.join(remark.sentence.split())}" for remark in remarks]
    return ["", heading, *words] if remarks else []
