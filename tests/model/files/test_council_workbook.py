"""The council's workbook: what stands where, as a formula, a number or text, and what it is called."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from builders import A_SCHEME, a_saving, a_year
from council_trackers import BANDS, council_tracker
from model.fields import FIELD
from model.files import council_workbook
from model.files.council_workbook import Report, suggested_name, write_workbook
from model.files.reading import read_year
from model.files.unwritable import NameCompletedIsTaken, NoSuchFolder, NotAWorkbookName, TooLargeForASheet
from model.rag import AMBER, BLACK, GREEN, RED
from model.rag_key import built_in_schemes
from model.saving import Direction, Saving
from model.tracker import Tracker
from model.year import Column, Year
from workbook_figures import FIRST, HEADINGS, TOTALS, formulas_in, meant, sheet_of, shown_in, totals_in

YEARS = ("2017-18", "2020-21")
FOLLOWING = {"plan_total", "forecast_total", "variance"}


def written(year: Year, folder: Path, name: str = "tracker.xlsx") -> Path:
    """Give the workbook of a year, written without a remark."""
    report = write_workbook(year, folder / name)
    assert report == Report(folder / name)
    return report.path


def formulas_of(saving: Saving, folder: Path, **more: object) -> dict[str, str]:
    """Give the formulas on the line of one saving, by field."""
    year = a_year(saving, **{"scheme": A_SCHEME, **more})  # type: ignore[arg-type]
    return formulas_in(write_workbook(year, folder / "line.xlsx").path, year)[0]


@pytest.mark.parametrize("year", YEARS)
def test_title_period_bands_and_headings_stand_as_printed(tmp_path: Path, year: str) -> None:
    tracker = council_tracker(year)
    sheet = sheet_of(written(tracker, tmp_path))
    assert sheet.title == year
    assert sheet["A1"].value == tracker.title
    assert sheet["A2"].value == (tracker.period if year == "2020-21" else None)
    assert [cell.value for cell in sheet[HEADINGS]] == [column.heading for column in tracker.layout]
    bands = {cell.column - 1: cell.value for cell in sheet[TOTALS - 1] if cell.value}
    keys = [column.key for column in tracker.layout]
    assert bands == {keys.index(banded[0]): band for band, banded in BANDS[year].items()}
    merged = {(area.min_col - 1, area.max_col) for area in sheet.merged_cells.ranges}
    spans = ((keys.index(banded[0]), len(banded)) for banded in BANDS[year].values())
    assert merged == {(first, first + count) for first, count in spans if count > 1}


@pytest.mark.parametrize(("year", "lines", "columns"), [("2017-18", 67, 21), ("2020-21", 40, 26)])
def test_every_line_and_column_is_there_with_its_figures(tmp_path: Path, year: str, lines: int, columns: int) -> None:
    tracker = council_tracker(year)
    path = written(tracker, tmp_path)
    assert shown_in(path, tracker) == meant(tracker)
    assert (len(tracker.savings), len(tracker.layout)) == (lines, columns)
    assert sheet_of(path).max_column == columns


def test_the_totals_are_those_that_the_council_prints(tmp_path: Path) -> None:
    totals = totals_in(written(council_tracker("2020-21"), tmp_path), council_tracker("2020-21"))
    assert [totals[key] for key in ("plan_total", "forecast_total", "variance")] == [-15929, -10623, 5306]
    assert (totals["investment_actual"], len(totals)) == (0, 17)
    totals = totals_in(written(council_tracker("2017-18"), tmp_path), council_tracker("2017-18"))
    assert [totals[key] for key in ("plan_total", "forecast_total", "variance")] == [-20538, -16656, 3882]
    assert len(totals) == 12


def test_what_follows_is_a_formula_and_what_does_not_is_as_printed(tmp_path: Path) -> None:
    year = council_tracker("2020-21")
    formulas = dict(zip((saving.reference for saving in year), formulas_in(written(year, tmp_path), year), strict=True))
    assert set(formulas["A/R.6.114"]) == FOLLOWING | {"percent", "rating"}
    assert formulas["A/R.6.114"]["plan_total"] == '=IF(COUNT(J7:M7)=0,"",SUM(J7:M7))'
    assert formulas["A/R.6.114"]["variance"] == '=IF(COUNT(N7,T7)<2,"",T7-N7)'
    assert formulas["A/R.6.114"]["percent"] == '=IF(COUNT(N7,T7)<2,"",IF(N7=0,"",ROUND(100*(T7-N7)/ABS(N7),2)))'
    assert formulas["A/R.6.114"]["rating"] == (
        '=IF(COUNT(N7,T7)<2,"",IF(N7=0,IF(T7=0,"",IF(T7<0,"Blue","Needs a decision")),'
        'IF(T7<N7,"Blue",IF(AND(N7<0,T7>=0),"Black",IF(ABS(N7)>500,'
        'IF(100*(T7-N7)>19*ABS(N7),"Red",IF(100*(T7-N7)>=14*ABS(N7),"Amber","Green")),'
        'IF(100*(T7-N7)>=19*ABS(N7),"Amber","Green"))))))'
    )
    assert set(formulas["B/R.6.214"]) == {"variance", "percent", "rating"}, "its quarters add to -21, not +21"
    without = [reference for reference, found in formulas.items() if set(found) != FOLLOWING | {"percent", "rating"}]
    assert without == ["B/R.6.214"]


def test_totals_of_columns_are_sums_of_all_lines(tmp_path: Path) -> None:
    sheet = sheet_of(written(council_tracker("2020-21"), tmp_path), formulas=True)
    assert sheet.cell(TOTALS, 14).value == "=SUM(N7:N46)"
    assert [cell.value is None for cell in sheet[TOTALS]] == [True] * 4 + [False] * 17 + [True] * 5


def test_judged_ratings_are_text(tmp_path: Path) -> None:
    year = council_tracker("2017-18")
    assert {frozenset(found) for found in formulas_in(written(year, tmp_path), year)} == {frozenset(FOLLOWING)}


def test_a_rating_that_an_officer_put_in_its_place_is_text(tmp_path: Path) -> None:
    calculated = a_saving()
    assert "rating" in formulas_of(calculated, tmp_path)
    for overridden in (RED, GREEN):
        assert "rating" not in formulas_of(calculated.but(override=overridden, override_reason="Told"), tmp_path)
    assert "rating" not in formulas_of(calculated.but(rating_printed=AMBER), tmp_path)
    assert "rating" not in formulas_of(calculated.but(rating_printed=" Green"), tmp_path)
    assert "rating" not in formulas_of(calculated.but(unread={"rating": "Purple"}), tmp_path)
    assert "rating" not in formulas_of(calculated.but(rating_printed=GREEN), tmp_path, scheme=None)


def test_zero_for_no_rating_stays_as_it_was_read(tmp_path: Path) -> None:
    year = a_year(a_saving(plan=[0] * 4, forecast=[0] * 4, rating_printed="0", links="0"), scheme=A_SCHEME)
    line = shown_in(written(year, tmp_path), year)[0]
    assert (line["rating"], line["links"], line["percent"]) == ("0", "0", None)


def test_blank_stays_blank_and_zero_stays_zero(tmp_path: Path) -> None:
    year = a_year(a_saving(plan=(0, None, None, None), forecast=[None] * 4), scheme=A_SCHEME)
    line = shown_in(written(year, tmp_path), year)[0]
    assert (line["plan_q1"], line["plan_q2"], line["plan_total"]) == (0, None, 0)
    assert {line[key] for key in ("forecast_total", "variance", "percent", "rating", "complete", "direction")} == {None}


def test_printed_figures_that_do_not_follow_stand_as_numbers(tmp_path: Path) -> None:
    assert set(formulas_of(a_saving(variance_printed=Decimal(7)), tmp_path)) == FOLLOWING - {"variance"} | {
        "percent",
        "rating",
    }
    assert "percent" not in formulas_of(a_saving(percent_printed=Decimal("80.7")), tmp_path)
    alone = a_saving(plan=[None] * 4, plan_total_printed=Decimal(-100))
    assert set(formulas_of(alone, tmp_path)) == {"forecast_total", "variance", "percent", "rating"}


def test_a_layout_without_quarters_has_its_totals_as_numbers(tmp_path: Path) -> None:
    layout = tuple(Column(key, FIELD[key].heading) for key in ("reference", "plan_total", "forecast_total", "rating"))
    assert set(formulas_of(a_saving(), tmp_path, layout=layout)) == {"rating"}
    layout = tuple(Column(key, FIELD[key].heading) for key in ("reference", "variance", "percent", "rating"))
    assert formulas_of(a_saving(), tmp_path, layout=layout) == {}
    year = a_year(a_saving(forecast=[0] * 4), scheme=A_SCHEME, layout=layout)
    assert list(shown_in(written(year, tmp_path), year)[0].values()) == ["A/R.6.001", 100, 100, BLACK]


def test_quarters_apart_from_each_other_are_added_one_by_one(tmp_path: Path) -> None:
    keys = ("plan_q1", "reference", "plan_q2", "plan_q4", "plan_q3", "plan_total")
    layout = tuple(Column(key, FIELD[key].heading) for key in keys)
    assert formulas_of(a_saving(), tmp_path, layout=layout) == {
        "plan_total": '=IF(COUNT(A7,C7,E7,D7)=0,"",SUM(A7,C7,E7,D7))'
    }


def test_figures_with_decimals_are_rounded_to_as_many(tmp_path: Path) -> None:
    formulas = formulas_of(a_saving(plan=("-600.1", "-0.25", None, None)), tmp_path)
    assert "ROUND(SUM(" in formulas["plan_total"]
    assert formulas["plan_total"].endswith(",2))")
    assert "19*ABS(" in formulas["rating"]
    assert ",2)>0" in formulas["rating"]


def test_a_figure_with_more_digits_than_a_workbook_keeps_is_told(tmp_path: Path) -> None:
    year = a_year(a_saving(forecast=("-123456789012.123456", None, None, None)))
    report = write_workbook(year, tmp_path / "digits.xlsx")
    assert report.remarks[0] == (
        "The Q1 forecast of A/R.6.001 has more digits than a workbook keeps (15): it stands as -123456789012.123 there."
    )
    assert "forecast_total" not in formulas_in(report.path, year)[0]


def test_a_percentage_that_a_spreadsheet_can_not_reckon_exactly_is_a_number(tmp_path: Path) -> None:
    formulas = formulas_of(a_saving(plan=("-0.01", None, None, None), forecast=(99_999, *[None] * 3)), tmp_path)
    assert "percent" in formulas
    formulas = formulas_of(a_saving(plan=("-0.01", None, None, None), forecast=(99_999_999, *[None] * 3)), tmp_path)
    assert set(formulas) == FOLLOWING | {"rating"}


def test_unknown_columns_stand_in_their_place_with_their_values(tmp_path: Path) -> None:
    layout = (
        Column("reference", "Ref"),
        Column("other:Risk owner", "Risk owner"),
        Column("other:Score", "Score"),
        Column("other:Agreed", "Agreed"),
        Column("forecast_q1", "Q1"),
    )
    other = {"Risk owner": "Head of Service", "Score": Decimal("2.5"), "Agreed": True}
    year = a_year(a_saving(other=other), a_saving(), layout=layout)
    lines = shown_in(written(year, tmp_path), year)
    assert list(lines[0].values()) == ["A/R.6.001", "Head of Service", Decimal("2.5"), True, -25]
    assert list(lines[1].values()) == ["A/R.6.001", None, None, None, -25]
    assert totals_in(tmp_path / "tracker.xlsx", year) == {"forecast_q1": -50}
    assert sheet_of(tmp_path / "tracker.xlsx").cell(FIRST, 3).number_format.startswith("#,##0.0")


def test_what_could_not_be_read_stands_as_its_text(tmp_path: Path) -> None:
    unread = {"plan_q1": "tbc", "direction": "sideways", "forecast_total": "n/a"}
    year = a_year(a_saving(plan=(None, -25, -25, -25), unread=unread))
    path = written(year, tmp_path)
    assert shown_in(path, year) == meant(year)
    assert shown_in(path, year)[0]["plan_q1"] == "tbc"
    assert "variance" not in formulas_in(path, year)[0]
    assert totals_in(path, year)["forecast_total"] == -100, "as the program counts it"


def test_words_of_choice_are_written_as_the_council_does(tmp_path: Path) -> None:
    directions = list(Direction)
    year = a_year(*(a_saving(direction=direction, complete=complete) for direction, complete in
                    zip(directions, (True, False, None, None), strict=True)))  # fmt: skip
    lines = shown_in(written(year, tmp_path), year)
    assert [line["direction"] for line in lines] == ["↑", "↔", "↓", None]
    assert [line["complete"] for line in lines] == ["Yes", "No", None, None]


def test_the_key_follows_the_lines_word_for_word(tmp_path: Path) -> None:
    scheme = built_in_schemes()[0]
    year = replace(council_tracker("2020-21"), scheme=scheme)
    sheet = sheet_of(written(year, tmp_path))
    rows = [[cell.value for cell in row[:4]] for row in sheet.iter_rows(min_row=47)]
    assert rows[0] == [None] * 4
    assert rows[1][0] == "Key to RAG ratings:"
    assert rows[2] == ["Total saving", *scheme.sizes]
    assert rows[3:] == [[rating, *words] for rating, words in scheme.key.items()]


def test_a_key_wider_than_the_tracker_is_whole(tmp_path: Path) -> None:
    year = a_year(a_saving(), scheme=built_in_schemes()[0], layout=(Column("reference", "Reference"),))
    assert sheet_of(written(year, tmp_path)).cell(10, 4).value == "Below 100k"


@pytest.mark.parametrize("year", YEARS)
def test_our_own_reader_gives_the_same_tracker_back(tmp_path: Path, year: str) -> None:
    tracker = council_tracker(year)
    if tracker.scheme:
        tracker = replace(tracker, scheme=built_in_schemes()[0])
    again = read_year(written(tracker, tmp_path))
    assert [replace(saving, place=tracker.savings[0].place) for saving in again] == list(tracker)
    assert (again.title, again.year, again.period) == (tracker.title, tracker.year, tracker.period)
    assert again.layout == tracker.layout
    assert again.scheme == tracker.scheme or (
        again.scheme and tracker.scheme and again.scheme.key == tracker.scheme.key
    )
    assert again.notes == ()


@pytest.mark.published
@pytest.mark.parametrize("year", YEARS)
def test_a_published_tracker_comes_back_word_for_word(tmp_path: Path, published: Path, year: str) -> None:
    tracker = read_year(published / f"savings-tracker-{year}.txt")
    again = read_year(written(tracker, tmp_path))
    assert meant(again) == meant(tracker)
    assert (again.title, again.year, again.period) == (tracker.title, tracker.year, tracker.period)
    assert (again.layout, again.scheme, again.printed_totals) == (
        tracker.layout,
        tracker.scheme,
        tracker.printed_totals,
    )


def test_a_tracker_written_and_read_and_written_is_the_same_workbook(tmp_path: Path) -> None:
    made = datetime(2020, 7, 1, tzinfo=UTC)
    tracker = Tracker(read_year(write_workbook(council_tracker("2017-18"), tmp_path / "first.xlsx", made).path))
    second = write_workbook(tracker.year, tmp_path / "second.xlsx", made).path
    assert second.read_bytes() == (tmp_path / "first.xlsx").read_bytes()


def test_a_tracker_without_lines_or_layout_is_still_a_workbook(tmp_path: Path) -> None:
    sheet = sheet_of(written(Year(title="Empty"), tmp_path))
    assert (sheet["A1"].value, sheet.cell(HEADINGS, 2).value, sheet.max_row) == ("Empty", "Reference", HEADINGS)
    assert not sheet.cell(TOTALS, 10).value


def test_a_name_without_an_ending_gets_it_and_another_ending_is_refused(tmp_path: Path) -> None:
    year = a_year()
    assert write_workbook(year, tmp_path / "plain").path.name == "plain.xlsx"
    assert write_workbook(year, tmp_path / "v1.2").path.name == "v1.2.xlsx"
    assert write_workbook(year, tmp_path / "LOUD.XLSX").path.name == "LOUD.XLSX"
    with pytest.raises(NotAWorkbookName, match=r"ends in “\.xls”"):
        write_workbook(year, tmp_path / "old.xls")
    with pytest.raises(NameCompletedIsTaken, match=r"“plain\.xlsx” exists already"):
        write_workbook(year, tmp_path / "plain")


def test_what_a_worksheet_can_not_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(council_workbook, "MOST_LINES", 1)
    write_workbook(a_year(a_saving()), tmp_path / "one.xlsx")
    with pytest.raises(TooLargeForASheet):
        write_workbook(a_year(a_saving(), a_saving()), tmp_path / "two.xlsx")
    wide = tuple(Column(f"other:{number}", str(number)) for number in range(16_385))
    with pytest.raises(TooLargeForASheet):
        write_workbook(a_year(layout=wide), tmp_path / "wide.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["one.xlsx"]


def test_a_refused_export_leaves_the_tracker_as_it_is(tmp_path: Path) -> None:
    tracker = Tracker(council_tracker("2017-18"))
    with pytest.raises(NoSuchFolder):
        tracker.export(tmp_path / "gone" / "tracker.xlsx")
    assert tracker.year is council_tracker("2017-18")


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (Year(title="Savings Tracker 2020-21", year="2020-21", period="Quarter 1"), "2020-21 Quarter 1"),
        (Year(title="Appendix 3", year="2017-18", period="as at October 2017"), "2017-18 as at October 2017"),
        (Year(title="Our: plans? A/B <draft> | “x” *", period="Q1"), None),
        (Year(year="2020/21"), "2020 21"),
        (Year(), ""),
    ],
)
def test_a_name_is_suggested_that_every_system_takes(year: Year, name: str | None) -> None:
    suggested = suggested_name(year)
    wanted = "Our plans A B draft “x” Q1.xlsx" if name is None else f"Savings Tracker {name}".strip() + ".xlsx"
    assert suggested == wanted


def test_a_suggested_name_is_never_too_long_nor_ends_in_dots() -> None:
    assert len(suggested_name(Year(title="x" * 300))) <= 130
    assert suggested_name(Year(title="Draft...\x00\n...")) == "Draft.xlsx"
    assert suggested_name(Year(title="???")) == "Savings Tracker.xlsx"


@pytest.mark.parametrize(
    ("year", "sheet"),
    [("2020/21", "2020 21"), ("History", "Savings Tracker"), ("'", "Savings Tracker"), ("y" * 40, None)],
)
def test_the_sheet_is_named_after_the_year_where_that_makes_a_name(
    tmp_path: Path, year: str, sheet: str | None
) -> None:
    path = written(a_year(a_saving(), year=year), tmp_path)
    assert openpyxl.load_workbook(path).sheetnames == [sheet or "y" * 30 + "…"]
