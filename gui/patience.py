"""Waits for long work in a thread while the window stays alive; after a moment it says what is being done."""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.waiting_notice import WaitingNotice
from model.prompts import Here, Result, Said, Stopped

SOON, AT_THE_START = 100, 400
"""Milliseconds after which it is said what is waited for: later while the window is not there yet, as most trackers
are open by then, and an empty window would only flash up before them."""


class _Work(QObject):
    """Work in a thread of its own: what comes of it, and the questions that it asks on the way."""

    done = Signal()
    asking = Signal()
    asked = Signal(object, object)
    answered = Signal()

    def __init__(self, work: Callable[[Here], Any]) -> None:
        super().__init__()
        self._work = work
        self.outcome: Future[Any] = Future()
        self.asked.connect(self._put)

    def start(self) -> None:
        """Begin; a program that ends does not wait for it."""
        Thread(target=self._do, daemon=True).start()

    def _do(self) -> None:
        try:
            self.outcome.set_result(self._work(self._here))
        except BaseException as mishap:  # noqa: BLE001 - raised again by whoever waits
            self.outcome.set_exception(mishap)
        # The program may have ended meanwhile, and the window's side of this with it: nobody waits any more.
        with suppress(RuntimeError):
            self.done.emit()

    def _here(self, question: Callable[[], Said], /) -> Said:
        answer: Future[Said] = Future()
        self.asking.emit()
        self.asked.emit(question, answer)
        return answer.result()

    def _put(self, question: Callable[[], Any], answer: Future[Any]) -> None:
        try:
            answer.set_result(question())
        except BaseException as mishap:  # noqa: BLE001 - raised again by the work that asked
            answer.set_exception(mishap)
        self.answered.emit()


class WindowPatience:
    """Waits in front of a window: it is painted and moved meanwhile, and takes nothing else."""

    def __init__(self, window: QWidget) -> None:
        """Wait in front of this window."""
        self._window = window

    def __call__(self, words: str, work: Callable[[Here], Result], /, *, may_stop: bool = False) -> Result:
        """Give what comes of the work, or raise what it raises.

        Raises:
            Stopped: the officer pressed Stop, or closed the program, where that is allowed.
        """
        doing, loop = _Work(work), QEventLoop()
        doing.done.connect(loop.quit)
        doing.start()
        QTimer.singleShot(SOON if self._window.isVisible() else AT_THE_START, loop, loop.quit)
        # Keys and clicks of the first moment are kept for the window: most files are open before.
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not doing.outcome.done():
            self._wait(words, doing, loop, may_stop=may_stop)
        if may_stop and not doing.outcome.done():
            raise Stopped
        given: Result = doing.outcome.result()
        return given

    def _wait(self, words: str, doing: _Work, loop: QEventLoop, *, may_stop: bool) -> None:
        """Say what is waited for until it is done, or until the officer stops it; not while a question is put."""
        notice = WaitingNotice(words, self._window, may_stop=may_stop)
        notice.stopped.connect(loop.quit)
        doing.asking.connect(notice.hide)
        doing.answered.connect(notice.open)
        self._window.show()
        notice.open()
        loop.exec()
        in_front = notice.isActiveWindow()
        notice.hide()
        notice.deleteLater()
        if in_front:
            self._window.activateWindow()
        if notice.was_stopped:
            raise Stopped
