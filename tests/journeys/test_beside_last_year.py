"""This year's tracker beside last year's, with and without a window: each as it was published, tied by line."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from beside_desk import chosen, desk, goes_to, heading, opens_beside, tab, waits_for_kin
from builders import figures
from driver import Driver
from model.counterparts import Counterparts, by_lineage
from model.document import Document
from model.kept_lineage import KeptLineage
from model.lineage import Decision, Verdict, lineage, name_of
from model.year import Year
from officer import Officer
from sources import ROOT

SOURCES = ROOT / "resources" / "examples" / "source"
SHARED = ("A/R.6.114", "A/R.6.201", "A/R.6.202", "A/R.7.105", "A/R.7.106")
UNDECIDED = "same reference, another title: to be decided"


@pytest.fixture(params=["text", pytest.param("published", marks=pytest.mark.published)])
def trackers(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """The two trackers, the later one first, as our texts and as they were published."""
    folder = Path(request.getfixturevalue("published")) if request.param == "published" else SOURCES
    return folder / "savings-tracker-2020-21.txt", folder / "savings-tracker-2017-18.txt"


def decide(earlier: Year, later: Year) -> None:
    """Confirms A/R.6.114 and rejects the other four, as in a comparison."""
    for reference in SHARED:
        one, other = (name_of(year, next(s for s in year if s.reference == reference)) for year in (earlier, later))
        verdict = Verdict.SAME if reference == SHARED[0] else Verdict.NOT_SAME
        KeptLineage().decide(Decision(one, other, verdict, "M. Officer", datetime(2020, 7, 10, tzinfo=UTC)))


def in_session(trackers: tuple[Path, Path]) -> tuple[Officer, Document, Document]:
    """An officer without a window, with the earlier tracker beside the later one."""
    officer = Officer()
    later = officer.opens(trackers[0])
    earlier = officer.session.open_beside(trackers[1])
    assert earlier
    return officer, later, earlier


def tied(later: Document, earlier: Document) -> Counterparts:
    """The earlier lines that stand for the later ones."""
    years = later.tracker.year, earlier.tracker.year
    return by_lineage(*years, lineage(years[1], years[0], KeptLineage().decisions), later=True)


def references(found: Counterparts) -> list[str]:
    """The later lines that stand beside an earlier one."""
    return [saving.reference for saving in found.here if found.of(saving.line)]


def test_each_keeps_its_layout_its_ratings_and_its_totals(trackers: tuple[Path, Path]) -> None:
    officer, later, earlier = in_session(trackers)
    assert officer.document is later
    assert [len(one.tracker.year.layout) for one in (later, earlier)] == [26, 21]
    assert later.tracker.year.scheme is not None
    assert earlier.tracker.year.scheme is None
    ratings = [dict(+one.tracker.totals().ratings) for one in (later, earlier)]
    assert ratings[0] == {"Red": 3, "Amber": 4, "Green": 31, "Black": 2}
    assert ratings[1] == {"Red": 24, "Amber": 2, "Green": 40, "": 1}
    totals = [one.tracker.totals() for one in (later, earlier)]
    assert [(one.plan_total, one.forecast_total) for one in totals] == [
        figures(-15929, -10623),
        figures(-20538, -16656),
    ]


def test_the_earlier_one_cannot_be_changed_and_the_later_one_can(trackers: tuple[Path, Path]) -> None:
    officer, later, earlier = in_session(trackers)
    line = earlier.tracker["A/R.6.111"].line
    assert not earlier.edit(line, "forecast_q4", "0")
    assert not earlier.edit(line, "commentary", "Nothing")
    assert len(officer.prompts.refused) == 2
    assert later.edit(later.tracker["A/R.6.266"].line, "forecast_q4", "-89")
    assert officer.rating("A/R.6.266") == "Red"
    assert (later.unsaved, earlier.unsaved) == (1, 0)


def test_five_references_stand_beside_each_other_and_none_is_taken_for_sure(trackers: tuple[Path, Path]) -> None:
    _, later, earlier = in_session(trackers)
    found = tied(later, earlier)
    assert references(found) == list(SHARED)
    lines = [later.tracker[reference].line for reference in SHARED]
    assert [found.words(line) for line in lines] == [f"{reference}: {UNDECIDED}" for reference in SHARED]
    alone = [saving for saving in later.tracker.year if not found.of(saving.line)]
    assert len(alone) == 35
    assert {found.words(saving.line) for saving in alone} == {f"{s.reference} is not in 2017-18" for s in alone}


def test_what_the_officer_decides_unties_the_four_and_keeps_the_one(trackers: tuple[Path, Path]) -> None:
    _, later, earlier = in_session(trackers)
    decide(earlier.tracker.year, later.tracker.year)
    found = tied(later, earlier)
    assert references(found) == ["A/R.6.114"]
    assert found.words(later.tracker["A/R.6.114"].line) == ""
    assert found.words(later.tracker["A/R.6.201"].line) == "A/R.6.201 is not in 2017-18"


@pytest.fixture
def side_by_side(driver: Driver, qtbot: QtBot, trackers: tuple[Path, Path]) -> Driver:
    """An officer at the window, with the earlier tracker beside the later one."""
    driver.opens(trackers[0])
    opens_beside(driver, trackers[1])
    waits_for_kin(driver, qtbot)
    return driver


def test_the_window_shows_both_each_with_its_own(side_by_side: Driver) -> None:
    later, earlier = desk(side_by_side).tabs
    assert (later.isVisible(), earlier.isVisible()) == (True, True)
    assert [heading(side_by_side, place)[1] for place in range(2)] == ["Editing", "Viewing"]
    assert [found.model.columnCount() for found in (later, earlier)] == [26, 21]
    assert side_by_side.seen.totals() == ("All 40 savings", "−15,929", "−10,623", "5,306")
    side_by_side.presses("Ctrl+Tab")
    assert side_by_side.seen.totals() == ("All 67 savings", "−20,538", "−16,656", "3,882")
    assert side_by_side.seen.chips()[:3] == ["Red 24", "Amber 2", "Green 40"]
    side_by_side.types("0")
    assert side_by_side.tab.document.unsaved == 0
    assert len(side_by_side.prompts.refused) == 1


def test_scrolling_is_tied_by_line_and_says_what_is_undecided(side_by_side: Driver) -> None:
    later, earlier = desk(side_by_side).tabs
    for reference in SHARED:
        goes_to(side_by_side, reference)
        assert chosen(side_by_side, 1) == (reference, "forecast_total")
        assert heading(side_by_side, 1)[2] == f"{reference}: {UNDECIDED}"
    goes_to(side_by_side, "A/R.6.266")
    assert heading(side_by_side, 1)[2] == "A/R.6.266 is not in 2017-18"
    earlier.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    goes_to(side_by_side, "A/R.6.201")
    for value in (2, 4):
        later.table.verticalScrollBar().setValue(value)
        tops = [found.table.visualRect(found.table.currentIndex()).y() for found in (later, earlier)]
        assert tops[0] == tops[1]


def test_what_was_decided_holds_when_the_officer_comes_back(side_by_side: Driver, qtbot: QtBot) -> None:
    years = [tab(side_by_side, place).tracker.year for place in range(2)]
    decide(years[1], years[0])
    desk(side_by_side).tie.look_again()
    waits_for_kin(side_by_side, qtbot)
    goes_to(side_by_side, "A/R.6.201")
    assert chosen(side_by_side, 1) is None
    goes_to(side_by_side, "A/R.6.114")
    assert (chosen(side_by_side, 1), heading(side_by_side, 1)[2]) == (("A/R.6.114", "forecast_total"), "")
