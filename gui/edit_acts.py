"""The commands that change cells."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from gui.tracker_tab import TrackerTab
from model.document import Document
from model.fields import FIELD
from model.history import Step, changes_between
from model.prompts import Prompts

TextField = QLineEdit | QPlainTextEdit
APART = "The cells selected lie apart. Select one block of cells that stand side by side, and try again."


def text_in_hand() -> TextField | None:
    """Give the text field that has the keyboard, if one has."""
    held = QApplication.focusWidget()
    return held if isinstance(held, TextField) else None


class EditActs:
    """Undo and redo, cut, copy and paste, fill, clear. In a text field they are about its text, if about anything."""

    def __init__(self, tab: Callable[[], TrackerTab], prompts: Prompts, say: Callable[[str], object]) -> None:
        """Act on the tab in front; `say` tells in passing."""
        self._tab = tab
        self._prompts = prompts
        self._say = say

    @property
    def _document(self) -> Document:
        return self._tab().document

    def undo(self) -> None:
        """Take the last change back; what is being typed is taken first, so that it is what goes."""
        if self._tab().commit():
            self._travel(self._document.tracker.history.next_undo, self._document.undo, "Undone")

    def redo(self) -> None:
        """Do the change again that was taken back."""
        if self._tab().commit():
            self._travel(self._document.tracker.history.next_redo, self._document.redo, "Done again")

    def cut(self) -> None:
        """Copy and empty the selected cells."""
        if field := text_in_hand():
            field.cut()
        elif self._to_clipboard():
            self.clear_cells()

    def copy(self) -> None:
        """Put the selected cells on the clipboard, or the selected text of the field that has the keyboard."""
        if field := text_in_hand():
            field.copy()
        else:
            self._to_clipboard()

    def paste(self) -> None:
        """Lay the clipboard onto the cells from the current one, or into the field that has the keyboard."""
        if field := text_in_hand():
            field.paste()
            return
        clipboard = QGuiApplication.clipboard().mimeData()
        area = self._tab().cells.area()
        if area is None:
            self._prompts.refuse(APART)
        elif clipboard.hasText() or clipboard.hasHtml():
            self._document.paste(area, clipboard.text(), clipboard.html())

    def fill_down(self) -> None:
        """Repeat the top cells of the selection below them."""
        if (block := self._block()) and not text_in_hand():
            self._document.fill_down(*block)

    def fill_right(self) -> None:
        """Repeat the left cells of the selection beside them."""
        if (block := self._block()) and not text_in_hand():
            self._document.fill_right(*block)

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        if self._tab().commit() and (block := self._block()):
            self._document.clear(*block)

    def select_all(self) -> None:
        """Select every cell, or all of the text in the field that has the keyboard."""
        (text_in_hand() or self._tab().table).selectAll()

    def _block(self) -> tuple[list[int], list[str]] | None:
        block = self._tab().cells.block()
        if block is None:
            self._prompts.refuse(APART)
        return block

    def _to_clipboard(self) -> bool:
        block = self._block()
        if block is None:
            return False
        text, markup = self._document.copy(*block)
        both = QMimeData()
        both.setText(text)
        both.setHtml(markup)
        QGuiApplication.clipboard().setMimeData(both)
        return True

    def _travel(self, step: Step | None, act: Callable[[], bool], words: str) -> None:
        """Undo or redo a step, say so, and show where it was."""
        if step is not None and act():
            self._say(f"{words}: {step.words}")
            _show_step(self._tab(), step)


def _show_step(tab: TrackerTab, step: Step) -> None:
    """Go to the first figure that a step changed, unless a filter hides it or all ratings came with it."""
    line = next(iter(step.before), None)
    if line is None or tab.model.row_of(line) is None or step.schemes[0] is not step.schemes[1]:
        return
    change = next(changes_between(step.before[line], step.after[line]), None)
    tab.go_to(line, change.key if change and not FIELD[change.key].is_words else "")
