"""A tracker and those that stand beside it, in one tab: how they share the room, and which of them is in front."""

from collections import Counter
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from gui.beside.panel import Panel
from gui.beside.room import stands_stacked
from gui.beside.tie import Tie
from gui.tracker_tab import TrackerTab
from model.document import Document
from model.kept_beside import Arrangement

HANDLE = 3


class Desk(QSplitter):
    """Holds a tracker, and those beside it, each in a panel; commands act on the one in front.

    Attributes:
        tie: what scrolls them together.
    """

    front_changed = Signal()
    arranged = Signal()
    """They stand otherwise now, which is to be remembered."""
    close_asked = Signal(object)
    """The document."""

    def __init__(self, tab: TrackerTab) -> None:
        """Begin with one tracker alone."""
        super().__init__()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(HANDLE)
        self.front = tab
        self._panels: list[Panel] = []
        self._stacked: bool | None = None
        self._sizes: tuple[int, ...] = ()
        self.tie = Tie(tab, self)
        self._settling = QTimer(self, singleShot=True)
        self._settling.timeout.connect(self.tie.settle)
        self.tie.noted.connect(self._show_note)
        self.add(tab)
        self.splitterMoved.connect(self._keep_sizes)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._follow_focus)

    @property
    def document(self) -> Document:
        """The tracker beside which the others stand."""
        return self._panels[0].tab.document

    @property
    def tabs(self) -> tuple[TrackerTab, ...]:
        """The trackers in their order."""
        return tuple(panel.tab for panel in self._panels)

    @property
    def stacked(self) -> bool:
        """Whether they stand one above the other."""
        return self.orientation() is Qt.Orientation.Vertical

    @property
    def arrangement(self) -> Arrangement:
        """How they stand."""
        return Arrangement((), self._stacked, self.tie.on, self._sizes)

    def add(self, tab: TrackerTab) -> None:
        """Put a tracker behind the others."""
        panel = Panel(tab)
        panel.pressed.connect(self.bring_up)
        panel.close_asked.connect(self._ask_to_close)
        panel.reshaped.connect(self._stand_soon)
        self._panels.append(panel)
        self.addWidget(panel)
        self.tie.add(tab)
        self._stand_anew()

    def remove(self, tab: TrackerTab) -> None:
        """Take a tracker away; it is left to whoever asked."""
        panel = next(panel for panel in self._panels if panel.tab is tab)
        self._panels.remove(panel)
        self.tie.remove(tab)
        tab.hide()
        tab.setParent(None)
        panel.setParent(None)
        panel.deleteLater()
        if self._panels:
            self._stand_anew()
            if tab is self.front:
                self.bring_up(self._panels[0].tab)

    def bring_up(self, tab: TrackerTab) -> None:
        """Put a tracker in front and the keyboard into it, unless that is there."""
        self._take_front(tab)
        if not tab.has_keyboard:
            tab.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self) -> None:
        """Have them stand the other way: side by side, or one above the other."""
        self._stacked = not self.stacked
        self._sizes = ()
        self._stand()
        QTimer.singleShot(0, self, self._bring_in_view)
        self.arranged.emit()

    def arrange(self, arrangement: Arrangement) -> None:
        """Have them stand as they once did."""
        self._stacked, self._sizes = arrangement.stacked, arrangement.sizes
        self.tie.on = arrangement.tied
        self._stand()

    def show_names(self) -> None:
        """Name every tracker; two of the same title are told apart by their files."""
        titles = Counter(tab.title for tab in self.tabs)
        for panel in self._panels:
            tab = panel.tab
            title = tab.title if titles[tab.title] == 1 else f"{tab.title} ({tab.document.name})"
            state = "Viewing" if tab.tracker.viewing else "Editing"
            beside = tab.document.beside is not None
            changed = " •" if tab.document.unsaved else ""
            panel.heading.show_words(title, f"{state}{changed}", tab.document.name, beside=beside)

    def _stand_anew(self) -> None:
        """Share the room among as many as there are now."""
        alone = len(self._panels) == 1
        self._sizes = ()
        self._stand()
        for panel in self._panels:
            panel.show_alone(alone=alone)
            panel.heading.show_front(on=panel.tab is self.front)
        self.show_names()
        self.arranged.emit()

    def _stand(self) -> None:
        count = len(self._panels)
        by_room = stands_stacked(self.width(), self.height(), count)
        stacked = by_room if self._stacked is None else self._stacked
        self.setOrientation(Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal)
        self.setSizes(list(self._sizes) if len(self._sizes) == count else self._alike())
        self._settling.start()

    def _alike(self) -> list[int]:
        """Give all the same room, and one above others the room of its filter besides."""
        if not self.stacked:
            return [self.width()] * len(self._panels)
        bars = [panel.bar_height for panel in self._panels]
        each = (self.height() - sum(bars)) // len(bars)
        return [each + bar for bar in bars]

    def _stand_soon(self) -> None:
        QTimer.singleShot(0, self, self._stand)

    def _bring_in_view(self) -> None:
        """Scroll to the current cell in front, and have the others follow."""
        self.front.table.scrollTo(self.front.table.currentIndex())
        self.tie.settle()

    def _take_front(self, tab: TrackerTab) -> None:
        if tab is self.front:
            return
        self.front = tab
        for panel in self._panels:
            panel.heading.show_front(on=panel.tab is tab)
        self.tie.hand_over(tab)
        self.front_changed.emit()

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Commands act on the tracker that has the keyboard; what was decided in another window counts from here on."""
        for tab in self.tabs:
            if now is not None and tab.isAncestorOf(now):
                self._take_front(tab)
                if before is None or before.window() is not self.window():
                    self.tie.look_again()

    def _show_note(self, tab: TrackerTab, words: str) -> None:
        for panel in self._panels:
            if panel.tab is tab:
                panel.heading.show_note(words)

    def _keep_sizes(self) -> None:
        self._sizes = tuple(self.sizes())
        self.arranged.emit()

    def _ask_to_close(self, tab: TrackerTab) -> None:
        self.close_asked.emit(tab.document)

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room now."""
        super().resizeEvent(event)
        if len(self._panels) > 1:
            self._stand()
