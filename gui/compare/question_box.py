"""One question of lineage: are two lines one saving? Both are shown with the evidence, and answered by a button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from gui.pane.text_block import TextBlock
from model.lineage import Verdict
from model.money import show_amount
from model.questions import Question
from model.saving import Saving

AIR, GAP = 10, 6
SAME, OTHER = "&Same saving", "&Not the same"


class OnceButton(QPushButton):
    """Takes a double click for one: the second would answer the next question, which nobody has read."""

    # Qt's own names from here on.

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave the second click."""
        event.accept()


class QuestionBox(QFrame):
    """Asks about two lines, or says what was decided of them.

    Attributes:
        question: the one that is shown.
    """

    question: Question

    decided = Signal(object, object, str)
    """The match, the verdict, and the reason, which may be blank."""
    taken_back = Signal(object)

    def __init__(self) -> None:
        """Start without a question."""
        super().__init__()
        self.setProperty("card", True)
        self._words = TextBlock(heavy=True)
        self._detail = TextBlock()
        self._evidence = TextBlock(tone="muted")
        self._sides = tuple(TextBlock(tone=tone, heavy=tone == "muted") for tone in ("muted", "ink") * 2)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Reason, if there is one")
        self.reason.setAccessibleName("Reason for the decision")
        self.same = self._button(SAME, "From now on these two lines are one saving, in every comparison")
        self.other = self._button(OTHER, "From now on these are two savings, in every comparison")
        self.back = self._button("Take the decision back", "Forget what was decided of these two lines")
        self.same.clicked.connect(lambda _checked=False: self._decide(Verdict.SAME))
        self.other.clicked.connect(lambda _checked=False: self._decide(Verdict.NOT_SAME))
        self.back.clicked.connect(self._take_back)
        self._lay_out()

    def show_question(self, question: Question, names: tuple[str, str], *, with_letters: bool = False) -> None:
        """Show a question about two lines, by the names of the two trackers.

        Args:
            with_letters: whether Alt and a letter answer it; one question of several has them.
        """
        self.question = question
        for button, words in ((self.same, SAME), (self.other, OTHER)):
            button.setText(words if with_letters else words.replace("&", ""))
        self._words.show_text(question.words)
        self._detail.show_text(question.detail)
        self._evidence.show_text(question.match.evidence.sentence)
        for place, (name, saving) in enumerate(zip(names, (question.earlier, question.later), strict=True)):
            self._sides[2 * place].show_text(name)
            self._sides[2 * place + 1].show_text(_line_words(saving))
        decided = question.decided is not None
        self.back.setVisible(decided)
        for part in (self.same, self.other, self.reason):
            part.setVisible(not decided)
        self.reason.clear()
        self.setAccessibleName(f"{question.words} {question.detail} {question.match.evidence.sentence}")

    def _decide(self, verdict: Verdict) -> None:
        self.decided.emit(self.question.match, verdict, self.reason.text())

    def _take_back(self) -> None:
        self.taken_back.emit(self.question.match)

    def _button(self, words: str, tip: str) -> QPushButton:
        button = OnceButton(words)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        sides = QGridLayout()
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setHorizontalSpacing(AIR)
        sides.setVerticalSpacing(2)
        for place, part in enumerate(self._sides):
            sides.addWidget(part, place % 2, place // 2, Qt.AlignmentFlag.AlignTop)
        for side in (0, 1):
            sides.setColumnStretch(side, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self.same, self.other, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(AIR, AIR, AIR, AIR)
        column.setSpacing(GAP)
        column.addWidget(self._words)
        # Above the texts, which are of any length, so that the buttons stay where they are from row to row.
        column.addLayout(buttons)
        column.addWidget(self.reason)
        column.addWidget(self._detail)
        column.addLayout(sides)
        column.addWidget(self._evidence)


def _line_words(saving: Saving) -> str:
    """Give a line's reference, title, committee and plan, one under the other."""
    plan = f"Plan {show_amount(saving.plan_total) or 'blank'}"
    parts = (saving.reference, saving.title, saving.committee if saving.committee.strip() != "0" else "", plan)
    return "\n".join(filter(None, parts))
