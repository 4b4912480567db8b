"""The table's model: what it answers from a tracker, and what it tells when the tracker changes."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from builders import a_saving, a_year
from gui.roles import Kind, Marks, Role
from gui.totals_model import TotalsModel
from gui.tracker_model import TrackerModel
from model.lines_shown import Sorting
from model.rag_key import built_in_schemes
from model.refusals import Refusal
from model.saving import Direction
from model.tracker import Entry, Tracker
from model.year import Column, Severity

HORIZONTAL = Qt.Orientation.Horizontal


@pytest.fixture
def tracker() -> Tracker:
    """A tracker of three lines under the built-in scheme."""
    savings = (
        a_saving("A/R.6.001", plan=(-375,) * 4, forecast=(-375,) * 4, direction=Direction.WORSENING),
        a_saving("A/R.6.002", plan=(-25,) * 4, forecast=(0,) * 4, links="0"),
        a_saving("A/R.6.003", plan=(None,) * 4, forecast=(None,) * 4, unread={"forecast_q2": "tbc"}),
    )
    return Tracker(a_year(*savings, scheme=built_in_schemes()[0]))


def taking(tracker: Tracker) -> Callable[[int, str, str], bool]:
    """Carry edits out as a session does, without telling anybody of refusals."""

    def edit(line: int, key: str, text: str) -> bool:
        try:
            tracker.edit(line, key, text)
        except Refusal:
            return False
        return True

    return edit


@pytest.fixture
def model(tracker: Tracker) -> TrackerModel:
    """The model over it, under Qt's own tester."""
    made = TrackerModel(tracker, taking(tracker))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def cell(model: TrackerModel, row: int, key: str) -> QModelIndex:
    """The index of a field in a row."""
    column = model.column_of(key)
    assert column is not None
    return model.index(row, column)


def text(model: TrackerModel, row: int, key: str) -> str:
    """What a cell shows."""
    return str(cell(model, row, key).data())


def test_rating_reference_and_title_come_first(model: TrackerModel) -> None:
    assert [column.key for column in model.columns[:3]] == ["rating", "reference", "title"]


def test_amounts_are_shown_as_the_council_prints_them_and_blank_is_not_zero(model: TrackerModel) -> None:
    assert text(model, 0, "plan_total") == "−1,500"
    assert text(model, 1, "forecast_q1") == "0"
    assert text(model, 2, "forecast_q1") == ""


def test_what_could_not_be_read_stays_visible_and_a_zero_for_nothing_does_not(model: TrackerModel) -> None:
    assert text(model, 2, "forecast_q2") == "tbc"
    assert text(model, 1, "links") == ""


def test_an_edit_shows_in_variance_percent_and_rating(model: TrackerModel) -> None:
    assert model.setData(cell(model, 0, "forecast_q4"), "-90")
    assert [text(model, 0, key) for key in ("forecast_total", "variance", "percent", "rating")] == [
        "−1,215",
        "285",
        "19.00",
        "Amber",
    ]


def test_an_edit_tells_of_its_row_once(model: TrackerModel) -> None:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.setData(cell(model, 1, "forecast_q1"), "-5")
    assert told == [(1, 1)]


def test_a_block_that_changed_is_told_at_once_and_lines_apart_each_for_itself(
    model: TrackerModel, tracker: Tracker
) -> None:
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    tracker.edit_many([Entry(line, "forecast_q1", "-1") for line in (0, 1, 2)])
    tracker.edit_many([Entry(line, "forecast_q1", "-2") for line in (0, 2)])
    assert told == [(0, 2), (0, 0), (2, 2)]


def test_a_change_marks_the_cell_and_those_that_followed_until_saved(model: TrackerModel, tracker: Tracker) -> None:
    model.setData(cell(model, 0, "forecast_q4"), "-90")
    marked = {column.key for column in model.columns if cell(model, 0, column.key).data(Role.MARKS) & Marks.CHANGED}
    assert marked == {"forecast_q4", "forecast_total", "variance", "percent", "rating"}
    tracker.mark_saved()
    assert not cell(model, 0, "forecast_q4").data(Role.MARKS) & Marks.CHANGED


def test_a_refused_edit_changes_nothing(model: TrackerModel) -> None:
    assert not model.setData(cell(model, 0, "forecast_q4"), "lots")
    assert text(model, 0, "forecast_q4") == "−375"


def test_only_what_may_be_typed_can_be_edited(model: TrackerModel, tracker: Tracker) -> None:
    def editable(key: str) -> bool:
        return bool(model.flags(cell(model, 0, key)) & Qt.ItemFlag.ItemIsEditable)

    assert editable("forecast_q1")
    assert not editable("plan_q1")
    assert not editable("variance")
    tracker.unlock_plan("budget amended in July")
    assert editable("plan_q1")
    tracker.viewing = True
    assert not editable("forecast_q1")


def test_sorting_is_asked_for_and_holds_the_selection(model: TrackerModel) -> None:
    asked: list[Sorting] = []
    model.sort_asked.connect(asked.append)
    variance = model.column_of("variance")
    assert variance is not None
    model.sort(variance, Qt.SortOrder.DescendingOrder)
    assert asked == [Sorting("variance", descending=True)]
    held = model.createIndex(0, 0)
    kept = model.index(0, 1)
    model.show_lines([2, 1, 0])
    assert text(model, 2, "reference") == "A/R.6.001"
    assert held.row() == 0
    assert kept.isValid()


def test_a_filter_shows_fewer_rows(model: TrackerModel) -> None:
    model.show_lines([1])
    assert model.rowCount() == 1
    assert model.row_of(0) is None
    assert model.line_at(0) == 1


def test_arrows_have_their_words(model: TrackerModel) -> None:
    direction = cell(model, 0, "direction")
    assert direction.data() == "↓"
    assert direction.data(Qt.ItemDataRole.ToolTipRole) == "Worsening since the last report"
    assert direction.data(Qt.ItemDataRole.AccessibleTextRole) == "Worsening since the last report"


def test_a_rating_explains_itself(model: TrackerModel) -> None:
    model.setData(cell(model, 0, "forecast_q4"), "-90")
    assert "£1k more and it is Red" in cell(model, 0, "rating").data(Qt.ItemDataRole.ToolTipRole)


def test_headings_say_kind_band_and_the_widest_figure(model: TrackerModel) -> None:
    total = model.column_of("plan_total")
    assert total is not None
    assert model.headerData(total, HORIZONTAL, Role.KIND) == Kind.AMOUNT
    assert model.headerData(total, HORIZONTAL, Role.BAND) == "plan"
    assert model.headerData(total, HORIZONTAL, Role.WIDEST) == "−1,500"


def test_every_role_of_every_cell_answers_without_fault(model: TrackerModel) -> None:
    roles = [*Role, *(role for role in Qt.ItemDataRole if role is not Qt.ItemDataRole.UserRole)]
    answers = [
        model.index(row, column).data(role)
        for row in range(3)
        for column in range(model.columnCount())
        for role in roles
    ]
    assert len(answers) == 3 * model.columnCount() * len(roles)


def test_totals_are_those_of_all_lines_and_of_the_lines_shown(model: TrackerModel) -> None:
    totals = TotalsModel(model)
    QAbstractItemModelTester(totals, QAbstractItemModelTester.FailureReportingMode.Fatal, totals)
    plan = model.column_of("plan_total")
    assert plan is not None
    assert totals.rowCount() == 1
    assert totals.index(0, plan).data() == "−1,600"
    model.show_lines([1])
    assert totals.rowCount() == 2
    assert totals.index(1, plan).data() == "−100"
    assert totals.index(1, 0).data() == "1 shown"


def test_totals_follow_an_edit(model: TrackerModel, tracker: Tracker) -> None:
    totals = TotalsModel(model)
    forecast = model.column_of("forecast_total")
    assert forecast is not None
    model.show_lines([1])
    tracker.edit(1, "forecast_q1", "-40")
    tracker.edit(0, "forecast_q1", "0")
    assert totals.index(0, forecast).data() == "−1,165"
    assert totals.index(1, forecast).data() == "−40"
    assert tracker.totals()["forecast_total"] == Decimal(-1165)


def test_a_tracker_without_bands_shows_the_fields_own(tracker: Tracker) -> None:
    bare = tuple(Column(column.key, column.heading) for column in tracker.year.layout)
    model = TrackerModel(Tracker(replace(tracker.year, layout=bare)), taking(tracker))
    bands = {
        key: model.headerData(model.column_of(key) or 0, HORIZONTAL, Role.BAND)
        for key in ("plan_q1", "forecast_q4", "plan_total", "commentary")
    }
    assert bands == {"plan_q1": "Plan", "forecast_q4": "Forecast", "plan_total": "Plan", "commentary": ""}
    tip = model.headerData(model.column_of("plan_q1") or 0, HORIZONTAL, Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Plan: ")


def test_an_error_is_marked_otherwise_than_what_is_only_noted() -> None:
    error = a_saving("B/R.6.214", plan=(-5, -5, -5, -6), plan_total_printed=Decimal(21))
    noted = a_saving("A/R.6.220", plan=(-25,) * 4, forecast=(-25,) * 4, commentary="Saving complete", complete=False)
    tracker = Tracker(a_year(error, noted, a_saving("A/R.6.002")))
    model = TrackerModel(tracker, taking(tracker))
    severities = {
        saving.line: {finding.severity for finding in tracker.standing.findings_of(saving.line)}
        for saving in tracker.year
    }
    assert [bool(severities[0]), bool(severities[1]), bool(severities[2])] == [True, True, False]
    assert [Severity.ERROR in each for each in severities.values()] == [True, False, False]
    place = model.column_of("reference") or 0
    for line, found in severities.items():
        marks = model.index(line, place).data(Role.MARKS)
        assert bool(marks & Marks.FINDING) == bool(found)
        assert bool(marks & Marks.ERROR) == (Severity.ERROR in found)


def test_what_no_cell_has_is_answered_with_nothing(model: TrackerModel) -> None:
    nowhere = QModelIndex()
    assert model.flags(nowhere) == Qt.ItemFlag.NoItemFlags
    assert not model.setData(nowhere, "-1")
    assert not model.setData(cell(model, 0, "forecast_q1"), "-1", Qt.ItemDataRole.DisplayRole)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(99, HORIZONTAL) is None
    model.show_lines([])
    model.refresh()
    assert model.rowCount() == 0


def test_a_column_of_texts_has_no_widest_figure(model: TrackerModel) -> None:
    assert model.headerData(model.column_of("title") or 0, HORIZONTAL, Role.WIDEST) is None


def test_the_computed_direction_stands_beside_the_printed_one_where_they_differ(
    tracker: Tracker, model: TrackerModel
) -> None:
    tracker.edit("A/R.6.001", "forecast_q1", "-100")
    before = replace(tracker.year, period="Quarter 1")
    tracker.undo()
    tracker.set_previous(before)
    index = cell(model, 0, "direction")
    assert index.data() == "↓ (↑)"
    words = "Worsening since the last report; improving by the figures since Quarter 1"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == words
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == words
    assert index.data(Qt.ItemDataRole.EditRole) == "worsening"
    tracker.take_directions()
    assert index.data() == "↑"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Improving since the last report"
    assert cell(model, 1, "direction").data() == "↔"


def test_a_line_without_an_arrow_shows_the_computed_one_in_brackets(tracker: Tracker, model: TrackerModel) -> None:
    tracker.set_previous(tracker.year)
    assert cell(model, 1, "direction").data() == "(↔)"
    assert cell(model, 2, "direction").data() == ""
