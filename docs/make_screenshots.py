"""Takes the screenshots of the documents from the real window: `uv run docs/make_screenshots.py`."""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZE = (1366, 768)
SHOWN = (("light", "Light"), ("dark", "Dark"))


def main() -> int:
    """Open the example, make scenario 1's first edit, and save the window as it looks in light and dark."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = folder
        take(ROOT / "docs")
    return 0


def take(folder: Path) -> None:
    """Save both screenshots into a folder."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform is chosen before Qt is imported

    from gui.app import make_window  # noqa: PLC0415 - as above
    from gui.look import Appearance  # noqa: PLC0415 - as above

    application = QApplication([])
    window = make_window(application)
    window.resize(*SIZE)
    window.session.open_example()
    tab = window.tab
    if tab is None:
        raise SystemExit("The example could not be opened.")
    window.show()
    saving = tab.tracker["A/R.6.266"]
    tab.document.edit(saving.line, "forecast_q4", "-90")
    tab.go_to(saving.line, "forecast_q4")
    tab.table.setFocus()
    for name, appearance in SHOWN:
        window.choose_look(Appearance(appearance))
        application.processEvents()
        window.grab().save(str(folder / f"window-{name}.png"))
    tab.document.undo()
    window.close()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
