"""How good earlier forecasts were."""

from decimal import Decimal

from builders import Amounts, a_saving
from model.saving import Figure, Saving
from model.years import KnownTracker
from model.years.forecasts import earlier_forecasts
from year_folders import known, table


def line(reference: str, *forecast: int | None) -> Saving:
    """A line that forecasts these quarters."""
    quarters: Amounts = forecast
    return a_saving(reference, forecast=quarters)


def at(period: str, *lines: Saving) -> KnownTracker:
    """A tracker of 2020-21."""
    return known(*lines, period=period)


def whole(*amounts: Figure) -> tuple[int | None, ...]:
    """Whole amounts in £000, to compare."""
    return tuple(None if amount is None else int(amount) for amount in amounts)


def test_each_quarters_forecast_is_held_against_the_last_known_figures() -> None:
    long = table(
        at("Q1", line("A", -25, -25, -25, -25), line("B", -10, -10, -10, -10)),
        at("month 6", line("A", -20, -25, -25, -25), line("B", -10, -10, -10, -10)),
        at("month 7", line("A", 0, 0, 0, 0)),
        at("Outturn", line("A", -20, -20, -20, -20), line("B", -15, -15, -10, -10)),
    )
    first, second = earlier_forecasts(long)
    assert (first.quarter, first.earlier_period, first.later_period, first.is_outturn) == (1, "Q1", "Outturn", True)
    assert whole(first.then, first.last, first.moved, first.missed) == (-140, -130, 10, 30)
    assert (first.percent, first.right) == (Decimal("7.14"), 0)
    assert [(one.reference, *whole(one.then, one.last, one.moved)) for one in first.lines] == [
        ("A", -100, -80, 20),
        ("B", -40, -50, -10),
    ]
    assert (second.quarter, second.earlier_period, *whole(second.moved, second.missed)) == (2, "month 6", 5, 25)


def test_the_last_tracker_of_a_year_is_not_held_against_itself() -> None:
    assert earlier_forecasts(table(at("Q1", line("A", -1, -1, -1, -1)))) == ()
    long = table(at("Q1", line("A", -1, -1, -1, -1)), known(line("A", 0, 0, 0, 0), year="2021-22", period="Q1"))
    assert earlier_forecasts(long) == ()


def test_before_the_years_end_the_later_figures_are_a_forecast_too() -> None:
    (found,) = earlier_forecasts(table(at("Q1", line("A", -1, -1, -1, -1)), at("Q2", line("A", -1, -1, -1, -1))))
    assert not found.is_outturn
    assert (found.right, found.left_out) == (1, "")


def test_a_tracker_without_a_period_says_nothing_of_any_quarter() -> None:
    long = table(
        at("Q1", line("A", -1, -1, -1, -1)), at("Q2", line("A", -2, -1, -1, -1)), at("", line("A", 0, 0, 0, 0))
    )
    (found,) = earlier_forecasts(long)
    assert (found.quarter, found.later_period, *whole(found.moved)) == (1, "Q2", -1)


def test_lines_that_only_one_of_them_has_are_told_and_not_summed() -> None:
    (found,) = earlier_forecasts(
        table(
            at("Q1", line("A", -1, 0, 0, 0), line("gone", -9, 0, 0, 0)),
            at("Q2", line("new", -7, 0, 0, 0), line("a ", -1, 0, 0, 0)),
        )
    )
    alone = [(one.reference, *whole(one.then, one.last)) for one in (*found.only_earlier, *found.only_later)]
    assert alone == [("gone", -9, None), ("new", None, -7)]
    assert whole(found.then, found.last, found.all_then, found.all_last) == (-1, -1, -10, -8)
    assert found.left_out == (
        "Left out, as only one of the two reports has a forecast: Q1, 1 line with −9 (−10 in all); "
        "Q2, 1 line with −7 (−8 in all)."
    )


def test_a_reference_on_several_lines_goes_in_their_order_and_a_line_without_one_by_its_title() -> None:
    untitled = line("", -5, 0, 0, 0)
    (found,) = earlier_forecasts(
        table(
            at("Q1", line("A", -1, 0, 0, 0), line("A", -2, 0, 0, 0), untitled),
            at("Q2", line("A", -1, 0, 0, 0), line("A", -3, 0, 0, 0), line("A", -4, 0, 0, 0), untitled),
        )
    )
    assert [one.moved for one in found.lines] == [0, -1, 0]
    assert [one.reference for one in found.only_later] == ["A"]
    assert found.left_out.endswith("forecast: Q2, 1 line with −4 (−13 in all).")


def test_a_blank_forecast_is_in_neither_sum() -> None:
    (found,) = earlier_forecasts(
        table(
            at("Q1", line("A", *[None] * 4), line("B", -1, 0, 0, 0)),
            at("Q2", line("A", -9, 0, 0, 0), line("B", *[None] * 4)),
        )
    )
    assert [one.moved for one in found.lines] == [None, None]
    assert whole(found.then, found.last, found.missed, found.percent) == (0, 0, 0, None)
    assert found.right == 0
    assert found.left_out == (
        "Left out, as only one of the two reports has a forecast: Q1, 1 line with −1 (−1 in all); "
        "Q2, 1 line with −9 (−9 in all)."
    )
