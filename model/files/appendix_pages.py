"""An appendix as pages to look at and to print: each a drawing, with the texts that stand on it."""

import json
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import fromstring

from model.appendix.making import Appendix
from model.files.appendix_pdf.writing import compiler_for
from model.pages import Page

BREAK = "\u200b"
_TEXTS = """{
  let words(it) = if type(it) == str { it } else if it.has("text") { words(it.text) }
    else if it.has("children") { it.children.map(words).join("") }
    else if it.has("child") { words(it.child) } else if it.has("body") { words(it.body) } else { " " }
  query(selector(par).or(heading)).map(it => (it.location().page(), words(it.body)))
}"""


def pages_of(appendix: Appendix) -> tuple[Page, ...]:
    """Lay an appendix out as pages, exactly as its PDF is."""
    compiler = compiler_for(appendix)
    drawn = compiler.compile(format="svg")
    drawings = drawn if isinstance(drawn, list) else [drawn or b""]
    texts: dict[int, list[str]] = {}
    for page, words in _texts(appendix, json.loads(compiler.eval(_TEXTS))):
        texts.setdefault(page, []).append(words)
    return tuple(
        Page(drawing, *size_of(drawing), tuple(texts.get(number, ()))) for number, drawing in enumerate(drawings, 1)
    )


def _texts(appendix: Appendix, found: Sequence[tuple[int, str | None]]) -> list[tuple[int, str]]:
    """Give the paragraphs with their pages, and each line's reference, which is no paragraph, with its title's page."""
    texts = [(page, (words or "").replace(BREAK, "")) for page, words in found]
    titled: dict[str, list[int]] = {}
    for page, words in texts:
        titled.setdefault(words, []).append(page)
    page = 1
    for line, title in _titles(appendix):
        pages = titled.get(title, [])
        page = pages.pop(0) if pages else page
        texts.append((page, line))
    return texts


def _titles(appendix: Appendix) -> Iterator[tuple[str, str]]:
    """Give each line's reference and the first paragraph of its title; an untitled one stands by the line before."""
    place = [heading.key for heading in appendix.table.headings].index("title")
    for line in appendix.table.lines:
        yield line.reference, (line.cells[place] or ("",))[0]


def size_of(drawing: bytes) -> tuple[float, float]:
    """Read a page's size from the first tag of its drawing."""
    head = fromstring(drawing[: drawing.index(b">")] + b"/>")  # noqa: S314 - made here a moment before
    _left, _top, width, height = map(float, head.attrib["viewBox"].split())
    return width, height
