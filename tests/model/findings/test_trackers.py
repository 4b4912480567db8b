"""The findings of the two published trackers, and of our own examples with the same figures: these and no others."""

from pathlib import Path

import pytest

from builders import amounts
from model.files.reading import read_year
from model.tracker import Tracker
from model.year import Finding, Severity

EXAMPLES = Path(__file__).resolve().parents[3] / "resources" / "examples" / "source"

OLDER = [
    ("note", "tags", "A/R.6.145", "description"),
    ("note", "tags", "A/R.6.146", "description"),
    ("note", "tags", "A/R.6.160", "description"),
    ("note", "complete-in-words", "A/R.6.161", "complete"),
    ("note", "pasted", "A/R.6.165", "description"),
    ("note", "tags", "A/R.6.165", "description"),
    ("note", "cut-off", "A/R.6.210", "description"),
    ("warning", "no-commentary", "A/R.6.216", "commentary"),
    ("note", "commentary-figure", "A/R.6.220", "commentary"),
    ("note", "zero-text", "A/R.6.221", "rating"),
    ("note", "plan-zero", "A/R.6.221", "plan_total"),
    ("note", "complete-in-words", "A/R.6.227", "complete"),
    ("note", "tags", "A/R.6.239", "commentary"),
    ("note", "zero-text", "", "links"),
]
NEWER = [
    ("note", "complete-in-words", "A/R.6.182", "complete"),
    ("note", "commentary-figure", "A/R.6.266", "commentary"),
    ("error", "quarters", "B/R.6.214", "plan_total"),
    ("warning", "prior-sign", "F/R.7.106", "achieved_prior"),
]
YEARS = {"2017-18": OLDER, "2020-21": NEWER}


def opened(folder: Path, year: str) -> Tracker:
    return Tracker(read_year(folder / f"savings-tracker-{year}.txt"))


def found(tracker: Tracker) -> list[tuple[str, str, str, str]]:
    return [(finding.severity, finding.code, finding.reference, finding.key) for finding in tracker.findings()]


def only(tracker: Tracker, code: str) -> Finding:
    (finding,) = (finding for finding in tracker.findings() if finding.code == code)
    return finding


@pytest.mark.published
@pytest.mark.parametrize("year", YEARS)
def test_the_published_trackers_have_these_findings_and_no_others(year: str, published: Path) -> None:
    assert found(opened(published, year)) == YEARS[year]


@pytest.mark.parametrize("year", YEARS)
def test_the_examples_have_the_same_findings(year: str) -> None:
    assert found(opened(EXAMPLES, year)) == YEARS[year]


@pytest.mark.parametrize("year", YEARS)
def test_each_finding_names_its_cell(year: str) -> None:
    assert [finding.message for finding in opened(EXAMPLES, year).findings() if not finding.cell] == []


def test_the_sentences_of_2020_21_are_to_the_point() -> None:
    assert [finding.message for finding in opened(EXAMPLES, "2020-21").findings()] == [
        "A/R.6.182: complete by its commentary and on plan, but marked as not complete.",
        "A/R.6.266: the commentary says “£285k overspend”, but by the figures it is on plan.",
        "B/R.6.214: the planned quarters add to −21, the printed total is 21; the forecast quarters likewise.",
        "F/R.7.106: prior years planned −21 but achieved 21, with the opposite sign.",
    ]


def test_the_zeros_of_2017_18_are_one_finding_and_are_cleared_in_one_step() -> None:
    tracker = opened(EXAMPLES, "2017-18")
    zeros = next(finding for finding in tracker.findings() if finding.key == "links")
    assert zeros.message == "Links with partner organisations: “0” is printed for empty on 57 lines."
    step = tracker.settle(zeros, "clear")
    assert step is not None
    assert len(step.after) == 57
    assert zeros not in tracker.findings()


def test_booking_what_the_commentary_says_settles_that_finding() -> None:
    tracker = opened(EXAMPLES, "2020-21")
    tracker.edit("A/R.6.266", "forecast_q4", "-90")
    assert "commentary-figure" not in [finding.code for finding in tracker.findings()]
    tracker.edit("A/R.6.266", "forecast_q4", "-89")
    assert only(tracker, "commentary-figure").message.endswith("by the figures it is £286k short of plan.")


@pytest.mark.parametrize(("act", "total"), [("take the sum", -21), ("turn the quarters", 21)])
def test_the_sign_conflict_is_settled_either_way(act: str, total: int) -> None:
    tracker = opened(EXAMPLES, "2020-21")
    tracker.settle(only(tracker, "quarters"), act)
    saving = tracker["B/R.6.214"]
    assert (saving.plan_total, saving.forecast_total, saving.variance) == tuple(amounts((total, total, 0)))
    assert [row for row in found(tracker) if row[1] in {"quarters", "grand-total"}] == []
    tracker.undo()
    assert found(tracker) == NEWER


def test_what_can_be_settled_is_settled_until_only_words_are_left() -> None:
    tracker = opened(EXAMPLES, "2017-18")
    while settled := [finding for finding in tracker.findings() if finding.settlements]:
        tracker.settle(settled[0], settled[0].settlements[0].act)
    left = {"cut-off", "pasted", "no-commentary", "commentary-figure", "plan-zero"}
    assert {finding.code for finding in tracker.findings()} == left
    assert all(finding.severity is not Severity.ERROR for finding in tracker.findings())
