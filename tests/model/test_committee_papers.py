"""Appendices are written into a folder: all of them or none, under names that differ, each remark once."""

from pathlib import Path

import pytest

from builders import a_saving, a_tracker
from model.appendix import Choice
from model.appendix.refused import FolderNotMade, NoSuchCommittee
from model.committee_papers import pack, write_papers
from model.refusals import OverwriteNeeded


def test_two_committees_that_come_to_one_name_get_two_files(tmp_path: Path) -> None:
    tracker = a_tracker(a_saving("A/1", committee="A/B"), a_saving("A/2", committee="a:b"))
    papers = write_papers(tracker, pack(tracker, Choice()), tmp_path)
    names = [report.path.name for report in papers.reports]
    assert names == ["Savings, All committees.pdf", "Savings, A-B Committee.pdf", "Savings, a-b Committee (2).pdf"]


def test_nothing_is_written_where_one_committee_is_unknown_or_one_file_is_there(tmp_path: Path) -> None:
    tracker = a_tracker(a_saving("A/1", committee="Adults"))
    with pytest.raises(NoSuchCommittee):
        write_papers(tracker, [Choice(), Choice(("Health",))], tmp_path / "new")
    assert not (tmp_path / "new").exists()
    (tmp_path / "Savings, Adults Committee.pdf").write_bytes(b"")
    with pytest.raises(OverwriteNeeded):
        write_papers(tracker, pack(tracker, Choice()), tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_remark_is_made_once_and_is_elsewhere_only_where_no_appendix_prints_it(tmp_path: Path) -> None:
    bad = a_saving("A/1", committee="Adults", rating_printed="Red")
    good = a_saving("A/2", committee="Health")
    tracker = a_tracker(bad, good, period="Quarter 1")
    whole = write_papers(tracker, [Choice(("Health",)), Choice(("Adults",))], tmp_path).remarks
    assert [(remark.reference, remark.elsewhere) for remark in whole] == [("A/1", False)]
    part = write_papers(tracker, [Choice(("Health",))], tmp_path, overwrite=True).remarks
    assert [(remark.reference, remark.elsewhere) for remark in part] == [("A/1", True)]


def test_a_folder_that_cannot_be_made_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FolderNotMade, match="Choose another folder"):
        write_papers(a_tracker(a_saving()), [Choice()], tmp_path / "file" / "papers")
