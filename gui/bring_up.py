"""Brings a window of its own to the front, whole: on a screen with less room than it wants, it fills the screen."""

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

LONGEST = 1500
"""Milliseconds after which a window below has its keys again, also where the system keeps the other one back."""
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class _Keys(QObject):
    """Drops the keys that come to a window below until the one that was asked for has the keyboard.

    They were meant for that one: a digit would change a figure below.
    """

    def __init__(self, below: QWindow, coming: QWidget) -> None:
        super().__init__(coming)
        self._below, self._coming = below, coming
        below.installEventFilter(self)
        coming.installEventFilter(self)
        QTimer.singleShot(LONGEST, self, self._end)

    def _end(self) -> None:
        self._coming.removeEventFilter(self)
        self.deleteLater()
        # The window below may have been closed for good meanwhile.
        with suppress(RuntimeError):
            self._below.removeEventFilter(self)

    # Qt's own names from here on.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys from the window below; a click there, or the other window's coming to the front, ends that."""
        if watched is self._below and event.type() in _KEYS:
            event.accept()
            return True
        clicked = watched is self._below and event.type() == QEvent.Type.MouseButtonPress
        if clicked or (watched is self._coming and event.type() == QEvent.Type.WindowActivate):
            self._end()
        return super().eventFilter(watched, event)


def bring_up(window: QWidget) -> None:
    """Show a window, also one that was minimised, and give it the keyboard."""
    below = QApplication.activeWindow()
    if below is not None and below is not window:
        _Keys(below.windowHandle(), window)
    room, wanted = window.screen().availableSize(), window.size()
    if window.isMinimized():
        window.showNormal()
    elif not window.isVisible() and (wanted.width() > room.width() or wanted.height() > room.height()):
        window.showMaximized()
    else:
        window.show()
    window.activateWindow()
