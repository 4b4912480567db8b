"""Where the version that a save replaces is kept: the officer's choice, remembered in the user's own folder."""

import contextlib
import json
from pathlib import Path

import platformdirs

PROGRAM = "savings-tracker"


class BackupChoice:
    """A folder for copies, or none; copies are kept in the user's data folder until something else is chosen."""

    def __init__(self) -> None:
        """Take the user's folder for settings."""
        self._kept = platformdirs.user_config_path(PROGRAM, appauthor=False) / "backups.json"

    @property
    def usual(self) -> Path:
        """The folder in which copies are kept where nothing was chosen."""
        return platformdirs.user_data_path(PROGRAM, appauthor=False) / "backups"

    @property
    def folder(self) -> Path | None:
        """The folder for copies; None where none are wanted. A choice that can't be read is as if none was made."""
        try:
            said = json.loads(self._kept.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return self.usual
        if said == {"keep": False}:
            return None
        name = said.get("folder") if isinstance(said, dict) else None
        return Path(name) if isinstance(name, str) and name else self.usual

    def choose(self, folder: Path | None) -> None:
        """Keep copies in a folder from now on, or none."""
        said = {"keep": False} if folder is None else {"folder": str(folder)}
        with contextlib.suppress(OSError):
            self._kept.parent.mkdir(parents=True, exist_ok=True)
            self._kept.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
