"""A finance officer for tests: does at the session what a person does at the window."""

from decimal import Decimal
from pathlib import Path

from builders import figures
from fake_prompts import FakePrompts
from model.blocks import Area
from model.document import Document
from model.lines_shown import Filter, Marks, Sorting, lines_shown
from model.program import new_session
from model.rating import rating_of
from model.saving import Saving
from model.tracker import Tracker

Row = tuple[Decimal | None, ...]


class Officer:
    """Opens trackers and works on the current one, by reference and field."""

    def __init__(self) -> None:
        self.prompts = FakePrompts()
        self.session = new_session(self.prompts)

    @property
    def document(self) -> Document:
        """The tracker in front."""
        assert self.session.current
        return self.session.current

    @property
    def tracker(self) -> Tracker:
        """What the document holds."""
        return self.document.tracker

    def opens(self, path: Path) -> Document:
        """Opens a file that must open."""
        document = self.session.open(path)
        assert document, self.prompts.refused
        return document

    def sees(self, reference: str) -> Saving:
        """The line of a reference."""
        return self.tracker[reference]

    def types(self, reference: str, key: str, text: str) -> bool:
        """Types into a cell."""
        return self.document.edit(self.sees(reference).line, key, text)

    def pastes(self, reference: str, key: str, text: str, markup: str = "") -> bool:
        """Pastes at a cell, with every line and column shown in the tracker's order."""
        lines = lines_shown(self.tracker.year, Filter(), Sorting(), Marks())
        keys = [column.key for column in self.tracker.year.layout]
        area = Area(lines[self.sees(reference).line :], keys[keys.index(key) :])
        return self.document.paste(area, text, markup)

    def saves_as(self, path: Path) -> bool:
        """Saves under a name."""
        self.prompts.to_write = path
        return self.session.save_as()

    def rating(self, reference: str) -> str:
        """The rating that a line shows."""
        return rating_of(self.sees(reference), self.tracker.year.scheme).name

    def totals(self) -> Row:
        """Plan, forecast and variance of all lines."""
        totals = self.tracker.totals()
        return (totals.plan_total, totals.forecast_total, totals.variance)

    def ratings(self) -> dict[str, int]:
        """How many lines have each rating."""
        return dict(+self.tracker.totals().ratings)

    def changed(self) -> set[tuple[str, str]]:
        """The cells that are marked as changed, by reference and field."""
        return {
            (saving.reference, column.key)
            for saving in self.tracker.year
            for column in self.tracker.year.layout
            if self.tracker.changed(saving.line, column.key)
        }


def row(*amounts: int | str | None) -> Row:
    """Amounts to compare with, in £000."""
    return figures(*amounts)
