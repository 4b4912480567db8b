"""Several files that belong together are put into a folder all at once, or not at all."""

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from model.files.council_workbook import Report
from model.files.unwritable import FolderClosed, NoSuchFolder, OpenElsewhere, WritingFailed

Write = Callable[[Path], Report]


def write_pack(folder: Path, files: Mapping[str, Write]) -> tuple[Report, ...]:
    """Write files by their names into a folder; those that stood there under the same names give way.

    Args:
        files: what writes each file to a path that it is given.

    Raises:
        Unwritable: with the sentence that says why. The folder is then as it was before.
    """
    beside = folder / f"~{os.urandom(6).hex()}.tmp"
    try:
        (beside / "before").mkdir(parents=True)
    except OSError as error:
        raise _refusal(error, folder) from error
    try:
        reports = [write(beside / name) for name, write in files.items()]
        _put_in_place(beside, folder, tuple(files))
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return tuple(Report(folder / report.path.name, report.remarks) for report in reports)


def _put_in_place(beside: Path, folder: Path, names: tuple[str, ...]) -> None:
    placed: list[str] = []
    for name in names:
        target, before = folder / name, beside / "before" / name
        try:
            if target.exists():
                target.replace(before)
            placed.append(name)
            (beside / name).replace(target)
        except OSError as error:
            _take_back(beside, folder, placed)
            raise OpenElsewhere(target) from error


def _take_back(beside: Path, folder: Path, placed: list[str]) -> None:
    for name in placed:
        before = beside / "before" / name
        with suppress(OSError):
            if before.exists():
                before.replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)


def _refusal(error: OSError, folder: Path) -> Exception:
    if isinstance(error, PermissionError):
        return FolderClosed(folder)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return NoSuchFolder(folder)
    return WritingFailed(folder, str(error.strerror))
