"""Lines made ready to be compared, and which of several stand nearest to which."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from model.lineage.likeness import plain_reference, plain_words
from model.saving import Figure, Saving

MOST_WEIGHED = 400
_FAR = Decimal("Infinity")


class Line(NamedTuple):
    """A saving with its reference and title made plain, and its plan in £000."""

    saving: Saving
    reference: str
    title: str
    plan: Figure

    @property
    def number(self) -> int:
        """The line's number in its tracker."""
        return self.saving.line


Pair = tuple[Line, Line]
Numbers = tuple[int, int]
Rank = tuple[float, Decimal, int, int]


def made_plain(savings: Iterable[Saving]) -> tuple[Line, ...]:
    """Make savings ready to be compared."""
    return tuple(
        Line(saving, plain_reference(saving.reference), plain_words(saving.title), saving.plan_total)
        for saving in savings
    )


def grouped(lines: Iterable[Line], by: Callable[[Line], str]) -> dict[str, list[Line]]:
    """Put lines together that have something in common."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        groups[by(line)].append(line)
    return groups


def rank(one: Line, other: Line, likeness: float) -> Rank:
    """Order pairs: the most alike first, then the nearest plans, then the nearest lines; the same seen backwards."""
    apart = _FAR if one.plan is None or other.plan is None else abs(one.plan - other.plan)
    return (-likeness, apart, abs(one.number - other.number), one.number + other.number)


def nearest(pairs: Iterable[tuple[Rank, Line, Line]]) -> list[Pair]:
    """Choose the best pairs of which no two share a line."""
    chosen: list[Pair] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, one, other in sorted(pairs, key=lambda pair: pair[0]):
        if one.number not in taken[0] and other.number not in taken[1]:
            chosen.append((one, other))
            taken[0].add(one.number)
            taken[1].add(other.number)
    return chosen


def nearest_in_size(ones: Sequence[Line], others: Sequence[Line]) -> list[Pair]:
    """Put lines that nothing else tells apart beside each other by their plans; very many simply in order of size."""
    if len(ones) * len(others) <= MOST_WEIGHED:
        return nearest((rank(one, other, 1), one, other) for one in ones for other in others)
    return list(zip(sorted(ones, key=_size), sorted(others, key=_size), strict=False))


def _size(line: Line) -> tuple[Decimal, int]:
    return (_FAR if line.plan is None else line.plan, line.number)
