"""LibreOffice as it is measured: a profile of its own, no welcome, and a fresh copy of it for every start."""

import shutil
import subprocess
from pathlib import Path

# Whatever else it would show first: the start centre, the splash, what is left from before, tips, news.
PLAIN = ["--norestore", "--nologo", "--nodefault", "--nofirststartwizard"]


class LibreOffice:
    """A LibreOffice that has been started before."""

    def __init__(self, folder: Path, table: Path) -> None:
        """Make the profile by converting a workbook without a window, which also brings its files into memory."""
        self._first, self._profile = folder / "first-profile", folder / "profile"
        out = folder / "converted"
        command = ["soffice", _user(self._first), "--headless", "--convert-to", "csv", "--outdir", str(out), str(table)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)

    @staticmethod
    def version() -> str:
        """What it calls itself."""
        told = subprocess.run(["soffice", "--version"], check=True, capture_output=True, text=True).stdout
        return " ".join(told.split()[:2])

    def command(self, path: Path) -> list[str]:
        """How to start it on a workbook as if it had been ended in order the last time."""
        shutil.rmtree(self._profile, ignore_errors=True)
        shutil.copytree(self._first, self._profile)
        return ["soffice", _user(self._profile), *PLAIN, "--calc", str(path)]


def _user(profile: Path) -> str:
    return f"-env:UserInstallation={profile.as_uri()}"
