"""The status line: lines shown, the figures chosen, what is not saved, Viewing or Editing."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from gui.tracker_tab import TrackerTab
from model.money import ZERO, show_amount

TENTH = Decimal("0.1")
MOMENT = 5000
"""Milliseconds for which something told in passing is seen."""


def selection_words(amounts: Sequence[Decimal]) -> str:
    """Say what chosen figures (£000) come to: `Selection: sum −90 · mean −90 · count 1`; blank without any."""
    if not amounts:
        return ""
    total = sum(amounts, ZERO)
    mean = (total / len(amounts)).quantize(TENTH, ROUND_HALF_UP)
    return f"Selection: sum {show_amount(total)} · mean {show_amount(mean)} · count {len(amounts):,}"


def unsaved_words(count: int, lines: int = 0) -> str:
    """Say how many changes are not saved, and on how many lines they are where that is another number."""
    if not count:
        return "Nothing to save"
    on_lines = f" on {lines:,} line{'s' if lines > 1 else ''}" if lines not in (0, count) else ""
    return f"{count:,} change{'s' if count > 1 else ''}{on_lines} not saved"


class StatusLine(QStatusBar):
    """Four quiet labels; messages for a moment come over them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setSizeGripEnabled(False)
        self._lines, self._selection, self._unsaved, self._mode = (QLabel() for _ in range(4))
        for label, name in (
            (self._lines, "Lines shown"),
            (self._selection, "Figures selected"),
            (self._unsaved, "Changes"),
            (self._mode, "Mode"),
        ):
            label.setAccessibleName(name)
        self.addWidget(self._lines)
        self.addWidget(self._selection, 1)
        self.addPermanentWidget(self._unsaved)
        self.addPermanentWidget(self._mode)

    def show_tab(self, tab: TrackerTab | None) -> None:
        """Tell how the tracker in front stands."""
        if tab is None:
            self.show_nothing()
            return
        self.show_lines(len(tab.model.lines), len(tab.tracker.year.savings))
        self.show_selection(tab.cells.amounts())
        unsaved = tab.document.unsaved
        lines = len(tab.tracker.changed_lines()) if unsaved else 0
        self.show_state(unsaved_words(unsaved, lines), viewing=tab.tracker.viewing)

    def show_lines(self, shown: int, of: int) -> None:
        """Tell how many lines are shown."""
        self._lines.setText(f"{shown:,} of {of:,} savings")

    def show_selection(self, amounts: Sequence[Decimal]) -> None:
        """Tell what the chosen figures come to."""
        self._selection.setText(selection_words(amounts))

    def show_state(self, unsaved: str, *, viewing: bool) -> None:
        """Tell what is not saved, and whether the tracker can be edited."""
        self._unsaved.setText("" if viewing else unsaved)
        self._mode.setText("Viewing" if viewing else "Editing")

    def say(self, words: str) -> None:
        """Tell something in passing."""
        self.showMessage(words, MOMENT)

    def show_nothing(self) -> None:
        """Tell nothing: no tracker is open."""
        for label in (self._lines, self._selection, self._unsaved, self._mode):
            label.clear()
