"""An officer for tests: notes what the program says, and answers as the test has it."""

from collections.abc import Sequence
from pathlib import Path

from model.prompts import TRACKERS, Answer, Rescued


class FakePrompts:
    """Keeps what is told and refused; answers with what the test put into its attributes."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.refused: list[str] = []
        self.receipt = ""
        self.asked: list[str] = []
        self.reason = ""
        self.unsaved = Answer.CANCEL
        self.rescued = Rescued.LATER
        self.rescues: list[tuple[str, tuple[str, ...], str]] = []
        self.to_open: Path | None = None
        self.to_write: Path | None = None
        self.folder: Path | None = None
        self.folder_told: Path | None = None
        self.suggested: Path | None = None
        self.chosen: int | None = None
        self.words = ""
        self.answers: list[int | None] = []

    def tell(self, sentence: str, detail: str = "", folder: Path | None = None) -> None:
        """Notes what was done."""
        self.folder_told = folder
        self.told.append((sentence, detail))

    def show_receipt(self, sentence: str, detail: str) -> None:
        """Notes what was saved."""
        self.told.append((sentence, detail))
        self.receipt = sentence

    def end_receipt(self) -> None:
        """Puts the receipt away."""
        self.receipt = ""

    def refuse(self, sentence: str) -> None:
        """Notes what was refused."""
        self.refused.append(sentence)

    def ask_reason(self, act: str) -> str:
        """Gives the reason."""
        self.asked.append(act)
        return self.reason

    def ask_unsaved(self, name: str) -> Answer:
        """Gives the answer."""
        self.asked.append(name)
        return self.unsaved

    def ask_rescue(self, name: str, changes: Sequence[str], warning: str) -> Rescued:
        """Notes what is offered, and gives the answer."""
        self.rescues.append((name, tuple(changes), warning))
        return self.rescued

    def ask_file_to_open(self, folder: Path | None, kind: str = TRACKERS, asked: str = "") -> Path | None:
        """Gives the file."""
        self.asked.append(f"{asked} {folder}".strip())
        return self.to_open

    def ask_file_to_write(self, suggested: Path) -> Path | None:
        """Gives the name, or the suggested one where the test says `Path()`."""
        self.suggested = suggested
        return suggested if self.to_write == Path() else self.to_write

    def ask_folder(self, folder: Path | None, asked: str = "") -> Path | None:
        """Gives the folder."""
        self.asked.append(f"{asked} {folder}".strip())
        return self.folder

    def choose(self, question: str, choices: Sequence[str], usual: int | None = None) -> int | None:
        """Gives the place."""
        self.asked.append(f"{question}: {', '.join(choices)}")
        return self.answers.pop(0) if self.answers else self.chosen

    def ask_words(self, question: str, known: Sequence[str]) -> str:
        """Gives the words."""
        self.asked.append(f"{question}: {', '.join(known)}")
        return self.words
