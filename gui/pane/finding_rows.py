"""The findings of a line: each with its mark and sentence, and the ways to settle it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from gui.pane.act_button import ActButton
from gui.pane.labels import MARK_SIZE, paint_mark
from gui.pane.pool import Pool
from gui.pane.text_block import Heading, TextBlock
from gui.pane.words import finding_words
from gui.theme import theme_of
from model.year import Finding, Settlement, Severity

INDENT = MARK_SIZE + 6
MARK_DOWN = 1


class FindingSentence(QAbstractButton):
    """A finding's mark and sentence; pressed, it leads to the field."""

    def __init__(self) -> None:
        """Start without words."""
        super().__init__()
        self._error = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setToolTip("Go to the field")
        self._text = TextBlock()
        self._text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(INDENT, 0, 2, 0)
        column.addWidget(self._text)

    def show_finding(self, finding: Finding) -> None:
        """Show a finding in its words."""
        words = finding_words(finding)
        self._error = finding.severity is Severity.ERROR
        self._text.show_text(words)
        self.setAccessibleName(f"{finding.severity.value.capitalize()}: {words}")

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        """As the sentence needs."""
        layout = self.layout()
        return layout.sizeHint() if layout else QSize()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(INDENT, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark, a ground under the mouse and a ring for the keyboard."""
        theme = theme_of(self.palette())
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(theme.selection))
        paint_mark(painter, 0, MARK_DOWN, self.font(), error=self._error)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class FindingRow(QWidget):
    """One finding of the line shown."""

    activated = Signal(object)
    settle_asked = Signal(object, str)

    def __init__(self) -> None:
        """Start without a finding."""
        super().__init__()
        self._finding: Finding | None = None
        self._settlements: tuple[Settlement, ...] = ()
        self._sentence = FindingSentence()
        self._sentence.clicked.connect(self._activate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._sentence)
        self._buttons = QVBoxLayout()
        self._buttons.setContentsMargins(INDENT, 0, 0, 0)
        self._buttons.setSpacing(4)
        column.addLayout(self._buttons)
        self._pool: Pool[ActButton] = Pool(self._buttons, self._make_button)

    def show_finding(self, finding: Finding, *, editable: bool) -> None:
        """Show a finding, and how it can be settled."""
        self._finding, self._settlements = finding, finding.settlements
        self._sentence.show_finding(finding)
        for button, settlement in zip(self._pool.take(len(finding.settlements)), finding.settlements, strict=True):
            button.show_words(settlement.words)
            button.setEnabled(editable)

    def holds_keyboard(self) -> bool:
        """Whether the sentence or one of the buttons has the keyboard."""
        return any(part.hasFocus() for part in (self._sentence, *self._pool.rows))

    def take_keyboard(self) -> None:
        """Put the keyboard on the first button, unless it is here; on the sentence where there is none."""
        if not self.holds_keyboard():
            parts = (*self._pool.rows[: self._pool.shown], self._sentence)
            next(part for part in parts if part.isEnabled()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_button(self) -> ActButton:
        button = ActButton()
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(partial(self._settle, len(self._pool.rows)))
        return button

    def _settle(self, place: int, _checked: bool = False) -> None:  # noqa: FBT002 - Qt's signal
        self.settle_asked.emit(self._finding, self._settlements[place].act)

    def _activate(self) -> None:
        self.activated.emit(self._finding)


class FindingRows(QWidget):
    """All findings of the line shown, under their heading; hidden where there are none."""

    finding_activated = Signal(object)
    settle_requested = Signal(object, str)
    left = Signal()
    """The finding that had the keyboard is settled, and no other is there to have it."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setAccessibleName("Findings for this line")
        self._shown: tuple[tuple[Finding, ...], bool] = ((), False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Heading("Findings for this line"))
        self._pool: Pool[FindingRow] = Pool(column, self._make_row)
        self.hide()

    def show_findings(self, findings: Sequence[Finding], *, editable: bool) -> None:
        """Show the findings of a line."""
        shown = (tuple(findings), editable)
        if shown == self._shown:
            return
        self._shown = shown
        holding = next((place for place, row in enumerate(self._pool.rows) if row.holds_keyboard()), None)
        for row, finding in zip(self._pool.take(len(findings)), findings, strict=True):
            row.show_finding(finding, editable=editable)
        self.setVisible(bool(findings))
        if holding is not None and findings:
            self._pool.rows[min(holding, len(findings) - 1)].take_keyboard()
        elif holding is not None:
            self.left.emit()

    def _make_row(self) -> FindingRow:
        row = FindingRow()
        row.activated.connect(self.finding_activated)
        row.settle_asked.connect(self.settle_requested)
        return row
