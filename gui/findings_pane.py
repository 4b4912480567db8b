"""The list of everything that does not agree in a tracker: click to go there, settle from here."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from gui.pane.act_button import ActButton
from gui.pane.findings_list import AIR as CELL_AIR
from gui.pane.findings_list import FindingsList
from gui.pane.findings_model import FindingsModel
from gui.theme import bold, ui_font
from model.year import Finding, Severity

HEIGHT, LEAST_HEIGHT, AIR = 190, 36, 10
LOW, VERY_LOW = 110, 72
"""Below these heights there is no room for the headings of the list, and none for what stands over it."""
_WORDS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.NOTE: "Notes"}


class FindingsPane(QWidget):
    """Lists findings; to go to one and to settle one are requests.

    Attributes:
        can_settle: whether the tracker may be changed; set it before `show_findings`.
    """

    finding_activated = Signal(object)
    settle_requested = Signal(object, str)
    """A finding, and the act that should settle it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without findings."""
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self.setAccessibleName("Findings of this tracker")
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.can_settle = True
        self._model = FindingsModel(self)
        self._list = FindingsList(self._model)
        self._title = QLabel("Findings")
        self._title.setFont(bold(ui_font()))
        self._chips = {severity: self._chip(severity) for severity in Severity}
        self._buttons: list[ActButton] = []
        self._lay_out()
        self._list.activated_finding.connect(self.finding_activated)
        self._list.chosen.connect(self._offer)
        self._list.menu_asked.connect(self._show_menu)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """List findings; the one chosen stays chosen, or, once it is settled, the next in its place."""
        held = any(button.hasFocus() for button in self._buttons)
        chosen, row = self._list.current_finding(), self._list.currentIndex().row()
        self._model.show_findings(findings)
        if chosen is not None:
            shown = self._model.shown
            self._list.choose(shown.index(chosen) if chosen in shown else row)
        self._count()
        self._offer()
        if held and not any(button.hasFocus() for button in self._buttons):
            offered = next((button for button in self._buttons if not button.isHidden()), self._list)
            offered.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        counts = Counter(finding.severity for finding in self._model.every)
        for severity, chip in self._chips.items():
            chip.setText(f"{_WORDS[severity]} {counts[severity]:,}")
            chip.setVisible(counts[severity] > 0 or chip.isChecked())
        every, shown = len(self._model.every), len(self._model.shown)
        self._title.setText(f"Findings {every:,}" if shown == every else f"Findings {shown:,} of {every:,}")
        self._list.viewport().update()

    def _filter(self) -> None:
        self._model.show_severities([severity for severity, chip in self._chips.items() if chip.isChecked()])
        self._count()
        self._offer()

    def _offer(self) -> None:
        """Offer the ways in which the finding chosen can be settled."""
        finding = self._list.current_finding()
        settlements = finding.settlements if finding else ()
        while len(self._buttons) < len(settlements):
            self._add_button()
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(settlements))
            button.setEnabled(self.can_settle)
            if place < len(settlements):
                button.show_words(settlements[place].words)

    def _settle(self, place: int, _checked: bool = False) -> None:  # noqa: FBT002 - Qt's signal
        finding = self._list.current_finding()
        if finding is not None and place < len(finding.settlements):
            self.settle_requested.emit(finding, finding.settlements[place].act)

    def _show_menu(self, at: QPoint) -> None:
        finding = self._list.current_finding()
        if finding is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Go to the line", partial(self.finding_activated.emit, finding)).setEnabled(
            finding.line is not None
        )
        for place, settlement in enumerate(finding.settlements):
            menu.addAction(settlement.words.replace("&", "&&"), partial(self._settle, place)).setEnabled(
                self.can_settle
            )
        menu.popup(at)

    def _add_button(self) -> None:
        button = ActButton()
        button.clicked.connect(partial(self._settle, len(self._buttons)))
        self._buttons.append(button)
        self._head.addWidget(button)
        QWidget.setTabOrder(self._list if len(self._buttons) == 1 else self._buttons[-2], button)

    def _chip(self, severity: Severity) -> QPushButton:
        chip = QPushButton()
        chip.setCheckable(True)
        chip.setProperty("chip", _WORDS[severity])
        chip.setAccessibleDescription(f"Show only {_WORDS[severity].lower()}")
        chip.setToolTip(chip.accessibleDescription())
        chip.clicked.connect(self._filter)
        return chip

    def _lay_out(self) -> None:
        self._bar = QWidget()
        self._head = head = QHBoxLayout(self._bar)
        head.setContentsMargins(AIR, 6, AIR, 6)
        head.setSpacing(8)
        for widget in (self._title, *self._chips.values()):
            head.addWidget(widget)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        indented = QHBoxLayout()
        indented.setContentsMargins(AIR - CELL_AIR, 0, 0, 0)
        indented.addWidget(self._list)
        column.addLayout(indented, 1)
        self.setMinimumHeight(LEAST_HEIGHT)

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        """A few lines of the list."""
        return QSize(600, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Low enough to leave lines of the table in view in a low window."""
        return QSize(super().minimumSizeHint().width(), LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low pane findings go before headings and chips; the menu of a finding still settles it."""
        super().resizeEvent(event)
        self._list.horizontalHeader().setVisible(self.height() >= LOW)
        self._bar.setVisible(self.height() >= VERY_LOW)
