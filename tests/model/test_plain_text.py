"""A tracker as text for a terminal."""

from decimal import Decimal

from builders import A_SCHEME, a_saving, a_tracker
from model.plain_text import findings_text, heading_text, lines_text, ratings_text, summary_text
from model.year import Finding, Severity

LINES = (
    a_saving("A/R.6.266", plan=(-375,) * 4, forecast=(-375, -375, -375, -90)),
    a_saving("A/R.6.181", plan=(-75,) * 4, forecast=(0, 0, 0, None)),
    a_saving("A/R.6.221", plan=(0,) * 4, forecast=(0,) * 4),
)


def test_totals_stand_under_their_quarters() -> None:
    tracker = a_tracker(*LINES, scheme=A_SCHEME, title="Savings Tracker 2020-21", period="Quarter 1")
    assert summary_text(tracker).split("\n\n")[:3] == [
        "Savings Tracker 2020-21, Quarter 1\n3 savings, amounts in £000 (a saving is negative)",
        (
            "            Q1    Q2    Q3    Q4    Year\n"
            "Plan      −450  −450  −450  −450  −1,800\n"
            "Forecast  −375  −375  −375   −90  −1,215\n"
            "Variance                             585"
        ),
        "Ratings: 1 Amber, 1 Black, 1 No rating",
    ]


def test_lines_stand_under_their_headings() -> None:
    assert lines_text(a_tracker(*LINES, scheme=A_SCHEME)).splitlines() == [
        "RAG    Reference    Plan  Forecast  Variance       %  Title",
        "Amber  A/R.6.266  −1,500    −1,215       285   19.00  A saving",
        "Black  A/R.6.181    −300         0       300  100.00  A saving",
        "       A/R.6.221       0         0         0          A saving",
    ]


def test_a_long_title_is_cut_with_a_sign_of_it_and_stays_on_one_line() -> None:
    text = lines_text(a_tracker(a_saving().but(title="One\ntwo \x1b[31m" + "long " * 20)))
    assert text.splitlines()[1].endswith("One two  [31mlong long long long long long …")


def test_a_tracker_without_a_title_is_called_by_its_file() -> None:
    assert heading_text(a_tracker(LINES[0], title="", source="a.xlsx")).startswith("a.xlsx\n1 saving, ")


def test_a_tracker_without_lines_has_blank_totals_and_no_ratings() -> None:
    tracker = a_tracker()
    assert "Plan" in summary_text(tracker)
    assert ratings_text(tracker) == "Ratings: none"


def test_findings_are_counted_and_listed_with_their_cells() -> None:
    findings = [
        Finding("a", Severity.NOTE, "A note."),
        Finding("b", Severity.ERROR, "An error\non two lines.", cell="2020-21!N35"),
        Finding("c", Severity.NOTE, "Another."),
    ]
    assert findings_text(findings).splitlines() == [
        "Findings: 1 error, 2 notes",
        "  note     A note.",
        "  error    2020-21!N35: An error on two lines.",
        "  note     Another.",
    ]
    assert findings_text([]) == "No findings."


def test_the_summary_ends_with_the_findings() -> None:
    saving = a_saving(plan=(-5, -5, -5, -6), plan_total_printed=Decimal(21))
    assert "Findings: " in summary_text(a_tracker(saving, scheme=A_SCHEME))
