"""What a journal writes comes back exactly: values, schemes, heads and steps."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import A_SCHEME, QUARTER_1, a_saving
from model.files.fingerprint import Fingerprint
from model.files.journal_lines import (
    UNDONE,
    Head,
    KeptStep,
    act_line,
    head_line,
    read_entry_line,
    read_head,
    step_line,
)
from model.files.journal_values import (
    DamagedLineError,
    scheme_from_json,
    scheme_to_json,
    value_from_json,
    value_to_json,
)
from model.history import Step
from model.saving import Direction, Place, Saving

A_HEAD = Head("a.xlsx", "Savings", Path("/share/Ångström/a.xlsx"), Fingerprint(1, 2, "3"), QUARTER_1, 4, 3)
values = st.one_of(
    st.none(), st.booleans(), st.text(), st.decimals(allow_nan=False, allow_infinity=False), st.sampled_from(Direction)
)


def through_json(written: Any) -> Any:
    """What a file gives back."""
    return json.loads(json.dumps(written))


def a_step(before: Saving, after: Saving, **more: Any) -> Step:
    """A step on one line."""
    step = Step("Typed", QUARTER_1, "M. Officer", "", "", {before.line: before}, {after.line: after}, (None, None))
    return replace(step, **more)


def kept(step: Step) -> KeptStep:
    """A step as the journal gives it back."""
    read = read_entry_line(step_line(step))
    assert isinstance(read, KeptStep)
    return read


@given(value=st.one_of(values, st.dictionaries(st.text(), values)))
def test_a_value_comes_back_as_what_it_was(value: object) -> None:
    back = value_from_json(through_json(value_to_json(value)))
    assert back == value
    assert isinstance(back, type(value)) or isinstance(value, dict)
    assert str(back) == str(value)


@pytest.mark.parametrize("amount", ["-0", "0.10", "1E+3", "-90", "1234567890.123456789"])
def test_an_amount_keeps_its_digits(amount: str) -> None:
    assert str(value_from_json(through_json(value_to_json(Decimal(amount))))) == amount


def test_a_scheme_comes_back_with_its_words() -> None:
    scheme = replace(A_SCHEME, key=MappingProxyType({"Red": ("over 19%", "-")}), sizes=("large",), has_blue=False)
    assert scheme_from_json(through_json(scheme_to_json(scheme))) == scheme
    assert scheme_from_json(through_json(scheme_to_json(None))) is None


@pytest.mark.parametrize("written", [{}, {"a": 1, "b": 2}, {"amount": "x"}, {"amount": []}, {"each": 1}, {"new": 1}])
def test_what_no_value_was_written_as_is_refused(written: Any) -> None:
    with pytest.raises(DamagedLineError):
        value_from_json(written)


@pytest.mark.parametrize("written", [1, {}, {"name": "a", "bands": [[]]}])
def test_what_no_scheme_was_written_as_is_refused(written: Any) -> None:
    with pytest.raises(DamagedLineError):
        scheme_from_json(written)


@pytest.mark.parametrize("head", [A_HEAD, replace(A_HEAD, path=None, fingerprint=None)])
def test_the_head_comes_back(head: Head) -> None:
    assert read_head(head_line(head)) == head


@pytest.mark.parametrize("text", ["", "[]", "1", "{}", '{"form": 2}', head_line(A_HEAD)[:-1], "[" * 100_000])
def test_a_damaged_head_is_refused(text: str) -> None:
    with pytest.raises(DamagedLineError):
        read_head(text)


@pytest.mark.parametrize("text", ["", "[]", "1", "{}", '"done"', "\0\0\0", '{"words": "a"}', "[" * 100_000])
def test_a_damaged_line_is_refused(text: str) -> None:
    with pytest.raises(DamagedLineError):
        read_entry_line(text)


def test_a_field_that_no_line_has_is_refused() -> None:
    line = step_line(a_step(a_saving(), a_saving(commentary="new"))).replace('"commentary"', '"comment"')
    with pytest.raises(DamagedLineError):
        read_entry_line(line)


def test_a_step_keeps_its_words_time_officer_reason_and_source() -> None:
    when = datetime(2020, 7, 10, 9, 30, 1, 234567, tzinfo=UTC)
    step = a_step(a_saving(), a_saving(commentary="two\nlines ☂"), when=when, why="agreed", source="b.xlsx")
    back = kept(step)
    assert (back.words, back.when, back.who, back.why, back.source) == ("Typed", when, "M. Officer", "agreed", "b.xlsx")
    assert back.lines[0].before == {"commentary": ""}
    assert back.lines[0].after == {"commentary": "two\nlines ☂"}
    assert "\n" not in step_line(step)
    assert step_line(step).isascii()


def test_a_step_on_figures_keeps_all_that_follows_from_them() -> None:
    before = a_saving(forecast_total_printed=Decimal(-100), rating_printed="Green")
    after = before.but(forecast_q1=Decimal(-5), forecast_total_printed=None, rating_printed=None)
    line = kept(a_step(before, after)).lines[0]
    assert before.but(**line.after) == after
    assert after.but(**line.before) == before
    assert {"variance_printed", "to_review", "unread"} <= set(line.after)


def test_where_a_line_stands_is_no_part_of_a_step() -> None:
    before = a_saving()
    after = before.but(links="NHS", place=Place("Sheet1", 7))
    assert set(kept(a_step(before, after)).lines[0].after) == {"links"}


def test_only_a_step_that_changes_the_scheme_keeps_schemes() -> None:
    same = a_step(a_saving(), a_saving(links="x"), schemes=(A_SCHEME, A_SCHEME))
    adopted = a_step(a_saving(), a_saving(links="x"), schemes=(None, A_SCHEME))
    assert kept(same).schemes is None
    assert kept(adopted).schemes == (None, A_SCHEME)


def test_an_act_is_kept_as_its_name() -> None:
    assert read_entry_line(act_line(UNDONE)) == UNDONE
