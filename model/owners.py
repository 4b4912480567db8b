"""Whose the savings of an open tracker are: what it says itself, and what the officer has said once."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.appendix import Assignment, committees_in, unassigned
from model.document import Document
from model.kept_choices import KeptChoices


@dataclass(frozen=True, slots=True)
class Prefix:
    """Savings whose references begin alike, with the committee that the officer has named for them."""

    text: str
    committee: str
    lines: tuple[tuple[str, str, str], ...]
    """Reference, title, and the committee that was named for this line alone."""


class Owners:
    """The committees of a tracker, as it is now; what is said of them is remembered beside the program."""

    def __init__(self, document: Document, memory: KeptChoices) -> None:
        """Begin with what was said before."""
        self._document = document
        self._memory = memory
        self.assignment = memory.assignment(document.tracker.year)

    @property
    def committees(self) -> tuple[str, ...]:
        """The committees that have a saving."""
        return committees_in(self._document.tracker.year, self.assignment)

    @property
    def unasked(self) -> bool:
        """Whether nothing is known yet of whose the savings are."""
        return not self.committees

    @property
    def without_committee(self) -> int:
        """How many savings there are of which nobody has said whose they are."""
        return len(unassigned(self._document.tracker.year, self.assignment))

    def prefixes(self) -> tuple[Prefix, ...]:
        """Give the savings by the beginning of their references, to say whose they are."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for saving in self._document.tracker.year:
            own = self.assignment.by_line.get(saving.reference, "")
            found.setdefault(_prefix(saving.reference), []).append((saving.reference, saving.title, own))
        named = self.assignment.by_prefix
        return tuple(Prefix(text, named.get(text, ""), tuple(lines)) for text, lines in found.items())

    def assign(self, by_prefix: Mapping[str, str], by_line: Mapping[str, str]) -> None:
        """Take whose savings are, and remember it; blank names nobody."""
        self.assignment = Assignment(_given(by_prefix), _given(by_line))
        self._memory.keep_assignment(self._document.tracker.year, self.assignment)


def _prefix(reference: str) -> str:
    """Give the beginning of a reference, up to its first full stop: `A/R` of `A/R.6.114`."""
    return reference.partition(".")[0]


def _given(named: Mapping[str, str]) -> dict[str, str]:
    return {key: name.strip() for key, name in named.items() if name.strip()}
