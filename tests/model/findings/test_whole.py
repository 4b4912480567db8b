"""Findings about the tracker as a whole."""

import pytest

from builders import A_SCHEME, a_saving, a_tracker, a_year
from model.findings import year_findings
from model.saving import Place
from model.year import Column, Finding, Severity

NOTE = Finding("layout", Severity.NOTE, "Two sheets look alike.")


def test_the_readers_notes_come_first() -> None:
    assert year_findings(a_year(a_saving(links="0"), notes=(NOTE,)))[0] is NOTE


def note_of(key: str) -> Finding:
    return Finding("not-read", Severity.ERROR, "A/R.6.001: can't be read.", 0, "A/R.6.001", key)


@pytest.mark.parametrize(("key", "text"), [("forecast_q1", "-50"), ("forecast_q1", ""), ("direction", "improving")])
def test_a_note_of_a_value_goes_when_the_value_is_put_right_and_comes_back_with_undo(key: str, text: str) -> None:
    line = a_saving(forecast=(None, -25, -25, -25), unread={key: "lots"}, commentary="Late.")
    tracker = a_tracker(line, notes=(note_of(key),))
    assert note_of(key) in tracker.findings()
    tracker.edit("A/R.6.001", key, text)
    assert note_of(key) not in tracker.findings()
    tracker.undo()
    assert note_of(key) in tracker.findings()


def test_a_note_of_a_rating_goes_when_one_is_chosen() -> None:
    tracker = a_tracker(a_saving(rating_printed="Purple"), notes=(note_of("rating"),))
    assert note_of("rating") in tracker.findings()
    tracker.edit("A/R.6.001", "rating", "Green")
    assert tracker.findings() == ()


def test_a_note_of_a_rating_goes_when_it_is_overridden() -> None:
    overridden = a_saving(rating_printed="Purple", override="Green", override_reason="agreed")
    assert year_findings(a_year(overridden, scheme=A_SCHEME, notes=(note_of("rating"),))) == ()


def test_a_note_of_a_missing_reference_stays() -> None:
    assert year_findings(a_year(a_saving(""), notes=(note_of("reference"),))) == (note_of("reference"),)


def test_zeros_for_empty_are_one_finding_for_a_column() -> None:
    lines = [a_saving(links=text, place=Place("S", 4, {"links": "U"})) for text in ("0", " 0 ", "", "10", "none")]
    layout = (Column("links", "Partner links as printed"),)
    (finding,) = year_findings(a_year(*lines, layout=layout))
    assert finding.message == "Partner links as printed: “0” is printed for empty on 2 lines."
    assert (finding.line, finding.key, finding.cell) == (None, "links", "S!U4")
    assert [settlement.words for settlement in finding.settlements] == ["Clear all 2"]


def test_a_single_zero_names_its_line() -> None:
    (finding,) = year_findings(a_year(a_saving(), a_saving("A/R.6.221", rating_printed="0"), layout=()))
    assert finding.message == "RAG: “0” is printed for empty on A/R.6.221."
    assert (finding.line, finding.reference) == (1, "A/R.6.221")


def test_a_single_zero_on_a_line_without_a_reference_is_said_too() -> None:
    (finding,) = year_findings(a_year(a_saving("", links="0")))
    assert finding.message.endswith("on line 1.")


def test_a_zero_under_an_override_is_not_shown_and_not_said() -> None:
    assert year_findings(a_year(a_saving(rating_printed="0", override="Red", override_reason="agreed"))) == ()


@pytest.mark.parametrize("key", ["description", "committee", "commentary", "links"])
def test_zeros_are_looked_for_in_every_column_of_words(key: str) -> None:
    assert [finding.key for finding in year_findings(a_year(a_saving().but(**{key: "0"})))] == [key]


def test_clearing_the_zeros_of_a_column_is_one_step() -> None:
    tracker = a_tracker(*(a_saving(f"A/R.6.00{line}", links="0" if line else "NHS") for line in range(4)))
    (finding,) = tracker.findings()
    tracker.settle(finding, finding.settlements[0].act)
    assert [saving.links for saving in tracker.year] == ["NHS", "", "", ""]
    assert tracker.findings() == ()
    tracker.undo()
    assert tracker.findings() == (finding,)
