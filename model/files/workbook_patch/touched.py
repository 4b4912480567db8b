"""Cells that have changed, asked for by area."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from model.files.workbook_patch.named_areas import Area
from model.files.workbook_patch.places import Block, Place

Spot = tuple[str, Place]


@dataclass
class Touched:
    """Changed cells, by sheet and column; `news` are the rows in which something was added since they were taken."""

    rows: dict[tuple[str, int], set[int]] = field(default_factory=dict)
    news: set[tuple[str, int]] = field(default_factory=set)

    def add(self, spot: Spot) -> None:
        """Note a cell."""
        key, place = spot
        self.rows.setdefault((key, place.column), set()).add(place.row)
        self.news.add((key, place.row))

    def take_news(self) -> Iterator[tuple[str, int]]:
        """Give rows with new cells until there are none."""
        while self.news:
            yield self.news.pop()

    def reaches(self, areas: Iterable[Area]) -> bool:
        """Whether one of the cells lies in one of the areas."""
        return any(self._in(key, area) for key, area in areas)

    def _in(self, key: str, area: Block) -> bool:
        columns = [column for sheet, column in self.rows if sheet == key and area.left <= column <= area.right]
        return any(_meets(self.rows[key, column], area) for column in columns)


def _meets(rows: set[int], area: Block) -> bool:
    if area.bottom - area.top < len(rows):
        return any(row in rows for row in range(area.top, area.bottom + 1))
    return any(area.top <= row <= area.bottom for row in rows)
