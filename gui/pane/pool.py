"""Rows of one kind, made once and used again, so that going from line to line makes no widgets."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

Row = TypeVar("Row", bound=QWidget)


class Pool(Generic[Row]):
    """As many rows of one kind as are needed, one under the other; the others are hidden."""

    def __init__(self, column: QVBoxLayout, make: Callable[[], Row]) -> None:
        """Put rows into a layout of their own."""
        self._column = column
        self._make = make
        self.rows: list[Row] = []
        self.shown = 0

    def take(self, count: int) -> Iterator[Row]:
        """Give that many rows to be filled, shown."""
        while len(self.rows) < count:
            row = self._make()
            self._column.addWidget(row)
            self.rows.append(row)
        if count != self.shown:
            for place, row in enumerate(self.rows):
                row.setVisible(place < count)
            self.shown = count
        return iter(self.rows[:count])
