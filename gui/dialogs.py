"""The real dialogs: the one file that stops the officer with a box."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from model.prompts import Answer
from model.session import OPENABLE

APP = "Savings Tracker"
WORKBOOKS = "Workbook (*.xlsx)"


class Dialogs:
    """Answers `Prompts` with boxes over the window."""

    def __init__(self, parent: QWidget) -> None:
        """Ask over a window."""
        self._parent = parent
        patterns = " ".join(f"*{suffix}" for suffix in OPENABLE)
        self._openable = f"Trackers ({patterns});;All files (*)"

    def tell(self, sentence: str, detail: str = "") -> None:
        """Tell something in a box with OK."""
        self._box(QMessageBox.Icon.Information, sentence, detail)

    def refuse(self, sentence: str) -> None:
        """Tell why something is not done."""
        self._box(QMessageBox.Icon.Warning, sentence, "")

    def ask_reason(self, act: str) -> str:
        """Ask for a few words; blank when cancelled."""
        words, taken = QInputDialog.getText(self._parent, APP, f"{act} needs a reason for the log:")
        return words.strip() if taken else ""

    def ask_unsaved(self, name: str) -> Answer:
        """Ask what to do with changes that are not saved."""
        box = QMessageBox(self._parent)
        box.setWindowTitle(APP)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(f"{name} has changes that are not saved. Save them before it is closed?")
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answers = {button.Save: Answer.SAVE, button.Discard: Answer.DISCARD}
        return answers.get(QMessageBox.StandardButton(box.exec()), Answer.CANCEL)

    def ask_file_to_open(self, folder: Path | None) -> Path | None:
        """Ask for one tracker."""
        name, _ = QFileDialog.getOpenFileName(self._parent, "Open a tracker", str(folder or ""), self._openable)
        return Path(name) if name else None

    def ask_file_to_write(self, suggested: Path) -> Path | None:
        """Ask where to write; the dialog itself confirms a name that is taken."""
        name, _ = QFileDialog.getSaveFileName(self._parent, "Save as a workbook", str(suggested), WORKBOOKS)
        return Path(name) if name else None

    def choose(self, question: str, choices: Sequence[str]) -> int | None:
        """Ask for one of several from a list."""
        words, taken = QInputDialog.getItem(self._parent, APP, question, list(choices), 0, editable=False)
        return choices.index(words) if taken else None

    def ask_words(self, question: str, known: Sequence[str]) -> str:
        """Ask for words, with known ones to pick from or complete."""
        words, taken = QInputDialog.getItem(self._parent, APP, question, list(known), 0, editable=True)
        return words.strip() if taken else ""

    def _box(self, icon: QMessageBox.Icon, sentence: str, detail: str) -> None:
        box = QMessageBox(icon, APP, sentence, QMessageBox.StandardButton.Ok, self._parent)
        box.setInformativeText(detail)
        box.exec()
