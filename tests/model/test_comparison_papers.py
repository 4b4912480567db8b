"""A comparison taken elsewhere: as a workbook, csv or PDF, and on paper."""

from pathlib import Path

import pytest

from builders import a_saving, a_year
from fake_prompts import FakePrompts
from model.comparison import Comparison, compare
from model.comparison_papers import LONGEST, ComparisonPapers, comparison_pages, file_name
from model.lineage import lineage


def compared(earlier: str = "Quarter 1", later: str = "Quarter 2") -> Comparison:
    """Two periods of a year with one saving each."""
    years = [a_year(a_saving("A"), year="2020-21", period=period) for period in (earlier, later)]
    return compare(years[0], years[1], lineage(years[0], years[1]))


@pytest.fixture
def prompts() -> FakePrompts:
    """The officer, who takes the name that is suggested."""
    prompts = FakePrompts()
    prompts.to_write = Path()
    return prompts


@pytest.mark.parametrize(
    ("way", "suffix", "begins"), [(0, ".xlsx", b"PK"), (1, ".csv", b"\xef\xbb\xbf"), (2, ".pdf", b"%PDF")]
)
def test_rows_are_written_in_the_form_that_is_chosen(
    prompts: FakePrompts, tmp_path: Path, way: int, suffix: str, begins: bytes
) -> None:
    prompts.chosen = way
    comparison = compared()
    assert ComparisonPapers(prompts, tmp_path).export(comparison, comparison.rows)
    (written,) = tmp_path.iterdir()
    assert written.name == f"2020-21 Quarter 1 and Quarter 2 compared{suffix}"
    assert written.read_bytes().startswith(begins)
    assert prompts.asked[-1] == "Write the 1 row shown as: Workbook, csv, PDF"
    assert prompts.told == [(f"Exported 1 row as “{written.name}”.", "")]


def test_thinking_better_of_it_writes_nothing(prompts: FakePrompts, tmp_path: Path) -> None:
    comparison = compared()
    papers = ComparisonPapers(prompts, tmp_path)
    assert not papers.export(comparison, comparison.rows)
    prompts.chosen, prompts.to_write = 0, None
    assert not papers.export(comparison, comparison.rows)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused_in_a_sentence(prompts: FakePrompts, tmp_path: Path) -> None:
    prompts.chosen = 1
    comparison = compared()
    assert not ComparisonPapers(prompts, tmp_path / "nowhere").export(comparison, comparison.rows)
    assert len(prompts.refused) == 1


def test_a_name_is_safe_and_not_too_long() -> None:
    assert file_name(compared("Q1: a/b?", "Q2"), ".csv") == "2020-21 Q1 a b and Q2 compared.csv"
    assert len(file_name(compared("x" * 300, "Q2"), ".csv")) == LONGEST


def test_pages_are_drawn_with_their_size() -> None:
    comparison = compared()
    (page, *_) = comparison_pages(comparison, comparison.rows)
    assert page.drawing.startswith(b"<svg")
    assert page.width > page.height > 800
