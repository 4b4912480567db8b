"""A year under another year's RAG key, in a window: labelled, copied, never saved."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from driver import Driver
from gui.what_if import WhatIfWindow
from model.resources import EXAMPLES

OF_2017, OF_2020 = (EXAMPLES / f"savings-tracker-{year}.xlsx" for year in ("2017-18", "2020-21"))
TITLE = "What if: 2017-18 under the key of 2020-21 – not the council's ratings"


@pytest.fixture
def window(driver: Driver, tmp_path: Path) -> WhatIfWindow:
    """2017-18 under the key of 2020-21."""
    driver.opens(Path(shutil.copy(OF_2017, tmp_path)))
    driver.chooses("show_what_if")
    return the_window()


def the_window() -> WhatIfWindow:
    (found,) = (window for window in QApplication.topLevelWidgets() if isinstance(window, WhatIfWindow))
    return found


def cells(window: WhatIfWindow, row: int) -> list[str]:
    model = window.lines.rows
    return [model.index(row, column).data() for column in range(model.columnCount())]


def press(window: QWidget, words: str) -> None:
    (button,) = (one for one in window.findChildren(QPushButton) if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_says_at_the_top_what_it_is_not(window: WhatIfWindow) -> None:
    assert window.banner.text() == TITLE
    assert window.windowTitle().startswith(TITLE)
    assert window.banner.isVisible()
    assert window.sentence.text().startswith("25 of the 30 lines with a variance would be rated otherwise")


def test_lines_counts_and_chart_show_the_ratings_both_ways(window: WhatIfWindow) -> None:
    assert window.lines.rows.rowCount() == 67
    assert cells(window, 1)[0] == "A/R.6.101"
    assert cells(window, 1)[2:] == ["Red", "Black", "Yes", "−395", "0", "395", "100.00"]
    assert [window.counts.rows.text(0, column) for column in (1, 2)] == ["24", "4"]
    assert "Red: as it stands 24, under the key of 2020-21 4" in window.chart.accessibleDescription()


def test_the_current_line_says_how_the_other_key_comes_to_its_rating(window: WhatIfWindow) -> None:
    window.lines.go_to(1)
    assert window.why.text() == "A/R.6.101: Nothing of £395k is forecast: Black."


def test_lines_are_filtered_and_copied_with_what_they_are_not(window: WhatIfWindow) -> None:
    window.head.only_changed.setChecked(True)
    assert window.told.text() == "25 of 67 lines"
    window.head.text.setText("red black")
    assert window.told.text() == "8 of 67 lines"
    press(window, "C&opy")
    copied = QGuiApplication.clipboard().mimeData()
    lines = copied.text().splitlines()
    assert lines[0].startswith(TITLE)
    assert lines[2].startswith("A/R.6.101\t")
    assert len(lines) == 10
    assert TITLE.replace("'", "&#x27;")[:40] in copied.html()
    assert window.told.text().startswith("Copied 8 lines")
    window.head.text.setText("nothing has this name")
    assert window.why.text() == "No line is shown."


def test_the_tracker_stays_as_it_is(window: WhatIfWindow, driver: Driver) -> None:
    before = driver.tracker.year
    window.head.only_changed.setChecked(True)
    press(window, "C&opy")
    assert driver.tracker.year is before
    assert not driver.tab.document.unsaved
    assert driver.seen.cell("A/R.6.101", "rating") == "Red"


def test_a_change_of_the_tracker_is_followed(window: WhatIfWindow, driver: Driver, qtbot: QtBot) -> None:
    driver.tab.document.edit(1, "forecast_q1", "-395")
    qtbot.waitUntil(lambda: cells(window, 1)[6] == "−395")
    assert cells(window, 1)[2:5] == ["Red", "Green", "Yes"]
    window.close()
    driver.tab.document.undo()
    assert not window._soon.isActive()


def test_a_double_click_leads_to_the_line_in_the_table(window: WhatIfWindow, driver: Driver) -> None:
    window.lines.row_chosen.emit(window.what.rows[40].saving.line)
    assert driver.tab.line == 40


def test_keys_of_other_trackers_are_offered_as_they_come_and_go(
    window: WhatIfWindow, driver: Driver, tmp_path: Path
) -> None:
    def offered() -> list[str]:
        return [window.head.scheme.itemText(place) for place in range(window.head.scheme.count())]

    assert offered() == ["the key of 2020-21"]
    driver.opens(Path(shutil.copy(OF_2020, tmp_path)))
    assert offered() == ["the key of 2020-21"]
    driver.prompts.chosen = 0
    driver.chooses("show_what_if")
    assert driver.prompts.told[-1][0].startswith("This tracker is rated by the only RAG scheme that is known.")
    driver.chooses("close_tracker")
    assert offered() == ["the key of 2020-21"]


def test_the_window_closes_with_esc_and_its_tracker_and_comes_back(window: WhatIfWindow, driver: Driver) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    driver.chooses("show_what_if")
    assert the_window() is window
    assert window.isVisible()
    window.showMinimized()
    driver.chooses("show_what_if")
    assert not window.isMinimized()
    driver.chooses("close_tracker")
    assert not window.isVisible()


def test_a_figure_that_is_refused_keeps_the_window_closed(driver: Driver, tmp_path: Path) -> None:
    driver.opens(Path(shutil.copy(OF_2017, tmp_path)))
    driver.clicks("A/R.6.101", "forecast_q1")
    driver.types("--5")
    driver.chooses("show_what_if")
    assert driver.prompts.refused
    assert not any(isinstance(window, WhatIfWindow) for window in QApplication.topLevelWidgets())


def test_a_tracker_whose_key_is_adopted_has_nothing_left_to_be_put_under(
    window: WhatIfWindow, driver: Driver, qtbot: QtBot
) -> None:
    driver.prompts.chosen = 0
    driver.chooses("adopt_scheme")
    qtbot.waitUntil(lambda: cells(window, 1)[2:5] == ["Black", "Black", ""])
    window.offer()
    assert window.head.scheme.count() == 0
    assert window.banner.text() == TITLE


def test_everything_has_a_name_and_fits_on_a_small_screen(window: WhatIfWindow) -> None:
    smallest = window.minimumSizeHint()
    assert smallest.width() <= 1366 // 2
    assert smallest.height() <= 768 // 2
    for part in window.findChildren(QWidget):
        named = part.objectName() != "qt_scrollarea_viewport"
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and named:
            assert part.accessibleName() or getattr(part, "text", str)(), part
