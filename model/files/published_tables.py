"""What a workbook for publication says: three tables, of values alone, each with its title."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from model.appendix.making import UNITS, Appendix, Key
from model.appendix.table import Heading
from model.appendix.words import Paragraphs
from model.fields import Kind
from model.files.column_words import FIGURES, full_name
from model.files.published_summary import HEADINGS, summary_rows
from model.money import parse_amount, show_amount, show_percent
from model.refusals import AmountRefused

Value = str | Decimal | None
Row = tuple[Value, ...]

BLANKS = "An empty cell means that the tracker has nothing there; 0 means nought."


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A table with a sheet of its own; every row has a value for each heading.

    Attributes:
        frozen: how many of the first columns stay in view.
        filtered: whether its headings offer to filter and sort its rows.
    """

    sheet: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    frozen: int = 0
    filtered: bool = False


def published_tables(appendix: Appendix) -> tuple[PublishedTable, ...]:
    """Give the savings, the summary and the notes of an appendix."""
    title = ", ".join(filter(None, [appendix.title, appendix.period]))
    return (
        PublishedTable("Savings", title, *_savings(appendix)),
        PublishedTable("Summary", f"Summary: {title}", HEADINGS, tuple(summary_rows(appendix))),
        PublishedTable("Notes", f"Notes: {title}", ("Note", "Text"), tuple(_notes(appendix))),
    )


def _savings(appendix: Appendix) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    headings = appendix.table.headings
    names = [full_name(heading) for heading in headings]
    rows: list[Row] = [
        tuple(_value(heading, words) for heading, words in zip(headings, line.cells, strict=True))
        for line in appendix.table.lines
    ]
    if appendix.footnotes:
        names.append("Footnotes")
        called = (", ".join(map(str, line.notes)) for line in appendix.table.lines)
        rows = [(*row, numbers) for row, numbers in zip(rows, called, strict=True)]
    return tuple(_unlike(names)), tuple(rows)


def _unlike(names: Sequence[str]) -> Iterator[str]:
    """Give headings of which no two are alike, as a table has to have them."""
    taken: set[str] = set()
    for name in names:
        unlike, number = name, 1
        while unlike.casefold() in taken:
            number += 1
            unlike = f"{name} ({number})"
        taken.add(unlike.casefold())
        yield unlike


def _value(heading: Heading, words: Paragraphs) -> Value:
    """Give a figure as a number again; what stands in its place and is none, such as “to be agreed”, as it is."""
    text = "\n".join(words)
    if heading.kind not in FIGURES:
        return text
    try:
        amount = parse_amount(text)
    except AmountRefused:
        return text
    show = show_percent if heading.kind == Kind.PERCENT else show_amount
    return amount if show(amount) == text else text


def _notes(appendix: Appendix) -> Iterator[Row]:
    yield from ((name, text) for name, text in _about(appendix) if text)
    yield "Empty cells", BLANKS
    yield from ((f"Footnote {number}", words) for number, words in enumerate(appendix.footnotes, 1))
    yield from ((f"Note {number}", words) for number, words in enumerate(appendix.notes, 1))
    if appendix.why_sums_differ:
        yield "Committees", appendix.why_sums_differ
    if appendix.key is not None:
        yield from _key(appendix.key)


def _about(appendix: Appendix) -> Iterator[tuple[str, str]]:
    yield "Council", appendix.choice.council
    yield "Whose savings", appendix.subject
    yield "Period", appendix.period
    yield "Source", appendix.source
    yield "Units", UNITS


def _key(key: Key) -> Iterator[Row]:
    for rating, words in key.rows:
        for size, rule in zip_longest(key.sizes, words, fillvalue=""):
            yield ", ".join(filter(None, [f"Key to the ratings: {rating}", size])), rule
