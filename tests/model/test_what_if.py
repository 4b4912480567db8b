"""A year under another year's RAG scheme: what it would change, exactly, and that it changes nothing."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from builders import A_SCHEME, a_saving, a_year
from model.clipboard import text_from_block
from model.files.reading import read_year
from model.rag import GREEN
from model.what_if import Count, Supposed, Wanted, WhatIf, what_if

ALL = Wanted()
LATE = a_saving("A/R.6.101", plan=(-25,) * 4, forecast=(-25, -25, -25, 0), rating_printed="Red")
LOST = a_saving("A/R.6.102", plan=(-25,) * 4, forecast=(0,) * 4, rating_printed="Red", title="Lost & gone")
ON_PLAN = a_saving("A/R.6.103", rating_printed="Green")
ZERO = a_saving("A/R.6.104", plan=(0,) * 4, forecast=(0,) * 4, rating_printed="0")


def supposed() -> WhatIf:
    return what_if(a_year(LATE, LOST, ON_PLAN, ZERO, year="2017-18"), A_SCHEME)


def references(rows: tuple[Supposed, ...]) -> list[str]:
    return [row.saving.reference for row in rows]


def test_each_line_has_its_rating_both_ways_and_why() -> None:
    late, lost, on_plan, zero = supposed().rows
    assert (late.stands, late.supposed, late.changed) == ("Red", "Amber", True)
    assert late.why.startswith("£25k short of £100k is 25.00%: Amber, as it is £500k or less and 19% or more.")
    assert (late.figures, late.percent) == ((Decimal(-100), Decimal(-75), Decimal(25)), Decimal("25.00"))
    assert (lost.stands, lost.supposed, lost.why) == ("Red", "Black", "Nothing of £100k is forecast: Black.")
    assert (on_plan.changed, on_plan.has_variance) == (False, False)
    assert (zero.stands, zero.supposed, zero.percent) == ("", "", None)


def test_the_view_says_what_it_is_not() -> None:
    assert supposed().title == "What if: 2017-18 under the key of 2020-21 – not the council's ratings"


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"year": "2017-18", "title": "Savings"}, "2017-18"),
        ({"title": "Savings", "period": "May"}, "Savings, May"),
        ({"title": "", "source": "old.csv"}, "old.csv"),
        ({"title": ""}, "This tracker"),
    ],
)
def test_a_year_without_a_name_is_called_by_what_there_is(more: dict[str, Any], name: str) -> None:
    assert what_if(a_year(**more), A_SCHEME).year_name == name


def test_the_counts_are_told_in_the_order_of_the_key() -> None:
    expected = (Count("Red", 2, 0), Count("Amber", 0, 1), Count(GREEN, 1, 1), Count("Black", 0, 1), Count("", 1, 1))
    assert supposed().counts == expected


@pytest.mark.parametrize(
    ("savings", "sentence"),
    [
        ((), "No line with a variance would be rated otherwise."),
        ((LATE,), "The only line with a variance would be rated otherwise."),
        ((ON_PLAN,), "No line with a variance would be rated otherwise; no line without one."),
        (
            (LATE, LOST, ON_PLAN, ZERO),
            "2 of the 2 lines with a variance would be rated otherwise; none of the 2 lines without one.",
        ),
    ],
)
def test_how_many_lines_would_change_is_said_in_a_sentence(savings: tuple[object, ...], sentence: str) -> None:
    assert what_if(a_year(*savings), A_SCHEME).sentence == sentence  # type: ignore[arg-type]


def test_lines_are_found_by_their_words_and_by_whether_they_change() -> None:
    whole = supposed()
    assert whole.shown(ALL) == whole.rows
    assert references(whole.shown(Wanted(only_changed=True))) == ["A/R.6.101", "A/R.6.102"]
    assert references(whole.shown(Wanted(text="gone LOST"))) == ["A/R.6.102"]
    assert references(whole.shown(Wanted(only_changed=True, text="amber"))) == ["A/R.6.101"]


def test_a_copy_carries_the_label_and_figures_as_figures() -> None:
    whole = supposed()
    block = whole.block(whole.shown(Wanted(text="lost")))
    assert block[0] == (whole.title, *[""] * 9)
    assert block[1][6:9] == ("Rating as it stands", "Under the key of 2020-21", "Changed")
    assert block[2][2:9] == (Decimal(-100), Decimal(0), Decimal(100), Decimal("100.00"), "Red", "Black", "Changed")
    assert whole.block(whole.rows)[4][8] == ""
    assert text_from_block(block).splitlines()[2].startswith("A/R.6.102\tLost & gone\t-100\t0\t100\t100\tRed\tBlack")


def test_an_override_stands_and_the_other_scheme_is_not_told_of_it() -> None:
    overridden = LATE.but(override="Green", override_reason="Agreed")
    (row,) = what_if(a_year(overridden, scheme=A_SCHEME), A_SCHEME).rows
    assert (row.stands, row.supposed) == ("Green", "Amber")
    assert "Overridden" not in row.why


@pytest.mark.published
def test_2017_18_under_the_key_of_2020_21_changes_25_of_its_30_lines_with_a_variance(published: Path) -> None:
    old, new = (read_year(published / f"savings-tracker-{year}.txt") for year in ("2017-18", "2020-21"))
    assert new.scheme is not None
    whole = what_if(old, new.scheme)
    varying = [row for row in whole.rows if row.has_variance]
    assert (len(varying), sum(row.changed for row in varying)) == (30, 25)
    told = "25 of the 30 lines with a variance would be rated otherwise; none of the 37 lines without one."
    assert whole.sentence == told
    assert {count.rating: (count.stand, count.supposed) for count in whole.counts} == {
        "Red": (24, 4),
        "Amber": (2, 14),
        "Green": (40, 37),
        "Black": (0, 8),
        "Blue": (0, 3),
        "": (1, 1),
    }
    assert {row.saving.rating_printed for row in whole.rows} == {saving.rating_printed for saving in old}
    assert not any(row.changed for row in what_if(new, new.scheme).rows)
