"""Trackers beside each other in the window: viewed, each for itself, closed, moved, and back after a restart."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from beside_desk import (
    COPY,
    NEW,
    NEWER,
    OLD,
    OLDER,
    desk,
    goes_to,
    heading,
    heading_of,
    in_accent,
    left,
    opens_beside,
    tab,
)
from driver import Driver, at_window
from gui.beside.heading import Heading

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_tracker_alone_has_no_heading(driver: Driver) -> None:
    driver.opens(NEWER)
    assert heading_of(driver, 0).isHidden()
    states = {name: driver.window.actions_by_name[name].isEnabled() for name in ("open_beside", "put_beside")}
    assert states == {"open_beside": True, "put_beside": True}
    for name in ("move_to_tab", "turn_beside", "tie_beside", "close_beside"):
        assert not driver.window.actions_by_name[name].isEnabled()


def test_each_tracker_has_its_heading_and_the_one_beside_is_viewed(both: Driver) -> None:
    assert heading(both, 0)[:2] == (NEW, "Editing")
    assert heading(both, 1)[:2] == (OLD, "Viewing")
    assert in_accent(both) == [True, False]
    assert both.window.tabs.count() == 1
    assert both.seen.tab.document.path == NEWER
    assert both.seen.status()[-1] == "Editing"


def test_each_has_its_own_columns_and_ratings(both: Driver) -> None:
    new, old = (tab(both, place) for place in range(2))
    assert (len(new.model.columns), len(old.model.columns)) == (26, 21)
    assert new.tracker.year.scheme is not None
    assert old.tracker.year.scheme is None
    old.columns.choose(frozenset({"plan_q1"}))
    assert new.columns.hidden != old.columns.hidden


def test_what_has_the_keyboard_is_what_commands_act_on(both: Driver) -> None:
    old = tab(both, 1)
    QTest.mouseClick(old.table.viewport(), Qt.MouseButton.LeftButton)
    assert in_accent(both) == [False, True]
    assert both.window.tab is old
    assert both.window.session.current is old.document
    assert both.window.windowTitle().startswith(OLDER.name)
    assert both.seen.status()[-1] == "Viewing"
    off = ["undo", "redo", "cut", "paste", "fill_down", "clear_cells", "edit_commentary", "review_rating"]
    off += ["adopt_scheme", "unlock_plan", "toggle_viewing", "save_as"]
    assert [name for name in off if both.window.actions_by_name[name].isEnabled()] == []
    assert both.window.actions_by_name["move_to_tab"].isEnabled()


def test_typing_beside_is_refused_with_the_way_to_edit(both: Driver) -> None:
    both.presses("Ctrl+Tab")
    both.types("5")
    assert both.prompts.refused == [
        "This tracker stands beside another for viewing only. To change it, choose Years > Move to a tab of its own."
    ]
    assert tab(both, 1).document.unsaved == 0


def test_copy_and_filter_work_in_each(both: Driver) -> None:
    both.presses("Ctrl+Tab")
    goes_to(both, "A/R.6.001", "reference")
    both.presses("Ctrl+C")
    assert QGuiApplication.clipboard().text().strip() == "A/R.6.001"
    both.presses("Ctrl+F")
    both.types("A/R.6.11")
    both.presses("Return")
    assert [len(tab(both, place).model.lines) for place in range(2)] == [40, 8]
    assert both.window.tab is tab(both, 1)


def test_keys_reach_every_part_of_every_tracker(both: Driver) -> None:
    reached = []
    for _ in range(7):
        both.presses("F6")
        held = QApplication.focusWidget()
        reached.append((desk(both).tabs.index(desk(both).front), held.objectName() if held else ""))
    parts = ["commentaryEditor", "filterText"]
    others = [(1, name) for name in ("trackerTable", *parts)]
    assert reached == [*((0, name) for name in parts), *others, (0, "trackerTable"), (0, parts[0])]
    both.presses("Shift+F6", "Shift+F6")
    assert desk(both).front is tab(both, 1)


def test_next_tracker_goes_through_those_beside_and_the_tabs(both: Driver) -> None:
    both.window.open_files([COPY])
    seen = []
    for _ in range(3):
        both.presses("Ctrl+Tab")
        seen.append(both.tab.document.path)
    assert seen == [NEWER, OLDER, COPY]


def test_a_heading_that_is_pressed_brings_its_tracker_to_the_front(both: Driver) -> None:
    QTest.mouseClick(heading_of(both, 1), Qt.MouseButton.LeftButton)
    assert both.window.tab is tab(both, 1)
    assert tab(both, 1).table.hasFocus()


def test_a_refused_figure_is_not_left_for_the_tracker_beside(both: Driver) -> None:
    both.clicks("A/R.6.114", "forecast_q1")
    both.types("lots")
    QTest.mouseClick(heading_of(both, 1), Qt.MouseButton.LeftButton)
    assert both.prompts.refused
    assert both.window.tab is tab(both, 0)
    assert in_accent(both) == [True, False]


def test_an_edit_follows_in_front_alone(both: Driver) -> None:
    both.types_forecast("A/R.6.114", 1, "-60")
    assert heading(both, 0)[1] == "Editing •"
    both.presses("Ctrl+Tab")
    assert not both.window.actions_by_name["undo"].isEnabled()
    both.presses("Ctrl+Tab", "Ctrl+Z")
    assert heading(both, 0)[1] == "Editing"


def test_the_cross_closes_the_tracker_beside(both: Driver) -> None:
    crosses = [heading_of(both, place).findChild(QToolButton) for place in range(2)]
    assert [cross is not None and cross.isVisible() for cross in crosses] == [False, True]
    assert crosses[1] is not None
    QTest.mouseClick(crosses[1], Qt.MouseButton.LeftButton)
    assert len(desk(both).tabs) == 1
    assert heading_of(both, 0).isHidden()
    assert both.window.tab is tab(both, 0)


def test_closing_the_one_in_front_leaves_its_neighbour(both: Driver) -> None:
    both.presses("Ctrl+Tab", "Ctrl+W")
    assert both.window.tab is tab(both, 0)
    assert both.tab.table.hasFocus()
    goes_to(both, "A/R.6.201")


def test_all_beside_are_closed_at_once(driver: Driver) -> None:
    driver.opens(NEWER)
    opens_beside(driver, OLDER, COPY)
    driver.chooses("close_beside")
    assert [document.path for document in driver.window.session.documents] == [NEWER]


def test_closing_a_tracker_closes_those_beside_it(both: Driver) -> None:
    both.presses("Ctrl+W")
    assert both.window.tab is None
    assert both.window.session.documents == []


def test_an_open_tracker_is_put_beside_and_taken_out_again(driver: Driver) -> None:
    driver.opens(OLDER, NEWER)
    driver.prompts.chosen = 0
    driver.chooses("put_beside")
    assert driver.prompts.asked == [f"Put which tracker beside this one, for viewing only?: {OLD} ({OLDER.name})"]
    assert driver.window.tabs.count() == 1
    assert heading(driver, 1)[:2] == (OLD, "Viewing")
    driver.presses("Ctrl+Tab")
    driver.chooses("move_to_tab")
    assert driver.window.tabs.count() == 2
    assert (driver.tab.document.path, driver.seen.status()[-1]) == (OLDER, "Editing")
    driver.types_forecast("A/R.6.001", 1, "-1")
    assert driver.tab.document.unsaved == 1


def test_with_no_other_tracker_open_it_is_said_how_one_comes_beside(driver: Driver) -> None:
    driver.opens(NEWER)
    driver.chooses("put_beside")
    assert driver.prompts.told == [
        ("No other tracker is open in a tab of its own. Open beside opens one from a file.", "")
    ]
    driver.opens(OLDER)
    driver.chooses("put_beside")
    assert driver.window.tabs.count() == 2


def test_they_stand_as_the_room_asks_until_the_officer_says_otherwise(both: Driver) -> None:
    assert desk(both).stacked
    assert both.window.actions_by_name["turn_beside"].isChecked()
    both.window.resize(1800, 768)
    assert not desk(both).stacked
    both.presses("Ctrl+Shift+B")
    assert desk(both).stacked
    both.window.resize(1900, 768)
    assert desk(both).stacked


def test_turning_keeps_the_current_cell_in_view(both: Driver, qtbot: QtBot) -> None:
    goes_to(both, "A/R.6.201", "variance")
    both.chooses("turn_beside")
    table = both.tab.table
    qtbot.waitUntil(lambda: table.viewport().rect().contains(table.visualRect(table.currentIndex()).center()))
    assert left(tab(both, 0)) == left(tab(both, 1))


def test_in_little_room_panes_and_filter_give_way_until_asked_for(both: Driver) -> None:
    both.presses("F7")
    both.window.resize(683, 384)
    old = tab(both, 1)
    assert [part.isVisible() for part in (old.pane, old.findings, old.filter_bar)] == [False] * 3
    assert old.table.viewport().height() >= 100
    both.presses("Ctrl+Tab", "F9")
    assert old.pane.isVisible()
    both.window.resize(1366, 768)
    assert all(tab(both, place).filter_bar.isVisible() for place in range(2))
    both.presses("Ctrl+W")
    assert both.tab.pane.isVisible()
    assert both.tab.findings.isVisible()


def test_in_little_room_the_filter_is_brief_and_goes_once_nothing_is_asked(both: Driver) -> None:
    both.window.resize(683, 384)
    both.presses("Ctrl+Tab", "Ctrl+F")
    bar = tab(both, 1).filter_bar
    assert bar.isVisible()
    assert both.seen.chips() == []
    both.types("A/R.6.2")
    both.presses("Return")
    assert bar.isVisible()
    assert tab(both, 1).table.viewport().height() >= 48
    both.presses("Ctrl+Shift+A")
    assert not bar.isVisible()


def test_one_above_others_has_the_room_of_its_filter_besides(driver: Driver, qtbot: QtBot) -> None:
    driver.opens(NEWER)
    opens_beside(driver, OLDER, COPY)
    before = [found.table.viewport().height() for found in desk(driver).tabs]
    driver.presses("Ctrl+F")
    qtbot.waitUntil(lambda: tab(driver, 0).height() > tab(driver, 1).height() + 20)
    after = [found.table.viewport().height() for found in desk(driver).tabs]
    assert max(abs(one - other) for one, other in zip(before, after, strict=True)) <= 24


def test_a_narrow_heading_has_two_rows_and_cuts_no_note(both: Driver, qtbot: QtBot) -> None:
    goes_to(both, "A/R.6.114")
    both.window.resize(683, 384)
    found = heading_of(both, 1)
    note = next(label for label in found.findChildren(QLabel) if "to be decided" in label.text())
    qtbot.waitUntil(lambda: note.width() >= note.fontMetrics().horizontalAdvance(note.text()))
    assert found.height() == 44
    assert note.toolTip() == note.text()
    both.window.resize(1366, 768)
    assert found.height() == 26


def test_what_stood_beside_comes_back_after_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    newer, older, copy = (tmp_path / path.name for path in (NEWER, OLDER, COPY))
    for path, original in ((newer, NEWER), (older, OLDER), (copy, COPY)):
        path.write_bytes(original.read_bytes())
    with at_window(qtbot) as driver:
        driver.opens(newer)
        opens_beside(driver, older, copy)
        driver.chooses("turn_beside")
        driver.chooses("tie_beside")
        desk(driver).moveSplitter(300, 1)
        sizes = desk(driver).sizes()
        assert sizes[0] != sizes[1]
    with at_window(qtbot) as driver:
        driver.opens(newer)
        assert [found.document.path for found in desk(driver).tabs] == [newer, older, copy]
        assert (desk(driver).stacked, desk(driver).tie.on) == (False, False)
        qtbot.waitUntil(lambda: max(abs(a - b) for a, b in zip(desk(driver).sizes(), sizes, strict=True)) <= 2)
        assert driver.tab.document.path == newer
    older.unlink()
    with at_window(qtbot) as driver:
        driver.opens(newer)
        assert [found.document.path for found in desk(driver).tabs] == [newer, copy]
        assert driver.seen.status()[0] == f"Stood beside it and is not there any more: {OLDER.name}"
        driver.chooses("close_beside")
    with at_window(qtbot) as driver:
        driver.opens(newer)
        assert len(desk(driver).tabs) == 1


def test_saved_under_another_name_it_is_known_by_that(both: Driver, qtbot: QtBot, tmp_path: Path) -> None:
    both.prompts.to_write = tmp_path / "new.xlsx"
    both.chooses("save_as")
    both.presses("Ctrl+W")
    both.opens(tmp_path / "new.xlsx")
    assert [found.document.path for found in desk(both).tabs] == [tmp_path / "new.xlsx", OLDER]


def test_the_parts_of_a_heading_have_names_for_assistive_tools(both: Driver) -> None:
    found = heading_of(both, 1)
    assert found.accessibleName() == f"{OLD}, Viewing"
    cross = found.findChild(QToolButton)
    assert cross is not None
    assert cross.accessibleName() == f"Close {OLD}"
    assert isinstance(found, QWidget)


def test_what_is_typed_is_taken_before_trackers_come_and_go(both: Driver) -> None:
    both.window.open_files([COPY])
    both.presses("Ctrl+Tab")
    both.prompts.chosen = 0
    both.prompts.to_open = COPY
    both.clicks("A/R.6.114", "forecast_q1")
    both.types("lots")
    for name in ("open_beside", "put_beside", "close_beside"):
        both.chooses(name)
    assert len(both.prompts.refused) == 3
    assert [document.path for document in both.window.session.documents] == [NEWER, OLDER, COPY]


def test_with_no_tracker_open_there_is_nothing_to_turn(driver: Driver) -> None:
    assert not driver.window.actions_by_name["turn_beside"].isEnabled()
    with pytest.raises(LookupError):
        driver.window._acts()["turn_beside"]()


def test_a_narrow_heading_names_the_file_where_it_has_nothing_else_to_say(qtbot: QtBot) -> None:
    found = Heading()
    qtbot.addWidget(found)
    found.show_words(NEW, "Editing", "tracker.xlsx", beside=False)
    found.resize(900, found.height())
    found.show()
    assert found.note.text() == ""
    found.resize(400, found.height())
    assert found.note.text() == "tracker.xlsx"
    found.show_note("A/R.6.001 is not in 2020-21")
    assert found.note.text() == "A/R.6.001 is not in 2020-21"
    found.show_note("")
    found.resize(900, found.height())
    assert found.note.text() == ""
