"""The comparison's table as data: both sides of each field, what became of each saving, totals of each side."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from builders import A_SCHEME, a_saving, a_year
from gui.compare.columns import REFERENCE, TITLE, WHAT
from gui.compare.compare_model import CompareModel
from gui.compare.flow import FlowLayout
from gui.compare.movement_page import chart_steps, committee_rows, committee_steps, line_rows, sentence_of
from gui.compare.totals import CompareTotals
from gui.compare.words import change_counts, signed, spoken
from gui.roles import Kind, Marks, Role
from model.comparison import Comparison, Show, Side, Wanted, compare, differences, movement
from model.lineage import lineage
from model.money import ZERO
from model.year import Year

ACROSS = Qt.Orientation.Horizontal


def compared(earlier: Year, later: Year) -> Comparison:
    return compare(earlier, later, lineage(earlier, later))


@pytest.fixture
def quarters() -> Comparison:
    """Two periods of one year: one line worse, one new, one gone, one the same, one with another commentary."""
    same = a_saving("D", title="Waste")
    before = (
        a_saving("A", title="Roads", plan=(-200,) * 4, forecast=(-200,) * 4, committee="Adults"),
        a_saving("B", title="Parks", committee="Adults"),
        same,
        a_saving("E", title="Trees", commentary="On track"),
    )
    after = (
        a_saving("A", title="Roads", plan=(-200,) * 4, forecast=(-200, -200, -200, -10), committee="Adults"),
        a_saving("C", title="Lamps", committee="C&YP"),
        same,
        a_saving("E", title="Trees", commentary="Behind plan"),
    )
    years = (
        a_year(*savings, year="2020-21", period=period, scheme=A_SCHEME)
        for savings, period in ((before, "Quarter 1"), (after, "Quarter 2"))
    )
    return compared(*years)


@pytest.fixture
def model(quarters: Comparison) -> CompareModel:
    """The table of them, under Qt's own tester."""
    made = CompareModel(quarters, {(Side.EARLIER, "plan_total"): "−800"})
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


@pytest.fixture
def years() -> Comparison:
    """Two years: a reference under another title, and a line that may be another one's."""
    before = (a_saving("A", title="Roads and bridges"), a_saving("B", title="Home to school transport contracts"))
    after = (a_saving("A", title="Skills"), a_saving("Z", title="Home to school transport contracts"))
    return compared(a_year(*before, year="2017-18"), a_year(*after, year="2020-21"))


def place(model: CompareModel, key: str, side: Side | None = None) -> int:
    return next(at for at, column in enumerate(model.columns) if (column.key, column.side) == (key, side))


def cell(model: CompareModel, reference: str, key: str, side: Side | None = None) -> QModelIndex:
    row = next(at for at, row in enumerate(model.rows) if row.reference == reference)
    return model.index(row, place(model, key, side))


def shown(model: CompareModel) -> list[str]:
    return [row.reference for row in model.rows]


def test_each_field_stands_with_both_sides_under_its_name(model: CompareModel) -> None:
    plan = place(model, "plan_total", Side.EARLIER)
    assert [model.headerData(plan + step, ACROSS) for step in (0, 1)] == ["Quarter 1", "Quarter 2"]
    assert [model.headerData(plan + step, ACROSS, int(Role.BAND)) for step in (0, 1)] == ["Plan", "Plan"]
    assert model.headerData(plan, ACROSS, int(Qt.ItemDataRole.ToolTipRole)) == "Plan: Quarter 1"
    assert model.headerData(plan, ACROSS, int(Role.KIND)) == Kind.AMOUNT
    assert model.headerData(plan, ACROSS, int(Role.WIDEST)) == "−800"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(place(model, WHAT), ACROSS, int(Qt.ItemDataRole.SizeHintRole)).width() > 100


@pytest.mark.parametrize(
    ("periods", "headings"),
    [
        (("as at October 2017", "as at January 2018"), ["October 2017", "January 2018"]),
        (("the second week of May", "Quarter 1"), ["Earlier", "Later"]),
        (("", ""), ["Earlier", "Later"]),
    ],
)
def test_sides_are_told_apart_over_narrow_columns(periods: tuple[str, str], headings: list[str]) -> None:
    earlier, later = (a_year(a_saving("A"), year="2017-18", period=period) for period in periods)
    model = CompareModel(compared(earlier, later), {})
    plan = place(model, "plan_total", Side.EARLIER)
    assert [model.headerData(plan + step, ACROSS) for step in (0, 1)] == headings
    totals = CompareTotals(model)
    told = "1 earlier, 1 later" if headings[0] == "Earlier" else "1 in October 2017, 1 in January 2018"
    assert totals.index(0, 0).data() == f"All: {told}"


def test_what_became_of_each_saving_is_said_in_words(model: CompareModel) -> None:
    said = {row.reference: model.what(row) for row in model.rows}
    assert said == {
        "A": "Rating worse; forecast +190",
        "B": "Gone",
        "C": "New",
        "D": "Same",
        "E": "Changed: commentary",
    }


def test_the_earlier_side_is_muted_and_what_differs_stands_out(model: CompareModel) -> None:
    marks = int(Role.MARKS)
    assert cell(model, "A", "forecast_total", Side.EARLIER).data(marks) == Marks.MUTED
    assert cell(model, "A", "forecast_total", Side.LATER).data(marks) == Marks.EDITABLE | Marks.BOLD
    assert cell(model, "A", "plan_total", Side.LATER).data(marks) == Marks.NONE
    assert cell(model, "D", WHAT).data(marks) == Marks.MUTED
    assert cell(model, "A", REFERENCE).data(marks) == Marks.NONE
    tip = cell(model, "A", "forecast_total", Side.LATER).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "changed: −800 → −610"
    assert cell(model, "A", "plan_total", Side.LATER).data(Qt.ItemDataRole.ToolTipRole) == ""
    spoken_text = cell(model, "A", "forecast_total", Side.LATER).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken_text == "−610, differs"


def test_a_reference_under_another_title_is_marked_with_its_question(years: Comparison) -> None:
    model = CompareModel(years, {})
    index = cell(model, "A", REFERENCE)
    assert index.data(int(Role.MARKS)) == Marks.FINDING
    assert index.data(Qt.ItemDataRole.ToolTipRole).startswith("Is this the same saving?")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "A, to decide"
    assert cell(model, "A", WHAT).data() == "Same reference – another title?"
    assert cell(model, "A", TITLE).data(Qt.ItemDataRole.ToolTipRole) == "Skills\n2017-18: Roads and bridges"
    assert cell(model, "B", WHAT).data() == "Gone; may be Z"
    assert cell(model, "Z", WHAT).data() == "New; may be B"
    assert [model.is_open(at) for at in range(3)] == [True, True, True]


def test_rows_are_filtered_and_sorted_with_blanks_last(model: CompareModel) -> None:
    model.show_wanted(Wanted(frozenset({Show.NEW, Show.GONE})))
    assert shown(model) == ["B", "C"]
    model.show_wanted(Wanted())
    at = place(model, "forecast_total", Side.LATER)
    model.sort(at)
    assert (shown(model)[0], shown(model)[-1]) == ("A", "B")
    model.sort(at, Qt.SortOrder.DescendingOrder)
    assert shown(model)[-2:] == ["A", "B"]
    model.sort(place(model, "commentary", Side.LATER))
    assert shown(model)[0] == "E"
    model.sort(-1)
    assert model.rows == model.comparison.rows
    assert model.wanted == Wanted()


def test_a_row_is_found_again_in_a_comparison_made_anew(model: CompareModel, quarters: Comparison) -> None:
    row = next(row for row in quarters.rows if row.reference == "C")
    model.show_wanted(Wanted(frozenset({Show.NEW})))
    assert model.place_of(row) == 0
    model.show_wanted(Wanted(frozenset({Show.GONE})))
    assert model.place_of(row) is None
    assert model.place_of(None) is None
    assert model.row_at(7) is None
    model.show_comparison(quarters, {})
    assert shown(model) == ["B"]


def test_totals_are_each_sides_own_and_say_of_how_many_lines(model: CompareModel) -> None:
    totals = CompareTotals(model)
    QAbstractItemModelTester(totals, QAbstractItemModelTester.FailureReportingMode.Fatal, totals)
    earlier, later = (place(model, "forecast_total", side) for side in (Side.EARLIER, Side.LATER))
    assert totals.index(0, 0).data() == "All: 4 in Quarter 1, 4 in Quarter 2"
    assert [totals.index(0, at).data() for at in (earlier, later)] == ["−1,100", "−910"]
    assert (
        totals.index(0, later).data(Qt.ItemDataRole.ToolTipRole) == "−910 is the total of 4 lines of Quarter 2 alone."
    )
    assert totals.index(0, place(model, WHAT)).data(Qt.ItemDataRole.ToolTipRole) == ""
    assert totals.index(0, place(model, WHAT)).data() == ""
    assert totals.index(0, later).data(int(Role.MARKS)) == Marks.BOLD
    assert totals.headerData(0, ACROSS) == "Reference"
    assert totals.data(QModelIndex()) is None
    model.show_wanted(Wanted(frozenset({Show.CHANGED})))
    assert totals.index(1, 0).data() == "Shown: 2 in Quarter 1, 2 in Quarter 2"
    assert [totals.index(1, at).data() for at in (earlier, later)] == ["−900", "−710"]


def test_rows_are_copied_under_whole_headings(model: CompareModel) -> None:
    headings, row = model.block([0])
    assert headings[:5] == ("Reference", "Title", "What", "Plan: Quarter 1", "Plan: Quarter 2")
    assert row[:5] == ("A", "Roads", "Rating worse; forecast +190", "−800", "−800")


def test_the_movement_adds_up_in_its_table_and_its_chart(quarters: Comparison) -> None:
    moved = movement(quarters)
    rows, totals = line_rows(moved)
    for column in (3, 4, 5):
        cells = [row.cells[column] or ZERO for row in (*rows, totals[0])]
        assert sum(cells, ZERO) == totals[1].cells[column]
    assert [row.cells[2] for row in rows] == ["Moved", "Closed", "Opened"]
    assert sentence_of(moved) == "The forecast moved from −1,100 (Quarter 1) to −910 (Quarter 2): 190 worse."
    steps = chart_steps(moved)
    assert [steps[0].amount, steps[-1].amount] == [moved.earlier, moved.later]
    assert moved.earlier + sum((step.amount for step in steps[1:-1]), ZERO) == moved.later
    committees, total = committee_rows(moved)
    assert [row.cells[0] for row in committees] == ["Adults", "C&YP", "No committee"]
    assert total[0].cells[-1] == 190
    steps = committee_steps(moved)
    assert moved.earlier + sum((step.amount for step in steps[1:-1]), ZERO) == moved.later


def test_a_forecast_that_did_not_move_is_said_to_have_stayed() -> None:
    year = a_year(a_saving("A"), year="2020-21")
    assert sentence_of(movement(compared(year, year))).startswith("The forecast stayed at −100 from ")


def test_a_difference_of_texts_is_told_in_words() -> None:
    parts = differences("Half of it is saved.", "All of it is saved now.")
    assert change_counts(parts) == "1 word removed, 2 words added"
    assert spoken(parts) == "(removed: Half) (added: All) of it is saved (added: now) ."
    assert change_counts(differences("Same", "Same")) == "unchanged"


def test_an_amount_moved_has_its_sign() -> None:
    assert [signed(amount) for amount in (ZERO + 285, ZERO - 40, ZERO, None)] == ["+285", "−40", "0", ""]


def test_a_saving_that_one_tracker_has_alone_shows_no_other_title() -> None:
    before = a_year(a_saving("A", title="Roads", links="x"), year="2019-20")
    after = a_year(a_saving("Q", title="Roads"), year="2020-21")
    found = lineage(before, after)
    assert found.suggestions
    model = CompareModel(compare(before, after, found), {})
    assert cell(model, "Q", TITLE).data(Qt.ItemDataRole.ToolTipRole) == ""


def test_widgets_go_on_in_the_next_row_where_one_is_full(qapp: QApplication) -> None:
    layout = FlowLayout()
    whole = QWidget()
    whole.setLayout(layout)
    for _ in range(3):
        part = QWidget()
        part.setFixedSize(100, 20)
        layout.addWidget(part)
    assert (layout.heightForWidth(400), layout.heightForWidth(250), layout.heightForWidth(100)) == (20, 48, 76)
    whole.findChildren(QWidget)[1].hide()
    assert layout.heightForWidth(250) == 20
    assert layout.takeAt(5) is None
    assert layout.takeAt(0) is not None
    assert layout.count() == 2
