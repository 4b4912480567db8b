"""Which tracker was named as the previous period of each: kept in the user's own folder, so that it comes back."""

import contextlib
import json
from pathlib import Path
from typing import Any

import platformdirs

from model.kept_beside import Stood
from model.recent import PROGRAM

MOST = 50
"""Trackers for which a previous period is kept."""
_EXAMPLE = ""


class KeptPrevious:
    """The file of each tracker's previous period; what can't be read or kept is only not remembered."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder for settings, the user's own when none is given."""
        self._file = (folder or platformdirs.user_config_path(PROGRAM, appauthor=False)) / "previous.json"

    def of(self, path: Path | None) -> Stood | None:
        """Give the previous period of a tracker, by its file; None is the example, which has none."""
        kept = self._read().get(_name(path))
        if not isinstance(kept, list) or list(map(type, kept)) != [str, str]:
            return None
        return Stood(Path(kept[0]), kept[1])

    def keep(self, path: Path | None, previous: Stood | None) -> None:
        """Remember the previous period of a tracker, or that it has none."""
        others = {name: kept for name, kept in self._read().items() if name != _name(path)}
        if previous is not None:
            others = {_name(path): [str(previous.path.absolute()), previous.sheet], **others}
        self._write(dict(list(others.items())[:MOST]))

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _write(self, kept: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside = self._file.with_suffix(".new")
            beside.write_text(json.dumps(kept, ensure_ascii=True, indent=1), encoding="utf-8")
            beside.replace(self._file)


def _name(path: Path | None) -> str:
    return str(path.absolute()) if path else _EXAMPLE
