"""A line's findings and its changes, as short paragraphs with the buttons that settle them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from gui.theme import FINDING
from model.fields import FIELD
from model.history import Step
from model.year import Finding

MOST_CHANGES = 12


class LineFindings(QWidget):
    """The findings of one line, each with its ways to settle it."""

    settle_requested = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without findings."""
        super().__init__(parent)
        self._shown: tuple[tuple[Finding, ...], bool] = ((), False)
        self._column = _column(self)

    def show_findings(self, findings: tuple[Finding, ...], *, can_settle: bool) -> None:
        """Show these findings; made anew only when they differ."""
        self.setVisible(bool(findings))
        if (findings, can_settle) == self._shown:
            return
        self._shown = findings, can_settle
        clear(self._column)
        for finding in findings:
            self._column.addLayout(self._paragraph(finding, can_settle=can_settle))

    def _paragraph(self, finding: Finding, *, can_settle: bool) -> QVBoxLayout:
        mark = QLabel("!")
        mark.setStyleSheet(f"background: {FINDING.fill}; color: {FINDING.ink}; border-radius: 7px; font-weight: 700;")
        mark.setFixedSize(14, 14)
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(7)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(paragraph(finding.message), 1)
        whole = QVBoxLayout()
        whole.setSpacing(4)
        whole.addLayout(row)
        for settlement in finding.settlements if can_settle else ():
            button = QPushButton(settlement.words)
            button.setToolTip("This can be undone")
            button.clicked.connect(partial(self._ask, finding, settlement.act))
            indented = QHBoxLayout()
            indented.addSpacing(21)
            indented.addWidget(button)
            indented.addStretch(1)
            whole.addLayout(indented)
        return whole

    def _ask(self, finding: Finding, act: str, _checked: bool = False) -> None:  # noqa: FBT002 - Qt's signal
        self.settle_requested.emit(finding, act)


class LineChanges(QWidget):
    """What was changed on one line, the latest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without changes."""
        super().__init__(parent)
        self._lines: list[tuple[str, str]] = []
        self._column = _column(self)

    def show_changes(self, steps: Sequence[Step], line: int, unsaved: int) -> None:
        """Show the changes of a line among all steps that stand, the last `unsaved` of them not saved."""
        lines = [
            (
                change_words(step, line, saved=place < len(steps) - unsaved),
                f"{step.who}{f': {step.why}' if step.why else ''}",
            )
            for place, step in enumerate(steps)
            if line in step.after
        ][::-1]
        self.setVisible(bool(lines))
        if lines == self._lines:
            return
        self._lines = lines
        clear(self._column)
        for words, tip in lines[:MOST_CHANGES]:
            label = paragraph(words, muted=True)
            label.setToolTip(tip)
            self._column.addWidget(label)
        if len(lines) > MOST_CHANGES:
            self._column.addWidget(paragraph(f"and {len(lines) - MOST_CHANGES:,} earlier", muted=True))


def change_words(step: Step, line: int, *, saved: bool) -> str:
    """Say what a step changed on a line: `Q4 forecast −375 → −90 · 14:02 · not saved`."""
    changes = [change for change in step.changes if change.line == line]
    words = "; ".join(
        f"{_capital(FIELD[change.key].name)} changed"
        if FIELD[change.key].is_words
        else f"{_capital(FIELD[change.key].name)} {change.before or 'blank'} → {change.after or 'blank'}"
        for change in changes
    )
    state = "" if saved else " · not saved"
    return f"{words or step.words} · {step.when.astimezone():%H:%M}{state}"


def paragraph(words: str, *, muted: bool = False) -> QLabel:
    """Give a label of plain text that wraps and can be copied with the mouse."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("muted", muted)
    return label


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    return column
