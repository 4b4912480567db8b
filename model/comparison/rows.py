"""One row of a comparison: a saving as it stands on each side, and what differs, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from model.comparison.columns import Side
from model.entries import shown
from model.lineage import Match, State, Verdict
from model.money import ZERO
from model.rag import AMBER, BLACK, BLUE, GREEN, RED
from model.saving import Direction, Figure, Saving
from model.travel import direction_between

WORST_FIRST = (BLACK, RED, AMBER, GREEN, BLUE)
_SEVERITY = {name.casefold(): place for place, name in enumerate(WORST_FIRST)}


class RowKind(StrEnum):
    """What became of a saving between the two trackers."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    SPLIT = "split"
    JOINED = "joined"


class Word(StrEnum):
    """How a field differs."""

    CHANGED = "changed"
    FILLED = "was blank"
    CLEARED = "now blank"
    WORSE = "worse"
    BETTER = "better"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs: the word for it, and the text that each side shows; blank and 0 are two texts."""

    key: str
    word: Word
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Row:
    """A saving on both sides, or on one.

    Attributes:
        number: the row's place in the comparison, from 0.
        earlier: the earlier line; None where the saving is new. Of one that was split it stands on several rows.
        later: the later line; None where the saving is gone.
        ratings: the rating that stands on each side, each by its own tracker's scheme; blank for none.
        match: why the two stand on one row; None where only one does.
        part: whether the saving was split or joined; then neither side is the other's whole. None where it was not.
        differing: the keys of the fields that differ, in the columns' order.
        same_year: whether the two trackers are of one year, so that amounts may be taken from each other.
        suggested: whether a saving on another row may be the same one.
    """

    number: int
    earlier: Saving | None
    later: Saving | None
    ratings: tuple[str, str]
    match: Match | None
    part: Verdict | None
    differing: tuple[str, ...]
    same_year: bool
    suggested: bool = False

    @property
    def kind(self) -> RowKind:
        """What became of the saving."""
        if self.earlier is None:
            return RowKind.NEW
        if self.later is None:
            return RowKind.GONE
        if self.part:
            return RowKind.SPLIT if self.part is Verdict.SPLIT else RowKind.JOINED
        return RowKind.CHANGED if self.differing else RowKind.SAME

    @property
    def asked(self) -> bool:
        """Whether the officer has to say if this is one saving at all."""
        return self.match is not None and self.match.state is State.FLAGGED

    @property
    def question(self) -> str:
        """What the officer has to say, with the evidence; blank where nothing is asked."""
        if self.match is None or not self.asked:
            return ""
        return f"Is this the same saving? {self.match.evidence.sentence}"

    @property
    def reference(self) -> str:
        """The later reference; the earlier one where the saving is gone."""
        return self._standing.reference

    @property
    def title(self) -> str:
        """The later title; the earlier one where the saving is gone."""
        return self._standing.title

    @property
    def committee(self) -> str:
        """The later committee; the earlier one where the saving is gone."""
        return self._standing.committee

    @property
    def forecast_moved(self) -> Figure:
        """By how much the forecast moved, £000: later less earlier, a blank counting nothing.

        None where both are blank, for a part of a split or joined saving, and of two years, whose forecasts are of
        different amounts. A new saving moves it by its forecast, one that is gone takes it away.
        """
        if self.part or not self.same_year:
            return None
        before = self.earlier.forecast_total if self.earlier else None
        after = self.later.forecast_total if self.later else None
        return None if before is None and after is None else (after or ZERO) - (before or ZERO)

    @property
    def rating_moved(self) -> Word | None:
        """Whether the rating got worse or better: from Black over Red, Amber and Green to Blue.

        None where neither, where a side has no rating of these, and where it is not yet said to be one saving.
        """
        if "rating" not in self.differing or self.asked:
            return None
        before, after = (_SEVERITY.get(name.casefold()) for name in self.ratings)
        if before is None or after is None:
            return None
        return Word.WORSE if after < before else Word.BETTER

    def travelled(self, tolerance: Decimal = ZERO) -> Direction | None:
        """Compute the direction of travel from one period to the other; None of two years, and where none follows.

        Args:
            tolerance: by how much a variance may move without being a change, £000.
        """
        if self.earlier is None or self.later is None or self.part or not self.same_year:
            return None
        return direction_between(self.earlier, self.later, tolerance)

    def text(self, side: Side, key: str) -> str:
        """Give the text that a side shows in a field; blank where the saving is not on it."""
        saving = self.earlier if side is Side.EARLIER else self.later
        if saving is None:
            return ""
        if key == "rating" and key not in saving.unread:
            return self.ratings[side is Side.LATER]
        return shown(saving, key)

    def difference(self, key: str) -> Difference | None:
        """Give how a field differs; None where it does not."""
        if key not in self.differing:
            return None
        earlier, later = self.text(Side.EARLIER, key), self.text(Side.LATER, key)
        return Difference(key, self._word(key, earlier, later), earlier, later)

    @property
    def differences(self) -> Mapping[str, Difference]:
        """The differences by field, in the columns' order."""
        found = ((key, self.difference(key)) for key in self.differing)
        return {key: difference for key, difference in found if difference is not None}

    def _word(self, key: str, earlier: str, later: str) -> Word:
        if not earlier or not later:
            return Word.CLEARED if earlier else Word.FILLED
        if key == "rating":
            return self.rating_moved or Word.CHANGED
        return self._of_variance() if key == "variance" else Word.CHANGED

    def _of_variance(self) -> Word:
        before, after = (saving.variance if saving else None for saving in (self.earlier, self.later))
        if before is None or after is None or before == after or self.asked or not self.same_year:
            return Word.CHANGED
        return Word.WORSE if after > before else Word.BETTER

    @property
    def _standing(self) -> Saving:
        standing = self.later or self.earlier
        assert standing is not None  # noqa: S101 - no row is without a saving
        return standing
