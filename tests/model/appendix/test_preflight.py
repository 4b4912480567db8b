"""What would embarrass in print is listed before, and nothing that the appendix puts right by itself."""

from dataclasses import replace

import pytest

from builders import a_saving, a_tracker, a_year
from council_trackers import council_tracker
from model.appendix import Assignment, Choice, Remark, preflight
from model.appendix.preflight import Sort
from model.tracker import Tracker
from model.year import Year

NAMED = Choice(council="A council")


def remarks(year: Year, *committees: str, unsaved: int = 0) -> tuple[Remark, ...]:
    """What the pre-flight of a year lists."""
    choice = Choice(committees, descriptions=True, council="A council")
    return preflight(year, Tracker(year, who="An Officer").findings(), choice, unsaved=unsaved)


def sorts(year: Year, *committees: str) -> list[tuple[Sort, str, bool]]:
    """What the remarks are about."""
    return [(remark.sort, remark.reference, remark.elsewhere) for remark in remarks(year, *committees)]


def test_the_whole_tracker_of_2017_18_has_its_known_faults() -> None:
    found = sorts(council_tracker("2017-18"))
    assert [what for what in found if what[0] is not Sort.FINDING] == [
        (Sort.NO_COMMENTARY, "A/R.6.216", False),
        (Sort.TEXT, "A/R.6.165", False),
        (Sort.TEXT, "A/R.6.210", False),
    ]
    assert {"A/R.6.220", "A/R.6.221"} <= {reference for sort, reference, _ in found if sort is Sort.FINDING}


def test_one_committees_own_faults_come_first_then_those_elsewhere() -> None:
    found = sorts(council_tracker("2017-18"), "Adults")
    assert found[0] == (Sort.TEXT, "A/R.6.165", False)
    assert (Sort.NO_COMMENTARY, "A/R.6.216", True) in found
    assert (Sort.TEXT, "A/R.6.210", True) in found
    assert [elsewhere for *_, elsewhere in found] == sorted(elsewhere for *_, elsewhere in found)


def test_the_sign_conflict_of_2020_21_is_listed_as_a_finding() -> None:
    assert (Sort.FINDING, "B/R.6.214", False) in sorts(council_tracker("2020-21"))


def test_tags_and_zeros_for_empty_are_not_listed_as_no_appendix_prints_them() -> None:
    year = a_year(a_saving(description="<p>Text</p>", links="0"), period="Quarter 1")
    assert remarks(year) == ()


def test_a_judged_rating_whose_figures_have_changed_is_listed_for_review() -> None:
    tracker = a_tracker(a_saving(rating_printed="Green"), period="Quarter 1")
    tracker.edit("A/R.6.001", "forecast_q4", "-24")
    (remark,) = preflight(tracker.year, tracker.findings(), NAMED)
    assert (remark.sort, remark.reference) == (Sort.TO_REVIEW, "A/R.6.001")


@pytest.mark.parametrize(
    ("unsaved", "words"), [(1, "1 change of this tracker is"), (2, "2 changes of this tracker are")]
)
def test_changes_that_are_not_saved_are_listed(unsaved: int, words: str) -> None:
    (remark,) = remarks(a_year(a_saving(), period="Quarter 1"), unsaved=unsaved)
    assert remark.sort is Sort.UNSAVED
    assert remark.sentence == f"{words} not saved yet."


@pytest.mark.parametrize(
    ("file", "period", "year"),
    [
        ("Savings 2020-21 Q1.xlsx", "Quarter 1", "2020-21"),
        ("savings_2020_21_quarter-1.xlsx", "Quarter 1", "2020-21"),
        ("Savings Oct.xlsx", "as at October 2017", "2017-18"),
        ("tracker.xlsx", "as at October 2017", "2017-18"),
        ("savings 20-21.xlsx", "Quarter 1", "2020-21"),
        ("decisions.xlsx", "as at October 2017", "2017-18"),
    ],
)
def test_a_file_name_that_agrees_with_the_period_is_no_fault(file: str, period: str, year: str) -> None:
    assert remarks(a_year(a_saving(), source=file, period=period, year=year)) == ()


@pytest.mark.parametrize(
    "file", ["Savings 2021-22 Q1.xlsx", "Savings 2020-21 Q2.xlsx", "Savings Sept.xlsx", "savings-quarter 3.csv"]
)
def test_a_file_name_of_another_period_is_listed(file: str) -> None:
    year = a_year(a_saving(), source=file, period="as at October, Quarter 1", year="2020-21")
    (remark,) = remarks(year)
    assert remark.sort is Sort.PERIOD
    assert file in remark.sentence


def test_a_tracker_without_a_period_is_listed() -> None:
    (remark,) = remarks(a_year(a_saving()))
    assert remark.sentence == "The tracker does not say which period it is of."


def test_savings_that_nobody_has_given_to_a_committee_are_listed_where_others_are() -> None:
    year = a_year(*(a_saving(f"A/{number}") for number in range(8)), period="Quarter 1")
    assigned = Assignment(by_line={"A/0": "Adults"})
    (remark,) = preflight(year, (), replace(NAMED, committees=("Adults",)), assigned)
    assert remark.sentence == "7 savings of no committee: A/1, A/2, A/3, A/4, A/5 and 2 more."
    (few,) = preflight(year, (), NAMED, Assignment(by_line={f"A/{number}": "Adults" for number in range(7)}))
    assert few.sentence == "1 saving of no committee: A/7."


def test_a_fault_of_a_description_is_elsewhere_where_descriptions_are_not_printed() -> None:
    tracker = Tracker(council_tracker("2017-18"), who="An Officer")
    for descriptions in (True, False):
        found = preflight(tracker.year, tracker.findings(), replace(NAMED, descriptions=descriptions))
        faults = [remark.elsewhere for remark in found if remark.sort is Sort.TEXT]
        assert faults == [not descriptions] * 2


@pytest.mark.parametrize(("council", "said"), [("", [Sort.COUNCIL]), ("A council", [])])
def test_an_appendix_without_the_councils_name_is_listed(council: str, said: list[Sort]) -> None:
    found = preflight(a_year(a_saving(), period="Quarter 1"), (), Choice(council=council))
    assert [remark.sort for remark in found] == said
