"""The editors of a cell: an amount in one line, a text in a small sheet, a choice from a list."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from gui.roles import Kind, Role

_PRESSED = QEvent.Type.KeyPress
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
        """Begins with this text, all of it selected: the key that opened the editor replaces it."""
        self.filled = True
        self.setText(text)
        self.selectAll()

    def go_on(self) -> None:
        """Puts the caret at the end, nothing selected: what is typed is added."""
        self.end(False)

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
        """Begins with this text, all of it selected: the key that opened the editor replaces it."""
        self.filled = True
        self.setPlainText(text)
        self.selectAll()

    def go_on(self) -> None:
        """Puts the caret at the end, nothing selected: what is typed is added."""
        self.moveCursor(QTextCursor.MoveOperation.End)

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
    """A list of what the field can be; choosing takes it at once, and leaving the list leaves the cell as it was."""

    given_up = Signal()

    def __init__(self, parent: QWidget, choices: list[str], chosen: Callable[[], object]) -> None:
        super().__init__(parent)
        self.filled = False
        self._chosen = False
        self.addItems(choices)
        self.activated.connect(self._choose)
        self.activated.connect(lambda _place: chosen())
        self.view().installEventFilter(self)

    def typed(self) -> str:
        """The choice made."""
        return self.currentText()

    def show_text(self, text: str) -> None:
        """Begins at this choice."""
        self.filled = True
        self.setCurrentIndex(self.findText(text))

    def go_on(self) -> None:
        """Nothing to do: the list stands at the choice."""

    def _choose(self) -> None:
        self._chosen = True

    def _leave(self) -> None:
        """The list was closed; if by a choice, that has come by now."""
        if not self._chosen:
            self.given_up.emit()

    def room(self, cell: QRect, _within: QRect) -> QRect:
        """The cell, made wide enough to read the choice."""
        return QRect(cell.left(), cell.top(), max(cell.width(), self.minimumSizeHint().width()), cell.height())

    # Qt's own names from here on.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the list closes the list and the editor; so does leaving the list in any other way."""
        if isinstance(event, QKeyEvent) and event.type() == _PRESSED and event.key() == Qt.Key.Key_Escape:
            self.hidePopup()
            self.given_up.emit()
            return True
        if event.type() == QEvent.Type.Hide:
            QTimer.singleShot(0, self, self._leave)
        return super().eventFilter(watched, event)


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
