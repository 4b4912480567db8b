"""Editing in the table: keys of an editor, and the rule that nothing typed is ever lost to a refusal."""

from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.table.editors import AmountEditor, ChoiceEditor, Editor, TextEditor, edit_text, editor_for
from gui.table.frozen import FrozenColumnsView
from gui.table.tips import cell_tip, show_tip

_AnyIndex = QModelIndex | QPersistentModelIndex
Step = tuple[int, int]
_Hint = QStyledItemDelegate.EndEditHint
_Key = Qt.Key
_ENTER = {_Key.Key_Return, _Key.Key_Enter}
_STEPS: dict[int, Step] = {
    _Key.Key_Return: (1, 0),
    _Key.Key_Enter: (1, 0),
    _Key.Key_Tab: (0, 1),
    _Key.Key_Backtab: (0, -1),
}
_LINE_STEPS: dict[int, Step] = {_Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0)}
_STILL_HERE = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_SHIFT_OR_ALT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


def _belongs(widget: QWidget | None, editor: QWidget) -> bool:
    """Whether a widget is the editor, or part of it: its list is a window of its own."""
    while widget is not None and widget is not editor:
        widget = widget.parentWidget()
    return widget is not None


class CellEditing(QStyledItemDelegate):
    """Opens, fills, takes and closes the editors of a table.

    An edit is a request: where the model refuses it, the editor stays open with what was typed, and `refused` says
    so. Looking at another window in between neither takes nor drops what is half typed.
    """

    refused = Signal(QModelIndex, str)
    """The cell, and what was typed."""
    stepped = Signal(int, int)
    """An edit was taken by a key that moves on: rows down, columns right."""

    def __init__(self, view: FrozenColumnsView) -> None:
        super().__init__(view)
        self._view = view
        self._editor: Editor | None = None
        self._cell = QPersistentModelIndex()
        self._refused: str | None = None

    @property
    def editor(self) -> Editor | None:
        """The editor that is open."""
        return self._editor

    def finish(self) -> bool:
        """Takes what is being typed.

        Returns:
            False where it was refused; the editor is still open then.
        """
        editor = self._editor
        if editor is None:
            return True
        self._refused = None
        self.commitData.emit(editor)
        if self._was_refused():
            return False
        if self._editor is editor:
            self.closeEditor.emit(editor, _Hint.NoHint)
        return True

    def _was_refused(self) -> bool:
        """Whether the editor holds what was refused."""
        return self._refused is not None

    def keeps_open(self, hint: QStyledItemDelegate.EndEditHint) -> bool:
        """Whether the editor stays, although Qt would close it: what it holds was refused, and not given up."""
        stays = self._was_refused() and hint != _Hint.RevertModelCache
        if stays and self._editor is not None:
            QTimer.singleShot(0, self._editor, self._come_back)
        return stays

    def _finish_and_step(self, step: Step) -> None:
        """Takes what was typed and moves on, or stays."""
        if self.finish():
            self.stepped.emit(*step)

    def _left(self, editor: Editor, event: QFocusEvent) -> None:
        """The keyboard went elsewhere: what was typed is taken, or the keyboard comes back to it."""
        if event.reason() in _STILL_HERE or _belongs(QApplication.focusWidget(), editor):
            return
        if not self.finish():
            QTimer.singleShot(0, editor, self._come_back)

    def _give_up(self, editor: Editor) -> None:
        """Closes an editor; the cell stays as it was."""
        # Qt lets what is due happen while it closes an editor.
        if self._editor is editor and self._view.state() is QAbstractItemView.State.EditingState:
            self.closeEditor.emit(editor, _Hint.RevertModelCache)

    def _come_back(self) -> None:
        """Goes back to the editor whose text was refused."""
        if self._editor is not None:
            self._view.setCurrentIndex(self._cell)
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressed(self, editor: Editor, event: QKeyEvent) -> bool:
        """Keys that end an edit.

        Returns:
            Whether the key was one of them.
        """
        key = event.key()
        step = _STEPS.get(key) or (_LINE_STEPS.get(key) if isinstance(editor, AmountEditor) else None)
        if step is None:
            return False
        if key in _ENTER and isinstance(editor, TextEditor) and event.modifiers() & _SHIFT_OR_ALT:
            editor.insertPlainText("\n")
        elif key in _ENTER and event.modifiers() & _SHIFT:
            self._finish_and_step((-1, 0))
        else:
            self._finish_and_step(step)
        return True

    def _room(self, index: _AnyIndex, editor: Editor) -> QRect:
        """Where an editor stands: over its cell, beside the leading columns, or out of sight with its cell."""
        within = self._view.viewport().rect()
        if index.column() >= self._view.frozen_columns():
            within.setLeft(self._view.frozen_width())
        room = editor.room(self._view.visualRect(index), within)
        return room & within if room.intersects(within) else room.translated(-2 * self._view.width(), 0)

    # Qt's own questions

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _AnyIndex) -> QWidget:
        """Opens the editor that suits the cell."""
        column = self._view.columns[index.column()]
        editor = editor_for(index, column.kind, parent, self.finish)
        editor.setFont(self._view.ink.plain)
        editor.setAccessibleName(f"{column.band} {column.heading}".strip())
        self._editor, self._cell, self._refused = editor, QPersistentModelIndex(index), None
        if isinstance(editor, ChoiceEditor):
            editor.given_up.connect(partial(self._give_up, editor))
            QTimer.singleShot(0, editor, editor.showPopup)
        return editor

    def setEditorData(self, _editor: QWidget, index: _AnyIndex) -> None:
        """Fills the editor as it opens; what is half typed is never written over."""
        if self._editor is not None and not self._editor.filled:
            self._editor.show_text(edit_text(index))

    def setModelData(self, _editor: QWidget, model: QAbstractItemModel, index: _AnyIndex) -> None:
        """Asks the model, unless nothing was changed or it has just refused the same."""
        editor = self._editor
        typed = "" if editor is None else editor.typed()
        if editor is None or typed in {edit_text(index), self._refused}:
            return
        self._refused = typed
        if model.setData(index, typed, int(Qt.ItemDataRole.EditRole)):
            self._refused = None
        else:
            self.refused.emit(index, typed)

    def updateEditorGeometry(self, _editor: QWidget, _option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Keeps the editor over its cell, and out of the leading columns."""
        if self._editor is not None:
            self._editor.setGeometry(self._room(index, self._editor))

    def destroyEditor(self, editor: QWidget, _index: _AnyIndex) -> None:
        """Forgets an editor that was closed."""
        self._editor, self._refused = None, None
        editor.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watches the open editor."""
        editor = self._editor
        if editor is None or watched is not editor:
            return super().eventFilter(watched, event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._left(editor, event)
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._pressed(editor, event):
            return True
        return super().eventFilter(watched, event)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, _option: QStyleOptionViewItem, index: _AnyIndex
    ) -> bool:
        """Tells at rest what a cell cannot show."""
        rect = self._view.visualRect(index)
        text = ""
        if event.type() == QEvent.Type.ToolTip and index.isValid():
            text = cell_tip(index, self._view.columns[index.column()], self._view.ink, rect.width())
        show_tip(event.globalPos(), text, view.viewport(), rect)
        return True
