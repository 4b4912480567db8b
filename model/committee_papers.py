"""Appendices written into a folder under sensible names, and what to look at before they are published."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from model.appendix import (
    NO_ASSIGNMENT,
    Appendix,
    Assignment,
    Choice,
    Paper,
    Remark,
    committees_in,
    make_appendix,
    preflight,
)
from model.appendix.naming import file_name
from model.appendix.preflight import Sort
from model.appendix.refused import FolderNotMade, TrackerKept
from model.files.appendix_html import write_html
from model.files.appendix_pdf import READABLE, letter_size, write_pdf
from model.files.atomic import write_whole
from model.files.council_workbook import Report
from model.files.pack import Write, write_pack
from model.files.published_workbook import write_published_workbook
from model.refusals import OverwriteNeeded
from model.tracker import Tracker
from model.year import Finding, Year

FORMS: Mapping[str, Callable[[Appendix, Path], Report]] = {
    ".pdf": write_pdf,
    ".html": write_html,
    ".xlsx": write_published_workbook,
}
LIST_SUFFIX = ", to look at.txt"


@dataclass(frozen=True, slots=True)
class Moment:
    """A tracker as it stands at one moment: what appendices are made from, in any thread.

    Attributes:
        unsaved: how many changes are not saved.
        previous: the tracker of an earlier period, to tell what has moved since.
    """

    year: Year
    findings: tuple[Finding, ...] = ()
    unsaved: int = 0
    assignment: Assignment = NO_ASSIGNMENT
    previous: Year | None = None

    def appendix(self, choice: Choice) -> Appendix:
        """Say what the appendix of a choice says."""
        return make_appendix(self.year, choice, self.assignment, previous=self.previous)

    def remarks(self, choice: Choice) -> tuple[Remark, ...]:
        """List what would embarrass if the appendix of a choice were published now."""
        found = preflight(self.year, self.findings, choice, self.assignment, self.unsaved, self.previous)
        return (*_of_size(self.appendix(choice)), *found)


def moment_of(tracker: Tracker, assignment: Assignment = NO_ASSIGNMENT, previous: Year | None = None) -> Moment:
    """Give a tracker as it stands now; `previous` is the one that the officer has set where it is left out."""
    earlier = previous or tracker.previous
    return Moment(tracker.year, tracker.findings(), tracker.history.unsaved, assignment, earlier)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written.

    Attributes:
        choices: an appendix for each.
        forms: the endings of the files.
        with_lists: whether what to look at is listed in a file beside each appendix.
    """

    choices: tuple[Choice, ...]
    forms: tuple[str, ...] = tuple(FORMS)
    with_lists: bool = False


@dataclass(frozen=True, slots=True)
class Papers:
    """What was written, and what to look at before it is published."""

    reports: tuple[Report, ...]
    remarks: tuple[Remark, ...]


def pack(moment: Moment, choice: Choice) -> tuple[Choice, ...]:
    """Give the choices for the pack of all committees: the whole council, then each committee, alike but for that."""
    each = (replace(choice, committees=(name,)) for name in committees_in(moment.year, moment.assignment))
    return (replace(choice, committees=()), *each)


def writes_for(moment: Moment, wanted: Wanted) -> dict[str, Write]:
    """Give what writes each file, by names of which no two are alike."""
    writes: dict[str, Write] = {}
    for choice in wanted.choices:
        appendix = moment.appendix(choice)
        for form in wanted.forms:
            writes[free_name(file_name(appendix, form), writes)] = partial(FORMS[form], appendix)
        if wanted.with_lists:
            listed = partial(_write_list, appendix, moment.remarks(choice))
            writes[free_name(file_name(appendix, LIST_SUFFIX), writes)] = listed
    return writes


def free_name(name: str, used: Iterable[str], folder: Path | None = None) -> str:
    """Give a name, numbered where it is used already, in whatever case, or stands in a folder."""
    stem, dot, suffix = name.rpartition(".")
    others = {other.casefold() for other in used}
    number, free = 1, name
    while free.casefold() in others or (folder is not None and (folder / free).exists()):
        number += 1
        free = f"{stem} ({number}){dot}{suffix}"
    return free


def write_papers(
    moment: Moment, wanted: Wanted, folder: Path, *, overwrite: bool = False, own: Path | None = None
) -> Papers:
    """Write an appendix for each choice, in each form: all of them, or nothing.

    Args:
        folder: made where it is not there.
        overwrite: whether files of the same names are replaced.
        own: the tracker's own file, which is never replaced.

    Raises:
        OverwriteNeeded: a file of such a name is there.
        Refusal: a committee is unknown, or a file can't be written.
    """
    writes = writes_for(moment, wanted)
    for path in (folder / name for name in writes if (folder / name).exists()):
        if own is not None and own.exists() and own.samefile(path):
            raise TrackerKept(path.name)
        if not overwrite:
            raise OverwriteNeeded(path.name)
    return Papers(_written(folder, writes), _remarks(moment, wanted))


def _written(folder: Path, writes: Mapping[str, Write]) -> tuple[Report, ...]:
    """Write into a folder, which is not there afterwards either where it was not and nothing could be written."""
    was_there = folder.exists()
    _make(folder)
    try:
        return write_pack(folder, writes)
    except BaseException:
        if not was_there:
            folder.rmdir()
        raise


def _remarks(moment: Moment, wanted: Wanted) -> tuple[Remark, ...]:
    """Give each remark once, though several appendices call for it; what one prints is elsewhere for none."""
    found: dict[tuple[str, str], Remark] = {}
    for choice in wanted.choices:
        for remark in moment.remarks(choice):
            known = found.get((remark.reference, remark.sentence))
            if known is None or known.elsewhere:
                found[remark.reference, remark.sentence] = remark
    return tuple(sorted(found.values(), key=lambda remark: remark.elsewhere))


def _of_size(appendix: Appendix) -> Iterator[Remark]:
    """Say where a table has so many columns for its paper that its letters can hardly be read."""
    paper, size = appendix.choice.paper, letter_size(appendix)
    if paper is not Paper.LARGE_PRINT and size < READABLE:
        others = "A3, large print" if paper is Paper.A4 else "Large print"
        columns = f"With {len(appendix.table.headings)} columns on {paper}"
        sentence = f"{columns} the table's letters are {size:.1f} points, hardly to be read."
        yield Remark(Sort.SMALL_PRINT, f"{sentence} {others} or fewer columns help.")


def _write_list(appendix: Appendix, remarks: Sequence[Remark], path: Path) -> Report:
    lines = [f"To look at before publishing: {appendix.title}", appendix.source, ""]
    lines += [f"- {' '.join(remark.sentence.split())}" for remark in remarks] or ["Nothing was found."]
    write_whole(path, "\n".join([*lines, ""]).encode("utf-8", "replace"))
    return Report(path)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise FolderNotMade(folder.name) from error
