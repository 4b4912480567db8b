"""What does not agree within a source, as it was read."""

from decimal import Decimal

import pytest

from builders import A_SCHEME, a_saving, a_tracker, a_year
from model.findings import source_findings
from model.saving import Place
from model.year import Severity, Year

THEIRS = "Two contracts become one, and the same provider keeps the same clients at a lower price each week."


def messages(year: Year) -> list[str]:
    return [finding.message for finding in source_findings(year)]


def test_each_line_with_a_repeated_reference_is_an_error() -> None:
    year = a_year(a_saving("A/R.6.001"), a_saving("A/R.6.002"), a_saving("a/r. 6.001"))
    first, second = source_findings(year)
    assert first.message == "A/R.6.001: this reference stands on 2 lines: line 1 and line 3."
    assert (first.line, second.line, first.severity) == (0, 2, Severity.ERROR)


def test_rows_are_named_where_the_source_has_them() -> None:
    year = a_year(*(a_saving(place=Place("S", row)) for row in (5, 7, 9)))
    assert messages(year)[0] == "A/R.6.001: this reference stands on 3 lines: row 5, row 7 and row 9."


def test_lines_without_a_reference_repeat_nothing() -> None:
    assert messages(a_year(a_saving(""), a_saving("A/R.6.002"), a_saving(""))) == []


def test_a_grand_total_that_the_lines_do_not_add_to_is_an_error() -> None:
    year = a_year(a_saving(), a_saving("A/R.6.002"), printed_totals={"plan_total": Decimal(-190)})
    (finding,) = source_findings(year)
    assert finding.message == "The printed total of the plan is −190, the lines add to −200."
    assert (finding.severity, finding.key, finding.line) == (Severity.ERROR, "plan_total", None)


@pytest.mark.parametrize(("key", "printed"), [("plan_total", -100), ("investment_actual", 0), ("percent", 5)])
def test_a_grand_total_that_agrees_or_is_no_sum_is_no_finding(key: str, printed: int) -> None:
    assert messages(a_year(a_saving(), printed_totals={key: Decimal(printed)})) == []


def test_an_edit_does_not_make_or_mend_a_difference_in_the_source() -> None:
    tracker = a_tracker(a_saving(), printed_totals={"forecast_total": Decimal(-100), "plan_total": Decimal(-99)})
    before = tracker.findings()
    tracker.edit("A/R.6.001", "forecast_q1", "-24")
    tracker.adopt(A_SCHEME)
    assert [finding.key for finding in tracker.findings() if finding.code == "grand-total"] == ["plan_total"]
    assert set(before) <= set(tracker.findings())


def test_a_description_with_another_one_in_its_midst_is_a_note() -> None:
    year = a_year(a_saving(description=f"A team of four. In this {THEIRS}"), a_saving("A/R.6.167", description=THEIRS))
    (finding,) = source_findings(year)
    assert finding.message == "A/R.6.001: the description holds the whole of A/R.6.167's."
    assert (finding.severity, finding.key) == (Severity.NOTE, "description")


@pytest.mark.parametrize(
    ("description", "other"),
    [
        (THEIRS, THEIRS),
        (f"{THEIRS} And so on.", THEIRS),
        (f"A team of four. {THEIRS[:-1]} or so.", THEIRS),
        ("A team of four. On track.", "On track."),
        (f"A team of four. {THEIRS}", ""),
    ],
)
def test_alike_begun_alike_or_short_descriptions_are_no_finding(description: str, other: str) -> None:
    year = a_year(a_saving(description=description), a_saving("A/R.6.167", description=other))
    assert messages(year) == []
