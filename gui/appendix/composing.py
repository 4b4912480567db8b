"""Has something made beside the window's thread, such as pages; only the last that was asked for counts."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, Signal

Make = Callable[[], object]


class Composer(QObject):
    """Makes something in a thread, and tells when it is there."""

    made = Signal(object)
    """What was made."""
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
        """Make something; what was asked for before is not wanted any more."""
        self._round += 1
        self._show_busy(on=True)
        Thread(target=self._work, args=(self._round, make), daemon=True).start()

    def cancel(self) -> None:
        """Stop waiting: what is shown stays as it is."""
        self._round += 1
        self._show_busy(on=False)

    def _work(self, number: int, make: Make) -> None:
        made: object = None
        trouble: BaseException | None = None
        try:
            made = make()
        except BaseException as mishap:  # noqa: BLE001 - told in the window's thread
            trouble = mishap
        # The program may have ended meanwhile, and the window's side of this with it: nobody waits any more.
        with suppress(RuntimeError):
            self._arrived.emit(number, made, trouble)

    def _take(self, number: int, made: object, trouble: BaseException | None) -> None:
        if number != self._round:
            return
        self._show_busy(on=False)
        if trouble is None:
            self.made.emit(made)
        else:
            self.failed.emit(trouble)

    def _show_busy(self, *, on: bool) -> None:
        if on != self.busy:
            self.busy = on
            self.busy_changed.emit(on)
