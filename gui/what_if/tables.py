"""What the window of a what-if lists: its lines, and how many have each rating both ways."""

from collections.abc import Sequence
from decimal import Decimal

from gui.charts import Series, Tone
from gui.listing import SHORT_WORDS, Heading, Row
from gui.roles import Kind
from model.clipboard import Cell
from model.lines_shown import rating_label
from model.what_if import Count, Supposed, WhatIf

STANDS, CHANGED = "As it stands", "Yes"
LINES = (
    Heading("Reference", Kind.REFERENCE),
    Heading("Title", Kind.TITLE),
    Heading(STANDS, Kind.RATING, "The council's rating, as it stands in the tracker"),
    Heading("What if", Kind.RATING, "The rating that the other key would give"),
    Heading("Changed", SHORT_WORDS, "Whether the two ratings differ"),
    Heading("Plan", Kind.AMOUNT, "The year's plan, £000"),
    Heading("Forecast", Kind.AMOUNT, "The year's forecast, £000"),
    Heading("Variance", Kind.AMOUNT, "Forecast less plan, £000; positive is short of plan"),
    Heading("%", Kind.PERCENT, "Variance as a percentage of the plan"),
)
COUNTS = (
    Heading("Rating", Kind.RATING),
    Heading(STANDS, Kind.AMOUNT, "How many lines have the rating in the tracker"),
    Heading("What if", Kind.AMOUNT, "How many lines the other key would give it"),
)


def line_rows(rows: Sequence[Supposed]) -> list[Row]:
    """Give lines as rows; each leads to its line in the tracker."""
    return [Row(_cells(row), row.saving.line) for row in rows]


def _cells(row: Supposed) -> tuple[Cell, ...]:
    changed = CHANGED if row.changed else ""
    return (row.saving.reference, row.saving.title, row.stands, row.supposed, changed, *row.figures, row.percent)


def count_rows(counts: Sequence[Count]) -> tuple[list[Row], list[Row]]:
    """Give the counts as rows, and their total."""
    rows = [Row((rating_label(one.rating), Decimal(one.stand), Decimal(one.supposed))) for one in counts]
    lines = Decimal(sum(one.stand for one in counts))
    return rows, [Row(("All lines", lines, lines))]


def count_series(what: WhatIf) -> tuple[list[str], list[Series]]:
    """Give the counts as the labels and the series of a chart."""
    stand = Series(STANDS, [Decimal(one.stand) for one in what.counts], Tone.PLAN)
    supposed = Series(f"Under the key of {what.scheme_name}", [Decimal(one.supposed) for one in what.counts])
    return [rating_label(one.rating) for one in what.counts], [stand, supposed]
