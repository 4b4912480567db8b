"""Long work is waited for with a window that stays alive, and may be stopped where that does no harm."""

import threading
from collections.abc import Callable
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLabel, QMainWindow, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from driver import Driver
from gui.patience import WindowPatience, _Work
from model.prompts import Here, Stopped
from model.refusals import Viewing
from sources import ROOT

NEWER = ROOT / "resources" / "examples" / "source" / "savings-tracker-2020-21.txt"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window to wait in front of."""
    window = QMainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def patience(window: QMainWindow) -> WindowPatience:
    """What waits in front of it."""
    return WindowPatience(window)


class Long:
    """Work that goes on until the window has been looked at."""

    def __init__(self, window: QMainWindow, look: Callable[[QDialog], object], *, ends: bool = True) -> None:
        self.may_end = Event()
        self.ended = Event()
        self._window, self._look, self._ends = window, look, ends
        self._watch = QTimer(window, interval=5)
        self._watch.timeout.connect(self._look_on)
        self._watch.start()

    def __call__(self, _here: Here, /) -> str:
        self.may_end.wait(20)
        self.ended.set()
        return "done"

    def _look_on(self) -> None:
        notice = notice_of(self._window)
        if notice is not None and notice.isVisible():
            self._watch.stop()
            self._look(notice)
            if self._ends:
                self.may_end.set()


def notice_of(window: QMainWindow) -> QDialog | None:
    """The notice in front of a window, if there is one."""
    return window.findChild(QDialog, "waitingNotice")


def button(notice: QDialog) -> QPushButton | None:
    """The button of a notice."""
    return notice.findChild(QPushButton)


def test_what_is_done_at_once_shows_no_notice(patience: WindowPatience, window: QMainWindow) -> None:
    assert patience("Opening", lambda _here: 42) == 42
    assert notice_of(window) is None


def test_work_is_done_in_another_thread_and_questions_are_put_in_the_windows_own(patience: WindowPatience) -> None:
    threads = []

    def work(here: Here) -> str:
        threads.append(current_thread())
        return f"read {here(question)}"

    def question() -> str:
        threads.append(current_thread())
        return "Sheet 2"

    assert patience("Opening", work) == "read Sheet 2"
    assert threads[0] is not main_thread()
    assert threads[1] is main_thread()


def test_a_refusal_comes_through_and_so_does_what_a_question_raises(patience: WindowPatience) -> None:
    def refused(_here: Here) -> None:
        raise Viewing

    def asks(here: Here) -> None:
        here(lambda: refused(here))

    for work in (refused, asks):
        with pytest.raises(Viewing):
            patience("Opening", work)


def test_after_a_moment_it_says_what_is_done_and_goes_by_itself(
    patience: WindowPatience, window: QMainWindow, qtbot: QtBot
) -> None:
    seen: list[tuple[str, str, bool]] = []

    def look(notice: QDialog) -> None:
        label, bar = notice.findChild(QLabel), notice.findChild(QProgressBar)
        assert label is not None
        assert bar is not None
        seen.append((label.text(), bar.accessibleName(), notice.isModal()))
        assert button(notice) is None
        notice.reject()
        assert notice.isVisible()

    assert patience("Writing “<b>.xlsx”", Long(window, look)) == "done"
    assert seen == [("Writing “<b>.xlsx”", "Writing “<b>.xlsx”", True)]
    qtbot.waitUntil(lambda: notice_of(window) is None)


@pytest.mark.parametrize("way", ["Stop", "Esc"])
def test_it_may_be_stopped_and_then_nothing_comes_of_it(
    patience: WindowPatience, window: QMainWindow, way: str
) -> None:
    def stop(notice: QDialog) -> None:
        pressed = button(notice)
        assert pressed is not None
        if way == "Stop":
            pressed.click()
        else:
            notice.reject()

    work = Long(window, stop)
    with pytest.raises(Stopped):
        patience("Opening", work, may_stop=True)
    assert work.ended.wait(20)


def test_a_question_asked_late_stands_alone(patience: WindowPatience, window: QMainWindow) -> None:
    shown: list[bool] = []
    long = Long(window, lambda _notice: None)

    def work(here: Here) -> str:
        long(here)
        return here(ask)

    def ask() -> str:
        notice = notice_of(window)
        assert notice is not None
        shown.append(notice.isVisible())
        return "Sheet 2"

    assert patience("Opening", work, may_stop=True) == "Sheet 2"
    assert shown == [False]


def test_what_may_not_be_stopped_is_waited_for_even_while_the_program_ends(
    patience: WindowPatience, window: QMainWindow
) -> None:
    # A program that ends leaves the loop that waits, and so does this.
    work = Long(window, lambda notice: notice.stopped.emit())  # type: ignore[attr-defined]
    assert patience("Writing", work) == "done"


def test_a_window_that_is_not_shown_yet_is_shown_to_wait_in(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    seen: list[bool] = []
    assert WindowPatience(window)("Opening", Long(window, lambda _notice: seen.append(window.isVisible()))) == "done"
    assert seen == [True]


def test_a_file_that_takes_long_is_stopped_and_the_others_stay(driver: Driver, tmp_path: Path) -> None:
    driver.opens(NEWER)
    opening: list[str] = []

    def stop(notice: QDialog) -> None:
        opening.append(notice.accessibleName())
        notice.reject()

    work = Long(driver.window, stop)
    driver.window.session._read = lambda _path, _choose: work(lambda question: question())  # type: ignore[assignment, return-value]
    driver.window.open_files([tmp_path / "long.xlsx"])
    assert opening == ["Opening “long.xlsx”"]
    assert driver.window.tabs.count() == 1
    assert driver.prompts.refused == []
    assert work.ended.wait(20)


def test_a_program_that_ends_waits_no_longer_for_what_may_be_stopped(
    patience: WindowPatience, window: QMainWindow
) -> None:
    # A program that ends leaves the loop that waits, and so does this.
    work = Long(window, lambda notice: notice.stopped.emit(), ends=False)  # type: ignore[attr-defined]
    with pytest.raises(Stopped):
        patience("Opening", work, may_stop=True)
    work.may_end.set()
    assert work.ended.wait(20)


def test_work_that_ends_after_the_program_is_nobodys(monkeypatch: pytest.MonkeyPatch) -> None:
    troubles: list[object] = []
    monkeypatch.setattr(threading, "excepthook", troubles.append)
    ended, before = Event(), set(threading.enumerate())
    work = _Work(lambda _here: ended.wait(20))
    work.start()
    (thread,) = set(threading.enumerate()) - before
    shiboken6.delete(work)
    ended.set()
    thread.join(20)
    assert not thread.is_alive()
    assert troubles == []
