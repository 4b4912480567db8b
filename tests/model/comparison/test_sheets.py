"""A comparison as plain tables, as csv and as data."""

import csv
import io
from decimal import Decimal
from typing import Any

from builders import a_saving, figures
from model.comparison import Comparison, Show, Wanted
from model.comparison.as_data import as_data
from model.comparison.sheets import Sheet, csv_text, sheets_of, title_of
from model.lineage import Verdict, lineage
from model.saving import Direction
from model.year import Column
from two_trackers import compared, decided, published_years, quarter

PERIODS = (
    quarter(1, a_saving("A/1", rating_printed="Green", commentary="Staff left"), a_saving("A/2"), a_saving("A/4")),
    quarter(
        2,
        a_saving(
            "A/1",
            forecast=(-25, -25, -25, None),
            rating_printed="Red",
            commentary="Staff came",
            direction=Direction.WORSENING,
            unread={"forecast_q4": "tbc"},
        ),
        a_saving("A/3", forecast=(-25, -25, -25, "-24.5")),
        a_saving("A/4"),
    ),
)


def sheets(comparison: Comparison, wanted: Wanted | None = None) -> dict[str, Sheet]:
    """The tables by name."""
    rows = comparison.rows_shown(wanted) if wanted else None
    return {sheet.name: sheet for sheet in sheets_of(comparison, rows)}


def rows_of(sheet: Sheet) -> list[dict[str, Any]]:
    """The rows of a table by heading."""
    return [dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows]


def test_each_saving_is_a_row_with_both_sides_and_what_differs_in_words() -> None:
    changed, gone, new, same = rows_of(sheets(compared(*PERIODS))["Comparison"])

    assert changed["What became of it"] == "changed"
    assert changed["What differs"] == (
        "forecast changed; variance worse; percentage variance changed; rating worse; direction of travel was blank; "
        "commentary changed; Q4 forecast changed"
    )
    assert (changed["Forecast, Quarter 1 (£000)"], changed["Forecast, Quarter 2 (£000)"]) == (-100, -75)
    assert (changed["Percentage variance, Quarter 2 (%)"], changed["Rating, Quarter 2"]) == (Decimal("25.00"), "Red")
    assert (changed["Direction of travel, Quarter 1"], changed["Direction of travel, Quarter 2"]) == (None, "worsening")
    assert (changed["Forecast moved (£000)"], changed["Direction computed"]) == (25, "worsening")
    assert changed["Q4 forecast, Quarter 2 (£000)"] == "tbc"
    assert (gone["Reference"], gone["What became of it"], gone["Plan, Quarter 2 (£000)"]) == ("A/2", "gone", None)
    assert (new["Reference"], new["Forecast moved (£000)"], new["Direction computed"]) == (
        "A/3",
        Decimal("-99.5"),
        None,
    )
    assert (same["What became of it"], same["What differs"], same["To decide"]) == ("same", None, None)


def test_totals_and_movement_are_of_all_savings_whatever_is_listed() -> None:
    found = sheets(compared(*PERIODS), Wanted(frozenset({Show.NEW})))

    assert [row["Reference"] for row in rows_of(found["Comparison"])] == ["A/3"]
    totals = {row["Total"]: row for row in rows_of(found["Totals"])}
    assert totals["Forecast"] == {
        "Total": "Forecast",
        "Quarter 1 (£000)": -300,
        "Quarter 2 (£000)": Decimal("-274.5"),
        "Moved (£000)": Decimal("25.5"),
    }
    assert [
        (row["What became of it"], row["Reference"], row["Moved (£000)"]) for row in rows_of(found["Movement"])
    ] == [
        ("closed", "A/2", 100),
        ("opened", "A/3", Decimal("-99.5")),
        ("moved", "A/1", 25),
    ]
    assert [row["To (£000)"] for row in rows_of(found["Waterfall"])] == [
        -300,
        -200,
        Decimal("-299.5"),
        *[Decimal("-274.5")] * 2,
    ]
    waterfall = rows_of(found["Waterfall"])
    assert [row["Moved (£000)"] for row in waterfall] == [None, 100, Decimal("-99.5"), 25, None]
    assert ("Listed", "1 of 4 rows is listed; totals are of all savings.") in found["Notes"].rows


def test_committees_have_a_table_where_there_are_several() -> None:
    earlier = quarter(1, a_saving("A/1", committee="Adults"), a_saving("A/2", committee="Health"))
    later = quarter(2, a_saving("A/1", committee="Adults", forecast=(-25, -25, -25, 0)))
    found = sheets(compared(earlier, later))

    assert found["Committees"].rows == (("Adults", *figures(-100, -75, 25)), ("Health", *figures(-100, 0, 100)))
    assert "Committees" not in sheets(compared(*PERIODS))


def test_texts_that_differ_stand_beside_each_other_with_what_was_removed_and_added() -> None:
    (row,) = rows_of(sheets(compared(*PERIODS))["Texts"])

    assert list(row.values()) == ["A/1", "commentary", "Staff left", "Staff came", "left", "came"]


def test_where_no_text_differs_there_is_no_table_of_texts() -> None:
    assert "Texts" not in sheets(compared(quarter(1, a_saving()), quarter(2, a_saving())))


def test_two_years_have_no_movement_and_their_totals_stand_apart() -> None:
    found = sheets(compared(*published_years()))

    assert list(found) == ["Comparison", "Totals", "Texts", "Notes"]
    assert found["Comparison"].title == "2017-18 and 2020-21 compared"
    assert found["Totals"].headings == ("Total", "2017-18 (£000)", "2020-21 (£000)")
    assert len(found["Comparison"].rows) == 102
    assert len(found["Comparison"].headings) == 5 + 2 * 21 + 6
    asked = [row["Reference"] for row in rows_of(found["Comparison"]) if row["To decide"]]
    assert asked == ["A/R.6.114", "A/R.6.201", "A/R.6.202", "A/R.7.105", "A/R.7.106"]
    suggested = [row["May be the same as"] for row in rows_of(found["Comparison"]) if row["May be the same as"]]
    assert len(suggested) == 8
    assert "A/R.6.169" in suggested
    own = [heading for heading in found["Comparison"].headings if heading.startswith("Committee")]
    assert own == ["Committee, 2017-18"]


def test_headings_are_never_alike_whatever_columns_are_called() -> None:
    layout = (Column("other:Plan", "Plan"), Column("other:plan", "plan"), Column("other:Rating", "Rating"))
    odd = quarter(1, a_saving(other={"Plan": "x", "plan": "y"}), layout=layout)
    headings = sheets(compared(odd, odd))["Comparison"].headings

    assert len({heading.casefold() for heading in headings}) == len(headings)
    assert "plan, the later one (2)" in headings


def test_a_comparison_is_named_by_year_and_periods() -> None:
    assert title_of(compared(*PERIODS)) == "2020-21: Quarter 1 and Quarter 2 compared"


def test_nothing_in_the_csv_is_a_formula() -> None:
    hostile = a_saving("=1+1", title="@SUM(A1)", commentary="-5k agreed\n=cmd")
    written = csv_text(compared(quarter(1), quarter(2, hostile, a_saving("A/2", forecast=(-1, -1, -1, "-0.5")))))
    headings, first, second = csv.reader(io.StringIO(written))

    row = dict(zip(headings, first, strict=True))
    assert (row["Reference"], row["Title, Quarter 2"]) == ("'=1+1", "'@SUM(A1)")
    assert row["Commentary, Quarter 2"] == "'-5k agreed\n=cmd"
    assert dict(zip(headings, second, strict=True))["Forecast, Quarter 2 (£000)"] == "-3.5"


def test_the_csv_lists_the_rows_that_are_shown() -> None:
    comparison = compared(*PERIODS)
    written = csv_text(comparison, comparison.rows_shown(Wanted(frozenset({Show.GONE}))))

    assert len(list(csv.reader(io.StringIO(written)))) == 2


def test_the_data_of_a_period_has_differences_totals_and_movement() -> None:
    told: Any = as_data(compared(*PERIODS))
    changed, gone, _new, same = told["rows"]

    assert (told["earlier"]["name"], told["later"]["period"], told["same_year"]) == ("Quarter 1", "Quarter 2", True)
    assert told["counts"] == {
        "changed": 1,
        "new": 1,
        "gone": 1,
        "rating worse": 1,
        "rating better": 0,
        "to decide": 0,
        "suggested": 2,
    }
    assert changed["differences"]["rating"] == {"word": "worse", "earlier": "Green", "later": "Red"}
    assert (changed["earlier"]["forecast_total"], changed["later"]["forecast_total"]) == (-100, -75)
    assert (changed["forecast_moved"], changed["direction_computed"]) == (25, "worsening")
    assert (gone["later"], gone["match"], gone["direction_computed"]) == (None, None, None)
    assert same["match"] == {"state": "certain", "evidence": same["match"]["evidence"], "decided": None, "by": None}
    assert told["totals_moved"]["forecast_total"] == Decimal("25.5")
    assert (told["movement"]["moved"], told["movement"]["unmoved_lines"]) == (Decimal("25.5"), 1)
    assert [step["words"] for step in told["movement"]["steps"]] == ["Quarter 1", "A/2", "A/3", "A/1", "Quarter 2"]
    assert [step["moved"] for step in told["movement"]["steps"]] == [None, 100, Decimal("-99.5"), 25, None]
    assert told["movement"]["committees"][0]["name"] == "No committee"


def test_the_data_of_two_years_has_questions_suggestions_and_decisions() -> None:
    earlier, later = published_years()
    said = decided(earlier, later, ("A/R.6.114", "A/R.6.114", Verdict.SAME))
    told: Any = as_data(compared(earlier, later, lineage(earlier, later, said)))
    rows = {row["reference"]: row for row in told["rows"]}

    assert (told["totals_moved"], told["movement"]) == (None, None)
    assert (rows["A/R.6.114"]["match"]["decided"], rows["A/R.6.114"]["match"]["by"]) == ("same", "M. Officer")
    assert rows["A/R.6.201"]["question"].startswith("Is this the same saving?")
    assert [found["reference"] for found in rows["A/R.6.169"]["suggestions"]] == ["A/R.6.182"]
    assert [found["reference"] for found in rows["A/R.6.182"]["suggestions"]] == ["A/R.6.169"]
    assert [column["sides"] for column in told["columns"]][-1] == ["later"]
