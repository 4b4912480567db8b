"""The page of the trackers that were read: which they are, which of several counts, and what was not read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from gui.listing import Listing
from gui.years.entries import Spot, Tables, one_block
from gui.years.known import REMARKS, TRACKERS, remark_rows, tracker_rows
from model.clipboard import Cell
from model.years import Trackers
from model.years.overview import Overview

COUNT_TIP = "Count this tracker in all sums, and not the other of its year and period"


class KnownPage(QWidget):
    """Lists trackers and what is to be known of files."""

    spot_chosen = Signal(object)
    count_asked = Signal(str)
    """The name of the tracker that is to be counted."""

    def __init__(self) -> None:
        """List nothing yet."""
        super().__init__()
        self.rows = Listing("Trackers", TRACKERS)
        self.remarks = Listing("What to know of files", REMARKS, wrapped=True)
        self.heading = QLabel()
        self.count = QPushButton("Count &this one")
        self._uncounted: frozenset[str] = frozenset()
        self._lay_out()
        self.rows.row_changed.connect(self._offer)
        self.count.clicked.connect(self._ask)
        for listing in (self.rows, self.remarks):
            listing.row_chosen.connect(self.spot_chosen)

    def show_overview(self, overview: Overview, trackers: Trackers) -> None:
        """List the trackers wanted, and what is to be known of all files that were found."""
        self._uncounted = frozenset(one.tracker.name for one in overview.listed if not one.counted)
        self.rows.show_rows(tracker_rows(overview.listed))
        remarks = remark_rows(trackers)
        self.heading.setText(f"What to know: {len(remarks):,}" if remarks else "Every file was read.")
        self.remarks.show_rows(remarks)
        self.remarks.setVisible(bool(remarks))
        self.count.setVisible(bool(trackers.clashes))
        self._offer(self.rows.current_target)

    def block(self) -> list[tuple[Cell, ...]]:
        """Give both lists as cells for the clipboard."""
        return one_block(self.tables())

    def tables(self) -> Tables:
        """Give the same as tables, each with its name."""
        return {"Trackers": self.rows.whole_block(), "What to know": self.remarks.whole_block()}

    def _offer(self, spot: object) -> None:
        self.count.setEnabled(isinstance(spot, Spot) and spot.tracker in self._uncounted)

    def _ask(self) -> None:
        spot = self.rows.current_target
        if isinstance(spot, Spot):
            self.count_asked.emit(spot.tracker)

    def _lay_out(self) -> None:
        self.heading.setProperty("heading", True)
        self.count.setToolTip(COUNT_TIP)
        self.count.setAutoDefault(False)
        lower = QWidget()
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.count)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 4, 0, 0)
        below.setSpacing(4)
        below.addLayout(head)
        below.addWidget(self.remarks, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.rows)
        parts.addWidget(lower)
        parts.setStretchFactor(0, 2)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(parts)
