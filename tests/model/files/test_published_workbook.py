"""The workbook for publication says what the appendix says, as plain tables of values."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from appendices import ON, adults, council, empty, hostile, quarter_1
from builders import a_saving, a_year
from model.appendix import Appendix, Choice, Lines, make_appendix
from model.appendix.making import UNITS, Key
from model.fields import other_key
from model.files.council_workbook import Report
from model.files.published_workbook import write_published_workbook
from model.files.unwritable import NoSuchFolder
from model.money import exact, show_amount, show_percent
from model.year import Column

Rows = list[tuple[Any, ...]]


def sheets(appendix: Appendix, folder: Path) -> dict[str, Rows]:
    """Write an appendix as a workbook and read its sheets' rows."""
    place = folder / "appendix.xlsx"
    write_published_workbook(appendix, place)
    book = openpyxl.load_workbook(place)
    read = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    book.close()
    return read


def measures(rows: Rows) -> dict[tuple[str, str], tuple[Any, str]]:
    """Give the summary's values with their units, by what they are about and which they are."""
    return {(about, measure): (value, unit) for about, measure, value, unit in rows[2:]}


@pytest.mark.parametrize("make", [adults, council, quarter_1, hostile, empty])
def test_every_line_is_a_row_and_every_cell_says_what_the_appendix_says(
    make: Callable[[], Appendix], tmp_path: Path
) -> None:
    appendix = make()
    rows = sheets(appendix, tmp_path)["Savings"][2:]
    assert len(rows) == len(appendix.table.lines)
    for row, line in zip(rows, appendix.table.lines, strict=True):
        for heading, value, words in zip(appendix.table.headings, row, line.cells, strict=False):
            show = show_percent if heading.kind == "percent" else show_amount
            said = value if value is None or isinstance(value, str) else show(exact(value))
            assert (said or "") == "\n".join(words)


def test_headings_are_full_words_with_their_units(tmp_path: Path) -> None:
    title, headings, first, *_rest = sheets(adults(), tmp_path)["Savings"]
    assert title[0] == "Savings tracker 2017-18: Adults Committee, as at October 2017"
    assert set(title[1:]) == {None}
    assert headings[:5] == (
        "RAG rating",
        "Reference",
        "Title",
        "Planned, quarter 1 (£000)",
        "Planned, quarter 2 (£000)",
    )
    assert headings[-6:] == (
        *("Variance from plan (£000)", "Variance from plan (%)", "Saving complete", "Direction of travel"),
        *("Commentary", "Footnotes"),
    )
    assert first[:4] == ("Green", "A/R.6.001", adults().table.lines[0].cells[2][0], -100)
    assert first[-6:] == (0, 0, "Yes", "No change", "Saving Achieved", "1")


def test_without_footnotes_there_is_no_column_for_them(tmp_path: Path) -> None:
    assert "Footnotes" not in sheets(quarter_1(), tmp_path)["Savings"][1]


def test_headings_that_are_alike_are_told_apart(tmp_path: Path) -> None:
    names = ("Title", "title", "TITLE (2)")
    year = a_year(a_saving())
    year = replace(year, layout=(*year.layout, *(Column(other_key(name), name) for name in names)))
    headings = sheets(make_appendix(year, Choice(columns=tuple(map(other_key, names)))), tmp_path)["Savings"][1]
    assert headings[2:] == ("Title", "Title (2)", "title (3)", "TITLE (2) (2)")
    assert len({heading.casefold() for heading in headings}) == len(headings)


def test_what_stands_in_a_figure_s_place_stays_text(tmp_path: Path) -> None:
    saving = a_saving(forecast=(None, -5, 0, 0), unread={"forecast_q1": "to be agreed", "forecast_q3": "5k"})
    year = a_year(saving.but(forecast_q3=None))
    choice = Choice(columns=("forecast_q1", "forecast_q2", "forecast_q3", "forecast_q4"))
    row = sheets(make_appendix(year, choice), tmp_path)["Savings"][2]
    assert row[3:] == ("to be agreed", -5, "5k", 0)


def test_the_summary_has_the_figures_of_the_paper(tmp_path: Path) -> None:
    found = measures(sheets(adults(), tmp_path)["Summary"])
    assert found["All savings", "Savings"] == (34, "number")
    assert found["All savings", "Planned saving"] == (-12585, "£000")
    assert found["All savings", "Forecast saving"] == (-10144, "£000")
    assert found["All savings", "Variance from plan"] == (2441, "£000")
    assert found["All savings", "Share of the plan delivered"] == (80.6, "%")
    assert found["All savings", "Forecast, quarter 4"] == (-995, "£000")
    assert found["Rated Red", "Savings"] == (12, "number")
    shortfalls = [value for (about, _measure), (value, _unit) in found.items() if about.startswith("Largest shortfall")]
    assert shortfalls == [588, 442, 395]


def test_totals_of_the_listed_savings_are_told_beside_those_of_all(tmp_path: Path) -> None:
    found = measures(sheets(adults(lines=Lines.RED_AND_BLACK), tmp_path)["Summary"])
    listed = "Savings on the sheet “Savings”"
    assert found[listed, "Savings"] == (12, "number")
    assert found[listed, "Planned saving"] == (-4203, "£000")
    assert found["All savings", "Planned saving"] == (-12585, "£000")


def test_where_all_savings_are_listed_no_total_is_told_twice(tmp_path: Path) -> None:
    rows = sheets(adults(), tmp_path)["Summary"][2:]
    assert not [row for row in rows if row[0].startswith("Savings on the sheet")]
    assert len({row[1:] for row in rows if row[0] == "All savings"}) == 15


def test_a_column_that_the_summary_lacks_has_its_total(tmp_path: Path) -> None:
    appendix = adults(columns=("plan_q1", "investment_planned"))
    rows = sheets(appendix, tmp_path)["Summary"][2:]
    assert [row[1] for row in rows if row[0].startswith("Savings on the sheet")] == ["Budgeted investment"]


def test_the_savings_are_printed_on_a3_with_their_headings_on_each_page(tmp_path: Path) -> None:
    path = tmp_path / "adults.xlsx"
    write_published_workbook(adults(), path)
    book = openpyxl.load_workbook(path)
    for sheet, paper in (("Savings", 8), ("Summary", 9)):
        setup = book[sheet].page_setup
        assert (int(setup.paperSize), setup.orientation) == (paper, "landscape")
        assert book[sheet].sheet_properties.pageSetUpPr.fitToPage
        assert setup.fitToHeight == 0
        assert book[sheet].print_title_rows == "$2:$2"
    widths = [column.width for column in book["Savings"].column_dimensions.values()]
    assert max(widths) < 45


def test_committees_and_movement_have_rows_where_they_are_known(tmp_path: Path) -> None:
    found = measures(sheets(council(), tmp_path)["Summary"])
    assert found["Committee: C&YP", "Forecast saving"] == (-6612, "£000")
    now, then = a_year(a_saving("B", forecast=(0,) * 4)), a_year(a_saving("A"))
    found = measures(sheets(make_appendix(now, Choice(), previous=then), tmp_path)["Summary"])
    since = "Since the last report"
    assert found[since, "Change of the variance from plan"] == (100, "£000")
    assert found[since, "Savings that are new"] == found[since, "Savings that are gone"] == (1, "number")


def test_a_figure_that_is_blank_has_no_row(tmp_path: Path) -> None:
    blank = make_appendix(a_year(a_saving(plan=(None,) * 4, forecast=(None,) * 4)), Choice())
    found = measures(sheets(blank, tmp_path)["Summary"])
    assert ("All savings", "Planned saving") not in found
    assert ("All savings", "Share of the plan delivered") not in found
    assert found["All savings", "Savings"] == (1, "number")


def test_the_notes_say_whose_when_from_where_and_how_it_was_rated(tmp_path: Path) -> None:
    notes: dict[str, str] = dict(sheets(council(), tmp_path)["Notes"][1:])
    assert notes["Period"] == "as at October 2017"
    assert notes["Units"] == UNITS
    assert notes["Source"] == "3 November 2017"
    assert notes["Footnote 1"] == council().footnotes[0]
    assert notes["Note 1"] == council().notes[0]
    assert notes["Committees"] == council().why_sums_differ
    assert "Council" not in notes
    key: dict[str, str] = dict(sheets(quarter_1(), tmp_path)["Notes"][1:])
    assert key["Key to the ratings: Red, Over £500k"] == "% variance more than 19%"


def test_a_key_with_more_words_than_sizes_loses_none(tmp_path: Path) -> None:
    odd = replace(quarter_1(), key=Key(("Large",), (("Red", ("over 19%", "over 9%")),)))
    notes = sheets(odd, tmp_path)["Notes"]
    assert notes[-2:] == [("Key to the ratings: Red, Large", "over 19%"), ("Key to the ratings: Red", "over 9%")]


def test_a_text_longer_than_a_cell_stands_whole_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    words = "word " * 8000
    appendix = make_appendix(a_year(a_saving(commentary=words)), Choice(), on=ON)
    report = write_published_workbook(appendix, tmp_path / "appendix.xlsx")
    title, headings, *rows = sheets(appendix, tmp_path)["Long text"]
    assert (title[0], headings) == ("Texts that are longer than a cell: Savings Tracker", ("Of", "Part", "Text"))
    assert "".join(row[2] for row in rows) == words.strip()
    assert [row[1] for row in rows] == [1, 2, 3]
    assert "longer than a cell can hold" in report.remarks[0]


def test_what_was_written_is_reported_and_what_can_not_be_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "appendix.xlsx"
    assert write_published_workbook(adults(), place) == Report(place)
    with pytest.raises(NoSuchFolder):
        write_published_workbook(adults(), tmp_path / "none" / "appendix.xlsx")


def test_figures_stand_under_their_headings_and_off_the_words_beside_them(tmp_path: Path) -> None:
    path = tmp_path / "adults.xlsx"
    write_published_workbook(adults(), path)
    sheet = openpyxl.load_workbook(path)["Summary"]
    assert [sheet.cell(2, column).alignment.horizontal for column in (1, 2, 3)] == [None, None, "right"]
    # Without a side said, LibreOffice leaves the indent out.
    units = [sheet.cell(row, 4).alignment for row in (2, 3)]
    assert [(unit.horizontal, unit.indent) for unit in units] == [("left", 1)] * 2
