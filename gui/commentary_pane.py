"""The pane of the current line: its figures, why it is rated so, its commentary, findings and changes."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.pane.about_line import AboutLine
from gui.pane.commentary_editor import CommentaryEditor
from gui.pane.figures_table import FiguresTable
from gui.pane.line_findings import LineChanges, LineFindings, paragraph
from gui.pane.quarter_chart import QuarterChart
from gui.pane.rating_box import RatingBox
from model.tracker import Tracker

MARGIN = 14
EDITOR_HEIGHT = 116


class CommentaryPane(QScrollArea):
    """Follows the current line and never takes the keyboard; what is done here is asked of the session."""

    commentary_typed = Signal(int, str)
    settle_requested = Signal(object, str)
    review_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a line."""
        super().__init__(parent)
        self.setObjectName("commentaryPane")
        self.setAccessibleName("The current line")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(250)
        self._reference, self._title = paragraph("", muted=True), paragraph("")
        self._rating, self._chart, self._figures = RatingBox(), QuarterChart(), FiguresTable()
        self._editor, self._count = CommentaryEditor(), QLabel()
        self._findings, self._changes, self._about = LineFindings(), LineChanges(), AboutLine()
        self._review = QPushButton("Override rating…")
        self._inside = QWidget()
        self._headings: dict[QWidget, QLabel] = {}
        self._lay_out()
        self._connect()
        self.show_line(None, None)

    @property
    def typing(self) -> bool:
        """Whether commentary was typed that the tracker does not have yet."""
        return self._editor.typing

    def show_line(self, tracker: Tracker | None, line: int | None) -> None:
        """Show a line as it is now; None shows an empty pane."""
        self._inside.setVisible(tracker is not None and line is not None)
        if tracker is None or line is None:
            self._editor.show_text(None, "")
            return
        saving, scheme = tracker.year.savings[line], tracker.year.scheme
        self._reference.setText(saving.reference or "No reference")
        self._title.setText(saving.title)
        self._rating.show_rating(saving, scheme)
        self._review.setText("Override rating…" if scheme else "Review rating…")
        self._review.setDisabled(tracker.viewing)
        self._chart.show_quarters(saving.plan, saving.forecast)
        self._figures.show_saving(saving, lambda key: tracker.changed(line, key))
        self._editor.show_text(line, "" if saving.commentary.strip() == "0" else saving.commentary)
        self._editor.setReadOnly(tracker.viewing)
        self._show_count()
        self._findings.show_findings(tracker.standing.findings_of(line), can_settle=not tracker.viewing)
        self._changes.show_changes(tracker.history.done, line, tracker.history.unsaved)
        self._about.show_saving(saving, tracker.year.layout)
        for part, heading in self._headings.items():
            heading.setVisible(not part.isHidden())

    def commit(self) -> None:
        """Send what was typed into the commentary."""
        self._editor.commit()

    def edit(self) -> None:
        """Put the keyboard into the commentary."""
        self.ensureWidgetVisible(self._editor)
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        self._title.setProperty("title", True)
        self._count.setProperty("muted", True)
        self._editor.setFixedHeight(EDITOR_HEIGHT)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(self._reference)
        column.addWidget(self._title)
        column.addWidget(self._rating)
        column.addWidget(self._chart)
        column.addWidget(self._figures)
        heading = QHBoxLayout()
        heading.addWidget(_heading("Commentary"))
        heading.addStretch(1)
        heading.addWidget(self._count)
        column.addLayout(heading)
        column.addWidget(self._editor)
        for words, part in (("Findings for this line", self._findings), ("Changes", self._changes), ("", self._about)):
            if words:
                self._headings[part] = _heading(words)
                column.addWidget(self._headings[part])
            column.addWidget(part)
        column.addWidget(self._review, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._inside.setProperty("surface", True)
        self.setWidget(self._inside)
        self.setProperty("surface", True)

    def _connect(self) -> None:
        self._editor.typed.connect(self.commentary_typed)
        self._editor.textChanged.connect(self._show_count)
        self._findings.settle_requested.connect(self.settle_requested)
        self._review.clicked.connect(self._ask_review)
        self._show_count()

    def _ask_review(self) -> None:
        self.review_requested.emit()

    def _show_count(self) -> None:
        count = len(self._editor.text())
        self._count.setText(f"{count:,} character{'' if count == 1 else 's'}")

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        """Colour the rating anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._rating.paint_label()


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("heading", True)
    return label
