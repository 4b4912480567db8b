"""What tests of reading get: both trackers, as published and as our own examples with the same figures."""

from collections.abc import Callable

import pytest

from papers import Paper, paper
from sources import ROOT

FOLDERS = [pytest.param("published", marks=pytest.mark.published), "examples"]


@pytest.fixture(params=FOLDERS)
def papers(request: pytest.FixtureRequest) -> Callable[[str], Paper]:
    """Opens the tracker of a year: `papers("2017-18")`."""
    examples = ROOT / "resources" / "examples" / "source"
    folder = examples if request.param == "examples" else request.getfixturevalue("published")
    return lambda year: paper(folder / f"savings-tracker-{year}.txt")


@pytest.fixture
def older(papers: Callable[[str], Paper]) -> Paper:
    """The tracker of 2017-18: 67 savings, ratings judged."""
    return papers("2017-18")


@pytest.fixture
def newer(papers: Callable[[str], Paper]) -> Paper:
    """The tracker of 2020-21: 40 savings, with its RAG key."""
    return papers("2020-21")
