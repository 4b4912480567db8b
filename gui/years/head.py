"""The bar over the window's pages: one year or all, one committee or all, and what is done with what is shown."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QWidget

from model.years.overview import Wanted

ALL_YEARS, ALL_COMMITTEES = "All years", "All committees"
SHOWN_FORMS: Mapping[str, str] = {
    ".csv": "What this page &shows as csv…",
    ".xlsx": "What this page shows as a work&book…",
}
FORMS: Mapping[str, str] = {
    ".csv": "All lines as &csv…",
    ".xlsx": "All lines as a &workbook…",
    ".parquet": "All lines as &Parquet, with exact amounts…",
}


class Head(QWidget):
    """Filters and buttons."""

    wanted_changed = Signal()
    export_asked = Signal(str)
    """The ending of the form, for all lines."""
    export_shown_asked = Signal(str)
    """The same, for what the page in front shows."""

    def __init__(self) -> None:
        """Offer everything of nothing."""
        super().__init__()
        self.year, self.committee = QComboBox(), QComboBox()
        self.another = QPushButton("&Another folder…")
        self.copy = QPushButton("C&opy")
        self.export = QPushButton("E&xport")
        self.close_button = QPushButton("Close")
        self._lay_out()
        self._set_up()

    @property
    def wanted(self) -> Wanted:
        """What is asked for."""
        return Wanted(self.year.currentData() or "", self.committee.currentData() or "")

    def offer(self, years: Sequence[str], committees: Sequence[str]) -> None:
        """Offer years and committees; what is chosen stays chosen where it is still there."""
        for box, every, names in ((self.year, ALL_YEARS, years), (self.committee, ALL_COMMITTEES, committees)):
            held = box.currentData()
            blocked = box.blockSignals(True)
            box.clear()
            box.addItem(every, "")
            for name in names:
                box.addItem(name, name)
            box.setCurrentIndex(max(box.findData(held), 0))
            box.blockSignals(blocked)

    def enable(self, *, on: bool) -> None:
        """Let what is shown be filtered, copied and exported, or not while there is nothing."""
        for widget in (self.year, self.committee, self.copy, self.export):
            widget.setEnabled(on)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 4)
        row.setSpacing(8)
        row.addWidget(self.year)
        row.addWidget(self.committee)
        row.addStretch(1)
        for button in (self.another, self.copy, self.export, self.close_button):
            button.setAutoDefault(False)
            row.addWidget(button)

    def _set_up(self) -> None:
        self.year.setAccessibleName("Year")
        self.committee.setAccessibleName("Committee")
        self.committee.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.committee.setMaximumWidth(200)
        self.another.setToolTip("Read the trackers of another folder")
        self.copy.setToolTip("Copy what this page shows, for any spreadsheet program")
        self.export.setToolTip("Write what this page shows, or every line of every tracker, for other programs")
        self.close_button.setToolTip("Back to the trackers (Esc)")
        menu = QMenu(self.export)
        for forms, asked in ((SHOWN_FORMS, self.export_shown_asked), (FORMS, self.export_asked)):
            menu.addSeparator()
            for form, words in forms.items():
                menu.addAction(words).triggered.connect(lambda _checked=False, form=form, asked=asked: asked.emit(form))
        self.export.setMenu(menu)
        for box in (self.year, self.committee):
            box.currentIndexChanged.connect(self.wanted_changed)
        self.offer((), ())
