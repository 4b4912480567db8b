"""Which lines and columns the window shows: filter, sorting, go to, totals, columns."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from driver import Driver, at_window
from gui.theme import LIGHT, RATINGS
from sources import ROOT

SOURCES = ROOT / "resources" / "examples" / "source"
NEWER, OLDER = SOURCES / "savings-tracker-2020-21.txt", SOURCES / "savings-tracker-2017-18.txt"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def newer(driver: Driver) -> Driver:
    """An officer with the tracker of 2020-21 open."""
    driver.opens(NEWER)
    return driver


@pytest.fixture
def older(driver: Driver) -> Driver:
    """An officer with the tracker of 2017-18 open."""
    driver.opens(OLDER)
    return driver


def sorts(driver: Driver, key: str, times: int = 1) -> None:
    """Clicks on a column's heading."""
    table = driver.tab.table
    column = driver.tab.model.column_of(key) or 0
    heading = table.horizontalHeader()
    for _ in range(times):
        left = table.column_left(column)
        QTest.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left + 12, 36))


def columns(driver: Driver) -> set[str]:
    """The fields of the columns shown."""
    table = driver.tab.table
    return {column.key for place, column in enumerate(driver.tab.model.columns) if not table.isColumnHidden(place)}


def filters(driver: Driver, text: str) -> None:
    """Types into the filter and presses Enter."""
    driver.presses("Ctrl+F")
    driver.types(text)
    driver.presses("Return")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("street", ["B/R.6.214"]),
        ("STREET light", ["B/R.6.214"]),
        ("-1,400", ["A/R.7.106"]),
        ("no such words", []),
    ],
)
def test_text_is_found_in_any_field_and_totals_are_those_of_the_lines_shown(
    newer: Driver, text: str, lines: list[str]
) -> None:
    filters(newer, text)
    assert newer.seen.lines() == lines
    assert f"{len(lines)} of 40 savings" in newer.seen.status()
    assert newer.seen.totals()[0] == "All 40 savings"
    assert newer.seen.totals(1)[0] == f"{len(lines)} shown"
    assert newer.tab.table.hasFocus()


def test_while_words_are_typed_the_lines_follow_after_a_moment(newer: Driver, qtbot: QtBot) -> None:
    newer.presses("Ctrl+F")
    newer.types("street")
    qtbot.waitUntil(lambda: newer.seen.lines() == ["B/R.6.214"])
    newer.presses("Ctrl+Shift+A")
    assert len(newer.seen.lines()) == 40
    assert newer.seen.says("filterText") == ""


def test_chips_show_their_lines_and_the_totals_of_them(newer: Driver) -> None:
    newer.clicks_button("Red", newer.tab.filter_bar)
    assert newer.seen.lines() == ["A/R.6.176", "A/R.6.270", "A/R.7.106"]
    assert newer.seen.totals() == ("All 40 savings", "−15,929", "−10,623", "5,306")
    assert newer.seen.totals(1) == ("3 shown", "−5,800", "−1,090", "4,710")
    newer.clicks_button("Black", newer.tab.filter_bar)
    assert len(newer.seen.lines()) == 5
    newer.clicks_button("Red", newer.tab.filter_bar)
    assert newer.seen.lines() == ["C/R.6.103", "F/R.7.110"]


def test_the_order_and_the_lines_hold_while_they_are_edited_and_the_chips_follow(newer: Driver) -> None:
    newer.clicks_button("Amber", newer.tab.filter_bar)
    lines = newer.seen.lines()
    assert len(lines) == 4
    newer.types_forecast("A/R.6.181", 4, "-300")
    assert newer.seen.lines() == lines
    assert newer.seen.chips()[:3] == ["Red 3", "Amber 3", "Green 32"]
    assert newer.seen.totals(1)[0] == "4 shown"
    assert newer.seen.cells("A/R.6.181", "rating", "forecast_total") == ("Green", "−300")


def test_only_findings_and_only_changed(newer: Driver) -> None:
    newer.clicks_button("Findings", newer.tab.filter_bar)
    assert newer.seen.lines() == ["A/R.6.182", "A/R.6.266", "B/R.6.214", "F/R.7.106"]
    newer.clicks_button("Findings", newer.tab.filter_bar)
    newer.types_forecast("A/R.6.270", 4, "-1")
    newer.clicks_button("Changed", newer.tab.filter_bar)
    assert newer.seen.lines() == ["A/R.6.270"]


def test_a_line_of_two_committees_is_shown_for_both(older: Driver) -> None:
    choice = older.tab.findChild(QComboBox, "filterCommittee")
    assert choice is not None
    assert [choice.itemText(place) for place in range(3)] == ["All committees", "Adults", "C&YP"]
    for committee in ("Adults", "C&YP"):
        choice.setCurrentText(committee)
        assert older.seen.totals(1)[0] == "34 shown"
        assert "A/R.6.001" in older.seen.lines()
    assert older.seen.totals(1)[1:] == ("−8,053", "−6,612", "1,441")


def test_a_tracker_without_committees_offers_none(newer: Driver) -> None:
    choice = newer.tab.findChild(QComboBox, "filterCommittee")
    assert choice is not None
    assert not choice.isVisible()


def test_a_filter_that_shows_nothing_says_so_and_can_be_left(newer: Driver) -> None:
    filters(newer, "no such words")
    assert newer.tab.line is None
    newer.presses("F8")
    assert newer.prompts.told == [("No line that is shown has a finding.", "")]
    newer.chooses("show_all")
    assert len(newer.seen.lines()) == 40
    assert newer.tab.line == 0


def test_sorting_is_by_value_and_a_third_click_gives_the_trackers_own_order(newer: Driver) -> None:
    own = newer.seen.lines()
    sorts(newer, "variance")
    ranked = [int(newer.seen.cell(line, "variance").replace(",", "").replace("−", "-")) for line in newer.seen.lines()]
    assert ranked == sorted(ranked)
    sorts(newer, "variance")
    assert newer.seen.lines()[:3] == ["A/R.6.176", "A/R.7.106", "A/R.6.270"]
    sorts(newer, "variance")
    assert newer.seen.lines() == own


@pytest.mark.parametrize("times", [1, 2])
def test_every_column_sorts_and_comes_back(newer: Driver, times: int) -> None:
    own = newer.seen.lines()
    newer.tab.columns.choose(frozenset())
    for column in newer.tab.model.columns:
        newer.clicks("A/R.6.266", column.key)
        for _ in range(times):
            newer.chooses("sort_by_column")
        assert sorted(newer.seen.lines()) == sorted(own)
        assert newer.seen.current() == ("A/R.6.266", column.key)
    for _ in range(3 - times):
        newer.chooses("sort_by_column")
    assert newer.seen.lines() == own


def test_ratings_sort_the_worst_first(newer: Driver) -> None:
    sorts(newer, "rating")
    ratings = [newer.seen.cell(line, "rating") for line in newer.seen.lines()]
    assert ratings == ["Black"] * 2 + ["Red"] * 3 + ["Amber"] * 4 + ["Green"] * 31


def test_the_order_holds_while_a_sorted_column_is_edited(newer: Driver) -> None:
    sorts(newer, "forecast_q4", 2)
    lines = newer.seen.lines()
    newer.types_forecast(lines[0], 4, "-9999")
    assert newer.seen.lines() == lines
    assert newer.seen.current() == (lines[1], "forecast_q4")


def test_a_reference_is_gone_to_whatever_its_case_and_a_filter_gives_way(newer: Driver) -> None:
    newer.clicks_button("Black", newer.tab.filter_bar)
    newer.prompts.words = " a/r.6.266 "
    newer.presses("Ctrl+G")
    assert newer.tab.saving
    assert newer.tab.saving.reference == "A/R.6.266"
    assert len(newer.seen.lines()) == 40
    newer.prompts.words = "Z/R.1"
    newer.presses("Ctrl+G")
    assert newer.prompts.refused == ["No line has the reference Z/R.1. Type it as in the table, such as A/R.6.114."]
    newer.prompts.words = ""
    newer.presses("Ctrl+G")
    assert len(newer.prompts.refused) == 1


def test_f8_goes_from_finding_to_finding_and_round(newer: Driver) -> None:
    found = []
    for _ in range(5):
        newer.presses("F8")
        found.append(newer.seen.current()[0])
    assert found == ["A/R.6.182", "A/R.6.266", "B/R.6.214", "F/R.7.106", "A/R.6.182"]


def test_figures_selected_are_added_up_without_percentages_and_hidden_columns(newer: Driver) -> None:
    newer.clicks("A/R.6.266", "forecast_q3", until=("A/R.6.267", "forecast_q4"))
    assert "Selection: sum −775 · mean −193.8 · count 4" in newer.seen.status()
    newer.tab.columns.choose(frozenset({"forecast_q4"}))
    newer.clicks("A/R.6.266", "forecast_q3", until=("A/R.6.267", "forecast_total"))
    assert "Selection: sum −1,937 · mean −484.3 · count 4" in newer.seen.status()
    newer.clicks("A/R.6.176", "percent")
    assert not any(text.startswith("Selection") for text in newer.seen.status())


def test_columns_ticked_in_the_menu_are_shown_and_remembered(newer: Driver, qtbot: QtBot) -> None:
    newer.chooses("choose_columns")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == "Description")
    links = next(action for action in menu.actions() if action.text().startswith("Links"))
    assert not action.isChecked()
    menu.setActiveAction(action)
    newer.presses("Space")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(links).center())
    assert menu.isVisible()
    newer.presses("Esc")
    assert not menu.isVisible()
    shown = columns(newer)
    assert "description" in shown
    assert "links" not in shown
    assert newer.tab.columns.text() == "Columns (7 hidden)"
    with at_window(qtbot) as again:
        again.opens(NEWER)
        assert columns(again) == shown
        again.opens(OLDER)
        assert again.tab.columns.text() == "Columns (2 hidden)"


def test_all_columns_are_shown_again_by_one_choice(newer: Driver) -> None:
    menu = newer.tab.columns.menu()
    menu.actions()[-1].trigger()
    assert newer.tab.columns.text() == "Columns"
    assert len(columns(newer)) == len(newer.tab.model.columns)


def test_a_column_that_is_hidden_is_never_the_current_one(newer: Driver) -> None:
    newer.tab.columns.choose(frozenset({"forecast_q1"}))
    newer.tab.go_to(newer.tracker["B/R.6.214"].line, "forecast_q1")
    assert not newer.tab.table.isColumnHidden(newer.tab.table.currentIndex().column())


def test_every_model_keeps_qts_rules_while_lines_are_edited_sorted_and_filtered(newer: Driver) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    findings = newer.tab.findings.findChild(QTableView, "findingsList")
    assert findings is not None
    models = (newer.tab.model, newer.tab.table.totals.model(), findings.model())
    testers = [QAbstractItemModelTester(model, fatal) for model in models]
    newer.chooses("toggle_findings")
    newer.types_forecast("A/R.6.266", 4, "-90")
    sorts(newer, "variance", 2)
    newer.clicks_button("Red", newer.tab.filter_bar)
    newer.types_forecast("A/R.6.270", 4, "-600")
    newer.presses("Ctrl+Z", "Ctrl+Z", "Ctrl+Y")
    newer.chooses("show_all")
    assert len(testers) == len(models)
    assert newer.seen.totals()[2] == "−10,338"


def test_ratings_that_are_not_chosen_stand_back_while_one_is(newer: Driver) -> None:
    def ground(words: str) -> str:
        chips = newer.tab.filter_bar.findChildren(QPushButton)
        picture = next(chip for chip in chips if chip.text().startswith(words)).grab().toImage()
        return picture.pixelColor(6, picture.height() // 2).name().upper()

    filled = {words: RATINGS[words].fill for words in ("Red", "Green")}
    assert {words: ground(words) for words in filled} == filled
    newer.clicks_button("Red", newer.tab.filter_bar)
    assert ground("Red") == filled["Red"]
    assert ground("Green") == LIGHT.surface
    newer.clicks_button("Red", newer.tab.filter_bar)
    assert ground("Green") == filled["Green"]
