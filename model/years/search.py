"""Which files of folders may be trackers: locks, hidden files and copies are left out, links are followed once."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from model.files.grid import SUFFIXES

_NO_TRACKER = ("~", ".")
"""How the names begin of locks (`~$tracker.xlsx`, `.~lock.tracker.xlsx#`), unfinished and hidden files."""
_COPY = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:copy|backup) of (?P<original>.+)",
        r"(?P<original>.+?) ?-? copy(?: ?\(\d+\))?",
        r"(?P<original>.+?) ?\(\d+\)",
        r"(?P<original>.+?)[ ._-]+(?:backup|bak|old)",
    )
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file or folder that was not read, with the sentence that says why."""

    path: Path
    sentence: str


@dataclass(frozen=True, slots=True)
class Candidates:
    """What was found: the files to read, in the order of their names, and what was left out beside them."""

    files: tuple[Path, ...]
    left_out: tuple[LeftOut, ...] = ()


def candidates(places: Sequence[Path], looking_in: Callable[[Path], None] = lambda _: None) -> Candidates:
    """Find the files that may be trackers in folders, with the folders inside them, and among files.

    A file that is named itself is read, whatever it is called; in a folder, it is one of a kind that can be opened.
    What is found twice, as through a link, is read once.

    Args:
        looking_in: is told each folder before it is looked into; what it raises ends the search.
    """
    search = _Search(looking_in)
    for place in places:
        if _is_folder(place):
            search.take_in(sorted(search.walk(place)))
        else:
            search.take_in([place], named=True)
    return Candidates(tuple(search.files), tuple(search.left_out))


@dataclass(slots=True)
class _Search:
    looking_in: Callable[[Path], None]
    files: list[Path] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def walk(self, top: Path) -> Iterator[Path]:
        """Give the files of a folder and of those inside it, each folder once, however it is linked."""
        folders = [top]
        while folders:
            folder = folders.pop()
            if not self._is_new(folder):
                continue
            self.looking_in(folder)
            for entry in self._entries(folder):
                if entry.name.startswith(_NO_TRACKER):
                    continue
                if _is_folder(entry):
                    folders.append(entry)
                elif entry.suffix.lower() in SUFFIXES:
                    yield entry

    def _entries(self, folder: Path) -> list[Path]:
        try:
            return list(folder.iterdir())
        except OSError as closed:
            why = closed.strerror or "no reason given"
            self.left_out.append(LeftOut(folder, f"The folder “{folder.name}” could not be looked into ({why})."))
            return []

    def take_in(self, found: Sequence[Path], *, named: bool = False) -> None:
        """Take files to read, but no copies of others among them."""
        names = {path.parent / path.name.casefold(): path.name for path in found}
        for path in found:
            original = None if named else _original_of(path, names)
            if original is not None:
                sentence = f"“{path.name}” was left out: by its name it is a copy of “{original}”."
                self.left_out.append(LeftOut(path, sentence))
            elif self._is_new(path):
                self.files.append(path)

    def _is_new(self, path: Path) -> bool:
        real = os.path.realpath(path)
        if real in self.seen:
            return False
        self.seen.add(real)
        return True


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir fails where the system says nothing about a file


def _original_of(path: Path, names: dict[Path, str]) -> str | None:
    """Give the name of the file beside it that a file is a copy of, by its own name; None where there is none."""
    for copy in _COPY:
        found = copy.fullmatch(path.stem)
        original = found and names.get(path.parent / f"{found['original'].strip()}{path.suffix}".casefold())
        if original:
            return original
    return None
