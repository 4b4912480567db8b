"""What is to become of one sheet, gathered change by change."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from model.files.workbook_patch.changes import Shows, Wanted
from model.files.workbook_patch.formulas import rehomed
from model.files.workbook_patch.held import Held
from model.files.workbook_patch.markup import Markup, attributes, whole
from model.files.workbook_patch.parts import Parts
from model.files.workbook_patch.places import Place
from model.files.workbook_patch.reading import Shown, shown
from model.files.workbook_patch.receipt import CellChange
from model.files.workbook_patch.refused import CellHeld
from model.files.workbook_patch.sheet import Sheet
from model.files.workbook_patch.sheet_edit import SheetEdit
from model.files.workbook_patch.styles import Styles
from model.files.workbook_patch.workbook_flag import SheetPart


@dataclass
class SheetPlan:
    """One sheet: `asked` are all cells that were named, `wanted` those that change, `before` what they held.

    `looks` are the numbers of the looks of those that get another one.
    """

    parts: Parts
    about: SheetPart
    asked: set[Place] = field(default_factory=set)
    wanted: dict[Place, Wanted] = field(default_factory=dict)
    before: dict[Place, Shown] = field(default_factory=dict)
    looks: dict[Place, int] = field(default_factory=dict)

    @cached_property
    def sheet(self) -> Sheet:
        """The sheet as it is."""
        return Sheet(self.parts.markup(self.about.key))

    @cached_property
    def _held(self) -> Held:
        return Held(self.parts, self.about, self.sheet)

    def take(self, wish: Wanted, shared: Markup | None) -> None:
        """Keep a change, if it is one.

        Raises:
            CellHeld: The cell can't be changed by itself.
        """
        row = self.sheet.row(wish.place.row)
        element = self.sheet.elements(row).get(wish.place.column) if row else None
        before = shown(element, shared) if element is not None else Shown(None, None)
        self.asked.add(wish.place)
        if wish.is_styled or not _has_value(wish, before):
            self._held.check(wish, element)
            self.wanted[wish.place], self.before[wish.place] = wish, before

    def bare(self) -> Iterator[Place]:
        """Give the cells that lose a formula."""
        return (at for at, wish in self.wanted.items() if not wish.follows and self.before[at].formula is not None)

    def rehomed(self) -> dict[Place, bytes]:
        """Give the formulas that other cells get, because they were written in a cell that loses its own.

        Raises:
            CellHeld: One would name cells outside of the sheet.
        """
        leaving = list(self.bare())
        if not any((formula := self.before[at].formula) is not None and formula.get("si") for at in leaving):
            return {}
        written: dict[Place, bytes] = {}
        for at, text in rehomed(self.sheet, leaving).items():
            if text is None:
                raise CellHeld(self.parts.path, self.about.name, str(at), "shares its formula with a cell that changes")
            written[at] = text
        return written

    @property
    def is_styled(self) -> bool:
        """Whether a cell is to get another look."""
        return any(wish.is_styled for wish in self.wanted.values())

    def choose_looks(self, styles: Styles) -> None:
        """Number the looks that cells get; a cell that has its value and its look already is left alone."""
        for at, wish in list(self.wanted.items()):
            if wish.is_styled:
                like = self.look_of(wish.like) if wish.like else None
                self.looks[at] = styles.number(wish, self.look_of(at), like)
                if self.sheet.cell(at) and self.looks[at] == self.look_of(at) and _has_value(wish, self.before[at]):
                    del self.wanted[at], self.looks[at]

    def look_of(self, at: Place) -> int:
        """Give the number of a cell's look; one that is not there has that of its row or column."""
        cell = self.sheet.cell(at)
        given = attributes(cell.rest).get(b"s") if cell else self._edit.inherited_style(at, self.sheet.row(at.row))
        number = whole(given or b"0")
        if number is None:
            raise self.sheet.damaged("has a cell whose look has no number")
        return number

    @cached_property
    def _edit(self) -> SheetEdit:
        return SheetEdit(self.sheet, {}, {}, {}, frozenset())

    def changes(self) -> Iterator[CellChange]:
        """Give what is to be told of the sheet."""
        for at, wish in self.wanted.items():
            yield CellChange(self.about.name, str(at), self.before[at].value, wish.value)


def _has_value(wish: Wanted, before: Shown) -> bool:
    """Whether a cell holds what it is wanted to hold already."""
    same = type(wish.value) is type(before.value) and _as_held(wish.value) == _as_held(before.value)
    return same and (wish.follows or before.formula is None)


def _as_held(value: Shows) -> Shows | float:
    """Give a value as spreadsheet programs hold it: 0.1 is written as 0.10000000000000001 by some."""
    return float(value) if isinstance(value, Decimal) else value
