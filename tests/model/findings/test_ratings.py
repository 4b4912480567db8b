"""Findings about ratings, commentary and the flag for complete, on both sides of where each begins."""

import pytest

from builders import A_SCHEME, a_saving, a_year
from model.findings import line_findings
from model.rag import Scheme
from model.saving import Saving
from model.year import Finding, Severity

SHORT = (-25, -25, -25, 0)  # 25 of 100: Amber by the key


def findings_of(saving: Saving, scheme: Scheme | None = A_SCHEME) -> tuple[Finding, ...]:
    return line_findings(saving, a_year(saving, scheme=scheme))


def the_finding(saving: Saving, scheme: Scheme | None = A_SCHEME) -> Finding:
    (finding,) = findings_of(saving, scheme)
    return finding


def short(**more: object) -> Saving:
    return a_saving(forecast=SHORT, commentary="Late.").but(**more)


def test_a_printed_rating_that_the_key_would_not_give_is_a_warning() -> None:
    finding = the_finding(short(rating_printed="Green"))
    assert finding.message == "A/R.6.001: Green is printed, but by the key its rating is Amber."
    assert (finding.code, finding.severity, finding.key) == ("rating", Severity.WARNING, "rating")
    assert [settlement.act for settlement in finding.settlements] == ["take the scheme's rating"]


@pytest.mark.parametrize("printed", ["Amber", None])
def test_a_rating_that_follows_or_is_live_is_no_finding(printed: str | None) -> None:
    assert findings_of(short(rating_printed=printed)) == ()


def test_a_missing_rating_is_said_as_such() -> None:
    assert "no rating is printed, but by the key its rating is Amber" in the_finding(short(rating_printed="0")).message


def test_a_rating_without_figures_is_said_as_such() -> None:
    blank = a_saving(plan=(None,) * 4, forecast=(None,) * 4, rating_printed="Green")
    assert the_finding(blank).message.endswith("Green is printed, but by the key its rating is none.")


def test_an_override_is_no_finding() -> None:
    assert findings_of(short(rating_printed="Amber", override="Green", override_reason="agreed")) == ()


def test_a_word_that_is_no_rating_is_left_to_the_readers_note() -> None:
    assert findings_of(short(rating_printed="Purple")) == ()


def test_a_judged_rating_is_not_held_against_a_key() -> None:
    assert findings_of(short(rating_printed="Green"), None) == ()


def test_a_printed_rating_decides_what_the_key_leaves_open() -> None:
    cost = a_saving(plan=(0,) * 4, forecast=(5, 0, 0, 0), rating_printed="Green")
    assert [finding.code for finding in findings_of(cost)] == ["plan-zero"]


def test_an_open_decision_without_a_printed_rating_is_said() -> None:
    cost = a_saving(plan=(0,) * 4, forecast=(5, 0, 0, 0), rating_printed="")
    assert "by the key its rating needs a decision" in findings_of(cost)[-1].message


def test_a_judged_rating_whose_figures_changed_is_to_be_reviewed() -> None:
    finding = the_finding(short(rating_printed="Green", to_review=True), None)
    assert finding.message == (
        "A/R.6.001: the figures have changed since it was judged Green. Choose its rating anew, or keep it."
    )
    assert [settlement.act for settlement in finding.settlements] == ["keep the rating"]


def test_a_line_judged_without_a_rating_is_reviewed_too() -> None:
    assert "since it was left without a rating" in the_finding(short(rating_printed="0", to_review=True), None).message


@pytest.mark.parametrize(("scheme", "override"), [(A_SCHEME, ""), (None, "Red")])
def test_nothing_is_reviewed_under_a_key_or_an_override(scheme: Scheme | None, override: str) -> None:
    assert findings_of(short(to_review=True, override=override, override_reason="agreed"), scheme) == ()


@pytest.mark.parametrize("commentary", ["", "0", " \n"])
@pytest.mark.parametrize("rating", ["Red", "Amber", "Black"])
def test_a_bad_rating_without_commentary_is_a_warning(rating: str, commentary: str) -> None:
    finding = the_finding(short(rating_printed=rating, commentary=commentary), None)
    assert finding.message == f"A/R.6.001: rated {rating}, without a commentary."
    assert (finding.code, finding.severity, finding.key) == ("no-commentary", Severity.WARNING, "commentary")


@pytest.mark.parametrize("rating", ["Green", "Blue", "", "0"])
def test_a_good_rating_needs_no_commentary(rating: str) -> None:
    assert findings_of(a_saving(rating_printed=rating), None) == ()


def test_a_live_rating_needs_its_commentary_as_soon_as_it_turns_bad() -> None:
    assert the_finding(a_saving(forecast=SHORT)).code == "no-commentary"


def test_complete_but_short_of_plan_is_a_warning() -> None:
    finding = the_finding(short(complete=True))
    assert finding.message == "A/R.6.001: marked complete, but £25k short of plan."
    assert [settlement.act for settlement in finding.settlements] == ["mark not complete"]


@pytest.mark.parametrize("forecast", [(-25,) * 4, (-30,) * 4, (None,) * 4])
def test_complete_and_not_short_is_no_finding(forecast: tuple[int | None, ...]) -> None:
    assert findings_of(a_saving(forecast=forecast, complete=True)) == ()


@pytest.mark.parametrize("complete", [False, None])
def test_short_but_not_marked_complete_is_no_finding(complete: bool | None) -> None:
    assert findings_of(short(complete=complete)) == ()


COMPLETE_WORDS = [
    "Complete",
    "Saving complete.",
    "Savings achieved in full",
    "Fully delivered",
    "The target has been met in full by two contracts.",
    "On-track. The provider has started, so the savings has been delivered.",
    "All the savings have now been achieved; the post is gone.",
    "Contract let. This saving is now complete.",
]
OTHER_WORDS = [
    "",
    "On track",
    "Saving to be delivered by the restructure.",
    "The review was completed in September.",
    "A saving of £265k has been delivered.",
    "Half of the savings have been achieved.",
    "The savings have been achieved to date as planned.",
    "The saving will be achieved in the last quarter.",
    "The target has not been met.",
    "Savings are delivered by negotiation, case by case.",
    "Confirmation of full achievement of savings is awaited.",
]


@pytest.mark.parametrize("commentary", COMPLETE_WORDS)
def test_complete_in_words_but_not_marked_is_a_note(commentary: str) -> None:
    finding = the_finding(a_saving(commentary=commentary, complete=False))
    assert finding.message == "A/R.6.001: complete by its commentary and on plan, but marked as not complete."
    assert finding.severity is Severity.NOTE
    assert [settlement.act for settlement in finding.settlements] == ["mark complete"]


@pytest.mark.parametrize("commentary", OTHER_WORDS)
def test_words_that_say_less_than_complete_are_no_finding(commentary: str) -> None:
    assert findings_of(a_saving(commentary=commentary, complete=False)) == ()


@pytest.mark.parametrize("complete", [True, None])
def test_complete_in_words_needs_a_flag_that_says_no(complete: bool | None) -> None:
    assert findings_of(a_saving(commentary="Complete", complete=complete)) == ()


def test_complete_in_words_but_short_is_no_finding() -> None:
    assert findings_of(short(commentary="Saving achieved", complete=False)) == ()


def test_complete_in_words_without_figures_is_no_finding() -> None:
    assert findings_of(a_saving(plan=(None,) * 4, commentary="Complete", complete=False)) == ()


def test_more_than_the_plan_counts_as_complete() -> None:
    finding = the_finding(a_saving(forecast=(-30,) * 4, commentary="Delivered", complete=False))
    assert "£20k better than plan" in finding.message
