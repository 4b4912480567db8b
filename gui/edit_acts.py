"""The commands that change cells, and those that find them."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from gui.tracker_tab import TrackerTab
from model.blocks import Area
from model.document import Document
from model.lines_shown import next_line
from model.prompts import Prompts

TextField = QLineEdit | QPlainTextEdit


def text_in_hand() -> TextField | None:
    """Give the text field that has the keyboard, if one has."""
    held = QApplication.focusWidget()
    return held if isinstance(held, TextField) else None


class EditActs:
    """Undo and redo, copy and paste, fill, clear, find."""

    def __init__(self, tab: Callable[[], TrackerTab], prompts: Prompts) -> None:
        """Act on the tab in front."""
        self._tab = tab
        self._prompts = prompts

    @property
    def _document(self) -> Document:
        return self._tab().document

    def undo(self) -> None:
        """Take the last change back; what is being typed is taken first, so that it is what goes."""
        if self._tab().commit():
            self._document.undo()

    def redo(self) -> None:
        """Do the change again that was taken back."""
        if self._tab().commit():
            self._document.redo()

    def copy(self) -> None:
        """Put the selected cells on the clipboard, or the selected text of the field that has the keyboard."""
        if field := text_in_hand():
            field.copy()
            return
        text, markup = self._document.copy(*self._tab().block())
        both = QMimeData()
        both.setText(text)
        both.setHtml(markup)
        QGuiApplication.clipboard().setMimeData(both)

    def paste(self) -> None:
        """Lay the clipboard onto the cells from the current one, or into the field that has the keyboard."""
        if field := text_in_hand():
            field.paste()
            return
        clipboard = QGuiApplication.clipboard().mimeData()
        if clipboard.hasText() or clipboard.hasHtml():
            lines, keys = self._tab().block()
            below, beside = self._tab().below_and_right()
            area = Area(below, beside, len(lines), len(keys))
            self._document.paste(area, clipboard.text(), clipboard.html())

    def fill_down(self) -> None:
        """Repeat the top cells of the selection below them."""
        self._document.fill_down(*self._tab().block())

    def fill_right(self) -> None:
        """Repeat the left cells of the selection beside them."""
        self._document.fill_right(*self._tab().block())

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        self._document.clear(*self._tab().block())

    def find(self) -> None:
        """Put the keyboard into the filter's text."""
        self._tab().filter_bar.begin()

    def go_to(self) -> None:
        """Ask for a reference and go to its line."""
        tab = self._tab()
        known = {saving.reference: saving.line for saving in tab.tracker.year if saving.reference}
        asked = self._prompts.ask_words("Go to which reference?", tuple(known)).strip()
        found = {reference.casefold(): line for reference, line in known.items()}.get(asked.casefold())
        if found is not None:
            tab.go_to(found)
            tab.table.setFocus()
        elif asked:
            self._prompts.refuse(f"No line has the reference {asked}. Type it as in the table, such as A/R.6.114.")

    def next_finding(self) -> None:
        """Go to the next line shown that has a finding, from the top again after the last."""
        tab = self._tab()
        line = next_line(tab.model.lines, tab.line, tab.tracker.standing.marked)
        if line is None:
            self._prompts.tell("No line that is shown has a finding.")
            return
        tab.go_to(line, "reference")
