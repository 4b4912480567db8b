"""A committee's appendix from the command line: written where asked for, with what to look at, and remembered."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from builders import a_year
from council_trackers import council_tracker
from main import main
from model.command_line import DONE, REFUSED
from model.files.council_workbook import write_workbook
from pdfs import texts
from sources import ROOT

EXAMPLES = ROOT / "resources" / "examples"
ADULTS = "Savings 2017-18, Adults Committee, October 2017.pdf"
COUNCIL = "Savings 2020-21, Quarter 1.pdf"


def appendix(year: str, *arguments: object) -> int:
    """Runs the command on an example."""
    return main(["appendix", str(EXAMPLES / f"savings-tracker-{year}.xlsx"), *map(str, arguments)])


def words(file: Path, folder: Path) -> str:
    """All that a PDF says."""
    return " ".join(" ".join(texts(file.read_bytes(), folder)).split())


def test_the_adults_appendix_is_written_with_its_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "papers"
    assert appendix("2017-18", "--committee", "Adults", "--pdf", "-o", out) == DONE
    told = capsys.readouterr().out
    assert f"Written: {out / ADULTS}" in told
    assert [file.name for file in out.iterdir()] == [ADULTS]
    said = words(out / ADULTS, tmp_path)
    for part in (
        "34 savings",
        "−12,585",
        "−10,144",
        "2,441",
        "Shared by Adults and C&YP",
        "savings-tracker-2017-18.xlsx",
    ):
        assert part in said


def test_what_to_look_at_is_listed_with_the_committees_own_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    appendix("2017-18", "--committee", "Adults", "--descriptions", "-o", tmp_path)
    told = capsys.readouterr().out
    own, elsewhere = told.split("Elsewhere in the tracker")
    assert "A/R.6.165" in own.partition("Before you publish")[2]
    assert "A/R.6.216" in elsewhere
    assert "A/R.6.210" in elsewhere


def test_the_pack_is_the_council_and_each_committee(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert appendix("2017-18", "--all", "--descriptions", "-o", tmp_path / "pack") == DONE
    names = sorted(file.name for file in (tmp_path / "pack").iterdir())
    assert names == [
        ADULTS,
        "Savings 2017-18, All committees, October 2017.pdf",
        "Savings 2017-18, C&YP Committee, October 2017.pdf",
    ]
    assert "add up to −20,638, the council's is −20,538" in words(tmp_path / "pack" / names[1], tmp_path)
    told = capsys.readouterr().out
    assert "A/R.6.216" in told
    assert "Elsewhere" not in told


def test_nothing_is_replaced_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ADULTS).write_bytes(b"mine")
    assert appendix("2017-18", "--all", "-o", tmp_path) == REFUSED
    assert "is there already" in capsys.readouterr().err
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"mine"]
    assert appendix("2017-18", "--all", "-o", tmp_path, "--overwrite") == DONE
    assert (tmp_path / ADULTS).read_bytes().startswith(b"%PDF-")


def test_whose_savings_are_is_said_once_and_remembered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert appendix("2020-21", "--committee", "Adults", "-o", tmp_path) == REFUSED
    assert "Say it once" in capsys.readouterr().err
    before = (EXAMPLES / "savings-tracker-2020-21.xlsx").read_bytes()
    assigned = ("--assign", "A/R=Adults", "--assign", "A/R.6.255=C&YP")
    assert appendix("2020-21", "--committee", "Adults", *assigned, "-o", tmp_path / "first") == DONE
    assert appendix("2020-21", "--committee", "Adults", "-o", tmp_path / "second") == DONE
    first, second = (next((tmp_path / folder).iterdir()) for folder in ("first", "second"))
    assert words(first, tmp_path) == words(second, tmp_path)
    assert "16 savings" in words(second, tmp_path)
    assert (EXAMPLES / "savings-tracker-2020-21.xlsx").read_bytes() == before


@pytest.mark.parametrize("text", ["A/R", "=Adults", "A/R=", "="])
def test_words_that_do_not_say_whose_savings_are_are_refused(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert appendix("2020-21", "--assign", text, "-o", tmp_path) == REFUSED
    assert "does not say whose savings are" in capsys.readouterr().err


def test_what_was_chosen_for_a_committee_is_remembered_for_it_alone(tmp_path: Path, own_folders: Path) -> None:
    chosen = ("--paper", "a4", "--lines", "red-and-black", "--council", "A Council", "--descriptions")
    appendix("2017-18", "--committee", "Adults", *chosen, "-o", tmp_path / "a")
    appendix("2017-18", "--committee", "Adults", "-o", tmp_path / "b")
    appendix("2017-18", "--committee", "C&YP", "-o", tmp_path / "c")
    again, other = words(tmp_path / "b" / ADULTS, tmp_path), words(next((tmp_path / "c").iterdir()), tmp_path)
    assert "rated Red or Black: 12 of 34" in again
    assert "A Council. As at October 2017" in again
    assert "Description" in again
    assert "rated Red or Black" not in other
    (kept,) = own_folders.rglob("appendices.json")
    assert set(json.loads(kept.read_text("utf-8"))) == {"Adults", "C&YP"}


def test_large_print_has_a_name_of_its_own(tmp_path: Path) -> None:
    appendix("2020-21", "-o", tmp_path)
    appendix("2020-21", "--paper", "large", "-o", tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {COUNCIL, "Savings 2020-21, Quarter 1, large print.pdf"}


def test_a_character_without_a_face_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tracker = tmp_path / "a.csv"
    tracker.write_text(
        "Reference,Title,Original saving,Forecast saving\nA/1,A \x07 bell,-10,-10\nA/2,B,-1,-1\n", "utf-8"
    )
    assert main(["appendix", str(tracker), "-o", str(tmp_path)]) == DONE
    assert "printed as “�”: U+0007." in capsys.readouterr().out


def an_earlier_period(folder: Path) -> Path:
    """The tracker of 2017-18 as it might have stood in July."""
    year = council_tracker("2017-18")
    earlier = {saving.line: saving for saving in year if saving.reference != "A/R.6.101"}
    before = a_year(*earlier.values(), title=year.title.replace("October", "July"), year="2017-18")
    write_workbook(replace(before, layout=year.layout), folder / "july.xlsx")
    return folder / "july.xlsx"


def test_what_has_moved_since_an_earlier_period_is_printed(tmp_path: Path) -> None:
    older = an_earlier_period(tmp_path)
    assert appendix("2017-18", "--committee", "Adults", "--previous", older, "-o", tmp_path / "out") == DONE
    assert "Since July 2017 the variance has grown by 395; 1 saving new." in words(tmp_path / "out" / ADULTS, tmp_path)


def test_a_tracker_of_another_year_is_refused_as_an_earlier_period(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = EXAMPLES / "savings-tracker-2020-21.xlsx"
    assert appendix("2017-18", "--previous", older, "-o", tmp_path / "out") == REFUSED
    said = capsys.readouterr().err
    assert said.startswith(
        "“savings-tracker-2020-21.xlsx” is of 2020-21, so it does not say what has moved in 2017-18."
    )
    assert "Choose the tracker of an earlier period" in said
    assert not (tmp_path / "out").exists()


def test_what_to_look_at_is_kept_with_the_files_where_that_is_asked_for(tmp_path: Path) -> None:
    assert appendix("2017-18", "--committee", "Adults", "--keep-list", "-o", tmp_path) == DONE
    (kept,) = tmp_path.glob("*.txt")
    assert "A/R.6.165" in kept.read_text("utf-8")
