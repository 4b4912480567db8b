"""The commands that find lines and lead through the window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from gui.parts import go_on
from gui.tracker_tab import TrackerTab
from model.lines_shown import next_line
from model.prompts import Prompts


class FindActs:
    """Filter, go to a reference or a finding, sort, choose columns, go on to another part."""

    def __init__(
        self, tab: Callable[[], TrackerTab], around: Callable[[], Sequence[TrackerTab]], prompts: Prompts
    ) -> None:
        """Act on the tab in front; `around` gives those that stand beside each other there."""
        self._tab = tab
        self._around = around
        self._prompts = prompts

    def find(self) -> None:
        """Put the keyboard into the filter's text."""
        self._tab().filter_bar.begin()

    def go_to(self) -> None:
        """Ask for a reference and go to its line."""
        tab = self._tab()
        known = {saving.reference: saving.line for saving in tab.tracker.year if saving.reference}
        asked = self._prompts.ask_words("Go to which reference?", tuple(known)).strip()
        found = {reference.casefold(): line for reference, line in known.items()}.get(asked.casefold())
        if found is not None:
            tab.go_to(found)
            tab.table.setFocus()
        elif asked:
            self._prompts.refuse(f"No line has the reference {asked}. Type it as in the table, such as A/R.6.114.")

    def next_finding(self) -> None:
        """Go to the next line shown that has a finding, from the top again after the last."""
        tab = self._tab()
        line = next_line(tab.model.lines, tab.line, tab.tracker.standing.marked)
        if line is None:
            self._prompts.tell("No line that is shown has a finding.")
            return
        tab.go_to(line, "reference")

    def show_all(self) -> None:
        """Show every line in the tracker's own order."""
        self._tab().show_all()

    def sort_by_column(self) -> None:
        """Sort by the current column, turn the order, or take the tracker's own again."""
        table = self._tab().table
        column, heading = table.currentIndex().column(), table.horizontalHeader()
        upwards = heading.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        if column != heading.sortIndicatorSection():
            table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        elif upwards:
            table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        else:
            table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def choose_columns(self) -> None:
        """Open the menu of columns."""
        self._tab().columns.offer()

    def next_part(self) -> None:
        """Go on to the next part of the window."""
        go_on(self._around(), self._tab(), 1)

    def previous_part(self) -> None:
        """Go back to the part before."""
        go_on(self._around(), self._tab(), -1)
