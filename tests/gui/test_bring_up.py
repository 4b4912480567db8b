"""A window of its own comes to the front whole, however small the screen is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.bring_up import bring_up


@pytest.mark.parametrize(("more", "fills"), [(0, False), (1, True)])
def test_a_window_larger_than_the_screen_fills_it(qtbot: QtBot, more: int, fills: bool) -> None:
    for across, down in ((more, 0), (0, more)):
        window = QWidget()
        qtbot.addWidget(window)
        room = QGuiApplication.primaryScreen().availableSize()
        window.resize(room.width() + across, room.height() + down)
        bring_up(window)
        assert window.isMaximized() is fills
        assert window.isVisible()


def test_a_minimised_window_comes_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    bring_up(window)
    window.showMinimized()
    bring_up(window)
    assert not window.isMinimized()
    bring_up(window)
    assert window.isVisible()


class Late(QWidget):
    """A window that the system brings up only when the test says so."""

    def activateWindow(self) -> None:
        """Waits."""


@pytest.fixture
def below(qtbot: QtBot) -> QLineEdit:
    """A window in which the officer types."""
    below = QLineEdit()
    qtbot.addWidget(below)
    below.show()
    below.activateWindow()
    qtbot.waitUntil(below.hasFocus)
    return below


def type_in(window: QWidget, key: Qt.Key) -> None:
    """Types a key as it comes from the system."""
    QTest.keyClick(window.windowHandle(), key)


@pytest.mark.parametrize("way", ["comes", "clicked", "kept back"])
def test_keys_meant_for_a_window_that_is_coming_do_not_reach_the_one_below(
    below: QLineEdit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr("gui.bring_up.LONGEST", 1 if way == "kept back" else 60_000)
    coming = Late()
    qtbot.addWidget(coming)
    bring_up(coming)
    type_in(below, Qt.Key.Key_5)
    assert below.text() == ""
    if way == "comes":
        QWidget.activateWindow(coming)
        qtbot.waitUntil(coming.isActiveWindow)
        below.activateWindow()
        qtbot.waitUntil(below.hasFocus)
    elif way == "clicked":
        QTest.mouseClick(below.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    else:
        qtbot.waitUntil(lambda: not coming.children())
    type_in(below, Qt.Key.Key_6)
    assert below.text() == "6"
