"""What a save writes into a sheet: in the sheet's own words, with its totals, and nothing that is right already."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from builders import A_SCHEME
from grids import FORECAST, PLAN, a_sheet
from model.files.changed_cells import changed_cells
from model.files.grid import Cell
from model.files.recognise import recognise
from model.files.workbook_patch import Cached, Change, Look, patch_workbook
from model.rag import Scheme
from model.saving import Direction
from model.tracker import Tracker
from model.year import Year
from packages import SHEET, an_xlsx, changed

HEADINGS = (
    "Ref", "Title", *PLAN, "Plan total", *FORECAST, "Forecast total", "Variance", "% Variance", "RAG",
    "Direction of travel", "Complete",
)  # fmt: skip
NOWHERE = Path("nowhere.xlsx")
BARE = Look("", conditional=False)
UP, DOWN = Direction.IMPROVING.arrow, Direction.WORSENING.arrow


def line(reference: str = "A/R.1", short: int = 0, percent: Cell = 0, *more: Cell) -> list[Cell]:
    """Give a line planned at -100 a quarter, so many thousands short of it in the last."""
    rest = more or ("Green", UP, "Yes")
    plan, forecast = [-100] * 4, [-100, -100, -100, -100 + short]
    return [reference, "A saving", *plan, -400, *forecast, -400 + short, short, percent, *rest]


def totals(*amounts: Cell) -> list[Cell]:
    """Give the totals of lines: the label, then each amount."""
    return ["", "Total", *amounts]


def read(*rows: Sequence[Cell], scheme: Scheme | None = None) -> Year:
    """Give the year that a sheet of some rows holds."""
    return replace(recognise([a_sheet(*rows)], "tracker.xlsx"), scheme=scheme)


def written(rows: Sequence[Sequence[Cell]], scheme: Scheme | None = None, **edits: str) -> dict[str, Change]:
    """Give what a save writes after the edits of a sheet's first line."""
    year = read(*rows, scheme=scheme)
    tracker = Tracker(year, who="M. Officer")
    for key, text in edits.items():
        tracker.edit(0, key, text)
    return changes(year, tracker.year, rows)


def changes(base: Year, now: Year, rows: Sequence[Sequence[Cell]]) -> dict[str, Change]:
    """Give what a save writes, by cell; no rating that needs a look of its workbook may change."""
    given = changed_cells(base, now, [saving.place for saving in base], a_sheet(*rows), NOWHERE)
    assert {sheet for sheet, _ in given} <= {"Tracker"}
    return {cell: change for (_, cell), change in given.items()}


def moved(changes: dict[str, Change], rows: Sequence[Sequence[Cell]]) -> dict[str, Any]:
    """Give what is written into cells that hold something else."""
    held = {f"{chr(65 + at)}{row}": cell for row, cells in enumerate(rows, 1) for at, cell in enumerate(cells)}
    given = {cell: change.value if isinstance(change, Cached) else change for cell, change in changes.items()}
    return {cell: value for cell, value in given.items() if held.get(cell) != value}


def test_nothing_is_written_where_nothing_changed() -> None:
    assert written([HEADINGS, line()]) == {}


def test_what_follows_and_came_out_the_same_is_given_as_it_stands() -> None:
    rows = [HEADINGS, line(), line("A/R.2")]
    assert written(rows, forecast_q4="-90", forecast_q3="-110", scheme=A_SCHEME) == {
        "J2": Decimal(-110),
        "K2": Decimal(-90),
        "G2": Cached(-400),
        "L2": Cached(-400),
        "M2": Cached(0),
        "N2": Cached(0),
        "O2": Cached("Green"),
    }


def test_a_judged_rating_is_not_vouched_for() -> None:
    assert "O2" not in written([HEADINGS, line()], forecast_q4="-90", forecast_q3="-110")


def test_figures_kept_as_text_and_ratings_with_blanks_are_left_alone() -> None:
    cells = line("A/R.1", 0, 0, "Green ", UP, "Yes")
    cells[6], cells[11], cells[12] = "(400)", "-400", ""
    written_cells = written([HEADINGS, cells], forecast_q4="-90", forecast_q3="-110", scheme=A_SCHEME)
    assert set(written_cells) == {"J2", "K2", "N2"}


def test_a_blank_that_stays_blank_is_given_as_blank() -> None:
    cells = line()
    cells[2:7], cells[12], cells[13] = [None] * 5, "", None
    given = written([HEADINGS, cells], forecast_q4="-90", forecast_q3="-110")
    assert (given["G2"], given["M2"], given["N2"]) == (Cached(None), Cached(""), Cached(None))


def test_a_percentage_with_all_its_places_stays_as_it_is_written() -> None:
    cells = line("A/R.1", 0, 100 / 300, "Green", UP, "Yes")
    cells[2:6], cells[6], cells[10], cells[11], cells[12] = [-75] * 4, -300, 1, -299, 1
    cells[7:10] = [-100] * 3
    given = written([HEADINGS, cells], forecast_q2="-90", forecast_q3="-110")
    assert given["N2"] == Cached(100 / 300)


def test_a_change_of_the_rating_alone_leaves_the_figures_out() -> None:
    rows = [HEADINGS, line()]
    year = read(*rows)
    changed = changes(
        year, year.with_savings({0: year.savings[0].but(override="Green", override_reason="Asked")}), rows
    )
    assert changed == {"O2": "Green"}


def test_a_line_beyond_the_cells_of_its_sheet_is_written_all_the_same() -> None:
    rows = [HEADINGS, line("A/R.1", 0, 0, "Green", UP)]
    year = read(*rows)
    now = year.with_savings({0: year.savings[0].but(complete=True)})
    assert changes(year, now, rows)["Q2"] == "Yes"
    cut = changed_cells(year, now, [saving.place for saving in year], a_sheet(HEADINGS), NOWHERE)
    assert cut == {("Tracker", "Q2"): "Yes"}


@pytest.mark.parametrize(
    ("used", "typed", "expected"),
    [
        ([UP, "Down"], "worsening", "Down"),
        (["better", "same"], "worsening", DOWN),
        (["⬆\ufe0f", "⬇\ufe0f"], "worsening", "⬇\ufe0f"),
        (["improving", " static "], "no change", "static"),
        ([UP, UP], "", ""),
    ],
)
def test_a_direction_is_written_in_the_words_of_the_sheet(used: list[str], typed: str, expected: str) -> None:
    rows = [HEADINGS, *(line(f"A/R.{at}", 0, 0, "Green", word, "Yes") for at, word in enumerate(used))]
    assert moved(written(rows, direction=typed), rows)["P2"] == expected


@pytest.mark.parametrize(
    ("used", "typed", "expected"),
    [
        (["Y", "N"], "no", "N"),
        (["Y", "Y"], "no", "N"),
        (["Delivered", "In progress"], "no", "In progress"),
        (["Delivered", "Delivered"], "no", "No"),
        ([True, True], "no", False),
        ([None, None], "yes", "Yes"),
        (["✓", "✗"], "no", "✗"),
        (["Yes", "No"], "", None),
    ],
)
def test_whether_complete_is_written_in_the_words_of_the_sheet(used: list[Cell], typed: str, expected: Cell) -> None:
    rows = [HEADINGS, *(line(f"A/R.{at}", 0, 0, "Green", UP, word) for at, word in enumerate(used))]
    given = moved(written(rows, complete=typed), rows)["Q2"]
    assert (given, type(given)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        ([0, 19.0], Decimal("10.00")),
        ([0, 0.19], Decimal("0.1")),
        ([0, 0.2, "n/a"], Decimal("0.1")),
        (["0.00%", "19.00%"], "10.00%"),
        (["0", "0.19"], "0.10"),
        (["0", "19"], "10.00"),
        ([None, None], Decimal("10.00")),
    ],
)
def test_a_percentage_is_written_as_the_sheet_writes_it(used: list[Cell], expected: object) -> None:
    short = [0, 76, 80]
    rows = [HEADINGS, *(line(f"A/R.{at}", short[at], cell) for at, cell in enumerate(used))]
    given = written(rows, forecast_q4="-60")["N2"]
    assert isinstance(given, Cached)
    assert (given.value, type(given.value)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("used", "expected"),
    [(["G", "A"], "A"), (["G", "G"], "A"), (["Green", "Green"], "Amber"), (["GREEN", "AMBER"], "AMBER")],
)
def test_a_rating_is_written_in_the_words_of_the_sheet(
    used: list[str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.files.rating_looks.looks_of", lambda _path, _sheet, cells: dict.fromkeys(cells, BARE))
    rows = [HEADINGS, *(line(f"A/R.{at}", 0, 0, word, UP, "Yes") for at, word in enumerate(used))]
    assert written(rows, rating="Amber")["O2"] == expected
    assert written(rows, forecast_q4="-20", scheme=A_SCHEME)["O2"] == Cached(expected)
    assert written(rows, rating="Black")["O2"] == "Black"
    assert written(rows, rating="")["O2"] == ""


def a_total(short: int, of: int = 2) -> list[Cell]:
    """Give the totals of some lines, one of them so many thousands short."""
    quarter = -100 * of
    return totals(*[quarter] * 4, 4 * quarter, *[quarter] * 3, quarter + short, 4 * quarter + short, short)


TWO_LINES = [line(), line("A/R.2", 76, 19)]


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ([HEADINGS, *TWO_LINES, a_total(76)], [4]),
        ([a_total(76), HEADINGS, *TWO_LINES], [1]),
        ([a_total(76), HEADINGS, *TWO_LINES, [], a_total(76)], [1, 6]),
        ([HEADINGS, *TWO_LINES], []),
        ([HEADINGS, *TWO_LINES, a_total(75)], []),
    ],
)
def test_the_totals_are_refreshed_wherever_they_stand(rows: list[list[Cell]], places: list[int]) -> None:
    given = written(rows, forecast_q4="-90")
    first = next(at for at, cells in enumerate(rows, 1) if cells[:1] == ["A/R.1"])
    expected = {"K": -114, "L": -714, "M": 86}
    found = {cell: value for cell, value in moved(given, rows).items() if int(cell[1:]) != first}
    assert found == {f"{column}{place}": value for place in places for column, value in expected.items()}
    beside = {f"{column}{place}" for place in places for column in "CDEFGHIJ"}
    assert {cell: given[cell] for cell in beside} == {cell: Cached(-800 if cell[0] == "G" else -200) for cell in beside}


def test_a_total_of_a_column_that_has_none_is_not_written() -> None:
    sums = a_total(76)
    sums[10] = None
    sums[12] = "see note"
    rows = [HEADINGS, *TWO_LINES, sums]
    assert {cell for cell in moved(written(rows, forecast_q4="-90"), rows) if cell.endswith("4")} == {"L4"}


def test_the_percentage_of_all_lines_is_refreshed_with_their_totals() -> None:
    rows = [HEADINGS, *TWO_LINES, [*a_total(76), 9.5]]
    given = written(rows, forecast_q4="-90")
    assert given["N4"] == Cached(Decimal("10.75"))
    again = written(rows, forecast_q4="-90", forecast_q3="-110")
    assert again["N4"] == Cached(9.5)


def test_a_total_of_blanks_is_a_zero_where_the_sheet_shows_one_and_blank_where_it_does_not() -> None:
    lines = [line(), line("A/R.2")]
    for cells in lines:
        cells[10] = None
        cells[11], cells[12] = -300, 100
    for shown, after in ((0, Cached(0)), (None, Cached(None)), ("", Cached(""))):
        sums = totals(*[-200] * 4, -800, *[-200] * 3, shown, -600, 200)
        rows = [HEADINGS, *lines, sums]
        assert written(rows, forecast_q3="-90")["K4"] == after
        assert written(rows, forecast_q4="-90")["K4"] == Cached(Decimal(-90))
    one = [HEADINGS, line(), a_total(0, of=1)]
    assert written(one, forecast_q4="")["K3"] == Cached(Decimal(0))


def test_columns_that_a_sheet_does_not_have_are_not_written() -> None:
    headings = ("Ref", "Title", *PLAN, *FORECAST)
    rows: list[Sequence[Cell]] = [headings, ["A/R.1", "A saving", *[-100] * 8]]
    assert written(rows, forecast_q4="-90", direction="improving", complete="yes") == {"J2": Decimal(-90)}


def test_columns_of_other_names_are_left_alone() -> None:
    rows: list[Sequence[Cell]] = [(*HEADINGS, "Officer's own"), [*line(), "a note"]]
    assert "R2" not in written(rows, forecast_q4="-90")


def test_a_scheme_that_was_adopted_rates_every_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("model.files.rating_looks.looks_of", lambda _path, _sheet, cells: dict.fromkeys(cells, BARE))
    rows = [HEADINGS, line(), line("A/R.2", 80, 20)]
    base = read(*rows)
    savings = {saving.line: saving.but(rating_printed=None) for saving in base}
    now = replace(base.with_savings(savings), scheme=A_SCHEME)
    assert changes(base, now, rows) == {"O3": Cached("Amber")}


def test_an_override_of_the_same_name_takes_the_formulas_place() -> None:
    rows = [HEADINGS, line()]
    base = read(*rows, scheme=A_SCHEME)
    base = base.with_savings({0: base.savings[0].but(rating_printed=None)})
    now = base.with_savings({0: base.savings[0].but(override="Green", override_reason="Agreed")})
    assert changes(base, now, rows) == {"O2": "Green"}


def test_a_number_written_with_more_digits_than_it_has_is_not_written_anew(tmp_path: Path) -> None:
    path = changed(an_xlsx(tmp_path / "t.xlsx", [[0.25, 7]]), (SHEET, b"0.25", b"0.10000000000000001"))
    before = path.read_bytes()
    assert not patch_workbook(path, path, {("Tracker", "A1"): Decimal("0.1")}).cells
    assert path.read_bytes() == before


def test_a_number_that_is_none_is_written_over(tmp_path: Path) -> None:
    path = changed(an_xlsx(tmp_path / "t.xlsx", [[0.25, 7]]), (SHEET, b"0.25", b"sNaN"))
    receipt = patch_workbook(path, path, {("Tracker", "A1"): Decimal("0.1")})
    assert [(cell.before, cell.after) for cell in receipt.cells] == [("sNaN", Decimal("0.1"))]
