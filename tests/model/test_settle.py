"""Settling a finding: each act changes what it says and nothing else."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from builders import A_SCHEME, a_saving, a_tracker, amounts
from model.entries import read_entry
from model.fields import FIELD
from model.findings import line_findings
from model.saving import Saving
from model.settle import ACTS, first_tag, settled, turning_adds_up, unsettled_sides, without_tags, words_of
from model.tracker import Tracker

STREET_LIGHTS = (-5, -5, -5, -6)
TWENTY_ONE = {"plan_total_printed": Decimal(21), "forecast_total_printed": Decimal(21)}


def street_lights(**more: object) -> Saving:
    return a_saving("B/R.6.214", STREET_LIGHTS, STREET_LIGHTS, **TWENTY_ONE | more)


def settle(tracker: Tracker, act: str) -> Saving:
    """Settles the only finding that offers an act, and gives the line as it became."""
    (finding,) = (
        finding for finding in tracker.findings() if act in [settlement.act for settlement in finding.settlements]
    )
    step = tracker.settle(finding, act)
    assert step is not None
    assert step.why == finding.message
    assert finding not in tracker.findings()
    tracker.undo()
    assert finding in tracker.findings()
    tracker.redo()
    return tracker.year.savings[finding.line or 0]


def test_taking_the_sum_makes_both_totals_the_quarters() -> None:
    saving = settle(a_tracker(street_lights(variance_printed=Decimal(0)), scheme=A_SCHEME), "take the sum")
    assert (saving.plan_total, saving.forecast_total, saving.variance) == tuple(amounts((-21, -21, 0)))
    assert (saving.plan, saving.forecast) == (tuple(amounts(STREET_LIGHTS)),) * 2


def test_taking_the_sum_leaves_a_total_that_adds_up_as_printed() -> None:
    saving = settle(a_tracker(street_lights(plan_total_printed=Decimal(-21))), "take the sum")
    assert saving.plan_total_printed == -21
    assert saving.forecast_total == -21


def test_turning_the_quarters_keeps_both_totals() -> None:
    saving = settle(a_tracker(street_lights(), scheme=A_SCHEME), "turn the quarters")
    assert (saving.plan_total, saving.forecast_total) == tuple(amounts((21, 21)))
    assert (saving.plan, saving.forecast) == (tuple(amounts((5, 5, 5, 6))),) * 2


def test_turning_leaves_blank_quarters_blank_and_zero_zero() -> None:
    saving = a_saving(plan=(None, 0, -5, -6), plan_total_printed=Decimal(11))
    turned = settled(saving, "turn the quarters", "plan_total", None)
    assert turned.plan == tuple(amounts((None, 0, 5, 6)))
    assert str(turned.plan_q2) == "0"


def test_turning_is_said_to_add_up_only_where_it_does() -> None:
    assert turning_adds_up(street_lights())
    assert not turning_adds_up(street_lights(forecast_total_printed=Decimal(20)))
    assert not turning_adds_up(a_saving())


def test_totals_that_add_up_are_blank_or_have_no_quarters_are_settled() -> None:
    assert unsettled_sides(a_saving(plan_total_printed=Decimal(-100))) == ()
    assert unsettled_sides(a_saving(plan=(None,) * 4, plan_total_printed=Decimal(-100))) == ()
    assert unsettled_sides(street_lights()) == ("plan_total", "forecast_total")


def test_a_judged_rating_is_to_be_reviewed_after_its_figures_are_settled() -> None:
    assert settle(a_tracker(street_lights(rating_printed="Green")), "take the sum").to_review


def test_the_sign_of_prior_years_is_turned() -> None:
    line = a_saving(plan_prior=Decimal(-21), achieved_prior=Decimal(21))
    assert settle(a_tracker(line), "turn the sign").achieved_prior == -21


def test_a_variance_is_let_follow() -> None:
    assert settle(a_tracker(a_saving(variance_printed=Decimal(5))), "let it follow").variance == 0


def test_a_rating_is_taken_from_the_scheme() -> None:
    tracker = a_tracker(a_saving(rating_printed="Amber", commentary="Late."), scheme=A_SCHEME)
    assert settle(tracker, "take the scheme's rating").rating_printed is None
    assert tracker.totals().ratings == Counter(Green=1)


def test_a_judged_rating_is_kept() -> None:
    saving = settle(a_tracker(a_saving(rating_printed="Amber", to_review=True, commentary="-")), "keep the rating")
    assert (saving.rating_printed, saving.to_review) == ("Amber", False)


def test_a_line_is_marked_complete_or_not() -> None:
    assert settle(a_tracker(a_saving(commentary="Complete", complete=False)), "mark complete").complete is True
    short = a_saving(forecast=(0,) * 4, complete=True)
    assert settle(a_tracker(short), "mark not complete").complete is False


def test_a_zero_for_empty_is_cleared() -> None:
    assert not settle(a_tracker(a_saving(links="0")), "clear").links
    assert settle(a_tracker(a_saving(rating_printed="0")), "clear").rating_printed == ""


def test_a_live_rating_has_no_zero_to_clear() -> None:
    live = a_saving()
    assert settled(live, "clear", "rating", None) is live


def test_tags_are_taken_out_and_paragraphs_kept_apart() -> None:
    saving = settle(a_tracker(a_saving(commentary="<p>One &amp; two.</p> <p>Three.</p>")), "clean the text")
    assert saving.commentary == "One & two.\nThree."


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ('either: <ul style="list">• one OR• two', "either: • one OR• two"),
        ("one<br/>two<BR>three", "one\ntwo\nthree"),
        ("<p>a</p>\n\n\n<p>b</p>", "a\nb"),
        ("<b>bold</b> and <i>slanted</i>", "bold and slanted"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("<o:p></o:p>from a letter", "from a letter"),
        ("C&YP <c.young@example.gov.uk>", "C&YP <c.young@example.gov.uk>"),
    ],
)
def test_only_tags_go(text: str, plain: str) -> None:
    assert without_tags(text) == plain


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("<p>", "p"),
        ("</UL >", "ul"),
        ("<br />", "br"),
        ("<a href='x'>", "a"),
        ("a < b", ""),
        ("<b and c>", ""),
        ("<part>", ""),
        ("<p", ""),
    ],
)
def test_a_tag_is_told_from_other_angle_brackets(text: str, tag: str) -> None:
    assert first_tag(text) == tag


@given(st.text(alphabet="ab <>=\n"), st.sampled_from(["<p>{}</p>", '<ul style="x">{}', "{}<br>", "<b>{}</b>"]))
def test_cleaning_keeps_every_word(text: str, tagged: str) -> None:
    assume(not first_tag(text))
    assert without_tags(tagged.format(text)).split() == text.split()


@pytest.mark.parametrize("act", ACTS)
def test_each_act_has_words_for_the_undo_command(act: str) -> None:
    words = words_of(act, "A/R.6.001", "commentary")
    assert words.startswith(act[0].upper() + act[1:])
    assert words.endswith("in A/R.6.001")


def test_the_undo_command_names_the_field_where_the_act_alone_does_not() -> None:
    assert words_of("clean the text", "A/R.6.001", "commentary") == "Clean the text of the commentary in A/R.6.001"
    assert words_of("clear", "", "links") == "Clear in several lines"


def test_what_is_settled_can_still_be_typed_over() -> None:
    tracker = a_tracker(street_lights(), scheme=A_SCHEME)
    settle(tracker, "take the sum")
    tracker.edit("B/R.6.214", "forecast_q4", "-7")
    assert tracker["B/R.6.214"].forecast_total == -22
    assert read_entry(FIELD["forecast_q4"], "-7") == -7


def test_settling_leaves_nothing_of_its_finding() -> None:
    saving = settled(street_lights(), "take the sum", "plan_total", A_SCHEME)
    assert line_findings(saving, a_tracker(saving, scheme=A_SCHEME).year) == ()
