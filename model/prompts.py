"""The port through which the program speaks to the officer: the window answers it, or a test does."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeVar

TRACKERS, DECISION_FILES = "trackers", "decisions"
"""Kinds of files that are asked for."""

FOLDER_FOR_FILES = "Choose a folder for the files"
"""What a folder is asked for, unless something else is said."""

Result = TypeVar("Result")
Said = TypeVar("Said")


class Answer(StrEnum):
    """What to do with changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Rescued(StrEnum):
    """What to do with changes that a crash or a power cut left behind."""

    RESTORE = "restore"
    DISCARD = "discard"
    LATER = "later"


class Prompts(Protocol):
    """Everything the program tells or asks; a None or blank answer means that the officer thought better of it."""

    def tell(self, sentence: str, detail: str = "", folder: Path | None = None) -> None:
        """Tell that something was done, or what to know about it; `folder` may be looked into from there."""

    def show_receipt(self, sentence: str, detail: str) -> None:
        """Show what a save has done, without stopping the officer."""

    def end_receipt(self) -> None:
        """Put away what the last save showed: its tracker is closed."""

    def refuse(self, sentence: str) -> None:
        """Tell why something won't be done."""

    def ask_reason(self, act: str) -> str:
        """Ask why, for the log."""

    def ask_unsaved(self, name: str) -> Answer:
        """Ask what to do with a tracker's changes before it is closed."""

    def ask_rescue(self, name: str, changes: Sequence[str], warning: str) -> Rescued:
        """Ask what to do with changes that were not saved when the program stopped; each is a line to read."""

    def ask_file_to_open(self, folder: Path | None, kind: str = TRACKERS, asked: str = "") -> Path | None:
        """Ask for a file to open: a tracker, or of another kind; `asked` says for what, unless it is simply opened."""

    def ask_file_to_write(self, suggested: Path) -> Path | None:
        """Ask where to write a workbook; an answer that exists already has been confirmed."""

    def ask_folder(self, folder: Path | None, asked: str = FOLDER_FOR_FILES) -> Path | None:
        """Ask for a folder, beginning at one; unless `asked` says otherwise, to write several files into."""

    def choose(self, question: str, choices: Sequence[str], usual: int | None = None) -> int | None:
        """Ask for one of several; gives its place.

        Args:
            usual: the place of the one that Enter takes; None where nothing should be taken by a slip.
        """

    def ask_words(self, question: str, known: Sequence[str]) -> str:
        """Ask for a few words, with known ones to pick from or complete."""


class Stopped(Exception):  # noqa: N818 - nothing went wrong: nobody waits for it any more
    """The officer did not want to wait longer; nothing comes of the work."""


class Here(Protocol):
    """Has a question put where the officer can answer it, wherever the work is done that asks."""

    def __call__(self, question: Callable[[], Said], /) -> Said:
        """Give the answer."""


class Patience(Protocol):
    """How long work is waited for: a window stays alive meanwhile."""

    def __call__(self, words: str, work: Callable[[Here], Result], /, *, may_stop: bool = False) -> Result:
        """Give what comes of the work, or raise what it raises; `words` say what is done.

        Raises:
            Stopped: the officer did not want to wait, where he may stop it.
        """


def at_once(_words: str, work: Callable[[Here], Result], *, may_stop: bool = False) -> Result:  # noqa: ARG001
    """Do the work here and now: nobody looks on."""
    return work(_ask_here)


def _ask_here(question: Callable[[], Said]) -> Said:
    return question()
