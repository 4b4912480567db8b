"""The colours of ratings in workbooks of others' making, saved into and looked at by another library."""

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from grids import FORECAST, PLAN
from model.files.reading import read_year
from model.files.workbook_formats import RATING_COLOURS
from model.files.workbook_patch import looks_of
from model.own_workbook import own_workbook
from model.rag import AMBER, BLACK, BLUE, GREEN, RED
from model.tracker import Tracker
from packages import changed

HEADINGS = ("RAG", "Ref", "Title", *PLAN, *FORECAST, "Commentary")
FILLS = {RED: "FFFF0000", AMBER: "FFFFC000", GREEN: "FF00B050", "": "FFEEEEEE"}
NO_FILL = "00000000"

Paint = Callable[[Worksheet], None]


def a_book(path: Path, ratings: Sequence[str], *paints: Paint) -> Path:
    """Write a tracker with a line for each rating, from row 2 on."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADINGS)
    for number, rating in enumerate(ratings):
        sheet.append([rating or None, f"A/R.{number}", "A saving", *[-25] * 8, "Words"])
    for paint in paints:
        paint(sheet)
    book.save(path)
    return path


def by_rating(sheet: Worksheet) -> None:
    """Colour each rating's cell by hand."""
    for cell in sheet["A"][1:]:
        cell.fill = PatternFill("solid", fgColor=FILLS[cell.value or ""])
        cell.font = Font(bold=True)


def by_condition(sheet: Worksheet) -> None:
    """Let conditions colour the ratings."""
    for rating, colour in FILLS.items():
        rule = CellIsRule(operator="equal", formula=[f'"{rating}"'], fill=PatternFill("solid", bgColor=colour))
        sheet.conditional_formatting.add("A2:A99 C1", rule)


def in_bands(sheet: Worksheet) -> None:
    """Colour every other row."""
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.fill = PatternFill("solid", fgColor="FFDDDDFF" if cell.row % 2 else "FFFFFFFF")


def one_green(sheet: Worksheet) -> None:
    """Give all ratings one ground."""
    for cell in sheet["A"][1:]:
        cell.fill = PatternFill("solid", fgColor=FILLS[GREEN])


def at_random(sheet: Worksheet) -> None:
    """Colour most ratings in a way of its own."""
    for cell in sheet["A"][1:]:
        cell.fill = PatternFill("solid", fgColor=f"FF0000{cell.row:02X}")


def with_borders(sheet: Worksheet) -> None:
    """Draw a line above the first saving."""
    for cell in sheet[2]:
        cell.border = Border(top=Side("thick"))


def rated(path: Path, *ratings: str) -> Worksheet:
    """Save the first lines with these ratings and open the workbook again."""
    year = read_year(path)
    tracker = Tracker(year, who="M. Officer")
    for line, rating in enumerate(ratings):
        tracker.edit(line, "rating", rating)
    own = own_workbook(path, year)
    assert own
    own.save(year, tracker.year)
    return openpyxl.load_workbook(path).worksheets[0]


def ground(sheet: Worksheet, cell: str) -> str:
    """Give the colour that a cell is filled with."""
    return str(sheet[cell].fill.fgColor.rgb)


def ink(sheet: Worksheet, cell: str) -> str:
    """Give the colour of a cell's letters, without its opacity."""
    return str(sheet[cell].font.color.rgb)[2:]


def test_a_rating_coloured_by_hand_gets_the_colour_of_its_like(tmp_path: Path) -> None:
    sheet = rated(a_book(tmp_path / "t.xlsx", [GREEN, GREEN, RED, AMBER, AMBER], by_rating), RED, AMBER)
    assert [sheet[cell].value for cell in ("A2", "A3")] == [RED, AMBER]
    assert [ground(sheet, f"A{row}") for row in range(2, 7)] == [
        FILLS[each] for each in (RED, AMBER, RED, AMBER, AMBER)
    ]
    assert sheet["A2"].font.b
    assert ground(sheet, "B2") == NO_FILL


@pytest.mark.parametrize("rating", [RED, BLACK, BLUE, AMBER])
def test_a_rating_that_no_line_has_gets_the_schemes_colours(tmp_path: Path, rating: str) -> None:
    sheet = rated(a_book(tmp_path / "t.xlsx", [GREEN, GREEN, ""], by_rating), rating)
    fill, letters = RATING_COLOURS[rating]
    assert (ground(sheet, "A2"), ink(sheet, "A2")) == (f"FF{fill[1:]}", letters[1:])
    assert ground(sheet, "A3") == FILLS[GREEN]


def test_a_rating_that_is_taken_away_leaves_no_colour(tmp_path: Path) -> None:
    sheet = rated(a_book(tmp_path / "t.xlsx", [GREEN, RED], by_rating), "")
    assert (sheet["A2"].value, ground(sheet, "A2")) == (None, "FFFFFFFF")
    sheet = rated(a_book(tmp_path / "u.xlsx", [GREEN, RED, ""], by_rating), "")
    assert (sheet["A2"].value, ground(sheet, "A2")) == (None, FILLS[""])


def test_a_sheet_with_one_rating_alone_is_told_by_its_ground(tmp_path: Path) -> None:
    sheet = rated(a_book(tmp_path / "t.xlsx", [GREEN, GREEN], by_rating), RED)
    assert ground(sheet, "A2") == "FF" + RATING_COLOURS[RED][0][1:]
    sheet = rated(a_book(tmp_path / "u.xlsx", [GREEN, GREEN], one_green, by_condition), RED)
    assert ground(sheet, "A2") == FILLS[GREEN]


@pytest.mark.parametrize(
    "paints",
    [(), (by_condition,), (with_borders,), (in_bands,), (in_bands, by_condition), (one_green,), (at_random,)],
)
def test_a_rating_keeps_its_look_where_the_sheet_has_no_colour_for_it(tmp_path: Path, paints: Sequence[Paint]) -> None:
    path = a_book(tmp_path / "t.xlsx", [GREEN, RED, GREEN, RED, AMBER, AMBER], *paints)
    before = openpyxl.load_workbook(path).worksheets[0]["A2"]
    after = rated(path, RED)["A2"]
    assert after.value == RED
    assert repr((after.fill, after.font, after.border)) == repr((before.fill, before.font, before.border))


def test_colours_are_taken_from_another_line_and_borders_stay(tmp_path: Path) -> None:
    path = a_book(tmp_path / "t.xlsx", [*[GREEN] * 60, *[RED] * 60], by_rating, with_borders)
    sheet = rated(path, RED)
    assert (sheet["A2"].border.top.style, ground(sheet, "A2")) == ("thick", FILLS[RED])


def test_a_workbook_without_a_list_of_looks_is_saved_without_colours(tmp_path: Path) -> None:
    path = a_book(tmp_path / "t.xlsx", [GREEN, RED], by_rating)
    changed(path, ("xl/_rels/workbook.xml.rels", b'/styles"', b'/other"'))
    assert looks_of(path, "Sheet", ["A2"])["A2"].ground == ""
    assert rated(path, RED)["A2"].value == RED


def test_a_list_of_looks_that_is_damaged_colours_nothing(tmp_path: Path) -> None:
    path = a_book(tmp_path / "t.xlsx", [GREEN, RED], by_rating)
    assert looks_of(path, "Sheet", ["A2"])["A2"].ground
    changed(path, ("xl/styles.xml", b"cellXfs", b"otherXfs"))
    assert looks_of(path, "Sheet", ["A2", "A0"]) == dict.fromkeys(["A2", "A0"], ("", False))


def test_areas_of_conditions_are_told(tmp_path: Path) -> None:
    path = a_book(tmp_path / "t.xlsx", [GREEN], by_condition)
    looks = looks_of(path, "Sheet", ["A1", "A2", "A99", "C1", "B2"])
    assert [cell for cell, look in looks.items() if look.conditional] == ["A2", "A99", "C1"]
