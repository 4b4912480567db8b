"""Blocks laid onto a tracker: pasting, filling, clearing, copying; refused whole, or one step."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import A_SCHEME, a_saving, a_tracker, figures, rating
from model.blocks import Area, cleared, copied, entries_for, filled_down, filled_right
from model.clipboard import Block, block_from_text, text_from_block
from model.fields import FIELDS, FORECAST_QUARTERS
from model.rag import Scheme
from model.refusals import BlockRefused, BlockTooLarge, NothingToFill, ReasonNeeded, Viewing
from model.saving import Direction, Saving
from model.tracker import Tracker

Care = Callable[[Tracker], Tracker]
SHEET = tuple(field.key for field in FIELDS)
FORECAST = (*FORECAST_QUARTERS, "forecast_total", "variance")


def three(scheme: Scheme | None = A_SCHEME, **more: Any) -> Tracker:
    """A tracker of three lines."""
    return a_tracker(*(a_saving(reference, **more) for reference in ("A", "B", "C")), scheme=scheme)


def paste(tracker: Tracker, text: str, area: Area, reason: str = "") -> None:
    """Paste text as the window does."""
    tracker.edit_many(entries_for(tracker, block_from_text(text), area, reason=reason), "Paste", reason)


def forecasts(tracker: Tracker) -> list[tuple[Decimal | None, ...]]:
    """The forecast quarters of every line."""
    return [saving.forecast for saving in tracker.year]


def test_a_block_of_three_by_four_is_one_step(back_and_forth: Care) -> None:
    tracker = back_and_forth(three())
    paste(tracker, "-1\t(2)\t3-\t−4\r\n-5k\t£-6\t-0.007m\t\r\n-1,000\t0\t-1\t-1\r\n", Area([0, 1, 2], FORECAST))
    assert forecasts(tracker) == [figures(-1, -2, -3, -4), figures(-5, -6, -7, None), figures(-1000, 0, -1, -1)]
    assert len(tracker.history.done) == 1


def test_lines_are_pasted_in_the_order_in_which_they_are_shown(back_and_forth: Care) -> None:
    tracker = back_and_forth(three())
    paste(tracker, "-1\n-2\n", Area([2, 0], ["forecast_q4", "forecast_q1"]))
    assert [saving.forecast_q4 for saving in tracker.year] == [-2, -25, -1]


def test_one_value_fills_a_selection_and_a_row_repeats_down_it(back_and_forth: Care) -> None:
    tracker = back_and_forth(three())
    paste(tracker, "-7", Area([0, 1, 2], FORECAST, 2, 3))
    assert forecasts(tracker) == [figures(-7, -7, -7, -25)] * 2 + [figures(-25, -25, -25, -25)]
    paste(tracker, "-1\t-2", Area([0, 1, 2], FORECAST, 3, 4))
    assert forecasts(tracker) == [figures(-1, -2, -1, -2)] * 3


def test_a_block_that_does_not_fit_the_selection_keeps_its_own_size(back_and_forth: Care) -> None:
    tracker = back_and_forth(three())
    paste(tracker, "-1\t-2", Area([0, 1, 2], FORECAST, 1, 3))
    assert forecasts(tracker)[0] == figures(-1, -2, -25, -25)


def test_short_rows_leave_the_cells_beside_them_alone(back_and_forth: Care) -> None:
    tracker = back_and_forth(three())
    paste(tracker, "-1\t-2\n-3\n", Area([0, 1, 2], FORECAST))
    assert forecasts(tracker)[1] == figures(-3, -25, -25, -25)


@pytest.mark.parametrize(
    ("text", "lines", "keys", "sizes"),
    [
        ("-1\n-2\n-3\n", [1, 2], FORECAST, "is 3 lines by 1 column, but from this cell on there are only 2 lines by 6"),
        ("-1\t-2", [0], ["links"], "is 1 line by 2 columns, but from this cell on there are only 1 line by 1 column"),
    ],
)
def test_a_block_that_reaches_beyond_what_is_shown_is_refused(
    back_and_forth: Care, text: str, lines: list[int], keys: list[str], sizes: str
) -> None:
    tracker = back_and_forth(three())
    with pytest.raises(BlockTooLarge, match=sizes):
        paste(tracker, text, Area(lines, keys))


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("forecast_q4", "lots", "Nothing was pasted: B, Q4 forecast: “lots” is not an amount."),
        ("plan_q1", "-26", "Nothing was pasted: B, Q1 plan: The plan of B is locked."),
        ("title", "Another", "Nothing was pasted: B, title: Title can't be typed over"),
        ("variance", "5", "Nothing was pasted: B, variance: Variance from Plan £000 can't be typed over"),
        ("percent", "5", "Nothing was pasted: B, percentage variance: % Variance can't be typed over"),
        ("direction", "sideways", "Nothing was pasted: B, direction of travel: “sideways” is no choice"),
        ("other:Lead", "B. Officer", "Nothing was pasted: B, Lead: Lead can't be typed over"),
        ("forecast_total", "", "Nothing was pasted: B, forecast: it reads “”, but the quarters"),
    ],
)
def test_one_cell_that_cannot_be_taken_refuses_the_whole_block_by_name(
    back_and_forth: Care, key: str, text: str, sentence: str
) -> None:
    tracker = back_and_forth(three(other={"Lead": "A. Officer"}))
    start = tracker.year
    with pytest.raises(BlockRefused) as refused:
        paste(tracker, f"-1\tx\n-2\ty\t{text}\n", Area([0, 1], ["forecast_q1", "commentary", key]))
    assert str(refused.value).startswith(sentence)
    assert tracker.year is start


def test_a_tracker_open_for_viewing_takes_no_block() -> None:
    tracker = three()
    tracker.viewing = True
    with pytest.raises(Viewing):
        paste(tracker, "-1", Area([0], FORECAST))


def whole_row(tracker: Tracker, line: int, **changed: str) -> str:
    """A line as a spreadsheet gives it back with some of its cells changed."""
    cells = copied(tracker, [line], SHEET)[0]
    texts = list(block_from_text(text_from_block([cells]))[0])
    for key, text in changed.items():
        texts[SHEET.index(key)] = text
    return text_from_block([texts])


FULL = a_saving(
    "A/R.6.266",
    plan=(-375,) * 4,
    forecast=(-375,) * 4,
    description="Caf\u00e9 \u00a0 & more,\nin two lines",
    committee="Adults, C&YP",
    rating_printed="Green",
    complete=False,
    direction=Direction.NO_CHANGE,
    commentary="On “track”\n\tsoon ",
    links="0",
    investment_planned=Decimal("539.5"),
)


@pytest.mark.parametrize("saving", [FULL, FULL.but(unread={"forecast_q2": "TBC"}), a_saving(plan=(None,) * 4)])
@pytest.mark.parametrize("scheme", [A_SCHEME, None])
def test_a_whole_line_copied_and_pasted_changes_nothing(saving: Saving, scheme: Scheme | None) -> None:
    tracker = a_tracker(saving, scheme=scheme)
    assert entries_for(tracker, block_from_text(whole_row(tracker, 0)), Area([0], SHEET)) == []
    paste(tracker, whole_row(tracker, 0), Area([0], SHEET))
    assert not tracker.history.done


def test_a_whole_line_with_another_forecast_is_pasted(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(FULL, scheme=A_SCHEME))
    paste(tracker, whole_row(tracker, 0, forecast_q4="-89"), Area([0], SHEET))
    assert tracker.year.savings[0].forecast_total == -1214
    assert rating(tracker).name == "Red"


def test_a_whole_line_in_which_the_spreadsheet_worked_out_the_rest_is_pasted(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(FULL, scheme=A_SCHEME))
    changed = {"forecast_q4": "-89", "forecast_total": "-1,214", "variance": "286", "percent": "19.07%"}
    paste(tracker, whole_row(tracker, 0, **changed, rating="Red", commentary="Late"), Area([0], SHEET))
    (saving,) = tracker.year
    assert saving.forecast == figures(-375, -375, -375, -89)
    assert (saving.override, saving.commentary, rating(tracker).name) == ("", "Late", "Red")


def test_a_total_that_its_quarters_do_not_make_refuses_the_block(back_and_forth: Care) -> None:
    tracker = back_and_forth(a_tracker(FULL, scheme=A_SCHEME))
    with pytest.raises(BlockRefused, match="forecast: it reads “-1,300”, but the quarters beside it add up to −1,214"):
        paste(tracker, whole_row(tracker, 0, forecast_q4="-89", forecast_total="-1,300"), Area([0], SHEET))
    with pytest.raises(BlockRefused, match="but the quarters beside it add up to −1,500"):
        paste(tracker, whole_row(tracker, 0, forecast_total="-1,300"), Area([0], SHEET))


def test_a_total_without_its_quarters_is_spread(back_and_forth: Care) -> None:
    tracker = back_and_forth(three())
    paste(tracker, "-104\t\n-208\t\n", Area([0, 1], ["forecast_total", "commentary"]))
    assert forecasts(tracker)[:2] == [figures(-26, -26, -26, -26), figures(-52, -52, -52, -52)]


def test_a_rating_other_than_the_calculated_one_asks_for_a_reason(back_and_forth: Care) -> None:
    tracker = back_and_forth(three())
    with pytest.raises(ReasonNeeded):
        paste(tracker, "Red\tLate", Area([0], ["rating", "commentary"]))
    paste(tracker, "Red\tLate", Area([0], ["rating", "commentary"]), reason="The provider left")
    assert (rating(tracker).name, tracker.year.savings[0].override_reason) == ("Red", "The provider left")


def test_judged_ratings_are_pasted_after_the_figures_beside_them(back_and_forth: Care) -> None:
    tracker = back_and_forth(three(scheme=None, rating_printed="Green"))
    paste(tracker, "Red\t-20\nGreen\t-20\n", Area([0, 1], ["rating", "forecast_q1"]))
    assert [(rating(tracker, line).name, rating(tracker, line).to_review) for line in (0, 1)] == [
        ("Red", False),
        ("Green", True),
    ]


def test_plan_figures_are_pasted_once_the_plan_is_unlocked(back_and_forth: Care) -> None:
    tracker = back_and_forth(three())
    tracker.unlock_plan("Council of 9 February")
    paste(tracker, "-30", Area([0, 1], ["plan_q1"], 2))
    assert [saving.plan_total for saving in tracker.year] == [-105, -105, -100]


def test_a_commentary_that_differs_in_its_line_breaks_alone_is_pasted(back_and_forth: Care) -> None:
    tracker = back_and_forth(three(commentary="one two"))
    paste(tracker, '"one\r\ntwo"', Area([0], ["commentary"]))
    assert tracker.year.savings[0].commentary == "one\ntwo"


def do(tracker: Tracker, laying: tuple[Block, Area], done: str = "filled") -> None:
    """Fill or clear as the window does."""
    tracker.edit_many(entries_for(tracker, *laying, done), done)


def test_filling_down_repeats_the_top_cells(back_and_forth: Care) -> None:
    tracker = back_and_forth(three())
    tracker.edit_many(entries_for(tracker, (("-1", "-2"),), Area([2], FORECAST)), "Type")
    do(tracker, filled_down(tracker, [2, 0, 1], FORECAST[:2]))
    assert forecasts(tracker) == [figures(-1, -2, -25, -25)] * 3


def test_filling_right_repeats_the_left_cells(back_and_forth: Care) -> None:
    tracker = back_and_forth(three())
    tracker.edit(1, "forecast_q1", "-3")
    do(tracker, filled_right(tracker, [0, 1], FORECAST_QUARTERS))
    assert forecasts(tracker)[:2] == [figures(-25, -25, -25, -25), figures(-3, -3, -3, -3)]


def test_filling_carries_words_arrows_and_flags(back_and_forth: Care) -> None:
    line = a_saving(commentary="=On\ttrack\n", direction=Direction.WORSENING, complete=True)
    tracker = back_and_forth(a_tracker(line, a_saving("B"), scheme=A_SCHEME))
    do(tracker, filled_down(tracker, [0, 1], ["complete", "direction", "commentary"]))
    filled = tracker.year.savings[1]
    assert (filled.commentary, filled.direction, filled.complete) == ("=On\ttrack\n", Direction.WORSENING, True)


def test_a_fill_that_cannot_be_done_says_so() -> None:
    tracker = three()
    with pytest.raises(NothingToFill, match="together with the cells below them"):
        filled_down(tracker, [0], FORECAST)
    with pytest.raises(NothingToFill, match="together with the cells right of them"):
        filled_right(tracker, [0], FORECAST[:1])
    tracker.unlock_plan("Agreed")
    with pytest.raises(BlockRefused, match="Nothing was filled: B, reference: Reference can't be typed over"):
        do(tracker, filled_down(tracker, [0, 1], ["reference"]))


def test_clearing_quarters_with_what_follows_from_them_leaves_all_of_it_blank(back_and_forth: Care) -> None:
    tracker = back_and_forth(three())
    do(tracker, cleared([0, 1], FORECAST), "cleared")
    assert forecasts(tracker) == [figures(None, None, None, None)] * 2 + [figures(-25, -25, -25, -25)]
    assert tracker.year.savings[0].variance is None


def test_clearing_what_nobody_types_is_refused() -> None:
    with pytest.raises(BlockRefused, match="Nothing was cleared: A, title: Title can't be typed over"):
        do(three(), cleared([0], ["commentary", "title"]), "cleared")


def test_figures_are_copied_as_figures_and_all_else_as_shown() -> None:
    tracker = a_tracker(FULL.but(unread={"forecast_q2": "TBC"}), scheme=A_SCHEME)
    keys = ["rating", "forecast_q1", "forecast_q2", "percent", "complete", "direction", "links", "plan_prior"]
    assert copied(tracker, [0], keys) == [["Green", Decimal(-375), "TBC", Decimal("0.00"), "No", "↔", "", ""]]


@given(
    st.lists(st.lists(st.integers(-999, 999), min_size=4, max_size=4), min_size=3, max_size=3),
    st.permutations([0, 1, 2]),
)
def test_a_copied_block_pasted_elsewhere_is_the_same_block(block: list[list[int]], order: list[int]) -> None:
    tracker = three()
    paste(tracker, text_from_block([[Decimal(cell) for cell in row] for row in block]), Area(order, FORECAST))
    text = text_from_block(copied(tracker, order, FORECAST))
    other = three()
    paste(other, text, Area(order, FORECAST))
    assert forecasts(other) == forecasts(tracker)
    assert [list(forecasts(tracker)[line]) for line in order] == block


def test_a_total_pasted_blank_by_itself_is_refused(back_and_forth: Care) -> None:
    with pytest.raises(BlockRefused, match="Nothing was pasted: B, forecast: The total of B can't be cleared"):
        paste(back_and_forth(three()), "", Area([1], ["forecast_total"]))
