"""Totals: exact, in any order, and after any edit."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from builders import A_SCHEME, a_saving, a_year, figures
from model.saving import Saving
from model.totals import Totals

AMOUNTS = st.one_of(st.none(), st.decimals(-5000, 5000, places=2))
SAVINGS = st.builds(
    lambda plan, forecast, printed: a_saving(plan=plan, forecast=forecast, forecast_total_printed=printed),
    st.lists(AMOUNTS, min_size=4, max_size=4),
    st.lists(AMOUNTS, min_size=4, max_size=4),
    AMOUNTS,
)


@given(st.lists(SAVINGS, max_size=8).flatmap(lambda lines: st.tuples(st.just(lines), st.permutations(lines))))
def test_totals_are_the_same_in_any_order(orders: tuple[list[Saving], list[Saving]]) -> None:
    one, other = (Totals(lines, A_SCHEME) for lines in orders)
    assert one.as_figures() == other.as_figures()
    assert one.ratings == other.ratings


@given(st.lists(SAVINGS, min_size=1, max_size=8), st.data())
def test_a_line_taken_out_again_leaves_no_trace(lines: list[Saving], data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(lines))
    totals = Totals(lines, A_SCHEME)
    totals.remove(gone)
    rest = list(lines)
    rest.remove(gone)
    assert totals.as_figures() == Totals(rest, A_SCHEME).as_figures()
    assert +totals.ratings == +Totals(rest, A_SCHEME).ratings
    assert totals.lines == len(rest)


@given(st.lists(SAVINGS, max_size=8))
def test_a_total_is_the_sum_of_its_column(lines: list[Saving]) -> None:
    totals = Totals(lines)
    for key, total in totals.as_figures().items():
        filled = [amount for saving in lines if isinstance(amount := saving.value(key), Decimal)]
        assert total == (sum(filled) if filled else None)


def test_a_column_without_a_figure_has_no_total_and_one_of_zeros_has_zero() -> None:
    totals = Totals([a_saving(forecast=(None, 0, None, None)), a_saving(forecast=(None, 0, 5, -5))])
    assert totals.forecast == figures(None, 0, 5, -5)
    assert totals["investment_actual"] is None


def test_totals_of_nothing_are_blank() -> None:
    totals = Totals()
    assert (totals.lines, totals.plan_total, totals.forecast_total, totals.variance) == (0, None, None, None)
    assert totals.plan == (None,) * 4
    assert not totals.ratings


def test_totals_use_the_figures_that_stand_and_not_those_that_are_due() -> None:
    totals = Totals([a_saving(plan=(-5, -5, -5, -6), plan_total_printed=Decimal(21), variance_printed=Decimal(3))])
    assert (totals.plan_total, *totals.plan, totals.variance) == figures(21, -5, -5, -5, -6, 3)


def test_ratings_are_counted_as_they_stand() -> None:
    year = a_year(a_saving(rating_printed="Red"), a_saving(), a_saving(forecast=(0,) * 4), a_saving(override="Red"))
    assert Totals(year, A_SCHEME).ratings == {"Red": 2, "Green": 1, "Black": 1}
    assert Totals(year).ratings == {"Red": 2, "": 2}
