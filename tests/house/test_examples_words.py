"""The example trackers: the published figures and oddities, told in words of our own."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "source"
REFERENCE = re.compile(r"[A-Z]/R\.\d\.\d{3}")
RUN = 6
STOCK_PHRASES = {
    "",
    "0",
    "Complete",
    "Delivered",
    "In place",
    "On Track",
    "On track",
    "On track.",
    "On-track",
    "On-track - Plan in place.",
    "Saving Achieved",
    "Saving achieved",
    "Saving complete",
}


@dataclass(frozen=True)
class Example:
    """One example text, with the places of what the tests look at.

    Attributes:
        name: The file.
        lines: How many lines it has, blank ones included.
        savings: How many of them are savings.
        reference: The cell with the reference.
        texts: The cells with description, commentary and partner links.
        totals: The cells of planned and forecast total and variance.
        printed: What the totals row prints for them, in £000.
    """

    name: str
    lines: int
    savings: int
    reference: int
    texts: tuple[int, int, int]
    totals: tuple[int, int, int]
    printed: tuple[int, int, int]

    def text(self) -> str:
        return (SOURCE / self.name).read_bytes().decode("utf-8")

    def is_saving(self, cells: list[str]) -> bool:
        return len(cells) > self.reference and bool(REFERENCE.fullmatch(cells[self.reference]))

    def saving_cells(self) -> list[list[str]]:
        return [cells for cells in cells_of(self.text()) if self.is_saving(cells)]

    def words(self, reference: str) -> tuple[str, str, str]:
        """Description, commentary and links of one saving."""
        cells = next(row for row in self.saving_cells() if row[self.reference] == reference)
        description, commentary, links = (cells[place] for place in self.texts)
        return description, commentary, links


OLDER = Example("savings-tracker-2017-18.txt", 98, 67, 0, (2, 19, 20), (9, 14, 15), (-20_538, -16_656, 3_882))
NEWER = Example("savings-tracker-2020-21.txt", 69, 40, 1, (3, 24, 25), (13, 19, 20), (-15_929, -10_623, 5_306))
both = pytest.mark.parametrize("example", [OLDER, NEWER], ids=["2017-18", "2020-21"])


def cells_of(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.split("\n")]


def runs_of_words(text: str) -> set[tuple[str, ...]]:
    """Every run of six words, whatever their case and the marks between them."""
    words = re.findall(r"[a-z0-9]+", re.sub("['’]", "", text.lower()))
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


def published_runs(published: Path) -> set[tuple[str, ...]]:
    texts = [(published / example.name).read_text(encoding="utf-8") for example in (OLDER, NEWER)]
    return {run for text in texts for cell in re.split("[\t\n]", text) for run in runs_of_words(cell)}


def pairs(example: Example, published: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Our cells and the published ones, line by line."""
    theirs = (published / example.name).read_bytes().decode("utf-8")
    return zip(cells_of(example.text()), cells_of(theirs), strict=True)


@pytest.mark.published
@both
def test_every_cell_that_is_not_words_is_the_published_one(example: Example, published: Path) -> None:
    for ours, theirs in pairs(example, published):
        own_words = example.texts if example.is_saving(theirs) else ()
        assert len(ours) == len(theirs)
        for place, (our_cell, their_cell) in enumerate(zip(ours, theirs, strict=True)):
            assert place in own_words or our_cell == their_cell


@pytest.mark.published
@both
def test_words_are_missing_where_the_published_ones_are(example: Example, published: Path) -> None:
    for ours, theirs in pairs(example, published):
        if example.is_saving(theirs):
            for place in example.texts:
                assert (ours[place] in {"", "0"}) == (theirs[place] in {"", "0"}), ours[example.reference]
                assert theirs[place] not in {"", "0"} or ours[place] == theirs[place]


@pytest.mark.published
@both
def test_no_six_words_in_a_row_are_the_papers(example: Example, published: Path) -> None:
    papers = published_runs(published)
    for cells in example.saving_cells():
        for place in example.texts:
            assert not runs_of_words(cells[place]) & papers, cells[example.reference]


@pytest.mark.published
@both
def test_only_stock_phrases_are_kept_whole(example: Example, published: Path) -> None:
    for ours, theirs in pairs(example, published):
        for place in example.texts if example.is_saving(theirs) else ():
            assert ours[place] != theirs[place] or ours[place] in STOCK_PHRASES, ours[example.reference]


@pytest.mark.published
def test_a_sentence_of_the_papers_would_be_noticed(published: Path) -> None:
    _, theirs = next(pair for pair in pairs(OLDER, published) if pair[1][0] == "A/R.6.101")
    assert runs_of_words("As we said: " + theirs[2].upper()) & published_runs(published)


@both
def test_the_form_of_the_text_is_kept(example: Example) -> None:
    raw = (SOURCE / example.name).read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert not raw.endswith(b"\n")
    assert len(cells_of(example.text())) == example.lines
    assert len(example.saving_cells()) == example.savings


@both
def test_words_hold_no_control_characters_and_no_stray_spaces(example: Example) -> None:
    for cells in example.saving_cells():
        for words in (cells[place] for place in example.texts):
            assert not any(unicodedata.category(character).startswith("C") for character in words)
            assert words == words.strip()
            assert "  " not in words


@both
def test_every_saving_is_described_and_none_in_the_words_of_another(example: Example) -> None:
    assert all(row[example.texts[0]] for row in example.saving_cells())
    for place in example.texts[:2]:
        written = [row[place] for row in example.saving_cells() if row[place] not in STOCK_PHRASES]
        assert len(set(written)) == len(written)


@both
def test_the_printed_totals_are_the_sums_of_the_savings(example: Example) -> None:
    rows = example.saving_cells()
    sums = [sum(Decimal(row[place].replace(",", "")) for row in rows) for place in example.totals]
    assert sums == list(example.printed)


@pytest.mark.parametrize(
    ("reference", "place"), [("A/R.6.145", 0), ("A/R.6.146", 0), ("A/R.6.160", 0), ("A/R.6.239", 1)]
)
def test_some_words_are_tagged_paragraphs(reference: str, place: int) -> None:
    assert re.fullmatch("<p>[^<]+</p> <p>[^<]+</p>", OLDER.words(reference)[place])


def test_an_unclosed_list_runs_words_together_and_swallows_another_description() -> None:
    description, commentary, links = OLDER.words("A/R.6.165")
    assert re.search(r'<ul style="[^"]+">•.+careOR•', description)
    assert "</ul>" not in description
    assert description.endswith(" of this " + OLDER.words("A/R.6.167")[0])
    assert commentary.startswith("Works beside")
    assert links == "0"


def test_one_long_description_is_cut_off() -> None:
    description = OLDER.words("A/R.6.210")[0]
    assert len(description) > 1_500
    assert description.endswith(" to")


@pytest.mark.parametrize(
    ("example", "reference", "place", "said"),
    [
        (OLDER, "A/R.6.115", 1, ["18/19"]),
        (OLDER, "A/R.6.117", 1, ["2018/19"]),
        (OLDER, "A/R.6.118", 1, ["On track"]),
        (OLDER, "A/R.6.122", 1, ["£265k", "2018/19"]),
        (OLDER, "A/R.6.159", 1, ["£16k only next year"]),
        (OLDER, "A/R.6.161", 1, ["delivered"]),
        (OLDER, "A/R.6.202", 1, ["has not yet told us"]),
        (OLDER, "A/R.6.203", 1, ["Plan in place"]),
        (OLDER, "A/R.6.205", 1, ["out of 2017/18"]),
        (OLDER, "A/R.6.210", 0, ["£396k", " – "]),
        (OLDER, "A/R.6.210", 1, ["On Track – ", "A/R.6.214", "A/R.6.222"]),
        (OLDER, "A/R.6.213", 1, ["A/R. 6. 239"]),
        (OLDER, "A/R.6.214", 1, ["A/R.6.210"]),
        (OLDER, "A/R.6.215", 1, ["£92k should follow in 18/19"]),
        (OLDER, "A/R.6.218", 0, ["’", " – "]),
        (OLDER, "A/R.6.220", 1, ["£78k"]),
        (OLDER, "A/R.6.222", 1, ["A/R.6.210", "2018/19"]),
        (OLDER, "A/R.6.227", 1, ["met in full"]),
        (OLDER, "A/R.6.230", 1, ["On-track - "]),
        (OLDER, "A/R.6.239", 1, ["£286k in 18/19"]),
        (OLDER, "A/R.6.243", 0, ["A/R.5.004"]),
        (NEWER, "A/R.6.182", 1, ["Complete"]),
        (NEWER, "A/R.6.257", 1, ["set the new structure back"]),
        (NEWER, "A/R.6.266", 0, ["A/R.6.255"]),
        (NEWER, "A/R.6.266", 1, ["£285k overspend"]),
        (NEWER, "E/R.6.034", 0, ["from 2019/20"]),
        (NEWER, "F/R.6.108", 0, ["B/C.5.029"]),
        (NEWER, "F/R.7.105", 0, ["C/C.2.102"]),
    ],
)
def test_words_say_what_the_figures_and_flags_do_not(
    example: Example, reference: str, place: int, said: list[str]
) -> None:
    words = example.words(reference)[place]
    assert [piece for piece in said if piece not in words] == []


def test_a_saving_that_is_wholly_lost_goes_without_a_word() -> None:
    assert OLDER.words("A/R.6.216")[1] == ""


def test_a_description_begins_with_an_apostrophe() -> None:
    assert NEWER.words("A/R.6.201")[0].startswith("'Cambridgeshire Skills' ")


def test_on_track_is_spelt_in_many_ways() -> None:
    commentaries = {row[OLDER.texts[1]] for row in OLDER.saving_cells()}
    assert {"On track", "On track.", "On-track", "On Track"} <= commentaries
    assert any(commentary.startswith("On-track. ") for commentary in commentaries)
