"""Brings a window of its own to the front, whole: on a screen with less room than it wants, it fills the screen."""

from PySide6.QtWidgets import QWidget


def bring_up(window: QWidget) -> None:
    """Show a window, also one that was minimised, and give it the keyboard."""
    room, wanted = window.screen().availableSize(), window.size()
    if window.isMinimized():
        window.showNormal()
    elif not window.isVisible() and (wanted.width() > room.width() or wanted.height() > room.height()):
        window.showMaximized()
    else:
        window.show()
    window.activateWindow()
