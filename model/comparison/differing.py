"""In which fields two lines differ: first by what they hold, then, where that is not the same, by what they show."""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from model.comparison.columns import FOLLOWING
from model.entries import shown
from model.fields import FIELD, FIGURES, FORECAST_QUARTERS, OTHER, PLAN_QUARTERS, PRINTED, Kind
from model.lineage import Lineage, Match, Verdict
from model.rag import Scheme
from model.rating import rating_of
from model.saving import Saving

Schemes = tuple[Scheme | None, Scheme | None]
Found = tuple[tuple[str, str], tuple[str, ...]]

_HELD = attrgetter(
    *(name for name in Saving.__dataclass_fields__ if name not in ("line", "place", "override_reason", "to_review"))
)
# What a total, a variance or a percentage is worked out from, or is printed as.
_FIGURES = attrgetter(*PLAN_QUARTERS, *FORECAST_QUARTERS, *(f"{key}_printed" for key in PRINTED if key != "rating"))


class Differing:
    """Compares lines of two trackers in the fields that both have."""

    def __init__(self, keys: Iterable[str], schemes: Schemes) -> None:
        """Take the fields, and the scheme of each side."""
        self._keys = tuple(keys)
        self._schemes = schemes
        self._same_scheme = schemes[0] == schemes[1]
        self._plain = tuple(key for key in self._keys if not _is_worked_out(key))
        self._held = attrgetter(*self._plain)

    def ratings_and_keys(self, earlier: Saving | None, later: Saving | None, part: Verdict | None) -> Found:
        """Give the rating that stands on each side, by its own tracker's scheme, and the fields that differ."""
        if earlier is None or later is None:
            return (self._rating(earlier, 0), self._rating(later, 1)), ()
        if self._same_scheme and _HELD(earlier) == _HELD(later):
            rating = self._rating(later, 1)
            return (rating, rating), ()
        ratings = (self._rating(earlier, 0), self._rating(later, 1))
        keys = (key for key in self._suspected(earlier, later) if not (part and _is_of_whole(key)))
        return ratings, tuple(key for key in keys if _differs(key, earlier, later, ratings))

    def _rating(self, saving: Saving | None, side: int) -> str:
        return rating_of(saving, self._schemes[side]).name if saving else ""

    def _suspected(self, earlier: Saving, later: Saving) -> Sequence[str]:
        """Give the fields that may differ, in their order: those held otherwise, and those worked out from others."""
        if earlier.unread or later.unread:
            return self._keys
        pairs = zip(self._plain, self._held(earlier), self._held(later), strict=True)
        otherwise = {key for key, one, other in pairs if one != other}
        if _FIGURES(earlier) != _FIGURES(later):
            otherwise.update(FOLLOWING)
        return [key for key in self._keys if key in otherwise or (key not in FOLLOWING and _is_worked_out(key))]


def part_of(match: Match | None, lineage: Lineage) -> Verdict | None:
    """Tell whether a match is one of several, or by the officer's word will be: `SPLIT`, `JOINED`, or None."""
    if match is None:
        return None
    verdict = match.decision.verdict if match.decision is not None else None
    if verdict in (Verdict.SPLIT, Verdict.JOINED):
        return verdict
    if len(lineage.later_of(match.earlier)) > 1:
        return Verdict.SPLIT
    return Verdict.JOINED if len(lineage.earlier_of(match.later)) > 1 else None


def _is_worked_out(key: str) -> bool:
    return key == "rating" or key in FOLLOWING or key.startswith(OTHER)


def _is_of_whole(key: str) -> bool:
    """Tell whether a field says something of a whole saving, which a part of it can't be compared with."""
    return key in FIELD and FIELD[key].kind in (Kind.AMOUNT, Kind.PERCENT, Kind.RATING)


def _differs(key: str, earlier: Saving, later: Saving, ratings: tuple[str, str]) -> bool:
    if key == "rating" and key not in earlier.unread and key not in later.unread:
        return ratings[0].casefold() != ratings[1].casefold()
    if not (earlier.unread or later.unread) and earlier.value(key) == later.value(key):
        return False
    # Two amounts that differ never show the same, as nothing of them is rounded.
    return (key in FIGURES and not (earlier.unread or later.unread)) or shown(earlier, key) != shown(later, key)
