"""Plan against forecast by year, period, committee and rating."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import A_SCHEME, a_saving
from model.money import add_up
from model.totals import Totals
from model.years import read_trackers
from model.years.sums import Sum, by_committee, by_period, by_rating, by_year
from model.years.table import LongTable, long_table
from sources import ROOT
from year_folders import known, table

EXAMPLES = ROOT / "resources" / "examples"


@pytest.fixture(scope="module")
def examples() -> LongTable:
    """The two published years."""
    return long_table(read_trackers(sorted(EXAMPLES.glob("*.xlsx"))))


def figures(sums: tuple[Sum, ...]) -> list[tuple[str, str, int, int, int, int]]:
    """Year, group, lines, plan, forecast and variance in whole £000."""
    return [(s.year, s.group, s.lines, int(s.plan or 0), int(s.forecast or 0), int(s.variance or 0)) for s in sums]


def test_each_year_has_the_published_totals(examples: LongTable) -> None:
    assert figures(by_year(examples)) == [
        ("2017-18", "", 67, -20538, -16656, 3882),
        ("2020-21", "", 40, -15929, -10623, 5306),
    ]
    assert [found.percent for found in by_year(examples)] == [Decimal("18.90"), Decimal("33.31")]


def test_a_line_of_two_committees_is_in_the_sum_of_each_and_once_in_the_councils(examples: LongTable) -> None:
    assert figures(by_committee(examples)) == [
        ("2017-18", "Adults", 34, -12585, -10144, 2441),
        ("2017-18", "C&YP", 34, -8053, -6612, 1441),
        ("2020-21", "", 40, -15929, -10623, 5306),
    ]
    assert [found.shared for found in by_committee(examples)] == [1, 1, 0]


def test_each_line_is_under_the_rating_that_its_own_year_gave_it(examples: LongTable) -> None:
    assert [(s.year, s.group, s.lines) for s in by_rating(examples)] == [
        ("2017-18", "Red", 24),
        ("2017-18", "Amber", 2),
        ("2017-18", "Green", 40),
        ("2017-18", "", 1),
        ("2020-21", "Red", 3),
        ("2020-21", "Amber", 4),
        ("2020-21", "Green", 31),
        ("2020-21", "Black", 2),
    ]


def test_a_judged_year_is_not_rated_again_and_a_rated_one_is_by_its_own_scheme() -> None:
    lost = a_saving(forecast=(0, 0, 0, 0), rating_printed="Green")
    live = lost.but(rating_printed=None)
    assert [s.group for s in by_rating(table(known(lost, year="2017-18"), known(live, scheme=A_SCHEME)))] == [
        "Green",
        "Black",
    ]


def test_a_year_is_taken_as_its_last_tracker_knows_it_and_each_period_by_itself() -> None:
    long = table(
        known(a_saving(), period="Q1"),
        known(a_saving(forecast=(-25, -25, -25, None)), period="Q3"),
        known(year="2021-22"),
    )
    assert figures(by_period(long)) == [
        ("2020-21", "", 1, -100, -100, 0),
        ("2020-21", "", 1, -100, -75, 25),
    ]
    assert figures(by_year(long)) == [("2020-21", "", 1, -100, -75, 25)]
    assert [found.month for found in by_period(long)] == [3, 9]


def test_a_tracker_that_is_not_counted_is_in_no_sum() -> None:
    long = table(known(a_saving(), period="Q1", name="a"), known(a_saving(), period="Q1", name="b"))
    assert len(long.frame) == 2
    assert figures(by_period(long)) == figures(by_year(long)) == [("2020-21", "", 1, -100, -100, 0)]


def test_what_is_blank_everywhere_is_not_nought() -> None:
    long = table(known(a_saving(plan=(0, 0, 0, 0), forecast=(None,) * 4)))
    (found,) = by_year(long)
    assert (found.plan, found.forecast, found.variance, found.percent) == (Decimal(0), None, None, None)


def test_sums_are_exact() -> None:
    long = table(
        known(*(a_saving(str(n), plan=("-0.1", "-0.2", None, None), forecast=("-0.3",) * 4) for n in range(10)))
    )
    (found,) = by_year(long)
    assert (found.plan, found.forecast) == (Decimal(-3), Decimal(-12))
    assert found.percent == Decimal(-300)


@pytest.mark.parametrize(("period", "ended"), [("Q3", False), ("Q4", True), ("Outturn", True), ("", False)])
def test_what_is_known_after_the_year_is_its_outturn(period: str, ended: bool) -> None:
    (found,) = by_year(table(known(a_saving(), period=period)))
    assert found.is_outturn is ended


def test_lines_that_name_no_committee_come_after_those_that_do() -> None:
    lines = (a_saving("1", committee=""), a_saving("2", committee="Housing"), a_saving("3", committee="0"))
    assert [(s.group, s.lines) for s in by_committee(table(known(*lines)))] == [("Housing", 1), ("", 2)]


@pytest.mark.published
def test_the_published_texts_give_the_same_sums_as_the_workbooks(published: Path, examples: LongTable) -> None:
    texts = long_table(read_trackers([published]))
    for sums in (by_year, by_committee, by_rating):
        assert figures(sums(texts)) == figures(sums(examples))


AMOUNT = st.none() | st.decimals(-10_000, 10_000, places=2)
A_LINE = st.tuples(
    AMOUNT, AMOUNT, st.sampled_from(["Adults", "C&YP", ""]), st.sampled_from(["Red", "Green", "odd", ""])
)


@given(st.lists(A_LINE, min_size=1, max_size=8))
def test_each_sum_is_that_of_the_trackers_own_totals_and_of_its_parts(
    lines: list[tuple[Decimal | None, Decimal | None, str, str]],
) -> None:
    savings = [
        a_saving(str(number), (plan, *[None] * 3), (forecast, *[None] * 3), committee=committee, rating_printed=rating)
        for number, (plan, forecast, committee, rating) in enumerate(lines)
    ]
    long, totals = table(known(*savings)), Totals(savings)
    (whole,) = by_year(long)
    assert (whole.plan, whole.forecast, whole.variance) == (totals.plan_total, totals.forecast_total, totals.variance)
    for parts in (by_committee(long), by_rating(long)):
        assert sum(part.lines for part in parts) == whole.lines
        assert add_up(part.plan for part in parts) == whole.plan
        assert add_up(part.variance for part in parts) == whole.variance
