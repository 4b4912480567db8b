"""Last year's tracker compared with this one's, and one quarter with the next, without a window."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders import figures
from model.choosing import Chosen, chosen_from
from model.comparing import Comparing, compare_with
from model.comparison import RowKind, Show, Side
from model.entries import shown
from model.kept_lineage import KeptLineage
from model.lineage import Verdict
from model.previous_period import KeptTolerance, PreviousPeriod
from model.saving import Direction
from model.saving_life import SavingLife
from model.year import Year
from officer import Officer
from sources import ROOT

SOURCES = ROOT / "resources" / "examples" / "source"
SHARED = {"A/R.6.114", "A/R.6.201", "A/R.6.202", "A/R.7.105", "A/R.7.106"}


@pytest.fixture(params=["text", pytest.param("published", marks=pytest.mark.published)])
def officer(request: pytest.FixtureRequest) -> Officer:
    """An officer with 2020-21 open, who has the tracker of 2017-18 at hand: as our text, and as it was published."""
    folder = Path(request.getfixturevalue("published")) if request.param == "published" else SOURCES
    officer = Officer()
    officer.opens(folder / "savings-tracker-2020-21.txt")
    officer.prompts.to_open = folder / "savings-tracker-2017-18.txt"
    return officer


@pytest.fixture
def years(officer: Officer, tmp_path: Path) -> Comparing:
    """The two years compared."""
    made = compare_with(officer.session, officer.document, KeptLineage(tmp_path))
    assert made
    return made


def kinds(comparing: Comparing) -> dict[RowKind, int]:
    rows = comparing.comparison.rows
    return {kind: sum(row.kind is kind for row in rows) for kind in (RowKind.NEW, RowKind.GONE, RowKind.CHANGED)}


def decide(comparing: Comparing) -> None:
    """Confirms A/R.6.114 and rejects the other four."""
    for row in [row for row in comparing.comparison.rows if row.asked]:
        (question,) = comparing.questions(row)
        comparing.decide(question.match, Verdict.SAME if row.reference == "A/R.6.114" else Verdict.NOT_SAME)


def test_two_years_are_lined_up_by_meaning_and_none_is_added_to_the_other(years: Comparing) -> None:
    comparison = years.comparison
    assert [len(year.layout) for year in (comparison.earlier, comparison.later)] == [21, 26]
    own = [[column.key for column in comparison.columns if column.sides == (side,)] for side in Side]
    assert own[0] == ["committee"]
    assert set(own[1]) >= {"plan_prior", "achieved_prior", "investment_planned_prior", "investment_actual_prior"}
    totals = comparison.totals
    assert figures(-20538, -15929) == tuple(totals[side].plan_total for side in Side)
    assert comparison.totals_moved is None
    assert years.movement is None


def test_five_references_are_asked_about_and_62_and_35_lines_are_in_one_year_only(years: Comparing) -> None:
    assert {row.reference for row in years.comparison.rows if row.asked} == SHARED
    assert kinds(years) == {RowKind.NEW: 35, RowKind.GONE: 62, RowKind.CHANGED: 5}
    likeness = [row.match.evidence.title for row in years.comparison.rows if row.asked and row.match]
    assert max(likeness) < 0.33


def test_the_officer_confirms_one_and_rejects_the_rest_once_for_all(years: Comparing, tmp_path: Path) -> None:
    decide(years)
    after = {RowKind.NEW: 39, RowKind.GONE: 66, RowKind.CHANGED: 1}
    assert kinds(years) == after
    assert years.comparison.counts[Show.ASKED] == 0
    again = Comparing(years.sides, years.prompts, KeptLineage(tmp_path))
    assert kinds(again) == after
    again.swap()
    assert kinds(again) == {RowKind.NEW: 66, RowKind.GONE: 39, RowKind.CHANGED: 1}


def test_the_life_of_the_one_that_is_confirmed_leads_through_both_years(
    officer: Officer, years: Comparing, tmp_path: Path
) -> None:
    decide(years)
    asked = chosen_from(officer.document), officer.sees("A/R.6.114").line
    life = SavingLife(officer.session, asked, KeptLineage(tmp_path))
    assert life.add_file()
    assert [life.when(stage.tracker) for stage in life.life.stages] == [
        "2017-18, as at October 2017",
        "2020-21, Quarter 1",
    ]
    assert figures(-2381, -250) == tuple(stage.plan for stage in life.life.stages)


def next_quarter(officer: Officer) -> Year:
    """Quarter 2: A/R.6.266 is short by 285, A/R.6.181 saves nothing, one saving is over and another is new."""
    officer.types("A/R.6.266", "forecast_q4", "-90")
    officer.types("A/R.6.181", "forecast_q4", "0")
    going = [saving for saving in officer.tracker.year if saving.reference != "C/R.6.103"]
    new = officer.sees("F/R.7.127").but(reference="F/R.7.199", title="Opened in the summer")
    savings = tuple(saving.but(line=line) for line, saving in enumerate([*going, new]))
    officer.document.undo()
    officer.document.undo()
    return replace(officer.tracker.year, period="Quarter 2", source="quarter-2.xlsx", digest="", savings=savings)


def test_what_moved_the_forecast_within_a_year_adds_up_exactly(officer: Officer, tmp_path: Path) -> None:
    sides = chosen_from(officer.document), Chosen("quarter-2.xlsx", next_quarter(officer))
    comparing = Comparing(sides, officer.prompts, KeptLineage(tmp_path))
    movement = comparing.movement
    assert movement
    moved = {move.reference: (str(move.kind), int(move.amount)) for move in movement.moves}
    assert moved == {
        "A/R.6.266": ("moved", 285),
        "F/R.7.199": ("opened", -75),
        "A/R.6.181": ("moved", 50),
        "C/R.6.103": ("closed", 0),
    }
    assert movement.earlier == -10623
    assert movement.later == -10623 + 285 - 75 + 50
    assert comparing.comparison.counts[Show.WORSE] == 2


def test_arrows_follow_from_the_quarter_before_and_can_be_taken_in_one_step(officer: Officer, tmp_path: Path) -> None:
    later = officer.session.open_example()
    assert later
    before = officer.session.documents[0]
    later.tracker.take_up(later.tracker.history, replace(later.tracker.year, period="Quarter 2"))
    later.tracker.edit("A/R.6.266", "forecast_q4", "-90")
    period = PreviousPeriod(officer.session, KeptLineage(tmp_path), KeptTolerance(tmp_path))
    assert period.set(later, chosen_from(before))
    line = later.tracker["A/R.6.266"].line
    assert later.tracker.computed_direction(line) is Direction.WORSENING
    arrows = [shown(later.tracker["A/R.6.266"], "direction")]
    assert period.take_directions(later)
    arrows.append(shown(later.tracker["A/R.6.266"], "direction"))
    assert later.undo()
    arrows.append(shown(later.tracker["A/R.6.266"], "direction"))
    assert arrows == ["↔", "↓", "↔"]


def test_a_tracker_of_another_year_is_no_previous_period(officer: Officer, tmp_path: Path) -> None:
    period = PreviousPeriod(officer.session, KeptLineage(tmp_path), KeptTolerance(tmp_path))
    assert not period.name(officer.document)
    assert officer.prompts.refused[0].startswith("The previous period has to be one of 2020-21")
