"""Findings of many lines can be looked for a part at a time."""

from decimal import Decimal

from builders import a_saving, a_year
from model.saving import Saving
from model.standing import Standing


def odd(saving: Saving) -> Saving:
    """A line whose printed total its quarters do not add to."""
    return saving.but(plan_total_printed=Decimal(5))


def lines(count: int) -> list[Saving]:
    """Lines without findings."""
    return [a_saving(f"A/R.6.00{line}") for line in range(count)]


def test_lines_are_looked_at_in_parts_until_all_are_known() -> None:
    first, second, third, fourth, fifth = lines(5)
    standing = Standing(a_year(first, odd(second), third, odd(fourth), fifth))
    assert not standing.look_at(2)
    assert not standing.look_at(2)
    assert standing.look_at(2)
    assert standing.look_at(0)
    assert standing.marked == {1, 3}


def test_what_is_asked_for_in_between_is_whole() -> None:
    standing = Standing(a_year(*map(odd, lines(3))))
    assert not standing.look_at(1)
    assert standing.marked == {0, 1, 2}
    assert standing.look_at(1)


def test_a_line_that_changes_in_between_is_looked_at_again() -> None:
    year = a_year(*lines(2))
    standing = Standing(year)
    standing.look_at(1)
    standing.move(year.with_savings({0: odd(year.savings[0])}), [year.savings[0]])
    assert standing.look_at(2)
    assert standing.marked == {0}
