"""The table of an appendix's page: one table, which a narrow page shows as a block for each saving."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from model.appendix.making import UNITS, Appendix
from model.appendix.table import Heading, Line, Table
from model.appendix.words import Paragraphs, counted, sentence_case
from model.fields import OTHER, Kind
from model.files.appendix_html.markup import Markup, element, joined, text, told
from model.files.column_words import FIGURES, label
from model.files.workbook_formats import RATING_COLOURS

LONGEST_UNBROKEN = 18
_FIRST_OTHER_ROW = 40


def table_section(appendix: Appendix) -> Markup:
    """Give the table, under its heading."""
    table = _table(appendix) if appendix.table.lines else element("p", text("No saving is listed."))
    heading = element("h2", text("Savings"), id="savings", tabindex="-1")
    return element("section", heading, table, aria_labelledby="savings")


def _table(appendix: Appendix) -> Markup:
    table = appendix.table
    return element(
        "table",
        element("caption", *_caption(appendix)),
        *_column_groups(table.headings),
        _heads(table.headings),
        _totals(table),
        _body(table),
        class_="savings",
        role="table",
    )


def _caption(appendix: Appendix) -> Iterator[Markup]:
    """Give what the table is of; names of the officer's stand apart, so that none turns the words after it round."""
    yield text(f"{counted(len(appendix.table.lines))}. ")
    for words in filter(None, (appendix.subject, sentence_case(appendix.period))):
        yield told("bdi", words)
        yield text(". ")
    yield text(UNITS)


def line_name(number: int) -> str:
    """Name a line of the table, by its place from 0, for links to it."""
    return f"saving-{number + 1}"


def pill(rating: str) -> Markup:
    """Give a rating's word on its colour."""
    return told("span", rating, class_=f"pill {rating_class(rating)}")


def rating_class(rating: str) -> str:
    """Name the look of a rating; one that we do not know is grey."""
    return f"rag-{rating.casefold().replace(' ', '-')}" if rating in RATING_COLOURS else "rag-other"


def _column_groups(headings: Sequence[Heading]) -> Iterator[Markup]:
    return (element("colgroup", span=len(banded)) for _words, banded in _banded(headings))


def _banded(headings: Sequence[Heading]) -> Iterator[tuple[str, list[Heading]]]:
    """Give the headings by the band above them; one without a band stands alone."""
    for band, group in groupby(headings, key=lambda heading: heading.band):
        if band:
            yield band, list(group)
        else:
            yield from (("", [heading]) for heading in group)


def _heads(headings: Sequence[Heading]) -> Markup:
    if not any(heading.band for heading in headings):
        return _head(element("tr", *map(_head_cell, headings), role="row"))
    above = (
        element("th", text(band), scope="colgroup", colspan=len(group), role="columnheader", class_="band")
        if band
        else _head_cell(group[0], rows=2)
        for band, group in _banded(headings)
    )
    under = (_head_cell(heading) for heading in headings if heading.band)
    return _head(element("tr", *above, role="row"), element("tr", *under, role="row"))


def _head(*rows: Markup) -> Markup:
    return element("thead", *rows, role="rowgroup")


def _head_cell(heading: Heading, rows: int = 1) -> Markup:
    return told(
        "th",
        heading.words,
        scope="col",
        role="columnheader",
        rowspan=rows if rows > 1 else "",
        class_=_look(heading),
    )


def _totals(table: Table) -> Markup:
    """Give the totals above the lines, as in the council's sheet."""
    leading = next((place for place, total in enumerate(table.totals) if total), len(table.totals))
    name = element(
        "th", text(counted(len(table.lines))), scope="row", colspan=max(leading, 1), role="rowheader", class_="all"
    )
    cells = (
        _cell(heading, (total,) if total else ())
        for heading, total in list(zip(table.headings, table.totals, strict=True))[max(leading, 1) :]
    )
    return element("tbody", element("tr", name, *cells, role="row", class_="totals"), role="rowgroup", class_="totals")


def _body(table: Table) -> Markup:
    lines = (_line(number, line, table.headings) for number, line in enumerate(table.lines))
    return element("tbody", *lines, role="rowgroup", class_="lines")


def _line(number: int, line: Line, headings: Sequence[Heading]) -> Markup:
    cells = []
    for place, (heading, words) in enumerate(zip(headings, line.cells, strict=True)):
        if heading.key == "reference":
            cells.append(_reference(line))
        elif heading.key == "rating":
            cells.append(_cell(heading, words, pill(words[0])))
        else:
            cells.append(_cell(heading, words, row=_FIRST_OTHER_ROW + place))
    return element("tr", *cells, role="row", id=line_name(number))


def _reference(line: Line) -> Markup:
    calls = (
        element("a", text(str(note)), href=f"#{footnote_name(note)}", aria_label=f"Footnote {note}", class_="call")
        for note in line.notes
    )
    long = "" if len(line.reference) <= LONGEST_UNBROKEN else " long"
    return element(
        "th", told("bdi", line.reference), joined(calls), scope="row", role="rowheader", class_=f"reference{long}"
    )


def footnote_name(number: int) -> str:
    """Name a footnote, by its number from 1, for links to it."""
    return f"footnote-{number}"


def _cell(heading: Heading, words: Paragraphs, shown: Markup | None = None, row: int = 0) -> Markup:
    is_figure = heading.kind in FIGURES
    inside = shown or (element("span", text(" ".join(words))) if is_figure else _paragraphs(words))
    blank = "" if words or shown else " blank"
    placed = f"grid-row:{row}" if heading.key.startswith(OTHER) else ""
    return element("td", _label(heading), inside, role="cell", class_=f"{_look(heading)}{blank}", style=placed)


def _label(heading: Heading) -> Markup:
    if heading.kind in (Kind.RATING, Kind.TITLE):
        return joined([])
    return told("span", label(heading), class_="label", aria_hidden="true")


def _paragraphs(words: Paragraphs) -> Markup:
    return joined(told("p", part) for part in words)


def _look(heading: Heading) -> str:
    key = "other" if heading.key.startswith(OTHER) else heading.key.replace("_", "-")
    return f"figure {key}" if heading.kind in FIGURES else key
