"""The filter: text, committee, rating chips with their counts, only findings, only changed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from model.lines_shown import Filter, rating_label, rating_order

PAUSE, SPACE, EDGE = 120, 8, 10
LEAST_TEXT, MOST_TEXT = 110, 230
ALL = "All committees"


class FilterBar(QWidget):
    """Tells what the officer asks to see; the tab shows it."""

    asked = Signal(Filter)
    begun = Signal()
    left = Signal()
    """Enter was pressed in the text: the officer goes on to the lines."""

    def __init__(self, committees: Sequence[str], parent: QWidget | None = None) -> None:
        """Offer the committees of a tracker; the choice is hidden where there are none."""
        super().__init__(parent)
        self.filter = Filter()
        self._brief = False
        self._chips: dict[str, QPushButton] = {}
        self._text = self._make_text()
        self._committee = self._make_committee(committees)
        self._ratings = QWidget()
        self._ratings.setObjectName("ratingFilter")
        self._ratings.setAccessibleName("Show ratings")
        self._findings = self._make_chip("Findings", "Show only lines with findings")
        self._changed = self._make_chip("Changed", "Show only lines changed since the last save")
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the bar."""
        held = QApplication.focusWidget()
        return held is not None and self.isAncestorOf(held)

    def show_counts(self, ratings: Counter[str], findings: int | None, changed: int) -> None:
        """Show how many lines each chip stands for; a rating without lines keeps its chip while it is chosen.

        Args:
            findings: None while they are still being counted.
        """
        names = rating_order([name for name, count in ratings.items() if count])
        labels = [rating_label(name) for name in names]
        for label in [*labels, *self.filter.ratings]:
            if label not in self._chips:
                self._add_rating(label)
        for label, chip in self._chips.items():
            count = ratings["" if label == rating_label("") else label]
            chip.setText(f"{label} {count:,}")
            chip.setVisible(count > 0 or chip.isChecked())
        self._findings.setText("Findings …" if findings is None else f"Findings {findings:,}")
        self._changed.setText(f"Changed {changed:,}")
        self._fold()

    def show_brief(self, *, on: bool) -> None:
        """Show no more than the text, the committee and what is chosen, as where there is room for few lines."""
        if on != self._brief:
            self._brief = on
            self._fold()

    def add(self, widget: QWidget) -> None:
        """Put a widget at the bar's far end."""
        self._second.addWidget(widget)
        self._second_parts.append(widget)

    def begin(self) -> None:
        """Put the keyboard into the text; where the bar had given way, it is shown again."""
        self.show()
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.begun.emit()
        self._text.selectAll()

    def clear(self) -> None:
        """Ask for every line again."""
        self._show(Filter())
        self._ask()

    def show_filter(self, asked: Filter) -> None:
        """Show what is asked for, asking for nothing."""
        self.filter = asked
        self._show(asked)

    def _show(self, asked: Filter) -> None:
        self._text.setText(asked.text)
        self._pause.stop()
        with QSignalBlocker(self._committee):
            self._committee.setCurrentIndex(self._committee.findData(asked.committee))
        for label, chip in self._chips.items():
            chip.setChecked(label in asked.ratings)
        self._findings.setChecked(asked.only_findings)
        self._changed.setChecked(asked.only_changed)
        self._dim_unchosen()

    def _dim_unchosen(self) -> None:
        """While some ratings are chosen, the others stand back."""
        some = any(chip.isChecked() for chip in self._chips.values())
        for chip in self._chips.values():
            unchosen = some and not chip.isChecked()
            if bool(chip.property("unchosen")) != unchosen:
                chip.setProperty("unchosen", unchosen)
                chip.style().unpolish(chip)
                chip.style().polish(chip)

    def _wait(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        self._dim_unchosen()
        chosen = frozenset(label for label, chip in self._chips.items() if chip.isChecked())
        asked = replace(
            Filter(),
            text=self._text.text().strip(),
            committee=self._committee.currentData() or "",
            ratings=chosen,
            only_findings=self._findings.isChecked(),
            only_changed=self._changed.isChecked(),
        )
        if asked != self.filter:
            self.filter = asked
            self.asked.emit(asked)

    def _leave(self) -> None:
        self._ask()
        self.left.emit()

    def _add_rating(self, label: str) -> None:
        chip = self._make_chip(label, f"Show lines rated {label}")
        self._chips_row.addWidget(chip)
        self.setTabOrder([self._committee, *self._chips.values()][-1], chip)
        self._chips[label] = chip

    def _make_chip(self, label: str, tip: str) -> QPushButton:
        chip = QPushButton(label)
        chip.setCheckable(True)
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # A click leaves the keyboard in the table; Tab comes here all the same.
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setProperty("chip", label)
        chip.setToolTip(tip)
        chip.setAccessibleDescription(tip)
        chip.clicked.connect(self._ask)
        return chip

    def _make_text(self) -> QLineEdit:
        text = QLineEdit()
        text.setObjectName("filterText")
        text.setPlaceholderText("Find in any field")
        text.setAccessibleName("Find in any field")
        text.setClearButtonEnabled(True)
        text.setFixedWidth(LEAST_TEXT)
        text.textChanged.connect(self._wait)
        text.returnPressed.connect(self._leave)
        # A file that is dropped here is for the window, not for the filter.
        text.setAcceptDrops(False)
        return text

    def _make_committee(self, committees: Sequence[str]) -> QComboBox:
        choice = QComboBox()
        choice.setObjectName("filterCommittee")
        choice.setAccessibleName("Committee")
        choice.addItem(ALL, "")
        for name in committees:
            choice.addItem(name, name)
        if not committees:
            # Only hidden, never shown here: it has no parent yet, and would flash up as a window of its own.
            choice.hide()
        choice.currentIndexChanged.connect(self._ask)
        return choice

    def _lay_out(self) -> None:
        self._chips_row = QHBoxLayout(self._ratings)
        self._chips_row.setContentsMargins(0, 0, 0, 0)
        self._chips_row.setSpacing(SPACE)
        self._ratings.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._first = _row(self._text, self._committee)
        self._chosen = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._chosen.setSpacing(SPACE)
        self._chosen.addLayout(self._first)
        self._chosen.addWidget(self._ratings, 0, Qt.AlignmentFlag.AlignLeft)
        self._chosen.addStretch(1)
        self._second_parts: list[QWidget] = [self._findings, self._changed]
        self._second = _row(*self._second_parts)
        self._second.addStretch(1)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(EDGE, SPACE, EDGE, SPACE)
        self._rows.setSpacing(SPACE)
        self._rows.addLayout(self._chosen)
        self._rows.addLayout(self._second, 1)
        self.setProperty("surface", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(1)

    def _fold(self) -> None:
        """Stand in one row where that has room, else in two or three; the text takes what is left, within bounds."""
        committee = self._committee.sizeHint().width() + SPACE if not self._committee.isHidden() else 0
        ratings = self._ratings.sizeHint().width() + SPACE
        second = sum(part.sizeHint().width() + SPACE for part in self._second_parts)
        room = self.width() - 2 * EDGE - committee
        in_one, in_two = room - ratings - second >= LEAST_TEXT, room - ratings >= LEAST_TEXT
        self._rows.setDirection(_way(across=in_one))
        self._chosen.setDirection(_way(across=in_two))
        self._ratings.setVisible(in_two or not self._brief or bool(self.filter.ratings))
        marks = self.filter.only_findings or self.filter.only_changed
        for part in self._second_parts:
            part.setVisible(in_one or not self._brief or marks)
        left = room - (ratings if in_two else 0) - (second if in_one else 0)
        self._text.setFixedWidth(min(max(left, LEAST_TEXT), MOST_TEXT))

    # Qt's own names from here on.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold into several rows where the window is narrow."""
        super().resizeEvent(event)
        self._fold()


def _way(*, across: bool) -> QBoxLayout.Direction:
    return QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    for widget in widgets:
        row.addWidget(widget)
    return row
