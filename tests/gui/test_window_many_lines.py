"""What takes a moment with many lines does not keep the officer from the window."""

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from builders import a_saving, a_year
from fake_prompts import FakePrompts
from gui.patience import AT_THE_START, SOON, WindowPatience
from gui.settings import Settings
from gui.tracker_tab import LINES_AT_ONCE, TrackerTab
from model.document import Document
from model.prompts import Here
from model.tracker import Tracker

REPEATED = "A/R.6.001"


@pytest.fixture
def tab_of(qtbot: QtBot) -> Callable[[int], TrackerTab]:
    """Shows a tracker of so many lines, each with a finding."""

    def show(lines: int) -> TrackerTab:
        year = a_year(*(a_saving(REPEATED) for _ in range(lines)))
        tab = TrackerTab(Document(Tracker(year), FakePrompts(), "a tracker", None), Settings())
        qtbot.addWidget(tab)
        return tab

    return show


def findings_counted(tab: TrackerTab) -> str:
    """What the filter says of findings."""
    chips = (chip.text() for chip in tab.filter_bar.findChildren(QPushButton))
    return next(text for text in chips if text.startswith("Findings"))


def test_findings_are_counted_at_once_on_as_many_lines_as_take_no_time(tab_of: Callable[[int], TrackerTab]) -> None:
    assert findings_counted(tab_of(LINES_AT_ONCE)) == "Findings 1,000"


def test_findings_on_many_lines_are_counted_when_the_window_is_in_use(
    tab_of: Callable[[int], TrackerTab], qtbot: QtBot
) -> None:
    tab = tab_of(2 * LINES_AT_ONCE + 1)
    assert findings_counted(tab) == "Findings …"
    qtbot.waitUntil(lambda: findings_counted(tab) == "Findings 2,001")


@pytest.mark.parametrize("there", [True, False])
def test_a_window_that_is_not_there_yet_waits_a_little_longer_before_it_shows_that_it_waits(
    there: bool, qtbot: QtBot
) -> None:
    window, finished = QWidget(), Event()
    qtbot.addWidget(window)
    window.setVisible(there)
    noticed: list[bool] = []

    def work(_here: Here) -> str:
        assert finished.wait(10)
        return "done"

    def look_on() -> None:
        noticed.append(bool(window.findChildren(QWidget)))
        finished.set()

    QTimer.singleShot((SOON + AT_THE_START) // 2, look_on)
    assert WindowPatience(window)("Reading", work) == "done"
    assert noticed == [there]
    assert window.isVisible() is there
