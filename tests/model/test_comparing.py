"""Comparing two trackers, and saying which savings are the same."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from builders import a_saving, a_tracker, a_year, figures
from fake_prompts import FakePrompts
from model.choosing import Chosen, chosen_from
from model.comparing import Comparing, compare_with
from model.comparison import Comparison, Row, RowKind, Side
from model.decision_list import DecisionList
from model.document import Document
from model.kept_lineage import KeptLineage
from model.lineage import State, Verdict
from model.resources import EXAMPLES
from officer import Officer

OF_2017, OF_2020 = (EXAMPLES / f"savings-tracker-{year}.xlsx" for year in ("2017-18", "2020-21"))
NOON = datetime(2020, 7, 10, 12, tzinfo=UTC)


@pytest.fixture
def memory(tmp_path: Path) -> KeptLineage:
    """What was decided."""
    return KeptLineage(tmp_path)


@pytest.fixture
def comparing(memory: KeptLineage) -> Comparing:
    """2017-18 beside 2020-21."""
    officer = Officer()
    officer.opens(OF_2017)
    officer.prompts.chosen = 0
    made = compare_with(officer.session, officer.opens(OF_2020), memory)
    assert made
    return made


def row_of(comparison: Comparison, reference: str, side: Side = Side.LATER) -> Row:
    """The row on which a reference stands."""
    (found,) = (row for row in comparison.rows if row.text(side, "reference") == reference)
    return found


def references(comparing: Comparing, kind: RowKind) -> int:
    return sum(row.kind is kind for row in comparing.comparison.rows)


def test_the_earlier_year_stands_on_the_left_whichever_is_in_front(comparing: Comparing) -> None:
    assert [side.year.year for side in comparing.sides] == ["2017-18", "2020-21"]
    comparing.swap()
    assert [side.year.year for side in comparing.sides] == ["2020-21", "2017-18"]
    assert comparing.comparison.earlier.year == "2020-21"


def test_the_five_references_in_both_years_are_asked_about(comparing: Comparing) -> None:
    asked = [row.reference for row in comparing.comparison.rows if row.asked]
    assert sorted(asked) == ["A/R.6.114", "A/R.6.201", "A/R.6.202", "A/R.7.105", "A/R.7.106"]
    assert comparing.to_decide == 5 + len(comparing.comparison.lineage.suggestions)
    (question,) = comparing.questions(row_of(comparing.comparison, "A/R.6.114"))
    assert (question.words, question.detail) == ("Is this the same saving?", "Same reference, another title.")
    assert figures(-2381, -250) == (question.earlier.plan_total, question.later.plan_total)
    assert (references(comparing, RowKind.GONE), references(comparing, RowKind.NEW)) == (62, 35)


def test_the_longest_figure_of_each_side_is_known(comparing: Comparing) -> None:
    assert comparing.widest[Side.EARLIER, "plan_total"] == "−2,381"
    assert len(comparing.widest[Side.LATER, "percent"]) == len("100.00")
    assert comparing.widest[Side.EARLIER, "investment_actual_prior"] == ""
    assert comparing.movement is None


def test_confirming_one_and_rejecting_four_leaves_one_saving_in_both_years(comparing: Comparing) -> None:
    for row in [row for row in comparing.comparison.rows if row.asked]:
        (question,) = comparing.questions(row)
        verdict = Verdict.SAME if row.reference == "A/R.6.114" else Verdict.NOT_SAME
        comparing.decide(question.match, verdict, " as the committee said ")
    assert not any(row.asked for row in comparing.comparison.rows)
    assert (references(comparing, RowKind.GONE), references(comparing, RowKind.NEW)) == (66, 39)
    (question,) = comparing.questions(row_of(comparing.comparison, "A/R.6.114"))
    assert question.words == "Decided: the same saving"
    assert question.decided
    day = question.decided.when.astimezone()
    assert question.detail.endswith(f", {day.day} {day:%B %Y}: “as the committee said”")
    rejected = row_of(comparing.comparison, "A/R.7.106")
    assert rejected.kind is RowKind.NEW
    assert "not the same saving" in comparing.questions(rejected)[-1].words
    gone = row_of(comparing.comparison, "A/R.7.106", Side.EARLIER)
    assert "not the same saving" in comparing.questions(gone)[-1].words


def test_a_decision_can_be_taken_back(comparing: Comparing, memory: KeptLineage) -> None:
    (question,) = comparing.questions(row_of(comparing.comparison, "A/R.6.201"))
    comparing.decide(question.match, Verdict.NOT_SAME)
    (decided,) = (q for q in comparing.questions(row_of(comparing.comparison, "A/R.6.201")) if q.decided)
    comparing.take_back(decided.match)
    assert len(memory.decisions) == 0
    assert row_of(comparing.comparison, "A/R.6.201").asked
    comparing.take_back(question.match)
    assert row_of(comparing.comparison, "A/R.6.201").asked


def test_what_was_decided_last_is_told_and_taken_back(comparing: Comparing, memory: KeptLineage) -> None:
    (question,) = comparing.questions(row_of(comparing.comparison, "A/R.6.201"))
    comparing.decide(question.match, Verdict.NOT_SAME)
    assert comparing.decided_last == "A/R.6.201: not the same saving"
    row = comparing.take_back_last()
    assert row
    assert (row.reference, row.asked) == ("A/R.6.201", True)
    assert (len(memory.decisions), comparing.decided_last, comparing.take_back_last()) == (0, "", None)
    (question,) = comparing.questions(row)
    comparing.decide(question.match, Verdict.SAME)
    (decided,) = comparing.questions(row_of(comparing.comparison, "A/R.6.201"))
    comparing.take_back(decided.match)
    assert comparing.decided_last == ""


def test_what_was_decided_serves_the_next_comparison(comparing: Comparing, memory: KeptLineage) -> None:
    (question,) = comparing.questions(row_of(comparing.comparison, "A/R.6.114"))
    comparing.decide(question.match, Verdict.SAME)
    again = Comparing(comparing.sides, FakePrompts(), memory)
    match = row_of(again.comparison, "A/R.6.114").match
    assert match
    assert match.state is State.CONFIRMED


def test_a_saving_can_be_split_into_several_and_several_joined(memory: KeptLineage) -> None:
    earlier = a_year(a_saving("A", title="Offices", plan=(-10,) * 4), year="2019-20", source="a.xlsx")
    later = a_year(
        a_saving("B", title="North depot"), a_saving("C", title="South depot"), year="2020-21", source="b.xlsx"
    )
    comparing = Comparing((Chosen("a", earlier), Chosen("b", later)), FakePrompts(), memory, clock=lambda: NOON)
    comparing.split(0, [0, 1])
    assert [row.kind for row in comparing.comparison.rows] == [RowKind.SPLIT] * 2
    assert {decision.when for decision in memory.decisions} == {NOON}
    (question,) = comparing.questions(comparing.comparison.rows[0])
    assert "which was split" in question.words
    comparing.swap()
    assert [row.kind for row in comparing.comparison.rows] == [RowKind.JOINED] * 2
    for row in comparing.comparison.rows:
        (question,) = comparing.questions(row)
        comparing.take_back(question.match)
    assert len(memory.decisions) == 0
    comparing.join([0, 1], 0, "one contract")
    assert [row.kind for row in comparing.comparison.rows] == [RowKind.JOINED] * 2


def test_a_saving_that_became_a_single_other_one_is_the_same(memory: KeptLineage) -> None:
    years = [a_year(a_saving(name, title=name), year=year) for name, year in (("A", "2019-20"), ("B", "2020-21"))]
    comparing = Comparing((Chosen("a", years[0]), Chosen("b", years[1])), FakePrompts(), memory)
    comparing.split(0, [0])
    (row,) = comparing.comparison.rows
    assert row.kind is RowKind.CHANGED
    (question,) = comparing.questions(row)
    comparing.take_back(question.match)
    comparing.join([0], 0)
    assert {decision.verdict for decision in memory.decisions} == {Verdict.SAME}


def test_a_comparison_says_when_a_tracker_was_edited_since(memory: KeptLineage) -> None:
    tracker = a_tracker(a_saving("A"), year="2020-21")
    document = Document(tracker, FakePrompts(), "a.xlsx", None)
    other = Chosen("b", a_year(a_saving("A"), year="2020-21"))
    comparing = Comparing((other, chosen_from(document)), FakePrompts(), memory)
    before = comparing.stale
    tracker.edit("A", "forecast_q4", "-20")
    after = comparing.stale
    comparing.refresh()
    assert (before, after, comparing.stale) == (False, True, False)
    assert comparing.comparison.rows[0].forecast_moved == 5
    assert comparing.movement
    assert comparing.movement.amount == 5


def test_lines_that_are_surely_one_saving_are_not_asked_about(memory: KeptLineage) -> None:
    year = a_year(a_saving("A"), year="2020-21")
    comparing = Comparing((Chosen("a", year), Chosen("b", year)), FakePrompts(), memory)
    assert comparing.questions(comparing.comparison.rows[0]) == ()


def test_a_tracker_is_not_compared_with_itself(memory: KeptLineage) -> None:
    officer = Officer()
    document = officer.opens(OF_2020)
    officer.prompts.to_open = OF_2020
    assert compare_with(officer.session, document, memory) is None
    assert officer.prompts.refused == [
        "This is the tracker in front. Choose another one to compare it with.",
    ]


def test_thinking_better_of_a_comparison_makes_none(memory: KeptLineage) -> None:
    officer = Officer()
    assert compare_with(officer.session, officer.opens(OF_2020), memory) is None
    assert officer.prompts.refused == []


def test_decisions_are_shared_with_a_colleague_as_a_file(comparing: Comparing, tmp_path: Path) -> None:
    prompts = comparing.prompts
    assert isinstance(prompts, FakePrompts)
    assert not comparing.decisions.export()
    (question,) = comparing.questions(row_of(comparing.comparison, "A/R.6.114"))
    comparing.decide(question.match, Verdict.SAME)
    prompts.to_write = tmp_path / "ours.json"
    assert comparing.decisions.export()
    assert prompts.suggested == EXAMPLES / "Same savings.json"
    assert prompts.told[-1][0] == "Exported 1 decision as “ours.json”."
    colleague = Comparing(comparing.sides, prompts, KeptLineage(tmp_path / "theirs"))
    prompts.to_open = None
    assert not colleague.decisions.bring_in()
    prompts.to_open = tmp_path / "ours.json"
    assert colleague.decisions.bring_in()
    colleague.follow_decisions()
    assert row_of(colleague.comparison, "A/R.6.114").kind is RowKind.CHANGED
    assert not row_of(colleague.comparison, "A/R.6.114").asked
    assert prompts.told[-1][0] == "1 decision was brought in."


def test_decisions_that_cannot_be_written_or_read_are_refused(comparing: Comparing, tmp_path: Path) -> None:
    prompts = comparing.prompts
    assert isinstance(prompts, FakePrompts)
    prompts.to_write = tmp_path / "nowhere" / "ours.json"
    prompts.to_open = OF_2017
    assert not comparing.decisions.export()
    assert not comparing.decisions.bring_in()
    assert len(prompts.refused) == 2


def test_decisions_are_listed_the_newest_first_and_taken_back_from_the_list(comparing: Comparing) -> None:
    for reference in ("A/R.6.201", "A/R.6.202"):
        (question,) = comparing.questions(row_of(comparing.comparison, reference))
        comparing.decide(question.match, Verdict.NOT_SAME)
    listed = comparing.decisions.newest_first
    assert [decision.later.reference for decision in listed] == ["A/R.6.202", "A/R.6.201"]
    comparing.decisions.take_back(listed[:1])
    comparing.follow_decisions()
    assert row_of(comparing.comparison, "A/R.6.202").asked
    assert comparing.decided_last == ""


def test_what_cannot_be_kept_of_the_list_is_told(comparing: Comparing, tmp_path: Path) -> None:
    (question,) = comparing.questions(row_of(comparing.comparison, "A/R.6.201"))
    comparing.decide(question.match, Verdict.NOT_SAME)
    prompts = comparing.prompts
    assert isinstance(prompts, FakePrompts)
    prompts.to_write = prompts.to_open = tmp_path / "ours.json"
    assert comparing.decisions.export()
    (tmp_path / "broken" / "lineage.json").mkdir(parents=True)
    theirs = DecisionList(prompts, KeptLineage(tmp_path / "broken"), tmp_path)
    assert theirs.bring_in()
    theirs.take_back(theirs.newest_first)
    assert len(prompts.refused) == 2


def test_a_decision_that_cannot_be_kept_holds_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "lineage.json").mkdir()
    years = [a_year(a_saving("A", title=title), year=year) for title, year in (("Roads", "2019-20"), ("Lamps", ""))]
    prompts = FakePrompts()
    comparing = Comparing((Chosen("a", years[0]), Chosen("b", years[1])), prompts, KeptLineage(tmp_path))
    (question,) = comparing.questions(comparing.comparison.rows[0])
    comparing.decide(question.match, Verdict.SAME)
    assert prompts.refused[0].startswith("Your decisions hold until the program ends")
    assert not comparing.comparison.rows[0].asked
