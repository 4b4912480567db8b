"""Any characters stand on the appendix's page as they were typed, and what no page can hold is told."""

from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from builders import a_saving, a_year
from model.appendix import Appendix, Choice, make_appendix
from model.files.appendix_html import write_html
from model.files.appendix_html.markup import element, fit, text
from model.files.appendix_html.page import page_of
from pages import read_page

# Everything but halves of pairs; control characters have a test of their own.
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\t\n"), max_size=60)


def an_appendix(words: str) -> Appendix:
    """Give an appendix that says the same words in every place where an officer can type them."""
    saving = a_saving(words or "A", title=words, commentary=words, description=words, committee="Adults", links=words)
    saving = saving.but(rating_printed=words, override=words, override_reason=words)
    year = a_year(saving, a_saving("B", forecast=(0,) * 4, title=words), title=words, period=words, source=words)
    return make_appendix(year, Choice(columns=("commentary", "links"), descriptions=True, council=words))


@given(TEXTS)
@example("</title><script>alert(1)</script>")
@example("</style><!--")
@example("&lt;b&gt; &amp; &#60; &nbsp")
@example("\" onload='x' `")
@example("#$*=_\\{}%")
@example("שלום עולם \u202e 👩‍👩‍👧‍👦 e\u0301")
@example("a\u00a0b\u200bc\ufeffd")
def test_text_comes_back_as_it_was_typed(words: str) -> None:
    appendix = an_appendix(words)
    read = read_page(page_of(appendix))
    assert read.one("h1").text() == appendix.title
    assert read.one("title").text() == ", ".join(filter(None, [appendix.title, appendix.period]))
    assert read.one("footer").text() == appendix.source
    for line, said in zip(read.one("tbody", "lines").parts, appendix.table.lines, strict=True):
        shown = [[part.text() for part in cell.all("p")] for cell in line.parts]
        assert shown[2:] == [list(cell) for cell in said.cells[2:]]
        assert line.parts[0].text() == said.cells[0][0]
        assert line.one("th").parts[0].text() == said.reference
    assert [note.text() for note in read.all("li") if "id" in note.attributes] == list(appendix.footnotes)
    assert {part.name for part in read.walk()} <= KNOWN


KNOWN = {
    *(
        "page",
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "a",
        "header",
        "h1",
        "p",
        "main",
        "section",
        "h2",
        "h3",
    ),
    *(
        "div",
        "dl",
        "dt",
        "dd",
        "ol",
        "li",
        "ul",
        "span",
        "strong",
        "bdi",
        "figure",
        "figcaption",
        "svg",
        "text",
        "rect",
    ),
    *("line", "table", "caption", "colgroup", "thead", "tbody", "tr", "th", "td", "footer"),
}


@given(st.text())
@example("\r\n\r")
@example("\0\x0b\x7f\x85\ud800\ufdd0\uffff")
def test_an_attribute_and_a_text_hold_any_characters_that_a_page_can(words: str) -> None:
    page, _replaced = fit(element("p", text(words), title=words or "-"))
    part = read_page(page).one("p")
    assert part.text() == fit(words)[0]
    assert part.attributes["title"] == fit(words or "-")[0]
    assert page.encode()


def test_what_a_page_can_not_hold_is_replaced_and_told(tmp_path: Path) -> None:
    place = tmp_path / "appendix.html"
    appendix = make_appendix(a_year(a_saving(commentary="a\0b")), Choice())
    assert write_html(appendix, place).remarks == ("One character can't stand on a web page; it is “�” there.",)
    assert '<p dir="auto">a�b</p>' in place.read_text(encoding="utf-8")
    appendix = make_appendix(a_year(a_saving(commentary="\ud800\0" * 600)), Choice())
    assert write_html(appendix, place).remarks == ("1,200 characters can't stand on a web page; each is “�” there.",)


def test_ordinary_text_needs_no_remark(tmp_path: Path) -> None:
    assert write_html(an_appendix("Agreed – done"), tmp_path / "appendix.html").remarks == ()


def test_a_long_commentary_stands_whole(tmp_path: Path) -> None:
    words = "Delivered. " * 2000
    read = read_page(page_of(an_appendix(words)))
    assert words.strip() in [part.text() for part in read.all("p")]


def test_attributes_that_say_nothing_are_left_out() -> None:
    assert element("li", text("a"), class_="", hidden=True, tabindex=-1, title=False) == (
        '<li hidden tabindex="-1">a</li>'
    )
