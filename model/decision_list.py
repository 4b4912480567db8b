"""All that was decided about savings, to be read, taken back, and shared with a colleague."""

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from pathlib import Path

from model.kept_lineage import KeptLineage
from model.lineage import Decision
from model.prompts import DECISION_FILES, Prompts
from model.refusals import Refusal
from model.tracker import account

DECISIONS = "Same savings.json"


def now() -> datetime:
    """Give the time, which knows its zone."""
    return datetime.now(UTC)


class DecisionList:
    """Every decision that is kept, whichever trackers it is about."""

    def __init__(
        self, prompts: Prompts, memory: KeptLineage, folder: Path, clock: Callable[[], datetime] = now
    ) -> None:
        """Ask and tell through prompts; a folder is suggested for files."""
        self._prompts = prompts
        self._memory = memory
        self._folder = folder
        self._clock = clock

    @property
    def newest_first(self) -> tuple[Decision, ...]:
        """What stands decided."""
        return tuple(sorted(self._memory.decisions, key=lambda decision: decision.when, reverse=True))

    def take_back(self, decisions: Collection[Decision]) -> None:
        """Forget some decisions; one that can't be written is told."""
        self._memory.take_back(*decisions, who=account(), when=self._clock())
        if self._memory.trouble:
            self._prompts.refuse(self._memory.trouble)

    def export(self) -> bool:
        """Write all that was decided, for a colleague, to a file that is asked for; tells whether it was done."""
        path = self._prompts.ask_file_to_write(self._folder / DECISIONS)
        if path is None:
            return False
        try:
            count = self._memory.export(path)
        except Refusal as refusal:
            self._prompts.refuse(str(refusal))
            return False
        self._prompts.tell(f"Exported {count:,} decision{'s' * (count != 1)} as “{path.name}”.")
        return True

    def bring_in(self) -> bool:
        """Take over a colleague's decisions from a file that is asked for; tells whether it was done."""
        path = self._prompts.ask_file_to_open(self._folder, DECISION_FILES)
        if path is None:
            return False
        try:
            came = self._memory.bring_in(path, account(), self._clock())
        except Refusal as refusal:
            self._prompts.refuse(str(refusal))
            return False
        if self._memory.trouble:
            self._prompts.refuse(self._memory.trouble)
        self._prompts.tell(came.sentence)
        return True
