"""The pages as they are printed: everything within the margins, legible in colour and in grey, nothing over another."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from builders import a_saving, a_year
from council_trackers import council_tracker
from model.appendix import Appendix, Choice, Lines, Paper, make_appendix
from model.files.appendix_pdf import pdf_bytes
from model.year import Year
from pdfs import Word, contrast, picture, texts, words_on_pages

LEAST_CONTRAST = 4.5
SHARED = ("Adults, C&YP",)
RATED = [
    a_saving(f"A/R.6.{number:03}", rating_printed=rating)
    for number, rating in enumerate(("Red", "Amber", "Green", "Black", "Blue"))
]
LONG = "A sentence of some words that goes on. " * 300


def everything(year: Year, paper: Paper) -> Appendix:
    """An appendix with every column and description."""
    columns = tuple(column.key for column in year.layout)
    return make_appendix(year, Choice(columns=columns, descriptions=True, paper=paper), on=date(2026, 11, 21))


APPENDICES = {
    **{f"2017-18, {paper}": everything(council_tracker("2017-18"), paper) for paper in Paper},
    **{f"2020-21, {paper}": everything(council_tracker("2020-21"), paper) for paper in Paper},
    **{
        f"usual, {paper}": make_appendix(council_tracker("2017-18"), Choice(("Adults",), paper=paper))
        for paper in Paper
    },
    **{
        f"long, {paper}": make_appendix(
            a_year(
                a_saving("A/R.6.001" * 20, title=LONG, commentary=LONG, description="y" * 3000, committee="C" * 300)
            ),
            Choice(descriptions=True, paper=paper, council="A council " * 20, lines=Lines.NOT_COMPLETE),
        )
        for paper in Paper
    },
    **{
        f"large amounts, {paper}": make_appendix(
            a_year(a_saving(plan=(-12345678,) * 4, forecast=(-9876543,) * 4, complete=False)), Choice(paper=paper)
        )
        for paper in Paper
    },
}


def words(appendix: Appendix, folder: Path) -> list[Word]:
    """The words of an appendix with their places."""
    return words_on_pages(pdf_bytes(appendix)[0], folder)


@pytest.mark.parametrize("appendix", APPENDICES.values(), ids=APPENDICES)
def test_every_word_stands_within_the_margins(appendix: Appendix, tmp_path: Path) -> None:
    out = [
        word.text
        for word in words(appendix, tmp_path)
        if word.left < 0.02 or word.right > 0.975 or word.top < 0.005 or word.bottom > 0.99
    ]
    assert out == []


@pytest.mark.parametrize("appendix", APPENDICES.values(), ids=APPENDICES)
def test_no_line_of_text_runs_into_the_foot_of_the_page(appendix: Appendix, tmp_path: Path) -> None:
    found = words(appendix, tmp_path)
    feet = {word.page: word.top for word, then in pairwise(found) if word.text == "Page" and then.text.isdigit()}
    assert set(feet) == {word.page for word in found}
    into = [word.text for word in found if word.top < feet[word.page] < word.bottom - 0.004 and word.right < 0.5]
    assert into == []


@pytest.mark.parametrize("name", [name for name in APPENDICES if "long" not in name])
def test_no_word_is_printed_over_another(name: str, tmp_path: Path) -> None:
    found = [word for word in words(APPENDICES[name], tmp_path) if word.page == 0]
    over = [
        (one.text, other.text)
        for place, one in enumerate(found)
        for other in found[place + 1 :]
        if min(one.right, other.right) - max(one.left, other.left) > 0.0015
        and min(one.bottom, other.bottom) - max(one.top, other.top)
        > 0.5 * min(one.bottom - one.top, other.bottom - other.top)
    ]
    assert over == []


@pytest.mark.parametrize("grey", [False, True], ids=["in colour", "in grey"])
@pytest.mark.parametrize("paper", Paper)
def test_every_word_can_be_told_from_its_ground(paper: Paper, grey: bool, tmp_path: Path) -> None:
    year = a_year(*(saving.but(forecast_q1=None, commentary="Why.") for saving in RATED), period="Quarter 1")
    content, _ = pdf_bytes(make_appendix(year, Choice(paper=paper)))
    for page in range(1 if paper is not Paper.LARGE_PRINT else 3):
        drawn = picture(content, tmp_path, page, grey=grey)
        found = [
            word for word in words_on_pages(content, tmp_path) if word.page == page and any(map(str.isalnum, word.text))
        ]
        assert found
        assert {
            word.text: round(contrast(drawn, word), 1) for word in found if contrast(drawn, word) < LEAST_CONTRAST
        } == {}


def line_starts(page: str) -> set[str]:
    """The words with which the lines of a page begin."""
    return {line.split()[0] for line in page.splitlines() if line.split()}


@pytest.mark.parametrize("year", ["2017-18", "2020-21"])
def test_every_page_of_large_print_begins_with_a_saving_or_says_which_goes_on(year: str, tmp_path: Path) -> None:
    tracker = council_tracker(year)
    references = {saving.reference for saving in tracker}
    pages = texts(pdf_bytes(make_appendix(tracker, Choice(paper=Paper.LARGE_PRINT, descriptions=True)))[0], tmp_path)
    first = next(number for number, page in enumerate(pages) if "Savings\n" in page)
    begun = line_starts(pages[first])
    for page in pages[first + 1 :]:
        words = page.split()
        assert words[0].rstrip(",") in {*references, "Notes", "Key"}
        goes_on = page.split("\n", 1)[0].strip().endswith(", continued")
        assert goes_on is (words[0].rstrip(",") in begun)
        begun |= line_starts(page)


def test_figures_in_large_print_stand_under_each_other_from_saving_to_saving(tmp_path: Path) -> None:
    made = make_appendix(council_tracker("2020-21"), Choice(paper=Paper.LARGE_PRINT))
    found = words(made, tmp_path)
    edges = {name: {round(word.right, 3) for word in found if word.text == name} for name in ("Q1", "Q2", "Q3", "Year")}
    bars = {round(word.right, 3) for word in found if word.page == 0}
    assert {name: len(places - bars) for name, places in edges.items()} == {"Q1": 1, "Q2": 1, "Q3": 1, "Year": 1}


def test_a_few_notes_have_no_page_for_themselves_where_closer_lines_spare_it(tmp_path: Path) -> None:
    tracker = council_tracker("2017-18")
    pages = {
        lines: texts(pdf_bytes(make_appendix(replace(tracker, savings=tracker.savings[:lines]), Choice()))[0], tmp_path)
        for lines in range(11, 15)
    }
    for lines, found in pages.items():
        assert found[-1].count("A/R.6.1") > 0, lines
        assert "Ratings are as judged by the council" in found[-1]
    assert [len(found) for found in pages.values()] == sorted(len(found) for found in pages.values())


def test_notes_that_fill_pages_leave_the_lines_as_far_apart_as_usual(tmp_path: Path) -> None:
    def apart(reason: str) -> tuple[float, int]:
        """How far the first two of some rated lines are apart, and how many pages begin after the notes do."""
        savings = (a_saving(f"A/{n}", override="Amber", override_reason=f"{n}. {reason}") for n in range(9))
        found = words(make_appendix(a_year(*savings), Choice()), tmp_path)
        one, two = (next(word for word in found if word.text.startswith(name)) for name in ("A/0", "A/1"))
        notes = next(word.page for word in found if word.text == "Notes")
        return round(two.top - one.top, 4), max(word.page for word in found) - notes

    (short, none), (long, more) = apart("Why."), apart(LONG[:9000])
    assert (none, more > 0) == (0, True)
    assert short == long
