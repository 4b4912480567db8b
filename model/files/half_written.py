"""What is written beside a file until it takes its place; a program that was killed leaves it behind."""

import hashlib
import os
import platform
import time
from contextlib import suppress
from pathlib import Path

from model.files.held import is_held

# What another machine left behind is known by its age: whether its program lives can't be seen from here.
OLD = 24 * 3600


def beside(target: Path) -> Path:
    """Name a new file beside a target, so that this program knows again whose it is and from which machine."""
    return target.with_name(f"{_begin(target)}{_machine()}-{os.urandom(6).hex()}.tmp")


def clear_left_behind(target: Path) -> None:
    """Remove what this program left beside a target when it was killed.

    A file that a living program is writing stays: that of this machine is held by it, and that of another machine is
    younger than a day. Nothing but files with names of `beside` for this very target is looked at.
    """
    begin = _begin(target)
    with suppress(OSError), os.scandir(target.parent) as listed:
        for each in [each for each in listed if each.name.startswith(begin) and each.name.endswith(".tmp")]:
            with suppress(OSError):
                own = each.name.startswith(f"{begin}{_machine()}-")
                if (own and not is_held(Path(each.path))) or time.time() - each.stat().st_mtime > OLD:
                    Path(each.path).unlink()


def _begin(target: Path) -> str:
    return f"~savings-tracker-{_short(os.path.normcase(target.name))}-"


def _machine() -> str:
    return _short(platform.node())


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:8]
