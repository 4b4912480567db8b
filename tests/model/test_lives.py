"""The lives of savings in a folder of trackers."""

from datetime import UTC, datetime
from pathlib import Path

from builders import a_saving, figures
from model.lineage import Decision, Decisions, State, Verdict, name_of
from model.lives import lives_of
from model.years import read_trackers
from sources import ROOT
from year_folders import a_file

EXAMPLES = ROOT / "resources" / "examples"


def test_a_saving_of_the_examples_has_one_life_once_the_officer_says_so() -> None:
    known = read_trackers(sorted(EXAMPLES.glob("*.xlsx"))).counted
    old, new = (next(saving for saving in tracker.content if saving.reference == "A/R.6.114") for tracker in known)
    (doubt,) = lives_of(known).of(0, old.line).unsure
    assert (doubt.tracker, doubt.saving, doubt.match.state) == (1, new, State.FLAGGED)
    one, other = name_of(known[0].content, old), name_of(known[1].content, new)
    said = Decision(one, other, Verdict.SAME, "M. Officer", datetime(2026, 11, 2, tzinfo=UTC))
    first, second = lives_of(known, Decisions([said])).of(1, new.line).stages
    assert (first.plan, first.achieved, first.achieved_prior) == figures(-2381, -1888, None)
    assert (second.plan, second.achieved, second.achieved_prior) == figures(-250, -62, -4558)


def test_a_tracker_that_says_no_year_takes_that_of_its_folder(tmp_path: Path) -> None:
    a_file(tmp_path / "2018-19" / "Quarter 1.xlsx", a_saving(), year="")
    a_file(tmp_path / "2018-19" / "Quarter 2.xlsx", a_saving(), year="")
    stages = lives_of(read_trackers([tmp_path]).counted).of(0, 0).stages
    assert [stage.year.year for stage in stages] == ["2018-19", "2018-19"]
    assert [stage.quarters for stage in stages] == [1, 2]
