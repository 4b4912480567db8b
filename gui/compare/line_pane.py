"""The pane of a comparison: the current row's questions first, then what differs, then its texts word by word."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.compare.question_box import QuestionBox
from gui.compare.text_change import TextChange
from gui.compare.words import change_words, reference_words, signed
from gui.pane.pool import Pool
from gui.pane.text_block import Heading, TextBlock
from gui.pane.words import field_words
from gui.theme import title_font
from model.comparison import BOTH, Row
from model.fields import FIELD, OTHER
from model.questions import Question

LEAST_WIDTH, USUAL_WIDTH, SPACE = 250, 330, 10
COMMENTARY = "commentary"
NOT_COMPARED = (COMMENTARY, "reference")
"""Texts that stand in the pane anyhow."""
NOTHING_SHOWN = "No row is shown."


class LinePane(QScrollArea):
    """What there is to say about the current row."""

    decided = Signal(object, object, str)
    taken_back = Signal(object)
    split_asked = Signal()
    join_asked = Signal()
    line_asked = Signal()
    """The officer wants to see the line in its tracker."""
    life_asked = Signal()

    def __init__(self) -> None:
        """Start without a row."""
        super().__init__()
        self.setObjectName("comparePane")
        self.setAccessibleName("The current row")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(LEAST_WIDTH)
        self._reference, self._title = TextBlock(tone="muted"), TextBlock(most_lines=4)
        self._title.setFont(title_font())
        self._what = TextBlock(heavy=True)
        self._changes_heading, self._changes = Heading("What differs"), TextBlock()
        self.split = _button("Split or renamed…", "Say which later line or lines this earlier saving became")
        self.join = _button("Joined or renamed…", "Say which earlier line or lines this later saving came from")
        self.line = _button("Go to the line", "Show this line in its tracker (Ctrl+G)")
        self.life = _button("Life of this saving…", "Follow this saving through all trackers known (Ctrl+Shift+L)")
        self._column = self._lay_out()
        for button, asked in (
            (self.split, self.split_asked),
            (self.join, self.join_asked),
            (self.line, self.line_asked),
            (self.life, self.life_asked),
        ):
            button.clicked.connect(asked)

    @property
    def questions(self) -> Sequence[QuestionBox]:
        """The questions shown."""
        return self._questions.rows[: self._questions.shown]

    def show_row(self, row: Row | None, what: str, questions: Sequence[Question], names: tuple[str, str]) -> None:
        """Show a row: what became of it, the questions about it, and the names of the two trackers."""
        for part in (self._buttons, self._title, self._what):
            part.setVisible(row is not None)
        asked = next((question for question in questions if question.decided is None), None)
        for box, question in zip(self._questions.take(len(questions)), questions, strict=True):
            box.show_question(question, names, with_letters=question is asked)
        if row is None:
            self._reference.show_text(NOTHING_SHOWN)
            self._show_changes([])
            self._texts.take(0)
            return
        self._reference.show_text(reference_words(row))
        self._title.show_text(row.title)
        self._what.show_text(what)
        self.split.setVisible(row.earlier is not None)
        self.join.setVisible(row.later is not None)
        self._show_changes(_changes(row))
        self._show_texts(row)

    def take_keyboard(self) -> None:
        """Put the keyboard on the first question's reason, or on the first button where nothing is asked.

        It is on no button that decides: nothing is decided by a key too many.
        """
        reasons = (box.reason for box in self.questions if not box.reason.isHidden())
        part = next(reasons, self.line)
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(part)

    def _show_changes(self, changes: Sequence[str]) -> None:
        self._changes.show_text("\n".join(changes))
        for part in (self._changes_heading, self._changes):
            part.setVisible(bool(changes))

    def _show_texts(self, row: Row) -> None:
        keys = _texts(row)
        for change, key in zip(self._texts.take(len(keys)), keys, strict=True):
            earlier, later = (row.text(side, key) for side in BOTH)
            if row.earlier is None or row.later is None:
                change.show_text(field_words(key), earlier or later)
            else:
                change.show_change(field_words(key), earlier, later)

    def _make_question(self) -> QuestionBox:
        box = QuestionBox()
        box.decided.connect(self.decided)
        box.taken_back.connect(self.taken_back)
        return box

    def _lay_out(self) -> QVBoxLayout:
        inner = QWidget()
        inner.setProperty("surface", True)
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(SPACE)
        self._buttons = QWidget()
        links = QVBoxLayout(self._buttons)
        links.setContentsMargins(0, 0, 0, 0)
        for pair in ((self.line, self.life), (self.split, self.join)):
            row = QHBoxLayout()
            for button in pair:
                row.addWidget(button)
            row.addStretch(1)
            links.addLayout(row)
        questions, texts = QVBoxLayout(), QVBoxLayout()
        for layout in (questions, texts):
            layout.setSpacing(SPACE)
        head = QVBoxLayout()
        head.setSpacing(2)
        for part in (self._reference, self._title, self._what):
            head.addWidget(part)
        column.addLayout(questions)
        column.addLayout(head)
        column.addWidget(self._buttons)
        column.addWidget(self._changes_heading)
        column.addWidget(self._changes)
        column.addLayout(texts)
        column.addStretch(1)
        self._questions: Pool[QuestionBox] = Pool(questions, self._make_question)
        self._texts: Pool[TextChange] = Pool(texts, TextChange)
        self.setWidget(inner)
        return column


def _changes(row: Row) -> list[str]:
    """Tell the figures and short words that differ; nothing of a saving that one tracker has alone."""
    if row.earlier is None or row.later is None:
        return []
    told = [f"{field_words(key)}: {change_words(row, key)}" for key in row.differing if not _is_text(key)]
    if row.forecast_moved:
        told.append(f"Forecast moved by {signed(row.forecast_moved)}")
    travelled = row.travelled()
    if travelled and told:
        told.append(f"Direction computed: {travelled.value}")
    return told


def _texts(row: Row) -> list[str]:
    """Name the texts worth reading: the commentary, whatever became of it, and others that differ."""
    both = row.earlier is not None and row.later is not None
    keys = [COMMENTARY] if any(row.text(side, COMMENTARY) for side in BOTH) else []
    differing = (key for key in row.differing if _is_text(key) and key not in NOT_COMPARED) if both else ()
    return [*keys, *differing]


def _is_text(key: str) -> bool:
    return key.startswith(OTHER) or FIELD[key].is_words


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("bare", True)
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    button.setAutoDefault(False)
    return button
