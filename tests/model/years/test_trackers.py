"""Of the trackers of one year and period, one is counted; the last of each year is its last known."""

from pathlib import Path

import pytest

from model.years import read_trackers
from model.years.trackers import NoSuchTracker
from year_folders import a_file, known, trackers


def test_of_two_trackers_of_one_period_the_newer_file_is_counted_and_both_are_said(tmp_path: Path) -> None:
    a_file(tmp_path / "a.xlsx", period="Quarter 2", changed=2)
    a_file(tmp_path / "b.xlsx", period="as at 30 September 2020", changed=1)
    a_file(tmp_path / "c.xlsx", period="Quarter 1", changed=3)
    found = read_trackers([tmp_path])
    assert [tracker.name for tracker in found] == ["c.xlsx", "a.xlsx", "b.xlsx"]
    assert [tracker.name for tracker in found.counted] == ["c.xlsx", "a.xlsx"]
    (clash,) = found.clashes
    assert clash.sentence == (
        "2020-21, Quarter 2: “a.xlsx”, “b.xlsx” are of the same year and period. Only “a.xlsx” is counted; choose "
        "another where that is the wrong one."
    )


def test_the_officer_chooses_another_and_may_choose_back(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx", "c.xlsx"):
        a_file(tmp_path / name, period="Quarter 2", changed=ord(name[0]))
    found = read_trackers([tmp_path])
    assert [tracker.name for tracker in found.counted] == ["c.xlsx"]
    for name in ("a.xlsx", "b.xlsx", "c.xlsx"):
        found = found.counting(name)
        assert [tracker.name for tracker in found.counted] == [name]
        assert found.clashes[0].counted.name == name
    assert found.chosen == {"c.xlsx"}


def test_of_files_changed_at_the_same_moment_the_first_is_counted() -> None:
    found = trackers(known(name="b"), known(name="a"))
    assert [tracker.name for tracker in found.counted] == ["b"]


def test_choosing_one_that_stands_alone_changes_nothing_that_is_counted() -> None:
    found = trackers(known(period="Q1"), known(period="Q2"))
    assert found.counting("2020-21 Q1.xlsx").counted == found.counted


def test_a_name_that_no_tracker_has_is_refused() -> None:
    with pytest.raises(NoSuchTracker, match="is called “none”"):
        trackers(known()).counting("none")


def test_trackers_that_do_not_say_their_period_or_year_are_never_counted_together() -> None:
    (clash,) = trackers(known(name="a"), known(name="b")).clashes
    assert "“a”, “b” do not say of which period they are. Only “a” is counted" in clash.sentence
    (clash,) = trackers(known(name="a", year=""), known(name="b", year="")).clashes
    assert "do not say of which year and period they are" in clash.sentence


def test_the_last_known_of_a_year_says_its_period_where_one_does() -> None:
    found = trackers(
        known(period="Q1"),
        known(period="as at December 2020"),
        known(name="silent"),
        known(year="2019-20", name="only"),
    )
    assert [tracker.name for tracker in found.last_known] == ["only", "2020-21 as at December 2020.xlsx"]
