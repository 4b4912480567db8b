"""An appendix as one web page that needs nothing but itself: no script, no picture, no face from elsewhere."""

from model.appendix.choice import Paper
from model.appendix.making import UNITS, Appendix
from model.files.appendix_html.markup import Markup, element, joined, text, told
from model.files.appendix_html.notes import key_section, notes_section
from model.files.appendix_html.style import styles
from model.files.appendix_html.summary import summary_section
from model.files.appendix_html.table import table_section

# A browser that keeps to this loads nothing and runs nothing, whatever text the tracker holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page_of(appendix: Appendix) -> str:
    """Write an appendix as a page."""
    written = element("html", _head(appendix), _body(appendix), lang="en-GB")
    return f"<!DOCTYPE html>\n{written}\n"


def _head(appendix: Appendix) -> Markup:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", text(", ".join(filter(None, [appendix.title, appendix.period])))),
        *styles(appendix.table, appendix.choice.paper),
    )


def _body(appendix: Appendix) -> Markup:
    main = element(
        "main",
        summary_section(appendix),
        table_section(appendix),
        notes_section(appendix),
        key_section(appendix.key),
    )
    skip = element("a", text("Skip to the table of savings"), href="#savings", class_="skip")
    foot = element("footer", told("p", appendix.source))
    large = "large" if appendix.choice.paper is Paper.LARGE_PRINT else ""
    paper = appendix.choice.paper.value.casefold() if not large else ""
    return element("body", skip, _header(appendix), main, foot, class_=large or paper)


def _header(appendix: Appendix) -> Markup:
    under = (told("p", words) for words in (appendix.under, UNITS) if words)
    return element("header", told("h1", appendix.title), joined(under))
