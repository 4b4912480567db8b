"""What differs between two trackers, line by line, in words."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import A_SCHEME, a_saving, a_year, amounts
from model.comparison import Row, RowKind, Show, Side, Wanted, Word
from model.lineage import Lineage, Match, State, Verdict, lineage
from model.saving import Direction, Saving
from model.year import Column, Year
from two_trackers import compared, decided, quarter, row_of

SAVINGS = st.builds(
    a_saving,
    reference=st.sampled_from(["A/1", "A/2", "A/3", "A/4", ""]),
    forecast=st.tuples(*[st.sampled_from([None, 0, -25, -24, 10])] * 4),
    commentary=st.sampled_from(["", "0", "On track", "Late"]),
    rating_printed=st.sampled_from([None, "", "Green", "Red"]),
)
YEARS = st.lists(SAVINGS, max_size=6)


def one(before: Saving, after: Saving, **more: Any) -> Any:
    """The only row of two trackers with one line each."""
    return compared(quarter(1, before, **more), quarter(2, after, **more)).rows[0]


def told(row: Row) -> dict[str, tuple[str, str, str]]:
    """What differs on a row: word, earlier text, later text."""
    return {key: (found.word.value, found.earlier, found.later) for key, found in row.differences.items()}


def test_a_line_that_did_not_change_is_the_same() -> None:
    row = one(a_saving(), a_saving())

    assert (row.kind, row.differences, row.forecast_moved) == (RowKind.SAME, {}, 0)


def test_a_forecast_that_moved_is_told_with_all_that_follows_from_it() -> None:
    row = one(a_saving(), a_saving(forecast=(-25, -25, -25, 0)), scheme=A_SCHEME)

    assert row.kind is RowKind.CHANGED
    assert told(row) == {
        "forecast_total": ("changed", "−100", "−75"),
        "variance": ("worse", "0", "25"),
        "percent": ("changed", "0.00", "25.00"),
        "rating": ("worse", "Green", "Amber"),
        "forecast_q4": ("changed", "−25", "0"),
    }
    assert row.forecast_moved == 25
    assert row.rating_moved is Word.WORSE
    assert row.difference("plan_total") is None


def test_less_variance_and_a_better_rating_are_better() -> None:
    row = one(a_saving(forecast=(-25, -25, -25, 0)), a_saving(), scheme=A_SCHEME)

    assert (told(row)["variance"][0], told(row)["rating"][0], row.rating_moved) == ("better", "better", Word.BETTER)


def test_blank_and_nought_differ() -> None:
    row = one(a_saving(investment_planned=None), a_saving(investment_planned=amounts([0])[0]))

    assert told(row) == {"investment_planned": ("was blank", "", "0")}
    back = one(a_saving(investment_planned=amounts([0])[0]), a_saving(investment_planned=None))
    assert told(back) == {"investment_planned": ("now blank", "0", "")}


def test_a_text_of_nought_is_as_good_as_none() -> None:
    assert one(a_saving(links="0"), a_saving(links="")).differences == {}


def test_what_is_shown_alike_does_not_differ() -> None:
    printed = a_saving(plan_total_printed=amounts([-100])[0], variance_printed=amounts([0])[0])

    assert one(printed, a_saving()).kind is RowKind.SAME


def test_what_could_not_be_read_is_compared_as_it_stands() -> None:
    row = one(a_saving(), a_saving(forecast=(-25, -25, -25, None), unread={"forecast_q4": "tbc", "rating": "Purple"}))

    assert told(row)["forecast_q4"] == ("changed", "−25", "tbc")
    assert told(row)["rating"] == ("was blank", "", "Purple")
    assert row.text(Side.LATER, "rating") == "Purple"


def test_a_variance_that_could_not_be_read_is_neither_worse_nor_better() -> None:
    blank = a_saving(forecast=(None,) * 4, unread={"variance": "tbc"})

    assert told(one(a_saving(), blank))["variance"] == ("changed", "0", "tbc")


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("Green", "Red", Word.WORSE),
        ("Red", "Black", Word.WORSE),
        ("Blue", "Green", Word.WORSE),
        ("GREEN", "red", Word.WORSE),
        ("RED", "Red", None),
        ("Amber", "Green", Word.BETTER),
        ("Black", "Red", Word.BETTER),
        ("Green", "Green", None),
        ("", "Red", None),
        ("Red", "", None),
        ("Red", "Purple", None),
    ],
)
def test_ratings_get_worse_or_better_by_their_severity(before: str, after: str, moved: Word | None) -> None:
    assert one(a_saving(rating_printed=before), a_saving(rating_printed=after)).rating_moved is moved


def test_a_rating_that_is_no_rating_only_changed() -> None:
    assert told(one(a_saving(rating_printed="Red"), a_saving(rating_printed="Purple")))["rating"][0] == "changed"


def test_directions_flags_and_columns_of_no_known_name_are_compared() -> None:
    row = one(
        a_saving(direction=Direction.IMPROVING, complete=False, other={"Owner": "Finance"}),
        a_saving(direction=Direction.WORSENING, complete=True, other={"Owner": "Health"}),
        layout=(*a_year().layout, a_column("Owner")),
    )

    assert told(row) == {
        "direction": ("changed", "↑", "↓"),
        "complete": ("changed", "No", "Yes"),
        "other:Owner": ("changed", "Finance", "Health"),
    }


def a_column(heading: str) -> Column:
    """A column that the program does not know."""
    return Column(f"other:{heading}", heading)


def test_a_new_saving_and_one_that_is_gone_stand_on_one_side() -> None:
    comparison = compared(quarter(1, a_saving("A/1"), a_saving("A/2")), quarter(2, a_saving("A/2"), a_saving("A/3")))

    found: list[Any] = [(row.reference, row.kind.value, row.forecast_moved) for row in comparison.rows]
    assert found == [
        ("A/1", "gone", 100),
        ("A/2", "same", 0),
        ("A/3", "new", -100),
    ]
    assert [row.text(Side.EARLIER, "reference") for row in comparison.rows] == ["A/1", "A/2", ""]
    assert [row.text(Side.LATER, "plan_total") for row in comparison.rows] == ["", "−100", "−100"]


def test_what_is_gone_stands_where_it_stood() -> None:
    earlier = quarter(1, *(a_saving(f"A/{number}") for number in (1, 2, 3, 4, 5)))
    later = quarter(2, a_saving("A/4"), a_saving("A/6"), a_saving("A/2"))

    assert [row.reference for row in compared(earlier, later).rows] == ["A/1", "A/4", "A/5", "A/6", "A/2", "A/3"]


def test_a_forecast_that_was_blank_moves_the_total_by_what_it_is_now() -> None:
    blank = (None,) * 4

    assert one(a_saving(forecast=blank), a_saving()).forecast_moved == -100
    assert one(a_saving(forecast=blank), a_saving(forecast=blank)).forecast_moved is None


def test_the_direction_is_computed_from_the_two_periods() -> None:
    row = one(a_saving(), a_saving(forecast=(-25, -25, -25, -20)))

    assert row.travelled() is Direction.WORSENING
    assert row.travelled(Decimal(5)) is Direction.NO_CHANGE
    new = compared(quarter(1), quarter(2, a_saving())).rows[0]
    assert (new.title, new.committee) == ("A saving", "")
    assert new.travelled() is None
    assert compared(quarter(1, a_saving(), year="2019-20"), quarter(2, a_saving())).rows[0].travelled() is None


def test_a_reference_that_another_saving_may_have_is_asked_about_and_nothing_is_said_of_it() -> None:
    before = a_saving("A/1", title="Respite beds", rating_printed="Green")
    after = a_saving("A/1", title="Library fines", rating_printed="Red", forecast=(0, 0, 0, 0))
    row = compared(quarter(1, before, year="2019-20"), quarter(2, after)).rows[0]

    assert row.asked
    assert row.question.startswith("Is this the same saving? Same reference; titles ")
    assert (row.kind, row.rating_moved, row.forecast_moved) == (RowKind.CHANGED, None, None)
    assert told(row)["variance"][0] == told(row)["rating"][0] == "changed"


def test_a_line_that_is_sure_is_not_asked_about() -> None:
    row = one(a_saving(), a_saving())

    assert (row.asked, row.question) == (False, "")


def test_a_saving_that_was_split_is_compared_by_its_words_alone() -> None:
    earlier = quarter(1, a_saving("A/1", title="Beds", committee="Adults"))
    half = (-12, -13, -12, -13)
    parts = [a_saving(f"A/{number}", half, half, title="Beds", commentary="New.") for number in (1, 2)]
    later = quarter(2, *parts)
    said = decided(earlier, later, ("A/1", "A/1", Verdict.SPLIT), ("A/1", "A/2", Verdict.SPLIT))
    comparison = compared(earlier, later, lineage(earlier, later, said))

    assert [row.kind for row in comparison.rows] == [RowKind.SPLIT, RowKind.SPLIT]
    assert set(comparison.rows[0].differences) == {"commentary", "committee"}
    assert comparison.rows[0].forecast_moved is None
    assert comparison.rows[0].travelled() is None
    assert comparison.counts[Show.CHANGED] == 2
    assert comparison.totals_of(comparison.rows, Side.EARLIER).plan_total == -100
    assert comparison.totals_of(comparison.rows, Side.LATER).plan_total == -100


def test_savings_that_were_joined_stand_on_two_rows_of_one() -> None:
    earlier = quarter(1, a_saving("A/1", title="Beds"), a_saving("A/2", title="Beds"))
    later = quarter(2, a_saving("A/1", title="Beds"))
    said = decided(earlier, later, ("A/1", "A/1", Verdict.JOINED), ("A/2", "A/1", Verdict.JOINED))
    rows = compared(earlier, later, lineage(earlier, later, said)).rows

    assert [row.kind for row in rows] == [RowKind.JOINED, RowKind.JOINED]
    assert [row.text(Side.EARLIER, "reference") for row in rows] == ["A/1", "A/2"]


def test_a_part_of_which_the_rest_is_not_there_yet_is_no_whole_either() -> None:
    earlier, later = quarter(1, a_saving("A/1", title="Beds")), quarter(2, a_saving("A/2", title="Fees"))
    said = decided(earlier, later, ("A/1", "A/2", Verdict.SPLIT))

    assert [row.kind for row in compared(earlier, later, lineage(earlier, later, said)).rows] == [RowKind.SPLIT]


@given(savings=YEARS)
def test_a_tracker_does_not_differ_from_itself(savings: list[Saving]) -> None:
    year = quarter(1, *savings)
    comparison = compared(year, year)

    assert all(row.kind in (RowKind.SAME, RowKind.NEW, RowKind.GONE) for row in comparison.rows)
    assert comparison.counts[Show.CHANGED] == 0
    assert set(comparison.totals_moved.values()) <= {None, amounts([0])[0]} if comparison.totals_moved else False


@given(before=YEARS, after=YEARS)
def test_the_other_way_round_new_and_gone_change_places(before: list[Saving], after: list[Saving]) -> None:
    earlier, later = quarter(1, *before), quarter(2, *after)
    there, back = compared(earlier, later), compared(later, earlier)

    assert there.counts[Show.NEW] == back.counts[Show.GONE]
    assert there.counts[Show.GONE] == back.counts[Show.NEW]
    assert there.counts[Show.WORSE] == back.counts[Show.BETTER]
    assert there.counts[Show.CHANGED] == back.counts[Show.CHANGED]


@given(before=YEARS, after=YEARS)
def test_every_line_of_both_stands_on_a_row(before: list[Saving], after: list[Saving]) -> None:
    comparison = compared(quarter(1, *before), quarter(2, *after))

    assert {row.earlier.line for row in comparison.rows if row.earlier} == set(range(len(before)))
    assert {row.later.line for row in comparison.rows if row.later} == set(range(len(after)))
    assert [row.number for row in comparison.rows] == list(range(len(comparison.rows)))
    assert comparison.rows_shown(Wanted()) == comparison.rows


def test_suggestions_are_given_for_a_row_of_one_side() -> None:
    earlier = quarter(1, a_saving("A/1", title="Beds"), a_saving("A/8", title="Fees"))
    later = quarter(2, a_saving("A/9", title="Beds"), a_saving("A/8", title="Fees"))
    comparison = compared(earlier, later, suggesting(earlier, later))

    assert [match.later for match in comparison.suggested_for(row_of(comparison, "A/1"))] == [0]
    assert [match.earlier for match in comparison.suggested_for(row_of(comparison, "A/9"))] == [0]
    assert comparison.suggested_for(row_of(comparison, "A/8")) == ()


def suggesting(earlier: Year, later: Year) -> Lineage:
    """A lineage that suggests that the first lines of two trackers are one saving."""
    found = lineage(earlier, later)
    evidence = found.matches[0].evidence
    return replace(found, suggestions=(Match(0, 0, evidence, State.SUGGESTED),))
