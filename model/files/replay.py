"""Kept steps done again on a tracker that was read anew."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from model.entries import shown
from model.fields import FIELD
from model.files.journal_lines import UNDONE, Entry, Head, KeptStep, LineChange
from model.history import History, Step
from model.rag import Scheme
from model.rating import rating_of
from model.saving import Saving
from model.since_save import Net, SinceSave
from model.year import Year


@dataclass(frozen=True, slots=True)
class Replay:
    """What came of doing steps again.

    Attributes:
        year: the tracker with the changes.
        missing: the references of lines that the file does not have any more, whose changes are left out.
        since: the steps by which the tracker differs from its file.
        differs: whether the file shows anything else; a save that was cut off may have written all of it.
    """

    history: History
    year: Year
    missing: tuple[str, ...]
    since: tuple[Net[Step], ...]
    differs: bool


def replayed(head: Head, entries: Sequence[Entry], base: Year, *, by_line: bool) -> Replay:
    """Do kept steps again on a year as its file has it.

    Args:
        head: how many of the steps the file holds already.
        by_line: the file is the one on which the steps were done, so that lines are found by their place; else by
            their reference.
    """
    return _Replaying(base, by_line=by_line).result(head, entries)


class _Replaying:
    """Rebuilds a history: backwards for the steps that the file holds, forwards for the rest."""

    def __init__(self, base: Year, *, by_line: bool) -> None:
        self._base = base
        self._by_line = by_line
        references = Counter(saving.reference for saving in base)
        self._lines: Mapping[str, int] = {
            saving.reference: saving.line for saving in base if references[saving.reference] == 1
        }
        self._savings = list(base.savings)
        self._scheme = base.scheme
        self._missing: dict[str, None] = {}

    def result(self, head: Head, entries: Sequence[Entry]) -> Replay:
        """Replay the entries."""
        since = SinceSave[Step]()
        history = self._known([entry for entry in entries[: head.known] if isinstance(entry, KeptStep)], head.place)
        for entry in entries[head.known :]:
            if isinstance(entry, KeptStep):
                step = self._forwards(entry)
                history.record(step)
                since.done(step)
                self._stand(step.after, step.schemes[1])
            elif entry == UNDONE:
                if (back := history.back()) is not None:
                    since.undone(back)
                    self._stand(back.before, back.schemes[0])
            elif (forth := history.forth()) is not None:
                since.done(forth)
                self._stand(forth.after, forth.schemes[1])
        year = replace(self._base, savings=tuple(self._savings), scheme=self._scheme)
        return Replay(history, year, tuple(self._missing), since.net, _differs(self._base, year))

    def _known(self, known: Sequence[KeptStep], place: int) -> History:
        """Give the history as it was when the file was saved; the lines stand as the file has them."""
        done = []
        for kept in reversed(known[:place]):
            step = self._backwards(kept)
            done.append(step)
            self._stand(step.before, step.schemes[0])
        self._start()
        undone = []
        for kept in known[place:]:
            step = self._forwards(kept)
            undone.append(step)
            self._stand(step.after, step.schemes[1])
        self._start()
        history = History()
        for step in (*reversed(done), *undone):
            history.record(step)
        for _ in undone:
            history.back()
        history.mark_saved()
        return history

    def _start(self) -> None:
        self._savings, self._scheme = list(self._base.savings), self._base.scheme

    def _stand(self, savings: Mapping[int, Saving], scheme: Scheme | None) -> None:
        for line, saving in savings.items():
            self._savings[line] = saving
        self._scheme = scheme

    def _forwards(self, kept: KeptStep) -> Step:
        changes = self._concerned(kept)
        before = {line: self._savings[line] for line in changes}
        after = {line: _with(before[line], change.after) for line, change in changes.items()}
        scheme = kept.schemes[1] if kept.schemes else self._scheme
        return _step(kept, before, after, (self._scheme, scheme))

    def _backwards(self, kept: KeptStep) -> Step:
        changes = self._concerned(kept)
        after = {line: self._savings[line] for line in changes}
        before = {line: _with(after[line], change.before) for line, change in changes.items()}
        scheme = kept.schemes[0] if kept.schemes else self._scheme
        return _step(kept, before, after, (scheme, self._scheme))

    def _concerned(self, kept: KeptStep) -> dict[int, LineChange]:
        found = {}
        for change in kept.lines:
            line = self._line(change)
            if line is None:
                self._missing[change.reference or f"line {change.line + 1}"] = None
            else:
                found[line] = change
        return found

    def _line(self, change: LineChange) -> int | None:
        standing = self._base.savings[change.line] if change.line < len(self._base.savings) else None
        if standing is not None and standing.reference == change.reference and self._by_line:
            return change.line
        return self._lines.get(change.reference)


def _with(saving: Saving, values: Mapping[str, object]) -> Saving:
    return saving.but(**cast("dict[str, Any]", values))


def _step(
    kept: KeptStep,
    before: Mapping[int, Saving],
    after: Mapping[int, Saving],
    schemes: tuple[Scheme | None, Scheme | None],
) -> Step:
    return Step(kept.words, kept.when, kept.who, kept.why, kept.source, before, after, schemes)


def _differs(base: Year, year: Year) -> bool:
    """Tell whether two states of a tracker show anything different."""
    if base.scheme != year.scheme:
        return True
    pairs = ((was, now) for was, now in zip(base, year, strict=True) if was is not now and was != now)
    return any(
        _rated(was, base.scheme) != _rated(now, year.scheme)
        or any(shown(was, key) != shown(now, key) for key in FIELD if key != "rating")
        for was, now in pairs
    )


def _rated(saving: Saving, scheme: Scheme | None) -> tuple[str, bool]:
    return rating_of(saving, scheme).name, saving.to_review
