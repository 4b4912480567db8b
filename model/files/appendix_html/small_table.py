"""A small table of an appendix's page, which a narrow page shows as a block for each line."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from model.files.appendix_html.markup import Markup, element, text, told

Row = tuple[Markup, Sequence[str]]


def small_table(caption: str, headings: Sequence[str], rows: Iterable[Row], look: str) -> Markup:
    """Give a table.

    Args:
        rows: each with what its heading holds, and the words of its other cells.
        look: the name of its look in the style sheet.
    """
    heads = (told("th", words, scope="col", role="columnheader") for words in headings)
    return element(
        "table",
        element("caption", text(caption)),
        element("thead", element("tr", *heads, role="row"), role="rowgroup"),
        element("tbody", *(_row(headings, row) for row in rows), role="rowgroup"),
        class_=f"small {look}",
        role="table",
    )


def _row(headings: Sequence[str], row: Row) -> Markup:
    name, words = row
    cells = (
        element("td", told("span", heading, class_="label", aria_hidden="true"), told("span", said), role="cell")
        for heading, said in zip_longest(headings[1:], words, fillvalue="")
    )
    return element("tr", element("th", name, scope="row", role="rowheader"), *cells, role="row")
