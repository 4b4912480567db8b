"""Trackers that stand beside another to be looked at: opened there, put there, taken into a tab of their own."""

from collections.abc import Callable
from pathlib import Path

from model.document import Document, Happening
from model.files.lock import Holder
from model.kept_beside import Arrangement, KeptBeside, Stood
from model.own_workbook import own_workbook
from model.prompts import Prompts
from model.safekeeping import Safekeeping
from model.writing import is_file, is_there
from model.year import Year

Read = Callable[[Path, str], Year | None]
Add = Callable[[Year, str, Path, Document], Document]
Tell = Callable[[Happening, Document], None]


class BesideTrackers:
    """What a session does about trackers beside others: they are for viewing only, and never locked.

    A tracker that has others beside it stands beside none itself.
    """

    def __init__(self, documents: list[Document], prompts: Prompts, read: Read, add: Add, tell: Tell) -> None:
        """Act for a session.

        Args:
            documents: those that are open, each followed by those beside it; one that moves is moved there.
            read: reads a file, of several equally good sheets the one named; None where that was refused and told.
            add: adds a document beside another.
        """
        self._documents = documents
        self._prompts = prompts
        self._read = read
        self._add = add
        self._tell = tell
        self._kept = KeptBeside()
        self._viewed: set[Document] = set()

    def of(self, document: Document) -> tuple[Document, ...]:
        """Give the trackers that stand beside one, in their order."""
        return tuple(other for other in self._documents if other.beside is document)

    def open(self, document: Document, path: Path, sheet: str = "") -> Document | None:
        """Open a file beside a tracker; one that stands there already is given as it is.

        Returns:
            None where the file was refused, which has been told, or the officer thought better of it.
        """
        for other in self.of(document):
            if is_file(other.path, path) and sheet in ("", other.tracker.year.sheet):
                return other
        year = self._read(path, sheet)
        return None if year is None else self._add(year, path.name, path, document)

    def offered(self, document: Document) -> tuple[Document, ...]:
        """Give the trackers in tabs that can be put beside one: those with nothing beside them."""
        tabs = (other for other in self._documents if other is not document and other.beside is None)
        return tuple(other for other in tabs if not self.of(other))

    def put(self, other: Document, document: Document) -> None:
        """Put a tracker that has a tab beside another; what is not saved in it stays so."""
        if other.tracker.viewing:
            self._viewed.add(other)
        self._move(other, document)
        other.view_only()
        self._tell(Happening.MOVED, other)

    def take_out(self, other: Document, keeping: Safekeeping) -> None:
        """Give a tracker that stands beside another a tab of its own; it can be edited unless somebody has it open."""
        self._move(other, None)
        if other.own is None and other.path is not None:
            other.own = own_workbook(other.path, other.tracker.year)
        holder: Holder | None = keeping.lock(other)
        other.view_only(other in self._viewed or holder is not None)
        self._viewed.discard(other)
        self._tell(Happening.MOVED, other)
        if holder is not None:
            self._prompts.tell(holder.sentence(other.name))

    def kept(self, document: Document) -> Arrangement:
        """Give how trackers last stood beside one."""
        return self._kept.of(document.path)

    def keep(self, document: Document, arrangement: Arrangement) -> None:
        """Remember how trackers stand beside one; which they are is known here."""
        stood = ((other.path, other.tracker.year.sheet) for other in self.of(document))
        trackers = tuple(Stood(path, sheet) for path, sheet in stood if path is not None)
        others = arrangement.stacked, arrangement.tied, arrangement.sizes
        self._kept.keep(document.path, Arrangement(trackers, *others))

    def forget(self, path: Path | None) -> None:
        """Remember no more what stood beside a tracker, by its file."""
        self._kept.keep(path, Arrangement())

    def bring_back(self, document: Document) -> tuple[str, ...]:
        """Open again what stood beside a tracker.

        Returns:
            The names of files that are not there any more.
        """
        kept = self.kept(document).trackers
        there = [stood for stood in kept if is_there(stood.path)]
        for stood in there:
            self.open(document, stood.path, stood.sheet)
        return tuple(stood.path.name for stood in kept if stood not in there)

    def place_beside(self, document: Document) -> int:
        """Give the place, in the order of the session, after a tracker and those beside it."""
        return self._documents.index(document) + 1 + len(self.of(document))

    def _move(self, other: Document, document: Document | None) -> None:
        self._documents.remove(other)
        self._documents.insert(self.place_beside(document) if document else len(self._documents), other)
        other.beside = document
