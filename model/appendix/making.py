"""An appendix for a committee: everything that it says, as words and figures, before it is laid out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from model.appendix.choice import Choice
from model.appendix.committees import NO_ASSIGNMENT, Assignment, committees_in, listed, named, savings_of
from model.appendix.notes import Share, footnotes, general_notes, share_of, why_sums_differ
from model.appendix.previous import why_not_earlier
from model.appendix.summary import Movement, Summary, movement_of, summary_of
from model.appendix.table import Table, chosen, table_of
from model.appendix.words import MONTHS, one_line, sentence_case
from model.rag import Scheme
from model.saving import Saving
from model.year import Year

UNITS = "Amounts in thousands of pounds (£000). A saving is negative, a shortfall positive."
_APPENDIX = re.compile(r"\s*(appendix\s+\w+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Key:
    """The key to the ratings as the scheme states it: the sizes, and each rating's words for them."""

    sizes: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """What an appendix says.

    Attributes:
        title: such as `Savings tracker 2017-18: Adults Committee`.
        under: council, period, the appendix's number: what stands under the title.
        source: which file it was made from, and when.
        footnotes: called by the table's lines, by number from 1.
        notes: what is said of no single line.
        shares: each committee's part, where the appendix is of the whole council.
        why_sums_differ: why they do not add up to the council's total; blank where they do.
    """

    choice: Choice
    title: str
    subject: str
    year: str
    period: str
    under: str
    source: str
    summary: Summary
    table: Table
    key: Key | None
    footnotes: tuple[str, ...]
    notes: tuple[str, ...]
    shares: tuple[Share, ...] = ()
    why_sums_differ: str = ""


def make_appendix(
    year: Year,
    choice: Choice,
    assignment: Assignment = NO_ASSIGNMENT,
    on: date | None = None,
    previous: Year | None = None,
) -> Appendix:
    """Say what an appendix has to say.

    Args:
        assignment: whose savings are, where the tracker does not say.
        on: the day that is printed; today if left out.
        previous: the tracker of an earlier period of the year, to tell what has moved since; nothing is told where
            it is none, which the pre-flight says.

    Raises:
        NoSuchCommittee: no saving belongs to a committee that was chosen.
    """
    committees = named(choice.committees, year, assignment)
    savings = savings_of(committees, year, assignment)
    shown = chosen(savings, year, choice.lines)
    notes = footnotes(shown, year, assignment)
    subject = subject_of(committees, year, assignment)
    return Appendix(
        choice=choice,
        title=": ".join(filter(None, [base_title(year), subject])),
        subject=subject,
        year=year.year,
        period=one_line(year.period),
        under=_under(year, choice),
        source=_source(year, on or datetime.now(UTC).astimezone().date()),
        summary=summary_of(savings, year, _movement(savings, year, committees, assignment, previous)),
        table=table_of(shown, year, choice, notes.by_line),
        key=_key(year.scheme),
        footnotes=tuple(notes.words),
        notes=general_notes(savings, len(shown), year, choice),
        shares=() if committees else _shares(year, assignment),
        why_sums_differ="" if committees else why_sums_differ(year, assignment),
    )


def base_title(year: Year) -> str:
    """Name the tracker: `Savings tracker 2017-18`; its own title where it does not say its year."""
    return f"Savings tracker {year.year}" if year.year else one_line(year.title) or "Savings tracker"


def subject_of(committees: Sequence[str], year: Year, assignment: Assignment) -> str:
    """Name whose appendix it is: `Adults Committee`, `Adults and C&YP Committees`; blank without committees."""
    if not committees:
        return "All committees" if committees_in(year, assignment) else ""
    if all("committee" in name.casefold() for name in committees):
        return listed(tuple(committees))
    return f"{listed(tuple(committees))} Committee{'s' * (len(committees) > 1)}"


def _under(year: Year, choice: Choice) -> str:
    said = (one_line(choice.council), sentence_case(one_line(year.period)), _number(year, choice))
    return " · ".join(filter(None, said))


def _number(year: Year, choice: Choice) -> str:
    found = _APPENDIX.match(year.title)
    return one_line(choice.appendix) or (sentence_case(found[1]) if found else "")


def _source(year: Year, on: date) -> str:
    day = f"{on.day} {MONTHS[on.month - 1]} {on.year}"
    return f"From {year.source}, {day}" if year.source else day


def _movement(
    savings: Sequence[Saving], year: Year, committees: tuple[str, ...], assignment: Assignment, previous: Year | None
) -> Movement | None:
    if previous is None or why_not_earlier(year, previous):
        return None
    return movement_of((savings, year), (savings_of(committees, previous, assignment), previous))


def _shares(year: Year, assignment: Assignment) -> tuple[Share, ...]:
    names = committees_in(year, assignment)
    return tuple(share_of(name, savings_of((name,), year, assignment)) for name in names)


def _key(scheme: Scheme | None) -> Key | None:
    if scheme is None or not scheme.key:
        return None
    return Key(scheme.sizes, tuple(scheme.key.items()))
