"""The preview: the pages as they will be printed, with page, zoom and search over them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.appendix.buttons import bare_button, push_button
from gui.appendix.drawing import PageDrawer
from gui.appendix.page_list import PageList
from gui.appendix.page_search import PageSearch
from gui.appendix.page_view import PageView
from model.pages import Page

WIDE, NARROW = 680, 480
"""Widths from which the search stands beside the page bar, and from which there is room for the list of pages."""
WAITING = "Laying out the pages…"
STALE = "The tracker has changed since these pages were laid out."


class Preview(QWidget):
    """Shows pages, says that new ones are being laid out, or that they are out of date."""

    refresh_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.pages: Sequence[Page] = ()
        self.drawer = PageDrawer(self)
        self.view = PageView(self.drawer)
        self.list = PageList(self.drawer)
        self.search = PageSearch()
        self._page = QSpinBox()
        self._of = QLabel()
        self._zoom = QLabel()
        self._notice = Notice()
        self._bars = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._bars)
        self._notice.refresh.clicked.connect(self.refresh_asked)
        self._notice.cancel.clicked.connect(self.cancel_asked)
        self._lay_out()
        self._connect()
        self.show_pages(())

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show pages."""
        self.pages = pages
        self.drawer.show_pages(pages)
        self.list.show_pages(pages)
        self.search.show_pages(pages)
        self._page.setRange(min(len(pages), 1), len(pages))
        self._page.setEnabled(bool(pages))
        self._of.setText(f"of {len(pages):,}")
        self.view.show_pages(pages)
        self._notice.show_state(waiting=False, stale=False)

    def show_waiting(self, *, on: bool) -> None:
        """Say that pages are being laid out, or no more."""
        self._notice.show_state(waiting=on, stale=self._notice.stale)

    def show_stale(self) -> None:
        """Say that the tracker has changed since."""
        self._notice.show_state(waiting=self._notice.waiting, stale=True)

    def begin_search(self) -> None:
        """Put the keyboard into the search."""
        self.search.begin()

    def _lay_out(self) -> None:
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.list)
        pages.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bars)
        column.addWidget(self._notice)
        column.addLayout(pages, 1)
        # As narrow as need be: the bars go under each other then.
        self._bars.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._beside.setContentsMargins(8, 6, 8, 6)
        self._beside.addLayout(self._page_bar())
        self._beside.addStretch(1)
        self._beside.addWidget(self.search)

    def _page_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(6)
        self._page.setObjectName("pageNumber")
        self._page.setAccessibleName("Page")
        self._page.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._page.setFixedWidth(60)
        self._zoom.setMinimumWidth(40)
        self._zoom.setAccessibleName("Zoom")
        for part in (QLabel("Page"), self._page, self._of):
            bar.addWidget(part)
        bar.addSpacing(8)
        bar.addWidget(bare_button("−", "Smaller (Ctrl+-)", self.view.zoom_out))
        bar.addWidget(self._zoom)
        bar.addWidget(bare_button("+", "Larger (Ctrl++)", self.view.zoom_in))
        bar.addWidget(bare_button("Fit width", "As wide as the window (Ctrl+0)", self.view.fit_width))
        bar.addStretch(1)
        return bar

    def _connect(self) -> None:
        self.view.page_changed.connect(self._show_page)
        self.view.zoom_changed.connect(lambda zoom: self._zoom.setText(f"{zoom:.0%}"))
        self.list.chosen.connect(self.view.go_to)
        self.search.found.connect(self.view.go_to)
        self._page.valueChanged.connect(lambda number: self.view.go_to(number - 1))

    def _show_page(self, place: int) -> None:
        blocked = self._page.blockSignals(True)
        self._page.setValue(place + 1)
        self._page.blockSignals(blocked)
        self.list.show_page(place)

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow window to the pages."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.LeftToRight if self.width() >= WIDE else direction.TopToBottom)
        self.list.setVisible(self.width() >= NARROW)


class Notice(QWidget):
    """A line over the pages: being laid out, with a way to stop, or out of date, with a way to follow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.waiting = self.stale = False
        self.words = QLabel()
        self.words.setObjectName("previewNotice")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(WAITING)
        self.cancel = push_button("Stop", "Keep the pages as they are", lambda: None)
        self.refresh = push_button("Refresh", "Lay the pages out as the tracker stands now (F5)", lambda: None)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 6)
        for part in (self.words, self._bar, self.cancel, self.refresh):
            row.addWidget(part)
        row.addStretch(1)

    def show_state(self, *, waiting: bool, stale: bool) -> None:
        """Show what is going on."""
        self.waiting, self.stale = waiting, stale
        self.words.setText(WAITING if waiting else STALE)
        self._bar.setVisible(waiting)
        self.cancel.setVisible(waiting)
        self.refresh.setVisible(stale and not waiting)
        self.setVisible(waiting or stale)
