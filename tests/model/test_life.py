"""The life of one saving over all trackers that are known, by what is sure alone."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from builders import A_SCHEME, a_saving, a_year, figures
from model.files.reading import read_year
from model.life import Known, Life, Lives
from model.lineage import Decision, Decisions, State, Verdict, name_of
from model.rating import Origin
from model.saving import Saving
from model.year import Year

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def titled(reference: str, title: str, **more: Any) -> Saving:
    """A saving by its reference and title."""
    return a_saving(reference, **more).but(title=title)


def quarter(number: int, *savings: Saving, year: str = "2020-21") -> Known:
    """A tracker at the end of a quarter."""
    return Known(a_year(*savings, year=year, period=f"Quarter {number}"), number)


def decided(earlier: Known, line: int, later: Known, other: int, verdict: Verdict = Verdict.SAME) -> Decision:
    """A decision about two lines of two trackers."""
    names = (name_of(known.year, known.year.savings[at]) for known, at in ((earlier, line), (later, other)))
    one, another = names
    return Decision(one, another, verdict, "M. Officer", NOON)


def places(life: Life) -> list[tuple[int, int]]:
    """The tracker and the line of each stage."""
    return [(stage.tracker, stage.saving.line) for stage in life.stages]


def doubts(life: Life) -> list[tuple[int, int, State]]:
    """The tracker, the line and the state of what is unsure."""
    return [(doubt.tracker, doubt.saving.line, doubt.match.state) for doubt in life.unsure]


BUS, BEDS = titled("A", "Bus routes"), titled("B", "Respite beds")


def test_a_saving_is_followed_through_the_periods_of_its_year() -> None:
    lives = Lives([quarter(1, BUS, BEDS), quarter(2, BEDS), quarter(3, BEDS, BUS)])
    assert places(lives.of(0, 0)) == places(lives.of(2, 1)) == [(0, 0), (2, 1)]
    assert places(lives.of(1, 0)) == [(0, 1), (1, 0), (2, 0)]
    assert lives.of(1, 0).unsure == ()
    assert [stage.link and stage.link.state for stage in lives.of(1, 0).stages] == [
        State.CERTAIN,
        None,
        State.CERTAIN,
    ]


def test_a_stage_tells_what_its_tracker_says() -> None:
    saving = a_saving(
        plan=(-300, -300, -300, -300), forecast=(-300, 0, -200, None), commentary="Late", achieved_prior=Decimal(-40)
    )
    (stage,) = Lives([Known(a_year(saving, scheme=A_SCHEME), 2)]).of(0, 0).stages
    assert (stage.plan, stage.forecast, stage.variance) == figures(-1200, -500, 700)
    assert (stage.achieved, stage.achieved_prior) == figures(-300, -40)
    assert stage.achieved_words == "The forecast of Q1 to Q2, which had ended."
    assert (stage.rating.name, stage.rating.origin) == ("Red", Origin.CALCULATED)
    assert stage.saving.commentary == "Late"


@pytest.mark.parametrize(
    ("quarters", "achieved", "words"),
    [
        (None, None, "The tracker does not say which quarters had ended, so that nothing is said to be achieved."),
        (0, None, "No quarter had ended."),
        (1, -10, "The forecast of Q1, which had ended."),
        (4, -10, "The forecast of Q1 to Q4, which had ended."),
    ],
)
def test_what_was_achieved_is_said_exactly(quarters: int | None, achieved: int | None, words: str) -> None:
    year = a_year(a_saving(forecast=(-10, None, None, None)))
    (stage,) = Lives([Known(year, quarters)]).of(0, 0).stages
    assert (stage.achieved, stage.achieved_words) == (*figures(achieved), words)


def test_each_tracker_rates_by_its_own_key() -> None:
    judged = Known(a_year(BUS.but(rating_printed="Amber"), year="2017-18"))
    rated = Known(a_year(BUS, year="2020-21", scheme=A_SCHEME))
    stages = Lives([judged, rated], Decisions([decided(judged, 0, rated, 0)])).of(0, 0).stages
    assert [(stage.rating.name, stage.rating.origin) for stage in stages] == [
        ("Amber", Origin.JUDGED),
        ("Green", Origin.CALCULATED),
    ]


def test_what_is_not_sure_is_listed_once_a_year_and_not_followed() -> None:
    known = [quarter(3, BUS, year="2019-20"), quarter(1, BUS), quarter(2, BEDS, BUS), quarter(1, BUS, year="2021-22")]
    life = Lives(known).of(0, 0)
    assert places(life) == [(0, 0)]
    assert doubts(life) == [(1, 0, State.PROPOSED), (3, 0, State.PROPOSED)]
    assert doubts(Lives(known).of(3, 0)) == [(2, 1, State.PROPOSED), (0, 0, State.PROPOSED)]
    assert life.unsure[0].beside == 0


def test_decisions_from_year_to_year_make_one_life() -> None:
    first = quarter(4, BUS, year="2017-18")
    second = quarter(4, titled("C", "Buses"), BEDS, year="2018-19")
    third = quarter(1, BEDS, titled("D", "School travel"))
    fourth = quarter(2, titled("D", "School travel"))
    decisions = Decisions([decided(first, 0, second, 0), decided(second, 0, third, 1)])
    whole = [(0, 0), (1, 0), (2, 1), (3, 0)]
    lives = Lives([first, second, third, fourth], decisions)
    assert [places(lives.of(*place)) for place in whole] == [whole] * 4


def test_a_decision_reaches_over_a_year_that_does_not_have_the_saving() -> None:
    known = [quarter(4, BUS, year="2017-18"), quarter(4, BEDS, year="2018-19"), quarter(1, titled("D", "Buses"))]
    assert places(Lives(known, Decisions([decided(known[0], 0, known[2], 0)])).of(0, 0)) == [(0, 0), (2, 0)]


def test_a_saving_that_was_split_goes_on_in_all_its_parts() -> None:
    first, second = quarter(4, BUS, year="2017-18"), quarter(1, BEDS, titled("D", "Depots"), titled("C", "Routes"))
    third = quarter(2, titled("C", "Routes"), titled("D", "Depots"))
    decisions = Decisions(decided(first, 0, second, part, Verdict.SPLIT) for part in (2, 1))
    lives = Lives([first, second, third], decisions)
    assert places(lives.of(0, 0)) == [(0, 0), (1, 1), (1, 2), (2, 0), (2, 1)]
    assert places(lives.of(2, 0)) == [(0, 0), (1, 2), (2, 0)]


@pytest.mark.published
def test_the_life_of_a_published_saving_whose_reference_was_given_away(published: Path) -> None:
    years: list[Year] = [read_year(published / f"savings-tracker-{year}.txt") for year in ("2017-18", "2020-21")]
    known = [Known(years[0], 2), Known(years[1], 1)]
    references = {saving.reference: saving.line for saving in years[0]}
    life = Lives(known).of(0, references["A/R.6.114"])
    assert places(life) == [(0, references["A/R.6.114"])]
    assert [(doubt.saving.reference, doubt.match.state) for doubt in life.unsure] == [("A/R.6.114", State.FLAGGED)]
    decision = decided(known[0], references["A/R.6.114"], known[1], life.unsure[0].saving.line)
    stages = Lives(known, Decisions([decision])).of(0, references["A/R.6.114"]).stages
    assert [stage.plan for stage in stages] == [*figures(-2381, -250)]
    assert [(stage.achieved, stage.achieved_prior) for stage in stages] == [figures(-1888, None), figures(-62, -4558)]
