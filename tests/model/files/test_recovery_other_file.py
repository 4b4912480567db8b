"""Changes that come back to a file which is another by now, is gone, or holds them already."""

from pathlib import Path

import pytest

from builders import QUARTER_1, a_saving, a_year
from kept_tracker import Kept, words
from model.files.journal import Journal
from model.files.journal_lines import Head
from model.tracker import Tracker


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """A tracker of two lines, just opened."""
    return Kept(tmp_path)


def test_a_file_that_changed_meanwhile_is_said_and_lines_are_found_by_reference(kept: Kept) -> None:
    kept.tracker.edit("B", "forecast_q1", "-7")
    kept.tracker.edit("A", "forecast_q1", "-8")
    kept.crash()
    kept.path.write_bytes(b"saved by a colleague")
    theirs = a_year(a_saving("C"), a_saving("B", commentary="theirs"))
    assert kept.found().warning == (
        "The file has changed since. Your changes are put into it as it is now, by reference."
    )
    tracker = Tracker(theirs)
    result = kept.found().restore(tracker)
    assert result.missing == ("A",)
    assert [saving.forecast_q1 for saving in tracker.year] == [-25, -7]
    assert tracker.year.savings[1].commentary == "theirs"
    assert words(tracker) == ["Q1 forecast of B", "Q1 forecast of A"]


def test_a_reference_that_stands_twice_is_found_by_its_place_in_an_untouched_file_alone(tmp_path: Path) -> None:
    kept = Kept(tmp_path, a_saving("A"), a_saving("A"), a_saving(""))
    kept.tracker.edit(1, "forecast_q1", "0")
    kept.tracker.edit(2, "forecast_q1", "0")
    kept.crash()
    assert kept.restored().year == kept.tracker.year
    kept.path.write_bytes(b"changed")
    tracker = Tracker(a_year(a_saving("A"), a_saving("A")))
    assert kept.found().restore(tracker).missing == ("A", "line 3")


def test_a_file_that_is_gone_is_said(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.crash()
    kept.path.unlink()
    assert "The file is not where it was" in kept.found().warning


def test_a_save_that_was_cut_off_after_the_file_was_there_leaves_nothing_to_do(kept: Kept) -> None:
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.crash()
    kept.path.write_bytes(b"as saved")
    tracker = Tracker(kept.tracker.year)
    assert not kept.found().restore(tracker).differs
    assert tracker.history.done == ()


def test_the_example_has_no_file_that_could_change(kept: Kept) -> None:
    kept.journal = kept.tracker.keeper = Journal(
        kept.folder, Head("Example", "Savings", None, None, QUARTER_1), kept.told.append
    )
    kept.tracker.edit("A", "forecast_q1", "0")
    kept.crash()
    assert (kept.found().path, kept.found().warning) == (None, "")
    assert kept.restored().year == kept.tracker.year
