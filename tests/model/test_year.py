"""A year at one moment: its lines, its layout, its committees."""

import pytest

from builders import a_saving, a_year
from model.year import Column, Year, committees_of


@pytest.mark.parametrize(
    ("text", "committees"),
    [
        ("Adults", ("Adults",)),
        ("Adults, C&YP", ("Adults", "C&YP")),
        ("Adults; C&YP ;", ("Adults", "C&YP")),
        ("0", ()),
        ("", ()),
        (" , ", ()),
    ],
)
def test_a_committee_cell_may_name_several(text: str, committees: tuple[str, ...]) -> None:
    assert committees_of(text) == committees


def test_a_year_lists_its_committees_once_in_alphabetical_order() -> None:
    year = a_year(a_saving(committee="C&YP"), a_saving(committee="Adults, C&YP"), a_saving(committee="0"))
    assert year.committees == ("Adults", "C&YP")


def test_lines_are_replaced_by_their_place_and_the_others_stay_the_same_objects() -> None:
    year = a_year(a_saving("A"), a_saving("B"), a_saving("C"))
    changed = year.with_savings({1: year.savings[1].but(title="Another")})
    assert [saving.title for saving in changed] == ["A saving", "Another", "A saving"]
    assert changed.savings[0] is year.savings[0]
    assert [saving.title for saving in year] == ["A saving"] * 3


def test_a_year_knows_which_fields_it_prints() -> None:
    year = a_year(layout=(Column("rating", "RAG"), Column("other:Lead", "Lead")))
    assert year.has("rating")
    assert year.has("other:Lead")
    assert not year.has("percent")


@pytest.mark.parametrize(
    ("column", "known", "short"),
    [
        (Column("forecast_q1", "Latest forecast Q1"), True, "Q1"),
        (Column("reference", "Ref"), True, "Reference"),
        (Column("other:Lead officer", "Lead officer"), False, "Lead officer"),
    ],
)
def test_a_column_has_a_short_heading(column: Column, known: bool, short: str) -> None:
    assert (column.known, column.short) == (known, short)


def test_a_period_that_the_title_holds_already_is_not_named_twice() -> None:
    assert Year(title="Savings Tracker 2020-21", period="Quarter 1").name == "Savings Tracker 2020-21, Quarter 1"
    assert Year(title="Tracker as at October 2017", period="as at October 2017").name == "Tracker as at October 2017"
    assert Year(title="Tracker").name == "Tracker"
    assert Year().name == ""
