"""Which line of one tracker is which saving of another."""

from builders import a_saving, a_year
from model.lineage import Lineage, State, lineage


def states(found: Lineage) -> dict[tuple[int, int], State]:
    """What stands on one row, by its two lines."""
    return {(match.earlier, match.later): match.state for match in found.matches}


def test_one_reference_and_title_in_one_year_are_one_saving() -> None:
    earlier = a_year(a_saving("A/R.6.001"), a_saving("A/R.6.002"), year="2020-21", period="Quarter 1")
    later = a_year(a_saving("A/R.6.002"), a_saving("A/R.6.003"), year="2020-21", period="Quarter 2")
    found = lineage(earlier, later)
    assert states(found) == {(1, 0): State.CERTAIN}
    assert (found.only_earlier, found.only_later) == ((0,), (1,))
    assert found.later_of(1) == (0,)
    assert found.earlier_of(0) == (1,)
    assert found.later_of(0) == found.earlier_of(1) == ()


def test_one_reference_in_two_years_is_proposed_or_flagged_by_its_titles() -> None:
    earlier = a_year(a_saving("A", title="Bus routes"), a_saving("B", title="Respite beds"), year="2017-18")
    later = a_year(a_saving("A", title="Bus routes reviewed"), a_saving("B", title="Library fines"), year="2020-21")
    assert states(lineage(earlier, later)) == {(0, 0): State.PROPOSED, (1, 1): State.FLAGGED}
