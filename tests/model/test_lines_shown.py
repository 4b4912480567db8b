"""Which lines a filter lets through, and their order: by value, blanks last."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from builders import a_saving, a_year
from model.lines_shown import (
    UNRATED,
    Filter,
    Marks,
    Sorting,
    lines_shown,
    next_line,
    rating_label,
    rating_order,
)
from model.rag_key import built_in_schemes
from model.saving import Direction
from model.year import Year

SCHEME = built_in_schemes()[0]
ALL = Filter()
UNSORTED = Sorting()
NO_MARKS = Marks()


def a_varied_year() -> Year:
    """Five lines that differ in what a filter and a sorting look at."""
    return a_year(
        a_saving("A/R.6.210", plan=(-375,) * 4, forecast=(-375,) * 4, committee="Adults, C&YP", complete=True),
        a_saving("A/R.6.101", plan=(-375,) * 4, forecast=(0,) * 4, committee="Adults", direction=Direction.WORSENING),
        a_saving("B/R.6.001", plan=(-25,) * 4, forecast=(-15,) * 4, committee="C&YP", direction=Direction.IMPROVING),
        a_saving("B/R.6.002", plan=(0,) * 4, forecast=(0,) * 4, commentary="Ärger in the Café"),
        a_saving("C/R.6.003", plan=(None,) * 4, forecast=(None,) * 4, other={"Owner": "J. Smith"}),
        scheme=SCHEME,
    )


def shown(wanted: Filter = ALL, sorting: Sorting = UNSORTED, marks: Marks = NO_MARKS) -> list[int]:
    """The lines of the varied year that are shown."""
    return lines_shown(a_varied_year(), wanted, sorting, marks)


def test_the_default_shows_every_line_in_the_trackers_order() -> None:
    assert shown() == [0, 1, 2, 3, 4]
    assert not ALL.is_on
    assert Filter(text="x").is_on


def test_text_is_found_in_any_field_whatever_its_case() -> None:
    assert shown(Filter(text="CAFÉ")) == [3]
    assert shown(Filter(text="j. smith")) == [4]
    assert shown(Filter(text="a/r.6")) == [0, 1]
    assert shown(Filter(text="amber")) == [2]


def test_a_phrase_is_found_as_it_stands_whatever_its_spaces() -> None:
    assert shown(Filter(text="in  the café")) == [3]
    assert shown(Filter(text="ärger café")) == []
    assert shown(Filter(text="café j. smith")) == []


def test_a_figure_is_found_with_either_minus() -> None:
    assert shown(Filter(text="-1,500")) == [0, 1]
    assert shown(Filter(text="−1,500")) == [0, 1]


def test_a_line_of_two_committees_belongs_to_both() -> None:
    assert shown(Filter(committee="Adults")) == [0, 1]
    assert shown(Filter(committee="C&YP")) == [0, 2]


def test_ratings_are_chosen_together_and_none_has_a_word() -> None:
    assert shown(Filter(ratings=frozenset({"Green", "Black"}))) == [0, 1]
    assert shown(Filter(ratings=frozenset({UNRATED}))) == [3, 4]


def test_only_findings_and_only_changed_go_by_their_marks() -> None:
    marks = Marks(findings=frozenset({1, 2}), changed=frozenset({2, 3}))
    assert shown(Filter(only_findings=True), marks=marks) == [1, 2]
    assert shown(Filter(only_changed=True), marks=marks) == [2, 3]
    assert shown(Filter(only_findings=True, only_changed=True), marks=marks) == [2]


def test_amounts_sort_by_value_and_blanks_come_last_either_way() -> None:
    assert shown(sorting=Sorting("forecast_total")) == [0, 2, 1, 3, 4]
    assert shown(sorting=Sorting("forecast_total", descending=True)) == [1, 3, 2, 0, 4]


def test_ratings_sort_by_how_bad_they_are() -> None:
    assert shown(sorting=Sorting("rating")) == [1, 2, 0, 3, 4]


def test_directions_flags_and_words_sort_as_an_officer_reads_them() -> None:
    assert shown(sorting=Sorting("direction"))[:2] == [1, 2]
    assert shown(sorting=Sorting("complete")) == [0, 1, 2, 3, 4]
    assert shown(sorting=Sorting("reference")) == [1, 0, 2, 3, 4]
    assert shown(sorting=Sorting("other:Owner"))[0] == 4


@given(st.lists(st.none() | st.integers(-(10**6), 10**6), min_size=1, max_size=30))
def test_sorting_agrees_with_the_figures(figures: list[int | None]) -> None:
    year = a_year(*(a_saving(forecast=(figure, None, None, None)) for figure in figures))
    order = lines_shown(year, ALL, Sorting("forecast_q1"), NO_MARKS)
    filled = [figure for line in order if (figure := year.savings[line].forecast_q1) is not None]
    assert filled == sorted(filled)
    assert sorted(order) == list(range(len(figures)))
    assert all(year.savings[line].forecast_q1 is None for line in order[len(filled) :])


def test_ratings_are_offered_in_the_keys_order() -> None:
    assert rating_order(["", "Blue", "Needs a decision", "Red"]) == ["Red", "Blue", "Needs a decision", ""]
    assert rating_label("") == UNRATED


def test_the_next_marked_line_follows_the_order_shown_and_starts_again_at_the_top() -> None:
    marked = frozenset({3, 1})
    assert next_line([4, 3, 2, 1], 4, marked) == 3
    assert next_line([4, 3, 2, 1], 3, marked) == 1
    assert next_line([4, 3, 2, 1], 1, marked) == 3
    assert next_line([4, 2], None, marked) is None


def test_a_mixed_column_of_the_councils_own_sorts_figures_before_words() -> None:
    year = a_year(*(a_saving(other={"Risk": value}) for value in ("high", Decimal(3), "", Decimal(-1))))
    assert lines_shown(year, ALL, Sorting("other:Risk"), NO_MARKS) == [3, 1, 0, 2]
