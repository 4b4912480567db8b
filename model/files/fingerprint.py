"""Whether a file is still the one that was read: its size and time at once, its content where these differ."""

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

Glance = tuple[int, int]
# The size and time of no file.
NEVER: Glance = -1, -1


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file was like.

    Attributes:
        mtime_ns: when it was last changed, in nanoseconds, as far as its disk counts them.
        sha256: of its content.
    """

    size: int
    mtime_ns: int
    sha256: str

    def matches(self, path: Path, *, thorough: bool = False) -> bool:
        """Tell whether a file still has this content; one that is gone or can't be read has not.

        Size and time are compared first, and only where they differ is the content read. Some disks count time in
        steps of two seconds, so whoever is about to replace the file asks for a thorough look.
        """
        if not thorough and glance(path) == (self.size, self.mtime_ns):
            return True
        now = fingerprint(path)
        return now is not None and now.sha256 == self.sha256


def glance(path: Path) -> Glance | None:
    """Give a file's size and time; None where there is no file, or something that is none, such as a pipe."""
    try:
        seen = path.stat()
    except (OSError, ValueError):
        return None
    return (seen.st_size, seen.st_mtime_ns) if stat.S_ISREG(seen.st_mode) else None


def fingerprint(path: Path) -> Fingerprint | None:
    """Take a file's fingerprint; None where it can't be read."""
    seen = glance(path)
    if seen is None:
        return None
    try:
        with path.open("rb") as file:
            return Fingerprint(*seen, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError:
        return None


def digest_of(content: bytes) -> str:
    """Give what tells a content from any other."""
    return hashlib.sha256(content).hexdigest()


def fingerprint_of(path: Path, digest: str) -> Fingerprint:
    """Give the fingerprint of what was read from a file, or written into it, whatever stands there by now.

    Where that is something else already, the fingerprint has the size and time of no file, and so never matches by a
    glance.
    """
    now = fingerprint(path)
    return now if now is not None and now.sha256 == digest else Fingerprint(*NEVER, digest)
