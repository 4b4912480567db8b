"""Small buttons of the appendix's window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton


def bare_button(words: str, tip: str, act: Callable[[], object]) -> QToolButton:
    """Make a button with a sign or a word, that says by its tip what it does."""
    button = QToolButton()
    button.setText(words)
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda _checked=False: act())
    return button


def push_button(words: str, tip: str, act: Callable[[], object], *, main: bool = False) -> QPushButton:
    """Make a button with words; the main one is filled."""
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    button.setProperty("main", main)
    button.clicked.connect(lambda _checked=False: act())
    return button
