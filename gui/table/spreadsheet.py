"""Moving, selecting and editing with the keyboard and the mouse as in a spreadsheet program."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QWidget

from gui.table.editing import CellEditing
from gui.table.editors import Editor
from gui.table.frozen import FrozenColumnsView
from gui.table.keys import CLEAR, ENTER, leapt, stepped

_Trigger = QAbstractItemView.EditTrigger
_Flag = QItemSelectionModel.SelectionFlag
_AnyIndex = QModelIndex | QPersistentModelIndex
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class SpreadsheetView(FrozenColumnsView):
    """Cells are selected in blocks; typing edits, Enter goes down, Tab goes right.

    A block reaches from the cell where it began to the cell where it ends by their numbers, not by where they are
    seen: one of them may have scrolled away beneath the leading columns.
    """

    refused = Signal(QModelIndex, str)
    """The model refused what was typed in the cell; the editor is still open with it."""
    locked = Signal(QModelIndex)
    """The officer tried to edit a cell that cannot be edited."""
    clear_requested = Signal()
    """Delete was pressed on the selected cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchor = QPersistentModelIndex()
        self._extending = False
        self._editing = CellEditing(self)
        self._editing.refused.connect(self.refused)
        self._editing.stepped.connect(self._step)
        self.setItemDelegate(self._editing)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setTabKeyNavigation(True)

    @property
    def editor(self) -> Editor | None:
        """The editor that is open, if one is."""
        return self._editing.editor

    def finish_editing(self) -> bool:
        """Takes what is being typed, as before a save.

        Returns:
            False where the model refused it; the editor is still open then.
        """
        return self._editing.finish()

    def _step(self, down: int, right: int) -> None:
        """Moves the current cell."""
        self.setCurrentIndex(stepped(self, down, right))

    def _select(self, end: QModelIndex, command: QItemSelectionModel.SelectionFlag) -> None:
        """Selects the block from where it began to its end."""
        start = self._anchor if self._anchor.isValid() else end
        model = end.model()
        rows = sorted((start.row(), end.row()))
        columns = sorted((start.column(), end.column()))
        corners = (model.index(row, column) for row, column in zip(rows, columns, strict=True))
        self.selectionModel().select(QItemSelection(*corners), command)

    def _seen_at(self, point: QPoint) -> QModelIndex:
        """The cell at a point, or the nearest that is seen."""
        within = self.viewport().rect()
        across = min(max(point.x(), 0), within.right(), self._right_edge())
        down = min(max(point.y(), 0), within.bottom(), self.verticalHeader().length() - 1)
        return self.indexAt(QPoint(across, down))

    def _right_edge(self) -> int:
        """The last pixel of the last column."""
        return self.horizontalHeader().length() - self.horizontalHeader().offset() - 1

    # Qt's own questions

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Selects by cell: Qt gives the point where the mouse or the keyboard is now as the lower right corner."""
        dragged = self.state() == QAbstractItemView.State.DragSelectingState
        end = self._seen_at(rect.bottomRight()) if dragged else self.currentIndex()
        if not end.isValid():
            return
        if not dragged and not command & _Flag.Current:
            self._anchor = QPersistentModelIndex(end)
        self._select(end, command)

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:
        """Remembers where a block would begin, and paints the two lines again."""
        super().currentChanged(current, previous)
        dragged = self.state() == QAbstractItemView.State.DragSelectingState
        if not self._extending and not dragged:
            self._anchor = QPersistentModelIndex(current)
        for index in (previous, current):
            if index.isValid():
                self.update_rows(index.row(), index.row())

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Closes it, unless what was typed would be lost."""
        if not self._editing.keeps_open(hint):
            super().closeEditor(editor, hint)

    def selectionCommand(self, index: _AnyIndex, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """By keyboard Ctrl only makes a move longer."""
        if isinstance(event, QKeyEvent):
            return _Flag.SelectCurrent if event.modifiers() & _SHIFT else _Flag.ClearAndSelect
        return super().selectionCommand(index, event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """With Ctrl to the edge of the table."""
        edge = leapt(self, action) if modifiers & _CONTROL else None
        return super().moveCursor(action, modifiers) if edge is None else edge

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves, Delete clears, commands are left to the window; the rest is Qt's."""
        key = event.key()
        if key in ENTER:
            self._step(-1 if event.modifiers() & _SHIFT else 1, 0)
        elif key in CLEAR:
            self.clear_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
        elif self._types_into_locked(event):
            self.locked.emit(self.currentIndex())
        else:
            self._extending = bool(event.modifiers() & _SHIFT)
            super().keyPressEvent(event)
            self._extending = False
            if key == Qt.Key.Key_F2:
                self._go_on()

    def _go_on(self) -> None:
        """What is typed next is added to what the cell holds."""
        if self.editor is not None:
            self.editor.go_on()

    def _types_into_locked(self, event: QKeyEvent) -> bool:
        """Whether the key would edit, but the cell cannot be edited."""
        index = self.currentIndex()
        commanding = event.modifiers() & (_CONTROL | Qt.KeyboardModifier.AltModifier)
        types = event.key() == Qt.Key.Key_F2 or (event.text().isprintable() and event.text() and not commanding)
        return bool(types) and index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With Shift the block grows."""
        self._extending = bool(event.modifiers() & _SHIFT)
        super().mousePressEvent(event)
        self._extending = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edits, or says that it cannot be."""
        index = self.indexAt(event.position().toPoint())
        super().mouseDoubleClickEvent(event)
        self._go_on()
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.locked.emit(index)
