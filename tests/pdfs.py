"""PDFs read by other eyes than those that wrote them: their structure, their text, their pages as pictures."""

import io
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from math import ceil
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

_WORD = re.compile(r'<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)</word>')


@dataclass
class Element:
    """One element of a PDF's structure, with those in it."""

    role: str
    parts: "list[Element]" = field(default_factory=list)
    alt: str = ""
    scope: str = ""

    def walk(self) -> "Iterator[Element]":
        """This element and all within it, in reading order."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def roles(self) -> Counter[str]:
        """How many elements of each role there are."""
        return Counter(element.role for element in self.walk())


def structure(content: bytes) -> Element:
    """Read a PDF's structure tree."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return Element("root", [_element(part) for part in _parts(document.Root.StructTreeRoot)])


def elements_of(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every element of an open PDF's structure, in reading order."""

    def within(given: pikepdf.Object) -> Iterator[pikepdf.Object]:
        for part in _parts(given):
            yield part
            yield from within(part)

    return within(document.Root.StructTreeRoot)


def language(content: bytes) -> str:
    """The language that a PDF says it is in."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return str(document.Root.Lang)


def shows_title(content: bytes) -> tuple[str, bool]:
    """A PDF's title, and whether a reader shows it in place of the file's name."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return str(document.docinfo.Title), bool(document.Root.ViewerPreferences.DisplayDocTitle)


def page_sizes(content: bytes) -> set[tuple[int, int]]:
    """The sizes of the pages, in millimetres."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return {(_millimetres(page.mediabox[2]), _millimetres(page.mediabox[3])) for page in document.pages}


def texts(content: bytes, folder: Path) -> list[str]:
    """What stands on each page, as poppler reads it."""
    return _read(content, folder, "-layout").split("\f")[:-1]


def run_together(content: bytes, folder: Path) -> str:
    """All that a PDF says, without the spaces and line breaks that its layout made."""
    return "".join(_read(content, folder, "-raw").split()).replace("\u200b", "")


def _read(content: bytes, folder: Path, order: str) -> str:
    # Where everything is checked, a missing poppler is a fault of the set-up and no reason to skip.
    if not shutil.which("pdftotext") and not os.environ.get("CI"):
        pytest.skip("poppler's pdftotext is not installed")
    file = folder / "read.pdf"
    file.write_bytes(content)
    return subprocess.run(["pdftotext", order, str(file), "-"], capture_output=True, check=True).stdout.decode("utf-8")


def faces(content: bytes) -> dict[str, bool]:
    """The typefaces of a PDF, and whether each is in it."""
    with pikepdf.open(io.BytesIO(content)) as document:
        found = {}
        for font in document.objects:
            if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/FontDescriptor":
                found[str(font.FontName)] = any(f"/FontFile{kind}" in font for kind in ("", "2", "3"))
        return found


def _element(given: pikepdf.Object) -> Element:
    attributes = given.get("/A")
    listed = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    scopes = [str(part.Scope)[1:] for part in listed if isinstance(part, pikepdf.Dictionary) and "/Scope" in part]
    parts = [_element(part) for part in _parts(given)]
    return Element(str(given.S)[1:], parts, str(given.get("/Alt", "")), "".join(scopes))


def _parts(given: pikepdf.Object) -> list[pikepdf.Object]:
    parts = given.get("/K")
    listed = list(parts) if isinstance(parts, pikepdf.Array) else [parts]
    return [part for part in listed if isinstance(part, pikepdf.Dictionary) and "/S" in part]


def _millimetres(points: object) -> int:
    return round(float(str(points)) * 25.4 / 72)


@dataclass(frozen=True)
class Word:
    """A word on a page, with its edges as shares of the page's width and height."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


def words_on_pages(content: bytes, folder: Path) -> list[Word]:
    """Every word with its place, as poppler reads it."""
    html = _read(content, folder, "-bbox")
    found: list[Word] = []
    for number, page in enumerate(html.split("<page ")[1:]):
        width, height = (float(size) for size in re.findall(r'(?:width|height)="([\d.]+)"', page)[:2])
        for left, top, right, bottom, text in _WORD.findall(page):
            edges = (float(left) / width, float(top) / height, float(right) / width, float(bottom) / height)
            found.append(Word(number, unescape(text), *edges))
    return found


def picture(content: bytes, folder: Path, page: int = 0, *, grey: bool = False) -> Image.Image:
    """A page as a printer makes it, in colour or in grey."""
    _read(content, folder, "-raw")
    where = ["-r", "200", "-f", str(page + 1), "-l", str(page + 1), *(["-gray"] if grey else [])]
    made = subprocess.run(["pdftoppm", *where, str(folder / "read.pdf")], capture_output=True, check=True)
    return Image.open(io.BytesIO(made.stdout)).convert("L" if grey else "RGB")


def contrast(drawn: Image.Image, word: Word) -> float:
    """How far the lightest and the darkest point of a word are apart, as WCAG measures it."""
    width, height = drawn.size
    edges = (word.left * width, word.top * height, word.right * width, word.bottom * height)
    part = drawn.crop((int(edges[0]), int(edges[1]), ceil(edges[2]), ceil(edges[3])))
    lights = [_light(colour) for _, colour in part.getcolors(part.width * part.height) or []]
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def _light(colour: object) -> float:
    parts = colour if isinstance(colour, tuple) else (colour,) * 3
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (p / 255 for p in parts)
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
