"""What keeps open trackers safe: a lock beside the workbook, a journal against crashes, the log of changes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from model.document import Document
from model.files.fingerprint import Fingerprint, fingerprint_of
from model.files.half_written import clear_left_behind
from model.files.journal import Journal
from model.files.journal_lines import Head
from model.files.lock import SIGNS, Holder, Lock, who_has
from model.files.recovery import Recovery, unfinished
from model.history import Step
from model.logbook import Logbook
from model.refusals import Refusal
from model.year import Year

RECOVERY, CHANGES = "recovery", "changes"
# Only what can be saved into is locked: a text or an old workbook that is read here is not kept from anybody.
LOCKED = (".xlsx", ".xlsm")

Tell = Callable[[Refusal], None]


@dataclass
class _Kept:
    """What is kept of one open tracker; each act goes to the journal first, then to the log."""

    journal: Journal
    log: Logbook
    lock: Lock | None = None
    locked: Path | None = None

    def recorded(self, step: Step) -> None:
        self.journal.recorded(step)
        self.log.recorded(step)

    def undone(self, step: Step) -> None:
        self.journal.undone(step)
        self.log.undone(step)

    def redone(self, step: Step) -> None:
        self.journal.redone(step)
        self.log.redone(step)

    def release(self) -> None:
        if self.lock is not None:
            self.lock.release()
        self.lock = self.locked = None


class Safekeeping:
    """Keeps every open tracker of a session; nothing of it is ever written into the council's folder but the lock."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep in a folder, the user's own for data when none is given."""
        self._folder = folder or platformdirs.user_data_path("savings-tracker", appauthor=False)
        self._kept: dict[Document, _Kept] = {}

    def opened(self, document: Document, tell: Tell) -> Holder | None:
        """Begin to keep a tracker that was just read.

        Args:
            tell: is told, after the act concerned, what could not be kept.

        Returns:
            Who has its workbook open already; then it is not locked, and it is the caller's to show it for viewing.
        """
        log = self.log_of(document.path, document.tracker.year)
        self._kept[document] = kept = _Kept(self._journal(document, _head(document), tell), log)
        document.tracker.keeper = kept
        return self.lock(document)

    def saved(self, document: Document) -> None:
        """Begin anew at the file as it was just written.

        Raises:
            LogNotKept: the log could not be added to; all else is done.
        """
        kept = self._kept[document]
        kept.journal.saved(_head(document))
        self.lock(document)
        if document.path is not None:
            kept.log.saved(document.path, document.own.seen.sha256 if document.own else "")

    def closed(self, document: Document) -> None:
        """Let go of a tracker: nothing of it is needed any more."""
        kept = self._kept.pop(document)
        kept.journal.end()
        kept.release()

    def log(self, document: Document) -> Logbook:
        """Give the log of an open tracker."""
        return self._kept[document].log

    def log_of(self, workbook: Path | None, year: Year) -> Logbook:
        """Give the log that is kept of a workbook, open or not."""
        return Logbook(self._folder / CHANGES, workbook, year.title, year.digest)

    def unfinished(self) -> tuple[Recovery, ...]:
        """Find what a crash or a power cut left behind, the oldest first."""
        return unfinished(self._folder / RECOVERY)

    def recover(self, document: Document, recovery: Recovery, tell: Tell) -> tuple[str, ...] | None:
        """Do changes again on a tracker that was just read, and go on with them in a journal of its own.

        Returns:
            The references of lines that are gone, whose changes are left out; None where the file holds every change.
        """
        result = recovery.restore(document.tracker)
        if not result.differs:
            recovery.discard()
            return None
        head = _head(document, known=recovery.head.known, place=recovery.head.place)
        kept = self._kept[document]
        kept.journal = self._journal(document, head, tell)
        kept.log.take_up(result.since)
        if kept.journal.take_up(recovery.lines):
            recovery.discard()
        return result.missing

    def lock(self, document: Document) -> Holder | None:
        """Lock a tracker's workbook, unless it stands beside another to be looked at; give who has it open already."""
        kept, path = self._kept[document], document.path
        if path is None or document.beside or path.suffix.lower() not in LOCKED or path == kept.locked:
            return None
        kept.release()
        holder = who_has(path)
        if holder is None:
            kept.lock, kept.locked = Lock.take(path, document.tracker.who, self._folder / SIGNS), path
            # Another may have been quicker; where nothing can be written beside the workbook, nobody was.
            holder = who_has(path) if kept.lock is None else None
            clear_left_behind(path)
        return holder

    def _journal(self, document: Document, head: Head, tell: Tell) -> Journal:
        # The officer is told once the act is done and shown, not in the middle of it.
        return Journal(self._folder / RECOVERY, head, lambda trouble: document.after_act(lambda: tell(trouble)))


def _head(document: Document, known: int = 0, place: int = 0) -> Head:
    path = document.path
    return Head(
        name=document.name,
        title=document.tracker.year.title,
        path=path,
        fingerprint=_seen(document),
        when=datetime.now(UTC),
        known=known,
        place=place,
    )


def _seen(document: Document) -> Fingerprint | None:
    """Give the fingerprint of what a tracker was read from or saved as; None where it has no file."""
    if document.own is not None:
        return document.own.seen
    return fingerprint_of(document.path, document.tracker.year.digest) if document.path else None
