"""What else a tracker says of a line: description, committee, partner links, earlier years, columns of its own."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gui.pane.line_findings import clear, paragraph
from model.entries import shown
from model.fields import FIELD, Access
from model.saving import Saving
from model.year import Column

SHORT = 220
SHOWN_ABOVE = frozenset({"rating", "reference", "title", "commentary", "complete", "percent", "variance", "direction"})


class AboutLine(QWidget):
    """Headed paragraphs; a long one is shortened until asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._said: list[tuple[str, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_saving(self, saving: Saving, layout: Sequence[Column]) -> None:
        """Show a line's other fields, in the layout's order, blanks left out."""
        said = list(_said(saving, layout))
        if said == self._said:
            return
        self._said = said
        clear(self._column)
        for heading, text in said:
            label = QLabel(heading.replace("\n", " "))
            label.setProperty("heading", True)
            label.setWordWrap(True)
            self._column.addSpacing(4)
            self._column.addWidget(label)
            self._add_text(text)

    def _add_text(self, text: str) -> None:
        if len(text) <= SHORT:
            self._column.addWidget(paragraph(text))
            return
        short = f"{text[:SHORT].rsplit(' ', 1)[0]}…"
        label, more = paragraph(short), QPushButton("Show all")
        more.setCheckable(True)
        more.setProperty("bare", True)

        def turn(whole: bool) -> None:
            label.setText(text if whole else short)
            more.setText("Show less" if whole else "Show all")

        more.toggled.connect(turn)
        self._column.addWidget(label)
        self._column.addWidget(more)


def _said(saving: Saving, layout: Sequence[Column]) -> Iterator[tuple[str, str]]:
    for column in layout:
        field = FIELD.get(column.key)
        in_figures = field is not None and field.is_figure and field.access is not Access.FIXED
        if column.key in SHOWN_ABOVE or (in_figures and column.key != "plan_prior"):
            continue
        if text := shown(saving, column.key):
            yield column.heading, text
