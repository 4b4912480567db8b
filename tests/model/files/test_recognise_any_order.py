"""Whatever the order, wording, page breaks and blank rows: the same savings come out."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from grids import a_sheet
from model.fields import FIELD, FIGURES, FORECAST_QUARTERS, PLAN_QUARTERS, Kind
from model.files.grid import Cell
from model.files.recognise import NoTracker, recognise
from model.saving import NOWHERE, Saving
from model.year import Year

WORDINGS: dict[str, tuple[str, ...]] = {
    "rating": ("RAG", "BRAG", "RAG rating", "RAG\nstatus"),
    "reference": ("Reference", "Ref", "Ref. no.", "Saving ref", "BP ref"),
    "title": ("Title", "Saving name", "Proposal", "Name of saving"),
    "description": ("Description", "Details", "Description of saving"),
    "committee": ("Committee", "Directorate", "Service area"),
    "investment_planned": ("Investment £000", "Budgeted Investment", "Planned investment 20-21"),
    "plan_total": ("Original Saving", "Total plan", "Annual target", "Plan 2020/21 £k"),
    "forecast_total": ("Forecast Saving", "Latest forecast", "Total forecast", "Forecast outturn"),
    "variance": ("Variance", "Variance from Plan £000", "Var", "Over(-)/under"),
    "complete": ("Saving complete?", "Delivered?", "Complete (Y/N)"),
    "percent": ("% Variance", "Var %", "Variance %"),
    "direction": ("Direction of travel", "DoT", "Trend"),
    "commentary": ("Forecast Commentary", "Narrative", "Comments"),
    "links": ("Links with partner organisations", "Partner links"),
    **{
        f"plan_q{q}": (f"Original Phasing - Q{q}", f"Plan Q{q}", f"Q{q} budget", f"Quarter {q} target")
        for q in range(1, 5)
    },
    **{
        f"forecast_q{q}": (
            f"Current Forecast Phasing - Q{q}",
            f"Latest forecast Q{q}",
            f"Q{q} fcast",
            f"Forecast Qtr {q}",
        )
        for q in range(1, 5)
    },
}
NEEDED = ("reference", "title", *PLAN_QUARTERS, *FORECAST_QUARTERS)
UNKNOWN = ("Cost centre", "Responsible officer")

figures = st.one_of(st.none(), st.integers(-5000, 5000), st.decimals(-500, 500, places=1).map(float))
words = st.text(st.sampled_from("abc Dé£&<=-'0"), max_size=12)
cells_of: dict[Kind, st.SearchStrategy[Cell]] = {
    Kind.AMOUNT: figures,
    Kind.PERCENT: st.none(),
    Kind.RATING: st.sampled_from(["Red", "Amber", "Green", "", "0"]),
    Kind.DIRECTION: st.sampled_from(["↑", "↔", "↓", ""]),
    Kind.COMPLETE: st.sampled_from(["Yes", "No", ""]),
    Kind.TEXT: words,
    Kind.TITLE: words.map(lambda text: f"Saving {text}"),
}


@st.composite
def trackers(draw: st.DrawFn) -> tuple[list[str], list[list[Cell]]]:
    """Draw the fields of a tracker in some order, and its lines."""
    optional = draw(st.sets(st.sampled_from(sorted(set(WORDINGS) - set(NEEDED)))))
    keys = draw(st.permutations([*NEEDED, *sorted(optional)]))
    count = draw(st.integers(1, 6))
    lines = [
        [f"A/R.{number}" if key == "reference" else draw(cells_of[FIELD[key].kind]) for key in keys]
        for number in range(count)
    ]
    return keys, lines


def plainly(keys: Sequence[str], lines: Sequence[Sequence[Cell]]) -> Year:
    return recognise([a_sheet([WORDINGS[key][0] for key in keys], *lines)], "tracker.xlsx")


def contents(year: Year) -> list[Saving]:
    """What the lines say, whatever their place."""
    return [replace(saving, place=NOWHERE) for saving in year]


@given(trackers(), st.data())
def test_wording_order_blank_rows_and_pages_change_no_saving(
    tracker: tuple[list[str], list[list[Cell]]], data: st.DataObject
) -> None:
    keys, lines = tracker
    order = data.draw(st.permutations(range(len(keys))))
    headings = [data.draw(st.sampled_from(WORDINGS[keys[at]])) for at in order]
    rows: list[list[Cell]] = [["Savings Tracker"], [*headings]]
    for line in lines:
        between: list[list[Cell]] = [[], [None, ""], [*headings]]
        rows += data.draw(st.lists(st.sampled_from(between), max_size=2))
        rows.append([line[at] for at in order])
    shuffled = recognise([a_sheet(*rows)], "tracker.xlsx")
    assert contents(shuffled) == contents(plainly(keys, lines))
    assert shuffled.notes == ()
    assert all(column.known for column in shuffled.layout)


@given(trackers(), st.data())
def test_unknown_and_empty_columns_between_the_others_change_no_figure(
    tracker: tuple[list[str], list[list[Cell]]], data: st.DataObject
) -> None:
    keys, lines = tracker
    places = sorted(data.draw(st.lists(st.integers(0, len(keys)), min_size=2, max_size=2)), reverse=True)
    rows: list[list[Any]] = [[WORDINGS[key][0] for key in keys], *map(list, lines)]
    for name, place in zip(UNKNOWN, places, strict=True):
        for row in rows:
            row.insert(place, name if row is rows[0] else "x")
            row.insert(place, None)
    widened = recognise([a_sheet(*rows)], "tracker.xlsx")
    assert [replace(saving, other={}) for saving in contents(widened)] == [
        replace(saving, other={}) for saving in contents(plainly(keys, lines))
    ]
    assert {*widened.savings[0].other} == {*UNKNOWN}


@given(trackers())
def test_what_is_read_is_what_stands_in_the_cells(tracker: tuple[list[str], list[list[Cell]]]) -> None:
    keys, lines = tracker
    year = plainly(keys, lines)
    assert [saving.reference for saving in year] == [line[keys.index("reference")] for line in lines]
    for saving, line in zip(year, lines, strict=True):
        for key in set(FIGURES) & set(keys) - {"plan_total", "forecast_total", "variance"}:
            cell = line[keys.index(key)]
            found = saving.value(key)
            assert (found is None) == (cell is None)
            assert cell is None or float(str(found)) == cell


@given(st.lists(st.lists(st.one_of(st.none(), words, figures, st.booleans()), max_size=30), max_size=40))
def test_any_cells_under_the_headings_are_lines_or_are_said(rows: list[list[Cell]]) -> None:
    keys = list(WORDINGS)
    year = recognise([a_sheet([WORDINGS[key][0] for key in keys], *rows)], "tracker.xlsx")
    assert len(year.savings) <= len(rows)
    assert all(note.message for note in year.notes)


VOCABULARY = st.sampled_from(
    [
        *(
            "Ref",
            "Title",
            "Q1",
            "Q2",
            "Q3",
            "Q4",
            "Total",
            "Plan",
            "Forecast",
            "Prior Years",
            "Investment £000",
            "Status",
        ),
        *("Plan Q1", "Forecast Q2", "Savings Tracker 2020-21", "Quarter 1", "RAG", "% Variance", "Saving", "Variance"),
        *(
            "Key",
            "Red",
            "Amber",
            "Green",
            "Black",
            "Blue",
            "more than 10%",
            "5% to 10%",
            "less than 5%",
            "-",
            "Over £500k",
        ),
        *("100-500k", "Below 100k", "A/R.1", "SAV 1", "Adults", "Total savings", "Red: over 10%", "100% non-achieving"),
    ]
)


@given(st.lists(st.lists(st.one_of(st.none(), VOCABULARY, figures), max_size=14), max_size=16))
def test_words_of_a_tracker_in_any_disorder_are_read_or_refused(rows: list[list[Cell]]) -> None:
    year = Year()
    with suppress(NoTracker):
        year = recognise([a_sheet(*rows), a_sheet(*reversed(rows), name="Turned")], "tracker.xlsx")
    assert len({column.key for column in year.layout}) == len(year.layout)
    assert [saving.line for saving in year] == [*range(len(year.savings))]
