"""The real dialogs: the one file that stops the officer with a box."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid

from gui.receipt import ReadingBox, Receipt
from model.prompts import FOLDER_FOR_FILES, TRACKERS, Answer, Rescued
from model.session import OPENABLE

APP = "Savings Tracker"
WORKBOOKS = "Workbook (*.xlsx)"
TABLES = "Table as text (*.csv)"
DECISIONS = "Decisions about savings (*.json)"
PDFS = "PDF (*.pdf)"
_WRITTEN = {
    ".csv": ("Export as csv", TABLES),
    ".json": ("Export decisions", DECISIONS),
    ".parquet": ("Export as Parquet", "Table for other programs (*.parquet)"),
    ".pdf": ("Save as a PDF", PDFS),
}
MOST_LISTED, MOST_BUTTONS = 12, 3
ASKED_WIDTH = 360
OPENS = "Open the &folder"


class Dialogs:
    """Answers `Prompts` with boxes over the window."""

    def __init__(self, parent: QWidget) -> None:
        """Ask over a window."""
        self._parent = parent
        self._last_at: QWidget = parent
        self._receipt: Receipt | None = None
        patterns = " ".join(f"*{suffix}" for suffix in OPENABLE)
        self._openable = f"Trackers ({patterns});;All files (*)"
        program = QApplication.instance()
        assert isinstance(program, QApplication)  # noqa: S101 - no window is without a program
        program.focusChanged.connect(self._follow_officer)

    @property
    def _over(self) -> QWidget:
        """The window that a box stands over: the one that the officer is at, the program's own at first."""
        # Just after another box was answered no window is active, or that box still is, and would take this one along.
        windows = (QApplication.activeWindow(), QApplication.activeModalWidget(), self._last_at)
        return next((each for each in windows if each and isValid(each) and each.isVisible()), self._parent)

    def _follow_officer(self, _left: QWidget | None, came_to: QWidget | None) -> None:
        """Remember the window that the officer is at; a box that passes is none."""
        window = came_to.window() if came_to is not None else None
        if window is not None and not isinstance(window, QDialog) and window.windowType() is Qt.WindowType.Window:
            self._last_at = window

    def tell(self, sentence: str, detail: str = "", folder: Path | None = None) -> None:
        """Tell something in a box with OK; a long text scrolls, so that the box fits any screen."""
        box: QMessageBox | ReadingBox
        looks = QPushButton(OPENS)
        looks.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        if detail.count("\n") < MOST_LISTED:
            box = self._box(QMessageBox.Icon.Information, sentence, detail)
            if folder:
                box.addButton(looks, QMessageBox.ButtonRole.ActionRole)
        else:
            box = ReadingBox(APP, sentence, detail, self._over)
            if folder:
                box.below.insertWidget(0, looks)
        _run(box)

    def show_receipt(self, sentence: str, detail: str) -> None:
        """Show a save's receipt in a small window beside the work; the one before it goes."""
        self.end_receipt()
        self._receipt = Receipt(APP, sentence, detail, self._over)
        self._receipt.show()

    def end_receipt(self) -> None:
        """Put the receipt away."""
        if self._receipt is not None:
            self._receipt.close()
            self._receipt.deleteLater()
            self._receipt = None

    def refuse(self, sentence: str) -> None:
        """Tell why something is not done."""
        _run(self._box(QMessageBox.Icon.Warning, sentence, ""))

    def ask_reason(self, act: str) -> str:
        """Ask for a few words until there are some; blank when cancelled."""
        asked = f"{act} needs a reason, which is kept in the log:"
        words = self._words(asked)
        while words == "":
            words = self._words(f"{asked}\nType a few words, or choose Cancel.")
        return words or ""

    def ask_unsaved(self, name: str) -> Answer:
        """Ask what to do with changes that are not saved."""
        box = self._question(f"{name} has changes that are not saved. Save them before it is closed?")
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answers = {button.Save: Answer.SAVE, button.Discard: Answer.DISCARD}
        return answers.get(QMessageBox.StandardButton(_run(box)), Answer.CANCEL)

    def ask_rescue(self, name: str, changes: Sequence[str], warning: str) -> Rescued:
        """Ask what to do with changes that a crash left behind; those that do not fit are counted."""
        count = f"{len(changes):,} change{'s' if len(changes) != 1 else ''}"
        more = [f"… and {len(changes) - MOST_LISTED:,} more"] if len(changes) > MOST_LISTED else []
        were, them = ("was", "it") if len(changes) == 1 else ("were", "them")
        question = f"The program stopped before {count} to {name} {were} saved. Restore {them}?\n"
        listed = [question, *changes[:MOST_LISTED], *more, *([f"\n{warning}"] if warning else [])]
        box = self._question("\n".join(listed))
        restore = box.addButton("&Restore", QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton("&Discard", QMessageBox.ButtonRole.DestructiveRole)
        box.setEscapeButton(box.addButton("&Later", QMessageBox.ButtonRole.RejectRole))
        box.setDefaultButton(restore)
        _run(box)
        if box.clickedButton() is restore:
            return Rescued.RESTORE
        return Rescued.DISCARD if box.clickedButton() is discard else Rescued.LATER

    def ask_file_to_open(self, folder: Path | None, kind: str = TRACKERS, asked: str = "") -> Path | None:
        """Ask for one tracker, or for a file of decisions about savings."""
        title, files = ("Open a tracker", self._openable) if kind == TRACKERS else ("Bring in decisions", DECISIONS)
        name, _ = QFileDialog.getOpenFileName(self._over, asked or title, str(folder or ""), files)
        return Path(name) if name else None

    def ask_file_to_write(self, suggested: Path) -> Path | None:
        """Ask where to write; the dialog itself confirms a name that is taken."""
        title, kind = _WRITTEN.get(suggested.suffix, ("Save as a workbook", WORKBOOKS))
        name, _ = QFileDialog.getSaveFileName(self._over, title, str(suggested), kind)
        return Path(name) if name else None

    def ask_folder(self, folder: Path | None, asked: str = FOLDER_FOR_FILES) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self._over, asked, str(folder or ""))
        return Path(name) if name else None

    def choose(self, question: str, choices: Sequence[str], usual: int | None = None) -> int | None:
        """Ask for one of several: by a button each where they are few, else from a list."""
        if len(choices) <= MOST_BUTTONS:
            return self._by_button(question, choices, usual)
        words = self._words(question, choices, choices[usual or 0], others=False)
        return None if words is None else list(choices).index(words)

    def ask_words(self, question: str, known: Sequence[str]) -> str:
        """Ask for words, with known ones to pick from or complete."""
        return self._words(question, known) or ""

    def _words(self, question: str, known: Sequence[str] = (), first: str = "", *, others: bool = True) -> str | None:
        """Ask for words, where there are known ones from a list; None when cancelled."""
        box = QInputDialog(self._over)
        box.setWindowTitle(APP)
        box.setLabelText(question)
        if known:
            box.setComboBoxItems(list(known))
            box.setComboBoxEditable(others)
            box.setTextValue(first or known[0])
        box.resize(ASKED_WIDTH, box.sizeHint().height())
        taken = _run(box) == QDialog.DialogCode.Accepted
        return (box.textValue().strip() if others else box.textValue()) if taken else None

    def _question(self, question: str) -> QMessageBox:
        return QMessageBox(QMessageBox.Icon.Question, APP, question, QMessageBox.StandardButton.NoButton, self._over)

    def _by_button(self, question: str, choices: Sequence[str], usual: int | None) -> int | None:
        box = self._question(question)
        box.setStandardButtons(QMessageBox.StandardButton.Cancel)
        buttons = [box.addButton(words.replace("&", "&&"), QMessageBox.ButtonRole.AcceptRole) for words in choices]
        if usual is not None:
            box.setDefaultButton(buttons[usual])
        elif len(buttons) > 1:
            box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        _run(box)
        pressed = box.clickedButton()
        return next((place for place, button in enumerate(buttons) if button is pressed), None)

    def _box(self, icon: QMessageBox.Icon, sentence: str, detail: str) -> QMessageBox:
        box = QMessageBox(icon, APP, sentence, QMessageBox.StandardButton.Ok, self._over)
        box.setInformativeText(detail)
        return box


def _run(box: QDialog) -> int:
    """Show a box until it is answered. What looks like a tag in it is text: files and lines may be called so."""
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    answer = box.exec()
    box.deleteLater()
    return answer
