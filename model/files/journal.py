"""The journal of an open tracker: each change is on the disk before the window shows it as done."""

import os
import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from model.files.held import hold
from model.files.journal_lines import REDONE, UNDONE, Head, act_line, head_line, step_line
from model.history import Step
from model.refusals import Refusal

ENDING = ".journal"
_MOVES = {act_line(UNDONE): -1, act_line(REDONE): 1}


class JournalNotKept(Refusal):
    """Changes that a crash would lose, as they can't be written to the user's own folder."""

    def __init__(self, name: str, folder: Path, why: str) -> None:
        super().__init__(
            f"Your changes to “{name}” are here, but a power cut would lose them: they can't be written to {folder}"
            f" ({why}). Make room there, or save soon."
        )


class Journal:
    """Keeps the steps of one tracker since it was read or saved, in the user's own folder.

    The file is made with the first step and goes with the save or the close. What can't be written is written with
    the next step; the officer is told once.
    """

    def __init__(self, folder: Path, head: Head, tell: Callable[[JournalNotKept], None]) -> None:
        """Begin at a file that was just read.

        Args:
            folder: where journals are kept; made where it is not there.
            head: what is open.
            tell: is told once when the journal can't be written.
        """
        self._folder = folder
        self._tell = tell
        self._told = False
        self._head = head
        self._steps: list[str] = []
        self._place = 0
        self._file: _Appended | None = None
        self._waiting: list[str] = []

    def recorded(self, step: Step) -> None:
        """Keep a step before it is shown as done."""
        line = step_line(step)
        self._write(line)
        del self._steps[self._place :]
        self._steps.append(line)
        self._place += 1

    def undone(self, _step: Step) -> None:
        """Keep that the last step was taken back."""
        self._write(act_line(UNDONE))
        self._place -= 1

    def redone(self, _step: Step) -> None:
        """Keep that the step was done again which was taken back."""
        self._write(act_line(REDONE))
        self._place += 1

    def saved(self, head: Head) -> None:
        """Begin anew at a file that holds every change; steps are kept in mind, as they may be taken back yet."""
        self.end()
        self._head = replace(head, known=len(self._steps), place=self._place)

    def take_up(self, lines: Sequence[str]) -> bool:
        """Go on from the lines of a journal that was left behind, after its head; tells whether they are kept here."""
        self._steps, self._place = list(lines[: self._head.known]), self._head.place
        for line in lines[self._head.known :]:
            if line in _MOVES:
                self._place += _MOVES[line]
            else:
                self._steps[self._place :] = [line]
                self._place += 1
        self._waiting.append(head_line(self._head))
        return self._write(*lines)

    def end(self) -> None:
        """Remove the journal: nothing that it holds is needed any more."""
        self._waiting.clear()
        if self._file is not None:
            self._file.remove()
        self._file = None

    def _write(self, *lines: str) -> bool:
        if self._file is None and not self._waiting:
            self._waiting += [head_line(self._head), *self._steps]
        self._waiting += lines
        try:
            if self._file is None:
                self._file = _Appended(self._folder)
            self._file.append("".join(f"{waiting}\n" for waiting in self._waiting).encode())
        except OSError as error:
            self._say(error)
            return False
        self._waiting.clear()
        self._told = False
        return True

    def _say(self, error: OSError) -> None:
        if not self._told:
            self._told = True
            self._tell(JournalNotKept(self._head.name, self._folder, str(error.strerror or error)))


class _Appended:
    """A file that only grows, by what is on the disk whole; what was written in part is written over."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"{os.urandom(8).hex()}{ENDING}"
        self._number = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        self.let_go = weakref.finalize(self, os.close, self._number)
        self._size = 0
        hold(self._number)
        _note(folder)

    def append(self, content: bytes) -> None:
        os.ftruncate(self._number, self._size)
        os.lseek(self._number, self._size, os.SEEK_SET)
        left = memoryview(content)
        while left:
            left = left[os.write(self._number, left) :]
        os.fsync(self._number)
        self._size += len(content)

    def remove(self) -> None:
        for act in (self.let_go, self._path.unlink):
            with suppress(OSError):
                act()


def _note(folder: Path) -> None:
    """Have the system note a new name in the folder on the disk too, where it can be told to (Windows cannot)."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
