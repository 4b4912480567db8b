"""The head of the pane: reference, title, rating with its reason, and the buttons that judge it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QToolButton, QVBoxLayout, QWidget

from gui.pane.rating_box import RatingBox
from gui.pane.text_block import TextBlock
from gui.table.tips import plain_tip
from gui.theme import title_font
from model.explain import rating_reason
from model.rating import Origin, rating_of
from model.saving import Saving
from model.tracker import Tracker

TITLE_LINES = 4


class LineHead(QWidget):
    """Says which line it is and why it has its rating."""

    review_asked = Signal()
    override_asked = Signal()
    follow_asked = Signal()

    def __init__(self) -> None:
        """Start without a line."""
        super().__init__()
        self._reference = TextBlock(tone="muted")
        self._title = TextBlock(most_lines=TITLE_LINES)
        self._title.setObjectName("lineTitle")
        self._title.setFont(title_font())
        self._rating = RatingBox()
        self._override = _button("Override rating…", "Put another rating in place of the calculated one, with a reason")
        self._review = _button("Review rating…", "Judge the rating of this line")
        self._follow = _button("Let it follow", "Take the override back: the scheme rates this line again")
        self._override.clicked.connect(self.override_asked)
        self._review.clicked.connect(self.review_asked)
        self._follow.clicked.connect(self.follow_asked)
        self._lay_out()

    def show_saving(self, tracker: Tracker, saving: Saving) -> None:
        """Show the head of a line."""
        scheme = tracker.year.scheme
        rating = rating_of(saving, scheme)
        self._reference.show_text(saving.reference or f"Line {saving.line + 1}")
        self._title.show_text(saving.title)
        self._title.setToolTip(plain_tip(saving.title))
        self._title.setVisible(bool(saving.title))
        self._rating.show_rating(rating.name, rating_reason(saving, scheme))
        self._override.setVisible(scheme is not None)
        self._review.setVisible(scheme is None)
        self._follow.setVisible(scheme is not None and rating.origin is Origin.OVERRIDDEN)
        for button in (self._override, self._review, self._follow):
            button.setEnabled(not tracker.viewing)
        self._fold()

    def _fold(self) -> None:
        """Stand the buttons beside each other where there is room, else one below the other."""
        shown = [button for button in (self._override, self._review, self._follow) if not button.isHidden()]
        wanted = sum(button.sizeHint().width() for button in shown) + self._buttons.spacing() * len(shown)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(beside if wanted <= self.width() else below)

    def _lay_out(self) -> None:
        self._buttons = buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self._override)
        buttons.addWidget(self._review)
        buttons.addWidget(self._follow)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._reference)
        column.addWidget(self._title)
        column.addSpacing(8)
        column.addWidget(self._rating)
        column.addSpacing(2)
        column.addLayout(buttons)

    # Qt's own names from here on.

    def minimumSizeHint(self) -> QSize:
        """As narrow as with its buttons one below the other."""
        widest = max(button.sizeHint().width() for button in (self._override, self._review, self._follow))
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the buttons where the pane is narrow."""
        super().resizeEvent(event)
        self._fold()


def _button(words: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    button.setProperty("bare", True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
