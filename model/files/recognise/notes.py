"""What the reader could not place, each as a finding with its cell."""

from collections.abc import Iterator, Mapping, Sequence

from model.fields import FIELD, Kind
from model.files.grid import cell_name
from model.saving import Saving
from model.year import Finding, Severity

_LONGEST = 60
_CODES = {
    Kind.AMOUNT: ("not-a-number", Severity.ERROR),
    Kind.PERCENT: ("not-a-number", Severity.WARNING),
    Kind.RATING: ("unknown-rating", Severity.WARNING),
    Kind.DIRECTION: ("unknown-direction", Severity.WARNING),
    Kind.COMPLETE: ("unknown-complete", Severity.WARNING),
}
_ADVICE = {
    Kind.AMOUNT: "is not an amount and counts as blank. Type thousands of pounds in its place, such as -50.",
    Kind.PERCENT: "is not a percentage.",
    Kind.RATING: "is none of Red, Amber, Green, Black and Blue. It stands as read until a rating is chosen.",
    Kind.DIRECTION: "is no direction that the program knows. Choose improving, no change or worsening.",
    Kind.COMPLETE: "is neither Yes nor No. Choose one of them.",
}
_WHERE = {Kind.RATING: "as the rating", Kind.DIRECTION: "as the direction of travel", Kind.COMPLETE: "as complete"}


def quoted(text: str) -> str:
    """Quote text from a cell in a sentence, cut where it is long."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[:_LONGEST]}…”"


def place_name(sheet: str, cell: str) -> str:
    """Name a cell with its sheet: `2020-21!N35`; a text file has no sheets."""
    return f"{sheet}!{cell}" if sheet and cell else cell


def unread(saving: Saving, key: str, text: str) -> Finding:
    """Say that a cell is not what its column holds."""
    kind = FIELD[key].kind
    code, severity = _CODES[kind]
    where = _WHERE.get(kind, f"in the {FIELD[key].name}")
    return Finding(
        code,
        severity,
        f"{quoted(text)} {where} of {saving.reference or quoted(saving.title)} {_ADVICE[kind]}",
        saving.line,
        saving.reference,
        key,
        place_name(saving.place.sheet, saving.place.cell(key)),
    )


def reference_missing(savings: Sequence[Saving], *, has_column: bool) -> Iterator[Finding]:
    """Say which lines have no reference, or that the tracker has none at all."""
    if not has_column:
        message = "The tracker has no column of references, so its lines are known by their titles only."
        yield Finding("reference-missing", Severity.WARNING, message, key="reference")
        return
    for saving in savings:
        if not saving.reference:
            yield Finding(
                "reference-missing",
                Severity.ERROR,
                f"{quoted(saving.title or saving.description)} has figures and no reference.",
                saving.line,
                key="reference",
                cell=place_name(saving.place.sheet, saving.place.cell("reference")),
            )


def row_not_placed(sheet: str, row: int, words: Sequence[str], why: str) -> Finding:
    """Say that a row was not read as a saving; `row` from 0."""
    severity = Severity.NOTE if why == ALONE else Severity.WARNING
    message = f"Row {row + 1}, {quoted(' '.join(words))}, {why}."
    return Finding("row-not-placed", severity, message, cell=place_name(sheet, cell_name(row, 0)))


ALONE = "stands alone and was not read as a saving"
WITHOUT_FIGURES = "lacks a reference, a title or figures and was not read as a saving"
NO_SUM = "has figures only, which are no sum of the lines above it, and was not read as a saving"
OTHER_TABLE = "begins a table under other headings: what is under it was not read"


def several_trackers(chosen: str, others: Sequence[str]) -> Finding:
    """Say that other sheets hold trackers too."""
    names = ", ".join(quoted(name) for name in others)
    message = f"This is the sheet {quoted(chosen)}. There are trackers on others too: {names}."
    return Finding("several-trackers", Severity.NOTE, message)


def other_unit(unit: str) -> Finding:
    """Say that the figures seem to be in another unit than thousands of pounds."""
    message = f"The figures seem to be {unit}. They were read as thousands of pounds: check them before using a total."
    return Finding("unit-not-thousands", Severity.WARNING, message)


def key_not_read(sentence: str, cell: str) -> Finding:
    """Say that a RAG key gives no rule."""
    return Finding("key-not-read", Severity.WARNING, sentence, key="rating", cell=cell)


def letters(places: Mapping[str, int]) -> dict[str, str]:
    """Give each field's column letters by its place."""
    return {key: cell_name(0, place)[:-1] for key, place in places.items()}
