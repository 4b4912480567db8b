"""Long texts in portions that each fit on a page beside the line's reference; no character is lost."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from unicodedata import east_asian_width

from model.appendix.words import Paragraphs

# A portion is at most so many lines of text: half of what an A4 page holds, as the width of letters is only guessed.
MOST_LINES = 24
LONGEST_WORD = 18
BREAK = "\u200b"
_ENDS = re.compile(r"(?<=[.;:!?])\s+|\s+")
_WORD = re.compile(rf"[^\s/–-]{{{LONGEST_WORD},}}")  # a line may end after a hyphen or a stroke anyhow
_LETTER_PAIR = re.compile(r"(?<=[\x21-\x7e\xa1-\u024f\u0370-\u0523])(?=[\x21-\x7e\xa1-\u024f\u0370-\u0523])")

Portion = tuple[Paragraphs, ...]


def portions(texts: Sequence[Paragraphs], widths: Sequence[int]) -> list[Portion]:
    """Divide the texts that stand side by side on a line into rows.

    Args:
        widths: how many letters a line of each text's column holds.
    """
    columns = [list(_columns_parts(text, width)) for text, width in zip(texts, widths, strict=True)]
    rows = list(zip_longest(*columns, fillvalue=()))
    return rows or [tuple(() for _ in texts)]


def with_breaks(text: str) -> str:
    """Let words break that no column could hold, by marks that take no room and are not copied as letters."""
    return _WORD.sub(lambda word: _broken(word[0]), text)


def _broken(word: str) -> str:
    places = [found.start() for found in _LETTER_PAIR.finditer(word)]
    cuts, last = [], 0
    for place in places:
        if place - last >= LONGEST_WORD // 2:
            cuts.append(place)
            last = place
    return BREAK.join(word[start:end] for start, end in zip([0, *cuts], [*cuts, len(word)], strict=True))


def _columns_parts(text: Paragraphs, width: int) -> Iterator[Paragraphs]:
    part: list[str] = []
    room = MOST_LINES
    for paragraph in text:
        for piece in _pieces(paragraph, width * MOST_LINES):
            lines = _lines(piece, width)
            if part and lines > room:
                yield tuple(part)
                part, room = [], MOST_LINES
            part.append(piece)
            room -= lines
    if part:
        yield tuple(part)


def _pieces(paragraph: str, most: int) -> Iterator[str]:
    """Cut a paragraph after sentences where it can, else after words, else anywhere."""
    while _extent(paragraph) > most:
        cut = _cut(paragraph, most)
        yield paragraph[:cut].rstrip()
        paragraph = paragraph[cut:].lstrip()
    if paragraph:
        yield paragraph


def _cut(paragraph: str, most: int) -> int:
    end = most // 2 if _extent(paragraph[:most]) > most else most
    gaps = list(_ENDS.finditer(paragraph, 1, end))
    sentences = [gap.end() for gap in gaps if paragraph[gap.start() - 1] in ".;:!?" and gap.end() > end // 2]
    return sentences[-1] if sentences else (gaps[-1].end() if gaps else end)


def _lines(text: str, width: int) -> int:
    return _extent(text) // width + 1


def _extent(text: str) -> int:
    """Count letters, wide ones twice."""
    return len(text) if text.isascii() else sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
