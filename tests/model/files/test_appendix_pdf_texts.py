"""Whatever is typed is printed as it was typed: nothing becomes markup, nothing is cut, nothing stops the printer."""

import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builders import a_saving, a_year
from model.appendix import Appendix, Choice, Paper, committees_in, make_appendix
from model.files.appendix_pages import BREAK, pages_of
from model.files.appendix_pdf import pdf_bytes, write_pdf
from model.files.appendix_pdf.writing import laid_out
from pdfs import run_together, texts

# Each example is a PDF or two.
FEWER = settings(max_examples=settings().max_examples // 3)
WESTERN = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x24F), max_size=300
)
ALPHABETS = ("az", "AZ", "09", "àÿ", "Ωω", "Ая", "את", "ءغ", "في")
LIVING = st.text(
    st.sampled_from([chr(code) for ends in ALPHABETS for code in range(ord(ends[0]), ord(ends[1]) + 1)]), max_size=60
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


def letters(text: str) -> list[str]:
    """The letters and digits of a text, ligatures taken apart."""
    return [letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum()]


def close(text: str) -> str:
    """A text without its spaces."""
    return "".join(text.split())


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_printed_as_it_was_typed(text: str, paper: Paper) -> None:
    assert close(text.replace("&amp;", "&")) in printed(text, paper)


def everywhere(text: str) -> Appendix:
    """An appendix with a text as the committee's name, as a title and as a commentary."""
    year = a_year(a_saving(title=text, commentary=text, committee=text))
    return make_appendix(year, Choice(committees_in(year)[:1], council=text, paper=Paper.A4))


@FEWER
@given(ANYTHING)
@example('<p>#let x = 1</p> $y$ *z* `r` @q \\u{41} -- ~ " // no comment')
@example("שלום עולם \u202e 👩‍👩‍👧‍👦 e\u0301 मरहबा")
@example("-> => != 10x20 (c) fi ffl")
def test_name_title_and_commentary_reach_the_page_letter_by_letter(text: str) -> None:
    """What Typst sets is read back from its pages, so that nothing is lost to how a PDF is read."""
    appendix = everywhere(text)
    _compiler, lacking = laid_out(appendix)
    instead = dict.fromkeys(map(ord, lacking), "�")
    set_on_pages = [words for page in pages_of(appendix) for words in page.texts]
    places = [place for place, heading in enumerate(appendix.table.headings) if heading.key in ("title", "commentary")]
    typed = [part for line in appendix.table.lines for place in places for part in line.cells[place]]
    for words in (appendix.title, *typed):
        assert words.translate(instead).replace(BREAK, "") in set_on_pages


@FEWER
@given(LIVING.map("a{}".format))
def test_any_letters_of_living_scripts_are_in_the_file_as_they_were_typed(text: str) -> None:
    """Letters are counted, as those that run from right to left come back in the order of the eye.

    One that is drawn in two parts is read twice. None of the texts is a single 0, which stands for nothing in the
    council's sheets and is not printed.
    """
    without, with_it = Counter(letters(printed("", title=""))), Counter(letters(printed(text, title=text)))
    typed = Counter(letters(text))
    assert {letter: count for letter, count in typed.items() if with_it[letter] - without[letter] < 2 * count} == {}


@FEWER
@given(WESTERN.filter(lambda text: "<" not in text and "&" not in text))
def test_any_letters_of_western_scripts_are_printed_in_their_order(text: str) -> None:
    said = printed(f"Begin {text} end")
    begin, end = said.index("Begin"), said.rindex("end")
    assert letters(said[begin + 5 : end]) == letters(text.replace("\xad", ""))


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


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("field", ["committee", "title", "council", "reference"])
def test_a_name_or_a_title_of_twenty_thousand_characters_is_printed_whole(field: str, paper: Paper) -> None:
    words = [f"word{number}" for number in range(2_200)]
    text = " ".join(words)[:20_000].rpartition(" ")[0]
    named = {field: text} if field != "council" else {}
    year = a_year(a_saving(**named))
    choice = Choice((text,) if field == "committee" else (), paper=paper, council="" if named else text)
    with tempfile.TemporaryDirectory() as folder:
        said = run_together(pdf_bytes(make_appendix(year, choice))[0], Path(folder))
    assert [word for word in text.split() if word not in said] == []
