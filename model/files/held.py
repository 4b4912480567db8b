"""Files that a process holds as long as it lives: the system lets go of them however it ends, a power cut included."""

import os
import sys
import time
import weakref
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    # Windows locks bytes, and nobody can read them meanwhile: one far behind the end hurts nobody.
    _FAR = 1 << 40

    def hold(number: int) -> bool:
        """Hold an open file, by its number; False where another holds it."""
        place = os.lseek(number, 0, os.SEEK_CUR)
        try:
            os.lseek(number, _FAR, os.SEEK_SET)
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(number, place, os.SEEK_SET)
        return True

else:
    import fcntl

    def hold(number: int) -> bool:
        """Hold an open file, by its number; False where another holds it."""
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def is_held(path: Path) -> bool:
    """Tell whether a living process holds a file; one that is not there is held by nobody."""
    try:
        number = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        return not hold(number)
    finally:
        os.close(number)


SETTLED = 60


class Sign:
    """An empty file in the user's own folder that says, as long as it is held, that its maker is alive."""

    def __init__(self, path: Path, number: int) -> None:
        """Take a file that is held; see `show`."""
        self.path = path
        self.let_go = weakref.finalize(self, os.close, number)

    @classmethod
    def show(cls, folder: Path) -> "Sign | None":
        """Make a sign in a folder; None where nothing can be written there."""
        path = folder / f"{os.getpid()}-{os.urandom(6).hex()}.alive"
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            _clear(folder)
            number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            if hold(number):
                return cls(path, number)
            os.close(number)
        return None

    def take_down(self) -> None:
        """Let go of it and remove it."""
        for act in (self.let_go, self.path.unlink):
            with suppress(OSError):
                act()


def _clear(folder: Path) -> None:
    """Remove the signs of processes that were killed; one just made may not be held yet."""
    for path in folder.glob("*.alive"):
        if time.time() - path.stat().st_mtime > SETTLED and not is_held(path):
            path.unlink()


def is_own(sign: Path) -> bool:
    """Tell whether a sign is one of this process."""
    return sign.name.startswith(f"{os.getpid()}-") and is_held(sign)
