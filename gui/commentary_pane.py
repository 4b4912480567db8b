"""The pane of the current line: its rating and why, its quarters, its commentary, findings, changes and the rest.

It follows the table and never takes the keyboard. It changes nothing itself: what is typed or pressed is a request.
"""

from datetime import UTC, datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gui.pane.commentary_part import CommentaryPart
from gui.pane.finding_rows import FindingRows
from gui.pane.line_details import ChangeRows, Description, Details
from gui.pane.line_head import LineHead
from gui.pane.quarter_table import QuarterTable
from gui.pane.text_block import TextBlock
from gui.pane.words import changes_of, description_words, details, other_columns, other_figures
from model.entries import shown
from model.saving import Saving
from model.tracker import Tracker

WIDTH, LEAST_WIDTH, AIR = 322, 240, 14
EDITOR_SHARE, LEAST_EDITOR, MOST_EDITOR = 0.2, 92, 320
NO_LINE = "No line is chosen."


class CommentaryPane(QWidget):
    """Shows one line of a tracker, and takes its commentary."""

    commentary_typed = Signal(int, str)
    """The line and its commentary: on a pause in typing, on leaving the editor, and on `commit`."""
    typing_changed = Signal(bool)
    """Whether the editor holds something that was not sent."""
    finding_activated = Signal(object)
    settle_requested = Signal(object, str)
    """A finding, and the act that should settle it."""
    left = Signal()
    """What had the keyboard here is settled: it goes back to the lines."""
    review_requested = Signal(int)
    override_requested = Signal(int)
    follow_requested = Signal(int)
    """The line whose override should be taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a line."""
        super().__init__(parent)
        self.setObjectName("commentaryPane")
        self.setAccessibleName("Current line")
        self.setMinimumWidth(LEAST_WIDTH)
        self._tracker: Tracker | None = None
        self._line: int | None = None
        self._head = LineHead()
        self._quarters = QuarterTable()
        self._commentary = CommentaryPart()
        self._findings = FindingRows()
        self._changes = ChangeRows()
        self._description = Description()
        self._details = Details()
        self._figures = Details("Investment and prior years, £000")
        self._columns = Details("Other columns")
        self._nothing = TextBlock(NO_LINE, tone="muted")
        self._lay_out()
        self._connect()
        self.show_line(None, None)

    @property
    def typing(self) -> bool:
        """Whether the editor holds something that was not sent."""
        return self._commentary.editor.typing

    def show_line(self, tracker: Tracker | None, line: int | None) -> None:
        """Show a line as it is now; what was typed on another is sent first.

        The keyboard stays where it is, and so does the caret while the same line is shown.
        """
        another = tracker is not self._tracker or line != self._line
        if another:
            self.commit()
        self._tracker, self._line = tracker, line
        saving = None if tracker is None or line is None else tracker.year.savings[line]
        self._content.setVisible(saving is not None)
        self._nothing.setVisible(saving is None)
        if tracker is None or saving is None:
            self._commentary.show_text("", editable=False, anew=True)
            return
        self._show_saving(tracker, saving, another=another)
        if another:
            self._scroll.verticalScrollBar().setValue(0)

    def commit(self) -> None:
        """Send what is typed now: before a save, another line, another tab, or the end."""
        self._commentary.editor.commit()

    def edit(self) -> None:
        """Put the keyboard behind the commentary's last word."""
        if not self._commentary.editor.hasFocus():
            self._commentary.editor.moveCursor(QTextCursor.MoveOperation.End)
        self._commentary.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(self._commentary.editor)

    def _show_saving(self, tracker: Tracker, saving: Saving, *, another: bool) -> None:
        editable = not tracker.viewing
        self._commentary.show_text(shown(saving, "commentary"), editable=editable, anew=another)
        self._head.show_saving(tracker, saving)
        self._quarters.show_saving(tracker, saving)
        self._findings.show_findings(tracker.standing.findings_of(saving.line), editable=editable)
        self._changes.show_changes(*changes_of(tracker, saving.line, datetime.now(UTC)))
        self._description.show_description(description_words(saving))
        self._details.show_details(details(saving))
        self._figures.show_details(other_figures(saving))
        self._columns.show_details(other_columns(saving))

    def _connect(self) -> None:
        editor = self._commentary.editor
        editor.typed.connect(lambda text: self.commentary_typed.emit(self._line, text))
        editor.typing_changed.connect(self.typing_changed)
        self._findings.finding_activated.connect(self.finding_activated)
        self._findings.settle_requested.connect(self.settle_requested)
        self._findings.left.connect(self.left)
        self._head.review_asked.connect(lambda: self.review_requested.emit(self._line))
        self._head.override_asked.connect(lambda: self.override_requested.emit(self._line))
        self._head.follow_asked.connect(lambda: self.follow_requested.emit(self._line))

    def _lay_out(self) -> None:
        self._content = QWidget()
        parts = (self._head, self._quarters, self._commentary, self._findings, self._changes, self._description)
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for part in (*parts, self._details, self._figures, self._columns):
            inner.addWidget(part)
        page = QWidget()
        page.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(page)
        column.setContentsMargins(AIR, 12, AIR, AIR)
        column.addWidget(self._nothing)
        column.addWidget(self._content)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    # Qt's own names from here on.

    def sizeHint(self) -> QSize:
        """As wide as the look draws it."""
        return QSize(WIDTH, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the editor its share of the height: the same on every line, so that nothing jumps."""
        super().resizeEvent(event)
        height = min(max(round(self.height() * EDITOR_SHARE), LEAST_EDITOR), MOST_EDITOR)
        self._commentary.editor.setFixedHeight(height)
