"""The commands that compare trackers, name a previous period and follow one saving."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from gui.patience import WindowPatience
from gui.tracker_tab import TrackerTab
from model.document import Document
from model.session import Happening, Session

if TYPE_CHECKING:
    from gui.compare import CompareDesk


NONE_NAMED = "No previous period is named any more"


class CompareActs:
    """Acts on the tracker in front, and leads back to its table from the windows that it opens."""

    def __init__(
        self,
        tab: Callable[[], TrackerTab],
        session: Session,
        commit: Callable[[], bool],
        say: Callable[[str], object],
    ) -> None:
        """Act on the tab in front; `commit` takes what is being typed, unless it is refused; `say` tells in passing."""
        self._tab = tab
        self._session = session
        self._commit = commit
        self._say = say
        self._desk: CompareDesk | None = None
        session.watch(self._follow_session)

    def compare_with(self) -> None:
        """Ask for another tracker, and show the two compared."""
        if self._commit():
            self._opened().compare(self._tab().document)

    def show_life(self) -> None:
        """Follow the saving of the current line through all trackers that are known."""
        line = self._tab().line
        if line is not None and self._commit():
            self._opened().follow_line(self._tab().document, line)

    def set_previous(self) -> None:
        """Ask which tracker is the previous period of the one in front."""
        document = self._tab().document
        if self._commit() and self._opened().previous.name(document):
            travel = document.tracker.standing.travel
            self._say(f"Directions of travel are computed since {travel.since}" if travel else NONE_NAMED)

    def take_directions(self) -> None:
        """Give every line its computed direction of travel."""
        if self._commit() and self._opened().previous.take_directions(self._tab().document):
            self._say("The computed directions are taken; Undo takes them back")

    def ask_tolerance(self) -> None:
        """Ask by how much a variance may move without being a change."""
        if self._commit() and self._opened().previous.ask_tolerance():
            self._say("The tolerance of directions is kept")

    def _opened(self) -> CompareDesk:
        if self._desk is None:
            self._desk = self._made()
        return self._desk

    def _made(self) -> CompareDesk:
        # Here and nowhere else, and in a thread: comparing texts and drawing charts takes half a second to load.
        window = self._tab().window()
        WindowPatience(window)("Opening comparisons", lambda _here: import_module("gui.compare"))
        from gui.compare import CompareDesk  # noqa: PLC0415

        return CompareDesk(window, self._session, self._commit, self._go_to)

    def _go_to(self, document: Document, line: int) -> None:
        self._session.bring_up(document)
        tab = self._tab()
        tab.go_to(line)
        tab.window().activateWindow()
        tab.table.setFocus()

    def _follow_session(self, happening: Happening, document: Document) -> None:
        if happening is Happening.CLOSED and self._desk is not None:
            self._desk.close_those_of(document)
