"""What does not agree within a source, of a tracker as it was read: no edit of a line mends or makes any of it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from operator import attrgetter

from model.fields import FIELD, FIGURES
from model.findings.saying import caller, say
from model.money import ZERO, show_amount
from model.saving import Saving
from model.year import Finding, Severity, Year

PASTED = 80
_HEAD = 40
# Where a sentence may begin, with as much of it as tells texts apart.
_BEGINNING = re.compile(rf"\s(?=([A-Z0-9“‘'\"(].{{{_HEAD - 1}}}))", re.DOTALL)


def repeated_references(year: Year) -> Iterator[Finding]:
    """Each line whose reference another line has too, whatever the spaces and the case."""
    lines: defaultdict[str, list[Saving]] = defaultdict(list)
    for saving in year:
        lines["".join(saving.reference.split()).casefold()].append(saving)
    for reference, sharing in lines.items():
        if reference and len(sharing) > 1:
            sentence = f"this reference stands on {len(sharing)} lines: {_places(sharing)}."
            for saving in sharing:
                yield from say(saving, year, "reference-repeated", Severity.ERROR, sentence, "reference")


def _places(sharing: list[Saving]) -> str:
    rows = [f"row {saving.place.row}" if saving.place.row else f"line {saving.line + 1}" for saving in sharing]
    return f"{', '.join(rows[:-1])} and {rows[-1]}"


def grand_totals(year: Year) -> Iterator[Finding]:
    """Printed totals that the lines do not add up to; a total of zero over blanks is none."""
    for key, printed in year.printed_totals.items():
        if key not in FIGURES:
            continue
        total = sum((amount for amount in map(attrgetter(key), year.savings) if amount is not None), ZERO)
        if total != printed:
            sums = f"is {show_amount(printed)}, the lines add to {show_amount(total)}"
            message = f"The printed total of the {FIELD[key].name} {sums}."
            yield Finding("grand-total", Severity.ERROR, message, key=key)


def pasted_descriptions(year: Year) -> Iterator[Finding]:
    """Descriptions with the whole of another line's in their midst."""
    owners: dict[str, Saving] = {}
    for saving in year:
        if len(saving.description) >= PASTED:
            owners.setdefault(saving.description.strip(), saving)
    pasted = dict(_pasted(tuple(owners)))
    for saving in year:
        if other := pasted.get(saving.description.strip()):
            sentence = f"the description holds the whole of {caller(owners[other])}'s."
            yield from say(saving, year, "pasted", Severity.NOTE, sentence, "description")


def _pasted(texts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    by_head: defaultdict[str, list[str]] = defaultdict(list)
    for text in texts:
        by_head[text[:_HEAD]].append(text)
    shortest = min(map(len, texts), default=0)
    for text in texts:
        if by_head.keys().isdisjoint(_BEGINNING.findall(text, 0, len(text) - shortest + _HEAD)):
            continue
        for found in _BEGINNING.finditer(text):
            for other in by_head.get(found[1], ()):
                if text.startswith(other, found.start(1)):
                    yield text, other


RULES = (repeated_references, grand_totals, pasted_descriptions)
