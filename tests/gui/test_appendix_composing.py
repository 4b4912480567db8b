"""Pages are laid out and drawn beside the window's thread, and only what is still wanted is shown."""

import threading
from collections.abc import Sequence
from threading import Event, Thread, current_thread, main_thread

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from appendix_desk import OF_2017, shown
from driver import Driver
from gui import appendix_acts
from gui.appendix import drawing
from gui.appendix.composing import Composer
from gui.appendix.drawing import draw_page
from gui.appendix.window import AppendixWindow
from model.appendix import Choice
from model.appendix.refused import NoSuchCommittee
from model.pages import Page

PATIENCE = 20
"""Seconds after which a thread that waits for another gives up, so that a test fails and does not hang."""
FEW = 15
"""How often this thread is woken, a thousand times in a second at most, where another holds Python from beginning to
end of such work."""


@pytest.fixture
def appendix(driver: Driver, qtbot: QtBot) -> AppendixWindow:
    """The appendix of 2017-18, its pages laid out."""
    return shown(driver, qtbot, OF_2017)


def test_the_window_goes_on_while_pages_are_laid_out(appendix: AppendixWindow, qtbot: QtBot) -> None:
    pages, turned, waited = appendix.preview.pages, Event(), []

    def make() -> Sequence[Page]:
        """Waits until the window has had a turn, which it never has where it does this work itself."""
        waited.append(turned.wait(PATIENCE))
        return pages

    appendix.composer.start(make)
    QTimer.singleShot(0, turned.set)
    with qtbot.waitSignal(appendix.composer.made):
        pass
    assert waited == [True]


def test_the_window_goes_on_while_pages_are_drawn(
    appendix: AppendixWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    turned, waited = Event(), []

    def draw(page: Page, width: int) -> QImage:
        waited.append(turned.wait(PATIENCE))
        return draw_page(page, width)

    monkeypatch.setattr(drawing, "draw_page", draw)
    appendix.preview.view.zoom_to(2)
    QTimer.singleShot(0, turned.set)
    qtbot.waitUntil(lambda: bool(waited))
    assert set(waited) == {True}


@pytest.mark.parametrize("work", ["laid out", "drawn"])
def test_other_threads_have_their_turn_while_a_page_is_made(appendix: AppendixWindow, work: str) -> None:
    make = appendix.publishing.page_maker(Choice(descriptions=True))
    page = appendix.preview.pages[0]
    doing = Thread(target=make if work == "laid out" else lambda: draw_page(page, 4000))
    turns = 0
    doing.start()
    while doing.is_alive():
        doing.join(0.001)
        turns += 1
    assert turns > FEW


def test_what_an_appendix_needs_is_loaded_beside_the_windows_thread(
    driver: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[tuple[str, bool]] = []
    monkeypatch.setattr(
        appendix_acts, "import_module", lambda name: loaded.append((name, current_thread() is main_thread()))
    )
    shown(driver, qtbot, OF_2017)
    assert loaded == [("gui.appendix", False)]


def test_pages_that_arrive_after_the_program_has_ended_are_nobodys(monkeypatch: pytest.MonkeyPatch) -> None:
    troubles: list[object] = []
    monkeypatch.setattr(threading, "excepthook", troubles.append)
    composer, ended, before = Composer(), Event(), set(threading.enumerate())

    def make() -> Sequence[Page]:
        ended.wait(PATIENCE)
        return ()

    composer.start(make)
    (thread,) = set(threading.enumerate()) - before
    shiboken6.delete(composer)
    ended.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()
    assert troubles == []


def test_only_the_pages_asked_for_last_are_shown(qtbot: QtBot) -> None:
    composer, first = Composer(), Event()
    made: list[Sequence[Page]] = []
    composer.made.connect(made.append)

    def slow() -> Sequence[Page]:
        first.wait(PATIENCE)
        return (Page(b"", 1, 1),)

    composer.start(slow)
    with qtbot.waitSignal(composer.made):
        composer.start(lambda: (Page(b"", 2, 2),))
    with qtbot.waitSignal(composer._arrived):
        first.set()
    assert made == [(Page(b"", 2, 2),)]
    assert not composer.busy


def test_pages_that_can_not_be_made_are_refused_with_the_sentence(
    appendix: AppendixWindow, driver: Driver, qtbot: QtBot
) -> None:
    def refuse() -> Sequence[Page]:
        raise NoSuchCommittee("Health", ("Adults",))

    with qtbot.waitSignal(appendix.composer.failed):
        appendix.composer.start(refuse)
    assert driver.prompts.refused[-1].startswith("No saving belongs to “Health”.")


def test_what_is_laid_out_can_be_stopped(appendix: AppendixWindow, driver: Driver) -> None:
    before = appendix.preview.pages
    appendix.refresh()
    busy = [appendix.composer.busy]
    driver.clicks_button("Stop", appendix)
    busy.append(appendix.composer.busy)
    assert busy == [True, False]
    assert appendix.preview.pages is before
