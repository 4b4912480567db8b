"""Which line of one tracker stands for which of another, and what is said of those without one."""

from builders import a_saving, a_year
from model.counterparts import Counterparts, by_lineage, by_reference
from model.lineage import Lineage, Match, State, lineage

EARLIER = a_year(
    a_saving("A", title="Bus routes"), a_saving("B", title="Respite beds"), a_saving("", title="Fees"), year="2017-18"
)
LATER = a_year(a_saving("B", title="Library fines"), a_saving("C", title="Bus routes"), a_saving("A"), year="2020-21")


def tied(*pairs: tuple[int, int, State]) -> tuple[Counterparts, Counterparts]:
    """The lines of the later tracker that stand for the earlier one's, and the other way round."""
    evidence = lineage(EARLIER, LATER).matches[0].evidence
    found = Lineage(tuple(Match(earlier, later, evidence, state) for earlier, later, state in pairs))
    return by_lineage(EARLIER, LATER, found, later=False), by_lineage(LATER, EARLIER, found, later=True)


def test_by_reference_the_first_line_of_a_reference_stands_for_it() -> None:
    here, there = a_year(a_saving("A"), a_saving("B"), a_saving("")), a_year(a_saving("B"), a_saving("B"), a_saving(""))
    found = by_reference(here, there)
    assert [found.of(line) for line in range(3)] == [(), (0,), ()]
    assert [found.words(line) for line in range(3)] == [
        "A is not in this tracker",
        "",
        "This line is not in this tracker",
    ]


def test_a_line_in_one_year_only_says_so() -> None:
    forth, back = tied((1, 0, State.PROPOSED))
    assert forth.words(2) == "This line is not in 2020-21"
    assert back.words(1) == "C is not in 2017-18"


def test_a_reference_given_to_another_saving_is_tied_and_said_to_be_undecided() -> None:
    forth, back = tied((1, 0, State.FLAGGED))
    assert forth.of(1) == (0,)
    assert back.of(0) == (1,)
    assert forth.words(1) == back.words(0) == "B: same reference, another title: to be decided"


def test_what_was_decided_is_not_asked_about_any_more() -> None:
    forth, _ = tied((1, 0, State.CONFIRMED))
    assert (forth.of(1), forth.words(1)) == ((0,), "")
    forth, _ = tied()
    assert (forth.of(1), forth.words(1)) == ((), "B is not in 2020-21")


def test_a_saving_with_another_reference_or_with_several_is_named() -> None:
    forth, back = tied((0, 1, State.CONFIRMED), (0, 2, State.CONFIRMED))
    assert forth.of(0) == (1, 2)
    assert forth.words(0) == "A is C and A here"
    assert back.words(1) == "C is A here"
