"""What tests of the window share."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from beside_desk import NEWER, OLDER, opens_beside, waits_for_kin
from driver import Driver, at_window
from gui.table import TrackerTable
from gui.theme import LIGHT, palette_of, ui_font
from lines_for_table import Lines, some_lines, some_totals


@pytest.fixture
def driver(qtbot: QtBot) -> Iterator[Driver]:
    """An officer at a window in which nothing is open yet."""
    with at_window(qtbot) as driver:
        yield driver


@pytest.fixture
def lines() -> Lines:
    """Sixty lines for a table alone."""
    return some_lines(60)


@pytest.fixture
def table(qtbot: QtBot, lines: Lines) -> Iterator[TrackerTable]:
    """A table alone, with those lines and their totals, as it is shown in light."""
    table = TrackerTable()
    qtbot.addWidget(table)
    table.setPalette(palette_of(LIGHT))
    table.setFont(ui_font())
    table.setModel(lines)
    table.set_totals_model(some_totals(60))
    table.resize(1000, 400)
    with qtbot.waitExposed(table):
        table.show()
    table.setFocus()
    yield table
    table.setModel(None)


@pytest.fixture
def both(driver: Driver, qtbot: QtBot) -> Driver:
    """An officer at the tracker of 2020-21, with that of 2017-18 beside it, tied by what is alike in them."""
    driver.opens(NEWER)
    opens_beside(driver, OLDER)
    waits_for_kin(driver, qtbot)
    return driver
