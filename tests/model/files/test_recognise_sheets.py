"""Which sheet of a workbook is the tracker, and what is said where none or several are."""

from collections.abc import Sequence

import pytest

from grids import FORECAST, HEADINGS, PLAN, a_sheet, a_tracker, codes, line, read_rows
from model.files.recognise import NoneChosen, NoTracker, recognise


def test_a_tracker_on_a_later_sheet_is_found() -> None:
    cover = a_sheet(["Savings"], ["Ref", "see the next sheet"], name="Cover")
    summary = a_sheet(["Directorate", "Plan", "Forecast"], ["Adults", -10, -26], name="Summary")
    year = recognise([cover, summary, a_tracker(line())], "tracker.xlsx")
    assert year.sheet == "Tracker"
    assert year.notes == ()


def test_the_fullest_tracker_is_chosen_without_asking() -> None:
    def never(_names: Sequence[str]) -> int:
        raise AssertionError("asked")

    few = a_sheet(["Ref", "Title", "Plan", "Forecast"], ["A/R.1", "T", -10, -26], name="Summary")
    empty = a_sheet(HEADINGS, name="Template")
    hidden = a_sheet(HEADINGS, line(), name="Backup", hidden=True)
    year = recognise([few, empty, hidden, a_tracker(line())], "tracker.xlsx", never)
    assert (year.sheet, year.notes) == ("Tracker", ())


def test_the_officer_chooses_between_equals_by_their_names() -> None:
    asked: list[list[str]] = []

    def choose(names: Sequence[str]) -> int:
        asked.append([*names])
        return 1

    sheets = [a_sheet(HEADINGS, line(), name=name) for name in ("2019-20", "2020-21")]
    year = recognise([*sheets, a_sheet(["notes"], name="Notes")], "tracker.xlsx", choose)
    assert asked == [["2019-20", "2020-21"]]
    assert (year.sheet, codes(year)) == ("2020-21", ["several-trackers"])
    assert "“2019-20”" in year.notes[0].message


def test_without_anybody_to_ask_the_first_of_equals_is_read_and_the_others_are_said() -> None:
    year = recognise([a_sheet(HEADINGS, line(), name=name) for name in ("Q1", "Q2", "Q3")], "tracker.xlsx")
    assert (year.sheet, codes(year)) == ("Q1", ["several-trackers"])


def test_choosing_none_opens_nothing() -> None:
    sheets = [a_sheet(HEADINGS, line(), name=name) for name in ("Q1", "Q2")]
    with pytest.raises(NoneChosen, match=r"^tracker\.xlsx was not opened: it holds several trackers"):
        recognise(sheets, "tracker.xlsx", lambda _names: None)


def test_a_hidden_sheet_is_read_where_it_is_the_only_one() -> None:
    year = recognise([a_sheet(["nothing"]), a_sheet(HEADINGS, line(), name="Old", hidden=True)], "tracker.xlsx")
    assert year.sheet == "Old"


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[]],
        [["a", "b", "c"], [1, 2, 3]],
        [["Reference", "Title", "Description"], ["A/R.1", "T", "words"]],
        [["Directorate", "Budget", "Forecast", "Variance"], ["Adults", 1, 2, 3]],
        [["Title", "Plan", "Forecast", "Variance"], ["Roads", 1, 2, 3]],
        [["plan", "forecast", "budget"] * 3],
    ],
)
def test_a_file_without_a_tracker_is_refused_with_what_to_do(rows: list[list[object]]) -> None:
    with pytest.raises(NoTracker) as refusal:
        read_rows(*rows, source="minutes.xlsx")  # type: ignore[arg-type]
    assert str(refusal.value).startswith(
        "minutes.xlsx has no savings tracker in it: no row of headings with a reference and quarters was found."
    )


def test_totals_alone_make_a_tracker_where_there_are_references() -> None:
    year = read_rows(["Ref", "Title", "Plan", "Forecast"], ["A/R.1", "T", -10, -26])
    assert year.savings[0].plan_total == -10
    assert year.savings[0].variance == -16


def test_quarters_make_a_tracker_where_there_are_titles_only() -> None:
    year = read_rows(["Title", *PLAN], ["T", -1, -2, -3, -4])
    assert year.savings[0].plan_total == -10
    assert not year.has(FORECAST[0])
