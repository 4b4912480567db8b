"""What tests of the window share."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from driver import Driver, at_window


@pytest.fixture
def driver(qtbot: QtBot) -> Iterator[Driver]:
    """An officer at a window in which nothing is open yet."""
    with at_window(qtbot) as driver:
        yield driver
