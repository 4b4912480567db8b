"""What a crash or a power cut left behind: found in the journals of trackers that nobody closed, and done again."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from model.files.held import is_held
from model.files.journal import ENDING
from model.files.journal_lines import (
    REDONE,
    UNDONE,
    Entry,
    Head,
    KeptStep,
    read_entry_line,
    read_head,
)
from model.files.journal_values import DamagedLineError
from model.files.replay import Replay, replayed
from model.history import History
from model.since_save import SinceSave
from model.year import Year


class Restorable(Protocol):
    """A tracker that was just read and can take up a history."""

    year: Year

    def take_up(self, history: History, year: Year) -> None:
        """Stand where a history left off."""


@dataclass(frozen=True, slots=True)
class KeptChange:
    """A change that can be done again, in words."""

    words: str
    when: datetime
    who: str

    @property
    def sentence(self) -> str:
        """The change in a line to read, at the local time."""
        return f"{self.when.astimezone():%d %B, %H:%M}  {self.words}"


@dataclass(frozen=True, slots=True)
class Recovery:
    """The changes to one tracker that were not saved when the program stopped.

    Attributes:
        lines: the journal's own, after its head, as far as they could be read.
        changes: the oldest first.
        cut: whether the journal is damaged, so that later changes are lost.
    """

    journal: Path
    head: Head
    lines: tuple[str, ...]
    entries: tuple[Entry, ...]
    changes: tuple[KeptChange, ...]
    cut: bool

    @property
    def path(self) -> Path | None:
        """The file that was open; None for the example."""
        return self.head.path

    @property
    def untouched(self) -> bool:
        """Whether the file is as it was when the first of the changes was made."""
        if self.head.path is None:
            return True
        return self.head.fingerprint is not None and self.head.fingerprint.matches(self.head.path)

    @property
    def warning(self) -> str:
        """What to know before the changes are done again; blank where there is nothing."""
        said = []
        if self.path is not None and not self.path.exists():
            said.append(f"The file is not where it was ({self.path}). Put it back, then start the program again.")
        elif not self.untouched:
            said.append("The file has changed since. Your changes are put into it as it is now, by reference.")
        if self.cut:
            said.append("What was kept is damaged: changes after these could not be read.")
        return " ".join(said)

    def restore(self, tracker: Restorable) -> Replay:
        """Do the changes again on the tracker that was read from the file; the journal stays until it is discarded."""
        result = replayed(self.head, self.entries, tracker.year, by_line=self.untouched)
        if result.differs:
            tracker.take_up(result.history, result.year)
        return result

    def discard(self) -> None:
        """Forget the changes; a journal that can't be removed stays, and is offered again."""
        with suppress(OSError):
            self.journal.unlink()


def unfinished(folder: Path) -> tuple[Recovery, ...]:
    """Find what was not saved in trackers that nobody closed, the oldest first.

    The journal of a program that is still running is left alone, and so is one that can't be read at all. One in which
    nothing is left to do again is removed.
    """
    found = []
    for journal in _journals(folder):
        if is_held(journal):
            continue
        recovery = read_journal(journal)
        if recovery is not None and recovery.changes:
            found.append(recovery)
        elif recovery is not None:
            recovery.discard()
    return tuple(sorted(found, key=lambda recovery: recovery.changes[0].when))


def read_journal(journal: Path) -> Recovery | None:
    """Read a journal as far as it is whole; None where it can't be read.

    Its last line may be cut off: that change was never shown as done. What follows a damaged line is not used.
    """
    try:
        first, *lines = journal.read_bytes().decode("utf-8", "replace").split("\n")
        head = read_head(first)
    except (OSError, DamagedLineError):
        return None
    entries: list[Entry] = []
    for line in lines:
        try:
            entries.append(read_entry_line(line))
        except DamagedLineError:
            break
    cut = any(line.strip("\0\r ") for line in lines[len(entries) + 1 :])
    return Recovery(journal, head, tuple(lines[: len(entries)]), tuple(entries), _changes(head, entries), cut)


def _journals(folder: Path) -> Iterable[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ENDING)
    except OSError:
        return ()


def _changes(head: Head, entries: Sequence[Entry]) -> tuple[KeptChange, ...]:
    """List what the file does not hold."""
    known = [entry for entry in entries[: head.known] if isinstance(entry, KeptStep)]
    if len(known) < head.known:
        return ()
    since = SinceSave[KeptStep]()
    steps, place = known, head.place
    for entry in entries[head.known :]:
        if isinstance(entry, KeptStep):
            steps[place:] = [entry]
            since.done(entry)
            place += 1
        elif entry == UNDONE and place:
            place -= 1
            since.undone(steps[place])
        elif entry == REDONE and place < len(steps):
            since.done(steps[place])
            place += 1
    return tuple(
        KeptChange(f"{'Taken back: ' * net.taken_back}{net.act.words}", net.act.when, net.act.who) for net in since.net
    )
