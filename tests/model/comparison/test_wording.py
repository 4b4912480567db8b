"""How one text became another, word by word."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.comparison import Kept, Part, differences

TEXTS = st.text(alphabet="ab .,;\n£é", max_size=60)


def marked(earlier: str, later: str) -> str:
    """The two texts as one, with what was removed in square brackets and what was added in curly ones."""
    frames = {Kept.KEPT: "{}", Kept.REMOVED: "[{}]", Kept.ADDED: "{{{}}}"}
    return "".join(frames[part.kind].format(part.text) for part in differences(earlier, later))


def side(parts: tuple[Part, ...], without: Kept) -> str:
    """One of the two texts, put together again."""
    return "".join(part.text for part in parts if part.kind is not without)


@pytest.mark.parametrize(
    ("earlier", "later", "told"),
    [
        ("On track.", "On track.", "On track."),
        ("", "", ""),
        ("", "Lost.", "{Lost.}"),
        ("Lost.", "", "[Lost.]"),
        ("On track for 250k by March.", "On track for 180k by March.", "On track for [250k]{180k} by March."),
        ("Due by March.", "Due by March 2021.", "Due by March{ 2021}."),
        ("It is late.", "It was late.", "It [is]{was} late."),
        ("Now all of it is lost.", "Then all of us are lost.", "[Now]{Then} all of [it is]{us are} lost."),
        ("Staff left in May", "Staff came in July", "Staff [left in May]{came in July}"),
    ],
)
def test_words_that_differ_are_told(earlier: str, later: str, told: str) -> None:
    assert marked(earlier, later) == told


@given(earlier=TEXTS, later=TEXTS)
def test_both_texts_can_be_put_together_again(earlier: str, later: str) -> None:
    parts = differences(earlier, later)

    assert side(parts, without=Kept.ADDED) == earlier
    assert side(parts, without=Kept.REMOVED) == later


@given(text=TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert {part.kind for part in differences(text, text)} <= {Kept.KEPT}


def test_a_changed_sentence_is_found_in_a_long_text() -> None:
    sentences = [f"Saving number {number} goes to plan and is looked at each month." for number in range(300)]
    later = [*sentences[:10], "This one is new.", *sentences[10:200], "And this.", *sentences[201:]]

    parts = differences(" ".join(sentences)[:20_000], " ".join(later)[:20_000])

    kept = sum(len(part.text) for part in parts if part.kind is Kept.KEPT)
    assert kept == 17_831
    assert any("This one is new." in part.text for part in parts if part.kind is Kept.ADDED)


def test_a_passage_rewritten_in_a_long_text_is_replaced_whole() -> None:
    words = [f"word{number}" for number in range(4_000)]
    earlier = f"First. {' '.join(words[:2000])}. Middle. End."
    later = f"Before. First. {' '.join(words[2000:])}. Middle. At the end."

    parts = differences(earlier, later)

    assert side(parts, without=Kept.ADDED) == earlier
    assert side(parts, without=Kept.REMOVED) == later
    assert any("First. " in part.text for part in parts if part.kind is Kept.KEPT)


@pytest.mark.parametrize(
    "texts",
    [
        ("x" * 20_000, "y" * 20_000),
        (". " * 10_000, "! " * 10_000),
        ("a. " * 6_600, "b. " * 6_600),
        (". a" * 6_600, "! a" * 6_600),
        ("a\n" * 10_000, "b\n" * 10_000),
    ],
    ids=["one word", "signs", "sentences", "one word in turn", "lines"],
)
def test_twenty_thousand_signs_of_anything_take_no_time(texts: tuple[str, str]) -> None:
    begun = time.perf_counter()

    parts = differences(*texts)

    assert time.perf_counter() - begun < 2
    assert side(parts, without=Kept.ADDED) == texts[0]


def test_words_drawn_at_random_take_no_time() -> None:
    drawn = random.Random(5)  # noqa: S311 - nothing is kept secret
    earlier, later = (" ".join(drawn.choices("abcdefgh", k=10_000)) for _ in range(2))
    begun = time.perf_counter()

    parts = differences(earlier, later)

    assert time.perf_counter() - begun < 2
    assert side(parts, without=Kept.REMOVED) == later
