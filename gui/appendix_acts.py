"""The command that shows a tracker's committee appendix in a window of its own."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from gui.bring_up import bring_up
from gui.patience import WindowPatience
from gui.tracker_tab import TrackerTab
from model.document import Document
from model.session import Happening, Session

if TYPE_CHECKING:
    from gui.appendix import AppendixWindow


class AppendixActs:
    """Opens the window of appendices, one for each tracker, and leads back from it to the table."""

    def __init__(self, tab: Callable[[], TrackerTab], session: Session, commit: Callable[[], bool]) -> None:
        """Act on the tab in front; `commit` takes what is being typed, unless it is refused."""
        self._tab = tab
        self._session = session
        self._commit = commit
        self.windows: dict[Document, AppendixWindow] = {}
        session.watch(self._follow_session)

    def show_appendix(self) -> None:
        """Show the appendix of the tracker in front."""
        if not self._commit():
            return
        document = self._tab().document
        window = self.windows.get(document)
        if window is None:
            window = self.windows[document] = self._made(document)
        else:
            window.refresh()
        bring_up(window)

    def _made(self, document: Document) -> AppendixWindow:
        # Here and nowhere else: printing and drawing are loaded when an appendix is first asked for, not at the start;
        # and in a thread, as that takes half of the time after which a window is felt to stop.
        WindowPatience(self._tab().window())("Opening the appendix", lambda _here: import_module("gui.appendix"))
        from gui.appendix import AppendixWindow  # noqa: PLC0415
        from model.publishing import publishing_for  # noqa: PLC0415

        window = AppendixWindow(publishing_for(document, self._session.prompts), self._session.prompts, self._commit)
        window.line_chosen.connect(lambda line: self._go_to(document, line))
        document.tracker.watch(window.follow_tracker)
        return window

    def _go_to(self, document: Document, line: int) -> None:
        self._session.bring_up(document)
        tab = self._tab()
        tab.go_to(line)
        tab.window().activateWindow()
        tab.table.setFocus()

    def _follow_session(self, happening: Happening, document: Document) -> None:
        if happening is Happening.CLOSED and document in self.windows:
            self.windows.pop(document).end()
