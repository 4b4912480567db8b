"""The command that shows a tracker under another year's RAG scheme, in a window of its own."""

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
    from gui.what_if import WhatIfWindow

NO_OTHER = (
    "This tracker is rated by the only RAG scheme that is known. Open a tracker with another key, and look at this one "
    "under that."
)


class WhatIfActs:
    """Opens the window of a what-if, one for each tracker, and leads back from it to the table."""

    def __init__(self, tab: Callable[[], TrackerTab], session: Session, commit: Callable[[], bool]) -> None:
        """Act on the tab in front; `commit` takes what is being typed, unless it is refused."""
        self._tab = tab
        self._session = session
        self._commit = commit
        self.windows: dict[Document, WhatIfWindow] = {}
        session.watch(self._follow_session)

    def show_what_if(self) -> None:
        """Show the tracker in front under another scheme."""
        if not self._commit():
            return
        document = self._tab().document
        if not self._session.schemes(document):
            self._session.prompts.tell(NO_OTHER)
            return
        window = self.windows.get(document)
        if window is None:
            window = self.windows[document] = self._made(document)
        else:
            window.offer()
        bring_up(window)

    def _made(self, document: Document) -> WhatIfWindow:
        # Here and nowhere else: charts are loaded when one is first asked for, not at the start; and in a thread, as
        # that takes longer than a window may stop.
        WindowPatience(self._tab().window())("Opening the what-if", lambda _here: import_module("gui.what_if"))
        from gui.what_if import WhatIfWindow  # noqa: PLC0415

        window = WhatIfWindow(document, lambda: self._session.schemes(document))
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
        if happening in (Happening.OPENED, Happening.CLOSED):
            for window in self.windows.values():
                window.offer()
