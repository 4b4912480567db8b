"""Ratings, findings and schemes at the window: reviewed, overridden, settled, adopted, and undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTableView

from driver import Driver
from model.rag import RATINGS
from sources import ROOT

SOURCES = ROOT / "resources" / "examples" / "source"
NEWER, OLDER = SOURCES / "savings-tracker-2020-21.txt", SOURCES / "savings-tracker-2017-18.txt"
JUDGED = ["Red 24", "Amber 2", "Green 40"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def newer(driver: Driver) -> Driver:
    """An officer with the tracker of 2020-21 open, at A/R.6.266 which is Amber by now."""
    driver.opens(NEWER)
    driver.types_forecast("A/R.6.266", 4, "-90")
    driver.clicks("A/R.6.266", "forecast_q4")
    return driver


def rates(driver: Driver, rating: str, reason: str = "") -> None:
    """Has the next question for a rating answered."""
    driver.prompts.chosen, driver.prompts.reason = RATINGS.index(rating), reason


def findings(driver: Driver) -> QTableView:
    """The list of findings."""
    found = driver.tab.findings.findChild(QTableView, "findingsList")
    assert found is not None
    return found


def listed(driver: Driver) -> list[str]:
    """The references in the list of findings."""
    model = findings(driver).model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def clicks_finding(driver: Driver, row: int) -> None:
    """Clicks on a row of the list of findings."""
    table = findings(driver)
    at = table.visualRect(table.model().index(row, 3)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def buttons(driver: Driver) -> list[str]:
    """The words of the buttons of the pane and of the findings pane that can be pressed."""
    parts = (driver.tab.pane, driver.tab.findings)
    every = (button for part in parts for button in part.findChildren(QAbstractButton))
    return [button.text() for button in every if button.isVisible() and button.isEnabled()]


@pytest.mark.parametrize("way", ["command", "button", "typing on the rating"])
def test_a_rating_is_overridden_for_a_reason_and_follows_again(newer: Driver, way: str) -> None:
    rates(newer, "Red", "The overspend is certain")
    if way == "command":
        newer.presses("Ctrl+Shift+R")
    elif way == "button":
        newer.clicks_button("Override rating", newer.tab.pane)
    else:
        newer.clicks("A/R.6.266", "rating")
        newer.types("R")
    assert newer.prompts.asked[-1] == "Overriding the rating of A/R.6.266"
    assert newer.seen.cell("A/R.6.266", "rating") == "Red"
    assert newer.seen.chips()[0] == "Red 4"
    newer.chooses("follow_scheme")
    assert newer.seen.cell("A/R.6.266", "rating") == "Amber"
    newer.presses("Ctrl+Z", "Ctrl+Z")
    assert newer.seen.cell("A/R.6.266", "rating") == "Amber"


def test_without_a_reason_or_a_choice_no_rating_is_overridden(newer: Driver) -> None:
    rates(newer, "Red")
    newer.presses("Ctrl+Shift+R")
    newer.prompts.chosen = None
    newer.presses("Ctrl+Shift+R")
    assert newer.seen.cell("A/R.6.266", "rating") == "Amber"
    assert "1 change not saved" in newer.seen.status()


def test_the_calculated_rating_chosen_is_no_override(newer: Driver) -> None:
    rates(newer, "Amber", "none is asked for")
    newer.presses("Ctrl+Shift+R")
    assert len(newer.prompts.asked) == 1
    assert newer.tracker["A/R.6.266"].override == ""


def test_an_override_is_taken_back_from_the_pane(newer: Driver) -> None:
    rates(newer, "Red", "The overspend is certain")
    newer.presses("Ctrl+Shift+R")
    words = next(words for words in buttons(newer) if "follow" in words.casefold())
    newer.clicks_button(words, newer.tab.pane)
    assert newer.tracker["A/R.6.266"].override == ""


def test_a_judged_rating_stays_until_it_is_reviewed(driver: Driver) -> None:
    driver.opens(OLDER)
    assert driver.seen.chips()[:3] == JUDGED
    driver.types_forecast("A/R.6.111", 4, "0")
    assert driver.seen.cell("A/R.6.111", "rating") == "Green"
    edited = driver.tracker["A/R.6.111"]
    assert edited.to_review
    driver.clicks("A/R.6.111", "forecast_q4")
    rates(driver, "Red")
    driver.clicks_button("Review rating", driver.tab.pane)
    assert driver.seen.cell("A/R.6.111", "rating") == "Red"
    reviewed = driver.tracker["A/R.6.111"]
    assert not reviewed.to_review
    driver.presses("Ctrl+Z", "Ctrl+Z")
    assert driver.seen.chips()[:3] == JUDGED


def test_an_old_tracker_adopts_another_ones_scheme_and_undo_gives_the_judged_ratings_back(driver: Driver) -> None:
    driver.opens(NEWER, OLDER)
    driver.prompts.chosen = 0
    driver.chooses("adopt_scheme")
    assert "RAG scheme of 2020-21" in driver.prompts.asked[0]
    assert driver.seen.chips()[:3] != JUDGED
    assert driver.tracker.year.scheme is not None
    assert driver.window.actions_by_name["undo"].text() == "&Undo Adopt the RAG scheme of 2020-21"
    driver.presses("Ctrl+Z")
    assert driver.seen.chips()[:3] == JUDGED
    assert driver.seen.marked() == set()
    driver.window.tabs.setCurrentIndex(0)
    assert driver.tracker.history.next_undo is None


def test_a_scheme_is_not_adopted_where_the_officer_thinks_better_of_it(driver: Driver) -> None:
    driver.opens(OLDER)
    driver.chooses("adopt_scheme")
    assert driver.tracker.year.scheme is None


def test_a_tracker_with_the_only_scheme_known_says_so(driver: Driver) -> None:
    driver.opens(NEWER)
    driver.chooses("adopt_scheme")
    said = [sentence for sentence, _ in driver.prompts.told] + driver.prompts.asked
    assert len(said) == 1


def test_the_key_of_the_tracker_in_front_is_shown(driver: Driver) -> None:
    driver.opens(NEWER)
    driver.presses("F1")
    sentence, detail = driver.prompts.told[0]
    assert sentence == "RAG key of 2020-21"
    assert "Red: % variance more than 19%" in detail
    driver.opens(OLDER)
    driver.presses("F1")
    assert driver.prompts.told[1][0] == "Judged ratings"


def test_a_click_on_a_finding_goes_to_its_line_and_field(driver: Driver) -> None:
    driver.opens(NEWER)
    driver.presses("F7")
    assert listed(driver) == ["A/R.6.182", "A/R.6.266", "B/R.6.214", "F/R.7.106"]
    driver.clicks_button("Black", driver.tab.filter_bar)
    clicks_finding(driver, 2)
    assert driver.seen.current() == ("B/R.6.214", "plan_total")
    assert len(driver.seen.lines()) == 40
    assert driver.tab.table.hasFocus()


@pytest.mark.parametrize("where", ["findings", "pane"])
@pytest.mark.parametrize(
    ("words", "totals"),
    [("Take the quarters", ("−15,971", "−10,665")), ("Turn the quarters", ("−15,929", "−10,623"))],
)
def test_the_line_that_does_not_add_up_is_settled_from_either_pane_and_back(
    driver: Driver, where: str, words: str, totals: tuple[str, str]
) -> None:
    driver.opens(NEWER)
    driver.presses("F7")
    clicks_finding(driver, 2)
    part = driver.tab.findings if where == "findings" else driver.tab.pane
    button = next(text for text in buttons(driver) if text.casefold().startswith(words.casefold()))
    driver.clicks_button(button, part)
    assert driver.seen.totals()[1:3] == totals
    assert listed(driver) == ["A/R.6.182", "A/R.6.266", "F/R.7.106"]
    assert driver.seen.chips()[-2:] == ["Findings 3", "Changed 1"]
    driver.presses("Ctrl+Z")
    assert driver.seen.totals()[1:3] == ("−15,929", "−10,623")
    assert listed(driver) == ["A/R.6.182", "A/R.6.266", "B/R.6.214", "F/R.7.106"]


def test_findings_follow_an_edit_while_they_are_shown_and_when_they_are_shown_again(driver: Driver) -> None:
    driver.opens(NEWER)
    driver.presses("F7")
    driver.types_forecast("A/R.6.266", 4, "-90")
    assert "A/R.6.266" not in listed(driver)
    driver.presses("F7", "Ctrl+Z", "F7")
    assert "A/R.6.266" in listed(driver)


def test_nothing_is_settled_while_a_tracker_is_for_viewing_only(driver: Driver) -> None:
    driver.opens(NEWER)
    driver.presses("F7")
    clicks_finding(driver, 2)
    able = buttons(driver)
    driver.chooses("toggle_viewing")
    lost = set(able) - set(buttons(driver))
    assert any(words.casefold().startswith("take the quarters") for words in lost)
    assert any(words.startswith("Override rating") for words in lost)


def test_panes_shown_or_hidden_are_so_in_the_next_tracker_and_at_the_next_start(driver: Driver) -> None:
    first = driver.opens(NEWER)
    driver.presses("F7", "F9")
    second = driver.opens(OLDER)
    assert (second.findings.isVisible(), second.pane.isVisible()) == (True, False)
    driver.presses("F7")
    assert (first.findings.isHidden(), second.findings.isHidden()) == (False, True)
    driver.window.tabs.setCurrentIndex(0)
    assert first.findings.isVisible()
    assert driver.window.actions_by_name["toggle_findings"].isChecked()
    assert not driver.window.actions_by_name["toggle_pane"].isChecked()
    driver.presses("Ctrl+E")
    assert first.pane.isVisible()
