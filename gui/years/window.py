"""The window of trackers of several years: pages of sums and of what is behind them, charts, copy and export."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from gui.listing import to_clipboard
from gui.patience import WindowPatience
from gui.years.behind import BEHIND_PAGES
from gui.years.entries import Spot
from gui.years.exporting import export_lines, export_page
from gui.years.head import Head
from gui.years.known import count_words
from gui.years.known_page import KnownPage
from gui.years.page import ShownPage
from gui.years.sums import SUM_PAGES
from gui.years.waiting_page import WaitingPage
from gui.years.work import Work
from model.prompts import Prompts
from model.refusals import Refusal
from model.years import NoTrackers, Progress, Trackers, read_trackers
from model.years.overview import ALL, Overview, Wanted, committees, overview, years

USUAL = (1240, 700)
PAGES = (*SUM_PAGES, *BEHIND_PAGES)
STOPPED = "Reading was stopped: no tracker is shown. Choose Another folder to read one."


class YearsWindow(QWidget):
    """Everything that is looked at over several years."""

    spot_chosen = Signal(object, object)
    """The path of a tracker, and the `Spot` in it."""

    def __init__(self, prompts: Prompts) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("yearsWindow")
        self.setAcceptDrops(True)
        self.prompts = prompts
        self.places: Sequence[Path] = ()
        self.trackers: Trackers | None = None
        self.work, self.patience = Work(), WindowPatience(self)
        self.head, self.waiting, self.known = Head(), WaitingPage(), KnownPage()
        self.tabs, self.said = QTabWidget(), QLabel()
        self._stack = QStackedWidget()
        self._whole: Overview | None = None
        self._seen: set[int] = set()
        self._lay_out()
        self._connect()
        self.resize(*USUAL)

    def read(self, places: Sequence[Path]) -> None:
        """Read the trackers of some folders and files."""
        self.places, self.trackers = places, None
        self._show_pages(on=False)
        self.waiting.show_reading()
        self.setWindowTitle(f"Over the years – {', '.join(place.name or str(place) for place in places)}")
        self.said.clear()

        def job(progress: Progress, stopped: Callable[[], bool]) -> tuple[Trackers, Overview]:
            found = read_trackers(places, progress, stopped)
            return found, overview(found)

        self.work.start(job)

    def ask_folder(self) -> None:
        """Read another folder, which is asked for."""
        folder = self.prompts.ask_folder(self.places[0] if self.places else None, "Choose a folder of trackers")
        if folder is not None:
            self.read([folder])

    def copy(self) -> None:
        """Copy what the page in front shows."""
        page = self.tabs.currentWidget()
        if self.trackers is not None and isinstance(page, KnownPage | ShownPage):
            to_clipboard(page.block())
            self.said.setText("Copied. Paste it into any spreadsheet.")

    def export(self, form: str) -> None:
        """Write all lines of all trackers, whatever is filtered."""
        if self.trackers is not None:
            export_lines(self.trackers, self.places[0], form, self.prompts, self.patience)

    def export_shown(self, form: str) -> None:
        """Write what the page in front shows, as it is filtered."""
        page = self.tabs.currentWidget()
        if self.trackers is not None and isinstance(page, KnownPage | ShownPage):
            words = page.page.words if isinstance(page, ShownPage) else "Trackers"
            wanted = [one for one in (self.head.wanted.year, self.head.wanted.committee) if one]
            name = ", ".join([words, *wanted])
            path = self.places[0] / f"{name.replace('/', '-')}{form}"
            export_page(page.tables(), name, self.trackers, path, self.prompts, self.patience)

    def end(self) -> None:
        """Close for good: the program ends."""
        self.close()
        self.deleteLater()

    def _show_wanted(self) -> None:
        """Work out the sums of the lines wanted now."""
        self._work_out(self.trackers, self.head.wanted)

    def _count(self, name: str) -> None:
        """Count another tracker of its year and period."""
        if self.trackers is not None:
            self._work_out(self.trackers.counting(name), self.head.wanted)

    def _work_out(self, trackers: Trackers | None, wanted: Wanted = ALL) -> None:
        if trackers is not None:
            self.said.setText("Working out the sums…")
            self.work.start(lambda _progress, _stopped: (trackers, overview(trackers, wanted)))

    def _show_found(self, found: tuple[Trackers, Overview]) -> None:
        self.trackers, self._whole = found
        self.head.offer(years(self.trackers), committees(self.trackers))
        self.known.show_overview(self._whole, self.trackers)
        self._seen = {0}
        self._show_page()
        self.said.setText(f"{count_words(self.trackers)}. Amounts in £000, savings negative.")
        first = self._stack.currentIndex() == 0
        self._show_pages(on=True)
        if first:
            self.known.rows.setFocus()

    def _show_page(self) -> None:
        """Fill the page in front, once: making and filling all of them at once would be felt."""
        place = self.tabs.currentIndex()
        if self._whole is not None and place not in self._seen:
            self._seen.add(place)
            self._page(place).show_overview(self._whole)

    def _page(self, place: int) -> ShownPage:
        """Give a page of sums, made when it is first in front."""
        page = cast("QWidget", self.tabs.widget(place))
        if isinstance(page, ShownPage):
            return page
        made = ShownPage(PAGES[place - 1])
        made.spot_chosen.connect(self._choose)
        blocked = self.tabs.blockSignals(True)
        words = self.tabs.tabText(place)
        self.tabs.removeTab(place)
        self.tabs.insertTab(place, made, words)
        self.tabs.setCurrentIndex(place)
        self.tabs.blockSignals(blocked)
        page.deleteLater()
        return made

    def _name_tabs(self) -> None:
        """Name the tabs in full where all have room, else in short."""
        for names in ([page.words for page in PAGES], [page.short or page.words for page in PAGES]):
            for place, words in enumerate(names, 1):
                self.tabs.setTabText(place, words)
            if self.tabs.tabBar().sizeHint().width() <= self.width():
                return

    def _fail(self, trouble: BaseException) -> None:
        if not isinstance(trouble, Refusal):
            raise trouble
        self.trackers = None
        files = trouble.not_read if isinstance(trouble, NoTrackers) else ()
        self.waiting.show_nothing(str(trouble), files)

    def _stop(self) -> None:
        self.work.cancel()
        self.trackers = None
        self.waiting.show_nothing(STOPPED)

    def _show_pages(self, *, on: bool) -> None:
        self._stack.setCurrentIndex(int(on))
        self.head.enable(on=on)

    def _choose(self, spot: Spot) -> None:
        for tracker in self.trackers or ():
            if tracker.name == spot.tracker:
                self.spot_chosen.emit(tracker.path, spot)

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Pages")
        self.tabs.tabBar().setAccessibleName("Pages")
        self.tabs.addTab(self.known, "Trackers")
        for page in PAGES:
            self.tabs.addTab(QWidget(), page.words)
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self.tabs)
        self.said.setProperty("muted", True)
        self.said.setWordWrap(True)
        self.said.setContentsMargins(12, 4, 12, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.said)

    def _connect(self) -> None:
        self.work.went_on.connect(self.waiting.show_progress)
        self.work.done.connect(self._show_found)
        self.work.failed.connect(self._fail)
        self.waiting.stop_asked.connect(self._stop)
        self.head.wanted_changed.connect(self._show_wanted)
        self.head.another.clicked.connect(self.ask_folder)
        self.head.copy.clicked.connect(self.copy)
        self.head.export_asked.connect(self.export)
        self.head.export_shown_asked.connect(self.export_shown)
        self.head.close_button.clicked.connect(self.close)
        self.tabs.currentChanged.connect(self._show_page)
        self.known.count_asked.connect(self._count)
        self.known.spot_chosen.connect(self._choose)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)

    # Qt's own names from here on.

    def closeEvent(self, event: QCloseEvent) -> None:
        """Read nothing more; what was read stays until the window is asked for again."""
        if self.work.busy and self.trackers is None:
            self._stop()
        self.work.cancel()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the tabs as there is room."""
        super().resizeEvent(event)
        self._name_tabs()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take folders and files that are dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the folders and files dropped."""
        self.read([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
