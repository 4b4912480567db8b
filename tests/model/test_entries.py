"""What is typed into a field, read as its value; a value shown as text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_saving
from model.entries import CHOICES, DIRECTIONS, read_entry, show, shown
from model.fields import FIELD, FIELDS, Access, Kind
from model.refusals import AmountRefused, ChoiceRefused, NotEditable
from model.saving import Direction, Value

ALWAYS_CLOSED = [field.key for field in FIELDS if field.access in {Access.FIXED, Access.DERIVED}]


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("forecast_q4", "-1,400", Decimal(-1400)),
        ("forecast_q4", "", None),
        ("plan_q1", "(50)", Decimal(-50)),
        ("forecast_total", "-0.05m", Decimal(-50)),
        ("commentary", "  =SUM(A1)\n<p> ", "  =SUM(A1)\n<p> "),
        ("commentary", "N/A", "N/A"),
        ("links", "0", "0"),
        ("rating", "red", "Red"),
        ("rating", " BLACK ", "Black"),
        ("rating", "", ""),
        ("direction", "↑", Direction.IMPROVING),
        ("direction", "Worsening", Direction.WORSENING),
        ("direction", "No change", Direction.NO_CHANGE),
        ("direction", "", Direction.NONE),
        ("complete", "YES", True),
        ("complete", "n", False),
        ("complete", " ", None),
    ],
)
def test_an_entry_is_read_as_what_its_field_holds(key: str, text: str, value: Value) -> None:
    assert read_entry(FIELD[key], text) == value
    assert type(read_entry(FIELD[key], text)) is type(value)


def test_every_word_and_arrow_for_a_direction_is_read() -> None:
    assert all(read_entry(FIELD["direction"], word.upper()) is way for word, way in DIRECTIONS.items())


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("rating", "Yellow", "“Yellow” is no choice for RAG. Choose one of: Red, Amber, Green, Black, Blue."),
        ("rating", "0", "“0” is no choice for RAG. Choose one of: Red, Amber, Green, Black, Blue."),
        (
            "direction",
            "sideways",
            "“sideways” is no choice for Direction of travel. Choose one of: improving, no change, worsening.",
        ),
        ("complete", "maybe", "“maybe” is no choice for Saving complete?. Choose one of: Yes, No."),
    ],
)
def test_a_word_that_is_no_choice_is_refused_with_the_choices(key: str, text: str, sentence: str) -> None:
    with pytest.raises(ChoiceRefused) as refused:
        read_entry(FIELD[key], text)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("key", ALWAYS_CLOSED)
def test_what_is_published_or_follows_is_not_typed(key: str) -> None:
    with pytest.raises(NotEditable, match="can't be typed over"):
        read_entry(FIELD[key], "-50")


def test_what_is_no_amount_is_refused_where_an_amount_belongs() -> None:
    with pytest.raises(AmountRefused):
        read_entry(FIELD["forecast_q1"], "-5k agreed")


@given(st.text())
def test_a_text_is_kept_exactly_as_typed(text: str) -> None:
    assert read_entry(FIELD["commentary"], text) == text


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("forecast_q1", Decimal(-1400), "−1,400"),
        ("forecast_q1", None, ""),
        ("forecast_q1", Decimal(0), "0"),
        ("percent", Decimal("80.6"), "80.60"),
        ("percent", None, ""),
        ("direction", Direction.NO_CHANGE, "↔"),
        ("direction", Direction.NONE, ""),
        ("complete", True, "Yes"),
        ("complete", False, "No"),
        ("complete", None, ""),
        ("title", "C&YP", "C&YP"),
        ("other:Lead", Decimal(-1400), "−1,400"),
        ("other:Lead", True, "Yes"),
        ("other:Lead", None, ""),
    ],
)
def test_a_value_is_shown_as_the_council_prints_it(key: str, value: Value, text: str) -> None:
    assert show(key, value) == text


@pytest.mark.parametrize("kind", [Kind.RATING, Kind.DIRECTION, Kind.COMPLETE])
def test_every_choice_that_is_offered_is_taken(kind: Kind) -> None:
    field = next(field for field in FIELDS if field.kind is kind)
    assert all(show(field.key, read_entry(field, choice)) for choice in CHOICES[kind])


def test_a_zero_in_a_text_is_shown_as_blank_and_one_in_a_figure_is_not() -> None:
    saving = a_saving(forecast=(0, 0, 0, 0), links="0", other={"Lead": " 0 "})
    assert [shown(saving, key) for key in ("links", "other:Lead", "forecast_q1")] == ["", "", "0"]


def test_a_text_that_could_not_be_read_is_shown_as_it_was_read() -> None:
    saving = a_saving(unread={"forecast_q2": "TBC", "rating": "Yellow"})
    assert [shown(saving, key) for key in ("forecast_q2", "rating", "forecast_q1")] == ["TBC", "Yellow", "−25"]
