"""Cells read as what their column holds; what can't be keeps its text and is said with its cell."""

import datetime
from decimal import Decimal

import pytest

from grids import FORECAST, HEADINGS, PLAN, a_sheet, codes, line, read_rows
from model.fields import PLAN_QUARTERS
from model.files.grid import Cell
from model.files.recognise import recognise
from model.saving import Direction, Saving
from model.year import Severity, Year


def planned(cell: Cell) -> Year:
    return read_rows(HEADINGS, ["A/R.1", "A saving", cell])


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        (-50, "-50"),
        (-50.0, "-50"),
        (0.1 + 0.2, "0.3"),
        (-0.0, "0"),
        ("-50", "-50"),
        ("−1,400", "-1400"),
        ("(123)", "-123"),
        (" -50 ", "-50"),
        ("£-50k", "-50"),
        ("-0.05m", "-50"),
        ("0", "0"),
    ],
)
def test_an_amount_is_read_as_a_number_or_as_text(cell: Cell, amount: str) -> None:
    year = planned(cell)
    assert year.savings[0].plan_q1 == Decimal(amount)
    assert year.notes == ()


@pytest.mark.parametrize("cell", [None, "", "  ", "\u00a0"])
def test_a_blank_amount_is_none_and_not_0(cell: Cell) -> None:
    year = planned(cell)
    assert year.savings[0].plan_q1 is None
    assert not year.savings[0].unread
    assert year.notes == ()


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("-", "-"),
        ("–", "–"),
        ("n/a", "n/a"),
        ("nil", "nil"),
        ("tbc", "tbc"),
        ("1,40", "1,40"),
        ("#REF!", "#REF!"),
        ("-5k agreed", "-5k agreed"),
        (True, "TRUE"),
        (False, "FALSE"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (1e15, "1000000000000000"),
        (datetime.date(2020, 4, 1), "01/04/2020"),
        (datetime.datetime.fromisoformat("2020-04-01"), "01/04/2020"),
        (datetime.datetime.fromisoformat("2020-04-01T10:30"), "01/04/2020 10:30"),
        (datetime.time(10, 30), "10:30"),
        (datetime.timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_what_is_no_amount_stays_visible_and_is_said_with_its_cell(cell: Cell, text: str) -> None:
    year = planned(cell)
    (saving,) = year.savings
    assert saving.plan_q1 is None
    assert saving.unread == {"plan_q1": text}
    (note,) = year.notes
    assert (note.code, note.severity, note.line, note.reference, note.key, note.cell) == (
        "not-a-number",
        Severity.ERROR,
        0,
        "A/R.1",
        "plan_q1",
        "Tracker!C2",
    )
    assert note.message.startswith(f"“{text}” in the Q1 plan of A/R.1 is not an amount and counts as blank.")


def test_true_is_no_1_even_beside_a_1() -> None:
    year = read_rows(HEADINGS, ["A/R.1", "T", 1], ["A/R.2", "U", True], ["A/R.3", "V", 1.0])
    assert [saving.plan_q1 for saving in year] == [1, None, 1]
    assert codes(year) == ["not-a-number"]


def test_a_text_file_has_no_sheet_to_name() -> None:
    year = recognise([a_sheet(HEADINGS, ["A/R.1", "T", "tbc"], name="", kind="csv")], "tracker.csv")
    assert year.notes[0].cell == "C2"
    assert year.savings[0].place.cell("plan_q1") == "C2"


def test_a_line_without_a_reference_is_named_by_its_title() -> None:
    year = read_rows(HEADINGS, [None, "No name yet", "tbc", -5])
    assert "of “No name yet” is not an amount" in year.notes[0].message


@pytest.mark.parametrize(
    ("cell", "direction"),
    [
        ("↑", Direction.IMPROVING),
        ("⬆\ufe0f", Direction.IMPROVING),
        ("Improving", Direction.IMPROVING),
        ("UP", Direction.IMPROVING),
        ("↔", Direction.NO_CHANGE),
        (" No  change ", Direction.NO_CHANGE),
        ("<->", Direction.NO_CHANGE),
        ("▼", Direction.WORSENING),
        ("deteriorating", Direction.WORSENING),
        ("", Direction.NONE),
        (None, Direction.NONE),
    ],
)
def test_a_direction_is_an_arrow_or_a_word(cell: Cell, direction: Direction) -> None:
    year = read_rows((*HEADINGS, "DoT"), line("A/R.1", "T", "Red", cell))
    assert year.savings[0].direction is direction
    assert year.notes == ()


@pytest.mark.parametrize(
    ("cell", "complete"),
    [("Yes", True), ("y", True), (True, True), ("✓", True), ("No", False), ("N", False), (False, False), ("", None)],
)
def test_complete_is_yes_or_no(cell: Cell, complete: bool | None) -> None:
    year = read_rows((*HEADINGS, "Saving complete?"), line("A/R.1", "T", "Red", cell))
    assert year.savings[0].complete is complete
    assert year.notes == ()


@pytest.mark.parametrize(
    ("heading", "text", "key", "code", "blank"),
    [
        ("Direction of travel", "Sideways", "direction", "unknown-direction", Direction.NONE),
        ("Saving complete?", "Nearly", "complete", "unknown-complete", None),
    ],
)
def test_a_word_that_is_no_choice_stays_visible_and_is_said(
    heading: str, text: str, key: str, code: str, blank: object
) -> None:
    year = read_rows((*HEADINGS, heading), line("A/R.1", "T", "Red", text))
    (saving,) = year.savings
    assert saving.value(key) == blank
    assert saving.unread == {key: text}
    assert (codes(year), year.notes[0].severity, year.notes[0].cell) == ([code], Severity.WARNING, "Tracker!L2")
    assert year.notes[0].message.startswith(f"“{text}” as ")


@pytest.mark.parametrize(
    ("cell", "rating"),
    [
        ("Red", "Red"),
        ("GREEN", "Green"),
        (" amber ", "Amber"),
        ("g", "Green"),
        ("R", "Red"),
        ("0", "0"),
        (0, "0"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_rating_is_its_name_in_any_case_and_0_stays_0(cell: Cell, rating: str) -> None:
    year = read_rows(HEADINGS, line("A/R.1", "T", cell))
    assert year.savings[0].rating_printed == rating
    assert year.notes == ()


@pytest.mark.parametrize("text", ["Purple", "B", "Amber/Green", "On hold"])
def test_an_unknown_rating_stays_as_read_and_is_said(text: str) -> None:
    year = read_rows(HEADINGS, line("A/R.1", "T", text))
    assert year.savings[0].rating_printed == text
    assert not year.savings[0].unread
    assert codes(year) == ["unknown-rating"]
    assert year.notes[0].cell == "Tracker!K2"


def test_texts_stay_as_they_are() -> None:
    texts = ["  two  spaces ", "line\nbreak", "C&YP", "<p>", "=SUM(A1)", "'quoted", "N/A", "0"]
    year = read_rows((*HEADINGS, "Narrative"), *[line(f"A/R.{n}", text, "Red", text) for n, text in enumerate(texts)])
    assert [saving.title for saving in year] == texts
    assert [saving.commentary for saving in year] == texts


def test_numbers_and_dates_in_texts_are_shown_as_a_sheet_shows_them() -> None:
    cells: list[Cell] = [12, 12.5, datetime.date(2020, 4, 1), True, None]
    year = read_rows((*HEADINGS, "Narrative"), *[line(f"A/R.{n}", "T", "Red", cell) for n, cell in enumerate(cells)])
    assert [saving.commentary for saving in year] == ["12", "12.5", "01/04/2020", "TRUE", ""]


def test_a_reference_is_read_without_the_blanks_around_it() -> None:
    assert read_rows(HEADINGS, line(" A/R.1\u00a0")).savings[0].reference == "A/R.1"


PERCENT = ("Ref", "Title", *PLAN, *FORECAST, "% Variance")


def with_percent(*lines: tuple[int, int, Cell]) -> list[Saving]:
    rows = [[f"A/R.{n}", "T", plan, 0, 0, 0, forecast, 0, 0, 0, cell] for n, (plan, forecast, cell) in enumerate(lines)]
    return list(read_rows(PERCENT, *rows).savings)


@pytest.mark.parametrize(
    "cells", [(25, 80.66, 0), (0.25, 0.8066, 0.0), ("25%", "80.66%", "0%"), ("25.00", "80.66", "0")]
)
def test_a_percentage_is_a_number_a_fraction_or_text(cells: tuple[Cell, Cell, Cell]) -> None:
    first, second, third = with_percent((-100, -75, cells[0]), (-3800, -735, cells[1]), (-10, -10, cells[2]))
    assert [saving.percent_printed for saving in (first, second, third)] == [25, Decimal("80.66"), 0]


def test_a_fraction_is_shown_to_two_places() -> None:
    (saving,) = with_percent((-3800, -735, 3065 / 3800))
    assert saving.percent_printed == Decimal("80.66")


def test_one_wrong_percentage_does_not_turn_the_column() -> None:
    savings = with_percent((-100, -75, 25), (-100, -50, 50), (-100, -99, 0.01), (-100, -75, None))
    assert [saving.percent_printed for saving in savings] == [25, 50, Decimal("0.01"), None]


def test_fractions_of_the_other_sign_are_fractions_all_the_same() -> None:
    assert [saving.percent_printed for saving in with_percent((-100, -75, -0.25), (-100, -50, -0.5))] == [-25, -50]


def test_a_percentage_without_anything_to_tell_stays_as_it_is() -> None:
    assert with_percent((0, -5, 0.5))[0].percent_printed == Decimal("0.5")


def test_a_percentage_that_is_none_is_said_only_where_there_ought_to_be_one() -> None:
    year = read_rows(
        PERCENT, ["A/R.1", "T", -1, 0, 0, 0, -1, 0, 0, 0, "n/a"], ["A/R.2", "T", 0, 0, 0, 0, 0, 0, 0, 0, "n/a"]
    )
    assert [saving.unread for saving in year] == [{"percent": "n/a"}] * 2
    assert codes(year) == ["not-a-number"]
    assert (year.notes[0].line, year.notes[0].severity) == (0, Severity.WARNING)


def test_printed_figures_stand_as_read() -> None:
    headings = ("Ref", "Title", *PLAN, "Plan total", *FORECAST, "Forecast total", "Variance")
    (saving,) = read_rows(headings, ["B/R.6.214", "T", -5, -5, -5, -6, 21, -5, -5, -5, -6, 21, 0]).savings
    assert [saving.value(key) for key in (*PLAN_QUARTERS, "plan_total", "forecast_total", "variance")] == [
        *(-5, -5, -5, -6),
        *(21, 21, 0),
    ]
    assert saving.percent_printed is None


@pytest.mark.parametrize(
    ("heading", "plan", "unit"),
    [
        ("Plan Q1 £m", -1, "millions of pounds"),
        ("Plan Q1 £ million", -1, "millions of pounds"),
        ("Plan Q1 £", -250_000, "whole pounds"),
        ("Plan Q1 £000", -250_000, ""),
        ("Plan Q1", -99_999, ""),
    ],
)
def test_figures_that_are_no_thousands_are_said(heading: str, plan: int, unit: str) -> None:
    year = read_rows(("Ref", "Title", heading, *HEADINGS[3:]), ["A/R.1", "T", plan])
    assert codes(year) == (["unit-not-thousands"] if unit else [])
    assert not unit or f"seem to be {unit}" in year.notes[0].message
