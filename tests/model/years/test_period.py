"""The period that a tracker's words speak of."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.years.period import NO_PERIOD, Period, financial_year, period_in, year_in_name


@pytest.mark.parametrize(
    ("text", "year", "month", "quarters"),
    [
        ("Quarter 1", "", 3, 1),
        ("quarter four", "", 12, 4),
        ("Third quarter", "", 9, 3),
        ("Savings_tracker_2018-19_Q2", "", 6, 2),
        ("month 5", "", 5, 1),
        ("M05", "", 5, 1),
        ("Period 13", "2017-18", 13, 4),
        ("as at October 2017", "2017-18", 7, 2),
        ("as at OCTOBER", "2017-18", 7, 2),
        ("as at September 2017", "", 6, 2),
        ("as at August 2017", "2017-18", 5, 1),
        ("as at March 2018", "2017-18", 12, 4),
        ("as at February 2017", "2017-18", 0, 0),
        ("as at May 2018", "2017-18", 13, 4),
        ("Oct17", "", 7, 2),
        ("Forecast outturn as at Dec 2017", "2017-18", 9, 3),
        ("Outturn", "", 13, 4),
        ("Mid-year review", "2017-18", 6, 2),
        ("Half year outturn", "", 6, 2),
        ("year-end", "", 13, 4),
        ("End of year position", "", 13, 4),
        ("quarter ending 30 June 2020", "2020-21", 3, 1),
        ("3 months to 31 December 2020", "2020-21", 9, 3),
        ("as at Month 10 (January 2018)", "2017-18", 10, 3),
        ("201810", "", 7, 2),
        ("tracker 2018-10", "", 7, 2),
        ("tracker 20181031", "", 7, 2),
    ],
)
def test_a_period_is_the_month_of_the_financial_year_and_the_quarters_that_have_ended(
    text: str, year: str, month: int, quarters: int
) -> None:
    period = period_in(text, year)
    assert (period.month, period.quarters) == (month, quarters)


@pytest.mark.parametrize(
    ("text", "year", "day", "quarters"),
    [
        ("as at 15 September 2017", "", 15, 1),
        ("as at 29/09/2017", "", 29, 1),
        ("as at 30 September 2017", "", 31, 2),
        ("as at 30.9.17", "", 31, 2),
        ("as at 1st of October 2017", "", 1, 2),
        ("28 February", "2018-19", 31, 3),
        ("28 February", "2019-20", 28, 3),
        ("29 February", "2019-20", 31, 3),
        ("31 March", "", 31, 4),
        ("30 March", "", 30, 3),
    ],
)
def test_a_month_has_ended_on_its_last_day_alone(text: str, year: str, day: int, quarters: int) -> None:
    period = period_in(text, year)
    assert (period.day, period.quarters) == (day, quarters)


@pytest.mark.parametrize("text", ["", "Savings Tracker 2011-12", "Q5", "FAQ1", "month 14", "Marching on", "31/31/2017"])
def test_words_that_name_no_period_give_none(text: str) -> None:
    assert period_in(text) == NO_PERIOD
    assert NO_PERIOD.quarters is None


def test_the_words_are_those_that_say_it() -> None:
    assert period_in("Savings tracker 2018-19 Q2 final").words == "Q2"
    assert period_in("as at 3rd October 2017").words == "3rd October 2017"


def test_a_date_tells_the_financial_year_too() -> None:
    assert financial_year(period_in("as at October 2017").began) == "2017-18"
    assert financial_year(period_in("as at March 2000").began) == "1999-00"
    assert financial_year(period_in("as at March").began) == ""


def test_periods_stand_in_the_order_of_their_days_and_one_that_says_nothing_comes_last() -> None:
    texts = ["as at 2 October 2017", "Outturn", "", "Quarter 1", "as at October 2017", "month 1"]
    places = sorted((period_in(text, "2017-18") for text in texts), key=lambda period: period.place)
    assert [period.words for period in places] == [
        "month 1",
        "Quarter 1",
        "2 October 2017",
        "October 2017",
        "Outturn",
        "",
    ]


@pytest.mark.parametrize(
    ("name", "year"), [("2017-18", "2017-18"), ("Savings 17/18", "2017-18"), ("2017-10-31", ""), ("Q1 2018-20", "")]
)
def test_a_folder_may_be_named_by_a_financial_year(name: str, year: str) -> None:
    assert year_in_name(name) == year


def test_the_end_of_a_quarter_is_the_same_place_whatever_it_is_called() -> None:
    ends = {period_in(text).place for text in ("Quarter 2", "month 6", "as at 30 September 2017", "September 2017")}
    assert ends == {Period(month=6).place}


@given(st.text(alphabet="0123456789-/. qQmPasoctberfy_", max_size=24), st.sampled_from(["", "2017-18", "1999-00"]))
@example("29 February", "")
@example("99 may 99", "2017-18")
@example("2017.02.31", "")
def test_whatever_a_name_says_it_is_a_day_of_a_year_or_none(text: str, year: str) -> None:
    period = period_in(text, year)
    assert period.month is None or 0 <= period.month <= 13
    assert 1 <= period.day <= 31
    assert period.quarters in (None, 0, 1, 2, 3, 4)
