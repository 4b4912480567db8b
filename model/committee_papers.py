"""Appendices written into a folder under sensible names, and what to look at before they are published."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from model.appendix import NO_ASSIGNMENT, Appendix, Assignment, Choice, Remark, committees_in, make_appendix, preflight
from model.appendix.naming import file_name
from model.appendix.refused import FolderNotMade
from model.files.appendix_html import write_html
from model.files.appendix_pdf import write_pdf
from model.files.council_workbook import Report
from model.files.published_workbook import write_published_workbook
from model.refusals import OverwriteNeeded
from model.tracker import Tracker

FORMS: Mapping[str, Callable[[Appendix, Path], Report]] = {
    ".pdf": write_pdf,
    ".html": write_html,
    ".xlsx": write_published_workbook,
}


@dataclass(frozen=True, slots=True)
class Papers:
    """What was written, and what to look at before it is published."""

    reports: tuple[Report, ...]
    remarks: tuple[Remark, ...]


def pack(tracker: Tracker, choice: Choice, assignment: Assignment = NO_ASSIGNMENT) -> tuple[Choice, ...]:
    """Give the choices for the pack of all committees: the whole council, then each committee, alike but for that."""
    each = (replace(choice, committees=(name,)) for name in committees_in(tracker.year, assignment))
    return (replace(choice, committees=()), *each)


def write_papers(  # noqa: PLR0913 - each is asked of the officer
    tracker: Tracker,
    choices: Sequence[Choice],
    folder: Path,
    assignment: Assignment = NO_ASSIGNMENT,
    *,
    forms: Sequence[str] = (".pdf",),
    overwrite: bool = False,
    on: date | None = None,
) -> Papers:
    """Write an appendix for each choice, in each form; nothing is written where one can't be.

    Args:
        folder: made where it is not there.
        forms: the endings of the files.
        overwrite: whether files of the same names are replaced.

    Raises:
        OverwriteNeeded: a file of such a name is there.
        Refusal: a committee is unknown, or a file can't be written.
    """
    appendices = [make_appendix(tracker.year, choice, assignment, on) for choice in choices]
    places = dict(zip(_names(appendices, forms), _jobs(appendices, forms), strict=True))
    for name in places:
        if not overwrite and (folder / name).exists():
            raise OverwriteNeeded(name)
    _make(folder)
    reports = tuple(FORMS[form](appendix, folder / name) for name, (appendix, form) in places.items())
    return Papers(reports, _remarks(tracker, choices, assignment))


def _jobs(appendices: Sequence[Appendix], forms: Sequence[str]) -> Iterator[tuple[Appendix, str]]:
    for appendix in appendices:
        for form in forms:
            yield appendix, form


def _names(appendices: Sequence[Appendix], forms: Sequence[str]) -> Iterator[str]:
    """Name each file; where two committees come to the same name, the later one gets a number."""
    taken: set[str] = set()
    for appendix, form in _jobs(appendices, forms):
        first = name = file_name(appendix, form)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{first.removesuffix(form)} ({number}){form}"
        taken.add(name.casefold())
        yield name


def _remarks(tracker: Tracker, choices: Sequence[Choice], assignment: Assignment) -> tuple[Remark, ...]:
    """Give each remark once, though several appendices call for it; what one prints is elsewhere for none."""
    findings, unsaved = tracker.findings(), tracker.history.unsaved
    found: dict[tuple[str, str], Remark] = {}
    for choice in choices:
        for remark in preflight(tracker.year, findings, choice, assignment, unsaved):
            known = found.get((remark.reference, remark.sentence))
            if known is None or known.elsewhere:
                found[remark.reference, remark.sentence] = remark
    return tuple(sorted(found.values(), key=lambda remark: remark.elsewhere))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise FolderNotMade(folder.name) from error
