"""What ties trackers beside each other: a line chosen, or scrolled to, in one is brought up in the others."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from gui.beside.kin import Kin
from gui.tracker_tab import TrackerTab
from model.counterparts import Counterparts, by_reference

Pair = tuple[TrackerTab, TrackerTab]
_Flag = QItemSelectionModel.SelectionFlag


class Tie(QObject):
    """Has trackers follow each other by line, whatever their order and their filters; one leads at a time.

    Attributes:
        front: the one on which commands act.
    """

    noted = Signal(object, str)
    """A tab, and what to know of the line that is current in front; blank where there is nothing to know."""
    found = Signal()
    """It is known now which lines are the same savings."""

    def __init__(self, front: TrackerTab, parent: QObject) -> None:
        """Start without trackers; the first will be in front."""
        super().__init__(parent)
        self.front = front
        self._on = True
        self._ropes: dict[TrackerTab, _Rope] = {}
        self._pairs: dict[Pair, Counterparts] = {}
        self._places: dict[TrackerTab, int] = {}
        self._led = False
        self._kin = Kin(self)
        self._kin.found.connect(self._take)

    @property
    def on(self) -> bool:
        """Whether they follow each other."""
        return self._on

    @on.setter
    def on(self, on: bool) -> None:
        self._on = on
        for tab in self._ropes if not on else ():
            self.noted.emit(tab, "")

    def add(self, tab: TrackerTab) -> None:
        """Tie a tracker to the others."""
        for other in self._ropes:
            for here, there in ((tab, other), (other, tab)):
                self._pairs[here, there] = by_reference(here.tracker.year, there.tracker.year)
        self._ropes[tab] = _Rope(tab, self)
        self.follow_choice(self.front)
        self.look_again()

    def remove(self, tab: TrackerTab) -> None:
        """Untie a tracker."""
        self._ropes.pop(tab).deleteLater()
        self._places.pop(tab, None)
        self._pairs = {pair: found for pair, found in self._pairs.items() if tab not in pair}
        self.front = next(iter(self._ropes), tab) if tab is self.front else self.front
        for other in self._ropes:
            self.noted.emit(other, "")

    def look_again(self) -> None:
        """Look anew which lines are the same savings, as when something was decided about them."""
        self._kin.look({(here, there): (here.tracker.year, there.tracker.year) for here, there in self._pairs})

    def note_for(self, tab: TrackerTab) -> None:
        """Say in the others' headings what to know of the line that is current in one, which is in front."""
        self.front = tab
        for other in self._ropes:
            words = ""
            if self._on and other is not tab and tab.line is not None:
                words = self._words(tab, other, tab.line)
            self.noted.emit(other, words)

    def hand_over(self, tab: TrackerTab) -> None:
        """Have one lead from now on; where nothing is chosen in it as it followed, the officer's last line is again."""
        if tab.line is not None or not tab.model.lines:
            self.follow_choice(tab)
        else:
            with self._leading(tab):
                # A column that stays, so that nothing moves under a mouse that is being pressed.
                tab.go_to(self._line_for(tab), "reference")
        self.note_for(tab)

    def _line_for(self, tab: TrackerTab) -> int:
        """Give the line at which the officer was in a tracker, else the first in view, as where the mouse comes."""
        place = self._places.pop(tab, None)
        pressed = QGuiApplication.mouseButtons() is not Qt.MouseButton.NoButton
        if place is None or pressed or tab.model.row_of(place) is None:
            return tab.model.line_at(tab.table.verticalScrollBar().value())
        return place

    def settle(self) -> None:
        """Have the others stand as the one in front does, as after all have been given another size."""
        self.follow_across(self.front)
        self.follow_scroll(self.front)

    def follow_choice(self, tab: TrackerTab) -> None:
        """Choose in the others what is chosen in one, and say where there is none."""
        with self._leading(tab) as leads:
            if leads:
                for other in self._others(tab):
                    self._choose(tab, other)
                    self._line_up(tab, other)
                self.note_for(tab)

    def follow_scroll(self, tab: TrackerTab) -> None:
        """Line the others up with the lines in view in one."""
        with self._leading(tab) as leads:
            for other in self._others(tab) if leads else ():
                self._line_up(tab, other)

    def follow_across(self, tab: TrackerTab) -> None:
        """Bring in the others the field to the left that stands there in one."""
        with self._leading(tab) as leads:
            for other in self._others(tab) if leads else ():
                _move_across(tab, other)

    @contextmanager
    def _leading(self, tab: TrackerTab) -> Iterator[bool]:
        """Let nothing that follows lead in its turn, nor what was taken away."""
        leads = self._on and not self._led and tab in self._ropes
        self._led = self._led or leads
        yield leads
        if leads:
            self._led = False

    def _others(self, tab: TrackerTab) -> list[TrackerTab]:
        return [other for other in self._ropes if other is not tab]

    def _choose(self, tab: TrackerTab, other: TrackerTab) -> None:
        rows = [] if tab.line is None else self._rows(tab, other, tab.line)
        chosen = other.table.selectionModel()
        if not rows:
            if other.line is not None:
                self._places[other] = other.line
            chosen.clear()
            return
        column = other.column_for(tab.model.columns[tab.table.currentIndex().column()].key)
        chosen.setCurrentIndex(other.model.index(rows[0], column), _Flag.ClearAndSelect)
        for row in rows[1:]:
            index = other.model.index(row, column)
            chosen.select(QItemSelection(index, index), _Flag.Select)

    def _line_up(self, tab: TrackerTab, other: TrackerTab) -> None:
        """Bring the current line, else the first in view that has a counterpart, to the same height in the other."""
        top, current = tab.table.verticalScrollBar().value(), tab.table.currentIndex().row()
        in_view = tab.table.viewport().height() // tab.table.ink.row_height
        rows = range(top, min(top + in_view, len(tab.model.lines)))
        for row in (current, *rows) if current in rows else rows:
            found = self._rows(tab, other, tab.model.line_at(row))
            if found:
                other.table.verticalScrollBar().setValue(found[0] - (row - top))
                return

    def _rows(self, tab: TrackerTab, other: TrackerTab, line: int) -> list[int]:
        """Give the rows in which the other shows a line's counterparts."""
        found = (other.model.row_of(there) for there in self._pairs[tab, other].of(line))
        return [row for row in found if row is not None]

    def _words(self, tab: TrackerTab, other: TrackerTab, line: int) -> str:
        pair = self._pairs[tab, other]
        if pair.of(line) and not self._rows(tab, other, line):
            return f"{tab.tracker.year.savings[line].reference} is left out by the filter here"
        return pair.words(line)

    def _take(self, found: dict[Pair, Counterparts]) -> None:
        """Go over to what was found of trackers that still stand here."""
        self._pairs |= {pair: counterparts for pair, counterparts in found.items() if pair in self._pairs}
        self.follow_choice(self.front)
        self.found.emit()


class _Rope(QObject):
    """Hears what happens in one tracker's table, and has the others follow."""

    def __init__(self, tab: TrackerTab, tie: Tie) -> None:
        super().__init__(tie)
        self._tab, self._tie = tab, tie
        table = tab.table
        table.selectionModel().currentChanged.connect(self._choose)
        table.verticalScrollBar().valueChanged.connect(self._scroll)
        table.horizontalScrollBar().valueChanged.connect(self._move)

    def _choose(self) -> None:
        if self._tab.arranging:
            self._tie.note_for(self._tie.front)
        else:
            self._tie.follow_choice(self._tab)

    def _scroll(self) -> None:
        if self._is_moved:
            self._tie.follow_scroll(self._tab)

    def _move(self) -> None:
        if self._is_moved:
            self._tie.follow_across(self._tab)

    @property
    def _is_moved(self) -> bool:
        """Whether the officer scrolls it, in front or with the mouse: a new size scrolls a table too."""
        return self._tie.front is self._tab or self._tab.table.underMouse()


def _move_across(tab: TrackerTab, other: TrackerTab) -> None:
    """Bring the same field to the left of those that scroll, or the next one that the other shows too."""
    across = other.table.horizontalScrollBar()
    if not tab.table.horizontalScrollBar().value():
        across.setValue(0)
        return
    shown = tab.table.columns_between(tab.table.frozen_width(), tab.table.viewport().width(), frozen=False)
    places = (other.model.column_of(tab.model.columns[column].key) for column, _left, _width in shown)
    free = [place for place in places if place is not None and not other.table.isColumnHidden(place)]
    for place in free[:1]:
        across.setValue(other.table.horizontalHeader().sectionPosition(place) - other.table.frozen_width())
