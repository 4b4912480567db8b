"""Takes up the previous period of a tracker that is opened again: read in a thread, while the officer works already."""

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from model.document import Document
from model.kept_beside import Stood
from model.refusals import Refusal
from model.session import Happening, Session
from model.writing import is_there
from model.year import Year

SOON = 300
"""Milliseconds until it is read: by then the tracker is painted."""
GONE = "The previous period, “{}”, is not there any more"

Given = tuple[Year, dict[int, int], Decimal]


class PreviousAgain(QObject):
    """Reads what was named before, and says quietly where it can't be the previous period any more."""

    def __init__(self, session: Session, say: Callable[[str], object], parent: QObject) -> None:
        """Follow a session; `say` tells in passing."""
        super().__init__(parent)
        self._session = session
        self._say = say
        self._reading = _Reading()
        self._reading.done.connect(self._take)
        self._reading.refused.connect(self._tell)
        session.watch(self._follow_session)

    def _follow_session(self, happening: Happening, document: Document) -> None:
        previous = self._session.previous.of(document.path) if happening is Happening.READY else None
        if previous is not None and document.beside is None:
            QTimer.singleShot(SOON, self, lambda: self._begin(document, previous))

    def _begin(self, document: Document, previous: Stood) -> None:
        if is_there(previous.path):
            Thread(target=self._reading.go, args=(self._session, document, previous), daemon=True).start()
        else:
            self._say(GONE.format(previous.path.name))

    def _take(self, document: Document, given: Given) -> None:
        """Compute directions from it, unless the officer named one meanwhile, or closed the tracker."""
        if document in self._session.documents and document.tracker.previous is None:
            document.tracker.set_previous(*given)

    def _tell(self, refusal: str) -> None:
        self._say(refusal)


class _Reading(QObject):
    """Reads in a thread; it has no parent, as the thread may end after the window."""

    done = Signal(object, object)
    refused = Signal(str)

    def go(self, session: Session, document: Document, previous: Stood) -> None:
        # Here and nowhere else: what compares texts is loaded when a previous period comes back, not at the start.
        from model.kept_lineage import KeptLineage  # noqa: PLC0415
        from model.previous_period import KeptTolerance, check_earlier, one_to_one  # noqa: PLC0415

        # The program may have ended meanwhile, and the window's side of this with it: nobody waits any more.
        with suppress(RuntimeError):
            try:
                year, now = session.read_quietly(previous.path, previous.sheet), document.tracker.year
                check_earlier(year, now, previous.path.name)
                pairs = one_to_one(year, now, KeptLineage().decisions)
                self.done.emit(document, (year, pairs, KeptTolerance().amount))
            except Refusal as refusal:
                self.refused.emit(str(refusal))
