"""PDFs read by other eyes than those that wrote them: their structure, their text, their pages as pictures."""

import io
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
import pytest


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
