"""Two trackers as one table: columns by meaning, totals of each side, what is said of both, filters."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from builders import A_SCHEME, a_saving, a_year
from model.comparison import MEANINGS, RowKind, Show, Side, Wanted
from model.files.reading import read_year
from model.lineage import Verdict, lineage
from model.year import Column
from sources import ROOT
from two_trackers import compared, decided, published_years, quarter, row_of

EXAMPLES = ROOT / "resources" / "examples"
RATED_OTHERWISE = (
    "The ratings of 2017-18 are as judged, those of 2020-21 by the key of 2020-21: better and worse are told by their "
    "names alone."
)
FLAGGED = ["A/R.6.114", "A/R.6.201", "A/R.6.202", "A/R.7.105", "A/R.7.106"]


def test_the_columns_of_both_published_trackers_are_lined_up_by_meaning() -> None:
    columns = compared(*published_years()).columns
    printed = {side: [column.key for column in columns if side in column.sides] for side in Side}

    assert [column.key for column in columns][:10] == ["reference", "title", *MEANINGS]
    assert len(printed[Side.EARLIER]) == 21 + 1  # the percentage follows where no column prints it
    assert len(printed[Side.LATER]) == 26
    assert [(column.key, column.sides[0].value) for column in columns if column.own] == [
        ("committee", "earlier"),
        ("investment_planned_prior", "later"),
        ("investment_actual_prior", "later"),
        ("investment_actual", "later"),
        ("plan_prior", "later"),
        ("achieved_prior", "later"),
    ]
    assert [column.own for column in columns] == [False] * 21 + [True] * 6


def test_a_sides_own_columns_keep_the_headings_that_it_prints() -> None:
    earlier = quarter(1, layout=(Column("reference", "Ref"), Column("other:Owner", "Owner"), Column("other:X", "X")))
    later = quarter(2, layout=(Column("links", "Partners"), Column("other:X", "X")), scheme=A_SCHEME)
    columns = compared(earlier, later).columns

    assert [(column.heading, column.own) for column in columns] == [
        ("Reference", False),
        ("Title", False),
        ("Original Saving", False),
        ("Forecast Saving", False),
        ("Variance from Plan £000", False),
        ("% Variance", False),
        ("X", False),
        ("Owner", True),
        ("Partners", True),
        ("RAG", True),
    ]


def test_the_published_trackers_share_five_references_and_each_is_asked_about() -> None:
    comparison = compared(*published_years())

    assert [row.reference for row in comparison.rows if row.asked] == FLAGGED
    assert comparison.counts == {
        Show.CHANGED: 5,
        Show.NEW: 35,
        Show.GONE: 62,
        Show.WORSE: 0,
        Show.BETTER: 0,
        Show.ASKED: 5,
        Show.SUGGESTED: 8,
    }
    assert len(comparison.rows) == 102


def test_the_officer_confirms_one_of_them_and_rejects_the_rest() -> None:
    earlier, later = published_years()
    verdicts = [(name, name, Verdict.SAME if name == "A/R.6.114" else Verdict.NOT_SAME) for name in FLAGGED]
    comparison = compared(earlier, later, lineage(earlier, later, decided(earlier, later, *verdicts)))

    assert (comparison.counts[Show.CHANGED], comparison.counts[Show.NEW], comparison.counts[Show.GONE]) == (1, 39, 66)
    confirmed: Any = row_of(comparison, "A/R.6.114")
    assert (confirmed.asked, confirmed.forecast_moved) == (False, None)
    assert confirmed.differences["plan_total"].earlier == "−2,381"
    assert confirmed.differences["plan_total"].later == "−250"


def test_no_total_mixes_years() -> None:
    comparison = compared(*published_years())
    earlier, later = (comparison.totals[side] for side in Side)
    told = [int(later[key] or 0) for key in ("plan_total", "forecast_total", "variance")]

    assert (earlier.lines, later.lines) == (67, 40)
    assert told == [-15929, -10623, 5306]
    assert comparison.totals_moved is None
    assert comparison.names == ("2017-18", "2020-21")
    assert comparison.remarks == (
        "2017-18 and 2020-21 are two years: each has its own totals, and none is taken from the other.",
        RATED_OTHERWISE,
    )


def test_within_a_year_each_total_is_taken_from_the_other() -> None:
    earlier = quarter(1, a_saving("A/1"), a_saving("A/2", investment_planned=Decimal(5)))
    comparison = compared(earlier, quarter(2, a_saving("A/1", forecast=(-25, 0, 0, 0))))

    assert comparison.totals_moved is not None
    assert comparison.totals_moved["forecast_total"] == 175
    assert comparison.totals_moved["investment_planned"] == -5
    assert comparison.totals_moved["plan_prior"] is None


def test_what_has_to_be_said_of_two_trackers() -> None:
    first = a_year(year="2020-21", period="Quarter 1", source="a.xlsx")

    assert compared(first, replace(first, period="Quarter 2")).names == ("Quarter 1", "Quarter 2")
    assert compared(first, replace(first, period="Quarter 2")).remarks == ()
    copy = compared(first, replace(first, source="b.xlsx"))
    assert copy.names == ("a.xlsx", "b.xlsx")
    assert copy.remarks == ("Both are of 2020-21, Quarter 1: two copies of one period.",)
    assert compared(first, first).names == ("the earlier one", "the later one")
    unsaid = compared(first, replace(first, year=""))
    assert unsaid.remarks == ("One of the two does not say its year, so no total of one is taken from the other's.",)
    assert unsaid.totals_moved is None
    neither = compared(replace(first, year=""), replace(first, year=""))
    assert neither.remarks == ("Neither of the two says its year, so no total of one is taken from the other's.",)
    assert neither.totals_moved is None
    no_period = replace(first, period="")
    assert compared(no_period, no_period).remarks == ("Both are of 2020-21, and neither says of which period.",)
    backwards = compared(first, replace(first, year="2019-20"))
    assert backwards.remarks[0] == "2020-21, shown as the earlier one, is the later year."


PERIODS = (
    quarter(
        1,
        a_saving("A/1", title="Beds", rating_printed="Green"),
        a_saving("A/2", rating_printed="Red", commentary="Staff left"),
        a_saving("A/3"),
        a_saving("A/4"),
    ),
    quarter(
        2,
        a_saving("A/1", title="Beds", rating_printed="Red", forecast=(-25, -25, -25, -13)),
        a_saving("A/2", rating_printed="Amber", commentary="Staff came"),
        a_saving("A/4"),
        a_saving("A/5", title="Fees", commentary="−1,400 in all"),
    ),
)


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (Wanted(), ["A/1", "A/2", "A/3", "A/4", "A/5"]),
        (Wanted(frozenset({Show.CHANGED})), ["A/1", "A/2"]),
        (Wanted(frozenset({Show.NEW})), ["A/5"]),
        (Wanted(frozenset({Show.GONE})), ["A/3"]),
        (Wanted(frozenset({Show.NEW, Show.GONE})), ["A/3", "A/5"]),
        (Wanted(frozenset({Show.WORSE})), ["A/1"]),
        (Wanted(frozenset({Show.BETTER})), ["A/2"]),
        (Wanted(frozenset({Show.ASKED})), []),
        (Wanted(moved_more_than=Decimal(0)), ["A/1", "A/3", "A/5"]),
        (Wanted(moved_more_than=Decimal(12)), ["A/3", "A/5"]),
        (Wanted(moved_more_than=Decimal(-12)), ["A/3", "A/5"]),
        (Wanted(moved_more_than=Decimal("11.9")), ["A/1", "A/3", "A/5"]),
        (Wanted(frozenset({Show.CHANGED}), Decimal(5)), ["A/1"]),
        (Wanted(text="staff LEFT"), ["A/2"]),
        (Wanted(text="staff  came"), ["A/2"]),
        (Wanted(text="amber"), ["A/2"]),
        (Wanted(text="-1,400"), ["A/5"]),
        (Wanted(text="-88"), ["A/1"]),
        (Wanted(text="  "), ["A/1", "A/2", "A/3", "A/4", "A/5"]),
        (Wanted(text="nowhere"), []),
    ],
)
def test_rows_are_shown_as_they_are_wanted(wanted: Wanted, shown: list[str]) -> None:
    assert [row.reference for row in compared(*PERIODS).rows_shown(wanted)] == shown


def test_the_totals_of_the_rows_shown_are_of_each_side() -> None:
    comparison = compared(*PERIODS)
    rows = comparison.rows_shown(Wanted(frozenset({Show.CHANGED})))

    assert comparison.totals_of(rows, Side.EARLIER).forecast_total == -200
    assert comparison.totals_of(comparison.rows, Side.EARLIER).forecast_total == -400
    assert comparison.totals_of(rows, Side.LATER).forecast_total == -188


@pytest.mark.parametrize("year", ["2017-18", "2020-21"])
def test_one_tracker_in_two_forms_of_file_does_not_differ(year: str) -> None:
    texts, workbook = (
        read_year(EXAMPLES / folder / f"savings-tracker-{year}{form}")
        for folder, form in (("source", ".txt"), ("", ".xlsx"))
    )
    comparison = compared(texts, workbook)

    assert [row.reference for row in comparison.rows if row.kind is not RowKind.SAME] == []
    assert set(comparison.totals_moved.values()) <= {None, Decimal(0)} if comparison.totals_moved else False


def test_what_became_of_a_row_is_looked_through_where_it_is_said_in_words() -> None:
    comparison = compared(*published_years())
    found = comparison.rows_shown(Wanted(text="xyzzy"), lambda row: "Xyzzy" if row.suggested else "")
    assert [row.number for row in found] == [row.number for row in comparison.rows if row.suggested]
    assert comparison.rows_shown(Wanted(text="xyzzy")) == ()
