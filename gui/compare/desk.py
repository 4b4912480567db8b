"""The windows of comparisons and lives that are open, and what they share: the decisions, and the previous period."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from gui.bring_up import bring_up
from gui.compare.life_window import LifeWindow
from gui.compare.window import CompareWindow
from gui.patience import WindowPatience
from model.choosing import Chosen, chosen_from
from model.comparing import Comparing, compare_with
from model.document import Document
from model.kept_lineage import KeptLineage
from model.previous_period import PreviousPeriod
from model.saving_life import SavingLife
from model.session import Session

GoTo = Callable[[Document, int], None]


class CompareDesk:
    """Opens windows, follows edits of the trackers in them, and closes those whose tracker is closed.

    Attributes:
        previous: names previous periods and takes the directions that follow from them.
    """

    def __init__(self, window: QWidget, session: Session, commit: Callable[[], bool], go_to: GoTo) -> None:
        """Act in front of the program's window; `go_to` shows a line in its tracker."""
        self._session = session
        self._commit = commit
        self._go_to = go_to
        self._memory = KeptLineage()
        self._patience = WindowPatience(window)
        self._watched: set[Document] = set()
        self.previous = PreviousPeriod(session, self._memory, patience=self._patience)
        self.comparisons: list[CompareWindow] = []
        self.lives: list[LifeWindow] = []

    def compare(self, document: Document) -> None:
        """Ask for another tracker, and show the two compared."""
        comparing = compare_with(self._session, document, self._memory, self._patience)
        if comparing is not None:
            self._show(comparing)

    def follow_line(self, document: Document, line: int) -> None:
        """Follow a line of an open tracker through all that are known."""
        self._follow_life(chosen_from(document), line)

    def close_those_of(self, document: Document) -> None:
        """Close the windows that show a tracker, which is closed."""
        self._watched.discard(document)
        for comparison in [one for one in self.comparisons if _shows(one.comparing.sides, document)]:
            comparison.close()
        for life in [one for one in self.lives if _shows(one.saving.trackers, document)]:
            life.close()

    def _show(self, comparing: Comparing) -> None:
        window = CompareWindow(comparing, self._commit)
        window.line_chosen.connect(self._go_to)
        window.life_asked.connect(self._follow_life)
        window.gone.connect(lambda: _forget(window, self.comparisons))
        for document in (side.document for side in comparing.sides):
            if document is not None and document not in self._watched:
                self._watched.add(document)
                document.tracker.watch(self._follow_tracker)
        self.comparisons.append(window)
        bring_up(window)

    def _follow_life(self, side: Chosen, line: int) -> None:
        window = LifeWindow(SavingLife(self._session, (side, line), self._memory, self._patience))
        window.line_chosen.connect(self._go_to)
        window.gone.connect(lambda: _forget(window, self.lives))
        self.lives.append(window)
        bring_up(window)

    def _follow_tracker(self, lines: frozenset[int]) -> None:
        for window in self.comparisons:
            window.follow_tracker(lines)


def _shows(trackers: Iterable[Chosen], document: Document) -> bool:
    return any(chosen.document is document for chosen in trackers)


def _forget(window: CompareWindow | LifeWindow, open_ones: list[CompareWindow] | list[LifeWindow]) -> None:
    """Let a window go that was closed."""
    if window in open_ones:
        open_ones.remove(window)  # type: ignore[arg-type] # each list holds one kind
        window.deleteLater()
