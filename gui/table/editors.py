"""The editors of a cell: an amount in one line, a text in a small sheet, a choice from a list."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from gui.roles import Kind, Role

_EDIT = int(Qt.ItemDataRole.EditRole)
_AnyIndex = QModelIndex | QPersistentModelIndex
TEXT_WIDTH = 320
TEXT_ROWS = 4
EDITOR_NAME = "cellEditor"


class AmountEditor(QLineEdit):
    """One line, right-aligned, in the place of the figure."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.filled = False
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def typed(self) -> str:
        """What stands in the editor."""
        return self.text()

    def show_text(self, text: str) -> None:
        """Begins with this text, all of it selected."""
        self.filled = True
        self.setText(text)
        self.selectAll()

    def room(self, cell: QRect, _within: QRect) -> QRect:
        """The cell itself."""
        return cell


class TextEditor(QPlainTextEdit):
    """Several lines over the cells below: Enter takes the text, Shift+Enter or Alt+Enter begins a line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.filled = False
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)

    def typed(self) -> str:
        """What stands in the editor."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Begins with this text, all of it selected."""
        self.filled = True
        self.setPlainText(text)
        self.selectAll()

    def room(self, cell: QRect, within: QRect) -> QRect:
        """Wide enough to write in, and never out of the table."""
        size = QRect(cell.topLeft(), cell.bottomRight())
        size.setWidth(max(cell.width(), TEXT_WIDTH))
        size.setHeight(TEXT_ROWS * cell.height())
        size.moveRight(min(size.right(), within.right()))
        size.moveLeft(max(size.left(), within.left()))
        size.moveBottom(min(size.bottom(), within.bottom()))
        size.moveTop(max(size.top(), within.top()))
        return size


class ChoiceEditor(QComboBox):
    """A list of what the field can be; choosing takes it at once."""

    def __init__(self, parent: QWidget, choices: list[str], chosen: Callable[[], object]) -> None:
        super().__init__(parent)
        self.filled = False
        self.addItems(choices)
        self.activated.connect(lambda _place: chosen())

    def typed(self) -> str:
        """The choice made."""
        return self.currentText()

    def show_text(self, text: str) -> None:
        """Begins at this choice."""
        self.filled = True
        self.setCurrentIndex(self.findText(text))

    def room(self, cell: QRect, _within: QRect) -> QRect:
        """The cell, made wide enough to read the choice."""
        return QRect(cell.left(), cell.top(), max(cell.width(), self.minimumSizeHint().width()), cell.height())


Editor = AmountEditor | TextEditor | ChoiceEditor


def editor_for(index: _AnyIndex, kind: Kind, parent: QWidget, chosen: Callable[[], object]) -> Editor:
    """The editor that suits the cell.

    Args:
        index: The cell.
        kind: The kind of its column.
        parent: The viewport of the table.
        chosen: Called as soon as a choice is made.
    """
    choices = index.data(int(Role.CHOICES))
    editor: Editor
    if choices:
        editor = ChoiceEditor(parent, [str(choice) for choice in choices], chosen)
    elif kind in {Kind.TEXT, Kind.TITLE}:
        editor = TextEditor(parent)
    else:
        editor = AmountEditor(parent)
    editor.setObjectName(EDITOR_NAME)
    return editor


def edit_text(index: _AnyIndex) -> str:
    """What the cell holds, as its editor shows it."""
    value = index.data(_EDIT)
    return "" if value is None else str(value)
