"""How the council's workbook looks, and what it lets be typed, as openpyxl reads it."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from builders import A_SCHEME, a_saving, a_year
from council_trackers import council_tracker
from model.fields import FIELDS
from model.files.council_workbook import write_workbook
from model.files.workbook_formats import OPEN, RATING_COLOURS
from model.files.workbook_sizes import lines_in, width_of
from model.rag import RATINGS
from model.rag_key import built_in_schemes
from model.year import Column, Year
from workbook_figures import FIRST, HEADINGS, TOTALS

LAST = 46


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The sheet of the 2020-21 tracker."""
    return sheet_from(council_tracker("2020-21"), tmp_path_factory.mktemp("looks"))


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The sheet of the 2017-18 tracker."""
    return sheet_from(council_tracker("2017-18"), tmp_path_factory.mktemp("looks"))


def sheet_from(year: Year, folder: Path) -> Any:
    """Give a year's sheet as openpyxl reads it."""
    return openpyxl.load_workbook(write_workbook(year, folder / "looks.xlsx").path).worksheets[0]


def columns(*keys: str, year: str = "2020-21") -> list[int]:
    """Give the columns of some fields, counted from 1."""
    return [column + 1 for column, found in enumerate(council_tracker(year).layout) if found.key in keys]


def test_amounts_show_thousands_and_decimals_only_where_there_are_any(tmp_path: Path) -> None:
    year = a_year(a_saving(plan=(-1400, "-12.5", None, 0)))
    sheet = sheet_from(year, tmp_path)
    keys = [field.key for field in FIELDS]
    formats = [sheet.cell(FIRST, keys.index(f"plan_q{quarter}") + 1).number_format for quarter in (1, 2, 3, 4)]
    assert formats == ["#,##0;-#,##0;0", "#,##0.0########;-#,##0.0########;0", "#,##0;-#,##0;0", "#,##0;-#,##0;0"]
    assert sheet.cell(FIRST, keys.index("plan_total") + 1).number_format == formats[1]
    assert sheet.cell(TOTALS, keys.index("plan_q2") + 1).number_format == formats[1]
    assert sheet.cell(FIRST, keys.index("percent") + 1).number_format == "#,##0.00;-#,##0.00;0.00"


def test_decimals_typed_later_show_too(newer: Any) -> None:
    rules = {
        str(area.sqref): area.rules[0] for area in newer.conditional_formatting if area.rules[0].type == "expression"
    }
    assert rules["P5:P46"].formula == ["P5<>INT(P5)"]
    assert rules["P5:P46"].dxf.numFmt.formatCode.startswith("#,##0.0")
    assert len(rules) == 17


def test_each_rating_has_its_colours(newer: Any, older: Any, tmp_path: Path) -> None:
    with_key = sheet_from(a_year(a_saving(), scheme=built_in_schemes()[0]), tmp_path)
    for sheet, areas in ((newer, {"A7:A46"}), (older, {"R7:R73"}), (with_key, {"A7", "A11:A15"})):
        found = [area for area in sheet.conditional_formatting if area.rules[0].type == "cellIs"]
        assert {str(area.sqref) for area in found} == areas
        for area in found:
            colours = {rule.formula[0].strip('"'): rule.dxf for rule in area.rules}
            assert set(colours) == set(RATING_COLOURS)
            for rating, (ground, ink) in RATING_COLOURS.items():
                assert colours[rating].fill.bgColor.rgb == f"FF{ground[1:]}"
                assert colours[rating].font.color.rgb == f"FF{ink[1:]}"


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours as WCAG defines it."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("rating", RATING_COLOURS)
def test_a_rating_can_be_read_on_its_colour(rating: str) -> None:
    assert contrast(*RATING_COLOURS[rating]) >= 4.5


def test_choices_are_lists_and_forecasts_are_numbers(newer: Any) -> None:
    rules = {str(rule.sqref): rule for rule in newer.data_validations.dataValidation}
    assert rules["A7:A46"].formula1 == f'"{",".join(RATINGS)}"'
    assert rules["V7:V46"].formula1 == '"Yes,No"'
    assert rules["X7:X46"].formula1 == '"↑,↔,↓"'
    assert sorted(area for area, rule in rules.items() if rule.type == "decimal") == [f"{c}7:{c}46" for c in "PQRS"]
    forecast = rules["P7:P46"]
    assert (forecast.formula1, forecast.formula2, forecast.allow_blank) == ("-1000000000000", "1000000000000", True)
    assert "thousands of pounds" in forecast.error


def test_what_an_officer_forecasts_is_unlocked_and_looks_it_and_the_rest_is_locked(newer: Any) -> None:
    unlocked = [cell.column for cell in newer[FIRST] if not cell.protection.locked]
    assert unlocked == columns(*OPEN)
    assert {newer.cell(FIRST, column).fill.fgColor.rgb for column in unlocked} == {"FFFFFBEA"}
    assert all(cell.protection.locked for row in (1, TOTALS, HEADINGS) for cell in newer[row])


def test_a_judged_rating_may_be_judged_in_the_workbook(older: Any) -> None:
    unlocked = [cell.column for cell in older[FIRST] if not cell.protection.locked]
    assert unlocked == columns("rating", *OPEN, year="2017-18")


def test_the_sheet_is_protected_without_a_password_and_can_be_filtered_and_sorted(newer: Any) -> None:
    assert newer.protection.sheet
    assert not newer.protection.password
    assert not any((newer.protection.autoFilter, newer.protection.sort, newer.protection.formatColumns))
    assert all((newer.protection.insertRows, newer.protection.deleteRows, newer.protection.formatCells))


def test_headings_stay_in_view_and_lines_can_be_filtered(newer: Any, older: Any) -> None:
    assert (newer.freeze_panes, newer.auto_filter.ref) == ("D7", "A6:Z46")
    assert (older.freeze_panes, older.auto_filter.ref) == ("C7", "A6:U73")


def test_a_title_far_to_the_right_is_not_frozen(tmp_path: Path) -> None:
    keys = ("plan_q1", "plan_q2", "plan_q3", "plan_q4", "title", "reference")
    sheet = sheet_from(a_year(a_saving(), layout=tuple(Column(key, key) for key in keys)), tmp_path)
    assert sheet.freeze_panes == "A7"


def test_it_prints_on_a3_one_page_wide_with_headings_and_page_numbers(newer: Any) -> None:
    page = newer.page_setup
    assert (page.orientation, int(page.paperSize), page.fitToHeight) == ("landscape", 8, 0)
    assert newer.sheet_properties.pageSetUpPr.fitToPage
    assert newer.print_title_rows == "$4:$6"
    assert newer.oddFooter.left.text == "Savings Tracker 2020-21 Quarter 1"
    assert newer.oddFooter.right.text == "Page &P of &N"


def test_a_footer_is_never_too_long_for_a_spreadsheet_program(tmp_path: Path) -> None:
    sheet = sheet_from(a_year(a_saving(), title="C&YP " * 100), tmp_path)
    assert len(sheet.oddFooter.left.text) <= 200
    assert sheet.oddFooter.left.text.endswith("…")


def test_it_says_its_title_and_nobodys_name(tmp_path: Path) -> None:
    path = write_workbook(council_tracker("2020-21"), tmp_path / "names.xlsx").path
    properties = openpyxl.load_workbook(path).properties
    assert properties.title == "Savings Tracker 2020-21 Quarter 1"
    assert not any((properties.creator, properties.lastModifiedBy, properties.subject, properties.keywords))


def test_columns_are_as_wide_as_their_widest_figure_and_the_words_of_their_headings() -> None:
    column = Column("plan_q1", "Phasing - Q1")
    assert width_of(column, Decimal(-1)) == len("Phasing") + 2
    assert width_of(column, Decimal(-123456789)) == len("-123,456,789") + 2
    assert width_of(Column("other:Risk", "Risk"), Decimal(0)) == 20
    assert width_of(Column("commentary", "Commentary"), Decimal(0)) == 60


def test_figures_and_totals_fit_their_columns(tmp_path: Path) -> None:
    year = a_year(*(a_saving(plan=(-999_999_999, 0, 0, 0)) for _ in range(5)), scheme=A_SCHEME)
    sheet = sheet_from(year, tmp_path)
    letter = sheet.cell(1, [field.key for field in FIELDS].index("plan_q1") + 1).column_letter
    assert sheet.column_dimensions[letter].width >= len("-4,999,999,995")


def test_rows_are_as_high_as_their_wrapped_text(tmp_path: Path) -> None:
    texts = ("short", "word " * 100, "one\ntwo\nthree", "word " * 6000)
    sheet = sheet_from(a_year(*(a_saving(commentary=text) for text in texts)), tmp_path)
    heights = [sheet.row_dimensions[FIRST + line].height for line in range(4)]
    assert heights == [15.75, 93.75, 42, 408.75]
    assert sheet.cell(FIRST, len(FIELDS) - 1).alignment.wrap_text
    assert sheet.cell(FIRST, len(FIELDS) - 1).alignment.vertical == "top"


@pytest.mark.parametrize(("text", "lines"), [("", 1), ("x" * 10, 1), ("x" * 11, 2), ("a\n\nb", 3), ("\n", 1)])
def test_lines_of_wrapped_text_are_counted(text: str, lines: int) -> None:
    assert lines_in(text, 10) == lines
