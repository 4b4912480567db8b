"""The bar over a what-if: under which key, which lines, and what is done with them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from model.rag import Scheme
from model.what_if import Wanted


class Head(QWidget):
    """Offers schemes and filters."""

    scheme_changed = Signal()
    wanted_changed = Signal()

    def __init__(self) -> None:
        """Offer nothing yet."""
        super().__init__()
        self._offered: Sequence[Scheme] = ()
        self.scheme = QComboBox()
        self.only_changed = QCheckBox("Only lines that &change")
        self.text = QLineEdit()
        self.copy, self.close_button = QPushButton("C&opy"), QPushButton("Close")
        self._set_up()
        self._lay_out()

    @property
    def chosen(self) -> Scheme | None:
        """The scheme chosen; None where there is none."""
        place = self.scheme.currentIndex()
        return self._offered[place] if 0 <= place < len(self._offered) else None

    @property
    def wanted(self) -> Wanted:
        """Which lines are asked for."""
        return Wanted(self.only_changed.isChecked(), self.text.text())

    def offer(self, schemes: Sequence[Scheme]) -> None:
        """Offer schemes; what is chosen stays chosen where it still is one of them."""
        held, names = self.scheme.currentText(), [f"the key of {scheme.name}" for scheme in schemes]
        self._offered = schemes
        blocked = self.scheme.blockSignals(True)
        self.scheme.clear()
        self.scheme.addItems(names)
        self.scheme.setCurrentIndex(names.index(held) if held in names else 0)
        self.scheme.blockSignals(blocked)

    def _set_up(self) -> None:
        self.scheme.setAccessibleName("Under which key")
        self.text.setAccessibleName("Filter the lines")
        self.text.setPlaceholderText("Filter by reference, title or rating")
        self.text.setClearButtonEnabled(True)
        self.copy.setToolTip("Copy the lines shown, for any spreadsheet program")
        self.close_button.setToolTip("Back to the tracker (Esc)")
        self.scheme.currentIndexChanged.connect(self.scheme_changed)
        self.only_changed.toggled.connect(self.wanted_changed)
        self.text.textChanged.connect(self.wanted_changed)

    def _lay_out(self) -> None:
        under = QLabel("&Under")
        under.setBuddy(self.scheme)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        for widget in (under, self.scheme, self.only_changed):
            row.addWidget(widget)
        row.addWidget(self.text, 1)
        for button in (self.copy, self.close_button):
            button.setAutoDefault(False)
            row.addWidget(button)
