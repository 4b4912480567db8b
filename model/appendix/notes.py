"""What is said below the table: footnotes of lines, how the ratings came about, why sums differ."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from model.appendix.choice import Choice, Lines
from model.appendix.committees import Assignment, listed
from model.appendix.words import counted, one_line
from model.money import ZERO, show_amount
from model.rating import Origin, rating_of
from model.saving import Saving
from model.year import Year


@dataclass(slots=True)
class Footnotes:
    """Footnotes by number, and the lines that they belong to.

    Attributes:
        words: each footnote once, in the order in which the lines first call them.
        by_line: the numbers of a line's footnotes, from 1.
    """

    words: list[str] = field(default_factory=list)
    by_line: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def add(self, saving: Saving, words: str) -> None:
        """Give a line a footnote; the same words are one footnote."""
        if words not in self.words:
            self.words.append(words)
        self.by_line[saving.line] = (*self.by_line.get(saving.line, ()), self.words.index(words) + 1)


def footnotes(savings: Sequence[Saving], year: Year, assignment: Assignment) -> Footnotes:
    """Give the footnotes of savings: shared by committees, rated by the officer's own reason."""
    notes = Footnotes()
    for saving in savings:
        owners = assignment.committees(saving)
        if len(owners) > 1:
            notes.add(saving, f"Shared by {listed(owners)}: stands in the appendix of each, with its whole amount.")
        rating = rating_of(saving, year.scheme)
        if rating.origin is Origin.OVERRIDDEN:
            reason = one_line(saving.override_reason).rstrip(".")
            due = f"By the key its rating is {rating.calculated or 'none'}. " if rating.calculated is not None else ""
            notes.add(saving, f"{due}Rated {rating.name} for this reason: {reason}.")
    return notes


def general_notes(savings: Sequence[Saving], shown: int, year: Year, choice: Choice) -> tuple[str, ...]:
    """Give the notes that are about no single line."""
    notes = []
    if choice.lines is not Lines.ALL:
        which = "not complete" if choice.lines is Lines.NOT_COMPLETE else "rated Red or Black"
        notes.append(
            f"The table lists the savings that are {which}: {shown} of {len(savings)}. Its totals are theirs; the "
            f"summary is of all {len(savings)}."
        )
    if year.scheme is None:
        notes.append("Ratings are as judged by the council; the tracker prints no key to them.")
    return tuple(notes)


@dataclass(frozen=True, slots=True)
class Share:
    """One committee's part of the council's total, in £000; shared savings are whole in each part."""

    name: str
    count: int
    plan: Decimal
    forecast: Decimal
    variance: Decimal


def share_of(name: str, savings: Sequence[Saving]) -> Share:
    """Add up the savings of a committee."""
    return Share(
        name,
        len(savings),
        sum((saving.plan_total or ZERO for saving in savings), ZERO),
        sum((saving.forecast_total or ZERO for saving in savings), ZERO),
        sum((saving.variance or ZERO for saving in savings), ZERO),
    )


def why_sums_differ(year: Year, assignment: Assignment) -> str:
    """Say why the committees' plans do not add up to the council's; blank where they do, or there are none."""
    owners = {saving.line: assignment.committees(saving) for saving in year}
    names = {name for committees in owners.values() for name in committees}
    shared = [saving for saving in year if len(owners[saving.line]) > 1]
    nobodys = [saving for saving in year if not owners[saving.line]]
    if not names or not (shared or nobodys):
        return ""
    council = share_of("", year.savings).plan
    together = sum(((saving.plan_total or ZERO) * len(owners[saving.line]) for saving in year), ZERO)
    parts = [f"The committees' plans add up to {show_amount(together)}, the council's is {show_amount(council)}."]
    if shared:
        more = sum(((saving.plan_total or ZERO) * (len(owners[saving.line]) - 1) for saving in shared), ZERO)
        which = ", ".join(f"{saving.reference} ({listed(owners[saving.line])})" for saving in shared)
        parts.append(f"{show_amount(abs(more))} is counted more than once, as committees share {which}.")
    if nobodys:
        sum_of_theirs = show_amount(share_of("", nobodys).plan)
        verb = "belongs" if len(nobodys) == 1 else "belong"
        parts.append(f"{counted(len(nobodys))} with a plan of {sum_of_theirs} {verb} to no committee.")
    return " ".join(parts)
