"""The version of a workbook that a save replaces, kept in the user's own folder for a while."""

import hashlib
import os
import re
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from model.files.fingerprint import fingerprint
from model.refusals import Refusal

KEEP = 20
FOLDER = "backups"
_NOT_IN_NAMES = re.compile(r"[^\w.() -]")
_LONGEST_STEM = 60


class BackupNotKept(Refusal):
    """A previous version that could not be kept; the save itself goes on."""

    def __init__(self, path: Path, folder: Path, why: str) -> None:
        super().__init__(
            f"The previous version of “{path.name}” could not be kept in {folder} ({why})."
            " Make room there, or choose another folder for backups."
        )


class BackupBesideOriginal(BackupNotKept):
    """A folder for backups in which the workbook itself lies: the council's folder is nobody's attic."""

    def __init__(self, path: Path, folder: Path) -> None:
        super().__init__(path, folder, "the workbook itself is in that folder")


def keep_backup(path: Path, folder: Path, keep: int = KEEP, now: datetime | None = None) -> Path:
    """Copy a workbook as it is before a save replaces it, and let go of its oldest copies.

    A version that is the last one kept already is not copied again.

    Args:
        folder: where copies are kept; made where it is not there.
        keep: how many copies of this workbook stay.

    Returns:
        The copy. Its name tells the workbook, its folder and the time: `savings 1a2b3c4d 2020-07-10 093000.xlsx`.

    Raises:
        BackupNotKept: with the sentence that says why. The caller tells it and saves all the same: a full disk at home
            must not keep the officer from saving on the council's share.
    """
    original, place = Path(os.path.realpath(path)), Path(os.path.realpath(folder))
    if place == original.parent:
        raise BackupBesideOriginal(path, folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
        kept = _copies(original, place)
        if kept and _same(kept[-1], original):
            return kept[-1]
        copy = _copied(original, place, now or datetime.now(UTC))
    except OSError as error:
        raise BackupNotKept(path, folder, str(error.strerror or error)) from error
    _prune(_copies(original, place), keep)
    return copy


def backups(path: Path, folder: Path) -> tuple[Path, ...]:
    """Give the copies kept of a workbook, the oldest first."""
    return tuple(_copies(Path(os.path.realpath(path)), folder))


def _copied(original: Path, place: Path, now: datetime) -> Path:
    """Copy beside first, so that a copy is whole or not there."""
    named = f"{_stem(original)} {now:%Y-%m-%d %H%M%S%f}{original.suffix}"
    beside = place / f"{named}.new"
    try:
        shutil.copy2(original, beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        return beside.replace(place / named)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _copies(original: Path, place: Path) -> list[Path]:
    begin = f"{_stem(original)} "
    with suppress(OSError):
        named = (path for path in place.iterdir() if path.name.startswith(begin))
        return sorted(path for path in named if path.suffix == original.suffix)
    return []


def _stem(original: Path) -> str:
    """Name a workbook and its folder: two councils may both call theirs `tracker.xlsx`."""
    where = hashlib.sha256(os.path.normcase(original).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return f"{_NOT_IN_NAMES.sub('_', original.stem)[:_LONGEST_STEM]} {where}"


def _same(copy: Path, original: Path) -> bool:
    kept = fingerprint(copy)
    return kept is not None and kept.matches(original, thorough=True)


def _prune(copies: list[Path], keep: int) -> None:
    """Let go of the oldest; one that will not go stays, and goes another time."""
    for old in copies[: max(len(copies) - keep, 0)]:
        with suppress(OSError):
            old.unlink()
