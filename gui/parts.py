"""The parts of a tab between which F6 goes: filter, table, the line's commentary, findings; of each tracker in it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.tracker_tab import TrackerTab


def go_on(tabs: Sequence[TrackerTab], front: TrackerTab, step: int) -> None:
    """Put the keyboard into the next part that is in view, or with -1 into the one before.

    Args:
        tabs: the trackers beside each other.
        front: the one whose table is begun from where the keyboard is in none of their parts.
    """
    parts = [part for tab in tabs for part in _parts(tab)]
    tables = [part for part, _ in parts]
    start = tables.index(front.table)
    place = next((place for place, part in enumerate(tables) if _has_keyboard(part)), start)
    _part, first = parts[(place + step) % len(parts)]
    first.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _parts(tab: TrackerTab) -> Iterator[tuple[QWidget, QWidget]]:
    """Give each part in view, with the widget in it that takes the keyboard."""
    yield tab.table, tab.table
    firsts = {tab.pane: "commentaryEditor", tab.findings: "findingsList", tab.filter_bar: "filterText"}
    for part, name in firsts.items():
        if part.isVisible():
            yield part, part.findChild(QWidget, name) or part


def _has_keyboard(part: QWidget) -> bool:
    held = QApplication.focusWidget()
    return held is part or (held is not None and part.isAncestorOf(held))
