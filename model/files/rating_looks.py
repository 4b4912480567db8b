"""The colours that a rating's cell needs in a workbook of another's making."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from model.files.workbook_formats import RATING_COLOURS
from model.files.workbook_patch import Cached, Change, Look, Styled, looks_of
from model.rating import rating_of
from model.saving import Place
from model.year import Year

# So many lines of a rating tell how it is coloured.
MOST_SEEN = 40
PLAIN = ("#FFFFFF", "#000000")


class _Seen(NamedTuple):
    place: Place
    ground: str
    conditional: bool


class RatingLooks:
    """How a sheet colours its ratings: by the fill of each cell, or by conditions, which colour by themselves."""

    def __init__(self, path: Path, base: Year, places: Sequence[Place]) -> None:
        """Look into a workbook, once a rating changes.

        Args:
            base: the year as the workbook holds it.
            places: where each line stands in the workbook.
        """
        self._path = path
        self._base = base
        self._places = places

    def coloured(self, change: str | Cached, rating: str, place: Place) -> Change:
        """Give the change of a rating with the colours that it needs."""
        if not self._by_fills:
            return change
        value, follows = (change.value, True) if isinstance(change, Cached) else (change, False)
        alike = [seen.place for seen in self._seen.get(rating, ()) if seen.ground == self._usual[rating]]
        if alike:
            nearest = min(alike, key=lambda other: abs(other.row - place.row))
            return Styled(value, like=nearest.cell("rating"), follows=follows)
        fill, ink = RATING_COLOURS.get(rating, PLAIN)
        return Styled(value, fill=fill, ink=ink, follows=follows)

    @cached_property
    def _by_fills(self) -> bool:
        grounds = set(self._usual.values())
        if len(self._usual) > 1:
            return len(grounds) > 1 and self._is_usual
        return any(grounds) and not any(each.conditional for seen in self._seen.values() for each in seen)

    @property
    def _is_usual(self) -> bool:
        """Whether most lines have the ground that is usual for their rating."""
        hits = [each.ground == self._usual[rating] for rating, seen in self._seen.items() for each in seen]
        return sum(hits) * 2 > len(hits)

    @cached_property
    def _usual(self) -> Mapping[str, str]:
        """The ground that most cells of a rating have; blank for none."""
        counts = {rating: Counter(each.ground for each in seen) for rating, seen in self._seen.items()}
        return {rating: count.most_common(1)[0][0] for rating, count in counts.items()}

    @cached_property
    def _seen(self) -> Mapping[str, Sequence[_Seen]]:
        """Some lines of each rating; a ground that the cell beside has as well is not the rating's."""
        lines: dict[str, list[Place]] = {}
        for saving, place in zip(self._base, self._places, strict=True):
            known = lines.setdefault(rating_of(saving, self._base.scheme).name, [])
            if len(known) < MOST_SEEN:
                known.append(place)
        cells = [cell for places in lines.values() for place in places for cell in (_own(place), _beside(place))]
        looks = looks_of(self._path, self._places[0].sheet, cells)
        return {rating: [_seen(place, looks) for place in places] for rating, places in lines.items()}


def _seen(place: Place, looks: Mapping[str, Look]) -> _Seen:
    own, beside = looks[_own(place)], looks[_beside(place)]
    return _Seen(place, "" if own.ground == beside.ground else own.ground, own.conditional)


def _own(place: Place) -> str:
    return place.cell("rating")


def _beside(place: Place) -> str:
    """Name a cell of the line that holds no rating, such as its reference."""
    return place.cell(next(key for key in ("reference", "title", "plan_total", *place.columns) if key in place.columns))
