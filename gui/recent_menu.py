"""The menu of the trackers opened last."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from model.recent import RecentFiles


class RecentMenu(QMenu):
    """Lists recent files each time it is shown; two of the same name say their folder."""

    def __init__(self, recent: RecentFiles, open_path: Callable[[Path], object], parent: QWidget) -> None:
        """List these files; choosing one opens it."""
        super().__init__("Open &recent", parent)
        self.setObjectName("recentMenu")
        self.setToolTipsVisible(True)
        self._recent, self._open = recent, open_path
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        paths = self._recent.paths
        names = Counter(path.name for path in paths)
        for number, path in enumerate(paths, start=1):
            name = path.name if names[path.name] == 1 else f"{path.name} in {path.parent.name}"
            action = self.addAction(f"&{number % 10} {name.replace('&', '&&')}", partial(self._open, path))
            action.setToolTip(str(path))
        if not paths:
            self.addAction("No recent trackers").setEnabled(False)
            return
        self.addSeparator()
        self.addAction("&Forget these", self._recent.clear)
