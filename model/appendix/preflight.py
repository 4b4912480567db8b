"""What would embarrass in print: looked for before an appendix is published, and never in the officer's way."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from model.appendix.choice import ALWAYS, Choice
from model.appendix.committees import NO_ASSIGNMENT, Assignment, named, savings_of, unassigned
from model.appendix.previous import why_not_earlier
from model.appendix.words import MONTHS, counted
from model.year import Finding, Year

_TEXT_FAULTS = ("cut-off", "pasted")
_MENDED = ("tags", "zero-text")  # the appendix leaves out tags and a 0 for empty by itself
_KINDS = {"no-commentary": "NO_COMMENTARY", "review": "TO_REVIEW"}
_NO_COUNCIL = "No council is named, so the appendix does not say whose it is."
_YEARS = re.compile(r"(?<!\d)(?:20)?(\d\d)[-_/–](?:20)?(\d\d)(?!\d)")
_QUARTER = re.compile(r"(?<![a-z])q(?:uarter|tr)?[\s_.-]*([1-4])(?!\d)", re.IGNORECASE)
_BEGINNINGS = "|".join(month[:3] for month in MONTHS)
_MONTH = re.compile(rf"(?<![a-z])(?=({_BEGINNINGS}))(?:{'|'.join(MONTHS)}|{_BEGINNINGS}|sept)(?![a-z])", re.IGNORECASE)


class Sort(StrEnum):
    """What a remark is about."""

    NO_COMMENTARY = "no commentary"
    TEXT = "text"
    TO_REVIEW = "rating to review"
    FINDING = "finding"
    PERIOD = "period"
    COMMITTEE = "committee"
    COUNCIL = "council"
    UNSAVED = "not saved"
    SMALL_PRINT = "small print"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at before publishing.

    Attributes:
        reference: the saving concerned; blank for the tracker as a whole.
        elsewhere: whether it is about a saving, or a text of one, that this appendix does not print.
    """

    sort: Sort
    sentence: str
    reference: str = ""
    elsewhere: bool = False


def preflight(
    year: Year,
    findings: Iterable[Finding],
    choice: Choice,
    assignment: Assignment = NO_ASSIGNMENT,
    unsaved: int = 0,
    previous: Year | None = None,
) -> tuple[Remark, ...]:
    """List what would embarrass: first what this appendix prints, then what stands elsewhere in the tracker.

    Args:
        findings: what does not agree in the tracker.
        unsaved: how many changes are not saved.
        previous: the tracker of an earlier period, as it is given to the appendix.
    """
    printed = {saving.line for saving in savings_of(named(choice.committees, year, assignment), year, assignment)}
    fields = {*ALWAYS, *choice.columns, *(["description"] if choice.descriptions else [])}
    remarks = [*_of_whole(year, assignment, unsaved), *_of_findings(findings, printed, fields)]
    if not choice.council:
        remarks.append(Remark(Sort.COUNCIL, _NO_COUNCIL))
    if previous is not None and (why := why_not_earlier(year, previous)):
        remarks.append(Remark(Sort.PERIOD, why))
    order = list(Sort)
    return tuple(sorted(remarks, key=lambda remark: (remark.elsewhere, order.index(remark.sort))))


def _of_findings(findings: Iterable[Finding], printed: set[int], fields: set[str]) -> Iterator[Remark]:
    """List findings, as elsewhere what is of a line, or a fault in a text of a field, that is not printed."""
    for finding in findings:
        if finding.code in _MENDED:
            continue
        elsewhere = finding.line is not None and finding.line not in printed
        unprinted = finding.code in _TEXT_FAULTS and finding.key not in fields
        yield Remark(_sort(finding), finding.message, finding.reference, elsewhere or unprinted)


def _sort(finding: Finding) -> Sort:
    if finding.code in _TEXT_FAULTS:
        return Sort.TEXT
    return Sort[_KINDS.get(finding.code, "FINDING")]


def _of_whole(year: Year, assignment: Assignment, unsaved: int) -> Iterator[Remark]:
    if unsaved:
        yield Remark(Sort.UNSAVED, f"{counted(unsaved, 'change')} of this tracker {_is(unsaved)} not saved yet.")
    if not year.period:
        yield Remark(Sort.PERIOD, "The tracker does not say which period it is of.")
    yield from _of_file_name(year)
    nobodys = unassigned(year, assignment)
    if nobodys and len(nobodys) < len(year.savings):
        named_first = ", ".join(saving.reference for saving in nobodys[:5])
        more = f" and {len(nobodys) - 5} more" if len(nobodys) > 5 else ""  # noqa: PLR2004 - as above
        yield Remark(Sort.COMMITTEE, f"{counted(len(nobodys))} of no committee: {named_first}{more}.")


def _of_file_name(year: Year) -> Iterator[Remark]:
    """Compare what the file's name says of year and period with what the tracker says, where both say it."""
    told = f"{year.title} {year.period}"
    for pattern, said in ((_YEARS, f"{year.year} {told}"), (_QUARTER, told), (_MONTH, told)):
        in_name, in_file = _all(pattern, year.source), _all(pattern, said)
        if in_name and in_file and in_name.isdisjoint(in_file):
            period = ", ".join(filter(None, [year.year, year.period]))
            yield Remark(Sort.PERIOD, f"The file is named “{year.source}”, but the tracker in it is of {period}.")
            return


def _all(pattern: re.Pattern[str], text: str) -> set[tuple[str, ...]]:
    return {tuple(part.casefold() for part in found.groups()) for found in pattern.finditer(text)}


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
