"""Looks now and then whether another program changed an open tracker's file, and has it brought in."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from model.document import Document
from model.session import Session

EVERY = 3_000


class OutsideChanges(QObject):
    """Asks once for each change; nothing is asked while a box is open or something is being typed."""

    def __init__(self, session: Session, commit: Callable[[], bool], parent: QObject | None = None) -> None:
        """Watch a session's files; `commit` takes what is being typed, unless it is refused."""
        super().__init__(parent)
        self._session = session
        self._commit = commit
        self._left_alone: dict[Document, object] = {}
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Bring in the first change found."""
        if QApplication.activeModalWidget() is not None or isinstance(QApplication.focusWidget(), QLineEdit):
            return
        for document in self._session.documents:
            if document.own is None or not document.own.changed_outside:
                continue
            change = document.own.glance
            if self._left_alone.get(document) != change and self._commit():
                self._left_alone[document] = change
                self._session.bring_in(document)
                return
