"""Decisions apply to every later comparison of the same two savings, whatever the period and the direction."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from builders import a_saving, a_year
from model.files.reading import read_year
from model.lineage import Decision, Decisions, Lineage, Name, State, Verdict, lineage, name_of
from model.saving import Saving
from model.year import Year

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)


def titled(reference: str, title: str, plan: int = -100) -> Saving:
    """A saving by its reference and title, with its plan in one quarter."""
    return a_saving(reference, (plan, None, None, None), title=title)


def tracker(year: str, *titles: str, period: str = "") -> Year:
    """A tracker of a line for each text, such as `A Bus routes`."""
    lines = (text.partition(" ") for text in titles)
    return a_year(*(titled(reference, title) for reference, _, title in lines), year=year, period=period)


def decided(earlier: Year, line: int, later: Year, other: int, verdict: Verdict = Verdict.SAME) -> Decision:
    """A decision about two lines of two trackers."""
    names = (name_of(earlier, earlier.savings[line]), name_of(later, later.savings[other]))
    return Decision(*names, verdict, "M. Officer", NOON)


def rows(found: Lineage) -> dict[tuple[int, int], State]:
    """What stands on one row, by its two lines."""
    return {(match.earlier, match.later): match.state for match in found.matches}


OLD = tracker("2017-18", "A Bus routes", "B Respite beds")
NEW = tracker("2020-21", "A Library fines", "C Bus routes reviewed", "D School buses")
CONFIRMED = State.CONFIRMED


def test_savings_that_are_the_same_stand_on_one_row_under_whatever_reference() -> None:
    decision = decided(OLD, 0, NEW, 1)
    found = lineage(OLD, NEW, Decisions([decision]))
    assert rows(found) == {(0, 1): CONFIRMED}
    assert found.matches[0].decision == decision
    assert (found.only_earlier, found.only_later) == ((1,), (0, 2))


def test_savings_that_are_not_the_same_stand_on_two_rows_and_are_listed() -> None:
    decision = decided(OLD, 0, NEW, 0, Verdict.NOT_SAME)
    found = lineage(OLD, NEW, Decisions([decision, decided(OLD, 0, NEW, 1, Verdict.NOT_SAME)]))
    assert rows(found) == {}
    assert [(match.later, match.state) for match in found.rejected] == [(0, State.REJECTED), (1, State.REJECTED)]
    assert found.rejected[0].decision == decision
    assert not found.suggestions
    assert found.only_earlier == (0, 1)


def test_a_saving_that_was_split_stands_beside_each_part() -> None:
    found = lineage(OLD, NEW, Decisions(decided(OLD, 0, NEW, later, Verdict.SPLIT) for later in (0, 1, 2)))
    assert rows(found) == {(0, 0): CONFIRMED, (0, 1): CONFIRMED, (0, 2): CONFIRMED}
    assert found.later_of(0) == (0, 1, 2)
    assert found.only_earlier == (1,)


def test_a_saving_that_others_joined_stands_beside_each_of_them() -> None:
    found = lineage(OLD, NEW, Decisions(decided(OLD, old, NEW, 2, Verdict.JOINED) for old in (0, 1)))
    assert rows(found) == {(0, 2): CONFIRMED, (1, 2): CONFIRMED}
    assert found.earlier_of(2) == (0, 1)
    assert found.only_later == (0, 1)


def test_a_saving_that_was_split_may_go_on_under_its_own_reference_too() -> None:
    found = lineage(OLD, NEW, Decisions([decided(OLD, 0, NEW, 1, Verdict.SPLIT)]))
    assert rows(found) == {(0, 0): State.FLAGGED, (0, 1): CONFIRMED}
    later = tracker("2020-21", "B Respite beds")
    joined = lineage(OLD, later, Decisions([decided(OLD, 0, later, 0, Verdict.JOINED)]))
    assert rows(joined) == {(0, 0): CONFIRMED, (1, 0): State.PROPOSED}


def test_a_decision_holds_in_the_other_direction() -> None:
    decisions = Decisions([decided(OLD, 0, NEW, 1, Verdict.SPLIT), decided(OLD, 0, NEW, 2, Verdict.SPLIT)])
    found = lineage(NEW, OLD, decisions)
    assert rows(found) == {(0, 0): State.FLAGGED, (1, 0): CONFIRMED, (2, 0): CONFIRMED}
    assert found.matches[1].decision == decided(NEW, 1, OLD, 0, Verdict.JOINED)


@pytest.mark.parametrize(
    ("title", "stands"),
    [("c BUS ROUTES – reviewed", True), ("C Bus routes, reviewed again", True), ("C Fostering", False)],
)
def test_a_decision_holds_for_another_period_while_the_title_is_like_it(title: str, stands: bool) -> None:
    decisions = Decisions([decided(OLD, 0, NEW, 1)])
    next_quarter = tracker("2020-21", "A Library fines", title)
    assert ((0, 1) in rows(lineage(OLD, next_quarter, decisions))) is stands


def test_a_name_that_two_lines_are_like_is_nobodys() -> None:
    decisions = Decisions([decided(OLD, 0, NEW, 1)])
    next_quarter = tracker("2020-21", "C Bus routes reviewed once", "C Bus routes reviewed twice")
    assert rows(lineage(OLD, next_quarter, decisions)) == {}


def test_a_decision_about_a_line_without_a_reference_needs_its_title() -> None:
    later = tracker("2020-21", " Bus routes")
    decisions = Decisions([decided(OLD, 0, later, 0)])
    assert rows(lineage(OLD, later, decisions)) == {(0, 0): CONFIRMED}
    assert rows(lineage(OLD, tracker("2020-21", " Bus routes again"), decisions)) == {}


def test_a_decision_about_other_trackers_changes_nothing() -> None:
    decisions = Decisions([decided(OLD, 0, NEW, 1)])
    between = tracker("2018-19", "C Bus routes reviewed")
    assert rows(lineage(OLD, between, decisions)) == {}
    assert rows(lineage(OLD, tracker("2020-21", "X Fostering"), decisions)) == {}


def test_lines_of_one_name_stand_beside_the_nearest_in_size() -> None:
    old = a_year(titled("A", "Bus routes", -5), titled("A", "Bus routes", -90), year="2017-18")
    new = a_year(titled("C", "Buses", -99), titled("C", "Buses", -7), titled("C", "Buses", -1000), year="2020-21")
    found = lineage(old, new, Decisions([decided(old, 0, new, 0)]))
    assert rows(found) == {(0, 1): CONFIRMED, (1, 0): CONFIRMED}
    apart = lineage(old, new, Decisions([decided(old, 0, new, 0, Verdict.NOT_SAME)]))
    assert len(apart.rejected) == 6
    split = a_year(titled("A", "Bus routes"), year="2017-18")
    found = lineage(split, new, Decisions([decided(split, 0, new, 0, Verdict.SPLIT)]))
    assert found.later_of(0) == (0, 1, 2)
    joined = lineage(new, split, Decisions([decided(new, 0, split, 0, Verdict.JOINED)]))
    assert joined.earlier_of(0) == (0, 1, 2)


def test_very_many_lines_of_one_name_are_told_apart_by_their_place() -> None:
    old, new = (a_year(*(titled("A", "Bus routes") for _ in range(30)), year=year) for year in ("2017-18", "2020-21"))
    found = lineage(old, new, Decisions([decided(old, 0, new, 0)]))
    assert rows(found) == {(line, line): CONFIRMED for line in range(30)}
    apart = lineage(old, new, Decisions([decided(old, 0, new, 0, Verdict.NOT_SAME)]))
    assert len(apart.rejected) == 30
    assert apart.matches == ()


def test_of_two_decisions_about_the_same_lines_the_last_one_stands() -> None:
    first = decided(OLD, 0, NEW, 1)
    renamed = Name("2020-21", "C", "Bus routes, reviewed again")
    second = Decision(first.earlier, renamed, Verdict.NOT_SAME, "M. Officer", LATER)
    assert rows(lineage(OLD, NEW, Decisions([first, second]))) == {(0, 0): State.FLAGGED}


def test_a_saving_that_changed_its_reference_within_a_year_is_the_same_in_both_directions() -> None:
    first = tracker("2020-21", "A Bus routes", "B Beds", period="Quarter 1")
    second = tracker("2020-21", "C Buses on Sundays", "B Beds", period="Quarter 2")
    decisions = Decisions([decided(first, 0, second, 0)])
    assert rows(lineage(first, second, decisions)) == {(0, 0): CONFIRMED, (1, 1): State.CERTAIN}
    assert rows(lineage(second, first, decisions)) == {(0, 0): CONFIRMED, (1, 1): State.CERTAIN}


def test_a_decision_within_a_year_holds_while_the_titles_are_like_it() -> None:
    first = tracker("2020-21", "A Bus routes", period="Quarter 1")
    second = tracker("2020-21", "C Beds in care homes", period="Quarter 2")
    decisions = Decisions([decided(first, 0, second, 0)])
    third = tracker("2020-21", "C Beds in residential care homes", period="Quarter 3")
    assert rows(lineage(first, third, decisions)) == rows(lineage(third, first, decisions)) == {(0, 0): CONFIRMED}


@pytest.mark.parametrize("verdict", [Verdict.SPLIT, Verdict.JOINED])
def test_a_saving_is_no_part_of_itself(verdict: Verdict) -> None:
    first = tracker("2020-21", "A Bus routes", period="Quarter 1")
    decisions = Decisions([decided(first, 0, first, 0, verdict)])
    assert rows(lineage(first, first, decisions)) == {(0, 0): State.CERTAIN}


def test_savings_that_are_both_in_both_periods_are_each_itself() -> None:
    first = tracker("2020-21", "A Bus routes", "B Beds", period="Quarter 1")
    each_itself = {(0, 0): State.CERTAIN, (1, 1): State.CERTAIN}
    same = Decisions([decided(first, 0, first, 1)])
    assert rows(lineage(first, first, same)) == each_itself
    apart = lineage(first, first, Decisions([decided(first, 0, first, 1, Verdict.NOT_SAME)]))
    assert rows(apart) == each_itself
    assert len(apart.rejected) == 2


def test_a_line_may_be_decided_not_to_be_itself() -> None:
    first = tracker("2020-21", "A Bus routes", period="Quarter 1")
    assert rows(lineage(first, first, Decisions([decided(first, 0, first, 0, Verdict.NOT_SAME)]))) == {}
    assert rows(lineage(first, first, Decisions([decided(first, 0, first, 0)]))) == {(0, 0): CONFIRMED}


@pytest.mark.published
def test_the_officer_confirms_one_reused_reference_and_rejects_the_rest(published: Path) -> None:
    old, new = (read_year(published / f"savings-tracker-{year}.txt") for year in ("2017-18", "2020-21"))
    said = [
        decided(
            old,
            match.earlier,
            new,
            match.later,
            Verdict.SAME if match.evidence.earlier.reference == "A/R.6.114" else Verdict.NOT_SAME,
        )
        for match in lineage(old, new).matches
    ]
    found = lineage(old, new, Decisions(said))
    assert [(match.evidence.later.reference, match.state) for match in found.matches] == [("A/R.6.114", CONFIRMED)]
    assert len(found.rejected) == 4
    assert (len(found.only_earlier), len(found.only_later)) == (66, 39)
