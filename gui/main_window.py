"""The window: trackers in tabs, commands in menus and on a bar, a status line. It decides nothing."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from gui.appearance_menu import AppearanceMenu
from gui.appendix_acts import AppendixActs
from gui.beside_acts import BesideActs
from gui.command import FILE, VIEW
from gui.commands import COMMANDS, ON_CELLS
from gui.compare_acts import CompareActs
from gui.edit_acts import EditActs
from gui.file_acts import FileActs
from gui.find_acts import FindActs
from gui.help_acts import HelpActs
from gui.look import Appearance, ThemeSwitch
from gui.menus import make_actions, make_toolbar, menu_of
from gui.outside_changes import OutsideChanges
from gui.previous_again import PreviousAgain
from gui.recent_menu import RecentMenu
from gui.settings import Settings
from gui.start_page import StartPage
from gui.states import show_states
from gui.status_line import StatusLine
from gui.tracker_acts import TrackerActs
from gui.tracker_tab import TrackerTab
from gui.tracker_tabs import TrackerTabs
from gui.what_if_acts import WhatIfActs
from gui.years_acts import YearsActs
from model.document import Document
from model.session import Happening, Session

NAME = "Savings Tracker"
SMALLEST, USUAL, LOW = (640, 360), (1366, 768), 480


class MainWindow(QMainWindow):
    """One window over one session."""

    def __init__(self, make_session: Callable[[QWidget], Session], settings: Settings, look: ThemeSwitch) -> None:
        """Make the window, and the session that asks and waits in front of it."""
        super().__init__()
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.session = make_session(self)
        self._settings, self._look = settings, look
        self._pages = QStackedWidget()
        self.tabs = TrackerTabs()
        self.status = StatusLine()
        self._years = YearsActs(self, self._front, self.session, self.commit)
        self.actions_by_name = make_actions(self, self._acts())
        self._bar = make_toolbar(self, self.actions_by_name)
        self._lay_out()
        self._add_menus()
        self._leaving: TrackerTab | None = None
        self.tabs.front_changed.connect(self._show_tab)
        self.tabs.close_asked.connect(self._close)
        self.session.watch(self._follow_session)
        self._previous = PreviousAgain(self.session, self.say, self)
        self._outside = OutsideChanges(self.session, self.commit, self)
        self._restore()
        self.show_state()

    @property
    def tab(self) -> TrackerTab | None:
        """The tracker in front; None where none is open."""
        return self.tabs.front

    def open_files(self, paths: Iterable[Path]) -> None:
        """Open trackers, each in a tab; one that can't be opened says why."""
        if self.commit():
            for path in paths:
                self.session.open(path)

    def open_beside(self, paths: Iterable[Path]) -> None:
        """Open trackers beside the one in front."""
        for path in paths:
            self.session.open_beside(path)

    def show_state(self, _lines: frozenset[int] = frozenset()) -> None:
        """Show what can be done now, and what is not saved."""
        tab = self.tab
        show_states(self.actions_by_name, self.tabs.desk)
        self.tabs.show_names()
        self.status.show_tab(tab)
        self._pages.setCurrentIndex(0 if tab is None else 1)
        if tab is None:
            self._start.show_recent(self.session.recent.paths, self._open_path)
        self.setWindowTitle(f"{tab.document.name}[*] – {NAME}" if tab else NAME)
        self.setWindowModified(tab is not None and bool(tab.document.unsaved))

    def commit(self) -> bool:
        """Take what is being typed in any tracker, before anything else is done; False where it was refused."""
        return self.tabs.commit()

    def choose_look(self, appearance: Appearance) -> None:
        """Show light, dark, or as the system is, from now on."""
        self._settings.appearance = appearance
        self._look.choose(appearance)

    def say(self, words: str) -> None:
        """Tell something in passing, on the status line."""
        self.status.say(words)

    def _front(self) -> TrackerTab:
        tab = self.tab
        if tab is None:
            raise LookupError(NAME)
        return tab

    def _acts(self) -> dict[str, Callable[[], None]]:
        acts = (
            FileActs(self.session, self.commit, self.close, self.say),
            EditActs(self._front, self.session.prompts, self.say),
            FindActs(self._front, lambda: self.tabs.around, self.session.prompts),
            TrackerActs(self._front, self.session),
            AppendixActs(self._front, self.session, self.commit),
            BesideActs(self.tabs, self.session, self.commit, self.say),
            CompareActs(self._front, self.session, self.commit, self.say),
            WhatIfActs(self._front, self.session, self.commit),
            self._years,
            HelpActs(self.session.prompts),
        )
        names = [command.name for command in COMMANDS]
        found = {name: getattr(group, name) for group in acts for name in names if hasattr(group, name)}
        return {name: partial(self._carry_out, act) for name, act in found.items()}

    def _carry_out(self, act: Callable[[], None]) -> None:
        act()
        self.show_state()

    def _lay_out(self) -> None:
        self._start = StartPage(self.actions_by_name["open_file"].trigger, self.actions_by_name["open_example"].trigger)
        self._pages.addWidget(self._start)
        self._pages.addWidget(self.tabs)
        self.setCentralWidget(self._pages)
        self.setStatusBar(self.status)

    def _add_menus(self) -> None:
        recent = RecentMenu(self.session.recent, self._open_path, self)
        menu_of(self, FILE).insertMenu(self.actions_by_name["open_example"], recent)
        menu_of(self, VIEW).addMenu(AppearanceMenu(self._look.appearance, self.choose_look, self))

    def _open_path(self, path: Path) -> None:
        self.open_files([path])

    def _follow_session(self, happening: Happening, document: Document) -> None:
        if happening is Happening.OPENED:
            self._add_tab(document)
        tab = self.tabs.tab_of(document)
        if tab is None:
            return
        if happening is Happening.CLOSED:
            self.tabs.remove(tab)
        elif happening is Happening.MOVED:
            self.tabs.take(tab)
            self.tabs.add(tab)
            tab.follow_access()
        elif happening is Happening.CURRENT:
            self.tabs.bring_up(tab)
        elif happening is Happening.ACCESS:
            tab.follow_access()
        elif happening is Happening.SAVED:
            self.say(f"Saved as “{document.name}”")
        self.show_state()

    def _add_tab(self, document: Document) -> None:
        tab = TrackerTab(document, self._settings)
        tab.happened.connect(self.show_state)
        for asked, name in (
            (tab.review_asked, "review_rating"),
            (tab.follow_asked, "follow_scheme"),
            (tab.clear_asked, "clear_cells"),
        ):
            asked.connect(self.actions_by_name[name].trigger)
        tab.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        tab.table.addActions([self.actions_by_name[name] for name in ON_CELLS])
        document.tracker.watch(self.show_state)
        self._look.changed.connect(tab.table.viewport().update)
        self.tabs.add(tab)

    def _show_tab(self) -> None:
        """Bring up the tracker in front; one whose typed figure was refused is not left."""
        left, self._leaving = self._leaving, self.tab
        if left is not None and self.tabs.tab_of(left.document) is left and not left.commit():
            self.tabs.bring_up(left)
            return
        if self.tab is not None:
            self.session.bring_up(self.tab.document)
            # Within one desk the keyboard may be in a filter or a pane already, and stays there.
            if left not in self.tabs.around or not self.tab.has_keyboard:
                self.tab.table.setFocus()
        self.show_state()

    def _close(self, document: Document) -> None:
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
            self._years.end()
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
        """Open the files dropped; of folders, read all trackers."""
        dropped = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if any(path.is_dir() for path in dropped):
            self._years.read(dropped)
        else:
            self.open_files(dropped)
