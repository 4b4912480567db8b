"""Offers, at the start, what a crash or a power cut left behind, and does it again on the file."""

from collections.abc import Callable
from pathlib import Path

from model.document import Document
from model.files.recovery import Recovery
from model.prompts import Prompts, Rescued
from model.safekeeping import Safekeeping

Open = Callable[[Path | None], Document | None]


class Rescue:
    """Asks what to do with changes that were not saved, and does it."""

    def __init__(self, keeping: Safekeeping, prompts: Prompts, open_again: Open) -> None:
        """Ask through a port; `open_again` opens a file, or the example where it is given none."""
        self._keeping = keeping
        self._prompts = prompts
        self._open = open_again

    def unfinished(self) -> tuple[Recovery, ...]:
        """Give what was not saved in trackers that nobody closed, the oldest first."""
        return self._keeping.unfinished()

    def offer(self) -> None:
        """Ask, tracker by tracker, whether changes that were not saved are done again, forgotten, or kept for later."""
        for recovery in self.unfinished():
            listed = [change.sentence for change in recovery.changes]
            answer = self._prompts.ask_rescue(recovery.head.name, listed, recovery.warning)
            if answer is Rescued.RESTORE:
                self.recover(recovery)
            elif answer is Rescued.DISCARD:
                recovery.discard()

    def recover(self, recovery: Recovery) -> Document | None:
        """Open the file and do the changes again; they are not saved yet, and can be undone.

        Returns:
            The document; None where the file could not be opened or has changes of its own, which has been told. The
            changes are kept then.
        """
        document = self._open(recovery.path)
        if document is None:
            return None
        if document.tracker.history.next_undo or document.tracker.history.next_redo:
            self._prompts.refuse(
                f"“{document.name}” is open and was changed already, so the changes from before can't be put into it."
                " Save and close it, then start the program again."
            )
            return None
        missing = self._keeping.recover(document, recovery, lambda trouble: self._prompts.refuse(str(trouble)))
        if missing is None:
            self._prompts.tell(f"“{document.name}” holds every one of these changes already: they had been saved.")
        elif missing:
            self._prompts.tell(
                "The other changes are here. Those of lines that the file has no more, or has twice, are left out:"
                f" {', '.join(missing)}."
            )
        return document
