"""Publishes committee appendices: what is chosen, what to look at first, the pages, and the files of a pack."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from model.appendix import COLUMNS, Choice, Remark
from model.appendix.choice import ALWAYS
from model.appendix.table import headings_of
from model.committee_papers import FORMS, Moment, Wanted, free_name, moment_of, pack, writes_for
from model.document import Document
from model.files.appendix_pages import pages_of
from model.files.pack import Write, write_pack
from model.kept_choices import KeptChoices
from model.owners import Owners
from model.pages import Page
from model.prompts import Patience, Prompts, at_once
from model.refusals import Refusal
from model.year import Year

REPLACE, NUMBER = range(2)
MOST_NAMED = 6
WRITING = "Writing the appendix"
_WAYS = ("Replace what is there", "Keep it, and number the new files")
_NEVER = (*ALWAYS, "description")


@dataclass(frozen=True, slots=True)
class Pack:
    """What the officer has chosen to write.

    Attributes:
        forms: the endings of the files.
        each: whether every committee chosen gets an appendix of its own; without one chosen, all and the council do.
        with_list: whether the list of what to look at is kept beside the files.
    """

    choice: Choice
    forms: tuple[str, ...] = tuple(FORMS)
    each: bool = False
    with_list: bool = False


class Publishing:
    """What an officer can do about the appendices of an open tracker."""

    def __init__(self, document: Document, prompts: Prompts, memory: KeptChoices) -> None:
        """Publish a document's tracker; questions go through `prompts`."""
        self.document = document
        self.owners = Owners(document, memory)
        self._prompts = prompts
        self._memory = memory

    @property
    def year(self) -> Year:
        """The tracker as it stands now."""
        return self.document.tracker.year

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

    def remark_maker(self, choice: Choice) -> Callable[[], tuple[Remark, ...]]:
        """Give what lists, in any thread, what would embarrass if the tracker were published as it stands now."""
        return partial(self._moment().remarks, choice)

    def page_maker(self, choice: Choice) -> Callable[[], tuple[Page, ...]]:
        """Give what lays out, in any thread, the pages of the tracker as it stands now."""
        moment = self._moment()
        return lambda: pages_of(moment.appendix(choice))

    def save(self, chosen: Pack, patience: Patience = at_once) -> tuple[Path, ...]:
        """Write a pack into a folder that is asked for, all of it or nothing, and say where it is.

        Returns:
            The files; none where the officer thought better of it, or it was refused, which has been told.
        """
        folder = self._prompts.ask_folder(self._folder())
        if folder is None:
            return ()
        moment = self._moment()
        wanted = Wanted(_choices(moment, chosen), chosen.forms, chosen.with_list)
        try:
            writes = patience(WRITING, lambda _here: writes_for(moment, wanted))
            names = self._names(folder, tuple(writes))
            if not names:
                return ()
            named = dict(zip(names, writes.values(), strict=True))
            return self._written(folder, named, chosen.choice, patience)
        except Refusal as refusal:
            self._prompts.refuse(str(refusal))
            return ()

    def _moment(self) -> Moment:
        return moment_of(self.document.tracker, self.owners.assignment)

    def _written(
        self, folder: Path, writes: Mapping[str, Write], choice: Choice, patience: Patience
    ) -> tuple[Path, ...]:
        reports = patience(WRITING, lambda _here: write_pack(folder, writes))
        self.remember(choice)
        paths = tuple(report.path for report in reports)
        remarks = dict.fromkeys(remark for report in reports for remark in report.remarks)
        verb = "file is" if len(paths) == 1 else "files are"
        listed = [f"• {path.name}" for path in paths]
        self._prompts.tell(f"{len(paths)} {verb} in {folder}.", "\n".join([*listed, *remarks]), folder)
        return paths

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
            used.append(free_name(name, used, folder))
        return tuple(used)

    def _is_own(self, path: Path) -> bool:
        """Tell whether a file is the tracker's own, which an appendix never replaces."""
        own_files = (self.document.path, self.document.source)
        return any(own is not None and own.exists() and own.samefile(path) for own in own_files)

    def _folder(self) -> Path | None:
        return self.document.path.parent if self.document.path else None


def _choices(moment: Moment, chosen: Pack) -> tuple[Choice, ...]:
    if not chosen.each:
        return (chosen.choice,)
    if not chosen.choice.committees:
        return pack(moment, chosen.choice)
    return tuple(replace(chosen.choice, committees=(name,)) for name in chosen.choice.committees)


def publishing_for(document: Document, prompts: Prompts) -> Publishing:
    """Give what can be done about a document's appendices, with what is remembered in the user's own folders."""
    return Publishing(document, prompts, KeptChoices())
