"""The change log of a workbook on the disk: kept in the user's own folder, so that the workbook is not touched."""

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from model.change_log import LogEntry
from model.refusals import Refusal

ENDING, CONTENT = ".changes", ".content"


class LogNotKept(Refusal):
    """Changes that are saved, but not noted in the log."""

    def __init__(self, name: str, folder: Path, why: str) -> None:
        super().__init__(
            f"“{name}” is saved, but what was changed could not be noted in the change log in {folder} ({why})."
            " Make room there: it is noted with the next save."
        )


class KeptLog:
    """The entries of one tracker, one line of JSON each, the oldest first; only ever added to."""

    def __init__(self, folder: Path, workbook: Path, title: str) -> None:
        """Take the log of a workbook and the title of the tracker in it, whether it is there or not."""
        place = f"{os.path.normcase(os.path.realpath(workbook))}\n{title}"
        self._title = title
        self._workbook = workbook
        self._file = folder / f"{_short(place)}{ENDING}"

    @property
    def is_there(self) -> bool:
        """Whether anything was logged yet."""
        return self._file.exists()

    def belongs_to(self, digest: str) -> None:
        """Note which content the log belongs to, so that the workbook is known again under another name.

        What can't be noted is left: the log of a workbook that is moved afterwards begins anew.
        """
        noted = _noted(self._title, digest)
        if self.is_there and digest:
            with suppress(OSError):
                self._content.write_text(noted, "utf-8")

    def before_it_moved(self, digest: str) -> tuple[LogEntry, ...]:
        """Give the log of a workbook of the same title and content that had another name or place; the latest."""
        noted = _noted(self._title, digest)
        with suppress(OSError):
            known = [path for path in self._file.parent.glob(f"*{CONTENT}") if path.read_text("utf-8") == noted]
            for path in sorted(known, key=lambda each: each.stat().st_mtime_ns)[-1:]:
                return _read(path.with_suffix(ENDING))
        return ()

    @property
    def _content(self) -> Path:
        return self._file.with_suffix(CONTENT)

    def read(self) -> tuple[LogEntry, ...]:
        """Give what was logged; a line that is damaged is left out."""
        return _read(self._file)

    def append(self, entries: Iterable[LogEntry]) -> None:
        """Add entries, and have them on the disk.

        Raises:
            LogNotKept: with the sentence that says why.
        """
        written = "".join(f"{_line(entry)}\n" for entry in entries)
        if not written:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("ab") as file:
                # A line that a crash cut off is ended, so that it takes no whole one along.
                file.write(("\n" if file.tell() else "").encode() + written.encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise LogNotKept(self._workbook.name, self._file.parent, str(error.strerror or error)) from error


def _read(file: Path) -> tuple[LogEntry, ...]:
    try:
        lines = file.read_bytes().decode("utf-8", "replace").split("\n")
    except OSError:
        return ()
    return tuple(entry for line in lines if (entry := _entry(line)) is not None)


def _noted(title: str, digest: str) -> str:
    return f"{digest} {_short(title)}"


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _line(entry: LogEntry) -> str:
    written = asdict(entry) | {"when": entry.when.isoformat()}
    del written["saved"]
    return json.dumps(written)


def _entry(line: str) -> LogEntry | None:
    try:
        written = json.loads(line)
        return LogEntry(**(written | {"when": datetime.fromisoformat(written["when"])}))
    except (TypeError, ValueError, KeyError, RecursionError):
        return None
