"""A text of a saving under its name, with what became of it between the two trackers."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.compare.difference_text import DifferenceText
from gui.compare.words import change_counts
from gui.pane.text_block import Heading
from model.comparison import Kept, Part, differences


class TextChange(QWidget):
    """The name of a text, how many words were removed and added, and the text itself."""

    def __init__(self) -> None:
        """Start without a text."""
        super().__init__()
        self.heading = Heading()
        self.text = DifferenceText("What became of the text")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.heading)
        column.addWidget(self.text)

    def show_text(self, name: str, text: str) -> None:
        """Show a text that only one tracker has."""
        self.heading.show_text(name)
        self.text.setAccessibleName(name)
        self.text.show_parts([Part(Kept.KEPT, text)])

    def show_change(self, name: str, earlier: str, later: str) -> None:
        """Show how a text became another; either may be blank."""
        parts = differences(earlier, later)
        self.heading.show_text(f"{name}: {change_counts(parts)}")
        self.text.setAccessibleName(f"{name}: {change_counts(parts)}")
        self.text.show_parts(parts)
