"""An open tracker and what the officer can do to it: refusals are told, and reasons asked, through the prompts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from model.blocks import Area, cleared, copied, entries_for, filled_down, filled_right
from model.clipboard import Block, block_from_clipboard, text_from_block
from model.html_tables import html_from_block
from model.own_workbook import OwnWorkbook
from model.prompts import Prompts
from model.rag import Scheme
from model.refusals import ReasonNeeded, Refusal, StandsBeside, Viewing
from model.tracker import Tracker
from model.year import Finding

Laying = Callable[[], tuple[Block, Area]]


class Happening(StrEnum):
    """What happened to a document; it is `ready` once all was done that its opening asks for."""

    OPENED = "opened"
    READY = "ready"
    CLOSED = "closed"
    CURRENT = "current"
    MOVED = "moved"
    SAVED = "saved"
    ACCESS = "access"


def _nothing() -> None:
    """Tell nobody."""


class Document:
    """A tracker as the officer has it open.

    Every act answers whether it was taken: a refused one has been told to the officer, and changed nothing.

    Attributes:
        name: how its tab calls it.
        path: the file that it was read from or last saved as; None for an example, which has no file of its own.
        source: the file that it was read from, which an export never writes over.
        own: the workbook that a save changes; None where it has none.
        beside: the tracker beside which it stands, to be looked at; None for one with a tab of its own.
    """

    def __init__(
        self, tracker: Tracker, prompts: Prompts, name: str, path: Path | None, told: Callable[[], None] = _nothing
    ) -> None:
        """Open a tracker; `told` is called when what may be edited changes."""
        self.tracker = tracker
        self.name = name
        self.path = path
        self.source = path
        self.own: OwnWorkbook | None = None
        self.beside: Document | None = None
        self._prompts = prompts
        self._told = told
        self._to_say: list[Callable[[], None]] = []

    @property
    def unsaved(self) -> int:
        """How many changes lie between now and the save."""
        return self.tracker.history.unsaved

    def edit(self, line: int, key: str, text: str) -> bool:
        """Change a field as typed; a rating other than the calculated one asks for a reason."""
        return self._taken(lambda reason: self.tracker.edit(line, key, text, reason))

    def paste(self, area: Area, text: str, markup: str = "") -> bool:
        """Lay what is on the clipboard onto an area, in one step."""
        return self._lay(lambda: (block_from_clipboard(text, markup), area), "Paste", "pasted")

    def copy(self, lines: Sequence[int], keys: Sequence[str]) -> tuple[str, str]:
        """Give a selection as text and as HTML for the clipboard."""
        rows = copied(self.tracker, lines, keys)
        return text_from_block(rows), html_from_block(rows)

    def fill_down(self, lines: Sequence[int], keys: Sequence[str]) -> bool:
        """Copy the first selected line's cells into those below."""
        return self._lay(lambda: filled_down(self.tracker, lines, keys), "Fill down", "filled")

    def fill_right(self, lines: Sequence[int], keys: Sequence[str]) -> bool:
        """Copy the first selected column's cells into those to the right."""
        return self._lay(lambda: filled_right(self.tracker, lines, keys), "Fill right", "filled")

    def clear(self, lines: Sequence[int], keys: Sequence[str]) -> bool:
        """Empty the selected cells."""
        return self._lay(lambda: cleared(lines, keys), "Clear", "cleared")

    def settle(self, finding: Finding, act: str) -> bool:
        """Settle a finding in one of its ways."""
        return self._taken(lambda _reason: self.tracker.settle(finding, act))

    def adopt(self, scheme: Scheme | None) -> bool:
        """Rate the tracker by a scheme from now on; with None, by hand."""
        return self._taken(lambda _reason: self.tracker.adopt(scheme))

    def undo(self) -> bool:
        """Take the last step back, if there is one."""
        return self._taken(lambda _reason: self.tracker.undo())

    def redo(self) -> bool:
        """Do the step again that was taken back, if there is one."""
        return self._taken(lambda _reason: self.tracker.redo())

    def unlock_plan(self) -> bool:
        """Let plan figures be typed, for a reason that is asked and kept with each."""
        taken = self._taken(self.tracker.unlock_plan)
        self._told()
        return taken

    def lock_plan(self) -> None:
        """Lock plan figures again."""
        self.tracker.lock_plan()
        self._told()

    def view_only(self, viewing: bool = True) -> None:  # noqa: FBT001, FBT002 - a switch, as the menu has it
        """Open the tracker for viewing only, or for editing again."""
        self.tracker.viewing = viewing
        self._told()

    def after_act(self, say: Callable[[], None]) -> None:
        """Have something said once the act that is going on is done and shown."""
        self._to_say.append(say)

    def _lay(self, laying: Laying, words: str, done: str) -> bool:
        def lay(reason: str) -> None:
            block, area = laying()
            entries = entries_for(self.tracker, block, area, done, reason)
            self.tracker.edit_many(entries, f"{words} ({_cells(len(entries))})", reason)

        return self._taken(lay)

    def _taken(self, act: Callable[[str], object]) -> bool:
        taken = self._tried(act)
        while self._to_say:
            self._to_say.pop(0)()
        return taken

    def _tried(self, act: Callable[[str], object]) -> bool:
        try:
            act("")
        except ReasonNeeded as needed:
            return self._tried_with_reason(act, needed.act)
        except Refusal as refusal:
            return self._refused(refusal)
        return True

    def _tried_with_reason(self, act: Callable[[str], object], words: str) -> bool:
        reason = self._prompts.ask_reason(words).strip()
        if not reason:
            return False
        try:
            act(reason)
        except Refusal as refusal:
            return self._refused(refusal)
        return True

    def _refused(self, refusal: Refusal) -> bool:
        beside = self.beside is not None and isinstance(refusal, Viewing)
        self._prompts.refuse(str(StandsBeside() if beside else refusal))
        return False


def _cells(number: int) -> str:
    return f"{number} cell{'s' * (number != 1)}"
