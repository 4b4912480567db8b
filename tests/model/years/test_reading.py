"""Folders of trackers are read in order, and what can't be read stops nothing."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from bad_files import BAD_FILES
from binary_workbooks import a_compound
from builders import a_saving, a_year
from model.appendix import Choice, make_appendix
from model.files import recognise
from model.files.comparison_workbook import write_comparison_csv, write_comparison_workbook
from model.files.council_workbook import write_workbook
from model.files.published_workbook import write_published_workbook
from model.files.reading import read_year
from model.prompts import Stopped
from model.years import NoTrackers, reading
from model.years.export import export
from model.years.reading import read_trackers
from model.years.table import long_table
from packages import SHEET, a_bomb
from sources import ROOT
from two_trackers import compared
from year_folders import MADE, a_file

EXAMPLES = ROOT / "resources" / "examples"


def names(*places: Path) -> list[str]:
    """The names of the trackers in some places."""
    return [tracker.name for tracker in read_trackers(places)]


def test_the_examples_are_read_in_the_order_of_their_years() -> None:
    found = read_trackers(sorted(EXAMPLES.glob("*.xlsx")))
    assert [(tracker.year, tracker.period.words, len(tracker.content.savings)) for tracker in found] == [
        ("2017-18", "as at October 2017", 67),
        ("2020-21", "Quarter 1", 40),
    ]
    assert [tracker.when for tracker in found] == ["2017-18, as at October 2017", "2020-21, Quarter 1"]
    assert [tracker.notes for tracker in found] == [(), ()]


def test_trackers_stand_in_the_order_of_their_periods_and_one_that_says_none_is_the_last(tmp_path: Path) -> None:
    a_file(tmp_path / "1.xlsx", period="Quarter 3")
    a_file(tmp_path / "2.xlsx")
    a_file(tmp_path / "3.xlsx", period="as at May 2020")
    a_file(tmp_path / "4.xlsx", year="2019-20", period="Outturn")
    a_file(tmp_path / "5.xlsx", year="")
    a_file(tmp_path / "6, Q2.xlsx")
    found = read_trackers([tmp_path])
    assert [tracker.name for tracker in found] == ["4.xlsx", "3.xlsx", "6, Q2.xlsx", "1.xlsx", "2.xlsx", "5.xlsx"]
    assert found.known[4].notes == ("It does not say of which period it is, so that it comes last in its year.",)
    assert len(found.known[5].notes) == 2
    assert found.known[5].when == "No year or period"


def test_what_a_tracker_does_not_say_is_told_by_its_folder_or_its_date(tmp_path: Path) -> None:
    a_file(tmp_path / "Savings 2018-19" / "reports" / "tracker.xlsx", year="")
    a_file(tmp_path / "elsewhere" / "tracker 2016-11-30.xlsx", year="")
    a_file(tmp_path / "elsewhere" / "beside.xlsx", year="", period="as at March 2020")
    found = [(tracker.year, tracker.period.month) for tracker in read_trackers([tmp_path])]
    assert found == [("2016-17", 8), ("2018-19", None), ("2019-20", 12)]


def test_bad_files_are_listed_with_their_sentence_and_the_rest_goes_on(tmp_path: Path) -> None:
    a_file(tmp_path / "good.xlsx")
    a_compound(tmp_path / "locked.xlsx", {"EncryptedPackage": b"", "Workbook": b""})
    a_bomb(tmp_path / "bomb.xlsx", SHEET, 140)
    (tmp_path / "empty.xlsx").touch()
    (tmp_path / "notes.txt").write_text("Nothing to see\n", encoding="utf-8")
    BAD_FILES["third.xlsx"][0](tmp_path / "cut.xlsx")
    found = read_trackers([tmp_path])
    assert [tracker.name for tracker in found] == ["good.xlsx"]
    said = {bad.path.name: bad.sentence for bad in found.not_read}
    assert set(said) == {"locked.xlsx", "bomb.xlsx", "empty.xlsx", "notes.txt", "cut.xlsx"}
    assert "with a password" in said["locked.xlsx"]
    assert "unpacks to more than" in said["bomb.xlsx"]
    assert "is empty" in said["empty.xlsx"]
    assert "has no savings tracker in it" in said["notes.txt"]
    assert "is damaged" in said["cut.xlsx"]


def test_a_file_on_which_the_program_fails_stops_none_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_file(tmp_path / "good.xlsx")
    a_file(tmp_path / "odd.xlsx")

    def fails_on_odd(grids: object, source: str, choose: object) -> object:
        if source == "odd.xlsx":
            raise KeyError(source)
        return recognise.recognise(grids, source, choose)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "recognise", fails_on_odd)
    (bad,) = read_trackers([tmp_path]).not_read
    assert bad.sentence == "“odd.xlsx” could not be read, by a fault of the program (KeyError): open it by itself."


def test_a_folder_without_a_tracker_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NoTrackers, match=r"There is no tracker in “.*”\. Choose a folder that holds trackers\."):
        read_trackers([tmp_path])
    (tmp_path / "a.xlsx").touch()
    with pytest.raises(NoTrackers, match=r"“a\.xlsx” is empty") as refused:
        read_trackers([tmp_path])
    assert [bad.path.name for bad in refused.value.not_read] == ["a.xlsx"]
    (tmp_path / "b.xlsx").touch()
    with pytest.raises(NoTrackers, match="none of the 2 files there could be read as one"):
        read_trackers([tmp_path])
    with pytest.raises(NoTrackers, match="“none” is not there"):
        read_trackers([tmp_path / "none"])


def test_progress_counts_the_files_and_names_the_next(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        a_file(tmp_path / name)
    told: list[tuple[int, int, str]] = []
    read_trackers([tmp_path], lambda *said: told.append(said))
    assert told == [(0, 0, tmp_path.name), (0, 2, "a.xlsx"), (1, 2, "b.xlsx"), (2, 2, "")]


def test_reading_stops_between_two_files(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx", "c.xlsx"):
        a_file(tmp_path / name)
    told: list[str] = []
    with pytest.raises(Stopped):
        read_trackers([tmp_path], lambda _done, _all, name: told.append(name), lambda: len(told) == 3)
    assert told == [tmp_path.name, "a.xlsx", "b.xlsx"]


def test_the_search_of_folders_stops_too(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    told: list[str] = []
    with pytest.raises(Stopped):
        read_trackers([tmp_path], lambda _done, _all, name: told.append(name), lambda: len(told) == 2)
    assert told == [tmp_path.name, "a"]


def test_files_of_one_name_are_called_by_the_folders_in_which_they_differ(tmp_path: Path) -> None:
    for folder in ("2018/Q1", "2019/Q1", "2019"):
        a_file(tmp_path / folder / "tracker.xlsx", year=f"{folder[:4]}-{int(folder[2:4]) + 1}", period=folder[5:])
    a_file(tmp_path / "other.xlsx", year="2010-11")
    assert names(tmp_path) == [
        "other.xlsx",
        "2018/Q1/tracker.xlsx",
        "2019/Q1/tracker.xlsx",
        f"{tmp_path.name}/2019/tracker.xlsx",
    ]


def test_a_workbook_with_a_tracker_on_each_sheet_gives_them_all(tmp_path: Path) -> None:
    several_sheets(tmp_path / "2020-21.xlsx", "Q1", "Q2")
    assert [(tracker.name, tracker.period.month) for tracker in read_trackers([tmp_path])] == [
        ("2020-21.xlsx, Q1", 3),
        ("2020-21.xlsx, Q2", 6),
    ]


def several_sheets(path: Path, *sheets: str) -> None:
    """Write a workbook with a small tracker on each of some sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    headings = ["Reference", "Title", *(f"{what} Q{n}" for what in ("Plan", "Forecast") for n in range(1, 5))]
    for name in sheets:
        sheet = book.create_sheet(name)
        sheet.append(headings)
        sheet.append(["A/R.6.001", "A saving", *[-25] * 8])
    book.save(path)


def test_a_long_table_among_trackers_is_not_taken_for_one(tmp_path: Path) -> None:
    a_file(tmp_path / "a.xlsx")
    table = long_table(read_trackers([tmp_path]))
    for name in ("long.csv", "long.xlsx", "long.parquet"):
        export(table, tmp_path / name)
    found = read_trackers([tmp_path])
    assert [tracker.name for tracker in found] == ["a.xlsx"]
    assert found.not_read == ()
    assert [left_out.path.name for left_out in found.left_out] == ["long.csv", "long.xlsx"]
    assert "of several trackers and no tracker" in found.left_out[0].sentence


def test_a_comparison_among_trackers_is_not_taken_for_one(tmp_path: Path) -> None:
    before, after = (read_year(a_file(tmp_path / f"{name}.xlsx", period=f"Quarter {name}")) for name in "12")
    comparison = compared(before, after)
    write_comparison_workbook(comparison, tmp_path / "compared.xlsx")
    write_comparison_csv(comparison, tmp_path / "compared.csv")
    found = read_trackers([tmp_path])
    assert [tracker.name for tracker in found] == ["1.xlsx", "2.xlsx"]
    assert [left_out.path.name for left_out in found.left_out] == ["compared.csv", "compared.xlsx"]
    assert (
        found.left_out[0].sentence == "“compared.csv” is a comparison of two trackers and no tracker: it is left out."
    )


def test_a_tracker_is_counted_before_an_appendix_that_was_written_from_it(tmp_path: Path) -> None:
    year = read_year(a_file(tmp_path / "tracker.xlsx", a_saving(committee="Adults"), a_saving("B", committee="Health")))
    write_published_workbook(make_appendix(year, Choice(committees=("Adults",))), tmp_path / "appendix.xlsx")
    (clash,) = read_trackers([tmp_path]).clashes
    assert [len(tracker.content.savings) for tracker in clash.trackers] == [1, 2]
    assert clash.counted.name == "tracker.xlsx"
    assert [tracker.name for tracker in read_trackers([tmp_path / "appendix.xlsx"]).counted] == ["appendix.xlsx"]


@pytest.mark.published
def test_the_published_trackers_are_read_among_other_files(published: Path, tmp_path: Path) -> None:
    for path in published.glob("*.txt"):
        shutil.copy(path, tmp_path)
    (tmp_path / "readme.txt").write_text("Where these come from.\n", encoding="utf-8")
    found = read_trackers([tmp_path])
    assert [(tracker.year, tracker.period.quarters) for tracker in found] == [("2017-18", 2), ("2020-21", 1)]
    assert len(found.not_read) == 1


@pytest.mark.slow
def test_120_monthly_trackers_of_100_lines_are_read_in_their_order(tmp_path: Path) -> None:
    savings = [a_saving(f"A/R.6.{number:03}", description="x" * 300, commentary="y" * 200) for number in range(100)]
    for number in range(120):
        year = f"{2010 + number // 12}-{11 + number // 12}"
        content = a_year(*savings, title=f"Savings Tracker {year}", period=f"Month {number % 12 + 1}")
        write_workbook(content, tmp_path / f"{number}.xlsx", MADE)
    found = read_trackers([tmp_path])
    assert [tracker.period.month for tracker in found] == [*range(1, 13)] * 10
    assert sum(len(tracker.content.savings) for tracker in found) == 12_000
