"""The window: trackers in tabs, commands in menus and on a bar, a status line. It decides nothing."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QTabBar, QTabWidget, QToolButton

from gui.commands import COMMANDS, FILE, VIEW
from gui.dialogs import Dialogs
from gui.edit_acts import EditActs
from gui.file_acts import FileActs
from gui.help_acts import HelpActs
from gui.look import Appearance, ThemeSwitch
from gui.menus import make_actions, make_toolbar, menu_of
from gui.settings import Settings
from gui.start_page import StartPage
from gui.states import in_use, is_checked, words_now
from gui.status_line import StatusLine
from gui.tracker_acts import TrackerActs
from gui.tracker_tab import TrackerTab
from model.document import Document
from model.session import Happening, Session

NAME = "Savings Tracker"
SMALLEST, USUAL, LOW = (640, 360), (1366, 768), 480


class MainWindow(QMainWindow):
    """One window over one session."""

    def __init__(self, make_session: Callable[[Dialogs], Session], settings: Settings, look: ThemeSwitch) -> None:
        """Make the window and the session that asks through its dialogs."""
        super().__init__()
        self.setWindowTitle(NAME)
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.session = make_session(Dialogs(self))
        self._settings, self._look = settings, look
        self._pages = QStackedWidget()
        self.tabs = QTabWidget()
        self.status = StatusLine()
        self.actions_by_name = make_actions(self, self._acts())
        self._bar = make_toolbar(self, self.actions_by_name)
        self._lay_out()
        self._add_menus()
        self.session.watch(self._follow_session)
        self._restore()
        self.show_state()

    @property
    def tab(self) -> TrackerTab | None:
        """The tracker in front; None where none is open."""
        front = self.tabs.currentWidget()
        return front if isinstance(front, TrackerTab) else None

    def open_files(self, paths: Iterable[Path]) -> None:
        """Open trackers, each in a tab; one that can't be opened says why."""
        for path in paths:
            self.session.open(path)

    def show_state(self, _lines: frozenset[int] = frozenset()) -> None:
        """Show what can be done now, and what is not saved."""
        tab = self.tab
        for command in COMMANDS:
            action = self.actions_by_name[command.name]
            action.setEnabled(in_use(command.when, tab))
            action.setText(words_now(command, tab))
            if command.checked:
                action.setChecked(is_checked(command.name, tab))
        self._pages.setCurrentIndex(0 if tab is None else 1)
        if tab is None:
            self.status.show_nothing()
            self._start.show_recent(self.session.recent.paths, self._open_path)
        else:
            self.status.show_lines(len(tab.model.lines), len(tab.tracker.year.savings))
            self.status.show_selection(tab.selected_amounts())
            self.status.show_state(tab.tracker.history.unsaved, viewing=tab.tracker.viewing)
            self.tabs.setTabText(self.tabs.currentIndex(), tab.label)
        self.setWindowModified(any(document.unsaved for document in self.session.documents))

    def commit(self) -> bool:
        """Take what is being typed, before anything else is done; False where it was refused."""
        return self.tab is None or self.tab.commit()

    def _front(self) -> TrackerTab:
        tab = self.tab
        if tab is None:
            raise LookupError(NAME)
        return tab

    def _acts(self) -> dict[str, Callable[[], None]]:
        acts = (
            FileActs(self.session, self.commit, self.close),
            EditActs(self._front, self.session.prompts),
            TrackerActs(self._front, self.session),
            HelpActs(self.session.prompts),
        )
        names = [command.name for command in COMMANDS]
        found = {name: getattr(group, name) for group in acts for name in names if hasattr(group, name)}
        return {name: partial(self._carry_out, act) for name, act in found.items()}

    def _carry_out(self, act: Callable[[], None]) -> None:
        act()
        self.show_state()

    def _lay_out(self) -> None:
        self.setWindowTitle(f"{NAME}[*]")
        self._start = StartPage(self.actions_by_name["open_file"].trigger, self.actions_by_name["open_example"].trigger)
        self.tabs.setDocumentMode(True)
        self.tabs.currentChanged.connect(self._show_tab)
        self._pages.addWidget(self._start)
        self._pages.addWidget(self.tabs)
        self.setCentralWidget(self._pages)
        self.setStatusBar(self.status)

    def _add_menus(self) -> None:
        self._recent = QMenu("Open &recent", self)
        self._recent.aboutToShow.connect(self._fill_recent)
        menu_of(self, FILE).insertMenu(self.actions_by_name["open_example"], self._recent)
        looks = menu_of(self, VIEW).addMenu("&Appearance")
        group = QActionGroup(self)
        for appearance in Appearance:
            action = looks.addAction(appearance.value)
            action.setCheckable(True)
            action.setChecked(appearance is self._look.appearance)
            action.triggered.connect(partial(self.choose_look, appearance))
            group.addAction(action)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self.session.recent.paths:
            action = self._recent.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(partial(self._open_path, path))
        if self._recent.isEmpty():
            self._recent.addAction("No recent trackers").setEnabled(False)

    def _open_path(self, path: Path, _checked: bool = False) -> None:  # noqa: FBT002 - Qt's signal
        self.session.open(path)

    def choose_look(self, appearance: Appearance, _checked: bool = False) -> None:  # noqa: FBT002 - Qt's signal
        """Show light, dark, or as the system is, from now on."""
        self._settings.appearance = appearance
        self._look.choose(appearance)

    def _follow_session(self, happening: Happening, document: Document) -> None:
        if happening is Happening.OPENED:
            self._add_tab(document)
        place = self._place(document)
        if happening is Happening.CLOSED and place is not None:
            self.tabs.removeTab(place)
        elif happening is Happening.CURRENT and place is not None:
            self.tabs.setCurrentIndex(place)
        elif happening is Happening.ACCESS and place is not None:
            self._front().model.refresh()
        self.show_state()

    def _add_tab(self, document: Document) -> None:
        tab = TrackerTab(document, self._settings)
        for signal in (tab.line_chosen, tab.selection_changed, tab.lines_changed):
            signal.connect(self.show_state)
        tab.review_asked.connect(self.actions_by_name["review_rating"].trigger)
        tab.follow_asked.connect(self.actions_by_name["follow_scheme"].trigger)
        document.tracker.watch(self.show_state)
        self._look.changed.connect(tab.table.viewport().update)
        place = self.tabs.addTab(tab, tab.label.replace("&", "&&"))
        self.tabs.tabBar().setTabButton(place, QTabBar.ButtonPosition.RightSide, self._close_button(document))
        self.tabs.setTabToolTip(place, str(document.path or "The example, without a file of its own"))

    def _place(self, document: Document) -> int | None:
        tabs = (self.tabs.widget(place) for place in range(self.tabs.count()))
        return next(
            (place for place, tab in enumerate(tabs) if isinstance(tab, TrackerTab) and tab.document is document), None
        )

    def _show_tab(self) -> None:
        if self.tab is not None:
            self.session.bring_up(self.tab.document)
            self.tab.table.setFocus()
        self.show_state()

    def _close_button(self, document: Document) -> QToolButton:
        button = QToolButton()
        button.setText("×")
        button.setToolTip("Close this tracker")
        button.setAccessibleName(f"Close {document.name}")
        button.setProperty("bare", True)
        button.clicked.connect(partial(self._close, document))
        return button

    def _close(self, document: Document, _checked: bool = False) -> None:  # noqa: FBT002 - Qt's signal
        self.session.bring_up(document)
        if self.commit():
            self.session.close(document)

    def _restore(self) -> None:
        self.resize(*USUAL)
        place = self._settings.geometry
        if place is not None:
            self.restoreGeometry(place)

    # Qt's own names from here on.

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when every tracker may go."""
        if self.commit() and self.session.close_all():
            self._settings.geometry = self.saveGeometry()
            event.accept()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a low window to the table: every button is in the menus too."""
        super().resizeEvent(event)
        self._bar.setVisible(self.height() >= LOW)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files dropped."""
        self.open_files(_paths(event.mimeData().urls()))


def _paths(urls: Iterable[QUrl]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
