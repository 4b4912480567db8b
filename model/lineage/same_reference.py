"""Lines with the same reference put beside each other; where it stands on several lines their titles decide."""

from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter

from model.lineage.likeness import are_like, likeness
from model.lineage.lines import MOST_WEIGHED, Line, Numbers, Pair, grouped, nearest, nearest_in_size, rank

_reference = attrgetter("reference")
_title = attrgetter("title")


class SameReference:
    """The pairs under one reference in both trackers.

    Attributes:
        pairs: what stands on one row.
        doubtful: those of them of which another line says the same, so that either could be meant.
        left: lines that are over under a reference which the other tracker has too, with all that it has of it.
    """

    def __init__(self, ones: Sequence[Line], others: Sequence[Line], rejected: Collection[Numbers]) -> None:
        """Look for them among some lines, without the pairs that were decided not to be the same."""
        self._rejected = rejected
        self.pairs: list[Pair] = []
        self.doubtful: set[Numbers] = set()
        self.left: list[tuple[list[Line], list[Line]]] = []
        under = grouped(others, _reference)
        for reference, group in grouped(ones, _reference).items():
            if reference in under:
                self._put_together(group, under[reference], referenced=bool(reference))

    def _put_together(self, ones: list[Line], others: list[Line], *, referenced: bool) -> None:
        if referenced and len(ones) == len(others) == 1:
            self.pairs += self._allowed([(ones[0], others[0])])
            return
        chosen = list(self._titles_agree(ones, others))
        if referenced:
            chosen += self._titles_alike(*_remaining(ones, others, chosen))
            chosen += self._alone(*_remaining(ones, others, chosen))
            self._leave(ones, others, chosen)
        self.pairs += chosen

    def _titles_agree(self, ones: list[Line], others: list[Line]) -> Iterator[Pair]:
        under = grouped(others, _title)
        for title, group in grouped(ones, _title).items():
            if title and title in under:
                allowed = self._allowed(nearest_in_size(group, under[title]))
                if len(group) > 1 or len(under[title]) > 1:
                    self.doubtful.update((one.number, other.number) for one, other in allowed)
                yield from allowed

    def _titles_alike(self, ones: list[Line], others: list[Line]) -> list[Pair]:
        if len(ones) * len(others) > MOST_WEIGHED:
            return []
        return nearest(
            (rank(one, other, likeness(one.title, other.title)), one, other)
            for one in ones
            for other in others
            if are_like(one.title, other.title) and self._allowed([(one, other)])
        )

    def _alone(self, ones: list[Line], others: list[Line]) -> list[Pair]:
        return self._allowed([(ones[0], others[0])]) if len(ones) == len(others) == 1 else []

    def _leave(self, ones: list[Line], others: list[Line], chosen: list[Pair]) -> None:
        left, left_later = _remaining(ones, others, chosen)
        self.left += [(left, others)] if left else []
        self.left += [(ones, left_later)] if left_later else []

    def _allowed(self, pairs: list[Pair]) -> list[Pair]:
        return [pair for pair in pairs if (pair[0].number, pair[1].number) not in self._rejected]


def _remaining(ones: list[Line], others: list[Line], chosen: list[Pair]) -> tuple[list[Line], list[Line]]:
    taken, taken_later = {one.number for one, _ in chosen}, {other.number for _, other in chosen}
    return (
        [one for one in ones if one.number not in taken],
        [other for other in others if other.number not in taken_later],
    )
