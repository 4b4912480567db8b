"""Findings about texts: what is said with certainty, and what is left alone."""

import pytest

from builders import a_saving, a_year
from model.findings import line_findings
from model.saving import Saving
from model.year import Finding, Severity

LONG = "Two contracts become one, and the same provider keeps the same clients at a lower price each week. "


def findings_of(saving: Saving) -> tuple[Finding, ...]:
    return line_findings(saving, a_year(saving))


def test_tags_are_one_note_for_each_text_that_has_them() -> None:
    saving = a_saving(description='<UL style="x">one', commentary="<p>two</p>")
    first, second = findings_of(saving)
    assert first.message == "A/R.6.001: the description holds tags of a web page, such as <ul>."
    assert (first.code, first.severity, first.key) == ("tags", Severity.NOTE, "description")
    assert second.key == "commentary"
    assert [settlement.act for settlement in second.settlements] == ["clean the text"]


@pytest.mark.parametrize(
    "text", ["costs < £5k", "a <b and c> d", "J. Smith <j.smith@example.gov.uk>", "C&YP", "x<y", "<plan", "<5 and >3"]
)
def test_other_angle_brackets_are_text(text: str) -> None:
    assert findings_of(a_saving(commentary=text)) == ()


@pytest.mark.parametrize("ending", ["By the end of the year we expect to", "We plan to achieve", "And then comes the"])
def test_a_long_text_that_breaks_off_is_a_note(ending: str) -> None:
    (finding,) = findings_of(a_saving(description=LONG + ending))
    assert finding.code == "cut-off"
    assert finding.message == (
        f"A/R.6.001: the description breaks off after {len(LONG + ending)} characters: "
        f"“… {' '.join(ending.split()[-4:])}”."
    )


@pytest.mark.parametrize(
    "text",
    [
        "By the end of the year we expect to",
        LONG + "A post goes",
        LONG + "This is what we plan to achieve.",
        LONG + "It is what they saved to achieve",
        LONG + "Costs fall as contracts are tendered again in 2021",
        LONG,
        "",
    ],
)
def test_a_short_text_or_a_whole_one_is_no_finding(text: str) -> None:
    assert findings_of(a_saving(description=text)) == ()


@pytest.mark.parametrize(
    ("commentary", "said"),
    [
        ("The year would end with a £285k overspend.", "£285k overspend"),
        ("There is a shortfall of about £0.3m.", "shortfall of about £0.3m"),
        ("A £1,285 under-achievement.", "£1,285 under-achievement"),
        ("Expected to beat the plan by £78k", "beat the plan by £78k"),
        ("A £78k underspend is likely", "£78k underspend"),
    ],
)
def test_a_distance_that_the_figures_do_not_have_is_a_note(commentary: str, said: str) -> None:
    (finding,) = findings_of(a_saving("A/R.6.266", commentary=commentary))
    assert finding.message == f"A/R.6.266: the commentary says “{said}”, but by the figures it is on plan."
    assert (finding.code, finding.severity, finding.key) == ("commentary-figure", Severity.NOTE, "commentary")


@pytest.mark.parametrize(
    ("variance", "commentary"),
    [
        (285, "A £285k overspend."),
        (285, "A shortfall of £284,600."),
        (285, "A shortfall of £0.3m."),
        (285, "A shortfall of £200k on one contract, and a shortfall of £285k in all."),
        (-67, "Exceeding the savings by £67k."),
        (-67, "An over-achievement of some kind: £67k over-achievement."),
        (0, "A budget of £285k is at risk."),
        (0, "A £285k reserve."),
    ],
)
def test_a_distance_that_agrees_as_far_as_it_is_rounded_is_no_finding(variance: int, commentary: str) -> None:
    saving = a_saving(plan=(-1500, 0, 0, 0), forecast=(-1500 + variance, 0, 0, 0), commentary=commentary)
    assert findings_of(saving) == ()


@pytest.mark.parametrize(
    ("variance", "commentary"),
    [
        (-285, "A £285k overspend."),
        (67, "Exceeding the savings by £67k."),
        (284, "A £285k overspend."),
        (249, "A shortfall of £0.3m."),
    ],
)
def test_a_distance_of_the_other_sign_or_beyond_rounding_is_a_note(variance: int, commentary: str) -> None:
    saving = a_saving(plan=(-1500, 0, 0, 0), forecast=(-1500 + variance, 0, 0, 0), commentary=commentary)
    assert [finding.code for finding in findings_of(saving)] == ["commentary-figure"]


def test_a_distance_beside_blank_figures_is_no_finding() -> None:
    assert findings_of(a_saving(forecast=(None,) * 4, commentary="A £285k overspend.")) == ()
