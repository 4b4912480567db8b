"""Files have names that say what is in them and that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_saving, a_year
from council_trackers import council_tracker
from model.appendix import Choice, Paper, make_appendix
from model.appendix.naming import LONGEST, file_name


@pytest.mark.parametrize(
    ("year", "choice", "name"),
    [
        ("2017-18", Choice(("Adults",)), "Savings 2017-18, Adults Committee, October 2017.pdf"),
        ("2017-18", Choice(("C&YP",)), "Savings 2017-18, C&YP Committee, October 2017.pdf"),
        ("2017-18", Choice(), "Savings 2017-18, All committees, October 2017.pdf"),
        ("2020-21", Choice(paper=Paper.LARGE_PRINT), "Savings 2020-21, Quarter 1, large print.pdf"),
    ],
)
def test_a_name_says_year_committee_and_period(year: str, choice: Choice, name: str) -> None:
    assert file_name(make_appendix(council_tracker(year), choice), ".pdf") == name


@given(st.text(min_size=1, max_size=200).filter(lambda name: name.strip() == name and not set(name) & set(",;0")))
def test_any_committee_gives_a_name_that_every_system_takes(committee: str) -> None:
    appendix = make_appendix(a_year(a_saving(committee=committee)), Choice((committee,)))
    name = file_name(appendix, ".pdf")
    assert name.endswith(".pdf")
    assert len(name) <= LONGEST
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name.startswith("Savings")
