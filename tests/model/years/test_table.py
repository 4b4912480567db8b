"""The long table: one row for each line of each tracker."""

from decimal import Decimal

from builders import A_SCHEME, a_saving
from model.fields import FIELDS
from model.saving import Direction
from model.years.columns import COLUMNS, KEYS, LEFT_OUT
from year_folders import known, table


def test_it_has_the_fields_of_a_saving_but_for_description_and_links() -> None:
    assert set(KEYS) >= {field.key for field in FIELDS if field.key not in LEFT_OUT}
    assert len(KEYS) == len(set(KEYS)) == 9 + len(FIELDS) - 2
    assert len({column.heading.casefold() for column in COLUMNS}) == len(COLUMNS)


def test_each_row_says_its_tracker_and_has_exact_figures_and_blanks() -> None:
    saving = a_saving(
        plan=("-0.1", None, 0, "-1e3"),
        committee="Adults, C&YP",
        direction=Direction.NO_CHANGE,
        complete=True,
        commentary="=SUM",
        rating_printed="0",
    )
    (row,) = table(known(saving, period="as at October 2020", sheet="Sheet 1")).frame.to_dict("records")
    expected = {
        "tracker": "2020-21 as at October 2020.xlsx",
        "sheet": "Sheet 1",
        "year": "2020-21",
        "period": "October 2020",
        "month": 7,
        "quarters": 2,
        "counted": True,
        "last_known": True,
        "line": 0,
        "rating": "",
        "committee": "Adults, C&YP",
        "plan_q1": Decimal("-0.1"),
        "plan_q2": None,
        "plan_q3": Decimal(0),
        "plan_q4": Decimal(-1000),
        "plan_total": Decimal("-1000.1"),
        "plan_prior": None,
        "direction": "no change",
        "complete": True,
        "commentary": "=SUM",
    }
    assert {key: row[key] for key in expected} == expected
    assert type(row["direction"]) is str


def test_a_line_is_rated_as_its_own_tracker_rates_it() -> None:
    lost = a_saving(forecast=(0, 0, 0, 0), rating_printed="Green")
    ratings = table(
        known(lost, year="2017-18"),
        known(lost.but(rating_printed=None), scheme=A_SCHEME),
        known(lost.but(override="Amber"), scheme=A_SCHEME, year="2021-22"),
    )
    assert list(ratings.frame["rating"]) == ["Green", "Black", "Amber"]


def test_lines_that_are_not_counted_and_earlier_ones_of_their_year_say_so() -> None:
    long = table(known(a_saving(), period="Q1"), *(known(a_saving(), period="Q2", name=name) for name in "ab"))
    assert list(zip(long.frame["tracker"], long.frame["counted"], long.frame["last_known"], strict=True)) == [
        ("2020-21 Q1.xlsx", True, False),
        ("a", True, True),
        ("b", False, False),
    ]
    assert [len(long.counted), len(long.last_known)] == [2, 1]


def test_trackers_without_a_line_give_an_empty_table() -> None:
    long = table(known())
    assert list(long.frame.columns) == list(KEYS)
    assert (len(long.counted), len(long.last_known), len(long.lines().rows)) == (0, 0, 0)
