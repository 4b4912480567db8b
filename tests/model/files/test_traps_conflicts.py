"""Where figures, words and flags of the two published trackers disagree (34 to 47): both sides are read as printed."""

import pytest

from model.rag import calculate
from model.saving import Direction
from papers import Paper, read


def test_an_overspend_told_in_words_changes_no_figure(newer: Paper) -> None:
    """Trap 34."""
    saving = newer["A/R.6.266"]
    assert "£285k" in saving.commentary
    assert read(saving, "variance", "rating", "plan_total") == [0, "Green", -1500]


@pytest.mark.parametrize(
    ("reference", "words", "field", "figure"),
    [
        pytest.param("A/R.6.220", "78", "variance", -67, id="trap 35"),
        pytest.param("A/R.6.122", "265", "forecast_q1", -287, id="trap 36"),
    ],
)
def test_another_figure_in_the_commentary_changes_nothing(
    older: Paper, reference: str, words: str, field: str, figure: int
) -> None:
    """Traps 35 and 36."""
    assert words in older[reference].commentary
    assert older[reference].value(field) == figure


def test_another_figure_in_the_description_changes_nothing(older: Paper) -> None:
    """Trap 37."""
    assert "396" in older["A/R.6.210"].description
    assert older["A/R.6.210"].plan_total == -493


def test_a_flag_is_read_as_printed_whatever_the_words_say(older: Paper, newer: Paper) -> None:
    """Traps 38 and 39."""
    assert [older[reference].complete for reference in ("A/R.6.161", "A/R.6.227")] == [False, False]
    assert newer["A/R.6.182"].complete is False
    assert (older["A/R.6.118"].complete, older["A/R.6.118"].commentary.casefold()) == (True, "on track")


@pytest.mark.parametrize("reference", ["A/R.6.202", "A/R.6.203"])
def test_a_saving_counted_in_its_first_quarter_stays_there(older: Paper, reference: str) -> None:
    """Trap 40."""
    saving = older[reference]
    assert saving.forecast_q1 == saving.forecast_total
    assert saving.commentary


def test_a_judged_green_stands_on_a_quarter_missing(older: Paper) -> None:
    """Trap 41."""
    saving = older["A/R.6.230"]
    assert read(saving, "percent", "rating") == [25, "Green"]
    assert saving.commentary.startswith("On-track")


def test_what_slips_into_the_next_year_is_only_in_the_words(older: Paper) -> None:
    """Trap 42."""
    assert older["A/R.6.239"].variance == 127
    assert "286" in older["A/R.6.239"].commentary


def test_a_forecast_that_repeats_its_plan_is_read_as_it_is(older: Paper, newer: Paper) -> None:
    """Trap 43."""
    assert newer["A/R.6.257"].forecast == newer["A/R.6.257"].plan
    assert sum(saving.plan == saving.forecast for saving in newer.year) == 27
    assert sum(saving.plan == saving.forecast for saving in older.year) == 27


def test_arrows_are_read_whatever_the_rating(older: Paper, newer: Paper) -> None:
    """Trap 44."""
    assert (newer["A/R.6.176"].rating_printed, newer["A/R.6.176"].direction) == ("Red", Direction.NO_CHANGE)
    for reference in ("C/R.6.103", "F/R.7.110"):
        assert (newer[reference].rating_printed, newer[reference].direction) == ("Black", Direction.NO_CHANGE)
    assert (older["A/R.7.104"].rating_printed, older["A/R.7.104"].direction) == ("Amber", Direction.IMPROVING)
    for reference in ("A/R.6.227", "A/R.6.244"):
        assert read(older[reference], "variance", "direction") == [0, Direction.IMPROVING]


@pytest.mark.parametrize(
    ("reference", "behind"),
    [
        *[("A/R.6.111", 234), ("A/R.6.112", 10), ("A/R.6.114", 493), ("A/R.6.140", 154)],
        *[("A/R.6.155", 258), ("A/R.6.169", 930), ("A/R.6.244", 46)],
    ],
)
def test_a_first_half_behind_plan_is_read_under_a_green_without_variance(
    older: Paper, reference: str, behind: int
) -> None:
    """Trap 45."""
    saving = older[reference]
    planned, forecast = [(half[0] or 0) + (half[1] or 0) for half in (saving.plan, saving.forecast)]
    assert forecast - planned == behind
    assert read(saving, "variance", "rating") == [0, "Green"]


def test_a_first_quarter_behind_plan_too(newer: Paper) -> None:
    """Trap 45, in 2020-21."""
    assert read(newer["F/R.6.003"], "plan_q1", "forecast_q1", "variance") == [-99, 0, 0]


@pytest.mark.parametrize(
    "reference",
    ["A/R.6.115", "A/R.6.117", "A/R.6.122", "A/R.6.159", "A/R.6.205", "A/R.6.215", "A/R.6.222", "A/R.6.239"],
)
def test_slippage_in_words_leaves_the_figures_alone(older: Paper, reference: str) -> None:
    """Trap 46."""
    saving = older[reference]
    assert saving.commentary
    assert saving.variance == saving.variance_due


def test_offsets_in_words_join_no_lines(older: Paper) -> None:
    """Trap 47."""
    variances = {reference: older[f"A/R.6.{reference}"].variance for reference in ("210", "213", "214", "222", "239")}
    assert variances["210"] == -328
    assert variances["213"] == -68
    assert variances["239"] == 127
    assert (variances["214"] or 0) + (variances["222"] or 0) == 328


def test_the_key_gives_all_forty_published_ratings(newer: Paper) -> None:
    """The key of 2020-21 explains every rating of 2020-21."""
    scheme = newer.year.scheme
    assert scheme is not None
    assert scheme.name == "2020-21"
    given = [calculate(saving.plan_total, saving.forecast_total, scheme) for saving in newer.year]
    assert given == [saving.rating_printed for saving in newer.year]
    assert len(given) == 40
