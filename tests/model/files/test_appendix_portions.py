"""Long texts are divided without a loss, after sentences where that can be, and in parts that fit on a page."""

from hypothesis import given
from hypothesis import strategies as st

from model.files.appendix_pdf.portions import MOST_LINES, portions, with_breaks

WIDTH = 40
TEXTS = st.lists(
    st.lists(st.text(st.characters(categories=("L", "P", "Zs")), min_size=1), max_size=5).map(tuple), max_size=3
)


def close(parts: tuple[str, ...]) -> str:
    """The letters of paragraphs, without their spaces."""
    return "".join("".join(parts).split())


@given(TEXTS)
def test_nothing_is_lost_and_order_is_kept(texts: list[tuple[str, ...]]) -> None:
    rows = portions(texts, [WIDTH] * len(texts))
    for place, text in enumerate(texts):
        assert close(tuple(part for row in rows for part in row[place])) == close(text)


def test_a_short_text_is_one_row_as_it_is() -> None:
    assert portions([("One.", "Two."), ()], [WIDTH, WIDTH]) == [(("One.", "Two."), ())]
    assert portions([(), ()], [WIDTH, WIDTH]) == [((), ())]


def test_a_paragraph_is_divided_after_a_sentence() -> None:
    rows = portions([(("A sentence of some length, here. " * 60).strip(),)], [WIDTH])
    assert len(rows) > 1
    assert all(part.endswith(".") for row in rows for part in row[0])


def test_without_sentences_a_paragraph_is_divided_after_a_word_and_without_words_anywhere() -> None:
    words = portions([("word " * 400,)], [WIDTH])
    assert all(part.split() == ["word"] * len(part.split()) for row in words for part in row[0])
    letters = portions([("y" * 2 * WIDTH * MOST_LINES,)], [WIDTH])
    assert [len(row[0][0]) for row in letters] == [WIDTH * MOST_LINES] * 2


def test_wide_letters_count_twice() -> None:
    assert len(portions([("漢" * WIDTH * MOST_LINES,)], [WIDTH])) == 2


def test_many_paragraphs_are_divided_between_them() -> None:
    rows = portions([("a",) * 100], [WIDTH])
    assert [len(row[0]) for row in rows] == [MOST_LINES] * 4 + [100 - 4 * MOST_LINES]


def test_words_that_no_column_could_hold_may_break_and_others_not() -> None:
    for text in ("ordinary words", "savings-tracker-2017-18.xlsx", "one/another/and/a/third"):
        assert with_breaks(text) == text
    assert with_breaks("y" * 40).count("\u200b") == 4
    assert with_breaks("y" * 40).replace("\u200b", "") == "y" * 40
    assert "\u200b" not in with_breaks("😀" * 40)


def test_a_space_behind_the_last_letter_makes_no_row() -> None:
    assert len(portions([("y" * WIDTH * MOST_LINES + " ",)], [WIDTH])) == 1
