"""Scrolling sideways by whole columns: a figure cut at its left would lose its sign and still look like a figure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHeaderView, QScrollBar

NOTCH = 120
PIXELS_A_NOTCH = 80


class Sideways(Protocol):
    """The view that scrolls."""

    def horizontalHeader(self) -> QHeaderView:
        """Its heading."""

    def horizontalScrollBar(self) -> QScrollBar:
        """Its scroll bar."""

    def frozen_columns(self) -> int:
        """How many leading columns stay."""

    def frozen_width(self) -> int:
        """How wide they are."""


class WholeColumns(QObject):
    """Keeps the scroll bar where a column begins right beside the leading ones."""

    def __init__(self, view: Sideways, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._last = 0
        self._drift = 0.0
        self._laying_out = False
        self._bar.valueChanged.connect(self._settle)

    @property
    def _bar(self) -> QScrollBar:
        """The view's own; not kept, as Qt may take it apart first."""
        return self._view.horizontalScrollBar()

    def stops(self) -> list[int]:
        """Values of the scroll bar at which a column begins beside the leading ones."""
        header, border = self._view.horizontalHeader(), self._view.frozen_width()
        shown = (
            column
            for column in range(self._view.frozen_columns(), header.count())
            if not header.isSectionHidden(column)
        )
        return [header.sectionPosition(column) - border for column in shown]

    @contextmanager
    def layout(self) -> Iterator[None]:
        """While Qt lays the view out: room to scroll until the last column that is cut begins beside the others."""
        before, self._laying_out = self._bar.value(), True
        yield
        end = self._bar.maximum()
        stops = self.stops()
        place = bisect_left(stops, end)
        if end and place < len(stops):
            self._bar.setMaximum(stops[place])
        self._bar.setValue(before)
        self._laying_out = False
        self._settle(self._bar.value())

    def wheel(self, event: QWheelEvent) -> bool:
        """Scrolls sideways by as many whole columns as the wheel or the finger went.

        Returns:
            Whether it was meant sideways; Shift turns the wheel.
        """
        across = event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not across:
            across = event.angleDelta().y()
        elif abs(across) <= abs(event.angleDelta().y()):
            return False
        self._drift -= across / NOTCH * PIXELS_A_NOTCH
        target = self._bar.value() + self._drift
        stops = self.stops()
        place = bisect_right(stops, target) - 1 if self._drift > 0 else bisect_left(stops, target)
        stop = stops[min(max(place, 0), len(stops) - 1)] if stops else 0
        if stop != self._bar.value():
            self._bar.setValue(stop)
            self._drift = 0.0
        elif not self._bar.minimum() <= target <= self._bar.maximum():
            self._drift = 0.0
        return True

    def _settle(self, value: int) -> None:
        """Goes on to the next stop in the direction of the move; under the mouse, to the nearest."""
        if self._laying_out:
            return
        stops = self.stops()
        if value in {*stops, self._bar.maximum()} or not stops:
            self._last = value
            return
        after = min(bisect_left(stops, value), len(stops) - 1)
        before = max(after - 1, 0)
        if self._bar.isSliderDown():
            stop = min(stops[before], stops[after], key=lambda each: abs(each - value))
        else:
            stop = stops[after] if value > self._last else stops[before]
        self._last = stop
        self._bar.setValue(stop)
