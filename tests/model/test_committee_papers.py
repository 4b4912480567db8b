"""Appendices are written into a folder: all of them or none, under names that differ, each remark once."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from builders import a_saving, a_tracker, a_year
from council_trackers import council_tracker
from model import committee_papers
from model.appendix import COLUMNS, Appendix, Choice, Paper
from model.appendix.preflight import Sort
from model.appendix.refused import FolderNotMade, NoSuchCommittee, TrackerKept
from model.committee_papers import FORMS, Moment, Wanted, moment_of, pack, write_papers
from model.fields import other_key
from model.files.council_workbook import Report
from model.files.unwritable import DiskFull
from model.refusals import OverwriteNeeded
from model.year import Column
from pdfs import texts

PDF = (".pdf",)


def test_two_committees_that_come_to_one_name_get_two_files(tmp_path: Path) -> None:
    tracker = a_tracker(a_saving("A/1", committee="A/B"), a_saving("A/2", committee="a:b"))
    papers = write_papers(moment_of(tracker), Wanted(pack(moment_of(tracker), Choice()), PDF), tmp_path)
    names = [report.path.name for report in papers.reports]
    assert names == ["Savings, All committees.pdf", "Savings, A-B Committee.pdf", "Savings, a-b Committee (2).pdf"]


def test_nothing_is_written_where_one_committee_is_unknown_or_one_file_is_there(tmp_path: Path) -> None:
    tracker = a_tracker(a_saving("A/1", committee="Adults"))
    with pytest.raises(NoSuchCommittee):
        write_papers(moment_of(tracker), Wanted((Choice(), Choice(("Health",))), PDF), tmp_path / "new")
    assert not (tmp_path / "new").exists()
    (tmp_path / "Savings, Adults Committee.pdf").write_bytes(b"")
    with pytest.raises(OverwriteNeeded):
        write_papers(moment_of(tracker), Wanted(pack(moment_of(tracker), Choice()), PDF), tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_remark_is_made_once_and_is_elsewhere_only_where_no_appendix_prints_it(tmp_path: Path) -> None:
    bad = a_saving("A/1", committee="Adults", rating_printed="Red")
    good = a_saving("A/2", committee="Health")
    tracker = a_tracker(bad, good, period="Quarter 1")
    health, adults = (Choice((name,), council="A council") for name in ("Health", "Adults"))
    whole = write_papers(moment_of(tracker), Wanted((health, adults), PDF), tmp_path).remarks
    assert [(remark.reference, remark.elsewhere) for remark in whole] == [("A/1", False)]
    part = write_papers(moment_of(tracker), Wanted((health,), PDF), tmp_path, overwrite=True).remarks
    assert [(remark.reference, remark.elsewhere) for remark in part] == [("A/1", True)]


def test_a_folder_that_cannot_be_made_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FolderNotMade, match="Choose another folder"):
        write_papers(moment_of(a_tracker(a_saving())), Wanted((Choice(),), PDF), tmp_path / "file" / "papers")


def test_where_one_form_fails_no_file_of_any_is_left_nor_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_appendix: Appendix, path: Path) -> Report:
        raise DiskFull(path)

    monkeypatch.setattr(committee_papers, "FORMS", {**FORMS, ".xlsx": fail})
    with pytest.raises(DiskFull):
        write_papers(moment_of(a_tracker(a_saving())), Wanted((Choice(),)), tmp_path / "papers")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "papers").mkdir()
    with pytest.raises(DiskFull):
        write_papers(moment_of(a_tracker(a_saving())), Wanted((Choice(),)), tmp_path / "papers")
    assert list((tmp_path / "papers").iterdir()) == []


def test_the_trackers_own_file_is_never_replaced(tmp_path: Path) -> None:
    own = tmp_path / "Savings.xlsx"
    own.write_text("the tracker")
    with pytest.raises(TrackerKept, match=r"Savings\.xlsx"):
        write_papers(moment_of(a_tracker(a_saving())), Wanted((Choice(),)), tmp_path, overwrite=True, own=own)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["the tracker"]


def test_all_three_forms_are_written_where_none_is_chosen(tmp_path: Path) -> None:
    papers = write_papers(moment_of(a_tracker(a_saving())), Wanted((Choice(),)), tmp_path)
    assert [report.path.suffix for report in papers.reports] == [".pdf", ".html", ".xlsx"]


def test_what_to_look_at_is_kept_beside_each_appendix_where_that_is_wanted(tmp_path: Path) -> None:
    bad = a_saving("A/1", committee="Adults", rating_printed="Red")
    tracker = a_tracker(bad, a_saving("A/2", committee="Health"), period="Quarter 1")
    wanted = Wanted((Choice(("Adults",)), Choice(("Health",))), PDF, with_lists=True)
    write_papers(moment_of(tracker), wanted, tmp_path)
    lists = [path.read_text("utf-8") for path in sorted(tmp_path.glob("*to look at.txt"))]
    assert len(lists) == 2
    assert all(text.startswith("To look at before publishing: ") and "\n- A/1" in text for text in lists)


def test_what_has_moved_is_in_every_form(tmp_path: Path) -> None:
    then = a_tracker(a_saving("A/1"), period="Quarter 1", year="2020-21").year
    now = a_tracker(a_saving("A/1", forecast=(-10,) * 4), period="Quarter 2", year="2020-21")
    papers = write_papers(moment_of(now, previous=then), Wanted((Choice(),)), tmp_path)
    pdf, html, xlsx = (report.path for report in papers.reports)
    assert "Since Quarter 1 the variance has grown by 60." in texts(pdf.read_bytes(), tmp_path)[0]
    assert "Since Quarter 1 the variance has grown by 60." in html.read_text("utf-8")
    rows = [row for row in load_workbook(xlsx)["Summary"].values if row[0] == "Since Quarter 1"]
    assert ("Since Quarter 1", "Change of the variance from plan", 60, "£000") in rows


def test_the_period_that_the_officer_has_set_as_the_previous_one_is_taken() -> None:
    tracker = a_tracker(a_saving("A/1", forecast=(-10,) * 4), period="Quarter 2", year="2020-21")
    assert moment_of(tracker).appendix(Choice()).summary.movement is None
    tracker.set_previous(a_tracker(a_saving("A/1"), period="Quarter 1", year="2020-21").year)
    moved = moment_of(tracker).appendix(Choice()).summary.movement
    assert moved is not None
    assert moved.variance == 60


@pytest.mark.parametrize(
    ("paper", "columns", "said"),
    [
        (Paper.A4, "all", "With 26 columns on A4 the table's letters are 4.1 points, hardly to be read. "),
        (Paper.A4, "usual", ""),
        (Paper.A3, "all", ""),
        (Paper.LARGE_PRINT, "all", ""),
    ],
)
def test_letters_that_can_hardly_be_read_are_told_of(paper: Paper, columns: str, said: str) -> None:
    year = council_tracker("2020-21")
    keys = tuple(column.key for column in year.layout) if columns == "all" else COLUMNS
    remarks = Moment(year).remarks(Choice(columns=keys, descriptions=True, paper=paper))
    small = [remark.sentence for remark in remarks if remark.sort is Sort.SMALL_PRINT]
    assert [sentence.startswith(said) for sentence in small] == [True] * bool(said)


def test_what_helps_against_small_letters_is_what_the_paper_leaves() -> None:
    year = a_year(a_saving(other={str(number): "A text of several words" for number in range(20)}))
    year = replace(year, layout=(*year.layout, *(Column(other_key(str(number)), str(number)) for number in range(20))))
    keys = tuple(column.key for column in year.layout)
    for paper, helps in ((Paper.A4, "A3, large print or fewer columns help."), (Paper.A3, "Large print or fewer")):
        first, *_rest = Moment(year).remarks(Choice(columns=keys, paper=paper))
        assert helps in first.sentence
