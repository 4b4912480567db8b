"""The totals rows: what they answer beside their figures."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from builders import a_saving, a_tracker
from gui.roles import Marks, Role
from gui.totals_model import TotalsModel
from gui.tracker_model import TrackerModel


@pytest.fixture
def totals() -> TotalsModel:
    """The totals of two lines of three shown."""
    lines = TrackerModel(a_tracker(*(a_saving(f"A/R.6.00{line}") for line in range(3))), lambda *_: True)
    totals = TotalsModel(lines, lines)
    lines.show_lines([0, 2])
    return totals


def at(totals: TotalsModel, row: int, key: str, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    """What a cell of a totals row answers."""
    column = next(place for place, column in enumerate(totals._lines.columns) if column.key == key)
    return totals.index(row, column).data(role)


def test_a_total_tells_how_it_came_about(totals: TotalsModel) -> None:
    tip = Qt.ItemDataRole.ToolTipRole
    assert "3" in str(at(totals, 0, "plan_total", tip))
    assert "2" in str(at(totals, 1, "plan_total", tip))
    assert at(totals, 0, "title", tip) == ""
    assert at(totals, 0, "rating", tip) == ""


def test_totals_are_spoken_as_they_are_shown_and_stand_bold(totals: TotalsModel) -> None:
    assert at(totals, 1, "plan_total", Qt.ItemDataRole.AccessibleTextRole) == "−200"
    assert at(totals, 1, "plan_total", Role.MARKS) == Marks.BOLD
    assert at(totals, 1, "plan_total", Qt.ItemDataRole.EditRole) is None


def test_a_cell_outside_has_no_answer(totals: TotalsModel) -> None:
    assert totals.data(QModelIndex()) is None
    assert totals.rowCount(totals.index(0, 0)) == 0


def test_a_line_that_is_not_shown_changes_the_total_of_all_alone(totals: TotalsModel) -> None:
    totals._lines.tracker.edit(1, "forecast_q1", "0")
    assert (at(totals, 0, "forecast_total"), at(totals, 1, "forecast_total")) == ("−275", "−200")


def test_its_columns_are_those_of_the_lines(totals: TotalsModel) -> None:
    horizontal = Qt.Orientation.Horizontal
    headings = [totals.headerData(place, horizontal) for place in range(totals.columnCount())]
    assert headings == [totals._lines.headerData(place, horizontal) for place in range(totals._lines.columnCount())]
