"""The traps in the layout of the two published trackers (1 to 8): each is read right."""

from collections import Counter
from decimal import Decimal

from model.fields import FIELD, FORECAST_QUARTERS, PLAN_QUARTERS, Band, Kind
from model.totals import Totals
from model.year import Year
from papers import Paper

REFERENCE = "Reference"


def sums(year: Year) -> dict[str, Decimal]:
    totals = Totals(year)
    return {column.key: totals[column.key] or Decimal(0) for column in year.layout if FIELD[column.key].is_figure}


def test_headings_repeated_on_every_page_are_no_savings(older: Paper, newer: Paper) -> None:
    """Trap 1."""
    assert [line for line in range(1, len(older.lines) + 1) if REFERENCE in older.cells(line)] == [
        7,
        23,
        34,
        45,
        58,
        70,
        86,
    ]
    assert [line for line in range(1, len(newer.lines) + 1) if REFERENCE in newer.cells(line)] == [10, 30, 57]
    assert (len(older.year.savings), len(newer.year.savings)) == (67, 40)
    assert not any(REFERENCE in saving.reference for paper in (older, newer) for saving in paper.year)


def test_rows_with_more_cells_than_headings_are_read_all_the_same(older: Paper) -> None:
    """Trap 2."""
    widths = Counter(len(older.cells(saving.place.row)) for saving in older.year)
    assert widths == {21: 50, 23: 9, 22: 8}
    assert len(older.year.layout) == 21
    assert all(column.known for column in older.year.layout)
    assert older["A/R.6.161"].forecast_total is not None


def test_totals_in_the_wrong_columns_are_given_to_the_right_ones(older: Paper, newer: Paper) -> None:
    """Trap 3, the totals."""
    starts = [older.cells(line).index("4,023") for line in range(1, len(older.lines)) if "4,023" in older.cells(line)]
    assert Counter(starts) == {4: 2, 2: 5}
    assert newer.cells(8)[0] == "10,247"
    assert older.year.printed_totals["investment_planned"] == 4023
    assert newer.year.printed_totals["investment_planned_prior"] == 10247
    assert older.year.printed_totals["variance"] == 3882
    assert newer.year.printed_totals["variance"] == 5306


def test_bands_that_slipped_are_put_over_their_figures(older: Paper, newer: Paper) -> None:
    """Trap 3, the bands."""
    assert (older.cells(5).index("Planned £000"), older.cells(5).index("Forecast £000")) == (4, 9)
    assert newer.cells(7).index("Planned Savings 2020-21 £000") == 3
    bands = {column.key: column.band for column in newer.year.layout if column.band}
    assert bands == {
        key: {
            Band.INVESTMENT: "Investment £000",
            Band.PLAN: "Planned Savings 2020-21 £000",
            Band.FORECAST: "Forecast Savings 2020-21 £000",
            Band.PRIOR: "Prior Years" if key == "plan_prior" else "Prior years",
        }[band]
        for key in bands
        if (band := FIELD[key].band)
    }
    assert len(bands) == 17
    older_bands = {column.key: column.band for column in older.year.layout}
    assert {older_bands[key] for key in (*PLAN_QUARTERS, "plan_total")} == {"Planned £000"}
    assert {older_bands[key] for key in (*FORECAST_QUARTERS, "forecast_total", "variance")} == {"Forecast £000"}
    assert older_bands["investment_planned"] == ""


def test_totals_rows_are_no_savings_and_equal_the_lines_in_every_column(older: Paper, newer: Paper) -> None:
    """Trap 4."""
    for paper, count in ((older, 12), (newer, 17)):
        assert len(paper.year.printed_totals) == count
        assert dict(paper.year.printed_totals) == sums(paper.year)
        assert all(saving.title for saving in paper.year)


def test_each_tracker_keeps_its_own_columns_in_their_order(older: Paper, newer: Paper) -> None:
    """Trap 5."""
    for paper, line, count in ((older, 7, 21), (newer, 10, 26)):
        assert [column.heading for column in paper.year.layout] == paper.cells(line)[:count]
    assert [column.key for column in newer.year.layout][:3] == ["rating", "reference", "title"]
    assert not newer.year.has("committee")
    assert not older.year.has("percent")
    assert not older.year.has("plan_prior")


def test_the_period_is_read_in_either_wording(older: Paper, newer: Paper) -> None:
    """Trap 6."""
    assert (older.year.period, newer.year.period) == ("as at October 2017", "Quarter 1")
    assert (older.year.year, newer.year.year) == ("2017-18", "2020-21")
    assert (older.year.title, newer.year.title) == (older.lines[2], newer.lines[2])


def test_the_last_row_without_a_line_break_is_read(older: Paper, newer: Paper) -> None:
    """Trap 7."""
    assert older.year.savings[-1].reference == "A/R.7.106"
    assert older.year.savings[-1].place.row == len(older.lines) == 98
    assert newer.year.scheme is not None
    assert newer.year.scheme.key["Blue"] == ("Over-achieving",) * 3
    assert newer.lines[-1].startswith("Blue")


def test_the_key_below_the_lines_is_the_scheme_and_no_saving(newer: Paper) -> None:
    """Trap 8."""
    scheme = newer.year.scheme
    assert scheme is not None
    assert scheme.sizes == ("Over £500k", "100-500k", "Below 100k")
    assert list(scheme.key) == ["Black", "Red", "Amber", "Green", "Blue"]
    assert scheme.key["Red"] == ("% variance more than 19%", "-", "-")
    assert [[threshold.rating for threshold in band.thresholds] for band in scheme.bands] == [
        ["Red", "Amber"],
        ["Amber"],
        ["Amber"],
    ]
    assert newer.year.savings[-1].reference == "G/R.6.004"
    assert {FIELD[column.key].kind for column in newer.year.layout} >= {Kind.RATING}
