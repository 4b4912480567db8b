"""The commands that compare trackers, name a previous period and follow one saving."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gui.patience import WindowPatience
from gui.tracker_tab import TrackerTab
from model.document import Document
from model.session import Happening, Session

if TYPE_CHECKING:
    from gui.compare import CompareWindow, LifeWindow
    from model.choosing import Chosen
    from model.comparing import Comparing
    from model.kept_lineage import KeptLineage
    from model.previous_period import PreviousPeriod


class CompareActs:
    """Opens windows of comparisons, and leads back from them to the table."""

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
        self.windows: list[CompareWindow] = []
        self.lives: list[LifeWindow] = []
        self._watched: set[Document] = set()
        session.watch(self._follow_session)

    def compare_with(self) -> None:
        """Ask for another tracker, and show the two compared."""
        if not self._commit():
            return
        from model.comparing import compare_with  # noqa: PLC0415 - as below

        document = self._tab().document
        comparing = compare_with(self._session, document, self._memory, self._patience)
        if comparing is not None:
            self._show(comparing)

    def show_life(self) -> None:
        """Follow the saving of the current line through all trackers that are known."""
        line = self._tab().line
        if line is not None and self._commit():
            from model.choosing import chosen_from  # noqa: PLC0415 - as below

            self._follow_life(chosen_from(self._tab().document), line)

    def set_previous(self) -> None:
        """Ask which tracker is the previous period of the one in front."""
        document = self._tab().document
        if self._commit() and self._previous.name(document):
            travel = document.tracker.standing.travel
            self._say(f"Directions of travel are computed since {travel.since if travel else ''}")

    def take_directions(self) -> None:
        """Give every line its computed direction of travel."""
        if self._commit() and self._previous.take_directions(self._tab().document):
            self._say("The computed directions are taken; Undo takes them back")

    def ask_tolerance(self) -> None:
        """Ask by how much a variance may move without being a change."""
        if self._commit() and self._previous.ask_tolerance():
            self._say("The tolerance of directions is kept")

    # Here and nowhere else: comparing is loaded when it is first asked for, not at the start.

    @cached_property
    def _memory(self) -> KeptLineage:
        from model.kept_lineage import KeptLineage  # noqa: PLC0415

        return KeptLineage()

    @cached_property
    def _previous(self) -> PreviousPeriod:
        from model.previous_period import PreviousPeriod  # noqa: PLC0415

        return PreviousPeriod(self._session, self._memory, patience=self._patience)

    @property
    def _patience(self) -> WindowPatience:
        window: QWidget = self._tab().window()
        return WindowPatience(window)

    def _show(self, comparing: Comparing) -> None:
        from gui.compare import CompareWindow  # noqa: PLC0415

        window = CompareWindow(comparing, self._commit)
        window.line_chosen.connect(self._go_to)
        window.life_asked.connect(self._follow_life)
        window.gone.connect(lambda: self._forget(window))
        for side in comparing.sides:
            if side.document is not None and side.document not in self._watched:
                self._watched.add(side.document)
                side.document.tracker.watch(self._follow_tracker)
        self.windows.append(window)
        window.show()
        window.activateWindow()

    def _follow_life(self, side: Chosen, line: int) -> None:
        from gui.compare import LifeWindow  # noqa: PLC0415
        from model.saving_life import SavingLife  # noqa: PLC0415

        window = LifeWindow(SavingLife(self._session, (side, line), self._memory, self._patience))
        window.gone.connect(lambda: self._forget_life(window))
        self.lives.append(window)
        window.show()
        window.activateWindow()

    def _forget_life(self, window: LifeWindow) -> None:
        if window in self.lives:
            self.lives.remove(window)
            window.deleteLater()

    def _go_to(self, document: Document, line: int) -> None:
        self._session.bring_up(document)
        tab = self._tab()
        tab.go_to(line)
        tab.window().activateWindow()
        tab.table.setFocus()

    def _follow_tracker(self, lines: frozenset[int]) -> None:
        for window in self.windows:
            window.follow_tracker(lines)

    def _forget(self, window: CompareWindow) -> None:
        """Let a window go that was closed; its trackers are no longer followed by it."""
        if window in self.windows:
            self.windows.remove(window)
            window.deleteLater()

    def _follow_session(self, happening: Happening, document: Document) -> None:
        if happening is Happening.CLOSED:
            self._watched.discard(document)
            for window in [one for one in self.windows if _shows(one.comparing.sides, document)]:
                window.close()
            for life in [one for one in self.lives if _shows(one.saving.trackers, document)]:
                life.close()


def _shows(trackers: Iterable[Chosen], document: Document) -> bool:
    return any(chosen.document is document for chosen in trackers)
