"""The traps in the figures of the two published trackers (9 to 23): each is read as printed, never corrected."""

from decimal import Decimal

import pytest

from model.fields import FIELD, FIGURES, FORECAST_QUARTERS, PLAN_QUARTERS
from model.money import add_up, round_percent
from model.rating import clean_rating
from model.saving import Saving
from model.totals import Totals
from papers import Paper, read


def test_0_in_a_text_column_stays_as_read_and_blank_stays_blank(older: Paper, newer: Paper) -> None:
    """Trap 9."""
    assert sum(saving.links == "0" for saving in older.year) == 57
    assert older["A/R.6.221"].rating_printed == "0"
    assert clean_rating(older["A/R.6.221"].rating_printed) == ""
    assert not any(saving.links == "0" for saving in newer.year)
    assert not any(saving.investment_actual == 0 for saving in newer.year)


def test_thousands_separators_are_read(older: Paper, newer: Paper) -> None:
    """Trap 10."""
    for paper, cells in ((older, 92), (newer, 72)):
        with_comma = [text for line in paper.lines for text in line.split("\t") if _is_grouped(text)]
        assert len(with_comma) == cells
        assert not any(saving.unread for saving in paper.year)
    assert newer["A/R.6.176"].plan_total == -3800


def _is_grouped(text: str) -> bool:
    return "," in text and text.replace(",", "").lstrip("-").isdigit()


def test_a_printed_total_stands_against_its_quarters(newer: Paper) -> None:
    """Trap 11."""
    saving = newer["B/R.6.214"]
    assert read(saving, *PLAN_QUARTERS) == read(saving, *FORECAST_QUARTERS) == [-5, -5, -5, -6]
    assert read(saving, "plan_total", "forecast_total", "variance") == [21, 21, 0]
    assert newer.year.printed_totals["plan_total"] == -15929
    assert newer.year.printed_totals["forecast_total"] == -10623
    assert add_up(add_up(saving.plan) for saving in newer.year) == -15971
    assert add_up(add_up(saving.forecast) for saving in newer.year) == -10665


def test_signs_of_prior_years_stay_as_printed(newer: Paper) -> None:
    """Trap 12."""
    assert read(newer["F/R.7.106"], "plan_prior", "achieved_prior") == [-21, 21]


def test_a_cost_stays_positive(older: Paper, newer: Paper) -> None:
    """Trap 13."""
    assert [older[reference].plan_total for reference in ("A/R.6.102", "A/R.7.106")] == [120, 125]
    assert [newer[reference].plan_total for reference in ("B/R.6.214", "F/R.7.113")] == [21, 54]


def test_a_positive_quarter_in_a_saving_stays_positive(older: Paper) -> None:
    """Trap 14."""
    saving = older["A/R.6.155"]
    assert saving.plan_total is not None
    assert saving.plan_total < 0
    assert 3 in (saving.plan_q2, saving.forecast_q2)


def test_a_plan_of_zero_is_zero_and_not_blank(older: Paper) -> None:
    """Trap 15."""
    saving = older["A/R.6.221"]
    assert read(saving, "plan_total", "investment_planned", "percent") == [0, 84, None]


@pytest.mark.parametrize(("reference", "variance"), [("A/R.6.210", -328), ("A/R.6.213", -68), ("A/R.6.220", -67)])
def test_over_achievement_keeps_its_published_green(older: Paper, reference: str, variance: int) -> None:
    """Trap 16."""
    assert read(older[reference], "variance", "rating") == [variance, "Green"]


def test_sizes_at_the_edges_of_the_key_are_exact(older: Paper) -> None:
    """Trap 17."""
    assert older["A/R.6.118"].plan_total == -500
    assert {older[reference].plan_total for reference in ("A/R.6.001", "A/R.6.121", "A/R.6.159", "A/R.7.103")} == {-100}


def test_a_percentage_printed_as_a_number_is_a_percentage(newer: Paper) -> None:
    """Trap 18."""
    assert newer["A/R.6.176"].percent_printed == Decimal("80.66")
    for saving in newer.year:
        assert saving.percent_due is not None
        assert saving.percent_printed == round_percent(saving.percent_due)


def test_an_investment_printed_on_two_lines_is_read_on_both(newer: Paper) -> None:
    """Trap 19."""
    for reference in ("A/R.6.255", "A/R.6.266"):
        saving = newer[reference]
        assert read(saving, "investment_planned_prior", "investment_actual_prior") == [2271, 1367]
    totals = Totals(newer.year)
    assert totals["investment_planned_prior"] == 10247
    assert totals["investment_actual_prior"] == 7079


def test_a_column_never_filled_is_blank_on_every_line(newer: Paper) -> None:
    """Trap 20."""
    assert newer.year.has("investment_actual")
    assert {saving.investment_actual for saving in newer.year} == {None}
    assert newer.year.printed_totals["investment_actual"] == 0
    assert Totals(newer.year)["investment_planned"] == 539


def test_an_investment_as_large_as_its_saving_keeps_its_sign(older: Paper) -> None:
    """Trap 21."""
    saving = older["A/R.6.243"]
    assert read(saving, "investment_planned", "plan_total") == [1595, -1595]


@pytest.mark.parametrize(
    ("reference", "short"),
    [
        *[("F/R.7.113", 4831), ("F/R.7.110", 2100), ("A/R.6.114", 1123), ("A/R.6.176", 698)],
        *[("F/R.7.106", 42), ("C/R.6.106", 10), ("G/R.6.004", -11)],
    ],
)
def test_what_prior_years_fell_short_of_is_read_exactly(newer: Paper, reference: str, short: int) -> None:
    """Trap 22."""
    saving = newer[reference]
    assert saving.achieved_prior is not None
    assert saving.plan_prior is not None
    assert saving.achieved_prior - saving.plan_prior == short


def test_rounded_quarters_add_up_to_their_totals_on_all_lines_but_one(older: Paper, newer: Paper) -> None:
    """Trap 23."""
    off = [saving.reference for paper in (older, newer) for saving in paper.year if not _adds_up(saving)]
    assert off == ["B/R.6.214"]


def _adds_up(saving: Saving) -> bool:
    return add_up(saving.plan) == saving.plan_total and add_up(saving.forecast) == saving.forecast_total


def test_every_figure_is_a_whole_number_of_thousands(older: Paper, newer: Paper) -> None:
    figures = [saving.value(key) for paper in (older, newer) for saving in paper.year for key in FIGURES]
    assert all(isinstance(figure, Decimal) and figure == int(figure) for figure in figures if figure is not None)
    assert FIELD["percent"].key not in FIGURES
