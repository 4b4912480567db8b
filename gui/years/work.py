"""Has trackers read and worked out beside the window's thread, telling how far it is; only the last job counts."""

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from model.years import Progress

Job = Callable[[Progress, Callable[[], bool]], object]
"""Is given what to tell its progress to, and what to ask whether to stop."""


class Work(QObject):
    """One job at a time, in a thread of its own."""

    went_on = Signal(int, int, str)
    """How many files are done, of how many, and the name of the next."""
    done = Signal(object)
    failed = Signal(object)
    """The exception."""
    busy_changed = Signal(bool)

    _told = Signal(int, int, int, str)
    _arrived = Signal(int, object, object)

    def __init__(self) -> None:
        """Have nothing to do yet; it has no parent, as its thread may end after the window."""
        super().__init__()
        self._round = 0
        self._stop = Event()
        self.busy = False
        self._told.connect(self._tell)
        self._arrived.connect(self._take)

    def start(self, job: Job) -> None:
        """Begin a job; one that is not done yet is not wanted any more."""
        self.cancel()
        self._stop = Event()
        self._show_busy(on=True)
        Thread(target=self._do, args=(self._round, job, self._stop), daemon=True).start()

    def cancel(self) -> None:
        """Stop, and wait for nothing any more."""
        self._round += 1
        self._stop.set()
        self._show_busy(on=False)

    def _do(self, number: int, job: Job, stop: Event) -> None:
        found: object = None
        trouble: BaseException | None = None
        try:
            found = job(lambda *told: self._told.emit(number, *told), stop.is_set)
        except BaseException as mishap:  # noqa: BLE001 - told in the window's thread
            trouble = mishap
        # The program may have ended meanwhile, and the window's side of this with it: nobody waits any more.
        with suppress(RuntimeError):
            self._arrived.emit(number, found, trouble)

    def _tell(self, number: int, done: int, of: int, name: str) -> None:
        if number == self._round:
            self.went_on.emit(done, of, name)

    def _take(self, number: int, found: object, trouble: BaseException | None) -> None:
        if number != self._round:
            return
        self._show_busy(on=False)
        if trouble is None:
            self.done.emit(found)
        else:
            self.failed.emit(trouble)

    def _show_busy(self, *, on: bool) -> None:
        if on != self.busy:
            self.busy = on
            self.busy_changed.emit(on)
