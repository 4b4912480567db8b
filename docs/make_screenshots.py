"""Takes the screenshots of the documents from the real window: `uv run python -m docs.make_screenshots`.

Qt reads the platform and the user's folders when it is first imported, so they are set before.
"""

import os
import tempfile
from pathlib import Path

HOME = tempfile.TemporaryDirectory()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ |= dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), HOME.name)

from PySide6.QtCore import QEventLoop  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from gui.app import make_window  # noqa: E402
from gui.compare import CompareWindow  # noqa: E402
from gui.look import Appearance  # noqa: E402
from gui.main_window import MainWindow  # noqa: E402
from gui.what_if import WhatIfWindow  # noqa: E402
from gui.years import YearsWindow  # noqa: E402
from model.choosing import look_into  # noqa: E402
from model.comparing import Comparing  # noqa: E402
from model.kept_lineage import KeptLineage  # noqa: E402
from model.resources import EXAMPLES  # noqa: E402

FOLDER = Path(__file__).parent
SIZE = (1366, 768)
YEARS = ("2017-18", "2020-21")
SHOWN = {"light": Appearance.LIGHT, "dark": Appearance.DARK}


def main() -> None:
    """Save the window with the first edit of a month end, in light and dark, and the other windows."""
    application = QApplication([])
    window = make_window(application)
    window.resize(*SIZE)
    window.session.open_example()
    window.show()
    tab = window.tab
    if tab is None:
        message = "The example could not be opened."
        raise SystemExit(message)
    line = tab.tracker["A/R.6.266"].line
    tab.document.edit(line, "forecast_q4", "-90")
    tab.go_to(line, "forecast_q4")
    tab.table.setFocus()
    for name, appearance in SHOWN.items():
        window.choose_look(appearance)
        application.processEvents()
        window.grab().save(str(FOLDER / f"window-{name}.png"))
    tab.document.undo()
    show_beside(application, window)
    show_windows(application, window)
    window.close()


def show_beside(application: QApplication, window: MainWindow) -> None:
    """Put the earlier example beside the later one, and save the window once it is known which lines are the same."""
    window.choose_look(Appearance.LIGHT)
    window.open_beside([EXAMPLES / "savings-tracker-2017-18.xlsx"])
    desk, waiting = window.tabs.desk, QEventLoop()
    if desk is None:
        raise SystemExit("Nothing stands beside the example.")
    desk.tie.found.connect(waiting.quit)
    waiting.exec()
    desk.front.go_to(desk.front.tracker["A/R.6.202"].line, "forecast_total")
    application.processEvents()
    window.grab().save(str(FOLDER / "beside-light.png"))


def show_windows(application: QApplication, window: MainWindow) -> None:
    """Save the windows of a what-if and of a folder of trackers, each with what it says of 2017-18."""
    window.open_files([EXAMPLES / "savings-tracker-2017-18.xlsx"])
    window.actions_by_name["show_what_if"].trigger()
    what_if = next(shown for shown in application.topLevelWidgets() if isinstance(shown, WhatIfWindow))
    what_if.head.only_changed.setChecked(True)
    what_if.showNormal()
    what_if.resize(*SIZE)
    application.processEvents()
    what_if.grab().save(str(FOLDER / "what-if-light.png"))
    years, waiting = YearsWindow(window.session.prompts), QEventLoop()
    years.work.done.connect(waiting.quit)
    years.resize(*SIZE)
    years.show()
    years.read(sorted(EXAMPLES.glob("*.xlsx")))
    waiting.exec()
    years.tabs.setCurrentIndex([years.tabs.tabText(place) for place in range(years.tabs.count())].index("Re-profiled"))
    application.processEvents()
    years.grab().save(str(FOLDER / "years-light.png"))
    years.end()
    show_comparison(application, window)


def show_comparison(application: QApplication, window: MainWindow) -> None:
    """Save the comparison of the two examples, at a reference that was given to another saving."""
    earlier, later = (look_into(window.session, EXAMPLES / f"savings-tracker-{year}.xlsx") for year in YEARS)
    if earlier is None or later is None:
        raise SystemExit("The examples could not be read.")
    comparing = Comparing((earlier, later), window.session.prompts, KeptLineage())
    comparison = CompareWindow(comparing, lambda: True)
    comparison.resize(*SIZE)
    comparison.show()
    comparison.lines.go_to(next(row.number for row in comparing.comparison.rows if row.reference == "A/R.6.202"))
    application.processEvents()
    comparison.grab().save(str(FOLDER / "compare-light.png"))
    comparison.close()


if __name__ == "__main__":
    main()
    HOME.cleanup()
