"""Finds, beside the window's thread, which lines of trackers are the same savings; the last search alone counts."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from model.counterparts import Counterparts, by_lineage
from model.year import Year

if TYPE_CHECKING:
    from model.lineage import Lineage

SOON = 200
"""Milliseconds until a search begins: by then the window is painted."""

Pairs = Mapping[Any, tuple[Year, Year]]


class Kin(QObject):
    """Looks for the same savings in pairs of trackers; what is the same by name is known without it."""

    found = Signal(object)
    """For each pair that was asked for, under its key, the counterparts."""

    def __init__(self, parent: QObject) -> None:
        """Have nothing to look for yet."""
        super().__init__(parent)
        self._pairs: Pairs = {}
        self._search = _Search()
        self._search.done.connect(self._take)
        self._pause = QTimer(self, singleShot=True, interval=SOON)
        self._pause.timeout.connect(self._begin)

    def look(self, pairs: Pairs) -> None:
        """Look soon; what was asked for before is not wanted any more."""
        self._pairs = dict(pairs)
        self._pause.start() if pairs else self._pause.stop()

    def _begin(self) -> None:
        Thread(target=self._search.go, args=(self._pairs,), daemon=True).start()

    def _take(self, pairs: Pairs, found: dict[Any, Counterparts]) -> None:
        if pairs is self._pairs:
            self.found.emit(found)


class _Search(QObject):
    """A search in a thread; it has no parent, as the thread may end after the window."""

    done = Signal(object, object)

    def go(self, pairs: Pairs) -> None:
        found: dict[Any, Counterparts] = {}
        known: dict[tuple[int, int], Lineage] = {}
        for key, (here, there) in pairs.items():
            later = (here.year, id(here)) > (there.year, id(there))
            earlier_year, later_year = (there, here) if later else (here, there)
            both = id(earlier_year), id(later_year)
            known[both] = known.get(both) or _lineage(earlier_year, later_year)
            found[key] = by_lineage(here, there, known[both], later=later)
        # The program may have ended meanwhile, and the window's side of this with it: nobody waits any more.
        with suppress(RuntimeError):
            self.done.emit(pairs, found)


def _lineage(earlier: Year, later: Year) -> Lineage:
    # Here and nowhere else: what compares texts is loaded when trackers stand beside each other, not at the start.
    from model.kept_lineage import KeptLineage  # noqa: PLC0415
    from model.lineage import lineage  # noqa: PLC0415

    return lineage(earlier, later, KeptLineage().decisions)
