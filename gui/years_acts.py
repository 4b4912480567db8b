"""The command that reads a folder of trackers of several years, and the way back from it into one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gui.bring_up import bring_up
from gui.patience import WindowPatience
from gui.tracker_tab import TrackerTab
from model.session import Session

if TYPE_CHECKING:
    from gui.years import YearsWindow
    from gui.years.entries import Spot


class YearsActs:
    """Opens the one window of several years, and trackers from it."""

    def __init__(
        self, window: QWidget, tab: Callable[[], TrackerTab], session: Session, commit: Callable[[], bool]
    ) -> None:
        """Act in front of the program's window; `commit` takes what is being typed, unless it is refused."""
        self._main = window
        self._tab = tab
        self._session = session
        self._commit = commit
        self.window: YearsWindow | None = None

    def show_years(self) -> None:
        """Ask for a folder and read its trackers."""
        folder = self._session.prompts.ask_folder(self._folder(), "Choose a folder of trackers")
        if folder is not None:
            self.read([folder])

    def read(self, places: Sequence[Path]) -> None:
        """Read the trackers of folders and files in the window of several years."""
        self.window = self.window or self._made()
        self.window.read(places)
        bring_up(self.window)

    def end(self) -> None:
        """Close the window for good: the program ends."""
        if self.window is not None:
            self.window.end()
            self.window = None

    def _folder(self) -> Path | None:
        if self.window is not None and self.window.places:
            return self.window.places[0]
        current = self._session.current
        return current.path.parent if current and current.path else None

    def _made(self) -> YearsWindow:
        # Here and nowhere else, and in a thread: what analyses tables and draws charts takes up to a second to load.
        WindowPatience(self._main)("Opening the window of several years", lambda _here: import_module("gui.years"))
        from gui.years import YearsWindow  # noqa: PLC0415

        window = YearsWindow(self._session.prompts)
        window.spot_chosen.connect(self._go_to)
        return window

    def _go_to(self, path: Path, spot: Spot) -> None:
        """Open a tracker, and go to the line that was chosen, or to one of its reference if it has moved."""
        document = self._session.open(path) if self._commit() else None
        if document is None:
            return
        tab = self._tab()
        savings = document.tracker.year.savings
        at = [saving.line for saving in savings if spot.reference and saving.reference == spot.reference]
        if at:
            tab.go_to(spot.line if spot.line in at else at[0])
        tab.window().activateWindow()
        tab.table.setFocus()
