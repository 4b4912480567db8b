"""Pages to look at and to print: each a drawing, with the texts that stand on it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        drawing: as SVG, every letter an outline.
        width: in points.
        height: in points.
        texts: the paragraphs that begin on it.
    """

    drawing: bytes
    width: float
    height: float
    texts: tuple[str, ...] = ()


def found_on(pages: Sequence[Page], text: str) -> tuple[int, ...]:
    """Give the places of the pages with a text, once for each paragraph that holds it, whatever the case."""
    wanted = " ".join(text.split()).casefold()
    if not wanted:
        return ()
    return tuple(place for place, page in enumerate(pages) for words in page.texts if wanted in words.casefold())
