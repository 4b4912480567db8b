"""Decides what a save has to write; everything that can be refused is refused here."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from model.files.workbook_patch.changes import Changes, Wanted, wanted
from model.files.workbook_patch.held import Held
from model.files.workbook_patch.markup import Markup, spliced
from model.files.workbook_patch.parts import Parts
from model.files.workbook_patch.places import Place
from model.files.workbook_patch.plan import Plan
from model.files.workbook_patch.reading import Shown, shown
from model.files.workbook_patch.receipt import CellChange
from model.files.workbook_patch.sheet import Sheet
from model.files.workbook_patch.sheet_edit import SheetEdit
from model.files.workbook_patch.workbook_flag import SheetPart, find_sheet, recalculated, worksheets

SIGNED = (
    "The workbook carries a digital signature. It is still in the file, but no longer holds, as cells have changed: "
    "have it signed again."
)


@dataclass
class _SheetPlan:
    """What was found out about one sheet so far."""

    about: SheetPart
    sheet: Sheet
    wanted: dict[Place, Wanted] = field(default_factory=dict)
    before: dict[Place, Shown] = field(default_factory=dict)


class Planning:
    """Goes from changes to a plan."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._sheets = worksheets(parts)
        self._plans: dict[str, _SheetPlan] = {}

    def plan(self, changes: Changes) -> Plan | None:
        """Give the plan; None where nothing would change.

        Raises:
            Refusal: Something asked for can't be done.
        """
        for (name, cell), change in changes.items():
            about = find_sheet(self._parts, self._sheets, name)
            self._take(about, wanted(self._parts.path, name, cell, change))
        plans = {key: plan for key, plan in self._plans.items() if plan.wanted}
        return self._made(plans) if plans else None

    def _take(self, about: SheetPart, wish: Wanted) -> None:
        """Keep a change, if it is one."""
        plan = self._plans.get(about.key) or _SheetPlan(about, Sheet(self._parts.markup(about.key)))
        self._plans[about.key] = plan
        cell = plan.sheet.cell(wish.place)
        element = plan.sheet.markup.tree(plan.sheet.text[cell.begin : cell.end])[0] if cell else None
        before = shown(element, self.shared) if element is not None else Shown(None, None)
        if _is_so(wish, before):
            return
        self._held(plan).check(wish, element)
        plan.wanted[wish.place], plan.before[wish.place] = wish, before

    def _held(self, plan: _SheetPlan) -> Held:
        return Held(self._parts, plan.about, plan.sheet)

    @property
    def shared(self) -> Markup | None:
        """The texts that cells refer to."""
        relations = self._parts.relations(self._parts.workbook)
        found = (each.target for each in relations if each.kind == "sharedStrings" and each.target in self._parts)
        return next((self._parts.markup(key) for key in found), None)

    def _made(self, plans: dict[str, _SheetPlan]) -> Plan:
        sheets, edits = {}, {}
        for key, plan in plans.items():
            sheets[key] = SheetEdit(plan.sheet, plan.wanted, {}, {}, frozenset())
            edits[key] = spliced(plan.sheet.text, sheets[key].splices())
        workbook = self._parts.markup(self._parts.workbook)
        if splices := recalculated(workbook):
            edits[self._parts.workbook] = spliced(workbook.text, splices)
        cells = tuple(change for plan in plans.values() for change in _changes(plan))
        warnings = (SIGNED,) if any(key.startswith("_xmlsignatures/") for key in self._parts) else ()
        return Plan(self._parts, edits, frozenset(), sheets, frozenset(), cells, (), self.shared, warnings)


def _is_so(wish: Wanted, before: Shown) -> bool:
    """Whether a cell is what it is wanted to be already."""
    same = type(wish.value) is type(before.value) and wish.value == before.value
    return same and not wish.is_styled and (wish.follows or before.formula is None)


def _changes(plan: _SheetPlan) -> Iterable[CellChange]:
    for place, wish in plan.wanted.items():
        yield CellChange(plan.about.name, str(place), plan.before[place].value, wish.value)
