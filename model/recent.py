"""The files that were opened last, kept in the user's own folder for settings."""

import contextlib
import json
from collections.abc import Iterable
from pathlib import Path

import platformdirs

PROGRAM = "savings-tracker"
MOST = 10


class RecentFiles:
    """At most ten files, the last opened first; a list that can't be read or kept is only a shorter list."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder for settings, the user's own when none is given."""
        self._list = (folder or platformdirs.user_config_path(PROGRAM, appauthor=False)) / "recent.json"

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files, the last opened first."""
        try:
            names = json.loads(self._list.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return ()
        if not isinstance(names, list):
            return ()
        return tuple(Path(name) for name in names if isinstance(name, str))[:MOST]

    def add(self, path: Path) -> None:
        """Put a file first."""
        path = path.absolute()
        self._keep([path, *(other for other in self.paths if other != path)])

    def drop(self, path: Path) -> bool:
        """Take a file off the list; tells whether it was on it."""
        path, paths = path.absolute(), self.paths
        self._keep(other for other in paths if other != path)
        return path in paths

    def clear(self) -> None:
        """Forget every file."""
        self._keep(())

    def _keep(self, paths: Iterable[Path]) -> None:
        text = json.dumps([str(path) for path in paths][:MOST], ensure_ascii=False, indent=1)
        # Nothing that the officer works on depends on this list, so a full disk or a locked folder is let pass.
        with contextlib.suppress(OSError, UnicodeEncodeError):
            self._list.parent.mkdir(parents=True, exist_ok=True)
            beside = self._list.with_suffix(".new")
            beside.write_text(text, encoding="utf-8")
            beside.replace(self._list)
