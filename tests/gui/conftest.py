"""What tests of the window share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from driver import Driver, at_window


@pytest.fixture(autouse=True)
def clipboard_left() -> Iterator[None]:
    """Leave nothing of Python's on the clipboard, which outlives the tests."""
    yield
    if isinstance(QApplication.instance(), QApplication):
        QApplication.clipboard().clear()


@pytest.fixture
def driver(qtbot: QtBot) -> Iterator[Driver]:
    """An officer at a window in which nothing is open yet."""
    with at_window(qtbot) as driver:
        yield driver
