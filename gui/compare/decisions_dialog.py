"""What was decided about savings, one decision a row: read, taken back, exported, brought in."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.appendix.buttons import push_button
from gui.listing import SHORT_WORDS, Heading, Listing, Row
from gui.pane.words import capital
from model.decision_list import DecisionList
from model.lineage import Decision, Name
from model.questions import day_words, verdict_words

USUAL = (1080, 420)
NOTHING = "Nothing is decided yet. What is decided in a comparison holds for all later ones, and stands here."
KEPT = "These hold in every comparison, whichever trackers it is of."
HEADINGS = (
    Heading("Earlier saving"),
    Heading("Later saving"),
    Heading("Decided"),
    Heading("Reason"),
    Heading("Who", SHORT_WORDS),
    Heading("When", SHORT_WORDS),
)


class DecisionsDialog(QDialog):
    """Lists what was decided, the last first."""

    def __init__(self, decisions: DecisionList, parent: QWidget) -> None:
        """Show all decisions that are kept."""
        super().__init__(parent)
        self.setObjectName("decisions")
        self.setWindowTitle("Decisions about savings")
        self.resize(*USUAL)
        self._decisions = decisions
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.list = Listing("Decisions about savings", HEADINGS)
        self.back = push_button("&Take back", "Forget the decision of the current row", self.take_back)
        self.export = push_button("&Export…", "Write all decisions to a file for a colleague", self._export)
        bring_in = push_button("&Bring in…", "Take over the decisions of a colleague from a file", self._bring_in)
        close = push_button("&Close", "Back to the comparison (Esc)", self.accept)
        row = QHBoxLayout()
        for button in (self.back, self.export, bring_in):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._show()
        self.list.setFocus()

    def take_back(self) -> None:
        """Forget the decision of the current row."""
        decision = self.list.current_target
        if isinstance(decision, Decision):
            self._decisions.take_back([decision])
            self._show()

    def _export(self) -> None:
        self._decisions.export()

    def _bring_in(self) -> None:
        self._decisions.bring_in()
        self._show()

    def _show(self) -> None:
        decisions = self._decisions.newest_first
        self.told.setText(KEPT if decisions else NOTHING)
        self.list.show_rows([Row(_cells(one), one) for one in decisions])
        for button in (self.back, self.export):
            button.setEnabled(bool(decisions))


def _cells(decision: Decision) -> tuple[str, ...]:
    sides = (_words(name) for name in (decision.earlier, decision.later))
    return *sides, capital(verdict_words(decision)), decision.why, decision.who, day_words(decision.when)


def _words(name: Name) -> str:
    """Name a saving: `2017-18: A/R.6.114 Learning Disabilities`."""
    return f"{name.tracker}: {' '.join(filter(None, (name.reference, name.title)))}"
