"""What the officer decided: for any two savings one verdict, the last one, in any order and direction."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_saving, a_year
from model.lineage import NO_DECISIONS, Decision, Decisions, Name, Verdict, name_of, tracker_of
from model.lineage.written import NoDecisions, read_decisions, text_of

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
OLD, NEW = Name("2017-18", "A/R.6.114", "Bus routes"), Name("2020-21", "A/R.6.270", "Buses")
OTHER = Name("2020-21", "A/R.6.271", "Respite beds")


def decided(earlier: Name = OLD, later: Name = NEW, verdict: Verdict = Verdict.SAME, **more: Any) -> Decision:
    """A decision made at noon."""
    return Decision(earlier, later, verdict, **{"who": "M. Officer", "when": NOON, **more})


names = st.builds(Name, st.sampled_from(["2017-18", "2020-21"]), st.sampled_from("AB"), st.text(max_size=3))
zones = st.sampled_from([UTC, timezone(timedelta(hours=5)), timezone(-timedelta(minutes=210))])
some_decisions = st.lists(
    st.builds(
        Decision,
        names,
        names,
        st.sampled_from(Verdict),
        st.text(),
        st.datetimes(timezones=zones, min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)),  # noqa: DTZ001
        st.text(),
    )
)


def test_a_decision_is_found_in_both_directions() -> None:
    decisions = Decisions([decided(verdict=Verdict.SPLIT)])
    assert decisions.of(OLD, NEW) == decided(verdict=Verdict.SPLIT)
    assert decisions.of(NEW, OLD) == decided(NEW, OLD, Verdict.JOINED)
    assert decisions.of(OLD, OTHER) is None
    assert decisions.between("2020-21", "2017-18") == (decided(NEW, OLD, Verdict.JOINED),)
    assert decisions.between("2017-18", "2020-21") == (decided(verdict=Verdict.SPLIT),)
    assert decisions.between("2017-18", "2018-19") == ()


@pytest.mark.parametrize("verdict", Verdict)
def test_looking_backwards_twice_gives_the_decision(verdict: Verdict) -> None:
    assert decided(verdict=verdict).backwards.backwards == decided(verdict=verdict)


def test_the_last_decision_about_two_savings_stands() -> None:
    first = decided()
    second = decided(NEW, OLD, Verdict.NOT_SAME, when=NOON + timedelta(hours=1))
    assert list(Decisions([second, first])) == list(Decisions([first, second])) == [second]
    assert list(Decisions([second]).merged(Decisions([first]))) == [second]


def test_decisions_are_walked_in_the_order_in_which_they_were_made() -> None:
    first, second = decided(), decided(OLD, OTHER, when=NOON + timedelta(hours=1))
    again = decided(verdict=Verdict.NOT_SAME, when=NOON + timedelta(hours=2))
    assert list(Decisions([second, first])) == [first, second]
    assert list(Decisions([again, second, first])) == [second, again]


def test_the_same_decisions_are_equal_and_have_one_number() -> None:
    one, other = Decisions([decided(), decided(OLD, OTHER)]), Decisions([decided(OLD, OTHER), decided()])
    assert one == other
    assert hash(one) == hash(other)
    assert one != NO_DECISIONS
    assert one != [*one]


def test_a_tracker_is_named_by_its_year_or_else_by_its_file() -> None:
    year = a_year(a_saving("A/R.6.114", title="Bus routes"), year="2017-18", source="a.xlsx")
    assert name_of(year, year.savings[0]) == OLD
    assert tracker_of(a_year(source="a.xlsx")) == "a.xlsx"


@given(some_decisions)
def test_decisions_come_back_from_their_text(decisions: list[Decision]) -> None:
    written = read_decisions(text_of(Decisions(decisions)).encode(), "a.json")
    assert written.decisions == Decisions(decisions)
    assert written.left_out == 0


@given(some_decisions, st.randoms())
def test_the_order_of_decisions_does_not_matter(decisions: list[Decision], luck: Any) -> None:
    mixed = luck.sample(decisions, len(decisions))
    assert Decisions(mixed) == Decisions(decisions)
    half = len(mixed) // 2
    assert Decisions(mixed[:half]).merged(Decisions(mixed[half:])) == Decisions(decisions)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\xfe",
        b"null",
        b'{"decisions": []}',
        b'{"savings tracker decisions": 1}',
        b'{"savings tracker decisions": 1, "decisions": {}}',
        b"[" * 100_000,
        b"1" * 5_000,
        b"PK\x03\x04",
    ],
)
def test_a_file_of_something_else_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(NoDecisions, match=r"“a�\.json” holds no decisions about savings") as refused:
        read_decisions(content, "a\u202e.json")
    assert "Choose a file" in str(refused.value)


@pytest.mark.parametrize(
    "spoilt",
    [
        '"when": "yesterday"',
        '"when": "0001-01-01T00:00+23:59"',
        '"when": 7',
        '"when": null',
        '"verdict": "perhaps"',
        '"verdict": ["same"]',
        '"who": {}',
        '"why": NaN',
        '"earlier": "A"',
        '"later": {"tracker": "2020-21", "reference": 1, "title": ""}',
    ],
)
def test_an_entry_that_makes_no_sense_is_left_out(spoilt: str) -> None:
    text = text_of(Decisions([decided()])).replace("\n", " ")
    entry = text[text.index("[") + 1 : text.rindex("]")].strip()
    content = text.replace(entry, f"{entry}, {entry[:-1]}, {spoilt}}}, 5, null")
    written = read_decisions(b"\xef\xbb\xbf" + content.encode(), "a.json")
    assert written.decisions == Decisions([decided()])
    assert written.left_out == 3


def test_a_moment_without_a_time_zone_is_taken_for_utc() -> None:
    text = text_of(Decisions([decided()])).replace("+00:00", "")
    assert read_decisions(text.encode(), "a.json").decisions == Decisions([decided()])
    east = decided(when=NOON.astimezone(timezone(timedelta(hours=5))))
    assert Decisions([east]) == Decisions([decided()])
