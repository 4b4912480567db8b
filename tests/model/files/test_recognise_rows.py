"""Which rows are savings: totals, section titles, repeats and other tables are told apart, and what is left is said."""

import pytest

from grids import HEADINGS, a_sheet, codes, line, read_rows
from model.files.grid import Cell
from model.files.recognise import recognise
from model.year import Severity, Year

TOTAL: list[Cell] = [-2, -4, -6, -8, -10, -12, -14, -16]


def references(year: Year) -> list[str]:
    return [saving.reference for saving in year]


def test_blank_rows_and_repeated_headings_are_skipped() -> None:
    year = read_rows(
        ["Savings Tracker"], [], HEADINGS, line("A/R.1"), [], [None, " "], ["Savings Tracker"], HEADINGS, line("A/R.2")
    )
    assert references(year) == ["A/R.1", "A/R.2"]
    assert [saving.place.row for saving in year] == [4, 9]
    assert year.notes == ()


@pytest.mark.parametrize(
    "label", ["Total", "Sub-total", "Subtotal:", "Grand Total", "Adults total", "Total for Adults", "TOTALS"]
)
def test_totals_among_the_lines_are_no_savings(label: str) -> None:
    year = read_rows(HEADINGS, line("A/R.1"), line("A/R.2"), [label, None, *TOTAL], line("A/R.3"))
    assert references(year) == ["A/R.1", "A/R.2", "A/R.3"]
    assert year.notes == ()


def test_a_total_named_in_the_title_column_is_no_saving() -> None:
    year = read_rows(HEADINGS, line("A/R.1"), line("A/R.2"), [None, "Total savings", *TOTAL])
    assert references(year) == ["A/R.1", "A/R.2"]


def test_a_saving_whose_title_begins_with_total_is_a_saving() -> None:
    year = read_rows(HEADINGS, line("A/R.1", "Total Mobile roll-out"))
    assert references(year) == ["A/R.1"]


@pytest.mark.parametrize("named", [[None, None], ["Adults", None], [None, "Adults"]])
def test_a_row_that_adds_up_the_lines_over_it_is_a_total_whatever_it_is_called(named: list[Cell]) -> None:
    year = read_rows(
        HEADINGS, line("A/R.1"), line("A/R.2"), [*named, *TOTAL], line("A/R.3"), line("A/R.4"), [*named, *TOTAL]
    )
    assert references(year) == ["A/R.1", "A/R.2", "A/R.3", "A/R.4"]
    assert year.notes == ()


def test_section_titles_are_no_savings_and_are_said() -> None:
    year = read_rows(HEADINGS, ["Adults"], line("A/R.1"), [None, "Children"], line("C/R.1"))
    assert references(year) == ["A/R.1", "C/R.1"]
    assert codes(year) == ["row-not-placed", "row-not-placed"]
    assert {note.severity for note in year.notes} == {Severity.NOTE}
    assert year.notes[0].message == "Row 2, “Adults”, stands alone and was not read as a saving."
    assert year.notes[0].cell == "Tracker!A2"


def test_page_numbers_and_units_are_skipped_without_a_word() -> None:
    year = read_rows(
        HEADINGS,
        [None, None, *["£000"] * 8],
        line("A/R.1"),
        ["Page 1 of 7"],
        [None, None, "2 of 7"],
        HEADINGS,
        line("A/R.2"),
    )
    assert references(year) == ["A/R.1", "A/R.2"]
    assert year.notes == ()


@pytest.mark.parametrize("reference", ["A/R.6.001", "CYP-12", "SAV 12", "2023/4", 101, 101.0])
def test_a_reference_may_look_like_anything(reference: Cell) -> None:
    year = read_rows(HEADINGS, line(reference))
    assert references(year) == [str(reference).removesuffix(".0")]


def test_a_new_line_with_its_reference_only_is_a_saving() -> None:
    year = read_rows(HEADINGS, line("A/R.1"), ["A/R.2"])
    assert references(year) == ["A/R.1", "A/R.2"]
    assert year.savings[1].plan == (None,) * 4


def test_a_new_line_without_figures_is_known_by_a_reference_like_the_others() -> None:
    year = read_rows(HEADINGS, line("SAV 1"), ["SAV 12", "New this year"], ["Note 1:", "Figures are provisional"])
    assert references(year) == ["SAV 1", "SAV 12"]
    assert codes(year) == ["row-not-placed"]


def test_a_line_without_a_reference_is_read_and_said() -> None:
    year = read_rows(HEADINGS, line("A/R.1"), line(None, "Forgotten"), line("", "Missed too"))
    assert references(year) == ["A/R.1", "", ""]
    assert codes(year) == ["reference-missing", "reference-missing"]
    note = year.notes[0]
    assert (note.line, note.key, note.cell, note.severity) == (1, "reference", "Tracker!A3", Severity.ERROR)
    assert note.message == "“Forgotten” has figures and no reference."


def test_a_tracker_without_a_column_of_references_is_read_and_said_once() -> None:
    year = read_rows(HEADINGS[1:], line()[1:], line(None, "Another")[1:])
    assert [saving.title for saving in year] == ["A saving", "Another"]
    assert codes(year) == ["reference-missing"]
    assert year.notes[0].line is None


def test_a_tracker_with_descriptions_only_is_read() -> None:
    year = read_rows(
        ("Ref", "Description", *HEADINGS[2:]), line("A/R.1", "What it is"), line("Adults", "words"), ["Adults"]
    )
    assert [saving.description for saving in year] == ["What it is", "words"]


def test_a_tracker_with_neither_titles_nor_descriptions_is_read() -> None:
    year = read_rows(("Ref", *HEADINGS[2:]), ["Adults", -1], ["A/R.1", -1])
    assert references(year) == ["Adults", "A/R.1"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["Adults", None, -5, -6], "lacks a reference, a title or figures"),
        ([None, "No figures", None, None, None, None, None, None, None, None, "Red"], "lacks a reference"),
        (["Red", 3], "lacks a reference"),
        ([None, None, -9, -9], "has figures only, which are no sum of the lines above it"),
    ],
)
def test_a_row_that_is_neither_a_saving_nor_a_total_is_said(row: list[Cell], said: str) -> None:
    year = read_rows(HEADINGS, line("A/R.1"), line("A/R.2"), row)
    assert references(year) == ["A/R.1", "A/R.2"]
    (note,) = year.notes
    assert (note.code, note.severity, note.cell) == ("row-not-placed", Severity.WARNING, "Tracker!A4")
    assert said in note.message


def test_a_long_row_is_quoted_in_part() -> None:
    year = read_rows(HEADINGS, line("A/R.1"), ["Figures include " + "many things " * 20])
    assert "…”" in year.notes[0].message
    assert len(year.notes[0].message) < 140


def test_a_table_under_other_headings_is_not_read_and_said_once() -> None:
    year = read_rows(
        HEADINGS,
        line("A/R.1"),
        ["Committee", "Plan", "Forecast", "Variance"],
        ["Adults", "all", -10, -26, -16],
        ["C&YP1", "all", -10, -26, -16],
        HEADINGS,
        line("A/R.2"),
    )
    assert references(year) == ["A/R.1", "A/R.2"]
    assert codes(year) == ["row-not-placed"]
    assert "begins a table under other headings" in year.notes[0].message


def test_a_heading_row_anywhere_is_found() -> None:
    rows: list[list[Cell]] = [[f"Line {number} of a long introduction", "and", "more"] for number in range(150)]
    year = read_rows(*rows, HEADINGS, line("A/R.1"))
    assert references(year) == ["A/R.1"]
    assert year.savings[0].place.row == 152


def test_the_fuller_of_two_heading_rows_is_taken() -> None:
    year = read_rows(["Ref", "Title", "Plan", "Forecast"], ["A/R.9", "Summary", -10, -26], [], HEADINGS, line("A/R.1"))
    assert references(year) == ["A/R.1"]


def test_rows_of_different_lengths_are_read() -> None:
    short, long = line("A/R.1")[:7], [*line("A/R.2"), "", None, " "]
    year = read_rows(HEADINGS, short, long)
    assert [*year.savings[0].forecast] == [-5, None, None, None]
    assert len(year.layout) == len(HEADINGS)


def test_a_template_without_lines_is_an_empty_tracker() -> None:
    year = recognise([a_sheet(["Savings Tracker 2024-25"], HEADINGS)], "template.xlsx")
    assert (year.savings, year.year, len(year.layout)) == ((), "2024-25", len(HEADINGS))
