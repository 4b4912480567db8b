"""A window of its own comes to the front whole, however small the screen is."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
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
