"""Publishes committee appendices: whose, what to look at first, the pages, and the files of a pack."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from model.appendix import (
    COLUMNS,
    Appendix,
    Assignment,
    Choice,
    Remark,
    committees_in,
    make_appendix,
    preflight,
    unassigned,
)
from model.appendix.choice import ALWAYS
from model.appendix.naming import file_name
from model.appendix.table import headings_of
from model.committee_papers import FORMS
from model.committee_papers import pack as pack_of_all
from model.document import Document
from model.files.appendix_pages import pages_of
from model.files.atomic import write_whole
from model.files.council_workbook import Report
from model.files.pack import Write, write_pack
from model.kept_choices import KeptChoices
from model.pages import Page
from model.prompts import Patience, Prompts, at_once
from model.refusals import Refusal
from model.year import Year

REPLACE, NUMBER = range(2)
_WAYS = ("Replace what is there", "Keep it, and number the new files")
MOST_NAMED = 6


_NEVER = (*ALWAYS, "description")
LIST_SUFFIX = ", to look at.txt"


@dataclass(frozen=True, slots=True)
class Pack:
    """What is to be written.

    Attributes:
        forms: the endings of the files.
        each: whether every committee chosen gets an appendix of its own; without one chosen, all and the council do.
        with_list: whether the list of what to look at is kept beside the files.
    """

    choice: Choice
    forms: tuple[str, ...] = tuple(FORMS)
    each: bool = False
    with_list: bool = False


@dataclass(frozen=True, slots=True)
class Prefix:
    """Savings whose references begin alike, with the committee that the officer has named for them."""

    text: str
    committee: str
    lines: tuple[tuple[str, str, str], ...]
    """Reference, title, and the committee that was named for this line alone."""


class Publishing:
    """What an officer can do about the appendices of an open tracker."""

    def __init__(self, document: Document, prompts: Prompts, memory: KeptChoices) -> None:
        """Publish a document's tracker; questions go through `prompts`."""
        self.document = document
        self._prompts = prompts
        self._memory = memory
        self.assignment = memory.assignment(self.year)

    @property
    def year(self) -> Year:
        """The tracker as it stands now."""
        return self.document.tracker.year

    @property
    def committees(self) -> tuple[str, ...]:
        """The committees that have a saving."""
        return committees_in(self.year, self.assignment)

    @property
    def unasked(self) -> bool:
        """Whether nothing is known yet of whose the savings are."""
        return not self.committees

    @property
    def columns(self) -> Mapping[str, str]:
        """The columns that may be printed beside rating, reference and title: their keys and what they are called."""
        own = (column.key for column in self.year.layout if column.key not in _NEVER)
        headings = headings_of(self.year, Choice(columns=tuple(dict.fromkeys((*COLUMNS, *own)))))
        named = {
            heading.key: f"{heading.band}: {heading.words}" if heading.band else heading.words for heading in headings
        }
        return {key: words for key, words in named.items() if key not in ALWAYS}

    def choice(self, committees: tuple[str, ...]) -> Choice | None:
        """Give what was chosen for these committees last."""
        return self._memory.choice(committees)

    def remember(self, choice: Choice) -> None:
        """Remember a choice for its committees."""
        self._memory.keep_choice(choice)

    def prefixes(self) -> tuple[Prefix, ...]:
        """Give the savings by the beginning of their references, to say whose they are."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for saving in self.year:
            own = self.assignment.by_line.get(saving.reference, "")
            found.setdefault(_prefix(saving.reference), []).append((saving.reference, saving.title, own))
        named = self.assignment.by_prefix
        return tuple(Prefix(text, named.get(text, ""), tuple(lines)) for text, lines in found.items())

    def assign(self, by_prefix: Mapping[str, str], by_line: Mapping[str, str]) -> None:
        """Take whose savings are, and remember it; blank names nobody."""
        self.assignment = Assignment(_given(by_prefix), _given(by_line))
        self._memory.keep_assignment(self.year, self.assignment)

    def without_committee(self) -> int:
        """Count the savings of which nobody has said whose they are."""
        return len(unassigned(self.year, self.assignment))

    def remarks(self, choice: Choice) -> tuple[Remark, ...]:
        """List what would embarrass if it were published now."""
        tracker = self.document.tracker
        return preflight(self.year, tracker.findings(), choice, self.assignment, self.document.unsaved)

    def appendix(self, choice: Choice) -> Appendix:
        """Say what an appendix says now."""
        return make_appendix(self.year, choice, self.assignment)

    def page_maker(self, choice: Choice) -> Callable[[], tuple[Page, ...]]:
        """Give what lays out the pages of the tracker as it stands now, in any thread."""
        year, assignment = self.year, self.assignment
        return lambda: pages_of(make_appendix(year, choice, assignment))

    def save(self, pack: Pack, patience: Patience = at_once) -> tuple[Path, ...]:
        """Write a pack into a folder that is asked for, all of it or nothing, and say where it is.

        Returns:
            The files; none where the officer thought better of it, or it was refused, which has been told.
        """
        folder = self._prompts.ask_folder(self._folder())
        files = self._files(pack) if folder else {}
        if folder is None or not files:
            return ()
        names = self._names(folder, tuple(files))
        if not names:
            return ()
        writes = dict(zip(names, files.values(), strict=True))
        return self._written(folder, writes, pack.choice, patience)

    def _written(
        self, folder: Path, writes: Mapping[str, Write], choice: Choice, patience: Patience
    ) -> tuple[Path, ...]:
        try:
            reports = patience("Writing the appendix", lambda _here: write_pack(folder, writes))
        except Refusal as refusal:
            self._prompts.refuse(str(refusal))
            return ()
        self.remember(choice)
        paths = tuple(report.path for report in reports)
        remarks = dict.fromkeys(remark for report in reports for remark in report.remarks)
        verb = "file is" if len(paths) == 1 else "files are"
        self._prompts.tell(f"{len(paths)} {verb} in {folder}.", "\n".join([*(path.name for path in paths), *remarks]))
        return paths

    def _files(self, pack: Pack) -> dict[str, Write]:
        """Give what writes each file, by the name that it has where nothing is in the way."""
        files: dict[str, Write] = {}
        for choice in self._choices(pack):
            appendix = self.appendix(choice)
            for form in pack.forms:
                files[_free(file_name(appendix, form), files)] = partial(FORMS[form], appendix)
            if pack.with_list:
                listed = partial(_write_list, appendix, self.remarks(choice))
                files[_free(file_name(appendix, LIST_SUFFIX), files)] = listed
        return files

    def _choices(self, pack: Pack) -> tuple[Choice, ...]:
        if not pack.each:
            return (pack.choice,)
        if not pack.choice.committees:
            return pack_of_all(self.document.tracker, pack.choice, self.assignment)
        return tuple(replace(pack.choice, committees=(name,)) for name in pack.choice.committees)

    def _names(self, folder: Path, names: Sequence[str]) -> tuple[str, ...]:
        """Give names under which the files may be written; none where the officer thought better of it."""
        taken = [name for name in names if (folder / name).exists()]
        if not taken:
            return tuple(names)
        listed = "\n".join([f"• {name}" for name in taken[:MOST_NAMED]])
        more = f"\n… and {len(taken) - MOST_NAMED:,} more" if len(taken) > MOST_NAMED else ""
        way = self._prompts.choose(f"In {folder} there is already:\n{listed}{more}", _WAYS)
        if way is None:
            return ()
        if way == REPLACE and not any(self._is_own(folder / name) for name in taken):
            return tuple(names)
        used: list[str] = []
        for name in names:
            used.append(_free(name, used, folder))
        return tuple(used)

    def _is_own(self, path: Path) -> bool:
        """Tell whether a file is the tracker's own, which an appendix never replaces."""
        return any(own is not None and own.exists() and own.samefile(path) for own in self._own_files())

    def _own_files(self) -> tuple[Path | None, ...]:
        return self.document.path, self.document.source

    def _folder(self) -> Path | None:
        return self.document.path.parent if self.document.path else None


def publishing_for(document: Document, prompts: Prompts) -> Publishing:
    """Give what can be done about a document's appendices, with what is remembered in the user's own folders."""
    return Publishing(document, prompts, KeptChoices())


def _prefix(reference: str) -> str:
    """Give the beginning of a reference, up to its first full stop: `A/R` of `A/R.6.114`."""
    return reference.partition(".")[0]


def _given(named: Mapping[str, str]) -> dict[str, str]:
    return {key: name.strip() for key, name in named.items() if name.strip()}


def _free(name: str, used: Sequence[str] | Mapping[str, Write], folder: Path | None = None) -> str:
    """Give a name, numbered where it is used already, in whatever case."""
    stem, dot, suffix = name.rpartition(".")
    others = {other.casefold() for other in used}
    number, free = 1, name
    while free.casefold() in others or (folder is not None and (folder / free).exists()):
        number += 1
        free = f"{stem} ({number}){dot}{suffix}"
    return free


def _write_list(appendix: Appendix, remarks: Sequence[Remark], path: Path) -> Report:
    lines = [f"To look at before publishing: {appendix.title}", appendix.source, ""]
    lines += [f"- {remark.sentence}" for remark in remarks] or ["Nothing was found."]
    write_whole(path, "\n".join([*lines, ""]).encode("utf-8", "replace"))
    return Report(path)
