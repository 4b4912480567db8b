"""What a user can do: open, edit, save and close trackers, asked and told through a port, with or without a window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from model.beside import BesideTrackers
from model.change_log import LogEntry
from model.document import Document, Happening
from model.files.grid import SUFFIXES
from model.kept_previous import KeptPrevious
from model.own_workbook import own_workbook
from model.prompts import Answer, Here, Patience, Prompts, Stopped, at_once
from model.rag import Scheme
from model.recent import RecentFiles
from model.refusals import Refusal
from model.rescue import Rescue
from model.resources import EXAMPLE
from model.safekeeping import Safekeeping
from model.tracker import Tracker
from model.writing import Writing, is_file, is_there
from model.year import Year

__all__ = ["OPENABLE", "Choose", "Happening", "Read", "Session", "SessionWatcher"]

OPENABLE = SUFFIXES
OPEN_BESIDE = "Open beside"

Choose = Callable[[Sequence[str]], int | None]
Read = Callable[[Path, Choose], Year]
SessionWatcher = Callable[[Happening, Document], None]


class Session:
    """The open trackers and what can be done with them as files.

    Attributes:
        documents: in the order in which they were opened, each followed by those that stand beside it.
        current: the one that the officer works on; None where none is open.
        recent: the files that were opened last.
        keeping: locks, journals and change logs of the open trackers.
        rescue: what a crash left behind.
        beside: trackers that stand beside others to be looked at.
        previous: the previous period that was named for each tracker, by their files.
        known: trackers that were looked into and may not be open, by where they are: how each is called, and its year.
    """

    def __init__(
        self,
        prompts: Prompts,
        read: Read,
        recent: RecentFiles | None = None,
        built_in: Sequence[Scheme] = (),
        patience: Patience = at_once,
        keeping: Safekeeping | None = None,
    ) -> None:
        """Start with nothing open.

        Args:
            read: gives a file's year.
            built_in: the program's own schemes.
            patience: waits for reading and writing.
            keeping: keeps trackers safe, in the user's own folder when none is given.
        """
        self.prompts = prompts
        self.recent = recent or RecentFiles()
        self.documents: list[Document] = []
        self.current: Document | None = None
        self._read = read
        self._patience = patience
        self._built_in = tuple(built_in)
        self.keeping = keeping or Safekeeping()
        self.rescue = Rescue(self.keeping, prompts, self._open_again)
        self.beside = BesideTrackers(self.documents, prompts, self._year, self._add, self._tell)
        self.previous = KeptPrevious()
        self.known: dict[str, tuple[str, Year]] = {}
        self._writing = Writing(prompts, patience, self.documents, self._year, self._folder)
        self._watchers: list[SessionWatcher] = []

    def watch(self, watcher: SessionWatcher) -> None:
        """Call a watcher with what happened and to which document."""
        self._watchers.append(watcher)

    def open(self, path: Path | None = None) -> Document | None:
        """Open a tracker from a file, asked for when none is given; one that is open already is only brought up.

        Returns:
            The document; None where the file was refused, which has been told, or the officer thought better of it.
        """
        path = path or self.prompts.ask_file_to_open(self._folder())
        if path is None:
            return None
        tabs = (document for document in self.documents if document.beside is None)
        already = next((document for document in tabs if is_file(document.path, path)), None)
        if already:
            self.bring_up(already)
            return already
        year = self._year(path)
        if year is None:
            return None
        self.recent.add(path)
        return self._add(year, path.name, path)

    def open_example(self) -> Document | None:
        """Open the example as a tracker without a file, so that nobody saves over it."""
        year = self._year(EXAMPLE)
        return self._add(year, f"Example: {year.title or EXAMPLE.stem}", None) if year else None

    def open_beside(self, path: Path | None = None) -> Document | None:
        """Open a tracker beside the current one, to be looked at, from a file, asked for when none is given."""
        current = self.current
        if current is None:
            return None
        path = path or self.ask_file(OPEN_BESIDE)
        return None if path is None else self.beside.open(current.beside or current, path)

    def ask_file(self, asked: str = "") -> Path | None:
        """Ask for the file of a tracker; `asked` says for what."""
        return self.prompts.ask_file_to_open(self._folder(), asked=asked)

    def look_into(self, path: Path) -> Year | None:
        """Read a tracker without opening it; None where it was refused, which has been told."""
        year = self._year(path)
        if year is not None:
            self.known[str(path)] = path.name, year
        return year

    def read_quietly(self, path: Path, sheet: str) -> Year:
        """Read a tracker, of several sheets the one named, else the first; nothing is asked or told, in any thread.

        Raises:
            Refusal: it can't be read.
        """
        return self._read(path, lambda sheets: sheets.index(sheet) if sheet in sheets else 0)

    def bring_up(self, document: Document) -> None:
        """Make a document the current one."""
        if document is not self.current:
            self.current = document
            self._tell(Happening.CURRENT, document)

    def save(self, document: Document | None = None) -> bool:
        """Save a tracker, the current one when none is given: into its own workbook, else as a new one."""
        return self._saved(document or self.current, self._writing.save)

    def save_as(self, document: Document | None = None) -> bool:
        """Save a tracker, the current one when none is given, as a new workbook, which is its own from then on."""
        return self._saved(document or self.current, self._writing.save_as)

    def export(self, document: Document | None = None, log: Sequence[LogEntry] | None = None) -> bool:
        """Write a copy of a tracker as a council workbook; the tracker stays where it is, with what is unsaved.

        Args:
            log: changes to list on a sheet of their own.
        """
        document = document or self.current
        return document is not None and self._writing.export(document, log)

    def export_with_log(self, document: Document | None = None) -> bool:
        """Write a copy of a tracker with all its changes on a sheet of their own."""
        document = document or self.current
        return document is not None and self.export(document, self.keeping.log(document).entries())

    def bring_in(self, document: Document) -> bool:
        """Bring in what somebody else saved into a tracker's file; False where nothing came of it."""
        return self._writing.bring_in(document)

    def close(self, document: Document | None = None) -> bool:
        """Close a tracker, the current one when none is given, and those beside it; unsaved changes are asked about.

        Returns:
            False where the officer thought better of it.
        """
        document = document or self.current
        if document is None:
            return True
        closed = (document, *self.beside.of(document))
        if not all(self._may_go(one) for one in closed if one.unsaved):
            return False
        place = self.documents.index(document)
        for one in closed:
            self.documents.remove(one)
            self.keeping.closed(one)
            self._writing.closed(one)
            self._tell(Happening.CLOSED, one)
        if self.current in closed:
            self.current = None
            for other in self.documents[max(place - 1, 0) :][:1]:
                self.bring_up(other)
        return True

    def close_all(self) -> bool:
        """Close every tracker; False where the officer thought better of it, with the rest still open."""
        tabs = [document for document in self.documents if document.beside is None]
        return all(self.close(document) for document in tabs)

    def schemes(self, document: Document) -> tuple[Scheme, ...]:
        """Give the RAG schemes that a document may adopt: those built in, and the keys of the other open trackers."""
        others = (other.tracker.year.scheme for other in self.documents if other is not document)
        own = document.tracker.year.scheme
        offered: dict[str, Scheme] = {}
        for scheme in (*self._built_in, *others):
            if scheme is not None and scheme != own:
                offered.setdefault(scheme.name, scheme)
        return tuple(offered.values())

    def _year(self, path: Path, sheet: str = "") -> Year | None:
        answers: list[int | None] = []

        def choose(sheets: Sequence[str]) -> int | None:
            if sheet in sheets:
                return sheets.index(sheet)
            answers.append(
                self.prompts.choose(f"“{path.name}” holds several trackers. Open which sheet?", sheets, usual=0)
            )
            return answers[-1]

        def read(here: Here) -> Year:
            return self._read(path, lambda sheets: here(lambda: choose(sheets)))

        try:
            return self._patience(f"Opening “{path.name}”", read, may_stop=True)
        except Stopped:
            return None
        except Refusal as refusal:
            if None in answers:
                return None
            gone = not is_there(path) and self.recent.drop(path)
            note = " It is no longer in the list of recent files." if gone else ""
            self.prompts.refuse(f"{refusal}{note}")
            return None

    def _saved(self, document: Document | None, save: Callable[[Document], bool]) -> bool:
        before = document.path if document else None
        if document is None or not save(document) or document.path is None:
            return False
        if document.path != before:
            self.previous.keep(document.path, self.previous.of(before))
        try:
            self.keeping.saved(document)
        except Refusal as refusal:
            self._refuse(refusal)
        self.recent.add(document.path)
        self._tell(Happening.SAVED, document)
        return True

    def _add(self, year: Year, name: str, path: Path | None, beside: Document | None = None) -> Document:
        document = Document(Tracker(year), self.prompts, name, path, lambda: self._tell(Happening.ACCESS, document))
        document.own = own_workbook(path, year) if path and beside is None else None
        document.beside, document.tracker.viewing = beside, beside is not None
        self.documents.insert(self.beside.place_beside(beside) if beside else len(self.documents), document)
        self._tell(Happening.OPENED, document)
        if beside is None:
            self.bring_up(document)
        holder = self.keeping.opened(document, self._refuse)
        if holder is not None:
            document.view_only()
            self.prompts.tell(holder.sentence(document.name))
        self._tell(Happening.READY, document)
        return document

    def _open_again(self, path: Path | None) -> Document | None:
        """Open a file, or the example, in which changes are done again; an example not edited yet will do."""
        if path is not None:
            return self.open(path)
        fresh = next((known for known in self.documents if known.path is None and not known.unsaved), None)
        if fresh is None:
            return self.open_example()
        self.bring_up(fresh)
        return fresh

    def _may_go(self, document: Document) -> bool:
        self.bring_up(document)
        answer = self.prompts.ask_unsaved(document.name)
        return self.save(document) if answer is Answer.SAVE else answer is Answer.DISCARD

    def _folder(self) -> Path | None:
        if self.current and self.current.path:
            return self.current.path.parent
        return next((path.parent for path in self.recent.paths if is_there(path.parent)), None)

    def _refuse(self, refusal: Refusal) -> None:
        self.prompts.refuse(str(refusal))

    def _tell(self, happening: Happening, document: Document) -> None:
        for watcher in tuple(self._watchers):
            watcher(happening, document)
