"""Which formulas follow from changed cells, however far away: told from what they name, none is worked out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from model.files.workbook_patch.formula_words import Words, words
from model.files.workbook_patch.formulas import Formula, formulas, read_formula
from model.files.workbook_patch.named_areas import Area, NamedAreas
from model.files.workbook_patch.parts import Parts
from model.files.workbook_patch.places import Place
from model.files.workbook_patch.rowwise import Rowwise
from model.files.workbook_patch.sheet import Sheet
from model.files.workbook_patch.touched import Spot, Touched
from model.files.workbook_patch.workbook_flag import SheetPart

# After so many rounds, what is still undecided counts as dependent.
MOST_ROUNDS = 40


class _Following(NamedTuple):
    """A formula and the areas that it names; None where it may reach anywhere."""

    spot: Spot
    areas: tuple[Area, ...] | None


@dataclass
class Dependents:
    """The formulas of a workbook.

    Most formulas of a long tracker name cells of their own row alone. They are passed over, and looked at again when
    something in their row turns out to have changed.

    Attributes:
        read: the sheets that were looked through already, by their parts.
    """

    parts: Parts
    sheets: list[SheetPart]
    read: dict[str, Sheet] = field(default_factory=dict)

    def of(self, changed: Iterable[Spot], fresh: frozenset[Spot]) -> list[Spot]:
        """Give the formulas that follow from changed cells, but for those whose results are known."""
        touched, stale = Touched(), set[Spot]()
        for spot in changed:
            touched.add(spot)
        pending = [each for about in self.sheets for each in self._far(about.key) if each.spot not in fresh]
        for _ in range(MOST_ROUNDS):
            self._settle_rows(touched, stale, fresh)
            met = [each for each in pending if each.areas is None or touched.reaches(each.areas)]
            for each in met:
                touched.add(each.spot)
                stale.add(each.spot)
            pending = [each for each in pending if each.spot not in stale]
            if not met:
                return sorted(stale)
        return sorted(stale | {each.spot for each in pending})

    def _settle_rows(self, touched: Touched, stale: set[Spot], fresh: frozenset[Spot]) -> None:
        """Find the formulas in rows with changed cells that follow from these."""
        for key, number in touched.take_news():
            row = self._sheet(key).row(number)
            for formula in formulas(self._sheet(key), row) if row else ():
                spot = key, formula.place
                if spot in fresh or spot in stale or b"shared" in formula.rest:
                    continue
                areas = self.areas.of(key, words(formula.words), formula.place, Place(0, 0))
                if areas is None or touched.reaches(areas):
                    touched.add(spot)
                    stale.add(spot)

    def _far(self, key: str) -> list[_Following]:
        """Give the formulas of a sheet that may name cells outside of their row."""
        sheet = self._sheet(key)
        shared: dict[bytes, tuple[Formula, Words]] = {}
        return [self._following(key, read_formula(sheet, found), shared) for found in self._rowwise.others(sheet)]

    def _following(self, key: str, formula: Formula, shared: dict[bytes, tuple[Formula, Words]]) -> _Following:
        """Read a formula; a shared one names what it would if it were written in its own cell."""
        first, named = formula, None
        if b"shared" in formula.rest:
            number = formula.about.get(b"si", b"")
            first, named = shared.setdefault(number, (formula, words(formula.words)))
        away = Place(formula.place.row - first.place.row, formula.place.column - first.place.column)
        areas = self.areas.of(key, named or words(formula.words), formula.place, away)
        return _Following((key, formula.place), areas)

    @cached_property
    def _rowwise(self) -> Rowwise:
        return Rowwise(self.areas)

    @cached_property
    def areas(self) -> NamedAreas:
        """What formulas name, by sheet."""
        return NamedAreas(self.parts, self.sheets)

    def _sheet(self, key: str) -> Sheet:
        if key not in self.read:
            self.read[key] = Sheet(self.parts.markup(key))
        return self.read[key]
