"""Printed grand totals: found above or below the lines, in their columns or out of them, and never guessed."""

import pytest

from grids import HEADINGS, codes, line, read_rows
from model.fields import FORECAST_QUARTERS, PLAN_QUARTERS
from model.files.grid import Cell

LINES = [line("A/R.1"), line("A/R.2")]
TOTAL: list[Cell] = [-2, -4, -6, -8, -10, -12, -14, -16]
OFF: list[Cell] = [-2, -4, -6, -9, -10, -12, -14, -99]
DUE = dict(zip(PLAN_QUARTERS + FORECAST_QUARTERS, TOTAL, strict=True))
PRINTED = dict(zip(PLAN_QUARTERS + FORECAST_QUARTERS, OFF, strict=True))


@pytest.mark.parametrize("label", [[None, None], ["Total", None], [None, "Total savings"]])
def test_totals_in_their_columns_are_read_above_and_below(label: list[Cell]) -> None:
    assert read_rows(["Savings Tracker"], [*label, *TOTAL], HEADINGS, *LINES).printed_totals == DUE
    assert read_rows(["Savings Tracker"], HEADINGS, *LINES, [*label, *TOTAL]).printed_totals == DUE


def test_totals_that_slipped_are_given_to_the_columns_in_order() -> None:
    assert read_rows(["Tracker"], TOTAL, HEADINGS, *LINES).printed_totals == DUE
    assert read_rows(["Tracker"], OFF, HEADINGS, *LINES).printed_totals == PRINTED


def test_a_printed_total_that_is_not_the_sum_is_read_as_printed() -> None:
    assert read_rows(HEADINGS, *LINES, ["Grand total", None, *OFF]).printed_totals == PRINTED
    assert read_rows([None, None, *OFF], HEADINGS, *LINES).printed_totals == PRINTED


def test_slipped_totals_with_one_missing_are_placed_where_they_fit() -> None:
    year = read_rows(["Tracker"], TOTAL[:-1], HEADINGS, *LINES)
    assert year.printed_totals == {key: due for key, due in DUE.items() if key != "forecast_q4"}


def test_the_total_of_all_lines_is_told_from_those_of_sections() -> None:
    year = read_rows(
        HEADINGS,
        *LINES,
        ["Total", None, *TOTAL],
        line("C/R.1"),
        ["Total", None, -1, -2, -3, -4, -5, -6, -7, -8],
        ["Total", None, -3, -6, -9, -12, -15, -18, -21, -24],
    )
    assert list(year.printed_totals.values()) == [-3, -6, -9, -12, -15, -18, -21, -24]
    assert year.notes == ()


def test_a_sum_of_one_section_is_no_grand_total() -> None:
    year = read_rows(HEADINGS, *LINES, ["Adults total", None, *TOTAL], line("C/R.1"))
    assert year.printed_totals == {}


def test_totals_repeated_on_each_page_are_read_once_and_not_said() -> None:
    year = read_rows(["Tracker"], TOTAL, HEADINGS, LINES[0], [None, None, *TOTAL], HEADINGS, LINES[1])
    assert year.printed_totals == DUE
    assert codes(year) == []


def test_a_percentage_among_the_totals_is_no_amount() -> None:
    headings = (*HEADINGS[:10], "% Variance")
    lines = [row[:10] for row in LINES]
    assert read_rows(headings, *lines, ["Total", None, *TOTAL, -160]).printed_totals == DUE


def test_a_number_beside_the_title_is_no_total() -> None:
    assert read_rows(["Savings target", -20], HEADINGS, *LINES).printed_totals == {}


def test_a_total_of_unknown_columns_only_is_none() -> None:
    headings = (*HEADINGS, "Risk £000", "Reserve £000")
    year = read_rows(headings, [*LINES[0], 5, 6], [*[None] * 11, 5, 6])
    assert year.printed_totals == {}
