"""The grand totals as printed: found wherever they stand, even where their columns have slipped."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher

from model.fields import FIELD, Kind
from model.files.recognise.cells import Row, amount_in, amounts_in, filled, line_of
from model.files.recognise.layout import Layout
from model.money import ZERO

_GRAND = re.compile(r"(?:grand|overall|net)?\s*totals?(?: savings?)?\s*:?", re.IGNORECASE)
_FEWEST = 2
Amounts = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class TotalsRow:
    """A row of totals as assigned to fields.

    Attributes:
        telling: how many figures the row has, zeros aside.
        matches: how many of these are the sums of their columns.
        is_grand: whether it stands over the lines, or calls itself the total.
    """

    row: int
    amounts: Amounts
    telling: int
    matches: int
    is_grand: bool

    @property
    def is_certain(self) -> bool:
        """Whether this is the total of all lines: its figures say so, or else its place or its words."""
        return self.is_grand or (self.matches >= _FEWEST and 2 * self.matches >= self.telling)


def find_totals(rows: Sequence[Row], layout: Layout, below: Iterable[int], sums: Amounts) -> TotalsRow | None:
    """Find the printed grand totals; None where there are none.

    Args:
        below: the rows under the headings that hold totals of some sort.
        sums: what the lines come to, £000.
    """
    places = [place for place in range(layout.row) if len(amounts_in(rows[place])) >= _FEWEST] + list(below)
    found = [_assigned(rows, place, layout, sums) for place in places]
    certain = [totals for totals in found if totals.amounts and totals.is_certain]
    return max(certain, key=lambda totals: (totals.matches, totals.row < layout.row, totals.row), default=None)


def _assigned(rows: Sequence[Row], place: int, layout: Layout, sums: Amounts) -> TotalsRow:
    row = rows[place]
    numbers = amounts_in(row)
    amounts = max(_ways(numbers, layout, sums), key=lambda way: (_matches(way, sums), bool(way)))
    words = [line_of(cell) for _at, cell in filled(row) if amount_in(cell) is None]
    is_grand = (not words and place < layout.row) or any(map(_GRAND.fullmatch, words))
    telling = sum(number != 0 for _at, number in numbers)
    return TotalsRow(place, amounts, telling, _matches(amounts, sums), is_grand)


def _ways(numbers: Sequence[tuple[int, Decimal]], layout: Layout, sums: Amounts) -> list[Amounts]:
    """Give the ways to assign numbers to columns: where they stand, in their order, or by what they come to."""
    figures = [key for key in layout.places if key in FIELD and FIELD[key].kind is Kind.AMOUNT]
    at = {place: column.key for place, column in layout.columns.items() if column.key in FIELD}
    stands = all(place in at and FIELD[at[place]].kind in (Kind.AMOUNT, Kind.PERCENT) for place, _ in numbers)
    by_place = {at[place]: number for place, number in numbers if stands and at[place] in figures}
    values = [number for _place, number in numbers]
    by_order = dict(zip(figures, values, strict=True)) if len(figures) == len(values) else {}
    return [by_place, by_order, _by_match(figures, values, sums)]


def _by_match(figures: Sequence[str], values: Sequence[Decimal], sums: Amounts) -> Amounts:
    due = [sums.get(key, ZERO) for key in figures]
    blocks = SequenceMatcher(None, values, due, autojunk=False).get_matching_blocks()
    return {figures[block.b + step]: due[block.b + step] for block in blocks for step in range(block.size)}


def _matches(amounts: Amounts, sums: Amounts) -> int:
    return sum(amount != 0 and amount == sums.get(key) for key, amount in amounts.items())
