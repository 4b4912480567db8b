"""Which line of one tracker is which saving of another: by reference, by title, and where nothing is assumed."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from builders import a_saving, a_year
from model.files.reading import read_year
from model.lineage import Lineage, Match, State, lineage
from model.saving import Saving
from model.year import Year


def titled(reference: str, title: str, plan: int | None = -100, **more: Any) -> Saving:
    """A saving by its reference and title, with its plan in one quarter."""
    return a_saving(reference, (plan, None, None, None), title=title, **more)


def a_2017(*savings: Saving) -> Year:
    """A tracker of 2017-18."""
    return a_year(*savings, year="2017-18")


def a_2020(*savings: Saving, period: str = "Quarter 1") -> Year:
    """A tracker of 2020-21."""
    return a_year(*savings, year="2020-21", period=period)


def states(matches: Iterable[Match]) -> dict[tuple[int, int], State]:
    """The states of matches, by their two lines."""
    return {(match.earlier, match.later): match.state for match in matches}


def likely(found: Lineage) -> list[tuple[int, int]]:
    """The lines that are suggested."""
    return [(match.earlier, match.later) for match in found.suggestions]


def references(matches: Iterable[Match]) -> list[tuple[str, str]]:
    """The references of matches."""
    return [(match.evidence.earlier.reference, match.evidence.later.reference) for match in matches]


@pytest.fixture
def both_published(published: Path) -> tuple[Year, Year]:
    """The two published trackers."""
    first, second = (read_year(published / f"savings-tracker-{year}.txt") for year in ("2017-18", "2020-21"))
    return first, second


@pytest.mark.published
def test_the_five_references_of_both_published_trackers_are_flagged(both_published: tuple[Year, Year]) -> None:
    found = lineage(*both_published)
    shared = ["A/R.6.114", "A/R.6.201", "A/R.6.202", "A/R.7.105", "A/R.7.106"]
    assert references(found.matches) == [(reference, reference) for reference in shared]
    assert {match.state for match in found.matches} == {State.FLAGGED}
    assert all(0.14 <= match.evidence.title <= 0.32 for match in found.matches)
    assert (len(found.only_earlier), len(found.only_later)) == (62, 35)


@pytest.mark.published
def test_what_is_plausibly_the_same_under_another_reference_is_suggested(both_published: tuple[Year, Year]) -> None:
    found = lineage(*both_published)
    assert references(found.suggestions) == [
        ("A/R.6.210", "A/R.6.270"),
        ("A/R.6.234", "A/R.6.270"),
        ("A/R.6.169", "A/R.6.182"),
        ("A/R.6.001", "E/R.6.033"),
        ("A/R.6.214", "A/R.6.270"),
    ]
    assert {match.state for match in found.suggestions} == {State.SUGGESTED}
    assert found.suggestions[3].evidence.sentence == (
        "Another reference; titles 56% alike; both say drug, alcohol, service, contracts; descriptions 42% alike; "
        "plans −100 and −127."
    )


@pytest.mark.published
@pytest.mark.parametrize("which", [0, 1])
def test_a_published_tracker_is_certain_of_itself(both_published: tuple[Year, Year], which: int) -> None:
    year = both_published[which]
    found = lineage(year, year)
    assert states(found.matches) == {(line, line): State.CERTAIN for line in range(len(year.savings))}
    assert not found.suggestions


def test_one_reference_and_title_in_one_year_are_one_saving() -> None:
    found = lineage(
        a_2020(titled("A", "Respite beds"), titled("B", "Bus routes")),
        a_2020(titled("B", "Bus routes"), titled("C", "Library fines"), period="Quarter 2"),
    )
    assert states(found.matches) == {(1, 0): State.CERTAIN}
    assert (found.only_earlier, found.only_later) == ((0,), (1,))
    assert (found.later_of(1), found.earlier_of(0)) == ((0,), (1,))
    assert found.later_of(0) == found.earlier_of(1) == ()


@pytest.mark.parametrize(
    ("earlier", "later", "within_a_year", "over_years"),
    [
        ("Bus routes", "Bus routes", State.CERTAIN, State.PROPOSED),
        ("<p>Bus – routes</p>", "BUS  ROUTES", State.CERTAIN, State.PROPOSED),
        ("Bus routes", "Bus routes reviewed", State.PROPOSED, State.PROPOSED),
        ("Bus routes", "Library fines", State.FLAGGED, State.FLAGGED),
        ("Bus routes", "", State.PROPOSED, State.FLAGGED),
        ("", "", State.CERTAIN, State.FLAGGED),
    ],
)
def test_a_title_decides_how_sure_a_reference_is(
    earlier: str, later: str, within_a_year: State, over_years: State
) -> None:
    old, new = titled("A", earlier), titled("A", later)
    assert states(lineage(a_2020(old), a_2020(new)).matches) == {(0, 0): within_a_year}
    assert states(lineage(a_2017(old), a_2020(new)).matches) == {(0, 0): over_years}


def test_trackers_that_do_not_say_their_year_are_never_certain() -> None:
    year = a_year(titled("A", "Bus routes"))
    assert states(lineage(year, year).matches) == {(0, 0): State.PROPOSED}


def test_descriptions_speak_where_a_title_is_missing() -> None:
    words = "Fewer buses run on Sundays"
    old, new = titled("A", "", description=words), titled("A", "Bus routes", description=words.upper())
    assert states(lineage(a_2017(old), a_2020(new)).matches) == {(0, 0): State.PROPOSED}


@pytest.mark.parametrize("written", ["a/r.6.239", " A/R. 6. 239", "A/R.6.239\u200b", "<b>A/R.6.239</b>"])
def test_a_reference_is_the_same_however_it_is_written(written: str) -> None:
    found = lineage(a_2017(titled("A/R.6.239", "Bus routes")), a_2020(titled(written, "Bus routes")))
    assert states(found.matches) == {(0, 0): State.PROPOSED}
    assert found.matches[0].evidence.same_reference


@pytest.mark.parametrize("dash", ["-", "–", "—", "−", "‑"])
def test_dashes_in_references_are_one(dash: str) -> None:
    assert lineage(a_2017(titled("A-1", "Bus routes")), a_2020(titled(f"A{dash}1", "Bus routes"))).matches


@pytest.mark.parametrize("blank", ["", " ", "0", "-", "…", "<p></p>"])
def test_lines_without_a_reference_are_proposed_where_their_titles_agree(blank: str) -> None:
    found = lineage(
        a_2020(titled(blank, "Bus routes"), titled(blank, "Respite beds"), titled(blank, "")),
        a_2020(titled("", "Respite beds"), titled("", "Bus routes reviewed"), titled("", "")),
    )
    assert states(found.matches) == {(1, 0): State.PROPOSED}
    assert not found.matches[0].evidence.same_reference
    assert likely(found) == [(0, 1)]
    assert (found.only_earlier, found.only_later) == ((0, 2), (1, 2))


def test_of_two_lines_under_one_reference_the_title_decides() -> None:
    found = lineage(
        a_2020(titled("A", "Respite beds"), titled("A", "Bus routes")),
        a_2020(titled("A", "Bus routes"), titled("A", "Respite beds in care homes"), period="Quarter 2"),
    )
    assert states(found.matches) == {(1, 0): State.CERTAIN, (0, 1): State.PROPOSED}


def test_what_is_over_under_a_reference_is_kept_and_suggested() -> None:
    found = lineage(
        a_2017(titled("A", "Bus routes"), titled("A", "Respite beds"), titled("A", "Library fines")),
        a_2020(titled("A", "Bus routes")),
    )
    assert states(found.matches) == {(0, 0): State.PROPOSED}
    assert found.only_earlier == (1, 2)
    assert likely(found) == [(1, 0), (2, 0)]
    backwards = lineage(a_2020(titled("A", "Bus routes")), a_2017(titled("A", "Bus routes"), titled("A", "Beds")))
    assert backwards.only_later == (1,)
    assert likely(backwards) == [(0, 1)]


def test_the_last_two_lines_under_a_reference_are_flagged_where_they_are_not_alike() -> None:
    found = lineage(
        a_2017(titled("A", "Bus routes"), titled("A", "Respite beds")),
        a_2020(titled("A", "Bus routes"), titled("A", "Library fines")),
    )
    assert states(found.matches) == {(0, 0): State.PROPOSED, (1, 1): State.FLAGGED}


def test_lines_that_only_their_plans_tell_apart_stand_beside_the_nearest() -> None:
    old = a_2020(titled("A", "Bus routes", -100), titled("A", "Bus routes", -5), titled("A", "Bus routes", None))
    new = a_2020(titled("A", "Bus routes", -7), titled("A", "Bus routes", -99))
    found = lineage(old, new)
    assert states(found.matches) == {(0, 1): State.PROPOSED, (1, 0): State.PROPOSED}
    assert found.only_earlier == (2,)


def test_very_many_lines_that_nothing_tells_apart_stand_in_order_of_size() -> None:
    plans = range(-30, 0)
    old = a_2017(*(titled("A", "Bus routes", plan) for plan in plans), titled("A", "Bus routes", None))
    new = a_2020(*(titled("A", "Bus routes", plan) for plan in reversed(plans)))
    found = lineage(old, new)
    assert all(match.evidence.sizes[0] == match.evidence.sizes[1] for match in found.matches)
    assert len(found.matches) == 30
    assert found.only_earlier == (30,)


def test_one_reference_on_very_many_lines_with_other_titles_says_nothing() -> None:
    old = a_2017(*(titled("TBC", f"Route {number}") for number in range(30)))
    new = a_2020(*(titled("TBC", f"Line {number}") for number in range(30)))
    found = lineage(old, new)
    assert found.matches == ()
    assert len(found.only_earlier) == len(found.only_later) == 30


def test_a_line_has_at_most_five_suggestions() -> None:
    old = a_2017(*(titled(f"A{number}", "Moving the bus depots") for number in range(7)))
    new = a_2020(titled("B", "Moving the bus depots"), titled("C", "Library fines"))
    assert likely(lineage(old, new)) == [(0, 0), (1, 0), (2, 0), (3, 0), (4, 0)]


def test_a_saving_under_another_reference_and_title_is_found_by_its_description() -> None:
    words = "Three depots on the edge of town move into one building with room for forty electric vehicles"
    old = a_2017(titled("A", "Depots", description=f"{words}."), titled("B", "Respite beds", description="Beds."))
    new = a_2020(titled("C", "Estates", description=f"{words}, later than planned."))
    assert likely(lineage(old, new)) == [(0, 0)]


def test_words_that_stand_everywhere_suggest_nothing() -> None:
    old = a_2017(*(titled(f"A{number}", "Reduction in staff") for number in range(500)))
    new = a_2020(*(titled(f"B{number}", "Reduction in staff") for number in range(500)))
    assert not lineage(old, new).suggestions


def test_a_saving_whose_reference_was_given_away_is_looked_for_elsewhere() -> None:
    found = lineage(
        a_2017(titled("A", "Closing three depots")),
        a_2020(titled("A", "Library fines"), titled("B", "Closing three bus depots")),
    )
    assert states(found.matches) == {(0, 0): State.FLAGGED}
    assert likely(found) == [(0, 1)]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            titled("A", "Bus routes", -1400, committee="Adults, C&YP", description="Fewer buses"),
            titled("A", "Bus routes", None, committee="C&YP", description="Fewer buses"),
            "Same reference; titles 100% alike; descriptions 100% alike; same committee; plans −1,400 and none.",
        ),
        (
            titled("", "Bus routes", 125, committee="Adults"),
            titled("", "Bus routes", 0, committee="C&YP", description="Fewer buses"),
            "Another reference; titles 100% alike; one has no description; another committee; plans 125 and 0.",
        ),
        (
            titled("A", ""),
            titled("A", "", committee="C&YP"),
            "Same reference; no titles; no descriptions; plans −100 and −100.",
        ),
    ],
)
def test_the_evidence_is_a_sentence(old: Saving, new: Saving, sentence: str) -> None:
    (match,) = lineage(a_2020(old), a_2020(new)).matches
    assert match.evidence.sentence == sentence
