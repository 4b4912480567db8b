"""Whose a saving is: by the tracker's own column, or as the officer has said where it has none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from model.appendix.refused import NoSuchCommittee
from model.saving import Saving
from model.year import Year, committees_of

NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Assignment:
    """What the officer has said about whose savings are; it stands beside the program, never in the workbook.

    Attributes:
        by_prefix: committees by the beginning of a reference, such as `A/R` or `A/R.6`; the longest one counts.
        by_line: committees by whole reference; they count more than the tracker's own column.
    """

    by_prefix: Mapping[str, str] = field(default_factory=lambda: NOBODY)
    by_line: Mapping[str, str] = field(default_factory=lambda: NOBODY)

    def committees(self, saving: Saving) -> tuple[str, ...]:
        """Name the committees of a saving; several may share it, and none may."""
        if saving.reference in self.by_line:
            return committees_of(self.by_line[saving.reference])
        printed = committees_of(saving.committee)
        begun = [prefix for prefix in self.by_prefix if prefix and saving.reference.startswith(prefix)]
        return printed or committees_of(self.by_prefix[max(begun, key=len)] if begun else "")


NO_ASSIGNMENT = Assignment()


def committees_in(year: Year, assignment: Assignment = NO_ASSIGNMENT) -> tuple[str, ...]:
    """Name the committees that have a saving, in alphabetical order."""
    return tuple(sorted({name for saving in year for name in assignment.committees(saving)}, key=_in_order))


def unassigned(year: Year, assignment: Assignment = NO_ASSIGNMENT) -> tuple[Saving, ...]:
    """Give the savings of which nobody has said whose they are."""
    return tuple(saving for saving in year if not assignment.committees(saving))


def named(wanted: tuple[str, ...], year: Year, assignment: Assignment = NO_ASSIGNMENT) -> tuple[str, ...]:
    """Give committees as the tracker spells them, whatever the case in which they were asked for.

    Raises:
        NoSuchCommittee: no saving belongs to one of them.
    """
    known = committees_in(year, assignment)
    spelt = {name.casefold(): name for name in known}
    for name in wanted:
        if name.strip().casefold() not in spelt:
            raise NoSuchCommittee(name, known)
    return tuple(dict.fromkeys(spelt[name.strip().casefold()] for name in wanted))


def savings_of(wanted: tuple[str, ...], year: Year, assignment: Assignment = NO_ASSIGNMENT) -> tuple[Saving, ...]:
    """Give the savings of some committees, each once, in the tracker's order; all of them where none is named."""
    if not wanted:
        return year.savings
    return tuple(saving for saving in year if not set(wanted).isdisjoint(assignment.committees(saving)))


def listed(names: tuple[str, ...]) -> str:
    """Give names as a sentence has them: `Adults, C&YP and Health`."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _in_order(name: str) -> tuple[str, str]:
    return name.casefold(), name
