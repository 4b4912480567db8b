"""Trackers beside each other follow line by line: what is chosen, what is in view, and what is said about it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from beside_desk import (
    COPY,
    NEW,
    NEWER,
    OLD,
    OLDER,
    chosen,
    desk,
    goes_to,
    heading,
    left,
    opens_beside,
    tab,
    top,
    waits_for_kin,
)
from driver import Driver
from model.counterparts import Counterparts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_line_chosen_is_chosen_beside_with_its_field(both: Driver) -> None:
    goes_to(both, "A/R.6.114")
    assert chosen(both, 1) == ("A/R.6.114", "forecast_total")
    assert heading(both, 1)[2] == "A/R.6.114: same reference, another title: to be decided"
    assert heading(both, 0)[2] == ""
    goes_to(both, "A/R.6.266", "percent")
    assert chosen(both, 1) is None
    assert heading(both, 1)[2] == "A/R.6.266 is not in 2017-18"
    goes_to(both, "A/R.6.201", "percent")
    assert chosen(both, 1) == ("A/R.6.201", "rating")


def test_the_other_leads_as_well(both: Driver) -> None:
    both.presses("Ctrl+Tab")
    goes_to(both, "A/R.7.106", "forecast_q2")
    assert chosen(both, 0) == ("A/R.7.106", "forecast_q2")
    assert [heading(both, place)[2] for place in range(2)] == [
        "A/R.7.106: same reference, another title: to be decided",
        "",
    ]
    goes_to(both, "A/R.6.001")
    assert heading(both, 0)[2] == "A/R.6.001 is not in 2020-21"


def test_a_line_that_a_filter_leaves_out_is_said_to_be(both: Driver) -> None:
    old = tab(both, 1)
    old.filter_bar.begin()
    both.types("A/R.6.001")
    both.presses("Return")
    both.presses("Ctrl+Tab")
    goes_to(both, "A/R.6.114")
    assert chosen(both, 1) is None
    assert heading(both, 1)[2] == "A/R.6.114 is left out by the filter here"


def test_filtering_or_sorting_one_moves_no_line_chosen_in_the_other(both: Driver) -> None:
    goes_to(both, "A/R.7.106")
    assert chosen(both, 1) == ("A/R.7.106", "forecast_total")
    both.tab.filter_bar.begin()
    both.types("A/R.6.201")
    both.presses("Return")
    assert chosen(both, 0) == ("A/R.6.201", "forecast_total")
    assert chosen(both, 1) == ("A/R.7.106", "forecast_total")
    both.tab.show_all()
    tab(both, 1).table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert (chosen(both, 0) or "")[0] == "A/R.6.201"
    assert chosen(both, 1) == ("A/R.7.106", "forecast_total")
    both.presses("Ctrl+Home")
    assert (chosen(both, 0) or "")[0] == "A/R.6.114"
    assert (chosen(both, 1) or "")[0] == "A/R.6.114"


def test_scrolling_is_tied_by_line_whatever_the_order(driver: Driver, qtbot: QtBot) -> None:
    driver.opens(NEWER)
    opens_beside(driver, COPY)
    waits_for_kin(driver, qtbot)
    new, copy = (tab(driver, place) for place in range(2))
    new.table.verticalScrollBar().setValue(12)
    assert top(new) == top(copy)
    driver.presses("Ctrl+Tab")
    copy.table.verticalScrollBar().setValue(3)
    assert top(new) == top(copy)
    copy.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    driver.presses("Ctrl+Tab")
    new.table.verticalScrollBar().setValue(20)
    line = new.model.line_at(20)
    rows = copy.table.verticalScrollBar()
    assert rows.value() <= (copy.model.row_of(line) or 0) <= rows.value() + rows.pageStep()
    assert new.table.verticalScrollBar().value() == 20


def test_the_current_line_stays_at_one_height_while_it_is_in_view(both: Driver) -> None:
    goes_to(both, "A/R.6.201")
    new, old = (tab(both, place) for place in range(2))
    for value in (1, 3, 4):
        new.table.verticalScrollBar().setValue(value)
        heights = [found.table.visualRect(found.table.currentIndex()).y() for found in (new, old)]
        assert heights[0] == heights[1]


def test_where_nothing_in_view_stands_beside_the_other_rests(both: Driver) -> None:
    new, old = (tab(both, place) for place in range(2))
    goes_to(both, "A/R.6.201")
    goes_to(both, "A/R.6.266")
    before = old.table.verticalScrollBar().value()
    new.table.verticalScrollBar().setValue(30)
    assert old.table.verticalScrollBar().value() == before


def test_sideways_the_same_field_comes_into_view(both: Driver) -> None:
    new, old = (tab(both, place) for place in range(2))
    new.table.horizontalScrollBar().setValue(300)
    assert left(new) == left(old) != "plan_q1"
    new.table.horizontalScrollBar().setValue(0)
    assert old.table.horizontalScrollBar().value() == 0


def test_a_field_that_the_other_lacks_or_hides_gives_way_to_the_next(both: Driver) -> None:
    new, old = (tab(both, place) for place in range(2))
    old.columns.choose(frozenset({"plan_q2", "plan_q3"}))
    new.columns.choose(frozenset())
    new.table.horizontalScrollBar().setValue(new.table.horizontalHeader().sectionPosition(11))
    keys = [column.key for column in new.model.columns]
    shown = [key for key in keys[keys.index(left(new)) :] if old.model.column_of(key) is not None]
    assert left(old) == next(key for key in shown if key not in ("plan_q2", "plan_q3"))


def test_untied_they_rest_and_tied_again_they_follow(both: Driver) -> None:
    goes_to(both, "A/R.6.114")
    both.chooses("tie_beside")
    assert not both.window.actions_by_name["tie_beside"].isChecked()
    assert heading(both, 1)[2] == ""
    goes_to(both, "A/R.6.201")
    assert chosen(both, 1) == ("A/R.6.114", "forecast_total")
    assert heading(both, 1)[2] == ""
    both.presses("Ctrl+T")
    assert chosen(both, 1) == ("A/R.6.201", "forecast_total")
    assert both.window.actions_by_name["tie_beside"].isChecked()


def test_three_stand_together_and_all_follow(driver: Driver) -> None:
    driver.opens(NEWER)
    opens_beside(driver, OLDER, COPY)
    assert [heading(driver, place)[0] for place in range(3)] == [
        f"{NEW} ({NEWER.name})",
        OLD,
        f"{NEW} ({COPY.name})",
    ]
    goes_to(driver, "A/R.6.114")
    assert [chosen(driver, place) for place in (1, 2)] == [("A/R.6.114", "forecast_total")] * 2


def test_what_is_decided_in_another_window_counts_when_the_officer_is_back(both: Driver, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk(both).tie.found):
        desk(both)._follow_focus(None, tab(both, 0).table)


def test_going_over_to_a_tracker_without_a_line_moves_no_other(both: Driver) -> None:
    goes_to(both, "A/R.6.266")
    assert chosen(both, 1) is None
    both.presses("Ctrl+Tab")
    found = chosen(both, 1)
    assert found is not None
    assert found[1] == "reference"
    assert chosen(both, 0) == ("A/R.6.266", "forecast_total")
    assert heading(both, 0)[2] == f"{found[0]} is not in 2020-21" or "to be decided" in heading(both, 0)[2]
    both.presses("Ctrl+Tab")
    assert chosen(both, 1) is None
    assert heading(both, 1)[2] == "A/R.6.266 is not in 2017-18"


def test_back_in_a_tracker_the_officer_is_where_he_was(both: Driver) -> None:
    goes_to(both, "A/R.6.266")
    both.presses("Ctrl+Tab")
    goes_to(both, "A/R.6.001")
    assert chosen(both, 0) is None
    both.presses("Ctrl+Tab")
    assert chosen(both, 0) == ("A/R.6.266", "reference")


def test_a_click_chooses_what_is_under_it_wherever_the_officer_was(both: Driver) -> None:
    goes_to(both, "A/R.6.266")
    both.presses("Ctrl+Tab")
    goes_to(both, "A/R.6.001")
    new = tab(both, 0)
    row = new.table.verticalScrollBar().value() + 2
    where = new.table.visualRect(new.model.index(row, 1)).center()
    QTest.mouseClick(new.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen(both, 0) == (new.tracker.year.savings[new.model.line_at(row)].reference, "reference")


def test_an_empty_filter_leaves_nothing_to_lead_with(both: Driver) -> None:
    both.presses("Ctrl+Tab", "Ctrl+F")
    both.types("no such words")
    both.presses("Return", "Ctrl+Tab", "Ctrl+Tab")
    assert chosen(both, 1) is None
    assert [heading(both, place)[2] for place in range(2)] == ["", ""]


def test_a_saving_that_became_two_is_chosen_on_both_lines(both: Driver) -> None:
    new, old = (tab(both, place) for place in range(2))
    first, second = (old.tracker[reference].line for reference in ("A/R.6.201", "A/R.6.202"))
    line = new.tracker["A/R.6.266"].line
    years = new.tracker.year, old.tracker.year
    desk(both).tie._take({(new, old): Counterparts(*years, {line: (first, second)})})
    goes_to(both, "A/R.6.266")
    rows = {index.row() for index in old.table.selectionModel().selectedIndexes()}
    assert rows == {old.model.row_of(first), old.model.row_of(second)}
    assert heading(both, 1)[2] == "A/R.6.266 is A/R.6.201 and A/R.6.202 here"


def test_a_table_without_a_shared_field_in_view_rests(both: Driver) -> None:
    new, old = (tab(both, place) for place in range(2))
    new.columns.choose(frozenset())
    old.table.horizontalScrollBar().setValue(0)
    keys = {column.key for column in new.model.columns}
    old.columns.choose(frozenset(keys - {"rating", "reference", "title"}))
    new.table.horizontalScrollBar().setValue(300)
    assert old.table.horizontalScrollBar().value() == 0


def test_what_was_found_of_trackers_that_are_gone_is_not_taken(both: Driver) -> None:
    kin, taken = desk(both).tie._kin, list[object]()
    kin.found.connect(taken.append)
    kin._take({}, {})
    assert taken == []
