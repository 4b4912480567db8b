"""Where the keyboard goes in the table, as in a spreadsheet program."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

from gui.table.frozen import FrozenColumnsView

_Action = QAbstractItemView.CursorAction
_DIRECTIONS = {
    _Action.MoveUp: (-1, 0),
    _Action.MoveDown: (1, 0),
    _Action.MoveLeft: (0, -1),
    _Action.MoveRight: (0, 1),
}
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
CLEAR = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


def stepped(view: FrozenColumnsView, down: int, right: int) -> QModelIndex:
    """The cell so many rows down and columns right of the current one, within the table, hidden columns skipped."""
    model, current = view.lines, view.currentIndex()
    if model is None or not current.isValid():
        return QModelIndex()
    row = min(max(current.row() + down, 0), model.rowCount() - 1)
    shown = [column for column in range(model.columnCount()) if not view.isColumnHidden(column)]
    at = shown.index(current.column()) if current.column() in shown else 0
    return model.index(row, shown[min(max(at + right, 0), len(shown) - 1)])


def leapt(view: FrozenColumnsView, action: QAbstractItemView.CursorAction) -> QModelIndex | None:
    """With Ctrl an arrow goes as far as the table reaches; None for anything but an arrow."""
    direction = _DIRECTIONS.get(action)
    model = view.lines
    if direction is None or model is None:
        return None
    down, right = direction
    return stepped(view, down * model.rowCount(), right * model.columnCount())
