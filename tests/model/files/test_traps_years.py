"""The traps across the two published years (48 to 51): lines are never joined and an old year is never rated again."""

from collections import Counter

import pytest

from model.rating import Origin, rating_of
from papers import Paper, read


@pytest.mark.parametrize(
    ("reference", "plans"),
    [
        *[("A/R.6.201", [-107, -180]), ("A/R.6.202", [-619, -30])],
        *[("A/R.7.105", [-10, -150]), ("A/R.7.106", [125, -1400])],
    ],
)
def test_a_reference_used_again_is_another_saving(older: Paper, newer: Paper, reference: str, plans: list[int]) -> None:
    """Trap 48."""
    assert [*read(older[reference], "plan_total"), *read(newer[reference], "plan_total")] == plans
    assert older[reference].title != newer[reference].title


def test_a_programme_under_a_new_title_keeps_each_years_own(older: Paper, newer: Paper) -> None:
    """Trap 49."""
    assert read(older["A/R.6.114"], "plan_total") == [-2381]
    assert read(newer["A/R.6.114"], "plan_total") == [-250]
    assert older["A/R.6.114"].title != newer["A/R.6.114"].title


def test_lines_that_look_alike_keep_their_own_references(older: Paper, newer: Paper) -> None:
    """Trap 50."""
    assert {older["A/R.6.210"].title, older["A/R.6.234"].title}.isdisjoint({newer["A/R.6.270"].title})
    shared = {saving.reference for saving in older.year} & {saving.reference for saving in newer.year}
    assert shared == {"A/R.6.114", "A/R.6.201", "A/R.6.202", "A/R.7.105", "A/R.7.106"}


def test_the_ratings_of_2017_18_stay_judged(older: Paper) -> None:
    """Trap 51."""
    assert older.year.scheme is None
    ratings = [rating_of(saving, older.year.scheme) for saving in older.year]
    assert {rating.origin for rating in ratings} == {Origin.JUDGED}
    assert Counter(rating.name for rating in ratings) == {"Green": 40, "Red": 24, "Amber": 2, "": 1}
    by_rating = {name: [s.variance for s in older.year if s.rating_printed == name] for name in ("Red", "Amber")}
    assert min(variance or 0 for variance in by_rating["Red"]) == 37
    assert sorted(variance or 0 for variance in by_rating["Amber"]) == [17, 30]
