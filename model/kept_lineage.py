"""What the officer decided about savings of several trackers: kept beside the program, shared as a file."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import platformdirs

from model.files.alone import alone_with
from model.files.atomic import write_whole
from model.files.source import contents
from model.files.unreadable import EmptyFile, NoSuchFile
from model.files.unwritable import ChangedMeanwhile
from model.lineage.acts import Act, Did, act_as_data, act_from_data
from model.lineage.decisions import Decision, Decisions, Pair
from model.lineage.written import read_decisions, text_of
from model.recent import PROGRAM
from model.refusals import Refusal

TRIES = 3
_LOG = "log"


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came of bringing in a file: how many decisions are new, were known or made later here, made no sense."""

    new: int
    known: int
    left_out: int

    @property
    def sentence(self) -> str:
        """Say it."""
        parts = (
            f"{_decisions(self.new)} brought in" if self.new else "Nothing new was brought in",
            f"{self.known:,} stood here already or {_were(self.known)} decided later here" if self.known else "",
            f"{self.left_out:,} could not be understood and {_were(self.left_out)} left out" if self.left_out else "",
        )
        return "; ".join(part for part in parts if part) + "."


class KeptLineage:
    """The decisions, and the log of how they came about.

    Each act is added to what stands in the file at that moment, so two programs do not undo each other's. What
    can't be kept holds until the program ends and is written with the next act; `trouble` is the sentence why.
    """

    def __init__(self, data: Path | None = None) -> None:
        """Take the folder for data, the user's own when none is given."""
        self._file = (data or platformdirs.user_data_path(PROGRAM, appauthor=False)) / "lineage.json"
        self._waiting: list[Act] = []
        self.trouble = ""

    @property
    def decisions(self) -> Decisions:
        """What is decided now."""
        standing: dict[Pair, Decision] = {}
        for act in self.log:
            standing.pop(act.decision.pair, None)
            if act.did is not Did.TAKEN_BACK:
                standing[act.decision.pair] = act.decision
        return Decisions(standing.values())

    @property
    def log(self) -> tuple[Act, ...]:
        """All that was done, the first first."""
        entries: list[Any] = []
        with suppress(Refusal):
            entries = (_kept(self._content()) or {}).get(_LOG, [])
        return (*(act for act in map(act_from_data, entries) if act is not None), *self._waiting)

    def decide(self, *decisions: Decision) -> None:
        """Keep decisions; they replace what was decided of the same savings before."""
        self._add(Act(Did.DECIDED, decision, decision.who, decision.when) for decision in decisions)

    def take_back(self, *decisions: Decision, who: str, when: datetime | None = None) -> None:
        """Undo decisions: nothing is decided of those savings any more. The log keeps both acts."""
        self._add(Act(Did.TAKEN_BACK, decision, who, when or datetime.now(UTC)) for decision in decisions)

    def export(self, path: Path) -> int:
        """Write what is decided to a file for a colleague.

        Returns:
            How many decisions it holds.

        Raises:
            Refusal: it can't be written.
        """
        decisions = self.decisions
        write_whole(path, text_of(decisions).encode("ascii"))
        return len(decisions)

    def bring_in(self, path: Path, who: str, when: datetime | None = None) -> BroughtIn:
        """Take over a colleague's decisions; of two about the same savings the one that was made last stands.

        Raises:
            Refusal: the file can't be read, or is something else.
        """
        written = read_decisions(contents(path), path.name)
        standing = self.decisions
        made_last = standing.merged(written.decisions)
        new = [said for said in written.decisions if _stands(said, made_last) and not _stands(said, standing)]
        self._add(Act(Did.BROUGHT_IN, said, who, when or datetime.now(UTC), path.name) for said in new)
        return BroughtIn(len(new), len(written.decisions) - len(new), written.left_out)

    def _add(self, acts: Iterable[Act]) -> None:
        self._waiting += acts
        if not self._waiting:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with alone_with(self._file):
                self._write(TRIES)
        except (Refusal, OSError) as error:
            self.trouble = f"Your decisions hold until the program ends, but were not kept: {error}"
        else:
            self.trouble = ""
            self._waiting.clear()

    def _write(self, tries: int) -> None:
        before = self._content()
        kept = _kept(before)
        if kept is None:
            self._set_aside()
            before, kept = b"", {}
        text = json.dumps({**kept, _LOG: [*kept.get(_LOG, []), *map(act_as_data, self._waiting)]}, indent=1)
        try:
            write_whole(self._file, text.encode("ascii"), lambda _: self._check_unchanged(before))
        except ChangedMeanwhile:
            if tries == 1:
                raise
            self._write(tries - 1)

    def _check_unchanged(self, before: bytes) -> None:
        if self._content() != before:
            raise ChangedMeanwhile(self._file)

    def _set_aside(self) -> None:
        """Put a file that can't be understood beside, where somebody may still mend it."""
        names = (self._file.with_stem(f"{self._file.stem}-unreadable-{number}") for number in count(1))
        self._file.rename(next(name for name in names if not name.exists()))

    def _content(self) -> bytes:
        try:
            return contents(self._file)
        except (NoSuchFile, EmptyFile):
            return b""


def _kept(content: bytes) -> dict[str, Any] | None:
    """Read what is kept, with whatever a newer version put there; None where it can't be understood."""
    try:
        kept = json.loads(content.decode("utf-8-sig")) if content else {}
    except (ValueError, RecursionError):
        return None
    return kept if isinstance(kept, dict) and isinstance(kept.get(_LOG, []), list) else None


def _stands(said: Decision, decisions: Decisions) -> bool:
    return decisions.of(said.earlier, said.later) == said


def _decisions(number: int) -> str:
    return f"{number:,} decision{'' if number == 1 else 's'} {_were(number)}"


def _were(number: int) -> str:
    return "was" if number == 1 else "were"
