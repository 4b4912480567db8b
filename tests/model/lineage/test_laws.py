"""What holds for any two trackers and any decisions about them."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from builders import a_saving, a_year
from model.lineage import Decision, Decisions, Lineage, Match, Name, State, Verdict, lineage, name_of
from model.lineage.likeness import plain_reference, plain_words
from model.year import Year

# Few words and references, so that most lines have something in common with others.
REFERENCES = st.sampled_from(["", "A", "a", "B", "C.1", "C. 1"])
TITLES = st.lists(st.sampled_from(["bus", "buses", "route", "respite", "of", "Beds", "–"]), max_size=4).map(" ".join)
lines = st.builds(
    lambda reference, title, plan: a_saving(reference, (plan, None, None, None), title=title),
    REFERENCES,
    TITLES,
    st.sampled_from([None, 0, -5, -100]),
)
years = st.builds(
    lambda savings, year: a_year(*savings, year=year),
    st.lists(lines, max_size=8),
    st.sampled_from(["2019-20", "2020-21", ""]),
)


@st.composite
def compared(draw: Any) -> tuple[Year, Year, list[Decision]]:
    """Two trackers, and some decisions about their lines."""
    earlier, later = draw(years), draw(years)
    if not (earlier.savings and later.savings):
        return earlier, later, []
    decision = st.builds(
        lambda one, other, verdict, day: Decision(
            name_of(earlier, one), name_of(later, other), verdict, "", datetime(2026, 1, day, tzinfo=UTC)
        ),
        st.sampled_from(earlier.savings),
        st.sampled_from(later.savings),
        st.sampled_from(Verdict),
        st.integers(1, 9),
    )
    return earlier, later, draw(st.lists(decision, max_size=5))


Seen = tuple[int, int, State, Verdict | None, frozenset[Name]]


def seen_backwards(match: Match) -> Seen:
    """A match with its two sides changed."""
    one, other, state, verdict, names = seen(match)
    return (other, one, state, verdict and verdict.seen_backwards, names)


def seen(match: Match) -> Seen:
    """A match without its evidence."""
    if match.decision is None:
        return (match.earlier, match.later, match.state, None, frozenset())
    return (match.earlier, match.later, match.state, match.decision.verdict, match.decision.pair)


def pairs(found: Lineage) -> list[tuple[int, int]]:
    """All pairs of lines that a search speaks of."""
    return [(match.earlier, match.later) for match in (*found.matches, *found.suggestions, *found.rejected)]


@given(compared())
def test_every_line_of_both_sides_stands_in_exactly_one_place(given_: tuple[Year, Year, list[Decision]]) -> None:
    earlier, later, decisions = given_
    found = lineage(earlier, later, Decisions(decisions))
    matched, matched_later = {match.earlier for match in found.matches}, {match.later for match in found.matches}
    assert sorted([*matched, *found.only_earlier]) == list(range(len(earlier.savings)))
    assert sorted([*matched_later, *found.only_later]) == list(range(len(later.savings)))


@given(compared())
def test_no_two_lines_are_spoken_of_twice(given_: tuple[Year, Year, list[Decision]]) -> None:
    found = lineage(given_[0], given_[1], Decisions(given_[2]))
    assert len(set(pairs(found))) == len(pairs(found))


@given(compared())
def test_only_what_was_decided_puts_a_line_on_two_rows(given_: tuple[Year, Year, list[Decision]]) -> None:
    found = lineage(given_[0], given_[1], Decisions(given_[2]))
    for match in found.matches:
        beside = (*found.later_of(match.earlier), *found.earlier_of(match.later))
        assert len(beside) == 2 or any(
            other.state is State.CONFIRMED
            for other in found.matches
            if other.earlier == match.earlier or other.later == match.later
        )


@given(compared(), st.randoms())
def test_the_order_of_decisions_changes_nothing(given_: tuple[Year, Year, list[Decision]], luck: Any) -> None:
    earlier, later, decisions = given_
    mixed = Decisions(luck.sample(decisions, len(decisions)))
    assert lineage(earlier, later, mixed) == lineage(earlier, later, Decisions(decisions))


@given(compared())
def test_the_other_direction_finds_the_same(given_: tuple[Year, Year, list[Decision]]) -> None:
    earlier, later, decisions = given_
    forwards, backwards = (
        lineage(one, other, Decisions(decisions)) for one, other in ((earlier, later), (later, earlier))
    )
    for one, other in (
        (forwards.matches, backwards.matches),
        (forwards.suggestions, backwards.suggestions),
        (forwards.rejected, backwards.rejected),
    ):
        assert {seen(match) for match in one} == {seen_backwards(match) for match in other}
    assert (forwards.only_earlier, forwards.only_later) == (backwards.only_later, backwards.only_earlier)


@given(years)
def test_nothing_is_certain_over_two_years(year: Year) -> None:
    other = a_year(*year.savings, year="2021-22")
    assert State.CERTAIN not in {match.state for match in lineage(year, other).matches}


@given(st.text(st.characters(max_codepoint=127), max_size=100))
def test_letters_of_other_languages_change_nothing_for_the_words_beside_them(text: str) -> None:
    assert plain_words(f"{text} é") == f"{plain_words(text)} é".strip()


@given(st.text(st.characters(max_codepoint=127), max_size=100).filter(lambda text: any(map(str.isalnum, text))))
def test_a_reference_is_the_same_with_spaces_that_have_no_width(text: str) -> None:
    reference = text if "<" not in text and "&" not in text else "A"
    assert plain_reference(f"\u200b{reference}") == plain_reference(reference)
