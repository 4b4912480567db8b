"""The previous period of a tracker, and the directions of travel that follow from it."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from builders import QUARTER_1, a_saving, a_year
from model.choosing import Chosen
from model.kept_lineage import KeptLineage
from model.lineage import NO_DECISIONS, Decision, Decisions, Verdict, name_of
from model.previous_period import KeptTolerance, PreviousPeriod, one_to_one
from model.resources import EXAMPLES
from model.saving import Direction
from officer import Officer

OF_2017, OF_2020 = (EXAMPLES / f"savings-tracker-{year}.xlsx" for year in ("2017-18", "2020-21"))


@pytest.fixture
def officer() -> Officer:
    """An officer with the tracker of 2020-21, Quarter 1, open."""
    officer = Officer()
    officer.opens(OF_2020)
    return officer


@pytest.fixture
def period(officer: Officer, tmp_path: Path) -> PreviousPeriod:
    """What names the previous period."""
    return PreviousPeriod(officer.session, KeptLineage(tmp_path), KeptTolerance(tmp_path))


@pytest.fixture
def worse(officer: Officer) -> Chosen:
    """An earlier copy of 2020-21, in which A/R.6.266 was forecast 285 less and A/R.6.267 more."""
    officer.types("A/R.6.266", "forecast_q4", "-90")
    officer.types("A/R.6.267", "forecast_q4", "-1")
    before = officer.tracker.year
    officer.document.undo()
    officer.document.undo()
    return Chosen("before.xlsx", before)


def test_directions_follow_from_the_period_that_is_named(
    officer: Officer, period: PreviousPeriod, worse: Chosen
) -> None:
    assert period.set(officer.document, worse)
    line = officer.sees("A/R.6.266").line
    assert officer.tracker.computed_direction(line) is Direction.IMPROVING
    assert any(finding.code == "direction" for finding in officer.tracker.findings() if finding.line == line)


def test_a_file_can_be_named_and_one_of_another_year_is_refused(officer: Officer, period: PreviousPeriod) -> None:
    officer.prompts.to_open = OF_2017
    assert not period.name(officer.document)
    assert officer.prompts.refused[0].startswith("The previous period has to be one of 2020-21;")
    assert officer.tracker.previous is None


def test_a_tracker_is_not_its_own_previous_period(officer: Officer, period: PreviousPeriod) -> None:
    officer.prompts.to_open = OF_2020
    assert not period.name(officer.document)
    assert officer.prompts.refused == [
        "A tracker is not its own previous period. Choose the tracker of an earlier period."
    ]


@pytest.mark.parametrize(
    ("period_named", "taken"), [("Quarter 2", False), ("Quarter 1", True), ("", True), ("May", True)]
)
def test_a_later_period_is_no_previous_one(
    officer: Officer, period: PreviousPeriod, period_named: str, taken: bool
) -> None:
    other = Chosen("other.xlsx", replace(officer.tracker.year, period=period_named))
    assert period.set(officer.document, other) is taken
    if not taken:
        (sentence,) = officer.prompts.refused
        assert sentence.startswith(
            "“other.xlsx” is of Quarter 2, which comes after Quarter 1: it can't be its previous"
        )


def test_thinking_better_of_it_names_no_period(officer: Officer, period: PreviousPeriod) -> None:
    assert not period.name(officer.document)
    assert officer.tracker.previous is None
    assert officer.prompts.refused == []


def test_a_previous_period_can_be_taken_away_or_become_another(
    officer: Officer, period: PreviousPeriod, worse: Chosen
) -> None:
    period.set(officer.document, worse)
    assert not period.name(officer.document)
    assert officer.prompts.asked[-1] == "The previous period is Quarter 1.: Choose another…, Name none"
    officer.prompts.to_open, officer.prompts.chosen = OF_2017, 0
    assert not period.name(officer.document)
    kept = officer.tracker.previous
    officer.prompts.chosen = 1
    assert period.name(officer.document)
    assert (kept, officer.tracker.previous) == (worse.year, None)
    assert officer.tracker.computed_direction(0) is None


def test_the_computed_directions_are_taken_in_one_step(officer: Officer, period: PreviousPeriod, worse: Chosen) -> None:
    period.set(officer.document, worse)
    before = officer.tracker.year
    assert period.take_directions(officer.document)
    assert officer.sees("A/R.6.266").direction is Direction.IMPROVING
    assert officer.document.undo()
    assert officer.tracker.year == before
    officer.document.redo()
    assert not period.take_directions(officer.document)
    assert officer.prompts.told[-1][0].startswith("Every direction of travel is the computed one already")


def test_without_a_previous_period_no_direction_is_computed(officer: Officer, period: PreviousPeriod) -> None:
    assert not period.take_directions(officer.document)
    assert officer.prompts.refused[0].startswith("No previous period is named")


def test_a_tracker_that_is_viewed_takes_no_directions(officer: Officer, period: PreviousPeriod, worse: Chosen) -> None:
    period.set(officer.document, worse)
    officer.document.view_only()
    assert not period.take_directions(officer.document)
    assert len(officer.prompts.refused) == 1


def test_a_change_within_the_tolerance_is_no_change(
    officer: Officer, period: PreviousPeriod, worse: Chosen, tmp_path: Path
) -> None:
    officer.session.open(OF_2017)
    officer.session.bring_up(officer.session.documents[0])
    period.set(officer.document, worse)
    officer.prompts.words = "285"
    assert period.ask_tolerance()
    line = officer.sees("A/R.6.266").line
    assert officer.tracker.computed_direction(line) is Direction.NO_CHANGE
    assert KeptTolerance(tmp_path).amount == 285
    officer.prompts.words = "284"
    period.ask_tolerance()
    assert officer.tracker.computed_direction(line) is Direction.IMPROVING


@pytest.mark.parametrize("typed", ["-1", "lots", "  £"])
def test_a_tolerance_that_is_none_is_refused(officer: Officer, period: PreviousPeriod, typed: str) -> None:
    officer.prompts.words = typed
    assert not period.ask_tolerance()
    assert len(officer.prompts.refused) == 1
    assert period.tolerance.amount == 0


def test_a_blank_tolerance_leaves_it_as_it_is(officer: Officer, period: PreviousPeriod) -> None:
    period.tolerance.keep(Decimal(3))
    assert not period.ask_tolerance()
    assert period.tolerance.amount == 3


@pytest.mark.parametrize("said", ["", "[]", "{}", '{"tolerance": "x"}', '{"tolerance": -4}', '{"tolerance": "-4"}'])
def test_a_tolerance_that_cannot_be_read_is_exact(tmp_path: Path, said: str) -> None:
    (tmp_path / "directions.json").write_text(said, encoding="utf-8")
    assert KeptTolerance(tmp_path).amount == 0


def test_a_tolerance_that_cannot_be_kept_is_only_not_remembered(tmp_path: Path) -> None:
    (tmp_path / "directions.json").mkdir()
    kept = KeptTolerance(tmp_path)
    kept.keep(Decimal(5))
    assert kept.amount == 0


def test_the_tolerance_is_kept_in_the_users_own_folder(officer: Officer, tmp_path: Path) -> None:
    PreviousPeriod(officer.session, KeptLineage(tmp_path)).tolerance.keep(Decimal("2.5"))
    assert KeptTolerance().amount == Decimal("2.5")


def test_a_saving_that_was_split_has_no_previous_line() -> None:
    before = a_year(a_saving("A", title="Offices"), a_saving("D", title="Roads"), year="2020-21")
    after = a_year(
        a_saving("B", title="North"), a_saving("C", title="South"), a_saving("D", title="Roads"), year="2020-21"
    )
    split = [
        Decision(name_of(before, before.savings[0]), name_of(after, saving), Verdict.SPLIT, "me", QUARTER_1)
        for saving in after.savings[:2]
    ]
    assert one_to_one(before, after, Decisions(split)) == {2: 1}


def test_a_reference_under_another_title_is_not_taken_for_the_same_line() -> None:
    before = a_year(a_saving("A", title="Offices and land"), year="2020-21")
    after = a_year(a_saving("A", title="Highway lighting"), year="2020-21")
    assert one_to_one(before, after, NO_DECISIONS) == {}
