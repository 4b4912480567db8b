"""What was ever delivered: a folder is dropped in, followed to a line, and a year put under another key."""

import shutil
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from driver import Driver
from gui.listing import Listing
from gui.what_if import WhatIfWindow
from gui.years import YearsWindow
from gui.years.page import ShownPage
from sources import ROOT

SOURCE = ROOT / "resources" / "examples" / "source"
OLD, NEW = "savings-tracker-2017-18.txt", "savings-tracker-2020-21.txt"
REPROFILED = {
    "A/R.6.111": "234",
    "A/R.6.112": "10",
    "A/R.6.114": "493",
    "A/R.6.140": "154",
    "A/R.6.155": "258",
    "A/R.6.169": "930",
    "A/R.6.244": "46",
    "All lines": "2,125",
}
Kind = TypeVar("Kind", bound=QWidget)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(params=["text", pytest.param("published", marks=pytest.mark.published)])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Both trackers, as our texts and as they were published, beside a file that is none."""
    source = Path(request.getfixturevalue("published")) if request.param == "published" else SOURCE
    for name in (OLD, NEW):
        shutil.copy(source / name, tmp_path)
    (tmp_path / "minutes.txt").write_text("Apologies were received.\n", encoding="utf-8")
    return tmp_path


def window_of(kind: type[Kind]) -> Kind:
    (found,) = (window for window in QApplication.topLevelWidgets() if isinstance(window, kind))
    return found


def lines_of(years: YearsWindow, page: int) -> Listing:
    """Brings a page to the front, and gives the lines behind its first row."""
    years.tabs.setCurrentIndex(page)
    shown = years.tabs.currentWidget()
    assert isinstance(shown, ShownPage)
    assert shown.details is not None
    return shown.details


def test_a_folder_leads_to_what_a_green_does_not_show_and_to_its_line(
    driver: Driver, qtbot: QtBot, folder: Path
) -> None:
    driver.drops(driver.window, folder)
    years = window_of(YearsWindow)
    qtbot.waitUntil(lambda: years.trackers is not None)
    assert years.said.text().startswith("2 trackers of 2 years with 107 lines; 1 file was not read")
    lines = lines_of(years, 6)
    details = lines.rows
    assert {details.text(row, 0): details.text(row, 4) for row in range(details.rowCount())} == REPROFILED
    prior = lines_of(years, 7).rows
    assert prior.text(prior.rowCount() - 1, 4) == "5,995"
    lines.row_chosen.emit(details.rows[5].target)
    assert driver.tab.document.name == OLD
    assert driver.seen.current()[0] == "A/R.6.169"


def test_an_old_year_is_put_under_the_new_key_and_copied_but_not_changed(driver: Driver, folder: Path) -> None:
    driver.opens(folder / NEW, folder / OLD)
    before = driver.tracker.year
    driver.chooses("show_what_if")
    what_if = window_of(WhatIfWindow)
    assert what_if.sentence.text().startswith("25 of the 30 lines with a variance would be rated otherwise")
    what_if.head.only_changed.setChecked(True)
    what_if.copy()
    label, headings, *lines = QGuiApplication.clipboard().text().splitlines()
    assert label.startswith("What if: 2017-18 under the key of 2020-21 – not the council's ratings")
    assert headings.split("\t")[6:8] == ["Rating as it stands", "Under the key of 2020-21"]
    assert len(lines) == 25
    assert driver.tracker.year is before
    assert driver.seen.status()[-2] == "Nothing to save"
