"""All that was noted while a sheet was read: cells, lines and rows that could not be placed."""

from collections.abc import Iterator, Sequence

from model.fields import FIELD, Kind
from model.files.recognise import notes
from model.files.recognise.candidate import Candidate
from model.files.recognise.cells import amounts_in, texts
from model.files.recognise.layout import Layout
from model.files.recognise.lines import Lines
from model.files.recognise.printed_totals import TotalsRow
from model.saving import Saving
from model.year import Finding


def lines_said(savings: Sequence[Saving], lines: Lines, layout: Layout) -> Iterator[Finding]:
    """List what the lines hold that could not be read, field by field, and the references they lack."""
    for key, by_line in lines.unread.items():
        for line, text in by_line.items():
            if FIELD[key].kind is not Kind.PERCENT or savings[line].percent_due is not None:
                yield notes.unread(savings[line], key, text)
    yield from notes.reference_missing(savings, has_column="reference" in layout.places)


def rows_said(candidate: Candidate, totals: TotalsRow | None) -> Iterator[Finding]:
    """List the rows that are neither savings nor totals, with why."""
    rows, found = candidate.grid.rows, candidate.sorted_rows
    grand = [amount for _place, amount in amounts_in(rows[totals.row])] if totals else []
    no_sum = [row for row in found.bare_figures if [amount for _place, amount in amounts_in(rows[row])] != grand]
    reasons = {
        notes.ALONE: found.alone,
        notes.WITHOUT_FIGURES: found.unplaced,
        notes.NO_SUM: no_sum,
        notes.OTHER_TABLE: found.other_tables,
    }
    for why, places in reasons.items():
        for row in places:
            yield notes.row_not_placed(candidate.grid.name, row, texts(rows[row]), why)
