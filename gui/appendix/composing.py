"""Has pages laid out beside the window's thread; only the last that was asked for counts."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, Signal

from model.pages import Page

Make = Callable[[], Sequence[Page]]


class Composer(QObject):
    """Lays pages out in a thread, and tells when they are there."""

    made = Signal(object)
    """The pages."""
    failed = Signal(object)
    """The exception."""
    busy_changed = Signal(bool)

    _arrived = Signal(int, object, object)

    def __init__(self) -> None:
        """Have nothing to do yet; it has no parent, as its thread may end after the window."""
        super().__init__()
        self._round = 0
        self.busy = False
        self._arrived.connect(self._take)

    def start(self, make: Make) -> None:
        """Lay pages out; what was asked for before is not wanted any more."""
        self._round += 1
        self._show_busy(on=True)
        Thread(target=self._work, args=(self._round, make), daemon=True).start()

    def cancel(self) -> None:
        """Stop waiting: the pages shown stay as they are."""
        self._round += 1
        self._show_busy(on=False)

    def _work(self, number: int, make: Make) -> None:
        pages: Sequence[Page] = ()
        trouble: BaseException | None = None
        try:
            pages = make()
        except BaseException as mishap:  # noqa: BLE001 - told in the window's thread
            trouble = mishap
        # The program may have ended meanwhile, and the window's side of this with it: nobody waits any more.
        with suppress(RuntimeError):
            self._arrived.emit(number, pages, trouble)

    def _take(self, number: int, pages: Sequence[Page], trouble: BaseException | None) -> None:
        if number != self._round:
            return
        self._show_busy(on=False)
        if trouble is None:
            self.made.emit(pages)
        else:
            self.failed.emit(trouble)

    def _show_busy(self, *, on: bool) -> None:
        if on != self.busy:
            self.busy = on
            self.busy_changed.emit(on)
