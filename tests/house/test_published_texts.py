"""The published papers belong to their council: no ten words of their prose in a row stand in the project."""

import html
import re
import zipfile
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path

import pytest

from sources import name, tracked_files

RUN = 10
SHORTEST_PROSE = 120
REFERENCE = re.compile(r"[A-Z]/R\.\d\.\d{3}")


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every ten words in a row, without regard to case and punctuation."""
    words = re.findall(r"[^\W_]+", text.lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def prose(published: Path) -> set[tuple[str, ...]]:
    """The runs of words in the papers' descriptions and commentaries; references and titles may be used."""
    long, short = set[str](), set[str]()
    for paper in published.glob("*.txt"):
        for line in paper.read_text(encoding="utf-8").splitlines():
            for before, cell in pairwise(["", *line.split("\t")]):
                is_prose = len(cell) >= SHORTEST_PROSE and not REFERENCE.fullmatch(before)
                (long if is_prose else short).add(cell)
    return set(chain.from_iterable(map(runs, long))) - set(chain.from_iterable(map(runs, short)))


def texts(path: Path) -> Iterator[str]:
    """What can be read in a file: its text, or the text of each part of a workbook."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as parts:
            for part in parts.namelist():
                yield html.unescape(re.sub(r"<[^>]+>", "\n", parts.read(part).decode("utf-8", "replace")))
    else:
        yield path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.published
def test_no_sentence_of_the_papers_stands_in_the_project(published: Path) -> None:
    theirs = prose(published)
    copied = {
        name(path): " ".join(run)
        for path in tracked_files()
        for text in texts(path)
        for run in runs(text)
        if run in theirs
    }
    assert copied == {}


@pytest.mark.published
def test_a_sentence_of_the_papers_would_be_seen(published: Path) -> None:
    paper = next(published.glob("*.txt")).read_text(encoding="utf-8")
    longest = max(re.split(r"[\t\n]", paper), key=len)
    assert prose(published).intersection(runs(longest))
