"""Trackers beside each other for tests: how they are opened, and what stands over and in each of them."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from driver import Driver
from gui.beside import Desk
from gui.beside.heading import Heading
from gui.tracker_tab import TrackerTab
from sources import ROOT

EXAMPLES = ROOT / "resources" / "examples"
NEWER, OLDER = (EXAMPLES / "source" / f"savings-tracker-{year}.txt" for year in ("2020-21", "2017-18"))
COPY = EXAMPLES / "savings-tracker-2020-21.xlsx"
NEW, OLD = "Savings Tracker 2020-21, Quarter 1", "Appendix 3 - Savings Tracker 2017-18 as at October 2017"


def opens_beside(driver: Driver, *paths: Path) -> None:
    """Opens trackers beside the one in front, each by its command, until it is known which lines are the same."""
    for path in paths:
        driver.prompts.to_open = path
        driver.presses("Ctrl+B")
    assert not driver.prompts.refused


def desk(driver: Driver) -> Desk:
    """The desk in front."""
    found = driver.window.tabs.desk
    assert found is not None
    return found


def tab(driver: Driver, place: int) -> TrackerTab:
    """A tracker of the desk, the first's own number being 0."""
    return desk(driver).tabs[place]


def heading(driver: Driver, place: int) -> tuple[str, str, str]:
    """Title, state and note over a tracker; the first is in the accent where commands act on it."""
    found = heading_of(driver, place)
    labels = [label.text() for label in found.findChildren(QLabel)]
    return labels[0], labels[1], labels[2]


def heading_of(driver: Driver, place: int) -> Heading:
    """The heading over a tracker."""
    panel = tab(driver, place).parentWidget()
    found = panel.findChild(Heading) if panel else None
    assert found is not None
    return found


def in_accent(driver: Driver) -> list[bool]:
    """Which headings say that commands act on their tracker."""
    return [bool(heading_of(driver, place).property("front")) for place in range(len(desk(driver).tabs))]


def chosen(driver: Driver, place: int) -> tuple[str, str] | None:
    """Reference and field that are current in a tracker."""
    found = tab(driver, place)
    index = found.table.currentIndex()
    return (found.saving.reference, found.model.columns[index.column()].key) if found.saving else None


def goes_to(driver: Driver, reference: str, key: str = "forecast_total") -> None:
    """Chooses a cell of the tracker in front."""
    driver.tab.go_to(driver.tracker[reference].line, key)


def top(found: TrackerTab) -> str:
    """The reference of the first line in view."""
    line = found.model.line_at(found.table.verticalScrollBar().value())
    return found.tracker.year.savings[line].reference


def left(found: TrackerTab) -> str:
    """The field of the first column beside those that stay."""
    table = found.table
    columns = table.columns_between(table.frozen_width(), table.viewport().width(), frozen=False)
    return found.model.columns[next(columns)[0]].key


def waits_for_kin(driver: Driver, qtbot: QtBot) -> None:
    """Waits until it is known which lines are the same savings."""
    with qtbot.waitSignal(desk(driver).tie.found):
        pass
