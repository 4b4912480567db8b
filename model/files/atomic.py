"""Files are written whole or not at all: beside their place first, then moved into it."""

import errno
import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from model.files.half_written import beside, clear_left_behind
from model.files.held import hold
from model.files.lock import who_has
from model.files.unwritable import (
    DiskFull,
    FolderClosed,
    NameOfFolder,
    NameTooLong,
    NoSuchFolder,
    OpenElsewhere,
    Unwritable,
    WriteProtected,
    WritingFailed,
)

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_whole(path: Path, content: bytes, prove: Callable[[Path], None] | None = None) -> None:
    """Put a file in its place in one move, on the disk before that; a link is followed.

    Args:
        prove: reads what was written beside the place, before it is moved there; what it raises stops the move.

    Raises:
        Unwritable: with the sentence that says why. Nothing is left behind, and a file that stood there still does.
    """
    try:
        target = Path(os.path.realpath(path))
        check_place(target)
        clear_left_behind(target)
        written = beside(target)
        try:
            _write(written, content, prove)
            _put_in_place(written, target)
        finally:
            with suppress(OSError):
                written.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise _refusal(error, path) from error
    _keep_move(target.parent)


def check_place(target: Path) -> None:
    """Refuse what would fail, or would do harm, before anything is written there.

    Raises:
        Unwritable: with the sentence that says why.
    """
    if not target.parent.is_dir():
        raise NoSuchFolder(target)
    if target.is_dir():
        raise NameOfFolder(target)
    if not target.exists():
        return
    if not os.access(target, os.W_OK):
        raise WriteProtected(target)
    if who_has(target) is not None:
        raise OpenElsewhere(target)


def _write(written: Path, content: bytes, prove: Callable[[Path], None] | None) -> None:
    with written.open("xb") as file:
        # As long as it is held, nobody takes it for one that was left behind; on some shares nobody can read it either.
        hold(file.fileno())
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if prove is not None:
        prove(written)


def _put_in_place(written: Path, target: Path) -> None:
    try:
        if target.exists():
            _make_like(target, written)
        written.replace(target)
    except PermissionError as error:
        raise OpenElsewhere(target) from error


def _make_like(target: Path, written: Path) -> None:
    """Give a new file the permissions of that which it replaces, and its owner and labels where the system allows.

    Its time is that of the save: other programs tell by it that there is a new version.
    """
    shutil.copymode(target, written)
    about = target.stat()
    with suppress(OSError, AttributeError):  # Windows knows no owners of this kind, and no labels
        os.chown(written, about.st_uid, about.st_gid)
        written.chmod(stat.S_IMODE(about.st_mode))  # which a change of owner may have taken away
    with suppress(OSError, AttributeError):
        for name in os.listxattr(target):
            os.setxattr(written, name, os.getxattr(target, name))


def _keep_move(folder: Path) -> None:
    """Have the system note the new name on the disk too, where it can be told to (Windows cannot)."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _refusal(error: OSError | ValueError, path: Path) -> Unwritable:
    if isinstance(error, PermissionError) or getattr(error, "errno", None) == errno.EROFS:
        return FolderClosed(path)
    if not isinstance(error, OSError):
        return WritingFailed(path, str(error))
    if error.errno in _FULL:
        return DiskFull(path)
    return NameTooLong(path) if error.errno == errno.ENAMETOOLONG else WritingFailed(path, str(error.strerror))
