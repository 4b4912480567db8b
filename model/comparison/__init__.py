"""Two trackers compared: one table of both, what differs in words, and how the forecast moved within a year.

`compare(earlier, later, lineage(earlier, later, decisions))` gives a `Comparison`:

- `columns`: lined up by meaning (reference, title, plan, forecast, variance, %, rating, direction, complete,
  commentary), then what both trackers print, then each side's own (`column.own`, `column.sides`).
- `rows`: a `Row` for each saving: `kind` (same, changed, new, gone, split, joined), `text(side, key)` as that side
  shows it, `differences` by field with their word and both texts, `forecast_moved` (£000), `rating_moved` (worse,
  better), `travelled()` (the direction of travel computed from the two, within one year), `question` where the officer
  has to say whether it is one saving at all.
- `rows_shown(Wanted(...))` and `counts`: the filter, and how many rows each of its choices has.
- `totals[side]`, `totals_of(rows, side)`: each side's own, never both; `totals_moved` only within one year.
- `names` and `remarks`: what the two sides are called, and what has to be said of them.

`movement(comparison)` tells how the forecast moved within one year, `differences(earlier_text, later_text)` how a text
changed word by word. A comparison is not changed any more: after an edit or a decision, compare again.
"""

from model.comparison.columns import BOTH, MEANINGS, ComparedColumn, Side
from model.comparison.making import Comparison, compare
from model.comparison.movement import AcrossYears, CommitteeMove, Move, MoveKind, Movement, Step, StepKind, movement
from model.comparison.rows import Difference, Row, RowKind, Word
from model.comparison.wanted import Show, Wanted
from model.comparison.wording import Kept, Part, differences

__all__ = [
    "BOTH",
    "MEANINGS",
    "AcrossYears",
    "CommitteeMove",
    "ComparedColumn",
    "Comparison",
    "Difference",
    "Kept",
    "Move",
    "MoveKind",
    "Movement",
    "Part",
    "Row",
    "RowKind",
    "Show",
    "Side",
    "Step",
    "StepKind",
    "Wanted",
    "Word",
    "compare",
    "differences",
    "movement",
]
