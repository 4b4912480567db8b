"""A sheet with a tracker on it: its layout, its rows, and what stands above and below its lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from model.fields import other_key
from model.files.grid import Grid, cell_name
from model.files.recognise import notes
from model.files.recognise.above import lines_above, period_of, title_of, year_in, years_in
from model.files.recognise.cells import is_blank, texts
from model.files.recognise.key_block import KeyBlock, find_key
from model.files.recognise.layout import Layout, find_layout
from model.files.recognise.rows import RowSorter, SortedRows
from model.rag import Scheme
from model.rag_key import KeyNotRead, scheme_from_key
from model.year import Column, Finding, Year


@dataclass(frozen=True)
class Candidate:
    """A sheet on which a tracker's headings were found."""

    grid: Grid
    layout: Layout
    key: KeyBlock | None
    sorted_rows: SortedRows

    @property
    def standing(self) -> tuple[bool, bool, int]:
        """What makes one sheet a better tracker than another: lines, being seen, and the fields of a tracker."""
        return bool(self.sorted_rows.savings), not self.grid.hidden, self.layout.core

    @cached_property
    def with_unheaded(self) -> Layout:
        """The layout with the columns that have no heading and yet something in them."""
        rows = self.grid.rows
        savings = self.sorted_rows.savings
        key_cells = self.key.cells if self.key else frozenset()
        width = max((len(rows[place]) for place in savings), default=0)
        more = {
            at: Column(other_key(name), name)
            for at in range(width)
            if at not in self.layout.columns
            and any(
                at < len(rows[row]) and not is_blank(rows[row][at]) and (row, at) not in key_cells for row in savings
            )
            for name in [f"Column {cell_name(0, at)[:-1]}"]
        }
        return (
            replace(self.layout, columns=dict(sorted(({**self.layout.columns, **more}).items())))
            if more
            else self.layout
        )


def candidate_on(grid: Grid) -> Candidate | None:
    """Find the tracker on a sheet; None where there is none."""
    layout = find_layout(grid.rows)
    if layout is None:
        return None
    sorter = RowSorter(grid.rows, layout)
    key = find_key(sorter.without_savings())
    if key is None:
        return Candidate(grid, layout, None, sorter.sort())
    layout = layout.without(place for row, place in key.cells if row == layout.row)
    return Candidate(grid, layout, key, RowSorter(grid.rows, layout).sort(key.cells))


def year_above(candidate: Candidate, source: str) -> Year:
    """Read title, year and period: from above the headings, else the headings, the sheet's name or the file's."""
    layout, rows = candidate.layout, candidate.grid.rows
    first = layout.row if layout.band_row is None else layout.band_row
    lines = lines_above(rows[:first])
    title = title_of(lines)
    printed = [text for row in rows[first : layout.row + 1] for text in texts(row)]
    found = (year_in(title), years_in(lines), years_in(printed), year_in(candidate.grid.name), year_in(source))
    year = next(filter(None, found), "")
    return Year(
        title=title,
        year=year,
        period=period_of(lines),
        source=source,
        sheet=candidate.grid.name,
        digest=candidate.grid.digest,
    )


def read_scheme(candidate: Candidate, grids: Sequence[Grid], name: str) -> tuple[Scheme | None, list[Finding]]:
    """Read the RAG key beside or below the lines, else on another sheet; without one, ratings are judged."""
    others = (grid for grid in grids if grid is not candidate.grid)
    found = ((grid, key) for grid in others if (key := find_key(grid.rows)))
    grid, key = (candidate.grid, candidate.key) if candidate.key else next(found, (candidate.grid, None))
    if key is None:
        return None, []
    try:
        return scheme_from_key(name, key.sizes, key.ratings), []
    except KeyNotRead as refusal:
        cell = notes.place_name(grid.name, cell_name(*min(key.cells)))
        return None, [notes.key_not_read(str(refusal), cell)]
