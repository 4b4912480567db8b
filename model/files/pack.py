"""Several files that belong together are put into a folder all at once, or not at all."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from model.files.atomic import check_place
from model.files.council_workbook import Report
from model.files.unwritable import FolderClosed, OpenElsewhere, WritingFailed

Write = Callable[[Path], Report]


def write_pack(folder: Path, files: Mapping[str, Write]) -> tuple[Report, ...]:
    """Write files by their names into a folder; those that stood there under the same names give way.

    Args:
        files: what writes each file to a path that it is given.

    Raises:
        Unwritable: with the sentence that says why. The folder is then as it was before.
    """
    for name in files:
        check_place(folder / name)
    beside = folder / f"~{os.urandom(6).hex()}.tmp"
    try:
        _before(beside).mkdir(parents=True)
    except OSError as error:
        raise _refusal(error, folder) from error
    try:
        reports = [write(beside / name) for name, write in files.items()]
        _put_in_place(beside, folder, tuple(files))
    except BaseException:
        _clear(beside)
        raise
    shutil.rmtree(beside, ignore_errors=True)
    return tuple(Report(folder / report.path.name, report.remarks) for report in reports)


def _before(beside: Path) -> Path:
    """Give where the files wait that are to give way."""
    return beside / "before"


def _put_in_place(beside: Path, folder: Path, names: tuple[str, ...]) -> None:
    placed: list[str] = []
    try:
        for name in names:
            placed.append(name)
            _change_places(beside, folder, name)
    except BaseException as error:
        for name in placed:
            _take_back(beside, folder, name)
        if isinstance(error, OSError):
            raise OpenElsewhere(folder / placed[-1]) from error
        raise


def _change_places(beside: Path, folder: Path, name: str) -> None:
    if (folder / name).exists():
        (folder / name).replace(_before(beside) / name)
    (beside / name).replace(folder / name)


def _take_back(beside: Path, folder: Path, name: str) -> None:
    """Have a file as it was; what can't be moved back now stays in the folder beside."""
    try:
        if not (beside / name).exists():
            (folder / name).unlink(missing_ok=True)
        if (_before(beside) / name).exists():
            (_before(beside) / name).replace(folder / name)
    except OSError:
        return


def _clear(beside: Path) -> None:
    """Leave nothing behind, unless a file that gave way stands there alone."""
    if not any(_before(beside).iterdir()):
        shutil.rmtree(beside, ignore_errors=True)


def _refusal(error: OSError, folder: Path) -> Exception:
    return FolderClosed(folder) if isinstance(error, PermissionError) else WritingFailed(folder, str(error.strerror))
