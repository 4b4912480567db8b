"""What stood beside a tracker, and how: kept in the user's own folder, so that it comes back with the tracker."""

import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

from model.recent import PROGRAM

MOST = 50
"""Trackers for which it is kept what stood beside them."""
_EXAMPLE = ""


@dataclass(frozen=True, slots=True)
class Stood:
    """A tracker that stood beside another: its file, and the sheet of it."""

    path: Path
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How trackers stand beside another.

    Attributes:
        trackers: in their order; the one beside which they stand is not among them.
        stacked: whether they stand one above the other; None where the window's room decides.
        tied: whether they are scrolled together.
        sizes: how much of the room each has, the first one's first; empty where they share alike.
    """

    trackers: tuple[Stood, ...] = ()
    stacked: bool | None = None
    tied: bool = True
    sizes: tuple[int, ...] = ()


class KeptBeside:
    """What stood beside each tracker; what can't be read or kept is only not remembered."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder for settings, the user's own when none is given."""
        self._file = (folder or platformdirs.user_config_path(PROGRAM, appauthor=False)) / "beside.json"

    def of(self, path: Path | None) -> Arrangement:
        """Give what stood beside a tracker, by its file; None is the example, which has none."""
        kept = self._read().get(_name(path))
        return _arrangement(kept) if isinstance(kept, dict) else Arrangement()

    def keep(self, path: Path | None, arrangement: Arrangement) -> None:
        """Remember what stands beside a tracker; where nothing does, nothing is remembered."""
        others = {name: kept for name, kept in self._read().items() if name != _name(path)}
        if arrangement.trackers:
            others = {_name(path): _plain(arrangement), **others}
        self._write(dict(list(others.items())[:MOST]))

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _write(self, kept: dict[str, Any]) -> None:
        text = json.dumps(kept, ensure_ascii=True, indent=1)
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside = self._file.with_suffix(".new")
            beside.write_text(text, encoding="utf-8")
            beside.replace(self._file)


def _name(path: Path | None) -> str:
    return str(path.absolute()) if path else _EXAMPLE


def _plain(arrangement: Arrangement) -> dict[str, Any]:
    return {
        "trackers": [[str(stood.path.absolute()), stood.sheet] for stood in arrangement.trackers],
        "stacked": arrangement.stacked,
        "tied": arrangement.tied,
        "sizes": list(arrangement.sizes),
    }


def _arrangement(kept: dict[str, Any]) -> Arrangement:
    """Read an arrangement; a part that makes no sense is as usual."""
    stacked, sizes = kept.get("stacked"), kept.get("sizes")
    return Arrangement(
        _trackers(kept.get("trackers")),
        stacked if isinstance(stacked, bool) else None,
        kept.get("tied") is not False,
        tuple(sizes) if isinstance(sizes, list) and all(isinstance(size, int) for size in sizes) else (),
    )


def _trackers(kept: object) -> tuple[Stood, ...]:
    pairs: Sequence[object] = kept if isinstance(kept, list) else ()
    return tuple(
        Stood(Path(pair[0]), pair[1])
        for pair in pairs
        if isinstance(pair, list) and list(map(type, pair)) == [str, str]
    )
