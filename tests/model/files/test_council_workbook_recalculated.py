"""LibreOffice works the council's workbook out for itself and comes to every figure and rating of ours."""

import csv
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from builders import A_SCHEME, a_saving, a_year
from council_trackers import council_tracker
from libreoffice import SHOWN, converted
from model.fields import FIELDS, Field
from model.files.council_workbook import write_workbook
from model.money import ZERO
from model.rag import AMBER, BLACK, BLUE, GREEN, RED, UNDECIDED, Scheme, SizeBand, Threshold
from model.rating import rating_of
from model.saving import Saving
from model.tracker import Tracker
from model.year import Column, Year
from workbook_figures import FIRST, TOTALS, Line, meant, sheet_of, shown_in, totals_in, totals_meant

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow]

ODD_SCHEME = Scheme(
    "Odd",
    (
        SizeBand(
            "From 100",
            Decimal(100),
            included=True,
            thresholds=(
                Threshold(BLACK, Decimal("33.33"), included=True),
                Threshold(RED, Decimal("12.5"), included=False),
            ),
            rest=GREEN,
        ),
        SizeBand("Over 7", Decimal(7), included=False, thresholds=(), rest='Quite "fine"'),
        SizeBand("The rest", ZERO, included=True, thresholds=(), rest=AMBER),
    ),
    has_black=False,
    has_blue=False,
)


def assert_recalculated(years: Mapping[str, Year], folder: Path) -> None:
    """Every figure, rating and word is ours: in the export, and after LibreOffice has worked it all out."""
    paths = [write_workbook(year, folder / f"{name}.xlsx").path for name, year in years.items()]
    for year, path, worked_out in zip(years.values(), paths, converted(paths, "xlsx", folder), strict=True):
        for workbook in (path, worked_out):
            assert differences(shown_in(workbook, year), meant(year)) == []
            assert totals_in(workbook, year) == totals_meant(year)


def differences(shown: list[Line], due: list[Line]) -> list[tuple[int, str, object, object]]:
    """List what a workbook shows otherwise than it should: line, field, what is shown, what is due."""
    return [
        (number, key, cells[key], value)
        for number, (cells, values) in enumerate(zip(shown, due, strict=True))
        for key, value in values.items()
        if cells[key] != value
    ]


def after(*edits: tuple[str, str, str], year: str = "2020-21", reason: str = "") -> Year:
    """Give a tracker after some edits, as typed."""
    tracker = Tracker(council_tracker(year))
    for reference, key, text in edits:
        tracker.edit(reference, key, text, reason)
    return tracker.year


def test_a_wrong_result_in_a_file_is_worked_out_anew(tmp_path: Path) -> None:
    path = tmp_path / "wrong.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_formula("A1", "=1+1", None, 3)
    assert sheet_of(path)["A1"].value == 3
    assert sheet_of(converted([path], "xlsx", tmp_path)[0])["A1"].value == 2


def test_both_trackers_come_to_the_figures_and_ratings_that_they_print(tmp_path: Path) -> None:
    assert_recalculated({year: council_tracker(year) for year in ("2017-18", "2020-21")}, tmp_path)


def test_figures_are_shown_as_the_council_prints_them(tmp_path: Path) -> None:
    year = council_tracker("2020-21")
    path = write_workbook(year, tmp_path / "shown.xlsx").path
    with converted([path], SHOWN, tmp_path)[0].open(encoding="utf-8", newline="") as shown:
        rows = list(csv.reader(shown))
    figures = ["10,247", "7,079", "539", "0", "-24,975", "-4,131", "-3,843", "-3,845", "-4,152", "-15,929", "-16,182"]
    assert rows[TOTALS - 1][4:21] == [*figures, "-2,640", "-2,055", "-2,597", "-3,373", "-10,623", "5,306"]
    worst = next(row for row in rows if "A/R.6.176" in row)
    assert (worst[0], worst[6], worst[13], worst[20:24]) == ("Red", "", "-3,800", ["3,065", "No", "80.66", "↔"])


def test_edited_forecasts_move_figures_and_ratings(tmp_path: Path) -> None:
    line = "A/R.6.266"
    years = {
        "amber": after((line, "forecast_q4", "-90")),
        "red": after((line, "forecast_q4", "-89")),
        "blue": after((line, "forecast_q4", "-376")),
        "black": after((line, "forecast_total", "0")),
        "cost": after((line, "forecast_total", "20")),
        "blank": after(*((line, f"forecast_q{quarter}", "") for quarter in (1, 2, 3, 4))),
        "overridden": after((line, "rating", BLACK), reason="Told so by the service"),
    }
    found = {name: next(saving for saving in year if saving.reference == line) for name, year in years.items()}
    assert found["amber"].variance == 285
    assert found["amber"].percent == Decimal("19.00")
    ratings = [rating_of(saving, A_SCHEME).name for saving in found.values()]
    assert ratings == [AMBER, RED, BLUE, BLACK, BLACK, "", BLACK]
    years["sign"] = after(("B/R.6.214", "forecast_q1", "-4"))
    years["judged"] = after(("A/R.6.101", "rating", GREEN), year="2017-18")
    assert_recalculated(years, tmp_path)


def test_an_edit_in_the_workbook_gives_what_the_same_edit_in_the_program_gives(tmp_path: Path) -> None:
    year = council_tracker("2020-21")
    edits = {"A/R.6.266": "-89", "A/R.6.176": "-3000", "F/R.7.113": "", "G/R.6.004": "12.5", "A/R.6.114": "-0.1"}
    book = openpyxl.load_workbook(write_workbook(year, tmp_path / "before.xlsx").path)
    place = [column.key for column in year.layout].index("forecast_q4") + 1
    for row in range(FIRST, FIRST + len(year.savings)):
        if (text := edits.get(book.worksheets[0].cell(row, 2).value)) is not None:
            book.worksheets[0].cell(row, place).value = float(text) if text else None
    book.save(tmp_path / "edited.xlsx")
    due = after(*((reference, "forecast_q4", text) for reference, text in edits.items()))
    worked_out = converted([tmp_path / "edited.xlsx"], "xlsx", tmp_path)[0]
    assert shown_in(worked_out, due) == meant(due)
    assert totals_in(worked_out, due) == totals_meant(due)


def test_a_line_left_blank_can_be_filled_in_the_workbook(tmp_path: Path) -> None:
    blank = a_saving(forecast=[None] * 4)
    path = write_workbook(a_year(blank, scheme=A_SCHEME), tmp_path / "blank.xlsx").path
    book = openpyxl.load_workbook(path)
    place = [field.key for field in FIELDS].index("forecast_q3") + 1
    book.worksheets[0].cell(FIRST, place).value = -80
    book.save(tmp_path / "filled.xlsx")
    filled = a_year(a_saving(forecast=[None, None, -80, None]), scheme=A_SCHEME)
    assert shown_in(converted([tmp_path / "filled.xlsx"], "xlsx", tmp_path)[0], filled) == meant(filled)


def test_figures_on_either_side_of_every_boundary_are_rated_alike(tmp_path: Path) -> None:
    plans = (-1500, -600, -501, "-500.1", -500, -499, -100, "-99.9", -8, -7, 0, 7, 600, "-600.1", "-1000.01", "0.1")
    shares = (0, "0.667", "0.81", "0.86", "0.875", 1, "1.1", "1.14", "1.19", 2)
    steps = (-1, "-0.001", 0, "0.001", 1)
    savings = [
        a_saving(plan=(plan, None, None, None), forecast=(Decimal(plan) * Decimal(share) + Decimal(step), *[None] * 3))
        for plan in plans
        for share in shares
        for step in steps
    ]
    # A thousandth of a percent of a thousand pounds below 33.33%.
    savings.append(a_saving(plan=("-999.7", None, None, None), forecast=("-666.5", None, None, None)))
    years = {scheme.name: a_year(*savings, scheme=scheme) for scheme in (A_SCHEME, ODD_SCHEME)}
    ratings = {rating_of(saving, A_SCHEME).name for saving in savings}
    assert ratings == {RED, AMBER, GREEN, BLACK, BLUE, UNDECIDED, ""}
    assert_recalculated(years, tmp_path)


AMOUNTS = st.one_of(
    st.none(),
    st.integers(-1000, 1000).map(Decimal),
    st.decimals(-1000, 1000, places=2),
    st.decimals(-10, 10, places=9),
    st.integers(-(10**12), 10**12).map(Decimal),
    st.sampled_from([Decimal("0.1"), Decimal("-0.3"), Decimal("1.005"), Decimal("-99999999.999999"), ZERO]),
)
QUARTERS = st.lists(AMOUNTS, min_size=4, max_size=4)
TOTAL_PRINTED = st.sampled_from(["plan_total_printed", "forecast_total_printed", "variance_printed"])


@st.composite
def lines(draw: st.DrawFn) -> Saving:
    """Draw a line, often on plan, often with a printed figure beside what its quarters add to."""
    plan = draw(QUARTERS)
    line = a_saving(plan=plan, forecast=draw(st.one_of(QUARTERS, st.just(plan[::-1]))))
    line = line.but(**{key: draw(AMOUNTS) for key in draw(st.sets(TOTAL_PRINTED, max_size=1))})
    if draw(st.integers(0, 4)) == 0:
        rating = draw(st.sampled_from([RED, GREEN, "0", ""]))
        line = line.but(percent_printed=draw(st.decimals(-200, 200, places=2)), rating_printed=rating)
    if draw(st.integers(0, 4)) == 0:
        line = line.but(plan_q1=None, unread={"plan_q1": "tbc", "forecast_total": "n/a"})
    return line.but(other={"Risk": draw(AMOUNTS)})


@given(drawn=st.lists(lines(), min_size=5, max_size=30), order=st.permutations(FIELDS))
# Without looking for the smallest example: each try takes LibreOffice seconds.
@settings(max_examples=6, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate])
def test_any_figures_in_any_order_of_columns_come_out_alike(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[Saving], order: list[Field]
) -> None:
    layout: tuple[Any, ...] = (Column("other:Risk", "Risk"), *(Column(field.key, field.heading) for field in order))
    year = a_year(*drawn, scheme=A_SCHEME, layout=layout)
    assert_recalculated({"drawn": year}, tmp_path_factory.mktemp("drawn"))
