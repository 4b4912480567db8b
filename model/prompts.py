"""The port through which the program speaks to the officer: the window answers it, or a test does."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class Answer(StrEnum):
    """What to do with changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Prompts(Protocol):
    """Everything the program tells or asks; a None or blank answer means that the officer thought better of it."""

    def tell(self, sentence: str, detail: str = "") -> None:
        """Tell that something was done, or what to know about it."""

    def refuse(self, sentence: str) -> None:
        """Tell why something won't be done."""

    def ask_reason(self, act: str) -> str:
        """Ask why, for the log."""

    def ask_unsaved(self, name: str) -> Answer:
        """Ask what to do with a tracker's changes before it is closed."""

    def ask_file_to_open(self, folder: Path | None) -> Path | None:
        """Ask for a tracker to open."""

    def ask_file_to_write(self, suggested: Path) -> Path | None:
        """Ask where to write a workbook; an answer that exists already has been confirmed."""

    def choose(self, question: str, choices: Sequence[str]) -> int | None:
        """Ask for one of several; gives its place."""

    def ask_words(self, question: str, known: Sequence[str]) -> str:
        """Ask for a few words, with known ones to pick from or complete."""
