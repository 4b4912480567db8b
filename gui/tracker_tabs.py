"""The open trackers in tabs, each with those that stand beside it: a name, a dot while there is something to save."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolButton

from gui.beside import Desk
from gui.theme import bold
from gui.tracker_tab import TrackerTab
from model.document import Document

AROUND = 56
"""Pixels of a tab beside its words: air, and the button that closes it."""


class _RoomyBar(QTabBar):
    """Gives every tab the room of its words in the weight that they have in front: Qt measures the lighter one."""

    # Qt's own names from here on.

    def tabSizeHint(self, index: int) -> QSize:
        """Give a tab's size, whether it is in front or not."""
        size = super().tabSizeHint(index)
        words = self.tabText(index).replace("&&", "&")
        return size.expandedTo(QSize(QFontMetrics(bold(self.font())).horizontalAdvance(words) + AROUND, 0))


class TrackerTabs(QTabWidget):
    """Holds a tab for each document, or its place beside another's; to close one is a request."""

    close_asked = Signal(object)
    """The document."""
    front_changed = Signal()
    arranged = Signal(object)
    """The desk on which trackers stand otherwise now."""

    def __init__(self) -> None:
        """Start without a tracker."""
        super().__init__()
        self.setObjectName("trackers")
        self.setAccessibleName("Open trackers")
        bar = _RoomyBar()
        bar.setAccessibleName("Open trackers")
        self.setTabBar(bar)
        self.setDocumentMode(True)
        # The dot of what is not saved stands at the end, and stays in view.
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.currentChanged.connect(self.front_changed)

    @property
    def desk(self) -> Desk | None:
        """The desk in front: a tracker and those beside it; None where no tracker is open."""
        front = self.currentWidget()
        return front if isinstance(front, Desk) else None

    @property
    def front(self) -> TrackerTab | None:
        """The tracker on which commands act; None where no tracker is open."""
        desk = self.desk
        return None if desk is None else desk.front

    @property
    def around(self) -> tuple[TrackerTab, ...]:
        """The tracker in front, with those that stand beside each other there, in their order."""
        desk = self.desk
        return () if desk is None else desk.tabs

    @property
    def desks(self) -> Iterator[Desk]:
        """Every tab's desk, in their order."""
        widgets = (self.widget(place) for place in range(self.count()))
        yield from (desk for desk in widgets if isinstance(desk, Desk))

    def tab_of(self, document: Document) -> TrackerTab | None:
        """Give where a document is shown, if it is."""
        return next((tab for desk in self.desks for tab in desk.tabs if tab.document is document), None)

    def add(self, tab: TrackerTab) -> None:
        """Add a tracker beside its own, else in a tab at the end."""
        host = next((desk for desk in self.desks if desk.document is tab.document.beside), None)
        if host is not None:
            host.add(tab)
        else:
            desk = Desk(tab)
            desk.front_changed.connect(self.front_changed)
            desk.close_asked.connect(self.close_asked)
            desk.arranged.connect(partial(self.arranged.emit, desk))
            place = self.addTab(desk, tab.document.name)
            self.tabBar().setTabButton(place, QTabBar.ButtonPosition.RightSide, self._close_button(tab.document))
        self.show_names()

    def take(self, tab: TrackerTab) -> None:
        """Take a tracker from where it stands, and with the first of a desk the desk."""
        desk = next(desk for desk in self.desks if tab in desk.tabs)
        desk.remove(tab)
        if not desk.tabs:
            self.removeTab(self.indexOf(desk))
            desk.deleteLater()

    def remove(self, tab: TrackerTab) -> None:
        """Take a tracker away for good, with those beside it."""
        desk = next(desk for desk in self.desks if tab in desk.tabs)
        if tab.document is desk.document:
            self.removeTab(self.indexOf(desk))
            desk.deleteLater()
        else:
            desk.remove(tab)
            tab.deleteLater()

    def bring_up(self, tab: TrackerTab) -> None:
        """Put a tracker in front."""
        desk = next(desk for desk in self.desks if tab in desk.tabs)
        self.setCurrentWidget(desk)
        desk.bring_up(tab)

    def commit(self) -> bool:
        """Take what is being typed in any tracker; one that refuses it comes to the front, and False is given."""
        for tab in self._tabs():
            if not tab.commit():
                self.bring_up(tab)
                return False
        return True

    def show_names(self) -> None:
        """Name every tab; two of the same name are told apart by their files."""
        tabs = [desk.tabs[0] for desk in self.desks]
        titles = Counter(tab.title for tab in tabs)
        for place, tab in enumerate(tabs):
            name = tab.title if titles[tab.title] == 1 else f"{tab.title} ({tab.document.name})"
            words = f"{name}{tab.state}".replace("&", "&&")
            if self.tabText(place) != words:
                self.setTabText(place, words)
            self.setTabToolTip(place, str(tab.document.path or "The example, which has no file of its own"))
        for desk in self.desks:
            desk.show_names()

    def _tabs(self) -> Iterator[TrackerTab]:
        yield from (tab for desk in self.desks for tab in desk.tabs)

    def _close_button(self, document: Document) -> QToolButton:
        button = QToolButton()
        button.setText("×")
        button.setToolTip("Close this tracker")
        button.setAccessibleName(f"Close {document.name}")
        button.setProperty("bare", True)
        button.clicked.connect(partial(self._ask_to_close, document))
        return button

    def _ask_to_close(self, document: Document, _checked: bool = False) -> None:  # noqa: FBT002 - Qt's signal
        self.close_asked.emit(document)
