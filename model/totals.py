"""Totals over lines, kept exact and up to date as lines change: an edit moves them, nothing is added up again."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from operator import attrgetter

from model.fields import FIELDS
from model.money import ZERO
from model.rag import Scheme
from model.rating import rating_of
from model.saving import Figure, Saving

_ADDED = tuple(field.key for field in FIELDS if field.is_figure)


class Totals:
    """The sums of each figure over some lines (£000), with the count of their ratings.

    A column without a single figure has no total (None), which differs from 0.
    """

    def __init__(self, savings: Iterable[Saving] = (), scheme: Scheme | None = None) -> None:
        """Add up lines under the scheme that rates them."""
        given = tuple(savings)
        self.scheme = scheme
        self.lines = len(given)
        self.ratings = Counter(rating_of(saving, scheme).name for saving in given)
        columns = {key: [amount for amount in map(attrgetter(key), given) if amount is not None] for key in _ADDED}
        self._sums = {key: sum(amounts, ZERO) for key, amounts in columns.items()}
        self._filled = {key: len(amounts) for key, amounts in columns.items()}

    def add(self, saving: Saving) -> None:
        """Take a line in."""
        self._count(saving, 1)

    def remove(self, saving: Saving) -> None:
        """Take a line out, as it was when it was added."""
        self._count(saving, -1)

    def __getitem__(self, key: str) -> Figure:
        """Give the total of a field in £000; None where all its cells are blank."""
        return self._sums[key] if self._filled[key] else None

    @property
    def plan(self) -> tuple[Figure, ...]:
        """The totals of the four planned quarters."""
        return tuple(self[f"plan_q{quarter}"] for quarter in range(1, 5))

    @property
    def forecast(self) -> tuple[Figure, ...]:
        """The totals of the four forecast quarters."""
        return tuple(self[f"forecast_q{quarter}"] for quarter in range(1, 5))

    @property
    def plan_total(self) -> Figure:
        """The planned saving."""
        return self["plan_total"]

    @property
    def forecast_total(self) -> Figure:
        """The forecast saving."""
        return self["forecast_total"]

    @property
    def variance(self) -> Figure:
        """The variance; positive is short of plan."""
        return self["variance"]

    def as_figures(self) -> dict[str, Figure]:
        """Give every field's total by key."""
        return {key: self[key] for key in _ADDED}

    def _count(self, saving: Saving, sign: int) -> None:
        self.lines += sign
        self.ratings[rating_of(saving, self.scheme).name] += sign
        for key in _ADDED:
            amount: Decimal | None = getattr(saving, key)
            if amount is not None:
                self._sums[key] += amount if sign > 0 else -amount
                self._filled[key] += sign
