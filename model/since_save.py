"""What was done since a save, with what was done and taken back again left out."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Act = TypeVar("Act")


@dataclass(frozen=True, slots=True)
class Net(Generic[Act]):
    """An act that the save does not hold, or one that it holds and that was taken back since."""

    act: Act
    taken_back: bool


class SinceSave(Generic[Act]):
    """The acts between a save and now, in their order."""

    def __init__(self) -> None:
        """Start at a save."""
        self._net: list[Net[Act]] = []

    @property
    def net(self) -> tuple[Net[Act], ...]:
        """The acts that make the difference, the oldest first."""
        return tuple(self._net)

    def done(self, act: Act) -> None:
        """Count an act that was done, or done again."""
        self._count(Net(act, taken_back=False))

    def undone(self, act: Act) -> None:
        """Count an act that was taken back."""
        self._count(Net(act, taken_back=True))

    def clear(self) -> None:
        """Start anew at a save."""
        self._net.clear()

    def _count(self, now: Net[Act]) -> None:
        last = self._net[-1] if self._net else None
        if last is not None and last.act is now.act and last.taken_back is not now.taken_back:
            self._net.pop()
        else:
            self._net.append(now)
