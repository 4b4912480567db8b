"""A pane of the current line beside something else that can have the keyboard, over a tracker that it follows."""

from dataclasses import dataclass, field
from decimal import Decimal

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from builders import a_saving
from gui.commentary_pane import CommentaryPane
from gui.pane.commentary_editor import CommentaryEditor
from model.tracker import Tracker
from model.year import Finding

STRETCH = a_saving(
    "A/R.6.266",
    plan=(-375,) * 4,
    forecast=(-375, -375, -375, -90),
    title="Children in Care Stretch Target",
    commentary="Placements cost more.",
    description="One.\n" * 12,
)
CROSS_FOOT = a_saving(
    "B/R.6.214",
    plan=(-5, -5, -5, -6),
    forecast=(-5, -5, -5, -6),
    plan_total_printed=Decimal(21),
    forecast_total_printed=Decimal(21),
)


@dataclass
class Asked:
    """What the pane asked for."""

    typed: list[tuple[int, str]] = field(default_factory=list)
    settled: list[tuple[str, str]] = field(default_factory=list)
    gone_to: list[Finding] = field(default_factory=list)


@dataclass
class Desk:
    """A pane beside something else that can have the keyboard, over a tracker that takes what is typed."""

    window: QMainWindow
    pane: CommentaryPane
    elsewhere: QLineEdit
    tracker: Tracker
    asked: Asked

    @property
    def editor(self) -> CommentaryEditor:
        found = self.pane.findChild(CommentaryEditor, "commentaryEditor")
        assert found is not None
        return found

    def part(self, name: str) -> QLabel:
        found = self.pane.findChild(QLabel, name)
        assert found is not None
        return found

    def button(self, words: str) -> QAbstractButton:
        return next(
            button
            for button in self.pane.findChildren(QAbstractButton)
            if words in (button.text(), button.accessibleName()) and button.isVisibleTo(self.pane)
        )

    def offers(self, words: str) -> bool:
        return any(
            button.isVisibleTo(self.pane) and button.text() == words
            for button in self.pane.findChildren(QAbstractButton)
        )

    def texts(self) -> list[str]:
        return [label.text() for label in self.pane.findChildren(QLabel) if label.isVisibleTo(self.pane)]


def a_desk(qtbot: QtBot, tracker: Tracker) -> Desk:
    """A window with a pane that follows its tracker, shown."""
    window, elsewhere, pane, asked = QMainWindow(), QLineEdit(), CommentaryPane(), Asked()
    middle = QWidget()
    across = QHBoxLayout(middle)
    across.addWidget(elsewhere)
    across.addWidget(pane)
    window.setCentralWidget(middle)
    qtbot.addWidget(window)
    desk = Desk(window, pane, elsewhere, tracker, asked)

    def take(line: int, text: str) -> None:
        asked.typed.append((line, text))
        tracker.edit(line, "commentary", text)

    def follow(_lines: frozenset[int]) -> None:
        pane.show_line(tracker, shown[0])

    shown = [0]
    pane.commentary_typed.connect(take)
    pane.settle_requested.connect(lambda finding, act: asked.settled.append((finding.code, act)))
    pane.finding_activated.connect(asked.gone_to.append)
    tracker.watch(follow)
    pane.show_line(tracker, 0)
    window.resize(700, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    elsewhere.setFocus()
    return desk
