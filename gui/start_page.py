"""What the window shows while no tracker is open: how to begin, and the recent files."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

WIDTH = 460
MOST = 6


class StartPage(QWidget):
    """Two buttons and the recent trackers."""

    def __init__(self, open_file: Callable[[], None], open_example: Callable[[], None]) -> None:
        """Offer to open a file or the example."""
        super().__init__()
        self.setObjectName("startPage")
        self.setProperty("surface", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown: Sequence[Path] = ()
        self._links: list[QPushButton] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        title = QLabel("Open a savings tracker")
        title.setProperty("title", True)
        hint = QLabel(
            "Open the council's workbook, or the text of a published paper; or drag a file here."
            " Opening changes nothing in the file."
        )
        hint.setWordWrap(True)
        hint.setProperty("muted", True)
        self._lay_out(
            [title, hint], [_button("Open…", open_file, main=True), _button("Open the example", open_example)]
        )

    def show_recent(self, paths: Sequence[Path], open_path: Callable[[Path], None]) -> None:
        """List the trackers opened last; made anew only where they are others."""
        if paths == self._shown:
            return
        self._shown = paths
        for link in self._links:
            link.deleteLater()
        self._links = [_button(path.name, partial(open_path, path)) for path in paths[:MOST]]
        for link, path in zip(self._links, paths, strict=False):
            link.setToolTip(str(path))
            self._recent.addWidget(link)

    def _lay_out(self, words: Sequence[QWidget], buttons: Sequence[QPushButton]) -> None:
        middle = QWidget()
        middle.setFixedWidth(WIDTH)
        column = QVBoxLayout(middle)
        column.setSpacing(12)
        for label in words:
            column.addWidget(label)
        row = QHBoxLayout()
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addLayout(self._recent)
        around = QVBoxLayout(self)
        around.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(middle)
        across.addStretch(1)
        around.addLayout(across)
        around.addStretch(3)


def _button(words: str, act: Callable[[], None], *, main: bool = False) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("main", main)
    button.clicked.connect(lambda _checked=False: act())
    return button
