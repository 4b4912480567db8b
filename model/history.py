"""The one history of a tracker: undo, redo, "unsaved" and the log all come from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from model.editing import QUARTERS_OF
from model.entries import show
from model.fields import FIELDS, Access
from model.money import add_up
from model.rag import Scheme
from model.saving import Saving

_LOGGED = tuple(field.key for field in FIELDS if field.access is not Access.DERIVED)
_TOTALS = ("plan_total", "forecast_total")


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one line, before and after, as shown."""

    line: int
    reference: str
    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """One act of the officer: undone and redone whole.

    Attributes:
        words: what was done, as the Undo command names it: `Q4 forecast of A/R.6.266`.
        before: the lines concerned as they were, by line.
        after: the same lines as they became.
        schemes: the tracker's scheme before and after.
    """

    words: str
    when: datetime
    who: str
    why: str
    source: str
    before: Mapping[int, Saving]
    after: Mapping[int, Saving]
    schemes: tuple[Scheme | None, Scheme | None]

    @property
    def changes(self) -> tuple[Change, ...]:
        """The fields that changed, line by line; a total only where none of its quarters did."""
        return tuple(change for line in self.before for change in changes_between(self.before[line], self.after[line]))


def changes_between(before: Saving, after: Saving) -> Iterator[Change]:
    """List the fields in which two states of a line differ, as shown."""
    differing = [key for key in _LOGGED if _text(before, key) != _text(after, key)]
    for key in differing:
        if not _follows(key, differing, before, after):
            yield Change(before.line, before.reference, key, _text(before, key), _text(after, key))


def _text(saving: Saving, key: str) -> str:
    return saving.unread.get(key) or show(key, saving.value(key))


def _follows(key: str, differing: list[str], before: Saving, after: Saving) -> bool:
    """Tell whether a difference only follows: a total from its quarters, a live rating from its figures."""
    if key == "rating":
        return before.override == after.override and after.rating_printed is None
    if key not in _TOTALS or not any(other.startswith(key.removesuffix("total") + "q") for other in differing):
        return False
    return before.value(key) == add_up(getattr(before, quarter) for quarter in QUARTERS_OF[key])


class Keeper(Protocol):
    """Keeps each act where a crash can't reach it, before it is shown as done."""

    def recorded(self, step: Step) -> None:
        """Keep a step that is about to be done."""

    def undone(self, step: Step) -> None:
        """Keep that a step is taken back."""

    def redone(self, step: Step) -> None:
        """Keep that a step is done again."""


class History:
    """Steps done and undone, and the place among them at which the tracker was saved."""

    def __init__(self) -> None:
        """Start with nothing done, at a saved place."""
        self._steps: list[Step] = []
        self._place = 0
        self._saved: int | None = 0

    @property
    def done(self) -> tuple[Step, ...]:
        """The steps that stand, oldest first."""
        return tuple(self._steps[: self._place])

    @property
    def next_undo(self) -> Step | None:
        """The step that Undo takes back."""
        return self._steps[self._place - 1] if self._place else None

    @property
    def next_redo(self) -> Step | None:
        """The step that Redo does again."""
        return self._steps[self._place] if self._place < len(self._steps) else None

    @property
    def unsaved(self) -> int:
        """How many steps lie between here and the save; a lost save counts every step that stands, at least one."""
        return max(self._place, 1) if self._saved is None else abs(self._place - self._saved)

    def record(self, step: Step) -> None:
        """Add a step after this place; what was undone can't be redone any more."""
        if self._saved is not None and self._saved > self._place:
            self._saved = None
        del self._steps[self._place :]
        self._steps.append(step)
        self._place += 1

    def back(self) -> Step | None:
        """Move one step back and give it."""
        step = self.next_undo
        self._place -= step is not None
        return step

    def forth(self) -> Step | None:
        """Move one step on and give it."""
        step = self.next_redo
        self._place += step is not None
        return step

    def saves(self, place: int) -> bool:
        """Tell whether the step at a place among those done was there when the tracker was saved."""
        return self._saved is not None and place < self._saved

    def forget_save(self) -> None:
        """Forget which place was saved: what is saved now is none of them."""
        self._saved = None

    def mark_saved(self) -> None:
        """Remember this place as saved."""
        self._saved = self._place
