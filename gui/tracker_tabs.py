"""The open trackers in tabs, each with its name, a dot while it has changes to save, and a button to close it."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTabBar, QTabWidget, QToolButton

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
    """Holds a tab for each document; to close one is a request."""

    close_asked = Signal(object)
    """The document."""

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

    @property
    def front(self) -> TrackerTab | None:
        """The tab in front; None where no tracker is open."""
        front = self.currentWidget()
        return front if isinstance(front, TrackerTab) else None

    def tab_of(self, document: Document) -> TrackerTab | None:
        """Give a document's tab, if it has one."""
        return next((tab for tab in self._tabs() if tab.document is document), None)

    def add(self, tab: TrackerTab) -> None:
        """Add a tab at the end."""
        place = self.addTab(tab, tab.document.name)
        self.tabBar().setTabButton(place, QTabBar.ButtonPosition.RightSide, self._close_button(tab.document))
        self.show_names()

    def remove(self, tab: TrackerTab) -> None:
        """Take a tab away for good."""
        self.removeTab(self.indexOf(tab))
        tab.deleteLater()

    def bring_up(self, tab: TrackerTab) -> None:
        """Put a tab in front."""
        self.setCurrentWidget(tab)

    def commit(self) -> bool:
        """Take what is being typed in any tab; one that refuses it comes to the front, and False is given."""
        for tab in self._tabs():
            if not tab.commit():
                self.bring_up(tab)
                return False
        return True

    def show_names(self) -> None:
        """Name every tab; two of the same name are told apart by their files."""
        titles = Counter(tab.title for tab in self._tabs())
        for place, tab in enumerate(self._tabs()):
            name = tab.title if titles[tab.title] == 1 else f"{tab.title} ({tab.document.name})"
            words = f"{name}{tab.state}".replace("&", "&&")
            if self.tabText(place) != words:
                self.setTabText(place, words)
            self.setTabToolTip(place, str(tab.document.path or "The example, which has no file of its own"))

    def _tabs(self) -> Iterator[TrackerTab]:
        widgets = (self.widget(place) for place in range(self.count()))
        yield from (tab for tab in widgets if isinstance(tab, TrackerTab))

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
