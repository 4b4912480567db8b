"""Whatever is typed is printed as it was typed: nothing becomes markup, nothing is cut, nothing stops the printer."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_saving, a_year
from model.appendix import Choice, Paper, make_appendix
from model.files.appendix_pdf import pdf_bytes, write_pdf
from pdfs import run_together, texts

# Each example is a PDF or two.
FEWER = settings(max_examples=settings().max_examples // 3)
PRINTED = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x24F), max_size=300
)
ANYTHING = st.text(max_size=200)
MARKUP = [
    "#let x = 1",
    "$ x^2 $",
    "*bold* _italic_ `raw`",
    "<label> @reference",
    "= Heading\n- list\n+ numbered\n/ term: x",
    "// comment /* and */ this",
    '"quotes" \\n \\u{41} ~ -- --- ...',
    "http://example.org/a/very/long/address/that/goes/on/and/on/and/on/without/end?x=1&y=2",
    "-> => != <= :: x 10x20 (c) (1)",
    "{{ braces }} [brackets] [[double]]",
    '{"json": ["a", null]}',
    "A & B; C&YP &amp; more" + " ",
]


def printed(text: str, paper: Paper = Paper.A3, **more: str) -> str:
    """What the PDF of one saving says, spaces aside."""
    year = a_year(a_saving(commentary=text, **more))
    written, _ = pdf_bytes(make_appendix(year, Choice(paper=paper)))
    with tempfile.TemporaryDirectory() as folder:
        return run_together(written, Path(folder))


def close(text: str) -> str:
    """A text without its spaces."""
    return "".join(text.split())


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_printed_as_it_was_typed(text: str, paper: Paper) -> None:
    assert close(text.replace("&amp;", "&")) in printed(text, paper)


@FEWER
@given(PRINTED.filter(lambda text: "<" not in text and "&" not in text))
def test_any_letters_of_western_scripts_are_printed_as_they_were_typed(text: str) -> None:
    said = printed(f"Begin {text} end")
    begin, end = said.index("Begin"), said.rindex("end")
    letters = [letter for letter in close(text).replace("\xad", "") if letter.isalnum()]
    assert [letter for letter in said[begin + 5 : end] if letter.isalnum()][: len(letters)] == letters


@FEWER
@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING)
def test_no_text_stops_the_printer(title: str, commentary: str, committee: str, reference: str) -> None:
    saving = a_saving(reference, title=title, commentary=commentary, committee=committee, description=commentary)
    for paper in (Paper.A4, Paper.LARGE_PRINT):
        appendix = make_appendix(a_year(saving), Choice(paper=paper, descriptions=True, council=title, appendix=title))
        written, _ = pdf_bytes(appendix)
        assert written.startswith(b"%PDF-")


@pytest.mark.parametrize(
    "text", ["שלום עולם", "مرحبا بالعالم", "😀 👨‍👩‍👧 🇬🇧", "Ελληνικά", "Українська", "→ ↑ ✓ ⅓", "नमस्ते", "e\u0301 à́"]
)
def test_other_scripts_and_pictures_have_a_face(text: str) -> None:
    year = a_year(a_saving(title=text, commentary=text))
    written, lacking = pdf_bytes(make_appendix(year, Choice()))
    assert not lacking
    assert written


def test_what_no_face_can_show_is_replaced_and_said(tmp_path: Path) -> None:
    text = "before \x07 after \U000e01f0\ufffe" + "".join(map(chr, range(0xFDD0, 0xFDE0)))
    report = write_pdf(make_appendix(a_year(a_saving(commentary=text)), Choice()), tmp_path / "a.pdf")
    (remark,) = report.remarks
    assert "U+0007" in remark
    assert "more" in remark
    assert "before � after �" in texts(report.path.read_bytes(), tmp_path)[0]


def test_few_characters_without_a_face_are_all_named(tmp_path: Path) -> None:
    report = write_pdf(make_appendix(a_year(a_saving(commentary="\x07")), Choice()), tmp_path / "a.pdf")
    assert report.remarks == ("No typeface here can show these characters, which are printed as “�”: U+0007.",)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(
    "text",
    [
        "A sentence of some words that goes on. " * 513,
        "y" * 20_000,
        "line\n" * 4_000,
        "words without an end " * 952,
        "漢" * 3_000,
    ],
    ids=["sentences", "one word", "paragraphs", "no sentences", "wide"],
)
def test_a_text_of_twenty_thousand_characters_flows_over_pages_with_nothing_cut(text: str, paper: Paper) -> None:
    said = printed(text, paper)
    letter = close(text)[0]
    assert said.count(letter) >= close(text).count(letter) or "�" in said
    if paper is not Paper.LARGE_PRINT:
        assert "continued" in said


def test_a_long_text_keeps_its_reference_on_each_page(tmp_path: Path) -> None:
    year = a_year(a_saving("A/R.6.001", commentary="A sentence of some words that goes on. " * 513))
    for paper in Paper:
        pages = texts(pdf_bytes(make_appendix(year, Choice(paper=paper)))[0], tmp_path)
        with_text = [page for page in pages if "A sentence of some words" in page]
        assert len(with_text) > 1
        assert all("A/R.6.001" in page for page in with_text)
