"""A comparison as plain dictionaries and lists, amounts as `Decimal` in £000: described in docs/scripts.md."""

from collections.abc import Mapping, Sequence
from typing import Any

from model.comparison.columns import BOTH, Side
from model.comparison.making import Comparison
from model.comparison.movement import Move, Movement, StepKind, movement
from model.comparison.rows import Row
from model.comparison.sheets import value_of
from model.lineage import Match
from model.year import Year

Data = Mapping[str, Any]


def as_data(comparison: Comparison, rows: Sequence[Row] | None = None) -> Data:
    """Give a comparison's columns, rows, totals and movement.

    Args:
        rows: those to list; all of them where left out.
    """
    moved = comparison.totals_moved
    return {
        "earlier": _tracker(comparison.earlier, comparison.names[0]),
        "later": _tracker(comparison.later, comparison.names[1]),
        "same_year": comparison.same_year,
        "remarks": list(comparison.remarks),
        "counts": {show.value: count for show, count in comparison.counts.items()},
        "columns": [
            {"key": column.key, "heading": column.heading, "sides": [side.value for side in column.sides]}
            for column in comparison.columns
        ],
        "rows": [_row(row, comparison) for row in (comparison.rows if rows is None else rows)],
        "totals": {side.value: comparison.totals[side].as_figures() for side in BOTH},
        "totals_moved": None if moved is None else dict(moved),
        "movement": _movement(movement(comparison)) if comparison.same_year else None,
    }


def _tracker(year: Year, name: str) -> Data:
    return {"name": name, "title": year.title, "year": year.year, "period": year.period, "file": year.source}


def _row(row: Row, comparison: Comparison) -> Data:
    travelled = row.travelled()
    return {
        "reference": row.reference,
        "title": row.title,
        "what": row.kind.value,
        "earlier": _side(row, Side.EARLIER, comparison),
        "later": _side(row, Side.LATER, comparison),
        "differences": {
            key: {"word": found.word.value, "earlier": found.earlier, "later": found.later}
            for key, found in row.differences.items()
        },
        "forecast_moved": row.forecast_moved,
        "direction_computed": travelled.value if travelled else None,
        "match": None if row.match is None else _match(row.match),
        "question": row.question or None,
        "suggestions": [_suggestion(match, row, comparison) for match in comparison.suggested_for(row)],
    }


def _side(row: Row, side: Side, comparison: Comparison) -> Data | None:
    saving = row.earlier if side is Side.EARLIER else row.later
    if saving is None:
        return None
    return {column.key: value_of(row, side, column.key) for column in comparison.columns if side in column.sides}


def _match(match: Match) -> Data:
    decision = match.decision
    return {
        "state": match.state.value,
        "evidence": match.evidence.sentence,
        "decided": None if decision is None else decision.verdict.value,
        "by": None if decision is None else decision.who,
    }


def _suggestion(match: Match, row: Row, comparison: Comparison) -> Data:
    year, line = (comparison.later, match.later) if row.later is None else (comparison.earlier, match.earlier)
    other = year.savings[line]
    return {"reference": other.reference, "title": other.title, "evidence": match.evidence.sentence}


def _movement(found: Movement) -> Data:
    return {
        "earlier": found.earlier,
        "later": found.later,
        "moved": found.amount,
        "unmoved_lines": found.unmoved,
        "lines": [_move(move) for move in found.moves],
        "steps": [
            {
                "what": step.kind.value,
                "words": step.words,
                "from": step.start,
                "to": step.end,
                "moved": None if step.kind is StepKind.TOTAL else step.amount,
            }
            for step in found.steps()
        ],
        "committees": [
            {"name": part.name, "earlier": part.earlier, "later": part.later, "moved": part.amount}
            for part in found.committees
        ],
    }


def _move(move: Move) -> Data:
    return {
        "what": move.kind.value,
        "reference": move.reference,
        "title": move.title,
        "earlier": move.earlier,
        "later": move.later,
        "moved": move.amount,
    }
