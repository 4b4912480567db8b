"""Decides what a save has to write; everything that can be refused is refused here."""

from model.files.workbook_patch.calc_chain import leaving, part_leaving
from model.files.workbook_patch.changes import Cached, Changes, wanted
from model.files.workbook_patch.dependents import Dependents
from model.files.workbook_patch.markup import Markup, Splice
from model.files.workbook_patch.parts import Parts
from model.files.workbook_patch.places import Place
from model.files.workbook_patch.plan import Plan
from model.files.workbook_patch.sheet_edit import SheetEdit
from model.files.workbook_patch.sheet_plan import SheetPlan
from model.files.workbook_patch.styles import Styles
from model.files.workbook_patch.sums import Sums
from model.files.workbook_patch.touched import Spot
from model.files.workbook_patch.workbook_flag import find_sheet, recalculated, worksheets

SIGNED = (
    "The workbook carries a digital signature. It is still in the file, but no longer holds, as cells have changed: "
    "have it signed again."
)


class Planning:
    """Goes from changes to a plan."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._sheets = worksheets(parts)
        self._shared = self._related("sharedStrings")
        self._plans: dict[str, SheetPlan] = {}
        self._splices: dict[str, list[Splice]] = {}
        self._gone: set[str] = set()
        self._styles: Styles | None = None

    def plan(self, changes: Changes) -> Plan | None:
        """Give the plan; None where nothing would change.

        Raises:
            Refusal: Something asked for can't be done.
        """
        for (name, cell), change in changes.items():
            about = find_sheet(self._parts, self._sheets, name)
            if about.key not in self._plans:
                self._plans[about.key] = SheetPlan(self._parts, about)
            self._plans[about.key].take(wanted(self._parts.path, name, cell, change), self._shared_markup)
        if any(plan.is_styled for plan in self._plans.values()):
            self._styles = Styles(self._parts.markup(self._related("styles")))
            for plan in self._plans.values():
                plan.choose_looks(self._styles)
        plans = {key: plan for key, plan in self._plans.items() if plan.wanted}
        return self._made(plans) if plans else None

    @property
    def _shared_markup(self) -> Markup | None:
        return self._parts.markup(self._shared) if self._shared else None

    def _related(self, kind: str) -> str:
        """Give the key of a part that the workbook refers to; blank where it has none of that kind."""
        relations = self._parts.relations(self._parts.workbook)
        return next((each.target for each in relations if each.kind == kind and each.target in self._parts), "")

    def _made(self, plans: dict[str, SheetPlan]) -> Plan:
        left = frozenset((plan.about.number, str(place)) for plan in plans.values() for place in plan.bare())
        stale = self._stale(plans)
        plans = {key: plan for key, plan in self._plans.items() if plan.wanted}
        sheets = self._edits(plans, stale)
        self._take(self._parts.workbook, recalculated(self._parts.markup(self._parts.workbook)))
        self._leave_chain(left)
        names = {about.key: about.name for about in self._sheets}
        return Plan(
            parts=self._parts,
            edits=self._splices,
            gone=frozenset(self._gone),
            sheets=sheets,
            left_chain=left,
            cells=tuple(change for plan in plans.values() for change in plan.changes()),
            stale=tuple((names[key], str(place)) for key, places in stale.items() for place in sorted(places)),
            shared=self._shared_markup,
            warnings=(SIGNED,) if any(key.startswith("_xmlsignatures/") for key in self._parts) else (),
        )

    def _take(self, key: str, splices: list[Splice]) -> None:
        if splices:
            self._splices[key] = splices

    def _stale(self, plans: dict[str, SheetPlan]) -> dict[str, set[Place]]:
        """Give the formulas elsewhere that follow from the changes, by sheet."""
        changed = [(key, place) for key, plan in plans.items() for place in plan.wanted]
        fresh = frozenset((key, place) for key, plan in self._plans.items() for place in plan.asked)
        dependents = Dependents(self._parts, self._sheets, {key: plan.sheet for key, plan in self._plans.items()})
        found = dependents.of(changed, fresh)
        summed = self._summed(dependents, frozenset(found))
        stale: dict[str, set[Place]] = {}
        for key, place in found:
            if (key, place) not in summed:
                stale.setdefault(key, set()).add(place)
        return stale

    def _summed(self, dependents: Dependents, stale: frozenset[Spot]) -> set[Spot]:
        """Give sums among stale formulas their fresh results, and tell which have one."""
        values = {(key, at): wish.value for key, plan in self._plans.items() for at, wish in plan.wanted.items()}
        sums = Sums(dependents.read, dependents.areas, values, stale)
        summed = list(sums.results()) if stale else []
        about = {each.key: each for each in self._sheets}
        for (key, place), result in summed:
            plan = self._plans.setdefault(key, SheetPlan(self._parts, about[key]))
            plan.take(wanted(self._parts.path, about[key].name, str(place), Cached(result)), self._shared_markup)
        return {spot for spot, _ in summed}

    def _edits(self, plans: dict[str, SheetPlan], stale: dict[str, set[Place]]) -> dict[str, SheetEdit]:
        about = {each.key: each for each in self._sheets}
        edits = {}
        for key in [*plans, *(key for key in stale if key not in plans)]:
            plan = plans.get(key) or SheetPlan(self._parts, about[key])
            edits[key] = SheetEdit(plan.sheet, plan.wanted, plan.looks, plan.rehomed(), frozenset(stale.get(key, ())))
            self._take(key, edits[key].splices())
        if self._styles is not None:
            self._take(self._related("styles"), self._styles.splices())
        return edits

    def _leave_chain(self, left: frozenset[tuple[str, str]]) -> None:
        """Take cells that have no formula any more out of the list of formulas, and an empty list out of the file."""
        key = self._related("calcChain")
        if not key or not left:
            return
        splices = leaving(self._parts.markup(key), left)
        if splices is not None:
            self._take(key, splices)
            return
        self._gone.add(key)
        for owner, without in part_leaving(self._parts, self._parts.workbook, key).items():
            self._take(owner, without)
