"""The RAG key of a tracker: found below or beside the lines or on another sheet, in whichever order it is printed."""

from itertools import zip_longest

import pytest

from grids import HEADINGS, Rows, a_sheet, codes, line, read_rows
from model.files.grid import Cell
from model.files.recognise import recognise
from model.rag import Scheme
from model.year import Severity, Year

LINES: list[list[Cell]] = [line("A/R.1"), line("A/R.2", "Blank", None), line("A/R.3", "Zero", "0")]
SIZES = ["Over £250k", "100-250k", "Below 100k"]
KEY: list[list[Cell]] = [
    ["Key to RAG ratings:"],
    [],
    ["Total saving", *SIZES],
    ["Black", *["100% non-achieving"] * 3],
    ["Red", "% variance more than 15%", "-", "-"],
    ["Amber", "Underachieving by 10% to 15%", *["% variance more than 15%"] * 2],
    ["Green", "% variance less than 10%", *["% variance less than 15%"] * 2],
]


def thresholds(scheme: Scheme | None) -> list[list[object]]:
    assert scheme is not None
    return [
        [(threshold.rating, int(threshold.at), threshold.included) for threshold in band.thresholds]
        for band in scheme.bands
    ]


DUE = [[("Red", 15, False), ("Amber", 10, True)], [("Amber", 15, True)], [("Amber", 15, True)]]


def beside(lines: Rows, key: Rows, gap: int = 0) -> Year:
    width = len(HEADINGS) + gap
    rows = [
        [*(left or [])] + [None] * (width - len(left or [])) + [*(right or [])]
        for left, right in zip_longest(lines, key)
    ]
    return read_rows(*rows)


def check_key(year: Year) -> None:
    """The key of this file was read, and no line but the three."""
    assert thresholds(year.scheme) == DUE
    assert year.scheme is not None
    assert (year.scheme.sizes, year.scheme.has_black, year.scheme.has_blue) == (tuple(SIZES), True, False)
    assert list(year.scheme.key) == ["Black", "Red", "Amber", "Green"]
    assert [saving.reference for saving in year] == ["A/R.1", "A/R.2", "A/R.3"]
    assert [column.heading for column in year.layout] == [*HEADINGS]
    assert year.notes == ()


def test_a_key_below_the_lines_is_read_with_its_own_thresholds() -> None:
    check_key(read_rows(HEADINGS, *LINES, [], *KEY))


def test_a_key_above_the_headings_is_read() -> None:
    check_key(read_rows(*KEY, [], HEADINGS, *LINES))


@pytest.mark.parametrize("gap", [0, 1, 4])
@pytest.mark.parametrize("down", [0, 1, 2, 6])
def test_a_key_beside_the_lines_is_read_wherever_it_begins(gap: int, down: int) -> None:
    check_key(beside([HEADINGS, *LINES], [*[[]] * down, *KEY], gap))


def test_a_key_under_other_columns_than_the_first_is_read() -> None:
    check_key(read_rows(HEADINGS, *LINES, [], *[[None, None, None, *row] for row in KEY]))


def test_a_key_on_a_sheet_of_its_own_is_read() -> None:
    check_key(recognise([a_sheet(["Contents"]), a_sheet(HEADINGS, *LINES), a_sheet(*KEY, name="Key")], "tracker.xlsx"))


def test_the_key_beside_the_lines_goes_before_one_on_another_sheet() -> None:
    other = [["Red", "more than 50%"], ["Green", "less than 50%"]]
    check_key(recognise([a_sheet(*other, name="Old key"), a_sheet(HEADINGS, *LINES, [], *KEY)], "tracker.xlsx"))


def test_ratings_and_sizes_may_be_printed_in_any_order() -> None:
    rows = [[row[0], *reversed(row[1:])] for row in KEY[3:]]
    year = read_rows(HEADINGS, *LINES, [], KEY[0], ["Total saving", *reversed(SIZES)], *reversed(rows))
    assert thresholds(year.scheme) == DUE
    assert year.scheme is not None
    assert year.scheme.sizes == tuple(reversed(SIZES))
    assert list(year.scheme.key) == ["Green", "Amber", "Red", "Black"]


def test_ratings_may_stand_last_in_their_rows() -> None:
    assert thresholds(read_rows(HEADINGS, *LINES, [], *[[*row[1:], row[0]] for row in KEY[2:]]).scheme) == DUE


def test_ratings_may_stand_side_by_side() -> None:
    across = [[row[at] for row in KEY[2:]] for at in range(4)]
    across[0][0] = "Size"
    year = read_rows(HEADINGS, *LINES, [], *across)
    assert thresholds(year.scheme) == DUE
    assert [saving.reference for saving in year] == ["A/R.1", "A/R.2", "A/R.3"]


def test_cells_merged_over_the_sizes_hold_for_each_of_them() -> None:
    merged = [row if row[:1] != ["Black"] else ["Black", "100% non-achieving"] for row in KEY]
    check_key(read_rows(HEADINGS, *LINES, [], *merged))


@pytest.mark.parametrize(
    "key",
    [
        [["Red", "more than 10%"], ["Amber", "5% to 10%"], ["Green", "less than 5%"]],
        [["Key"], ["Red: more than 10% short"], ["Amber - 5% to 10%"], ["Green = less than 5%"]],
        [["RAG key", "Rule"], ["RED", "more than 10%"], [], ["amber", "5% to 10%"], ["Green ", "less than 5%"]],
    ],
)
def test_a_key_for_all_sizes_is_read(key: list[list[Cell]]) -> None:
    year = read_rows(HEADINGS, *LINES, [], *key)
    assert thresholds(year.scheme) == [[("Red", 10, False), ("Amber", 5, True)]]
    assert year.scheme is not None
    assert year.scheme.sizes == ()
    assert len(year.savings) == 3


def test_blank_ratings_follow_from_the_key_and_printed_ones_stand() -> None:
    year = read_rows(HEADINGS, *LINES, [], *KEY)
    assert [saving.rating_printed for saving in year] == ["Green", None, "0"]


def test_a_key_without_a_column_of_ratings_rates_every_line() -> None:
    year = read_rows(HEADINGS[:10], *[row[:10] for row in LINES], [], *KEY)
    assert thresholds(year.scheme) == DUE
    assert [saving.rating_printed for saving in year] == [None, None, None]


def test_without_a_key_ratings_are_judged() -> None:
    year = read_rows(HEADINGS, *LINES)
    assert year.scheme is None
    assert [saving.rating_printed for saving in year] == ["Green", "", "0"]


def test_a_key_that_gives_no_rule_is_said_and_ratings_stay_judged() -> None:
    year = read_rows(
        HEADINGS, *LINES, [], ["RAG key"], ["Red", "At serious risk"], ["Amber", "At risk"], ["Green", "Fine"]
    )
    assert year.scheme is None
    assert [saving.reference for saving in year] == ["A/R.1", "A/R.2", "A/R.3"]
    (note,) = year.notes
    assert (note.code, note.severity, note.cell) == ("key-not-read", Severity.WARNING, "Tracker!A6")
    assert "“At serious risk”" in note.message


@pytest.mark.parametrize(
    "table",
    [
        [["Red", 3], ["Amber", 4], ["Green", 31]],
        [["Key figures"], ["Red", "3 savings"], ["Amber", "4 savings"], ["Green", "31 savings"]],
        [[None, "Red", "Amber", "Green"], ["Count", 3, 4, 31]],
        [["Key"], ["Red"], ["Amber"], ["Green"]],
        [["Red", "more than 10%"]],
        [["Size", "Red", "Green"], ["Over £500k", "high", "low"]],
        [["Red", "Amber", "Green"]],
        [["Red: over 10%"], ["Black"]],
    ],
)
def test_other_tables_of_ratings_are_no_key(table: list[list[Cell]]) -> None:
    year = read_rows(HEADINGS, *LINES, [], *table)
    assert year.scheme is None
    assert "key-not-read" not in codes(year)
    assert [saving.reference for saving in year] == ["A/R.1", "A/R.2", "A/R.3"]


def test_ratings_beside_percentages_in_the_lines_are_no_key() -> None:
    headings = (*HEADINGS, "Narrative")
    year = read_rows(headings, line("A/R.1", "T", "Red", "50% achieved"), line("A/R.2", "T", "Green", "on target"))
    assert year.scheme is None
    numbered = read_rows(headings, line(101, "T", "Red", "by hand"), line(102, "T", "Green", "on target"))
    assert numbered.scheme is None


def test_the_scheme_has_the_years_name_or_the_files() -> None:
    named = read_rows(["Savings Tracker 2020/21"], HEADINGS, *LINES, [], *KEY)
    assert named.scheme is not None
    assert named.scheme.name == "2020-21"
    unnamed = read_rows(HEADINGS, *LINES, [], *KEY, source="our tracker.xlsx")
    assert unnamed.scheme is not None
    assert unnamed.scheme.name == "our tracker"
