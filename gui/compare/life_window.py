"""The window of one saving's life: a small chart, a list of what each tracker said, and what may belong to it too."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from gui.appendix.buttons import push_button
from gui.charts import LinesChart, Series, Tone
from gui.compare.flow import FlowLayout
from gui.compare.question_box import QuestionBox
from gui.compare.text_change import TextChange
from gui.listing import Heading, Listing, Row
from gui.pane.pool import Pool
from gui.pane.text_block import Heading as PaneHeading
from gui.patience import WindowPatience
from gui.roles import Kind
from model.life import Stage
from model.lineage import Match, Verdict
from model.questions import Question
from model.saving_life import SavingLife

USUAL, QUESTIONS_WIDTH, CHART_HEIGHT = (1180, 620), 330, 250
HEADINGS = (
    Heading("Tracker", Kind.REFERENCE, "The tracker's year and period"),
    Heading("Reference", Kind.REFERENCE),
    Heading("Title", Kind.TITLE),
    Heading("Plan", Kind.AMOUNT, "The year's plan, £000"),
    Heading("Forecast", Kind.AMOUNT, "The year's forecast, £000"),
    Heading("Variance", Kind.AMOUNT, "Forecast less plan, £000; positive is short of plan"),
    Heading("Achieved", Kind.AMOUNT, "The forecast of the quarters that had ended, £000"),
    Heading("Rating", Kind.RATING, "As that tracker rates it"),
    Heading("Commentary", Kind.TEXT),
)


class LifeWindow(QWidget):
    """Shows what all trackers that are known say of one saving."""

    line_chosen = Signal(object, int)
    """A document and a line of it: the officer wants to see it there."""
    gone = Signal()

    def __init__(self, life: SavingLife) -> None:
        """Show a saving's life."""
        super().__init__()
        self.setObjectName("lifeWindow")
        self.saving = life
        life.patience = WindowPatience(self)
        self.title, self.told = QLabel(), QLabel()
        self.chart = LinesChart("Plan, forecast and what was achieved")
        self.stages = Listing("What each tracker said", HEADINGS)
        self.commentary = TextChange()
        self.doubts = QScrollArea()
        self._lay_out()
        self._add_keys()
        self.setWindowTitle(f"Life of {life.name} – Savings Tracker")
        self.resize(*USUAL)
        self.stages.row_changed.connect(self._show_commentary)
        self.stages.row_chosen.connect(self._go_to)
        self._show()
        self.stages.setFocus()

    @property
    def questions(self) -> list[QuestionBox]:
        """The questions shown."""
        return self._questions.rows[: self._questions.shown]

    def add_file(self) -> None:
        """Add a tracker from a file."""
        self._after(self.saving.add_file)

    def add_folder(self) -> None:
        """Add the trackers of a folder."""
        self._after(self.saving.add_folder)

    def refresh(self) -> None:
        """Tell the life again, as the trackers stand now."""
        self._after(self.saving.refresh)

    def _after(self, act: Callable[[], object]) -> None:
        act()
        self._show()

    def _decide(self, match: Match, verdict: Verdict, why: str) -> None:
        unsure = next((one for one in self.saving.life.unsure if one.match is match), None)
        if unsure is not None:
            self._after(lambda: self.saving.decide(unsure, verdict, why))

    def _show(self) -> None:
        stages = self.saving.life.stages
        names = [self.saving.when(stage.tracker) for stage in stages]
        self.title.setText(self.saving.name)
        known, many = len(self.saving.trackers), len({stage.tracker for stage in stages})
        self.told.setText(f"In {many:,} of {known:,} trackers that are known" if known > 1 else "One tracker is known")
        self.chart.show_lines(
            names,
            [
                Series("Plan", [stage.plan for stage in stages], Tone.PLAN),
                Series("Forecast", [stage.forecast for stage in stages], Tone.FORECAST),
                Series("Achieved", [stage.achieved for stage in stages], Tone.ACHIEVED),
            ],
            begins=_years_begin(stages),
        )
        self.stages.show_rows([_row(place, *pair) for place, pair in enumerate(zip(names, stages, strict=True))])
        self._show_commentary(self.stages.current_target)
        unsure = self.saving.life.unsure
        for place, (box, doubt) in enumerate(zip(self._questions.take(len(unsure)), unsure, strict=True)):
            evidence = doubt.match.evidence
            first, last = sorted((doubt.tracker, doubt.beside))
            box.show_question(
                Question(doubt.match, evidence.earlier, evidence.later),
                (self.saving.when(first), self.saving.when(last)),
                with_letters=place == 0,
            )
        self.doubts.setVisible(bool(unsure))

    def _go_to(self, place: object) -> None:
        """Show the line of a row in its tracker, where that is open."""
        if isinstance(place, int):
            stage = self.saving.life.stages[place]
            document = self.saving.trackers[stage.tracker].document
            if document is not None:
                self.line_chosen.emit(document, stage.saving.line)

    def _show_commentary(self, place: object) -> None:
        """Show the whole commentary of a row."""
        stages = self.saving.life.stages
        if isinstance(place, int) and place < len(stages):
            stage = stages[place]
            self.commentary.show_text(f"Commentary, {self.saving.when(stage.tracker)}", stage.saving.commentary)
            self.commentary.setVisible(bool(stage.saving.commentary.strip()))

    def _lay_out(self) -> None:
        for label, mark in ((self.title, "title"), (self.told, "muted")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty(mark, True)
        self.title.setWordWrap(True)
        flow = FlowLayout(margin=12)
        for widget in (
            self.told,
            push_button("Add a &file…", "Follow it through a tracker from a file as well", self.add_file),
            push_button("Add a f&older…", "Follow it through the trackers of a folder as well", self.add_folder),
            push_button("&Close", "Back to the tracker (Esc)", self.close),
        ):
            flow.addWidget(widget)
        bar = QWidget()
        bar.setLayout(flow)
        self.title.setContentsMargins(12, 10, 12, 0)
        self.commentary.setContentsMargins(12, 6, 12, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(bar)
        column.addWidget(self._parts(), 1)
        column.addWidget(self.commentary)

    def _parts(self) -> QSplitter:
        inner = QWidget()
        inner.setProperty("surface", True)
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(inner)
        inside.addWidget(PaneHeading("May belong to it too"))
        boxes = QVBoxLayout()
        inside.addLayout(boxes)
        inside.addStretch(1)
        self._questions: Pool[QuestionBox] = Pool(boxes, self._make_question)
        self.doubts.setWidget(inner)
        self.doubts.setWidgetResizable(True)
        self.doubts.setFrameShape(QFrame.Shape.NoFrame)
        self.doubts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.doubts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left, whole = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Horizontal)
        left.addWidget(self.chart)
        left.addWidget(self.stages)
        left.setSizes([CHART_HEIGHT, USUAL[1] - CHART_HEIGHT])
        whole.addWidget(left)
        whole.addWidget(self.doubts)
        whole.setStretchFactor(0, 1)
        whole.setSizes([USUAL[0] - QUESTIONS_WIDTH, QUESTIONS_WIDTH])
        for splitter in (left, whole):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        return whole

    def _make_question(self) -> QuestionBox:
        box = QuestionBox()
        box.decided.connect(self._decide)
        return box

    def _add_keys(self) -> None:
        for keys, act in {"F5": self.refresh, "Esc": self.close}.items():
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # Qt's own names from here on.

    def changeEvent(self, event: QEvent) -> None:
        """Follow what was edited meanwhile, when the officer comes back."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and self.saving.stale:
            self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Be gone: it is told anew when it is asked for again."""
        super().closeEvent(event)
        self.gone.emit()


def _years_begin(stages: Sequence[Stage]) -> list[int]:
    """Give the places at which another year begins than that of the stage before."""
    return [place for place, (one, other) in enumerate(pairwise(stages), 1) if one.year.year != other.year.year]


def _row(place: int, name: str, stage: Stage) -> Row:
    """Give what a tracker said as a row."""
    saving = stage.saving
    figures = (stage.plan, stage.forecast, stage.variance, stage.achieved)
    return Row((name, saving.reference, saving.title, *figures, stage.rating.name, saving.commentary), place)
