"""Two versions of one tracker: what each changed stays, and what both changed is decided."""

from hypothesis import given
from hypothesis import strategies as st

from builders import a_saving, a_year, amounts
from model.editing import edited
from model.merge import Conflict, merge
from model.money import parse_amount
from model.rag_key import built_in_schemes
from model.saving import Saving
from model.tracker import Tracker
from model.year import Year

SCHEME = built_in_schemes()[0]


def a_base() -> Year:
    """Two lines as both found them."""
    return a_year(
        a_saving("A/R.7.105", plan=(-37, -38, -37, -38), forecast=(-7, -8, -7, -8), rating_printed="Amber"),
        a_saving("A/R.6.270", plan=(0, -200, -200, -200), forecast=(0, 0, 0, -195), commentary="Delayed"),
        scheme=SCHEME,
    )


def changed(year: Year, line: int, **values: str) -> Year:
    """The year with fields of a line edited, amounts as typed."""
    saving = year.savings[line]
    for key, text in values.items():
        value = parse_amount(text) if key.startswith("forecast") else text
        saving = edited(saving, key, value, year.scheme, "agreed")
    return year.with_savings({line: saving})


def mine_stays(_conflict: Conflict) -> bool:
    """Keep mine in every conflict."""
    return True


def theirs_stays(_conflict: Conflict) -> bool:
    """Take theirs in every conflict."""
    return False


def merged_line(theirs: Year, mine: Year, *, keep: bool = True) -> Saving:
    """A line after the merge."""
    outcome = merge(a_base(), theirs, mine, mine_stays if keep else theirs_stays)
    assert outcome is not None
    return outcome.merged.savings[0]


def test_changes_to_different_cells_both_stay_without_a_question() -> None:
    theirs, mine = changed(a_base(), 0, forecast_q2="-20"), changed(a_base(), 0, forecast_q4="0")
    outcome = merge(a_base(), theirs, mine, lambda _conflict: False)
    assert outcome is not None
    assert outcome.conflicts == ()
    assert outcome.merged.savings[0].forecast == tuple(amounts([-7, -20, -7, 0]))
    assert outcome.merged.savings[0].forecast_total == -34


def test_a_cell_that_both_changed_is_a_conflict_with_three_values() -> None:
    theirs, mine = changed(a_base(), 0, forecast_q2="-20"), changed(a_base(), 0, forecast_q2="-30")
    outcome = merge(a_base(), theirs, mine, mine_stays)
    assert outcome is not None
    assert outcome.conflicts == (Conflict(0, "A/R.7.105", "forecast_q2", "−8", "−20", "−30"),)
    assert outcome.conflicts[0].sentence == "A/R.7.105, Q2 forecast: it was −8, theirs is −20, yours is −30"
    assert merged_line(theirs, mine).forecast_q2 == -30
    assert merged_line(theirs, mine, keep=False).forecast_q2 == -20


def test_the_same_change_made_twice_is_no_conflict() -> None:
    same = changed(a_base(), 0, forecast_q2="-20")
    outcome = merge(a_base(), same, same, mine_stays)
    assert outcome is not None
    assert outcome.conflicts == ()
    assert outcome.merged.savings[0] == same.savings[0]


def test_a_text_emptied_by_one_is_named_blank() -> None:
    theirs, mine = changed(a_base(), 1, commentary=""), changed(a_base(), 1, commentary="On track")
    outcome = merge(a_base(), theirs, mine, mine_stays)
    assert outcome is not None
    assert [conflict.sentence for conflict in outcome.conflicts] == [
        "A/R.6.270, commentary: it was Delayed, theirs is blank, yours is On track"
    ]


def test_their_order_does_not_matter_and_their_rows_are_kept() -> None:
    theirs = changed(a_base(), 1, commentary="Moved on")
    turned = a_year(*reversed(theirs.savings), scheme=SCHEME)
    outcome = merge(a_base(), turned, a_base(), mine_stays)
    assert outcome is not None
    assert [saving.reference for saving in outcome.merged] == ["A/R.7.105", "A/R.6.270"]
    assert [saving.line for saving in outcome.merged] == [0, 1]
    assert outcome.merged.savings[1].commentary == "Moved on"
    assert outcome.taken == 1


def test_what_a_file_leaves_to_be_worked_out_is_nothing_new_and_the_rest_is_named() -> None:
    base = a_base()
    printed = base.with_savings(
        {
            0: base.savings[0].but(plan_total_printed=parse_amount("-150"), forecast_total_printed=parse_amount("-30")),
            1: base.savings[1].but(rating_printed="Black", other={"Notes": "a"}),
        }
    )
    without = {line: saving.but(rating_printed=None) for line, saving in enumerate(base.savings)}
    theirs = changed(base.with_savings(without), 1, forecast_q4="-194", commentary="")
    theirs = theirs.with_savings({1: theirs.savings[1].but(other={"Notes": "b"})})
    outcome = merge(printed, theirs, printed, mine_stays)
    assert outcome is not None
    assert outcome.taken == 1
    assert outcome.news == (
        "A/R.6.270, Q4 forecast: −195 → −194",
        "A/R.6.270, commentary: Delayed → blank",
        "A/R.6.270, Notes: a → b",
    )
    judged = merge(base, base.with_savings({0: base.savings[0].but(rating_printed="Green")}), base, mine_stays)
    assert judged is not None
    assert judged.news == ("A/R.7.105, rating: Amber → Green",)


def test_other_lines_or_columns_cannot_be_lined_up() -> None:
    base = a_base()
    fewer = a_year(base.savings[0], scheme=SCHEME)
    twice = a_year(base.savings[0], base.savings[0], scheme=SCHEME)
    narrower = a_year(*base.savings, scheme=SCHEME, layout=base.layout[1:])
    for theirs in (fewer, twice, narrower):
        assert merge(base, theirs, base, mine_stays) is None
    assert merge(twice, twice, twice, mine_stays) is None


def test_an_override_of_mine_stays_beside_their_figures() -> None:
    theirs, mine = changed(a_base(), 0, forecast_q2="-20"), changed(a_base(), 0, rating="Red")
    line = merged_line(theirs, mine)
    assert (line.override, line.override_reason) == ("Red", "agreed")
    assert line.forecast_q2 == -20


@given(
    st.dictionaries(st.sampled_from(["forecast_q1", "forecast_q2", "forecast_q3", "commentary"]), st.integers(-99, 99)),
    st.dictionaries(st.sampled_from(["forecast_q2", "forecast_q3", "forecast_q4", "commentary"]), st.integers(-99, 99)),
)
def test_nothing_that_only_one_changed_is_lost(theirs: dict[str, int], mine: dict[str, int]) -> None:
    base = a_base()
    their = changed(base, 0, **{key: str(value) for key, value in theirs.items()})
    own = changed(base, 0, **{key: str(value) for key, value in mine.items()})
    outcome = merge(base, their, own, mine_stays)
    assert outcome is not None
    line = outcome.merged.savings[0]
    for key in ("forecast_q1", "forecast_q2", "forecast_q3", "forecast_q4", "commentary"):
        began, got = base.savings[0].value(key), own.savings[0].value(key)
        assert line.value(key) == (got if got != began else their.savings[0].value(key))
    assert line.forecast_total == sum(amount for amount in line.forecast if amount is not None)


def test_a_tracker_goes_over_to_both_versions_in_one_step() -> None:
    tracker = Tracker(a_base())
    tracker.edit("A/R.7.105", "forecast_q4", "0")
    outcome = merge(a_base(), changed(a_base(), 1, commentary="Moved on"), tracker.year, mine_stays)
    assert outcome is not None
    step = tracker.rebase(outcome.base, outcome.merged, "tracker.xlsx")
    assert step is not None
    assert step.words == "Bring in tracker.xlsx"
    assert tracker["A/R.6.270"].commentary == "Moved on"
    assert tracker.changed_lines() == {0}
    assert tracker.history.unsaved
    tracker.undo()
    assert tracker["A/R.6.270"].commentary == "Delayed"
    assert tracker["A/R.7.105"].forecast_q4 == 0


def test_a_tracker_without_changes_of_its_own_has_nothing_to_save_after_theirs() -> None:
    tracker = Tracker(a_base())
    outcome = merge(a_base(), changed(a_base(), 1, commentary="Moved on"), tracker.year, mine_stays)
    assert outcome is not None
    tracker.rebase(outcome.base, outcome.merged, "tracker.xlsx")
    assert not tracker.history.unsaved
    assert tracker.changed_lines() == frozenset()
    assert tracker.saved == outcome.base
