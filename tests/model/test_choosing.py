"""Which tracker stands over against the one in front."""

from pathlib import Path

import pytest

from builders import a_year
from model.choosing import ANOTHER_FILE, Chosen, choose_other, chosen_from, in_order, look_into
from model.resources import EXAMPLES
from officer import Officer

OF_2017, OF_2020 = (EXAMPLES / f"savings-tracker-{year}.xlsx" for year in ("2017-18", "2020-21"))


@pytest.fixture
def officer() -> Officer:
    """An officer with the tracker of 2020-21 open."""
    officer = Officer()
    officer.opens(OF_2020)
    return officer


def test_with_no_other_tracker_open_a_file_is_asked_for_at_once(officer: Officer) -> None:
    officer.prompts.to_open = OF_2017
    chosen = choose_other(officer.session, officer.document, "Which?")
    assert chosen
    assert (chosen.name, chosen.year.year, chosen.document, chosen.folder) == (OF_2017.name, "2017-18", None, None)
    assert len(officer.session.documents) == 1
    assert officer.prompts.asked[-1].startswith("Which? ")


def test_another_open_tracker_is_offered_by_its_file_and_what_it_says_of_itself(officer: Officer) -> None:
    other, front = officer.document, officer.opens(OF_2017)
    officer.prompts.chosen = 0
    chosen = choose_other(officer.session, front, "Which?")
    assert chosen
    assert chosen.document is other
    assert chosen.folder == EXAMPLES
    assert officer.prompts.asked[-1].startswith("Which?: savings-tracker-2020-21.xlsx (")
    assert officer.prompts.asked[-1].endswith(", Another file…")


def test_a_tracker_whose_file_says_all_is_offered_by_that_alone(officer: Officer) -> None:
    front = officer.opens(OF_2017)
    officer.session.documents[0].name = officer.session.documents[0].tracker.year.name
    choose_other(officer.session, front, "Which?")
    assert officer.prompts.asked[-1] == f"Which?: {officer.session.documents[0].name}, Another file…"


def test_open_trackers_that_are_called_alike_are_told_apart(officer: Officer) -> None:
    officer.session.open_example()
    officer.session.open_example()
    front = officer.session.documents[0]
    officer.prompts.chosen = 1
    chosen = choose_other(officer.session, front, "Which?")
    assert chosen
    assert chosen.document is officer.session.documents[2]
    offered = officer.prompts.asked[-1].removeprefix("Which?: ").removesuffix(f", {ANOTHER_FILE}")
    assert offered.endswith(", 2")


def test_an_open_tracker_is_followed_as_it_is_edited(officer: Officer) -> None:
    chosen = chosen_from(officer.document)
    assert officer.types("A/R.6.266", "forecast_q4", "-90")
    assert chosen.year is officer.tracker.year
    assert chosen.year is not chosen.read


def test_a_file_that_is_open_already_is_taken_as_it_stands(officer: Officer) -> None:
    chosen = look_into(officer.session, OF_2020)
    assert chosen
    assert chosen.document is officer.document


def test_thinking_better_of_it_chooses_nothing(officer: Officer) -> None:
    assert choose_other(officer.session, officer.document, "Which?") is None
    front = officer.opens(OF_2017)
    assert choose_other(officer.session, front, "Which?") is None
    officer.prompts.chosen = 1
    assert choose_other(officer.session, front, "Which?") is None
    assert officer.prompts.refused == []


def test_a_file_that_is_no_tracker_is_refused_in_a_sentence(officer: Officer, tmp_path: Path) -> None:
    empty = tmp_path / "shopping.txt"
    empty.write_text("bread\n", encoding="utf-8")
    assert look_into(officer.session, empty) is None
    assert len(officer.prompts.refused) == 1


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        (("2020-21", ""), ("2017-18", ""), 1),
        (("2017-18", ""), ("2020-21", ""), 0),
        (("2020-21", "Quarter 2"), ("2020-21", "Quarter 1"), 1),
        (("2020-21", "as at January 2021"), ("2020-21", "as at October 2020"), 1),
        (("2020-21", ""), ("2020-21", "Quarter 1"), 1),
        (("", ""), ("", ""), 0),
        (("2020-21", "Quarter 1"), ("2020-21", "Quarter 1"), 0),
    ],
)
def test_the_earlier_comes_first_by_year_then_by_period(
    one: tuple[str, str], other: tuple[str, str], first: int
) -> None:
    sides = [Chosen(str(place), a_year(year=year, period=period)) for place, (year, period) in enumerate((one, other))]
    assert in_order(sides[0], sides[1])[0] is sides[first]
