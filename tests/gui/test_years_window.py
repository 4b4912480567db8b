"""The window of several years: read in the background, filtered, followed to a line, copied and exported."""

import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import a_saving
from driver import Driver
from gui.years import YearsWindow
from gui.years import window as years_window
from gui.years.entries import Spot
from gui.years.head import FORMS, SHOWN_FORMS
from gui.years.page import ShownPage
from gui.years.work import Work
from model.files.grid import read_grids
from year_folders import a_file

LATE = a_saving("A/R.6.001", committee="Adults", rating_printed="Green", forecast=(0, -50, -25, -25))
BOTH = a_saving("A/R.6.002", committee="Adults, C&YP", forecast=(-20,) * 4, rating_printed="Amber")
PRIOR = a_saving("A/R.6.003", plan_prior=Decimal(-10), achieved_prior=Decimal(-4), rating_printed="Green")
PAGES = ["Trackers", "Years", "Reports", "Committees", "Ratings", "Earlier forecasts", "Re-profiled", "Prior years"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four trackers of two years, two of them of one period, and a file that is none."""
    made = tmp_path_factory.mktemp("trackers")
    a_file(made / "first.xlsx", LATE, BOTH, year="2019-20", period="Quarter 1")
    a_file(made / "last.xlsx", BOTH, LATE, PRIOR, year="2019-20", period="Outturn")
    a_file(made / "new.xlsx", LATE, BOTH, PRIOR, year="2020-21", period="Quarter 1", changed=9)
    a_file(made / "older.xlsx", LATE, year="2020-21", period="Quarter 1")
    (made / "notes.txt").write_text("Nothing to see\n", encoding="utf-8")
    return made


@pytest.fixture
def window(driver: Driver, qtbot: QtBot, folder: Path) -> YearsWindow:
    """The window with the folder read."""
    driver.prompts.folder = folder
    return shown(driver, qtbot, lambda: driver.chooses("show_years"))


def shown(driver: Driver, qtbot: QtBot, act: Callable[[], object]) -> YearsWindow:
    act()
    window = the_window()
    qtbot.waitUntil(lambda: not window.work.busy)
    return window


def the_window() -> YearsWindow:
    (found,) = (window for window in QApplication.topLevelWidgets() if isinstance(window, YearsWindow))
    return found


def again(qtbot: QtBot, window: YearsWindow, act: Callable[[], object]) -> None:
    """Does something, and waits for what is worked out for it."""
    with qtbot.waitSignal(window.work.done):
        act()


def page(window: YearsWindow, words: str) -> ShownPage:
    """Brings a page to the front."""
    window.tabs.setCurrentIndex(PAGES.index(words))
    found = window.tabs.currentWidget()
    assert isinstance(found, ShownPage)
    return found


def column(page: ShownPage, place: int) -> list[str]:
    return [page.rows.rows.text(row, place) for row in range(page.rows.rows.rowCount())]


def test_trackers_are_listed_with_what_is_not_read_and_what_is_not_counted(window: YearsWindow) -> None:
    assert [window.tabs.tabText(place) for place in range(window.tabs.count())] == PAGES
    rows = window.known.rows.rows
    assert [rows.text(row, 2) for row in range(4)] == ["first.xlsx", "last.xlsx", "new.xlsx", "older.xlsx"]
    assert [rows.text(row, 7) for row in range(4)] == ["Yes", "Yes", "Yes", "No"]
    assert "notes.txt has no savings tracker in it" in window.known.remarks.rows.text(0, 1)
    assert window.said.text().startswith("4 trackers of 2 years with 9 lines (counted: 3 with 8); 1 file was not read")


def test_another_tracker_of_a_period_is_counted(window: YearsWindow, qtbot: QtBot) -> None:
    assert column(page(window, "Years"), 2) == ["3", "3"]
    assert not window.known.count.isEnabled()
    window.known.rows.go_to(Spot("older.xlsx"))
    again(qtbot, window, window.known.count.click)
    assert column(page(window, "Years"), 2) == ["3", "1"]
    window.known.rows.rows.show_rows([])
    window.known._ask()
    assert not window.work.busy


def test_every_page_shows_its_table_beside_its_chart(window: YearsWindow) -> None:
    for words in PAGES[1:]:
        shown_page = page(window, words)
        assert shown_page.rows.rows.rowCount() > 0, words
        assert shown_page.chart.isVisible()
        assert "plan" in shown_page.chart.accessibleDescription() or words == "Earlier forecasts"
    assert page(window, "Committees").chart.heading.text() == "Plan against forecast by committee, 2019-20"
    page(window, "Committees").rows.selectRow(3)
    assert page(window, "Committees").chart.heading.text() == "Plan against forecast by committee, 2020-21"


def test_one_year_or_one_committee_is_looked_at(window: YearsWindow, qtbot: QtBot) -> None:
    again(qtbot, window, lambda: window.head.year.setCurrentIndex(window.head.year.findData("2020-21")))
    assert column(page(window, "Years"), 0) == ["2020-21"]
    again(qtbot, window, lambda: window.head.committee.setCurrentIndex(window.head.committee.findData("C&YP")))
    assert column(page(window, "Years"), 2) == ["1"]
    empty = page(window, "Prior years")
    assert empty.sentence.text() == empty.page.none
    assert not empty.chart.isVisible()
    assert empty.block()[1:] == []


def test_a_double_click_leads_to_the_tracker_and_its_line(window: YearsWindow, driver: Driver) -> None:
    details = page(window, "Re-profiled").details
    assert details is not None
    details.row_chosen.emit(details.rows.rows[0].target)
    assert driver.tab.document.name == "first.xlsx"
    assert driver.tab.saving is not None
    assert driver.tab.saving.reference == "A/R.6.001"
    window.known.rows.row_chosen.emit(Spot("last.xlsx"))
    assert driver.tab.document.name == "last.xlsx"
    years = page(window, "Years")
    years.rows.row_chosen.emit(years.rows.rows.rows[1].target)
    assert driver.tab.document.name == "new.xlsx"


def test_a_line_that_has_moved_since_is_found_by_its_reference(window: YearsWindow, driver: Driver) -> None:
    for spot, reference in ((Spot("last.xlsx", 0, "A/R.6.001"), "A/R.6.001"), (Spot("first.xlsx", 0, "Gone"), "")):
        window.known.rows.row_chosen.emit(spot)
        assert driver.tab.saving is not None
        assert driver.tab.saving.reference == (reference or "A/R.6.001")


def test_what_a_page_shows_is_copied(window: YearsWindow) -> None:
    window.head.copy.click()
    assert "first.xlsx\t2\t-200\t-180\t20\tYes" in QGuiApplication.clipboard().text()
    page(window, "Re-profiled")
    window.head.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Year\tReport\tLines\tShort"
    assert "A/R.6.001\tA saving\t-25\t0\t25" in lines
    assert lines[-1] == "All lines\t\t-25\t0\t25"
    assert window.said.text().startswith("Copied")


def choose(window: YearsWindow, words: str) -> None:
    """Chooses from the menu of exports."""
    (action,) = (action for action in window.head.export.menu().actions() if action.text() == words)
    action.trigger()


@pytest.mark.parametrize("form", [".csv", ".xlsx"])
def test_what_a_page_shows_is_exported_as_it_is_filtered(
    window: YearsWindow, driver: Driver, qtbot: QtBot, tmp_path: Path, form: str
) -> None:
    again(qtbot, window, lambda: window.head.year.setCurrentIndex(window.head.year.findData("2020-21")))
    page(window, "Re-profiled")
    driver.prompts.to_write = tmp_path / f"shown{form}"
    choose(window, SHOWN_FORMS[form])
    assert driver.prompts.suggested == window.places[0] / f"Re-profiled, 2020-21{form}"
    assert driver.prompts.told[-1][0] == f"Exported Re-profiled, 2020-21 as “shown{form}”."
    grids = read_grids(tmp_path / f"shown{form}")
    rows = [tuple(str(cell).removesuffix(".0") for cell in row) for grid in grids for row in grid.rows]
    assert ("2020-21", "Quarter 1", "1", "25") in rows
    assert ("A/R.6.001", "A saving", "-25", "0", "25") in rows
    assert not any("2019-20" in row for row in rows)


def test_of_the_first_page_the_trackers_and_what_is_to_know_are_exported(
    window: YearsWindow, driver: Driver, tmp_path: Path
) -> None:
    driver.prompts.to_write = tmp_path / "list.csv"
    choose(window, SHOWN_FORMS[".csv"])
    text = driver.prompts.to_write.read_text(encoding="utf-8-sig")
    assert '"2020-21","Quarter 1","older.xlsx"' in text
    assert '\n\n"File","What to know"\n"notes.txt"' in text
    driver.prompts.to_write = tmp_path / "list.parquet"
    window.export_shown(".csv")
    assert "ends in .csv, .xlsx" in driver.prompts.refused[-1]


@pytest.mark.parametrize("form", [".csv", ".xlsx", ".parquet"])
def test_all_lines_are_exported(window: YearsWindow, driver: Driver, tmp_path: Path, form: str) -> None:
    driver.prompts.to_write = tmp_path / f"lines{form}"
    choose(window, FORMS[form])
    assert driver.prompts.suggested == window.places[0] / f"Savings trackers{form}"
    assert driver.prompts.told[-1][0] == f"Exported 9 lines as “lines{form}”."
    assert (tmp_path / f"lines{form}").stat().st_size > 100


def test_an_export_that_is_refused_says_why_and_one_without_a_name_writes_nothing(
    window: YearsWindow, driver: Driver, folder: Path
) -> None:
    for export in (window.export, window.export_shown):
        export(".csv")
    assert driver.prompts.told == []
    driver.prompts.to_write = folder / "new.xlsx"
    window.export(".xlsx")
    assert "new.xlsx" in driver.prompts.refused[-1]


def test_a_folder_without_a_tracker_says_so_and_another_one_can_be_read(
    window: YearsWindow, driver: Driver, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("Nothing\n", encoding="utf-8")
    driver.prompts.folder = tmp_path
    with qtbot.waitSignal(window.work.failed):
        window.head.another.click()
    assert window.waiting.words.text().startswith(f"There is no tracker in “{tmp_path.name}”")
    assert window.waiting.files.rows.rowCount() == 2
    assert not window.head.export.isEnabled()
    for act in (window.copy, window._show_wanted):
        act()
    for export in (window.export, window.export_shown):
        export(".csv")
    window._count("any")
    window._choose(Spot("any"))
    assert driver.prompts.suggested is None
    driver.prompts.folder = None
    window.head.another.click()
    driver.prompts.folder = folder
    again(qtbot, window, lambda: driver.chooses("show_years"))
    assert window.head.export.isEnabled()
    assert driver.prompts.asked[-1] == f"Choose a folder of trackers {tmp_path}"


def test_reading_tells_how_far_it_is_and_can_be_stopped(
    driver: Driver, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()

    def slow(places: object, progress: Callable[[int, int, str], None], stopped: Callable[[], bool]) -> None:
        progress(1, 4, "second.xlsx")
        go_on.wait(5)
        progress(4, 4, "")

    monkeypatch.setattr(years_window, "read_trackers", slow)
    driver.prompts.folder = folder
    driver.chooses("show_years")
    window = the_window()
    qtbot.waitUntil(lambda: window.waiting.words.text() == "Reading 2 of 4: second.xlsx")
    assert window.waiting.bar.value() == 1
    window.waiting.show_progress(4, 4, "")
    assert window.waiting.words.text() == "Working out the sums"
    QTest.mouseClick(window.waiting.stop, Qt.MouseButton.LeftButton)
    assert window.waiting.words.text().startswith("Reading was stopped")
    assert window.trackers is None
    window.read([folder])
    assert window.close()
    assert not window.work.busy
    go_on.set()
    qtbot.wait(20)
    assert window.waiting.words.text().startswith("Reading was stopped")


def test_the_window_stays_alive_while_it_reads(driver: Driver, qtbot: QtBot, folder: Path) -> None:
    beats: list[int] = []
    clock, timer = QElapsedTimer(), QTimer()
    driver.prompts.folder = folder
    driver.chooses("show_years")
    window = the_window()
    clock.start()
    timer.timeout.connect(lambda: beats.append(clock.restart()))
    timer.start(5)
    qtbot.waitUntil(lambda: not window.work.busy)
    timer.stop()
    assert beats
    assert sorted(beats)[len(beats) // 2] < 100


def test_a_job_that_fails_otherwise_is_a_fault_of_the_program(qtbot: QtBot) -> None:
    work = Work()

    def job(_progress: object, _stopped: object) -> object:
        raise ValueError("broken")

    with qtbot.waitSignal(work.failed) as told:
        work.start(job)
    assert str(told.args[0]) == "broken"


def test_only_a_refusal_is_said(window: YearsWindow) -> None:
    with pytest.raises(ValueError, match="broken"):
        window._fail(ValueError("broken"))


def test_a_folder_dropped_on_either_window_is_read_and_a_file_opened(
    driver: Driver, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    assert driver.drops(driver.window, folder)
    window = the_window()
    qtbot.waitUntil(lambda: window.trackers is not None)
    one = tmp_path / "one"
    one.mkdir()
    shutil.copy(folder / "new.xlsx", one)
    with qtbot.waitSignal(window.work.done):
        assert driver.drops(window, one)
    assert window.said.text().startswith("1 tracker of 1 year")
    assert not driver.drops(window)
    assert driver.drops(driver.window, one / "new.xlsx")
    assert driver.tab.document.name == "new.xlsx"
    driver.window.activateWindow()
    driver.prompts.folder = None
    driver.chooses("show_years")
    assert driver.prompts.asked[-1] == f"Choose a folder of trackers {one}"


def test_the_folder_of_the_tracker_in_front_is_offered_first(driver: Driver, folder: Path, tmp_path: Path) -> None:
    driver.chooses("show_years")
    assert driver.prompts.asked[-1] == "Choose a folder of trackers None"
    driver.opens(Path(shutil.copy(folder / "new.xlsx", tmp_path)))
    driver.chooses("show_years")
    assert driver.prompts.asked[-1] == f"Choose a folder of trackers {tmp_path}"


def test_it_closes_with_esc_comes_back_as_it_was_and_ends_with_the_program(
    window: YearsWindow, driver: Driver, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert window.trackers is not None
    window.showMinimized()
    again(qtbot, window, lambda: driver.chooses("show_years"))
    assert window.isVisible()
    assert not window.isMinimized()
    assert driver.window.close()
    assert not window.isVisible()


def test_a_figure_that_is_refused_keeps_the_tracker_in_front(
    window: YearsWindow, driver: Driver, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    driver.opens(Path(shutil.copy(folder / "older.xlsx", tmp_path / "mine.xlsx")))
    window.close()
    with qtbot.waitActive(driver.window):
        driver.window.activateWindow()
    driver.tab.table.setFocus()
    driver.clicks("A/R.6.001", "forecast_q1")
    driver.types("--5")
    window.known.rows.row_chosen.emit(Spot("new.xlsx"))
    assert driver.tab.document.name == "mine.xlsx"


def test_tabs_have_shorter_names_where_not_all_have_room(window: YearsWindow) -> None:
    bar = window.tabs.tabBar()
    wide = bar.sizeHint().width()
    window.resize(wide - 1, 400)
    assert window.tabs.tabText(PAGES.index("Earlier forecasts")) == "Forecasts"
    assert bar.sizeHint().width() < wide - 1
    window.resize(wide, 400)
    assert [window.tabs.tabText(place) for place in range(window.tabs.count())] == PAGES


def test_everything_has_a_name_and_fits_on_a_small_screen(window: YearsWindow) -> None:
    smallest = window.minimumSizeHint()
    assert smallest.width() <= 1366 // 2
    assert smallest.height() <= 768 // 2
    for words in PAGES[1:]:
        page(window, words)
        for part in window.findChildren(QWidget):
            named = part.objectName() not in ("qt_scrollarea_viewport", "qt_tabwidget_tabbar")
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and named:
                assert part.accessibleName() or getattr(part, "text", str)(), part
