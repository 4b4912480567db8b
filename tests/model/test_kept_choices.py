"""What was chosen for appendices is remembered beside the program, and nothing unreadable stops it."""

from pathlib import Path

import pytest

from builders import a_saving, a_year
from model.appendix import Assignment, Choice, Lines, Paper
from model.kept_choices import KeptChoices

CHOICE = Choice(
    ("Adults", "C&YP"), ("variance",), Lines.RED_AND_BLACK, descriptions=True, paper=Paper.A4, council="A Council"
)


@pytest.fixture
def kept(tmp_path: Path) -> KeptChoices:
    """A memory in folders of its own."""
    return KeptChoices(tmp_path / "settings", tmp_path / "data")


def test_a_choice_comes_back_for_its_committees_in_any_order(kept: KeptChoices) -> None:
    assert kept.choice(("Adults", "C&YP")) is None
    kept.keep_choice(CHOICE)
    assert kept.choice(("Adults", "C&YP")) == CHOICE
    again = kept.choice(("C&YP", "Adults"))
    assert again is not None
    assert again.columns == ("variance",)
    assert kept.choice(("Adults",)) is None
    kept.keep_choice(Choice())
    assert kept.choice() == Choice()


def test_whose_savings_are_comes_back_for_every_period_of_the_year(kept: KeptChoices) -> None:
    assignment = Assignment({"A/R": "Adults"}, {"A/R.6.001": "C&YP"})
    kept.keep_assignment(a_year(a_saving(), year="2020-21", period="Quarter 1"), assignment)
    assert kept.assignment(a_year(a_saving(), year="2020-21", period="Quarter 2")) == assignment
    assert kept.assignment(a_year(a_saving(), year="2021-22")) == Assignment()
    kept.keep_assignment(a_year(a_saving(), source="a.xlsx"), assignment)
    assert kept.assignment(a_year(a_saving(), source="a.xlsx")) == assignment


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b'{"Adults\\nC&YP": 5, "2020-21": []}', b"[" * 100_000])
def test_what_cannot_be_read_is_not_remembered(kept: KeptChoices, tmp_path: Path, content: bytes) -> None:
    for name in ("settings/appendices.json", "data/committees.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert kept.choice(("Adults", "C&YP")) is None
    assert kept.assignment(a_year(a_saving(), year="2020-21")) == Assignment()
    kept.keep_choice(CHOICE)
    assert kept.choice(CHOICE.committees) == CHOICE


def test_parts_that_make_no_sense_are_as_usual(kept: KeptChoices, tmp_path: Path) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "appendices.json").write_text('{"": {"columns": [1], "lines": "x", "paper": 7}}', "utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "committees.json").write_text(
        '{"a": {"by_prefix": {"A": 1, "B": "C"}, "by_line": 3}}', "utf-8"
    )
    assert kept.choice() == Choice()
    assert kept.assignment(a_year(a_saving(), source="a")) == Assignment({"B": "C"})


def test_a_folder_that_cannot_be_made_is_let_pass(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept = KeptChoices(tmp_path / "file" / "settings", tmp_path / "file" / "data")
    kept.keep_choice(CHOICE)
    assert kept.choice(CHOICE.committees) is None
