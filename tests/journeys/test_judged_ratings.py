"""The 2017-18 tracker, whose ratings are judged: edited, reviewed, and rated by an adopted scheme."""

from pathlib import Path

import pytest

from model.rating import rating_of
from officer import Officer, row
from sources import ROOT

EXAMPLES = ROOT / "resources" / "examples"


@pytest.fixture(params=["workbook", pytest.param("published", marks=pytest.mark.published)])
def officer(request: pytest.FixtureRequest) -> Officer:
    """An officer who has just opened the tracker, as our workbook and as it was published."""
    officer = Officer()
    if request.param == "published":
        officer.opens(Path(request.getfixturevalue("published")) / "savings-tracker-2017-18.txt")
    else:
        officer.opens(EXAMPLES / "savings-tracker-2017-18.xlsx")
    return officer


def to_review(officer: Officer, reference: str) -> bool:
    """Whether a line's rating waits for the officer."""
    return rating_of(officer.sees(reference), officer.tracker.year.scheme).to_review


def test_it_opens_with_its_published_ratings_and_no_scheme(officer: Officer) -> None:
    assert len(officer.tracker.year.savings) == 67
    assert officer.tracker.year.scheme is None
    assert officer.changed() == set()
    assert set(officer.ratings()) == {"Red", "Amber", "Green", ""}
    assert officer.ratings()[""] == 1


def test_an_edited_line_waits_for_review_and_is_never_rated_by_itself(officer: Officer) -> None:
    before = officer.ratings()
    assert officer.types("A/R.6.210", "forecast_total", "0")
    assert officer.rating("A/R.6.210") == "Green"
    assert officer.ratings() == before
    assert to_review(officer, "A/R.6.210")
    assert officer.types("A/R.6.210", "rating", "Red")
    assert not to_review(officer, "A/R.6.210")
    assert officer.document.undo()
    assert officer.document.undo()
    assert officer.changed() == set()
    assert not to_review(officer, "A/R.6.210")


def test_a_scheme_is_adopted_from_another_open_tracker_and_given_up_again(officer: Officer) -> None:
    judged, before = officer.document, officer.ratings()
    officer.opens(EXAMPLES / "savings-tracker-2020-21.xlsx")
    offered = officer.session.schemes(judged)
    assert [scheme.name for scheme in offered] == ["2020-21"]
    officer.session.bring_up(judged)
    assert judged.adopt(offered[0])
    assert officer.rating("A/R.6.210") == "Blue"
    assert officer.rating("A/R.6.216") == "Black"
    assert officer.types("A/R.6.210", "forecast_total", "0")
    assert officer.rating("A/R.6.210") == "Black"
    assert officer.document.undo()
    assert officer.document.undo()
    assert officer.ratings() == before
    assert officer.changed() == set()


def test_no_other_tracker_is_touched(officer: Officer) -> None:
    judged = officer.document
    officer.opens(EXAMPLES / "savings-tracker-2020-21.xlsx")
    officer.types("A/R.6.201", "forecast_q1", "0")
    assert officer.totals() != row(-15929, -10623, 5306)
    assert judged.unsaved == 0
    officer.session.bring_up(judged)
    assert officer.changed() == set()
