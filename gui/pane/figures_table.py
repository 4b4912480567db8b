"""The small table of the pane: plan, forecast and variance by quarter and for the year."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from model.entries import shown
from model.fields import FORECAST_QUARTERS, PLAN_QUARTERS
from model.saving import Saving

HEADINGS = ("", "Q1", "Q2", "Q3", "Q4", "Year")
ROWS = (
    ("Plan", (*PLAN_QUARTERS, "plan_total")),
    ("Forecast", (*FORECAST_QUARTERS, "forecast_total")),
    ("Variance", ("", "", "", "", "variance")),
)


class FiguresTable(QWidget):
    """Figures in £000 as the table shows them; changed ones stand out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay out the headings."""
        super().__init__(parent)
        self._cells: dict[str, QLabel] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for column, words in enumerate(HEADINGS):
            grid.addWidget(_label(words, muted=True), 0, column)
            grid.setColumnStretch(column, 2 if column else 0)
        for row, (name, keys) in enumerate(ROWS, start=1):
            grid.addWidget(_label(name, left=True), row, 0)
            for column, key in enumerate(keys, start=1):
                if key:
                    self._cells[key] = _label("", bold=column == len(keys))
                    grid.addWidget(self._cells[key], row, column)

    def show_saving(self, saving: Saving, changed: Callable[[str], bool]) -> None:
        """Show a line's figures."""
        for key, cell in self._cells.items():
            cell.setText(shown(saving, key))
            cell.setAccessibleName(f"{key.replace('_', ' ')}: {cell.text() or 'blank'}")
            if cell.property("changed") != changed(key):
                cell.setProperty("changed", changed(key))
                cell.style().polish(cell)


def _label(words: str, *, muted: bool = False, left: bool = False, bold: bool = False) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
    label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    label.setProperty("muted", muted)
    label.setProperty("strong", bold)
    return label
