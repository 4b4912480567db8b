"""The parts of a tab between which F6 goes: filter, table, the line's commentary, findings."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.tracker_tab import TrackerTab


def go_on(tab: TrackerTab, step: int) -> None:
    """Put the keyboard into the next part that is in view, or with -1 into the one before."""
    parts = list(_parts(tab))
    place = next((place for place, (part, _) in enumerate(parts) if _has_keyboard(part)), 0)
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
