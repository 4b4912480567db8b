"""Who has a workbook open: read from what their program puts beside it, and said by ours in LibreOffice's form."""

import getpass
import os
import platform
import re
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import platformdirs

from model.files.held import Sign, is_held, is_own
from model.files.owner_files import LockText, content, excel_file, excel_user, libreoffice_file, lock_text

SIGNS = "alive"
# A lock this old, on a file that can be written, was left behind: no program keeps a workbook open so long.
OLDEST = 7 * 24 * 3600
_ALIVE = ".alive"
_HEX = re.compile(rb"%([0-9A-Fa-f]{2})")
_DRIVE = re.compile(r"/[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who has a workbook open.

    Attributes:
        name: as their program has it; blank where it does not say.
        host: their machine; blank where it does not say.
        program: `Excel`, or `LibreOffice` for every program that writes locks of that form, ours among them.
        since: when it was opened, as the lock words it; blank where it does not say.
    """

    name: str = ""
    host: str = ""
    program: str = ""
    since: str = ""

    def sentence(self, file: str) -> str:
        """Say who has a file open and what to do, for the officer."""
        who = self.name or "Somebody"
        where = f" on {self.host}" if self.host else ""
        since = f" since {self.since}" if self.since else ""
        return (
            f"{who} has “{file}” open{where}{since}, so it is open here for viewing only."
            " To change it all the same, choose Tracker > Viewing only; it can be saved once they have closed it."
        )


def who_has(path: Path) -> Holder | None:
    """Tell who else has a workbook open; None where nobody has, or where only a lock was left behind.

    Left behind is: a lock that this program wrote on this machine and whose process is gone; one of LibreOffice on
    this machine whose profile is not in use; any that is seven days old on a file that can be opened for writing.
    """
    path = Path(os.path.realpath(path))
    lock, owner = libreoffice_file(path), excel_file(path)
    written = content(lock)
    if written is not None and not _left_behind(path, lock) and not _is_ours(lock_text(written)):
        said = lock_text(written)
        return Holder(said.name or said.login, said.host, "LibreOffice", said.time)
    written = content(owner)
    return Holder(excel_user(written), program="Excel") if written is not None and not _old(path, owner) else None


class Lock:
    """This program's lock on a workbook, as long as it is open for editing."""

    def __init__(self, file: Path, sign: Sign) -> None:
        """Keep the lock's file and the sign that its maker is alive; see `take`."""
        self._file = file
        self._sign = sign

    @classmethod
    def take(cls, path: Path, who: str, signs: Path | None = None) -> "Lock | None":
        """Lock a workbook; None where another has a lock, or where nothing can be written beside the workbook.

        Args:
            who: the name that others are shown.
            signs: the folder of the user's own for signs of life.
        """
        path = Path(os.path.realpath(path))
        sign = Sign.show(signs or platformdirs.user_data_path("savings-tracker", appauthor=False) / SIGNS)
        if sign is None:
            return None
        file = libreoffice_file(path)
        if content(file) is not None and _left_behind(path, file):
            with suppress(OSError):
                file.unlink()
        now = datetime.now().astimezone()
        said = LockText(who, _login(), platform.node(), f"{now:%d.%m.%Y %H:%M}", sign.path.as_uri())
        try:
            with file.open("x", encoding="utf-8") as lock:
                lock.write(str(said))
        except OSError:
            sign.take_down()
            return None
        return cls(file, sign)

    def release(self) -> None:
        """Remove the lock, unless another has taken it over meanwhile."""
        written = content(self._file)
        if written is not None and lock_text(written).profile == self._sign.path.as_uri():
            with suppress(OSError):
                self._file.unlink()
        self._sign.take_down()


def _left_behind(path: Path, lock: Path) -> bool:
    said = lock_text(content(lock) or b"")
    profile = _profile(said)
    if profile is not None and profile.suffix == _ALIVE:
        return not is_held(profile)
    # LibreOffice keeps a file of this name in its profile while it runs.
    if profile is not None and not (profile / ".lock").exists():
        return True
    return _old(path, lock)


def _is_ours(said: LockText) -> bool:
    sign = _profile(said)
    return sign is not None and sign.suffix == _ALIVE and is_own(sign)


def _old(path: Path, lock: Path) -> bool:
    try:
        if time.time() - lock.stat().st_mtime < OLDEST:
            return False
        with path.open("rb+"):
            return True
    except OSError:
        return False


def _profile(said: LockText) -> Path | None:
    """Give the profile that a lock names, if it is one of this machine and this user."""
    if (_machine(said.host), said.login) != (_machine(platform.node()), _login()):
        return None
    if not said.profile.startswith("file:///"):
        return None
    address = said.profile.removeprefix("file://").encode()
    place = os.fsdecode(_HEX.sub(lambda found: bytes([int(found[1], 16)]), address))
    return Path(place[1:] if _DRIVE.match(place) else place)


def _machine(name: str) -> str:
    """Give a machine's name without its network's, as programs differ in that."""
    return name.partition(".")[0].casefold()


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
